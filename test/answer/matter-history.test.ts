import { historyOf } from '../../src/answer/matter-history.ts'
import { groupMeetings } from '../../src/answer/meeting-groups.ts'
import { havingTold, minutesText, operator } from './told-meetings.ts'

const COUNCIL = 'Møtereferat Fellesrådet for Nordvik IKT'
const files = {
  'r1.txt': minutesText(
    COUNCIL,
    '15.03.2023',
    '2023/M2-004 - Felles sentralbord\nVedtak: Saken utsettes til møtet 20.09.2023.\n\n2023/M2-005 - Kantine\nVedtak: Kantina åpner.\n',
  ),
  'r2.txt': minutesText(
    COUNCIL,
    '20.09.2023',
    '2023/M4-003 - Vakttelefon\nVedtak: Det etableres ett sentralbord fra 1. mai 2024.\n\nSaken ble utsatt i møtet 15.03.2023, sak 2023/M2-004.\n\n2023/M4-004 - Budsjett 2024\nVedtak: Budsjettet settes til 31 mill. kr.\n',
  ),
  'r3.txt': minutesText(
    COUNCIL,
    '12.06.2024',
    '2024/M3-005 - Ny åpningstid\nVedtak: Vedtaket i sak 2023/M4-003 endres. Det åpner 1. oktober 2024.\n\n2024/M3-006 - Budsjett 2025\nVedtak: Budsjettet settes til 32 mill. kr.\n',
  ),
  'o1.txt': minutesText(
    'Møtereferat Driftsstyret for Sørvik',
    '01.02.2024',
    'PS 2/24 Felles sentralbord\nVedtak: Sørvik deltar.\n\nPS 3/24 Budsjett 2025\nVedtak: Budsjettet vedtas.\n',
  ),
}
const { register, close } = havingTold(files)
afterAll(() => close())
const meetings = register.meetings(operator, {})
const relations = register.relations(operator)
const chain = (caseNumber: string): unknown[] => {
  const found = meetings
    .flatMap((meeting) => meeting.meeting.items.map((item) => ({ meeting, item })))
    .find(({ item }) => item.caseNumber === caseNumber)
  if (!found) throw new Error(caseNumber)
  return historyOf(found, groupMeetings(meetings), relations).map(
    ({ date, caseNumber: number, status, why, relation }) => [date, number, status, why, relation?.kind],
  )
}

describe('the history of a matter', () => {
  it('goes over meetings and bodies, oldest first, each step with why it belongs', () => {
    expect(chain('2024/M3-005')).toEqual([
      ['2023-03-15', '2023/M2-004', 'postponed', 'named', 'postpones'],
      ['2023-09-20', '2023/M4-003', 'decided', 'named', 'continues'],
      ['2024-02-01', 'PS 2/24', 'decided', 'title', undefined],
      ['2024-06-12', '2024/M3-005', 'decided', 'asked', 'amends'],
    ])
  })

  it('is found from any of its steps', () => {
    for (const number of ['2023/M2-004', '2023/M4-003', 'PS 2/24'])
      expect(chain(number).map((step) => (step as unknown[])[1])).toEqual([
        '2023/M2-004',
        '2023/M4-003',
        'PS 2/24',
        '2024/M3-005',
      ])
  })

  it('is one step alone for a matter that was up once, whatever other years and bodies decided', () => {
    expect(chain('2024/M3-006')).toEqual([['2024-06-12', '2024/M3-006', 'decided', 'asked', undefined]])
    expect(chain('2023/M2-005')).toHaveLength(1)
  })

  it('counts a meeting once that lies in several files', () => {
    const twice = havingTold({ ...files, 'r3-kopi.txt': `${files['r3.txt']}\n` })
    const all = twice.register.meetings(operator, {})
    const item = all
      .flatMap((meeting) => meeting.meeting.items.map((entry) => ({ meeting, item: entry })))
      .find(({ item: { caseNumber } }) => caseNumber === '2023/M2-004')
    expect(item && historyOf(item, groupMeetings(all), twice.register.relations(operator))).toHaveLength(4)
    twice.close()
  })
})
