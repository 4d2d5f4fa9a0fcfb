import { type FSWatcher, watch } from 'node:fs'
import type { FileStamp } from '../ingest/ports.ts'
import { openFolder } from './folder-source.ts'

export interface FolderChange {
  /** New, changed or renamed to; each has rested. Absolute, NFC. */
  readonly changed: readonly string[]
  /** Deleted, moved out or renamed from. */
  readonly gone: readonly string[]
}

export interface WatchOptions {
  /** Called one at a time; what changes meanwhile is told afterwards. What it throws goes to `onError`. */
  readonly onChange: (change: FolderChange) => Promise<void> | void
  readonly onError: (error: unknown) => void
  /** How long a file must stay the same before it is told of. */
  readonly settleMs?: number
  /** How often the folder is looked through although nothing was heard: network folders often say nothing. */
  readonly pollMs?: number
}

export interface FolderWatch {
  /** Settles when no call of `onChange` is under way any more, and none will come. */
  close(): Promise<void>
}

const SETTLE_MS = 700
const POLL_MS = 30_000

type Stamps = ReadonlyMap<string, string>

const stampOf = ({ sizeBytes, modifiedMs }: FileStamp): string => `${sizeBytes}/${modifiedMs}`

/**
 * Tells of changes to a folder within seconds. Only names, sizes and times are looked at: whether the content differs is
 * for the one who reads it. The system's notices are taken as a hint to look, never as the truth.
 * @throws Refused `no-such-folder` when it is not there at the start; later it counts as empty only while it can be listed
 */
export async function watchFolder(path: string, options: WatchOptions): Promise<FolderWatch> {
  const { onChange, onError, settleMs = SETTLE_MS, pollMs = POLL_MS } = options
  const source = await openFolder(path)
  const list = async (): Promise<Stamps> =>
    new Map((await source.list()).files.map((file) => [file.path, stampOf(file)]))

  let told: Map<string, string> = new Map(await list())
  let seen: Stamps = told
  let isClosed = false
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> | undefined
  let isHeard = false
  /** A look is planned for a notice, not only for the poll. */
  let isSoon = false

  function lookIn(delayMs: number): void {
    if (isClosed) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      isSoon = false
      looking = look()
        .catch(onError)
        .finally(() => {
          looking = undefined
          // Heard while looking: look again. Still unrest: look again. Else wait for the next notice.
          isSoon = isHeard || isUnrest()
          lookIn(isSoon ? settleMs : pollMs)
        })
    }, delayMs)
  }
  const isUnrest = (): boolean => seen.size !== told.size || [...seen].some(([file, stamp]) => told.get(file) !== stamp)

  /** Tells of what differs from what was told and was the same at the last look. */
  async function look(): Promise<void> {
    isHeard = false
    const now = await list()
    const rests = (file: string): boolean => now.get(file) === seen.get(file)
    const changed = [...now].filter(([file, stamp]) => told.get(file) !== stamp && rests(file)).map(([file]) => file)
    const gone = [...told.keys()].filter((file) => !now.has(file) && rests(file))
    seen = now
    if (isClosed || (changed.length === 0 && gone.length === 0)) return
    await onChange({ changed, gone })
    // Told only when it was taken: a call that threw is repeated at the next look.
    told = new Map(told)
    for (const file of changed) told.set(file, now.get(file) ?? '')
    for (const file of gone) told.delete(file)
  }

  let notices: FSWatcher | undefined
  try {
    notices = watch(path, { recursive: true, persistent: false })
    notices.on('change', () => {
      isHeard = true
      // Not while a look runs (it looks again by itself), and never postponed by ever new notices.
      if (!looking && !isSoon) {
        isSoon = true
        lookIn(settleMs / 2)
      }
    })
    notices.on('error', onError)
  } catch (error) {
    // Too many folders for the system to watch: the poll finds the changes, later.
    onError(error)
  }
  lookIn(pollMs)

  return {
    async close() {
      isClosed = true
      clearTimeout(timer)
      notices?.close()
      await looking
    },
  }
}
