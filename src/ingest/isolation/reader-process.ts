import { type ChildProcess, fork } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, sep } from 'node:path'
import type { FailureCode } from '../ports.ts'
import type { ReadReply, ReadRequest, ReadResult } from './messages.ts'
import { residentBytes } from './resident-memory.ts'

export interface ReaderLimits {
  /** From the request to the answer, recognised pages aside. */
  readonly timeoutMs: number
  /** For each page that is recognised, and for all of a file's together. */
  readonly ocrPageTimeoutMs: number
  readonly ocrTimeoutMs: number
  /** Of JavaScript objects. */
  readonly heapMb: number
  /** Of the whole process, its WebAssembly libraries included. */
  readonly residentMb: number
}

export type Ending = { readonly result: ReadResult } | { readonly died: FailureCode }

/** One process that reads. After an ending with `died` it is gone. */
export interface ReaderProcess {
  readonly pid: number
  readonly filesRead: number
  /** Settles within the limits, or sooner when less time is left, whatever the bytes are. One at a time. */
  read(request: ReadRequest, leftMs: number): Promise<Ending>
  residentMb(): Promise<number>
  kill(): void
}

const MB = 1024 * 1024
const MEMORY_CHECK_MS = 30
const MAIN = join(import.meta.dirname, 'reader-main.ts')
/** How Node ends a process whose heap is full (134, SIGABRT, SIGTRAP), and the system one that took all memory. */
const MEMORY_ENDINGS: readonly (string | number | null)[] = [134, 'SIGABRT', 'SIGTRAP', 'SIGKILL']

/** The program and its packages, by the places they really have: all that a reader may open. */
function readableFolders(): string[] {
  const root = realpathSync(join(import.meta.dirname, '../../..'))
  const installed = realpathSync(createRequire(import.meta.url).resolve('mammoth/package.json'))
  const packages = installed.slice(0, installed.lastIndexOf(`${sep}mammoth${sep}`))
  return packages.startsWith(root + sep) ? [root] : [root, packages]
}

function start({ heapMb }: ReaderLimits): ChildProcess {
  const systemRoot = process.env['SystemRoot']
  const child = fork(MAIN, [], {
    // No file but the program's own can be opened, none written, no process started, no setting of ours is known there.
    execArgv: [
      '--permission',
      '--allow-worker',
      ...readableFolders().map((folder) => `--allow-fs-read=${join(folder, '*')}`),
      `--max-old-space-size=${heapMb}`,
      '--disable-warning=ExperimentalWarning',
      '--disable-warning=SecurityWarning',
    ],
    env: systemRoot === undefined ? {} : { SystemRoot: systemRoot },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  // An idle reader keeps nobody alive.
  child.unref()
  child.channel?.unref()
  return child
}

/** @returns at once; a process that cannot be started shows itself at the first read */
export function startReaderProcess(limits: ReaderLimits, onBroke: (where: string) => void): ReaderProcess {
  const child = start(limits)
  let filesRead = 0
  let endAll: ((ending: Ending) => void) | undefined
  let diedOf: FailureCode | undefined

  const kill = (why: FailureCode): void => {
    diedOf ??= why
    child.kill('SIGKILL')
  }
  child.on('exit', (code, signal) => {
    diedOf ??= MEMORY_ENDINGS.includes(signal ?? code) ? 'too-much-memory' : 'reader-broke'
    endAll?.({ died: diedOf })
  })
  // A pipe that broke because the process ended: the ending is told by `exit`.
  child.on('error', () => kill('reader-broke'))

  return {
    pid: child.pid ?? 0,
    get filesRead() {
      return filesRead
    },
    residentMb: async () => ((await residentBytes(child.pid ?? 0)) ?? 0) / MB,
    kill: () => kill('reader-broke'),
    async read(request, leftMs) {
      if (diedOf !== undefined || child.pid === undefined) return { died: diedOf ?? 'reader-broke' }
      filesRead++
      let timer = setTimeout(() => kill('took-too-long'), leftMs)
      const watch = setInterval(async () => {
        const bytes = await residentBytes(child.pid ?? 0)
        if (bytes !== undefined && bytes > limits.residentMb * MB) kill('too-much-memory')
      }, MEMORY_CHECK_MS)
      let ocrStartMs: number | undefined
      let onReply: ((reply: ReadReply) => void) | undefined
      try {
        return await new Promise<Ending>((resolve) => {
          endAll = resolve
          onReply = (reply) => {
            if (reply.kind === 'read') resolve({ result: reply.result })
            else if (reply.kind === 'broke') {
              onBroke(reply.where)
              kill('reader-broke')
            } else {
              clearTimeout(timer)
              ocrStartMs ??= performance.now()
              const ocrLeftMs = limits.ocrTimeoutMs - (performance.now() - ocrStartMs)
              timer = setTimeout(() => kill('took-too-long'), Math.min(limits.ocrPageTimeoutMs, ocrLeftMs))
            }
          }
          child.on('message', onReply)
          child.send(request, (error) => error && kill('reader-broke'))
        })
      } finally {
        clearTimeout(timer)
        clearInterval(watch)
        endAll = undefined
        if (onReply) child.off('message', onReply)
      }
    },
  }
}
