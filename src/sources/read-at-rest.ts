import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { Refused } from '../domain/errors.ts'
import { systemClock } from '../platform/clock.ts'

const ATTEMPTS = 4
/** A writer that waits for its turn makes no change meanwhile: a file changed just now is looked at again this much later. */
const PAUSE_MS = 200
const JUST_NOW_MS = 2000

interface Look {
  readonly bytes: Buffer
  readonly hash: string
  /** Which file, how large, when changed: to the nanosecond. */
  readonly stamp: string
  readonly modifiedMs: number
}

async function look(path: string): Promise<Look> {
  const file = await open(path)
  try {
    const bytes = await file.readFile()
    const { ino, size, mtimeNs, mtimeMs } = await file.stat({ bigint: true })
    const hash = createHash('sha256').update(bytes).digest('hex')
    return { bytes, hash, stamp: `${ino}/${size}/${mtimeNs}`, modifiedMs: Number(mtimeMs) }
  } finally {
    await file.close()
  }
}

/**
 * The bytes of a file that nobody was writing: read twice with the same outcome, never half old and half new.
 * @throws Refused `being-written` when it kept changing; the system's error when it cannot be opened
 */
export async function readAtRest(path: string): Promise<Uint8Array> {
  let before = await look(path)
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (Math.abs(systemClock.nowMs() - before.modifiedMs) < JUST_NOW_MS) await sleep(PAUSE_MS)
    const now = await look(path)
    if (now.hash === before.hash && now.stamp === before.stamp && now.bytes.length === before.bytes.length)
      return now.bytes
    before = now
  }
  throw new Refused('being-written', 'The file changed while it was read.')
}
