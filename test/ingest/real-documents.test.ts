import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Meeting } from '../../src/domain/meeting.ts'
import { oneLine, readDocument, readMeeting, wrongDecisions } from './read-document.ts'

// Real minutes that are not ours to keep: no name and no sentence of them stands here, only how many and where.
const folder = join(import.meta.dirname, '../../../shared/documents')
const at = (name: string): string => join(folder, name)
const isThere = existsSync(folder)
const describeReal = isThere ? describe : describe.skip
if (!isThere) process.stderr.write('real-documents.test.ts: ../shared/documents is not there; its tests are skipped\n')

const FORMS = ['.pdf', '.docx', '.raw.txt']
const MINUTES = 'samarbeidsradet-2024-11-14-referat'
const REPORT = 'ror-ikt-arsrapport-2020'
const decisions = (meeting: Meeting): (string | undefined)[] =>
  meeting.items.map((item) => item.decision && oneLine(item.decision.text))
const decisionIds = (meeting: Meeting): (string | undefined)[] =>
  meeting.items.map((item) => /[?&]decisionId=([^&]+)/.exec(item.link ?? '')?.[1])

describeReal('the minutes from the Decisions app', () => {
  it.each(FORMS)('come out right as %s', async (form) => {
    const meeting = await readMeeting(at(MINUTES + form))
    expect(meeting.items.map((item) => item.caseNumber)).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((order) => `2024/M7-00${order}`),
    )
    expect(decisions(meeting).filter(Boolean)).toHaveLength(7)
    expect(meeting.committee?.value).toBe('Samarbeidsrådet for ROR-IKT')
    expect([meeting.date?.value, meeting.startTime?.value, meeting.endTime?.value]).toEqual([
      '2024-11-14',
      '08:15',
      '11:00',
    ])
    expect(meeting.place?.value).toMatch(/^Del \(.*, 3\.etg\)$/)
    expect(meeting.present?.value).toHaveLength(8)
    expect(meeting.present?.value.every((person) => /^\p{Lu}\S+ \p{Lu}/u.test(person.name))).toBe(true)
    expect(meeting.absent?.value).toEqual([])
    expect(meeting.minuteTaker?.value).toEqual([meeting.present?.value.at(-1)])
    expect(new Set(decisionIds(meeting)).size).toBe(7)
    expect(decisionIds(meeting).every(Boolean)).toBe(true)
  })

  it('say the same in every form', async () => {
    const [first, ...others] = await Promise.all(FORMS.map((form) => readMeeting(at(MINUTES + form))))
    for (const other of others) {
      expect(decisions(other)).toEqual(decisions(first as Meeting))
      expect(decisionIds(other)).toEqual(decisionIds(first as Meeting))
      expect(other.items.map((item) => item.title)).toEqual(first?.items.map((item) => item.title))
      expect(other.present?.value).toEqual(first?.present?.value)
    }
  })

  it('quote decisions word for word', async () => {
    const text = readFileSync(at(`${MINUTES}.raw.txt`), 'utf8')
    expect(wrongDecisions(text.replaceAll('\n \n', '\n'), await readMeeting(at(`${MINUTES}.docx`)))).toEqual([])
  })

  it('name the page of each item alike in PDF and raw text', async () => {
    const [pdf, raw] = [await readMeeting(at(`${MINUTES}.pdf`)), await readMeeting(at(`${MINUTES}.raw.txt`))]
    expect(pdf.items.map((item) => item.page)).toEqual([1, 1, 1, 1, 5, 5, 6])
    expect(raw.items.map((item) => item.page)).toEqual(pdf.items.map((item) => item.page))
  })
})

describeReal('the annual report', () => {
  it.each(FORMS)('has its numbered sections in order and its month table as %s', async (form) => {
    const { kind, year, sections, passages } = await readDocument(at(REPORT + form))
    const numbers = sections.flatMap((section) => section.number ?? [])
    expect([kind, year, numbers.length]).toEqual(['report', 2020, 28])
    const inOrder = numbers.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    expect(numbers).toEqual(inOrder)
    expect(numbers.filter((number) => !number.includes('.'))).toEqual(['1', '2', '3', '4', '5', '6', '7'])
    const months = passages.find((passage) => passage.kind === 'table' && /Januar[\s\S]*Desember/.test(passage.text))
    const rows = months?.text.split('\n') ?? []
    expect(rows).toHaveLength(14)
    expect(oneLine(rows.at(-1) ?? '')).toBe('Sum 2020 22 39')
  })

  it('has the same sections in every form', async () => {
    const [first, ...others] = await Promise.all(
      FORMS.map(async (form) =>
        (await readDocument(at(REPORT + form))).sections
          .filter((section) => section.number)
          .map(({ number, title, level }) => [number, title, level]),
      ),
    )
    for (const other of others) expect(other).toEqual(first)
  })
})

describeReal('other real documents', () => {
  it.each([
    ['levanger-planutvalg-sak24-2026.txt', 'Plan- og utviklingsutvalget', '2026-09-02', '24/2026'],
    ['steinkjer-formannskap-sak10-2026.txt', 'Formannskap', '2026-02-12', '10/2026'],
    ['steinkjer-hovedutvalg-sak30-2026.txt', 'Hovedutvalg plan næring og miljø', '2026-06-09', '30/2026'],
  ])('%s: one item, decided as it stands under its label', async (name, body, date, caseNumber) => {
    const meeting = await readMeeting(at(name))
    expect([meeting.committee?.value, meeting.date?.value, meeting.items.map((item) => item.caseNumber)]).toEqual([
      body,
      date,
      [caseNumber],
    ])
    expect(meeting.items[0]?.decision).toBeDefined()
    expect(wrongDecisions(readFileSync(at(name), 'utf8'), meeting)).toEqual([])
    expect([meeting.present, meeting.absent]).toEqual([undefined, undefined])
  })

  it('take what was adopted, not what was proposed, and the votes as they are stated', async () => {
    const item = (await readMeeting(at('levanger-planutvalg-sak24-2026.txt'))).items[0]
    expect(item?.decision?.text.split('\n')).toHaveLength(2)
    expect(item?.recommendation?.value).toBe(item?.decision?.text.split('\n')[0])
    const stated = item?.votes.map((vote) => [vote.forCount, vote.againstCount])
    expect(stated?.slice(-3)).toEqual([
      [7, 3],
      [1, 9],
      [4, 6],
    ])
    const tie = (await readMeeting(at('steinkjer-hovedutvalg-sak30-2026.txt'))).items[0]
    expect(tie?.votes.map((vote) => [vote.forCount, vote.againstCount])).toEqual([[4, 4]])
    expect(tie?.recommendation).toBeUndefined()
  })

  it.each([
    ['tillitsrammeverk-2023-03-06.md', '2023-03-06', 5, 1, 8],
    ['tillitsrammeverk-2024-03-05.md', '2024-03-05', 10, 2, 8],
    ['fad-2012-08-30-nynorsk.md', '2012-08-30', 6, undefined, 4],
    ['fad-2013-04-08-nynorsk.md', '2013-04-08', 6, undefined, 14],
  ])('%s: people and items, and no decision where none is recorded', async (name, date, present, absent, itemCount) => {
    const meeting = await readMeeting(at(name))
    expect([
      meeting.date?.value,
      meeting.present?.value.length,
      meeting.absent?.value.length,
      meeting.items.length,
    ]).toEqual([date, present, absent, itemCount])
    expect(decisions(meeting).filter(Boolean)).toEqual([])
  })

  it.each(['saft-dialogmote-2025-09-25.pdf', 'saft-workshop-2025-01-16.pdf'])(
    '%s: text with pages, no body, nothing decided',
    async (name) => {
      const { meeting, passages, pageCount } = await readDocument(at(name))
      expect(pageCount).toBe(4)
      expect(passages.length).toBeGreaterThan(20)
      expect(meeting?.committee).toBeUndefined()
      expect(meeting?.items.filter((item) => item.decision || item.caseNumber) ?? []).toEqual([])
    },
  )
})
