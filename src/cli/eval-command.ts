import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { operatorOf } from '../domain/asker.ts'
import { Refused } from '../domain/errors.ts'
import { UsageError } from './arguments.ts'
import type { Command } from './command.ts'
import { evalTable } from './eval/eval-figures.ts'
import { readQuestions } from './eval/read-questions.ts'
import { failureText, runQuestions } from './eval/run-questions.ts'
import { print } from './terminal.ts'

const FAILURES_FILE = 'eval-failures.txt'

/** `rakel eval`: grades the answers to a file of questions with keys. Prints one JSON line last. */
export const runEval: Command = async ({ rakel, config, args }) => {
  const [file] = args.operands
  if (file === undefined) throw new UsageError('eval needs a file of questions.')
  const { grades, figures } = await runQuestions(rakel, readQuestions(file), operatorOf(config.tenant))
  const failuresFile = resolve(args.options.failures ?? FAILURES_FILE)
  try {
    writeFileSync(failuresFile, failureText(grades))
  } catch (cause) {
    throw new Refused('cannot-write', `${failuresFile} cannot be written.`, { cause })
  }
  if (!args.flags.has('json')) {
    for (const line of evalTable(grades)) print(line)
    print(`What went wrong: ${failuresFile}`)
  }
  print(JSON.stringify(figures))
  return 0
}
