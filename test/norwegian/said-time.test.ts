import fc from 'fast-check'
import { parseSaidTime } from '../../src/norwegian/said-time.ts'

const ahead = (days: number, time?: string, counts = 'calendar') => ({ is: 'ahead', days, counts, time })
const weekday = (number: number, week = 'coming', time?: string) => ({ is: 'weekday', weekday: number, week, time })
const later = (by: object, than = 'planned', time?: string) => ({ is: 'later', than, by, time })
const days = (count: number, counts = 'calendar') => ({ days: count, counts })

describe('a time as people say it', () => {
  it.each([
    ['i morgen kl. 9', ahead(1, '09:00')],
    ['til i morgon klokka 9', ahead(1, '09:00')],
    ['i morgen tidlig', ahead(1)],
    ['i overmorgen kl 12', ahead(2, '12:00')],
    ['over i morgon', ahead(2)],
    ['i dag kl. 15:30', ahead(0, '15:30')],
    ['kl. 15', ahead(0, '15:00')],
    ['klokka ni', ahead(0, '09:00')],
    ['i morgen halv ti', ahead(1, '09:30')],
    ['i morgon klokka halv 10', ahead(1, '09:30')],
    ['neste virkedag', ahead(1, undefined, 'working')],
    ['fyrste yrkedag kl. 9', ahead(1, '09:00', 'working')],
    ['til mandag', weekday(1)],
    ['Måndag', weekday(1)],
    ['på fredag kl 12', weekday(5, 'coming', '12:00')],
    ['til førstkommende tysdag', weekday(2)],
    ['laurdag kl. 10', weekday(6, 'coming', '10:00')],
    ['sundag', weekday(0)],
    ['neste fredag', weekday(5, 'unclear')],
    ['torsdag i neste uke', weekday(4, 'next')],
    ['neste veke på onsdag kl. 8', weekday(3, 'next', '08:00')],
    ['neste uke', weekday(1, 'next')],
    ['en time', later({ minutes: 60 })],
    ['to timer', later({ minutes: 120 })],
    ['med tre timar', later({ minutes: 180 })],
    ['en halv time', later({ minutes: 30 })],
    ['halvannen time', later({ minutes: 90 })],
    ['eit kvarter', later({ minutes: 15 })],
    ['20 minutter', later({ minutes: 20 })],
    ['om en time', later({ minutes: 60 }, 'now')],
    ['to dager', later(days(2))],
    ['ein dag', later(days(1))],
    ['i to døgn', later(days(2))],
    ['to dagar til kl. 12', later(days(2), 'planned', '12:00')],
    ['om tre dager', later(days(3), 'now')],
    ['ei veke', later(days(7))],
    ['to uker', later(days(14))],
    ['2 virkedager', later(days(2, 'working'))],
    ['til 5. februar', { is: 'date', year: undefined, month: 2, day: 5, time: undefined }],
    ['fredag 5. februar 2027 kl. 12:00', { is: 'date', year: 2027, month: 2, day: 5, time: '12:00' }],
    ['til 05.02.2027', { is: 'date', year: 2027, month: 2, day: 5, time: undefined }],
  ])('"%s"', (text, expected) => {
    expect(parseSaidTime(text)).toEqual(expected)
  })

  it.each(['31. april', '31.04.2027', '30. februar kl. 12', 'kl. 25', 'i morgen kl. 9:75', 'i morgon kl. 24'])(
    '"%s" looks like one, and there is none such',
    (text) => {
      expect(parseSaidTime(text)).toEqual({ is: 'impossible' })
    },
  )

  it.each([
    '',
    'senere',
    'etter påske',
    'litt',
    'et par dager',
    'februar 2027',
    'slutten av februar',
    'mandag eller tirsdag',
    '5. eller 6. februar',
    'i morgen kl. 9 eller 10:30',
    'en time kl. 9',
    '0 dager',
    'i morgen hvis formannskapet er enig',
    'ikke mandag',
    'til jul',
    'klokka mange',
  ])('"%s" is not guessed at', (text) => {
    expect(parseSaidTime(text)).toBeUndefined()
  })

  it('never throws, and tells only times that a clock shows', () => {
    const words = fc.constantFrom(
      'til',
      'i',
      'morgen',
      'kl.',
      'halv',
      'fredag',
      'neste',
      'uke',
      '31',
      '5.',
      'april',
      '9:30',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words, { maxLength: 7 }).map((said) => said.join(' ')),
        ),
        (text) => {
          const said = parseSaidTime(text)
          if (said && said.is !== 'impossible' && said.time) expect(said.time).toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
        },
      ),
    )
  })
})
