import { operatorOf } from '../domain/asker.ts'
import type { Command } from './command.ts'
import { plural, print } from './terminal.ts'

/** `rakel status`: what the store holds, and what could not be read. */
export const runStatus: Command = ({ rakel, config, args }) => {
  const status = rakel.store.status(config.tenant)
  const documents = rakel.store.register.documents(operatorOf(config.tenant))
  if (args.flags.has('json')) {
    print(JSON.stringify({ ...status, list: documents }))
    return 0
  }
  print(
    `${plural(status.documents, 'document', 'documents')}, ${status.meetings} of meetings; ${status.items} items, ${status.decisions} decisions, ${status.passages} passages`,
  )
  for (const { date, year, kind, format, name } of documents)
    print(`  ${(date ?? year ?? '').toString().padEnd(10)}  ${kind.padEnd(8)} ${format.padEnd(8)} ${name}`)
  for (const { path, code, message } of status.failures) print(`  not read: ${path}: ${message} (${code})`)
  if (status.lastIndexedAtMs !== undefined) print(`Last change: ${new Date(status.lastIndexedAtMs).toISOString()}`)
  return 0
}
