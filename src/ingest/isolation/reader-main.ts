// The reader's process: reads one file at a time for the process that started it, and holds nothing between files.
import { Worker } from 'node:worker_threads'
import { parseDocument } from '../parse-document.ts'
import { readFileBytes } from '../read-file.ts'
import type { ReadReply, ReadRequest } from './messages.ts'

const reply = (message: ReadReply): void => void process.send?.(message)

async function read({ bytes, name, wanted, ocr }: ReadRequest): Promise<void> {
  const onOcrPage = (): void => reply({ kind: 'ocr-page' })
  const file = await readFileBytes(bytes, name, { ocr, onOcrPage })
  const result = 'code' in file || wanted === 'pages' ? file : parseDocument(file, name)
  reply({ kind: 'read', result })
}

process.on('message', (request: ReadRequest) => {
  read(request).catch(() => reply({ kind: 'broke' }))
})
process.on('disconnect', () => process.exit(0))
// Ctrl-C in a terminal reaches us as well; the process that started us decides when we end.
process.on('SIGINT', () => undefined)

const watchdog = new Worker(new URL('./watchdog.ts', import.meta.url), {
  workerData: process.ppid,
  resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
})
watchdog.unref()
