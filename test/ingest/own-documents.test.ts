import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDocument, readMeeting, wrongDecisions } from './read-document.ts'

const root = join(import.meta.dirname, '../..')
const at = (name: string): string => join(root, 'documents', name)
const sourceOf = (name: string): string =>
  readFileSync(join(root, 'scripts/make-documents/sources', name.replace(/\.[a-z]+$/, '.txt')), 'utf8')

const NO_FIELD = undefined
/** Read by hand: file, body, date, times, how many met and were absent, minute takers, items with and without decision. */
const MEETINGS = [
  ['fellesradet-2023-03-15-referat.pdf', 'Fellesrådet for Firklang IKT', '2023-03-15', '09:00', '11:30', 7, 0, 1, 'VVVVVVV'],
  ['fellesradet-2023-09-20-referat.docx', 'Fellesrådet for Firklang IKT', '2023-09-20', '10:00', '14:15', 7, 1, 1, 'VVVVVVV'],
  ['fellesradet-2024-06-12-referat.pdf', 'Fellesrådet for Firklang IKT', '2024-06-12', '09:00', '12:00', 8, 2, 1, 'VVVVVVV'],
  ['fellesradet-2024-11-20-referat.pdf', 'Fellesrådet for Firklang IKT', '2024-11-20', '08:30', '11:45', 9, 0, 1, 'VVVVVVV'],
  ['fellesradet-2025-12-10-referat.docx', 'Fellesrådet for Firklang IKT', '2025-12-10', '09:00', '13:00', 7, 2, 1, 'VVVVVV-'],
  ['fellesradet-2027-02-10-innkalling.pdf', 'Fellesrådet for Firklang IKT', '2027-02-10', '10:00', '14:00', NO_FIELD, NO_FIELD, NO_FIELD, '-------'],
  ['eldarvik-formannskap-2024-05-23-protokoll.pdf', 'Eldarvik formannskap', '2024-05-23', '12:30', '15:10', 9, 1, 1, 'VVVVV'],
  ['ulvstol-formannskap-2024-05-30-protokoll.docx', 'Ulvstøl formannskap', '2024-05-30', '09:00', '11:20', 7, 1, 1, 'VVVV'],
  ['fagutvalget-2024-10-09-referat.docx', 'Fagutvalget for informasjonssikkerhet', '2024-10-09', '12:00', '14:00', 5, 1, 2, 'VVV-'],
  ['prosjektgruppa-2024-02-08-referat.md', 'Prosjektgruppa for felles sentralbord', '2024-02-08', '13:00', '14:30', 5, 1, 1, '----'],
  ['brukarforum-2025-04-24-referat.md', 'Brukarforumet for digitale tenester i Ulvstøl', '2025-04-24', '17:00', '18:45', 6, 1, 1, '----'],
] as const // biome-ignore format: a table
const REPORTS = [
  ['firklang-arsrapport-2023.pdf', 2023, 13],
  ['firklang-arsrapport-2024.docx', 2024, 13],
  ['firklang-arsrapport-2025.pdf', 2025, 14],
] as const

describe('documents/', () => {
  it('is covered here whole', () => {
    const files = readdirSync(join(root, 'documents')).filter((name) => name !== 'README.md')
    expect([...MEETINGS, ...REPORTS].map(([name]) => name).sort()).toEqual(files.sort())
  })

  it.each(MEETINGS)('%s', async (name, body, date, start, end, present, absent, takers, decisions) => {
    const meeting = await readMeeting(at(name))
    expect({
      body: meeting.committee?.value,
      date: meeting.date?.value,
      start: meeting.startTime?.value,
      end: meeting.endTime?.value,
      present: meeting.present?.value.length,
      absent: meeting.absent?.value.length,
      takers: meeting.minuteTaker?.value.length,
      decisions: meeting.items.map((item) => (item.decision ? 'V' : '-')).join(''),
    }).toEqual({ body, date, start, end, present, absent, takers, decisions })
    expect(wrongDecisions(sourceOf(name), meeting)).toEqual([])
    expect(meeting.items.map((item) => item.order)).toEqual(meeting.items.map((_, index) => index + 1))
  })

  it.each(REPORTS)('%s', async (name, year, sectionCount) => {
    const { kind, year: found, sections, passages } = await readDocument(at(name))
    const numbered = sections.filter((section) => section.number)
    expect([kind, found, numbered.length]).toEqual(['report', year, sectionCount])
    const headings = [...sourceOf(name).matchAll(/^#+ (\d[\d.]*)\.? (.+)$/gm)].map(
      ([, number, title]) => `${number} ${title}`,
    )
    expect(numbered.map(({ number, title }) => `${number} ${title}`)).toEqual(headings)
    const months = passages.find((passage) => passage.kind === 'table' && /Januar[\s\S]*Desember/.test(passage.text))
    expect(months?.text.split('\n')).toHaveLength(14)
  })

  it('keeps what the chief executive proposed apart from what was decided', async () => {
    for (const name of [
      'eldarvik-formannskap-2024-05-23-protokoll.pdf',
      'ulvstol-formannskap-2024-05-30-protokoll.docx',
    ]) {
      const { items } = await readMeeting(at(name))
      const portal = items.find((item) => item.caseNumber === 'PS 12/24')
      expect(portal?.recommendation?.value).toBeTruthy()
      expect(portal?.decision?.text).not.toBe(portal?.recommendation?.value)
    }
  })

  it('has each item of the council with its link', async () => {
    const { items } = await readMeeting(at('fellesradet-2024-06-12-referat.pdf'))
    expect(new Set(items.map((item) => item.link)).size).toBe(7)
    expect(items.every((item) => item.link?.startsWith('https://'))).toBe(true)
  })
})
