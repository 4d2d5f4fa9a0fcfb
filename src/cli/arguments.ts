import { parseArgs } from 'node:util'

/** The command line was not understood: exit code 2. */
export class UsageError extends Error {}

/** What was given on the command line; every option of every command, since one parser reads them all. */
export interface Arguments {
  readonly command: string
  readonly operands: readonly string[]
  readonly options: Readonly<Partial<Record<TextOption, string>>>
  readonly flags: ReadonlySet<Flag>
}

const TEXT_OPTIONS = [
  'data',
  'file',
  'failures',
  'measure',
  'year',
  'entity',
  'document',
  'committee',
  'from',
  'to',
  'status',
  'about',
  'who',
  'channel',
  'rule',
] as const
const FLAGS = ['json', 'force', 'explain', 'contradictions', 'open'] as const
export type TextOption = (typeof TEXT_OPTIONS)[number]
export type Flag = (typeof FLAGS)[number]

/** @throws UsageError for an option that is not known, or one without its value */
export function readArguments(args: readonly string[]): Arguments | 'help' | 'version' {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
        ...Object.fromEntries(FLAGS.map((name) => [name, { type: 'boolean' } as const])),
        ...Object.fromEntries(TEXT_OPTIONS.map((name) => [name, { type: 'string' } as const])),
      },
    })
    const given: Readonly<Record<string, unknown>> = values
    if (given['version']) return 'version'
    const [command, ...operands] = positionals
    if (given['help'] || command === undefined || command === 'help') return 'help'
    const options: Partial<Record<TextOption, string>> = {}
    for (const name of TEXT_OPTIONS) if (typeof given[name] === 'string') options[name] = given[name]
    return { command, operands, options, flags: new Set(FLAGS.filter((name) => given[name] === true)) }
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))
  }
}
