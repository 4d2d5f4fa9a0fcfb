import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { Refused } from '../../domain/errors.ts'
import type { OpenedFile, ParsedFile } from '../attached-file.ts'
import { mayPass } from '../passing-failure.ts'
import type { FileFailure } from '../ports.ts'
import { failure, MAX_FILE_BYTES } from '../read-file.ts'
import type { ReadResult, Wanted } from './messages.ts'
import { type ReaderLimits, type ReaderProcess, startReaderProcess } from './reader-process.ts'

export interface ReaderPoolOptions {
  /** Processes at most; each is started when there is work for it. */
  readonly size?: number
  /** Reads scanned pages and pictures. */
  readonly ocr?: boolean
  readonly limits?: Partial<ReaderLimits>
  /** A reader threw: a mistake of ours, at this place in the program. */
  readonly onBroke?: (where: string) => void
}

/**
 * Reads files where they can do no harm: in processes with limits on time and memory, which can open and write nothing,
 * and which end when we end, also by kill -9.
 */
export interface ReaderPool {
  /**
   * @param file its bytes, or a path
   * @param name for telling Markdown from plain text
   * @returns pages and blocks, or the one reason why there are none
   * @throws Refused `reader-closed` when the pool was closed meanwhile
   */
  readIsolated(file: Uint8Array | string, name: string): Promise<OpenedFile | FileFailure>
  /** The same, and the document taken out of it: nothing that walks through its text runs in our process. */
  parseIsolated(file: Uint8Array | string, name: string): Promise<ParsedFile | FileFailure>
  /** Of the processes that run now. */
  pids(): number[]
  /** Ends the processes. */
  close(): void
}

/** A 2,000-page file takes 15 s and 440 MB, a recognised page 3 s (scripts/bench-reading.ts). */
const LIMITS: ReaderLimits = {
  timeoutMs: 30_000,
  ocrPageTimeoutMs: 30_000,
  ocrTimeoutMs: 300_000,
  heapMb: 256,
  residentMb: 480,
}
/** Libraries never give memory back: a process that has grown or read this much makes room for a new one. */
const MAX_FILES = 200
const MAX_IDLE_MB = 256
/** What a busy machine may be to blame for is tried so often, and then remembered like the rest until we start anew. */
const MAX_TRIES = 3
const MAX_REMEMBERED = 2000

/** @returns undefined when it is larger than a document may be */
async function bytesOf(path: string): Promise<Uint8Array | undefined> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    return size > MAX_FILE_BYTES ? undefined : await file.readFile()
  } finally {
    await file.close()
  }
}

export function createReaderPool(options: ReaderPoolOptions = {}): ReaderPool {
  const { size = 1, ocr = false, limits, onBroke = () => undefined } = options
  const allLimits = { ...LIMITS, ...limits }
  const idle: ReaderProcess[] = []
  const running = new Set<ReaderProcess>()
  const waiting: (() => void)[] = []
  /** By content: a folder that is looked through again costs nothing for the files that failed before. */
  const failed = new Map<string, { failure: FileFailure; tries: number }>()
  let busy = 0
  let isClosed = false

  const refuseIfClosed = (): void => {
    if (isClosed) throw new Refused('reader-closed', 'Reading was stopped.')
  }
  const drop = (reader: ReaderProcess): void => {
    running.delete(reader)
    reader.kill()
  }
  const take = (): ReaderProcess => {
    const reader = idle.pop() ?? startReaderProcess(allLimits, onBroke)
    running.add(reader)
    return reader
  }
  async function giveBack(reader: ReaderProcess): Promise<void> {
    const isWorn = reader.filesRead >= MAX_FILES || (await reader.residentMb()) > MAX_IDLE_MB
    if (isWorn || isClosed) drop(reader)
    else idle.push(reader)
  }

  /** A process that has read others before may have died of what they left: the file is tried once more in a new one. */
  async function readWith(bytes: Uint8Array, name: string, wanted: Wanted): Promise<ReadResult> {
    const startMs = performance.now()
    for (;;) {
      refuseIfClosed()
      const leftMs = allLimits.timeoutMs - (performance.now() - startMs)
      if (leftMs <= 0) return failure('took-too-long')
      const reader = take()
      const isNew = reader.filesRead === 0
      const ending = await reader.read({ bytes, name, wanted, ocr }, leftMs)
      refuseIfClosed()
      if ('result' in ending) {
        await giveBack(reader)
        return ending.result
      }
      drop(reader)
      if (isNew || ending.died === 'took-too-long') return failure(ending.died)
    }
  }

  async function readUnlessFailed(bytes: Uint8Array, name: string, wanted: Wanted): Promise<ReadResult> {
    const key = `${createHash('sha256').update(bytes).digest('hex')} ${extname(name)}`
    const before = failed.get(key)
    const isFinal = before && !mayPass(before.failure)
    if (before && (isFinal || before.tries >= MAX_TRIES)) return before.failure
    const result = await readWith(bytes, name, wanted)
    failed.delete(key)
    if ('code' in result) failed.set(key, { failure: result, tries: (before?.tries ?? 0) + 1 })
    const [oldest] = failed.keys()
    if (failed.size > MAX_REMEMBERED && oldest !== undefined) failed.delete(oldest)
    return result
  }

  async function inTurn(file: Uint8Array | string, name: string, wanted: Wanted): Promise<ReadResult> {
    if (busy >= size) await new Promise<void>((resolve) => waiting.push(resolve))
    else busy++
    try {
      refuseIfClosed()
      const bytes = typeof file === 'string' ? await bytesOf(file).catch(() => null) : file
      if (bytes === null) return failure('unreadable')
      if (bytes === undefined || bytes.length > MAX_FILE_BYTES) return failure('too-large')
      return await readUnlessFailed(bytes, basename(name), wanted)
    } finally {
      const next = waiting.shift()
      if (next) next()
      else busy--
    }
  }

  const killAll = (): void => {
    for (const reader of running) reader.kill()
  }
  process.once('exit', killAll)

  return {
    readIsolated: async (file, name) => (await inTurn(file, name, 'pages')) as OpenedFile | FileFailure,
    parseIsolated: async (file, name) => (await inTurn(file, name, 'document')) as ParsedFile | FileFailure,
    pids: () => [...running].map((reader) => reader.pid),
    close() {
      isClosed = true
      process.off('exit', killAll)
      killAll()
      running.clear()
      idle.length = 0
    },
  }
}
