import { findDates, findTimes, monthOf } from './dates.ts'
import { NUMBER_WORDS } from './number-words.ts'

/** When something shall be, as people say it; what it means depends on what now is. `time`: `HH:MM`, undefined: not said. */
export type SaidTime =
  | {
      readonly is: 'date'
      readonly year: number | undefined
      readonly month: number
      readonly day: number
      readonly time: string | undefined
    }
  /** 0 for Sunday. `week`: the coming one of its name, that of the next week, or either ("neste fredag"). */
  | {
      readonly is: 'weekday'
      readonly weekday: number
      readonly week: 'coming' | 'next' | 'unclear'
      readonly time: string | undefined
    }
  /** So many days after today: 0 for "i dag". */
  | {
      readonly is: 'ahead'
      readonly days: number
      readonly counts: 'calendar' | 'working'
      readonly time: string | undefined
    }
  /** So much later than planned ("to dager"), or than now ("om to dager"). */
  | {
      readonly is: 'later'
      readonly than: 'planned' | 'now'
      readonly by: { readonly minutes: number } | { readonly days: number; readonly counts: 'calendar' | 'working' }
      readonly time: string | undefined
    }
  /** It looks like a time, and there is none such: "31. april", "kl. 25". */
  | { readonly is: 'impossible' }

const WEEKDAYS = [
  'søndag|sundag',
  'mandag|måndag',
  'tirsdag|tysdag',
  'onsdag',
  'torsdag',
  'fredag',
  'lørdag|laurdag',
] as const
const WEEKDAY = `(?<weekday>${WEEKDAYS.join('|')})(?:en)?`
const WEEK = '(?:uke|uka|uken|veke|veka|vike|vika)'
const WORKING_DAY = '(?:virke|yrke|arbeids|hver|kvar)dag'
const COUNT = `(?<count>\\d{1,3}|${Object.keys(NUMBER_WORDS).join('|')})`
const LEFT_OF_TIME = /\d\s?[./]\s?\d|(?:kl|klokka|klokken)\.?\s?\d|[:.]\d/u
const DAY_AND_WORD = /\d{1,2}\.?\s?(\p{L}+)/gu

/** What no calendar or clock has is left where dates and times are taken out. */
const looksLikeTime = (rest: string): boolean =>
  LEFT_OF_TIME.test(rest) || [...rest.matchAll(DAY_AND_WORD)].some(([, word = '']) => monthOf(word) !== undefined)

type Groups = Readonly<Record<string, string | undefined>>

const countOf = ({ count = '' }: Groups): number => NUMBER_WORDS[count] ?? Number(count)
const weekdayOf = ({ weekday = '' }: Groups): number =>
  WEEKDAYS.findIndex((names) => names.split('|').includes(weekday))

/** The whole of what stands beside date and time, with what it means. */
const FORMS: readonly (readonly [pattern: string, read: (groups: Groups, time: string | undefined) => SaidTime])[] = [
  ['i ?dag', (_groups, time) => ({ is: 'ahead', days: 0, counts: 'calendar', time })],
  [
    'i ?(?:morgen|morgon|morra|morga)(?: tidlig| tidleg)?',
    (_groups, time) => ({ is: 'ahead', days: 1, counts: 'calendar', time }),
  ],
  [
    '(?:i ?)?over ?(?:i ?)?(?:morgen|morgon|morra|morga)',
    (_groups, time) => ({ is: 'ahead', days: 2, counts: 'calendar', time }),
  ],
  [
    `(?:neste|første|fyrste) ${WORKING_DAY}(?:en)?`,
    (_groups, time) => ({ is: 'ahead', days: 1, counts: 'working', time }),
  ],
  [
    `(?:(?:nå |no )?(?:på |førstkommende |fyrstkomande |førstkomande |kommende |komande ))?${WEEKDAY}`,
    (groups, time) => ({ is: 'weekday', weekday: weekdayOf(groups), week: 'coming', time }),
  ],
  [
    `${WEEKDAY} (?:i )?neste ${WEEK}|neste ${WEEK} (?:på )?${WEEKDAY.replace('<weekday>', '<also>')}`,
    ({ weekday, also }, time) => ({
      is: 'weekday',
      weekday: weekdayOf({ weekday: weekday ?? also }),
      week: 'next',
      time,
    }),
  ],
  [`neste ${WEEKDAY}`, (groups, time) => ({ is: 'weekday', weekday: weekdayOf(groups), week: 'unclear', time })],
  [`neste ${WEEK}`, (_groups, time) => ({ is: 'weekday', weekday: 1, week: 'next', time })],
]

/** "to dager", "i en uke", "om ein halv time": how much later. */
const AMOUNTS: readonly (readonly [
  pattern: string,
  read: (groups: Groups) => Extract<SaidTime, { is: 'later' }>['by'],
])[] = [
  [`${COUNT} minutt(?:er|ar)?`, (groups) => ({ minutes: countOf(groups) })],
  ['(?:et |eit )?kvarter', () => ({ minutes: 15 })],
  ['(?:en |ein |ei )?halv ?time', () => ({ minutes: 30 })],
  ['(?:en og en halv|ein og ein halv|halvannen|halvannan) time', () => ({ minutes: 90 })],
  [`${COUNT} tim(?:e|er|ar)`, (groups) => ({ minutes: countOf(groups) * 60 })],
  [`${COUNT} (?:dag|dager|dagar|døgn)`, (groups) => ({ days: countOf(groups), counts: 'calendar' })],
  [`${COUNT} (?:uke|uker|veke|veker|vekar)`, (groups) => ({ days: countOf(groups) * 7, counts: 'calendar' })],
  [`${COUNT} ${WORKING_DAY}(?:er|ar)?`, (groups) => ({ days: countOf(groups), counts: 'working' })],
]

/** Hours in words as digits: "klokka ni", "halv ti". */
const inDigits = (text: string): string =>
  text
    .replace(
      /(?<!\p{L})(?:kl\.?|klokka|klokken)? ?halv (\p{L}+|\d{1,2})(?![\p{L}\d])/gu,
      (all: string, word: string) => {
        const hour = NUMBER_WORDS[word] ?? Number(word)
        return hour >= 1 && hour <= 12 ? ` kl. ${(hour + 11) % 12}:30` : all
      },
    )
    .replace(/(?<!\p{L})(kl\.?|klokka|klokken) (\p{L}+)(?!\p{L})/gu, (all: string, clock: string, word: string) => {
      const hour = NUMBER_WORDS[word]
      return hour === undefined ? all : `${clock} ${hour}`
    })

/**
 * "mandag", "i morgon kl. 9", "fredag kl. 12", "5. februar", "to dager", "om en time", "neste yrkedag klokka ni".
 * @returns undefined when any part of it is not understood
 */
export function parseSaidTime(said: string): SaidTime | undefined {
  const text = inDigits(said.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim())
  const times = findTimes(text)
  const dates = findDates(text)
  if (times.length > 1 || dates.length > 1) return undefined
  const [time] = times
  const [date] = dates
  let rest = text
  for (const found of [time, date])
    if (found) rest = rest.slice(0, found.start) + ' '.repeat(found.end - found.start) + rest.slice(found.end)
  if (time?.hhmm === '24:00' || looksLikeTime(rest)) return { is: 'impossible' }
  const words = rest
    .replace(/[.,;!]/g, ' ')
    .replace(/(?<!\p{L})(?:til|kl|klokka|klokken|den)(?!\p{L})/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (date) {
    const { year, month, day, isVague } = date
    if (isVague || month === undefined || day === undefined || words !== '') return undefined
    return { is: 'date', year, month, day, time: time?.hhmm }
  }
  if (words === '') return time && { is: 'ahead', days: 0, counts: 'calendar', time: time.hhmm }
  for (const [pattern, read] of FORMS) {
    const match = new RegExp(`^(?:${pattern})$`, 'u').exec(words)
    if (match) return read(match.groups ?? {}, time?.hhmm)
  }
  for (const [pattern, read] of AMOUNTS) {
    const match = new RegExp(`^(?:(?<from>om|i|med) )?(?:${pattern})$`, 'u').exec(words)
    if (!match) continue
    const by = read(match.groups ?? {})
    const amount = 'minutes' in by ? by.minutes : by.days
    if (amount === 0 || ('minutes' in by && time)) return undefined
    return { is: 'later', than: match.groups?.['from'] === 'om' ? 'now' : 'planned', by, time: time?.hhmm }
  }
  return undefined
}
