// The reader's process: reads one file at a time for the process that started it, and holds nothing between files.
import { Worker } from 'node:worker_threads'
import { parseFile } from '../parse-file.ts'
import { readFileBytes } from '../read-file.ts'
import type { ReadReply, ReadRequest } from './messages.ts'

const reply = (message: ReadReply): void => void process.send?.(message)

async function read({ bytes, name, wanted, ocr }: ReadRequest): Promise<void> {
  const onOcrPage = (): void => reply({ kind: 'ocr-page' })
  const open = wanted === 'pages' ? readFileBytes : parseFile
  reply({ kind: 'read', result: await open(bytes, name, { ocr, onOcrPage }) })
}

/** Where in the program, never what the error says: that may be text of the document. */
function whereOf(error: unknown): string {
  const { name = 'Error', stack = '' } = error instanceof Error ? error : {}
  const places = [...stack.matchAll(/\(?(?:file:\/\/)?([^\s()]+:\d+:\d+)\)?$/gm)].map(([, place]) => place)
  return [name, ...places.slice(0, 4)].join(' < ')
}

process.on('message', (request: ReadRequest) => {
  read(request).catch((error: unknown) => reply({ kind: 'broke', where: whereOf(error) }))
})
process.on('disconnect', () => process.exit(0))
// Ctrl-C in a terminal reaches us as well; the process that started us decides when we end.
process.on('SIGINT', () => undefined)

const watchdog = new Worker(new URL('./watchdog.ts', import.meta.url), {
  workerData: process.ppid,
  resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
})
watchdog.unref()
