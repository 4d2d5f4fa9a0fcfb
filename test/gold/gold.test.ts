import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ParsedDocument } from '../../src/domain/document.ts'
import type { AgendaItem } from '../../src/domain/meeting.ts'
import { readDocument } from '../ingest/read-document.ts'
import { type Comparison, compare, inAll } from './compare.ts'
import { type GoldDocument, readGold } from './gold-document.ts'

const root = join(import.meta.dirname, '../..')
const SETS = [
  { name: 'documents', documents: join(root, 'documents'), gold: join(import.meta.dirname, 'documents') },
  {
    name: 'others',
    documents: join(import.meta.dirname, 'others/documents'),
    gold: join(import.meta.dirname, 'others'),
  },
  { name: 'shared', documents: join(root, '../shared/documents'), gold: join(import.meta.dirname, 'shared') },
]

const goldOf = (folder: string, name: string): GoldDocument => {
  const found = readGold(join(import.meta.dirname, folder)).find((gold) => gold.name === name)
  if (!found) throw new Error(`no gold for ${name}`)
  return found.gold
}

describe.each(SETS)('what is read from $name, against the gold written by hand', ({ name, documents, gold }) => {
  const isThere = existsSync(documents)
  if (!isThere) process.stderr.write(`gold.test.ts: ${documents} is not there; its tests are skipped\n`)
  const itReal = isThere ? it : it.skip
  const all = async (): Promise<Comparison> =>
    inAll(
      await Promise.all(
        readGold(gold).map(async ({ name: file, gold: expected }) =>
          compare(expected, await readDocument(join(documents, file))),
        ),
      ),
    )

  itReal('is right in 98 % of the fields, and quotes every decision letter for letter', async () => {
    const { fields, right, decisions, decisionsVerbatim, ...worst } = await all()
    console.log(`gold ${name}: ${right}/${fields} fields, ${decisionsVerbatim}/${decisions} decisions verbatim`)
    expect(fields).toBeGreaterThan(2000)
    expect(right / fields).toBeGreaterThanOrEqual(0.98)
    expect([decisions > 20, decisionsVerbatim]).toEqual([true, decisions])
    expect(worst).toMatchObject({ decisionsInvented: 0, recommendationsAsDecisions: 0, wrongScales: 0 })
  })
})

describe('one document in three forms', () => {
  const shared = join(root, '../shared/documents')
  const itReal = existsSync(shared) ? it : it.skip

  /** What a register holds: no pages, no place in the file. */
  const register = ({ kind, language, date, year, meeting, figures, tables, ...rest }: ParsedDocument): unknown => ({
    ...{ kind, language, date, year },
    people: [meeting?.present, meeting?.absent, meeting?.minuteTaker, meeting?.chair].map((people) => people?.value),
    head: [meeting?.committee, meeting?.startTime, meeting?.endTime, meeting?.place].map((field) => field?.value),
    items: meeting?.items.map(({ caseNumber, title, type, status, link, decision, votes, proposals }) => ({
      ...{ caseNumber, title, type, status, link },
      votes: votes.map((vote) => ({ ...vote, page: null })),
      proposals: proposals.map((proposal) => ({ ...proposal, page: null })),
      decision: decision?.text.replace(/\s+/g, ' '),
    })),
    figures: figures.map(({ decimal, scale, unit, basis, period, entity }) => ({
      ...{ decimal, scale, unit, basis, entity },
      period: [period?.from, period?.to],
    })),
    tables: tables.map((table) => table.rows),
    missingTables: rest.missingTables.length,
    followUps: rest.followUps.map(({ who, due, dueDate, caseNumber }) => ({ who, due, dueDate, caseNumber })),
    relations: rest.relations.map(({ kind: tie, caseNumber, other }) => [tie, caseNumber, other]),
    contradictions: rest.contradictions.map(({ kind: of, stated, found }) => [of, stated, found]),
  })

  const registersOf = (folder: string, name: string, forms: readonly string[]): Promise<unknown[]> =>
    Promise.all(forms.map(async (form) => register(await readDocument(join(folder, name + form)))))

  itReal.each(['samarbeidsradet-2024-11-14-referat', 'ror-ikt-arsrapport-2020'])(
    'gives one register: %s',
    async (name) => {
      const [pdf, ...others] = await registersOf(shared, name, ['.pdf', '.docx', '.raw.txt'])
      for (const other of others) expect(other).toEqual(pdf)
    },
  )

  it.each(['havnebygd-kommunestyre-2025-06-19', 'sorhei-arsrapport-2024'])(
    'gives one register, from PDF, DOCX and text with columns: %s',
    async (name) => {
      const folder = join(import.meta.dirname, 'others/documents')
      const [pdf, ...others] = await registersOf(folder, name, ['.pdf', '.docx', '.txt'])
      for (const other of others) expect(other).toEqual(pdf)
    },
  )
})

describe('the comparison', () => {
  const NAME = 'eldarvik-formannskap-2024-05-23-protokoll.pdf'
  const REPORT = 'firklang-arsrapport-2023.pdf'
  const read = (name: string): Promise<ParsedDocument> => readDocument(join(root, 'documents', name))
  const withItems = (parsed: ParsedDocument, change: (item: AgendaItem) => AgendaItem): ParsedDocument => {
    if (!parsed.meeting) throw new Error('no meeting')
    return { ...parsed, meeting: { ...parsed.meeting, items: parsed.meeting.items.map(change) } }
  }

  it('sees a recommendation taken for a decision', async () => {
    const gold = goldOf('documents', NAME)
    const changed = withItems(await read(NAME), (item) =>
      item.caseNumber === 'PS 12/24' && item.decision && item.recommendation
        ? { ...item, decision: { ...item.decision, text: item.recommendation.value } }
        : item,
    )
    const { recommendationsAsDecisions, decisions, decisionsVerbatim, wrong } = compare(gold, changed)
    expect([recommendationsAsDecisions, decisions - decisionsVerbatim]).toEqual([1, 1])
    expect(wrong.map(({ path }) => path)).toContain('meeting.items[2].decision')
  })

  it('sees one letter changed in a decision, a lost item and a name left out of a vote', async () => {
    const gold = goldOf('documents', NAME)
    const parsed = await read(NAME)
    const letter = withItems(parsed, (item) =>
      item.decision ? { ...item, decision: { ...item.decision, text: item.decision.text.replace('e', 'é') } } : item,
    )
    expect(compare(gold, letter).decisionsVerbatim).toBe(0)
    const before = compare(gold, parsed).wrong.length
    const fewer = withItems(parsed, (item) => ({
      ...item,
      votes: item.votes.map((vote) => ({
        ...vote,
        sides: vote.sides.map((side) => ({ ...side, voters: side.voters.slice(1) })),
      })),
    }))
    expect(compare(gold, fewer).wrong.length - before).toBe(4)
    if (!parsed.meeting) throw new Error('no meeting')
    const lost = { ...parsed, meeting: { ...parsed.meeting, items: parsed.meeting.items.slice(1) } }
    expect(compare(gold, lost).wrong.length - before).toBeGreaterThanOrEqual(8)
  })

  it('sees a wrong scale, a missing figure and one too many', async () => {
    const gold = goldOf('documents', REPORT)
    const parsed = await read(REPORT)
    const before = compare(gold, parsed).wrong.length
    const scaled = parsed.figures.map((figure) => (figure.scale === 6 ? { ...figure, scale: 3 as const } : figure))
    expect(compare(gold, { ...parsed, figures: scaled }).wrongScales).toBe(11)
    expect(compare(gold, { ...parsed, figures: parsed.figures.slice(1) }).wrong.length).toBeGreaterThan(before)
    const twice = [...parsed.figures, ...parsed.figures.slice(0, 1)]
    expect(compare(gold, { ...parsed, figures: twice }).wrong.length - before).toBe(1)
  })

  it('tells unknown from nobody', async () => {
    const name = 'fellesradet-2023-03-15-referat.pdf'
    const parsed = await read(name)
    if (!parsed.meeting) throw new Error('no meeting')
    const unknown = { ...parsed, meeting: { ...parsed.meeting, absent: undefined } }
    expect(compare(goldOf('documents', name), unknown).wrong.map(({ path }) => path)).toEqual(['meeting.absent'])
  })
})
