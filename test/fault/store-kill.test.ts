import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { operatorOf } from '../../src/domain/asker.ts'
import { tenantId } from '../../src/domain/ids.ts'
import { openAt, temporaryFolder } from '../store/sqlite/temporary-store.ts'
import { isLongForm, killLoop, undisturbedMs } from './kill-loop.ts'

const tenant = tenantId('local')
const DOCUMENTS = 50
const KILLS = isLongForm ? 50 : 10
const child = fileURLToPath(new URL('./put-documents.ts', import.meta.url))

/** @throws when SQLite or its word index finds the file damaged, or a passage is there twice or not searchable */
function inspect(file: string): void {
  const db = new DatabaseSync(file)
  try {
    const count = (sql: string): unknown => db.prepare(sql).get()?.['count']
    expect(db.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
    expect(db.prepare('PRAGMA foreign_key_check').all()).toEqual([])
    db.exec("INSERT INTO passage_index (passage_index, rank) VALUES ('integrity-check', 1)")
    expect(count('SELECT count(*) - count(DISTINCT document || char(0) || ordinal) AS count FROM passage')).toBe(0)
    expect(count('SELECT count(*) - (SELECT count(*) FROM passage_index) AS count FROM passage')).toBe(0)
    expect(count('SELECT count(*) AS count FROM passage_index WHERE rowid NOT IN (SELECT id FROM passage)')).toBe(0)
  } finally {
    db.close()
  }
}

// FAULTS F1
describe('kill -9 while documents are put', () => {
  const folder = temporaryFolder()

  it('leaves a store that opens, and after a restart equals the undisturbed one', async () => {
    const commandFor = (file: string) => [process.execPath, child, file, String(DOCUMENTS)] as const
    const calmMs = await undisturbedMs({ command: commandFor(join(folder, 'calm.sqlite')) })
    const calm = openAt(join(folder, 'calm.sqlite'))
    const expected = calm.contentDigest(tenant)
    expect(calm.status(tenant).documents).toBe(DOCUMENTS)
    calm.close()

    const file = join(folder, 'killed.sqlite')
    let slowestOpenMs = 0
    const seen: number[] = []
    const report = await killLoop({
      command: commandFor(file),
      kills: KILLS,
      seed: 20_261_122,
      lifeMs: [calmMs * 0.2, calmMs],
      isDone: () => {
        const startedMs = performance.now()
        const store = openAt(file)
        slowestOpenMs = Math.max(slowestOpenMs, performance.now() - startedMs)
        const half = store.register
          .documents(operatorOf(tenant))
          .filter((document) => store.register.passagesOf(operatorOf(tenant), document.id).length !== 40)
        expect(half).toEqual([])
        const { documents } = store.status(tenant)
        const digest = store.contentDigest(tenant)
        store.close()
        inspect(file)
        seen.push(documents)
        if (documents < DOCUMENTS) return false
        expect(digest).toBe(expected)
        return true
      },
      startOver: () => {
        for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
      },
    })
    expect(report.killed).toBe(KILLS)
    // Kills that fell before, while and after documents were put; otherwise the test proves nothing.
    expect(seen.filter((documents) => documents > 0 && documents < DOCUMENTS).length).toBeGreaterThan(KILLS / 5)
    expect(slowestOpenMs).toBeLessThan(5_000)
    if (isLongForm)
      process.stderr.write(`${JSON.stringify({ ...report, calmMs, slowestOpenMs, documentsAfterKill: seen })}\n`)
  }, 300_000)
})
