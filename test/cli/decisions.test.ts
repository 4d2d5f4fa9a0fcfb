import { UsageError } from '../../src/cli/arguments.ts'
import { type DecisionListing, dayOption, runDecisions } from '../../src/cli/decisions.ts'
import { havingTold, minutesText, operator } from '../answer/told-meetings.ts'

const COUNCIL = 'Møtereferat Fellesrådet for Nordvik IKT'
const first = minutesText(
  COUNCIL,
  '15.03.2023',
  '2023/M2-004 - Felles sentralbord\nVedtak: Saken utsettes til møtet 20.09.2023.\n\n2023/M2-005 - Kantine\nRådet drøftet maten.\n',
)
const { register, close } = havingTold({
  'r1.txt': first,
  'r1-kopi.txt': `${first}\n`,
  'r2.txt': minutesText(
    COUNCIL,
    '20.09.2023',
    '2023/M4-003 - Felles sentralbord\nVedtak: Det etableres ett sentralbord.\n\n2023/M4-004 - Kantine\nVedtak: Saken tas til orientering\n',
  ),
  'i.txt': minutesText(
    'Møteinnkalling Fellesrådet for Nordvik IKT',
    '10.02.2027',
    '2027/M1-001 Felles sentralbord\n2027/M1-002 Annet\n',
  ),
})
afterAll(() => close())
const everything: DecisionListing = {
  committee: undefined,
  from: undefined,
  to: undefined,
  status: undefined,
  about: undefined,
  json: false,
}
const listed = (listing: Partial<DecisionListing>): string[] => {
  const lines: string[] = []
  expect(runDecisions(register, operator, { ...everything, ...listing }, (line) => lines.push(line))).toBe(0)
  return lines
}

describe('rakel decisions', () => {
  it('lists what was decided, newest first, once a meeting, with its words and where they stand', () => {
    expect(listed({})).toEqual([
      '2023-09-20  2023/M4-003  decided          Felles sentralbord – Fellesrådet for Nordvik IKT',
      '            Det etableres ett sentralbord.  (r2.txt)',
      '2023-09-20  2023/M4-004  for-information  Kantine – Fellesrådet for Nordvik IKT',
      '            Saken tas til orientering  (r2.txt)',
      '2023-03-15  2023/M2-004  postponed        Felles sentralbord – Fellesrådet for Nordvik IKT',
      expect.stringMatching(/^ {12}Saken utsettes til møtet 20\.09\.2023\. {2}\(r1(?:-kopi)?\.txt\)$/),
    ])
  })

  it('narrows by body, day, status and matter', () => {
    expect(listed({ committee: 'FELLESRADET' })).toHaveLength(6)
    expect(listed({ committee: 'nemnda' })).toEqual([])
    expect(listed({ from: dayOption('from', '2023-04', 'first') })).toHaveLength(4)
    expect(listed({ to: dayOption('to', '2023-04', 'last') })).toHaveLength(2)
    expect(listed({ status: 'postponed' })).toHaveLength(2)
    expect(listed({ about: 'sentralbordet' })).toHaveLength(4)
    expect(listed({ status: 'none-recorded' })[1]).toMatch(/^ +no decision is recorded/)
  })

  it('prints JSON a line', () => {
    expect(JSON.parse(listed({ json: true })[0] ?? '')).toMatchObject({
      document: 'r2.txt',
      date: '2023-09-20',
      caseNumber: '2023/M4-003',
      status: 'decided',
      decision: 'Det etableres ett sentralbord.',
      votes: [],
      proposals: [],
    })
  })

  it('understands a day, a month and a year, and nothing else', () => {
    expect(dayOption('from', '2024', 'first')).toBe('2024-01-01')
    expect(dayOption('to', '2024', 'last')).toBe('2024-12-31')
    expect(dayOption('to', '2024-02', 'last')).toBe('2024-02-29')
    expect(dayOption('to', '2024-02-10', 'last')).toBe('2024-02-10')
    for (const text of ['i fjor', '2024-13', '2024-02-31'])
      expect(() => dayOption('to', text, 'last')).toThrow(UsageError)
  })
})
