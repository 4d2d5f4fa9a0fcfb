import { isWorkingDay, publicHolidays } from '../../src/norwegian/holidays.ts'

/** Written by hand from almanacs: Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension, Whit Sunday and Monday. */
const MOVABLE: Readonly<Record<number, string>> = {
  2024: '03-28 03-29 03-31 04-01 05-09 05-19 05-20',
  2025: '04-17 04-18 04-20 04-21 05-29 06-08 06-09',
  2026: '04-02 04-03 04-05 04-06 05-14 05-24 05-25',
  2027: '03-25 03-26 03-28 03-29 05-06 05-16 05-17',
  2028: '04-13 04-14 04-16 04-17 05-25 06-04 06-05',
  2038: '04-22 04-23 04-25 04-26 06-03 06-13 06-14',
}
const FIXED = '01-01 05-01 05-17 12-25 12-26'

/** Easter Sundays at the edges: the earliest and latest of the time, and to the end of the century. */
const EASTER = [
  '2008-03-23',
  '2011-04-24',
  '2035-03-25',
  '2049-04-18',
  '2076-04-19',
  '2079-04-23',
  '2090-04-16',
  '2099-04-12',
  '2100-03-28',
]

describe('Norwegian public holidays', () => {
  it.each(Object.entries(MOVABLE))('of %s are those of the almanac', (year, movable) => {
    const expected = new Set(`${movable} ${FIXED}`.split(' ').map((day) => `${year}-${day}`))
    expect([...publicHolidays(Number(year)).keys()].sort()).toEqual([...expected].sort())
  })

  it.each(EASTER)('have Easter Sunday on %s', (date) => {
    expect(publicHolidays(Number(date.slice(0, 4))).get(date)).toBe('1. påskedag')
  })

  it('always have Easter on a Sunday from 22 March to 25 April', () => {
    for (let year = 1900; year <= 2100; year += 1) {
      const [easter = ''] = [...publicHolidays(year)].find(([, name]) => name === '1. påskedag') ?? []
      expect(new Date(`${easter}T00:00:00Z`).getUTCDay()).toBe(0)
      expect(easter.slice(5) >= '03-22' && easter.slice(5) <= '04-25').toBe(true)
    }
  })
})

it('works from Monday to Friday, holidays apart', () => {
  const working = ['2027-03-24', '2027-03-30', '2026-12-24', '2026-12-31', '2027-05-18']
  const free = [
    '2027-03-25',
    '2027-03-27',
    '2027-03-28',
    '2027-03-29',
    '2027-05-17',
    '2026-12-25',
    '2027-01-01',
    '2027-02-07',
  ]
  expect(working.filter((day) => !isWorkingDay(day))).toEqual([])
  expect(free.filter(isWorkingDay)).toEqual([])
})
