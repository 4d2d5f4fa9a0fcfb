import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { askerOf } from '../../../src/agenda/plan-slots.ts'
import type { PublicItem } from '../../../src/agenda/ports.ts'
import type { Answer } from '../../../src/domain/answer.ts'
import { openRakel, type Rakel } from '../../../src/index.ts'
import { answerMatter } from '../../../src/teams/agenda/answer-matter.ts'
import { day } from '../../fault/agenda-world.ts'
import { tenant } from './agenda-edge.ts'

const head = (kind: string, date: string): string => `# ${kind}

- Utvalg: Fellesrådet for Firklang IKT
- Møtested: Hjelmfoss rådhus
- Dato: ${date}
- Tidspunkt: 10:00 - 14:00
`
const minutes = `${head('Møtereferat', '09.09.2026')}
## 2026/M3-001 - Møteplan 2027

**Vedtak:** Møteplanen vedtas.

## 2026/M3-002 - Kjøp av tomt i Nordvika (unntatt offentlighet)

**Vedtak:** Tomten kjøpes for 4 200 000 kroner.
`
const notice = `${head('Møteinnkalling', '10.02.2027')}
## Saksliste

| Saksnummer | Tittel |
|---|---|
| 2027/M1-001 | Møteplan 2027 |
| 2027/M1-002 | Kjøp av tomt i Nordvika |
| 2027/M1-003 | Ny kai på Ulvstøl |
`

let folder: string
let rakel: Rakel
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rakel-matter-'))
  writeFileSync(join(folder, 'fellesradet-2026-09-09-referat.md'), minutes)
  writeFileSync(join(folder, 'fellesradet-2027-02-10-innkalling.md'), notice)
  const clock = { nowMs: () => Date.parse('2027-02-03T08:00:00+01:00') }
  rakel = openRakel({ dataFolder: join(folder, 'data'), tenant, clock })
  await rakel.index(folder)
}, 30_000)
afterAll(() => {
  rakel.close()
  rmSync(folder, { recursive: true, force: true })
})

const asker = askerOf({ tenant, channel: '19:c@thread.tacv2' })
/** The matter of the coming meeting with this number, as its card offers it. */
function matter(number: string): PublicItem {
  const [meeting] = rakel.store.agenda.meetings.noticed(asker, day('2027-02-10'), day('2027-02-10'))
  const found = meeting?.items.find(({ caseNumber }) => caseNumber === number)
  if (!found) throw new Error(number)
  return found
}
const about = (number: string): Promise<Answer | undefined> => {
  const asked = { matter: matter(number), committee: 'Fellesrådet for Firklang IKT', date: day('2027-02-10') }
  return answerMatter({ ...asked, language: 'nb' }, asker, rakel.answer, rakel.store.agenda.meetings)
}

describe('a matter of an agenda that is asked about', () => {
  it('is answered with what was decided earlier, although its meeting is still to come', async () => {
    const answer = await about('2027/M1-001')
    expect(answer?.answer).toContain('Møteplanen vedtas.')
    expect(new Set(answer?.citations.map(({ caseNumber }) => caseNumber))).toEqual(new Set(['2026/M3-001']))
  })

  it('is not answered from a restricted matter, whatever it is called now', async () => {
    expect(matter('2027/M1-002').isRestricted).toBe(false)
    const plain = await rakel.answer('Hva ble vedtatt om Kjøp av tomt i Nordvika?', asker)
    expect(plain.answer).toContain('Tomten kjøpes')
    const answer = await about('2027/M1-002')
    expect(JSON.stringify(answer ?? '')).not.toContain('Tomten kjøpes')
    expect(answer).toBeUndefined()
  })

  it('of which nothing is known is said to be still ahead', async () => {
    expect(await about('2027/M1-003')).toMatchObject({ outcome: 'abstained', reason: 'not-yet-held' })
  })
})
