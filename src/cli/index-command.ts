import { resolve } from 'node:path'
import { UsageError } from './arguments.ts'
import type { Command } from './command.ts'
import { print, reportLines, showProgress } from './terminal.ts'

/** `rakel index`: ends with 1 when a file could not be read; the others are stored. */
export const runIndex: Command = async ({ rakel, args }) => {
  if (args.operands.length === 0) throw new UsageError('index needs a file or a folder.')
  let failed = 0
  for (const path of args.operands) {
    const report = await rakel.index(path, { onProgress: showProgress, isForced: args.flags.has('force') })
    failed += report.failed.length
    if (args.flags.has('json')) print(JSON.stringify({ path: resolve(path), ...report }))
    else for (const line of reportLines(report)) print(line)
  }
  return failed > 0 ? 1 : 0
}
