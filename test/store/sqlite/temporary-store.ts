import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, type SqliteStore } from '../../../src/store/sqlite/open-store.ts'
import { splitWords } from '../generated-document.ts'

export const STARTED_AT_MS = 1_750_000_000_000

/** A clock that moves one second at each look. */
export function steppingClock(): { nowMs(): number } {
  let now = STARTED_AT_MS
  return {
    nowMs: () => {
      now += 1_000
      return now
    },
  }
}

export const openAt = (file: string, readOnly = false): SqliteStore =>
  openStore({ file, clock: steppingClock(), analyse: splitWords, readOnly })

/** A folder that is gone after the tests of the file that asked for it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rakel-store-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
