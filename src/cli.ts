import { runAgenda } from './cli/agenda-command.ts'
import { type Arguments, readArguments, UsageError } from './cli/arguments.ts'
import { runAsk } from './cli/ask.ts'
import type { Command } from './cli/command.ts'
import { listDecisions } from './cli/decisions.ts'
import { runEval } from './cli/eval-command.ts'
import { listFollowUps } from './cli/followups.ts'
import { runIndex } from './cli/index-command.ts'
import { listFigures } from './cli/register.ts'
import { runServe } from './cli/serve.ts'
import { settingsOf } from './cli/settings.ts'
import { runShow } from './cli/show.ts'
import { runStatus } from './cli/status.ts'
import { complain, print } from './cli/terminal.ts'
import { Refused } from './domain/errors.ts'
import { openRakel } from './index.ts'

const HELP = `rakel – Spør 'o Rakel: answers from minutes and reports, in their own words

  rakel serve                       listen for Teams, read the documents folder; without credentials a chat in the browser
  rakel index <file|folder> …       read documents into the store
  rakel status                      what the store holds, and which files could not be read
  rakel ask "<question>"            answer one question; without a question: a small chat
  rakel ask --file <questions.jsonl> --json
                                    answer lines {"id","question"}, one line of JSON each
  rakel ask --explain "<question>"  the same, with plan, evidence and gate
  rakel eval <questions.jsonl> [--failures <file>]
                                    grade the answers to questions with keys; what went wrong goes to a file
  rakel show <document>             what was read from a document, by its file name
  rakel decisions [--committee <name>] [--from <date>] [--to <date>] [--status <status>] [--about <words>]
                                    what was decided, newest first
  rakel followups [--open] [--who <name>]
                                    what was promised, and whether a later meeting kept it
  rakel figures [--measure <words>] [--year <yyyy>] [--entity <name>] [--document <name>] [--contradictions]
                                    figures of the documents, or what in them cannot be right

  rakel agenda plan|status|post-again|add|remove|pause|resume
                                    agendas that are posted in channels; rakel agenda --help tells more

  --data <folder>    where the store is (default: RAKEL_DATA, else data/)
  --json             print results as JSON
  --force            index: read unchanged files again
  --help             this text
  --version

Exit codes: 0 done · 1 it failed, and a line says why · 2 the command line was not understood`

const COMMANDS: Readonly<Record<string, Command>> = {
  index: runIndex,
  status: runStatus,
  ask: runAsk,
  eval: runEval,
  show: runShow,
  decisions: listDecisions,
  followups: listFollowUps,
  figures: listFigures,
}

async function runCommand(args: Arguments): Promise<number> {
  const config = settingsOf(args.options.data)
  if (args.command === 'serve') return runServe(config)
  const command = COMMANDS[args.command]
  if (!command) throw new UsageError(`"${args.command}" is no command.`)
  const rakel = openRakel(config)
  try {
    return await command({ rakel, config, args })
  } finally {
    rakel.close()
  }
}

async function run(words: readonly string[]): Promise<number> {
  if (words[0] === 'agenda') return runAgenda(words.slice(1))
  const args = readArguments(words)
  if (args === 'help') {
    print(HELP)
    return 0
  }
  if (args === 'version') {
    const { default: about } = await import('../package.json', { with: { type: 'json' } })
    print(about.version)
    return 0
  }
  return runCommand(args)
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  if (error instanceof UsageError) {
    complain(`rakel: ${error.message} See rakel --help.`)
    process.exitCode = 2
  } else if (error instanceof Refused) {
    complain(`rakel: ${error.message}`)
    process.exitCode = 1
  } else {
    complain(
      `rakel: an error that should not happen: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    )
    process.exitCode = 1
  }
}
