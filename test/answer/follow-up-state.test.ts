import { type StateOfFollowUp, stateOf } from '../../src/answer/follow-up-state.ts'
import type { LocalDate } from '../../src/domain/ids.ts'
import { havingTold, minutesText, operator } from './told-meetings.ts'

const COUNCIL = 'Møtereferat Fellesrådet for Nordvik IKT'
const PROMISE = minutesText(
  COUNCIL,
  '15.03.2023',
  '2023/M2-004 - Felles sentralbord\nVedtak: Saken utsettes til møtet 20.09.2023. Daglig leder legger da fram en oversikt over kostnader og bemanning.\n',
)
const NEXT = minutesText(
  COUNCIL,
  '15.03.2023',
  '2023/M2-004 - Sikkerhetskopiering\nVedtak: Avtalen forlenges.\n\nDaglig leder legger fram en sak om sikkerhetskopiering i neste møte.\n',
)

/** What became of the promise of the first file, on a day. */
function became(today: string, promise: string, ...later: string[]): StateOfFollowUp {
  const { register, close } = havingTold(
    Object.fromEntries([promise, ...later].map((text, index) => [`${index}.txt`, text])),
  )
  const meetings = register.meetings(operator, {})
  const told = meetings.map((meeting) => ({ ...meeting, passages: register.passagesOf(operator, meeting.document.id) }))
  const [made, ...others] = register.followUps(operator, {}).filter(({ document }) => document.name === '0.txt')
  const madeAt = meetings.find(({ document }) => document.name === '0.txt')
  if (!made || !madeAt || others.length > 0) throw new Error('one promise is wanted')
  const state = stateOf(made.fact, madeAt, told, today as LocalDate)
  close()
  return state
}
const september = (items: string): string => minutesText(COUNCIL, '20.09.2023', items)

describe('a promise', () => {
  it('is open until its day, and overdue after it', () => {
    expect(became('2023-09-20', PROMISE)).toEqual({ state: 'open', shownBy: undefined })
    expect(became('2023-09-21', PROMISE)).toEqual({ state: 'overdue', shownBy: undefined })
  })

  it('was kept where a later meeting says so, and shows the words', () => {
    const told = september(
      '2023/M4-003 - Felles sentralbord\nVedtak: Det etableres ett sentralbord.\n\nDaglig leder la fram oversikten over kostnader slik det ble bestemt i det møtet.\n',
    )
    expect(became('2024-01-01', PROMISE, told)).toMatchObject({
      state: 'kept',
      shownBy: {
        quote: 'Daglig leder la fram oversikten over kostnader slik det ble bestemt i det møtet.',
        caseNumber: '2023/M4-003',
        document: { name: '1.txt' },
      },
    })
  })

  it('was kept by an item on what was to be brought up', () => {
    const told = september('2023/M4-003 - Framtidig løsning for sikkerhetskopiering\nVedtak: Ny løsning anskaffes.\n')
    expect(became('2024-01-01', NEXT, told)).toMatchObject({ state: 'kept', shownBy: { caseNumber: '2023/M4-003' } })
  })

  it.each([
    [
      'the matter without what was promised',
      '2023/M4-003 - Felles sentralbord\nVedtak: Det etableres ett sentralbord.\n',
    ],
    [
      'something else that was presented',
      '2023/M4-003 - Vann\nVedtak: Saken tas til orientering\n\nDaglig leder la fram en rapport om vann.\n',
    ],
    [
      'something that was not presented',
      '2023/M4-003 - Felles sentralbord\nVedtak: Saken utsettes.\n\nOversikten over kostnader og bemanning ble ikke lagt fram.\n',
    ],
  ])('was not kept by %s', (_, items) => {
    expect(became('2024-01-01', PROMISE, september(items)).state).toBe('overdue')
  })

  it('shows who asked for what had not come', () => {
    const told = minutesText(
      COUNCIL,
      '01.12.2023',
      '2023/M5-007 - Eventuelt\nKari Berg etterlyste saken om sikkerhetskopiering og backup. Den skulle vært lagt fram før.\n',
    )
    expect(
      became(
        '2024-01-01',
        NEXT.replace('en sak om sikkerhetskopiering', 'en sak om sikkerhetskopiering og backup'),
        told,
      ),
    ).toMatchObject({
      state: 'overdue',
      shownBy: { quote: 'Den skulle vært lagt fram før.' },
    })
  })

  it('is not kept by an item that is only announced', () => {
    const notice = minutesText(
      'Møteinnkalling Fellesrådet for Nordvik IKT',
      '20.09.2023',
      '2023/M4-003 Sikkerhetskopiering\n2023/M4-004 Budsjett 2024\n',
    )
    expect(became('2024-01-01', NEXT, notice).state).toBe('open')
  })

  it('for the next meeting is overdue once the same body has met, not when another has', () => {
    const items = '2023/M4-003 - Vann\nVedtak: Saken tas til orientering\n'
    expect(became('2024-01-01', NEXT).state).toBe('open')
    expect(
      became('2024-01-01', NEXT, minutesText('Møtereferat Driftsstyret for Sørvik', '20.09.2023', items)).state,
    ).toBe('open')
    expect(became('2024-01-01', NEXT, september(items)).state).toBe('overdue')
  })

  it('knows nothing of meetings after today', () => {
    const told = september('2023/M4-003 - Sikkerhetskopiering\nVedtak: Ny løsning anskaffes.\n')
    expect(became('2023-09-19', NEXT, told).state).toBe('open')
  })
})
