import { agendaSources, openRakel } from '../index.ts'
import { AGENDA_HELP, runAgendaCommand } from './agenda.ts'
import { UsageError } from './arguments.ts'
import { settingsOf } from './settings.ts'
import { complain, print } from './terminal.ts'

/**
 * `rakel agenda …`, which has commands and options of its own.
 * @param words what stands behind `agenda`
 * @returns the exit code
 * @throws UsageError for `--data` without a folder
 */
export function runAgenda(words: readonly string[]): number {
  if (words.some((word) => word === '--help' || word === '-h' || word === 'help')) {
    print(AGENDA_HELP)
    return 0
  }
  const at = words.indexOf('--data')
  const data = at < 0 ? undefined : words[at + 1]
  if (at >= 0 && data === undefined) throw new UsageError('--data needs a folder.')
  const config = settingsOf(data)
  const rakel = openRakel(config)
  try {
    return runAgendaCommand(at < 0 ? words : words.toSpliced(at, 2), {
      ...agendaSources(rakel, config),
      clock: rakel.clock,
      print,
      complain,
    })
  } finally {
    rakel.close()
  }
}
