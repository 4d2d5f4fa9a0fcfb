import fc from 'fast-check'
import { findDates, findTimes, formatDate, monthOf } from '../../src/norwegian/dates.ts'

const read = (text: string, defaultYear?: number) =>
  findDates(text, defaultYear === undefined ? {} : { defaultYear }).map((date) => [date.year, date.month, date.day])

describe('findDates', () => {
  it.each([
    ['14.11.2024', [2024, 11, 14]],
    ['9.10.2024', [2024, 10, 9]],
    ['09.10.2024', [2024, 10, 9]],
    ['7. oktober 2024', [2024, 10, 7]],
    ['7.oktober 2024', [2024, 10, 7]],
    ['1.3.2020', [2020, 3, 1]],
    ['16-01-25', [2025, 1, 16]],
    ['2014-03-14', [2014, 3, 14]],
    ['fredag 27. oktober 2017', [2017, 10, 27]],
    ['laurdag 2. mars 2024', [2024, 3, 2]],
    ['14/11-2024', [2024, 11, 14]],
    ['https://eksempel.no/referat_20170529.pdf', [2017, 5, 29]],
    ['14 November 2024', [2024, 11, 14]],
    ['November 14, 2024', [2024, 11, 14]],
    ['the 14th of November 2024', [2024, 11, 14]],
    ['november 2024', [2024, 11, undefined]],
    ['dato: 3.4.24', [2024, 4, 3]],
  ])('reads %s', (text, date) => expect(read(`Møtet: ${text}`)).toEqual([date]))
  it.each([
    ['kom 12.mars og', [2020, 3, 12]],
    ['forfall 5.9.', [2020, 9, 5]],
    ['den 3. mai', [2020, 5, 3]],
  ])('takes the year of %s from the document', (text, date) => {
    expect(read(text, 2020)).toEqual([date])
    expect(read(text)).toEqual([[undefined, date[1], date[2]]])
  })
  it('covers the weekday in the text and tells true offsets', () => {
    const text = 'Møtet er fredag 27. oktober 2017 kl. 12'
    const [date] = findDates(text)
    expect(date?.text).toBe('fredag 27. oktober 2017')
    expect(text.slice(date?.start, date?.end)).toBe(date?.text)
  })
  it.each([
    ['våren 2023', 2023, undefined],
    ['slutten av januar 2025', 2025, 1],
    ['medio juni 2024', 2024, 6],
    ['1. kvartal 2024', 2024, undefined],
    ['hausten 2022', 2022, undefined],
    ['end of January 2025', 2025, 1],
  ])('keeps %s vague', (text, year, month) => {
    expect(findDates(`i ${text}.`)).toMatchObject([{ year, month, day: undefined, isVague: true }])
  })
  it('gives both days of a span', () => {
    for (const text of ['9. og 10. mars 2024', '9.–10. mars 2024', '9-10. mars 2024'])
      expect(read(text)).toEqual([
        [2024, 3, 9],
        [2024, 3, 10],
      ])
  })
  it.each([
    'PS 12/24', '2024/M7-001', 'sak 12/10 2024', '2026/1477-1', '09/810', '§ 11-10', '§ 5.9.', 'SAF-T 1.30',
    'Node 24.21.0', 'NOU 2026:1', 'gnr/bnr 19/43', '24/7', '31.02.2024', '14.13.2024', '2.1. Innledning', '2.1.13 DRIFT',
    'versjon 1.2.13', 'Side 2 av 23', '1 124', '42,539', 'i mars, mai og november', '2026-2027',
  ])('finds none in "%s"', (text) => expect(read(text)).toEqual([])) // biome-ignore format: list
  it('reads back every date it prints', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, fc.constantFrom('nb', 'nn', 'en' as const), (utc, language) => {
        const date = { year: utc.getUTCFullYear(), month: utc.getUTCMonth() + 1, day: utc.getUTCDate() }
        const iso = utc.toISOString().slice(0, 10)
        const numeric = `${date.day}.${date.month}.${date.year}`
        const padded = iso.split('-').reverse().join('.')
        for (const text of [formatDate(date, language as 'nb'), iso, numeric, padded])
          expect(read(`før ${text} etter`)).toEqual([[date.year, date.month, date.day]])
      }),
    )
  })
})

describe('findTimes', () => {
  it.each([
    ['08:15 - 11:00', ['08:15', '11:00']],
    ['kl. 0815', ['08:15']],
    ['kl. 12:00', ['12:00']],
    ['kl. 10.00 – 12.00', ['10:00', '12:00']],
    ['17:00 -22:45', ['17:00', '22:45']],
    ['kl 12', ['12:00']],
    ['starter kl. 08:15, slutter kl. 11.', ['08:15', '11:00']],
    ['kl. 9-11', ['09:00', '11:00']],
    ['klokka 8.30', ['08:30']],
    ['NOU 2026:10', []],
    ['42,5 og 12.30', []],
    ['25:00 og 12:60', []],
    ['kl. 10.500', []],
  ])('reads %s', (text, times) => expect(findTimes(text).map((time) => time.hhmm)).toEqual(times))
  it('tells true offsets', () => {
    const text = 'Tid kl. 10.00 – 12.00 i dag'
    for (const time of findTimes(text)) expect(text.slice(time.start, time.end)).toBe(time.text)
  })
})

describe('formatDate', () => {
  it('writes as each language does', () => {
    expect(formatDate({ year: 2024, month: 11, day: 14 }, 'nb')).toBe('14. november 2024')
    expect(formatDate({ year: 2024, month: 5, day: 1 }, 'en')).toBe('1 May 2024')
    expect(formatDate({ year: 2024, month: 12 }, 'nn')).toBe('desember 2024')
    expect(formatDate({ year: 2024, month: 10 }, 'en')).toBe('October 2024')
  })
})

describe('monthOf', () => {
  it.each([
    ['Januar', 1],
    ['sept.', 9],
    ['May', 5],
    ['des', 12],
    ['uke', undefined],
  ])('%s is %s', (word, month) => expect(monthOf(word)).toBe(month))
})
