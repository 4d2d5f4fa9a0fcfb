import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { tenantId } from '../../src/domain/ids.ts'
import { openAt } from '../store/sqlite/temporary-store.ts'
import { isLongForm, killLoop, undisturbedMs } from './kill-loop.ts'

const root = resolve(import.meta.dirname, '../..')
const tenant = tenantId('local')
const KILLS = isLongForm ? 50 : 10
/** Enough that indexing takes some seconds, so that kills fall while it works. */
const FILLER = isLongForm ? 150 : 60
/** A file that was written just now is read twice, until it rests; these have rested. */
const RESTED_S = Date.UTC(2026, 0, 5) / 1000

/** Small minutes that differ, among the real samples: PDF, DOCX and Markdown are read in one run. */
function writeFiller(folder: string): void {
  for (let at = 0; at < FILLER; at += 1) {
    const paragraphs = Array.from(
      { length: 30 },
      (_, place) => `Avsnitt ${place} om drift av fagsystem ${at} i kommunen.`,
    )
    const head = `# Referat fra driftsgruppa, møte ${at}\n\nDato: ${1 + (at % 28)}. mars 2025\n\n## Sak ${at}/25 Drift`
    const file = join(folder, `fyll-${at}.md`)
    writeFileSync(file, `${head}\n\n${paragraphs.join('\n\n')}\n\nVedtak: Fagsystem ${at} driftes videre.\n`)
    utimesSync(file, RESTED_S, RESTED_S)
  }
}

// FAULTS F1, through the program that users run
describe('kill -9 while rakel index runs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rakel-kill-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('loses nothing: after a restart the content equals an undisturbed run', async () => {
    const documents = join(folder, 'documents')
    cpSync(join(root, 'documents'), documents, { recursive: true, preserveTimestamps: true })
    writeFiller(documents)
    const commandFor = (data: string) =>
      [process.execPath, join(root, 'bin', 'rakel.mjs'), 'index', documents, '--data', data] as const
    const look = (data: string): { readonly digest: string; readonly documents: number; readonly openMs: number } => {
      const startedMs = performance.now()
      const store = openAt(join(data, 'rakel.sqlite'))
      const openMs = performance.now() - startedMs
      const seen = { digest: store.contentDigest(tenant), documents: store.status(tenant).documents, openMs }
      store.close()
      return seen
    }

    const calm = join(folder, 'calm')
    await undisturbedMs({ command: commandFor(calm) })
    const expected = look(calm)
    expect(expected.documents).toBe(14 + FILLER)
    // The first run also compiles; the second tells how long one lives.
    const again = join(folder, 'again')
    const calmMs = await undisturbedMs({ command: commandFor(again) })
    expect(look(again).digest).toBe(expected.digest)

    const killed = join(folder, 'killed')
    mkdirSync(killed)
    const seen: ReturnType<typeof look>[] = []
    const report = await killLoop({
      command: commandFor(killed),
      kills: KILLS,
      seed: 20_261_122,
      lifeMs: [calmMs * 0.15, calmMs * 0.9],
      isDone: () => {
        const now = look(killed)
        seen.push(now)
        if (now.documents < expected.documents) return false
        expect(now.digest).toBe(expected.digest)
        return true
      },
      startOver: () => rmSync(killed, { recursive: true }),
    })
    const counts = seen.map(({ documents }) => documents)
    const slowestOpenMs = Math.round(Math.max(...seen.map(({ openMs }) => openMs)))
    process.stderr.write(
      `${JSON.stringify({ ...report, calmMs: Math.round(calmMs), slowestOpenMs, documentsAfterKill: counts })}\n`,
    )
    expect(report.killed).toBe(KILLS)
    // Kills that fell in the midst of the work; otherwise the test proves nothing.
    expect(counts.filter((count) => count > 0 && count < expected.documents).length).toBeGreaterThan(KILLS / 4)
    expect(slowestOpenMs).toBeLessThan(5_000)
  }, 600_000)
})
