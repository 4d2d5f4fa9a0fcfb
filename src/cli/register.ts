import { disagreements } from '../answer/disagreements.ts'
import { operatorOf } from '../domain/asker.ts'
import { UsageError } from './arguments.ts'
import type { Command } from './command.ts'
import { runFigures } from './figures.ts'
import { print } from './terminal.ts'

function yearOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/^(?:19|20)\d{2}$/.test(text)) throw new UsageError('--year needs four digits.')
  return Number(text)
}

/** `rakel figures`: what is measured, and with --contradictions what cannot be right. */
export const listFigures: Command = ({ rakel, config, args: { options, flags } }) => {
  const asker = operatorOf(config.tenant)
  const { register } = rakel.store
  return runFigures(
    rakel.store,
    asker,
    {
      measure: options.measure,
      year: yearOf(options.year),
      entity: options.entity,
      document: options.document,
      json: flags.has('json'),
      contradictions: flags.has('contradictions'),
      between: flags.has('contradictions')
        ? disagreements(register.figures(asker, {}), register.meetings(asker, {}))
        : [],
    },
    print,
  )
}
