import { type FollowUpListing, runFollowUps } from '../../src/cli/followups.ts'
import type { LocalDate } from '../../src/domain/ids.ts'
import { havingTold, minutesText, operator } from '../answer/told-meetings.ts'

const COUNCIL = 'Møtereferat Fellesrådet for Nordvik IKT'
const first = minutesText(
  COUNCIL,
  '15.03.2023',
  '2023/M2-004 - Felles sentralbord\nVedtak: Daglig leder legger fram en oversikt over kostnader og bemanning i møtet 20.09.2023. Ola Dahl lager en plan for vann innen 1. mai.\n',
)
const { register, close } = havingTold({
  'r1.txt': first,
  'r1-kopi.txt': `${first}\n`,
  'r2.txt': minutesText(
    COUNCIL,
    '20.09.2023',
    '2023/M4-003 - Felles sentralbord\nVedtak: Det etableres ett sentralbord.\n\nDaglig leder la fram oversikten over kostnader og bemanning.\n',
  ),
})
afterAll(() => close())
const listed = (listing: Partial<FollowUpListing>): string[] => {
  const lines: string[] = []
  runFollowUps(
    register,
    operator,
    { open: false, who: undefined, json: false, ...listing },
    '2024-01-01' as LocalDate,
    (line) => lines.push(line),
  )
  return lines
}

describe('rakel followups', () => {
  it('lists each promise once, with its state, who, by when, where, and the words that show that it was kept', () => {
    expect(listed({})).toEqual([
      '2023-03-15  kept     legger fram en oversikt over kostnader og bemanning i møtet 20.09.2023',
      expect.stringMatching(
        /^ {21}Daglig leder, møtet 20\.09\.2023 = 2023-09-20 {2}\(2023\/M2-004, r1(?:-kopi)?\.txt\)$/,
      ),
      '                     “Daglig leder la fram oversikten over kostnader og bemanning.”  (2023/M4-003, r2.txt)',
      '2023-03-15  overdue  lager en plan for vann innen 1. mai',
      expect.stringMatching(/^ {21}Ola Dahl, innen 1\. mai = 2023-05-01 {2}\(2023\/M2-004, r1(?:-kopi)?\.txt\)$/),
    ])
  })

  it('leaves out what was kept, and what others are to do', () => {
    expect(listed({ open: true })[0]).toMatch(/overdue {2}lager en plan/)
    expect(listed({ who: 'daglig' })).toHaveLength(3)
    expect(listed({ who: 'ingen' })).toEqual([])
  })

  it('prints JSON a line', () => {
    const [kept, late] = listed({ json: true }).map((line) => JSON.parse(line))
    expect(kept).toMatchObject({
      state: 'kept',
      who: 'Daglig leder',
      shownBy: { document: 'r2.txt', caseNumber: '2023/M4-003' },
    })
    expect(late).toMatchObject({ state: 'overdue', dueDate: '2023-05-01' })
  })
})
