export interface FoundDate {
  /** As it stands, weekday included. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** undefined when neither the text nor `defaultYear` tells. */
  readonly year: number | undefined
  /** 1 for January. undefined for a season, a quarter or a half-year. */
  readonly month: number | undefined
  readonly day: number | undefined
  /** A season, a quarter or "slutten av januar": never to be made more exact than it is. */
  readonly isVague: boolean
}

export interface DateOptions {
  /** For dates without a year ("5.9.", "12.mars"): the year of the document. */
  readonly defaultYear?: number
}

export interface FoundTime {
  readonly text: string
  readonly start: number
  readonly end: number
  /** `HH:MM`, 24 hours. */
  readonly hhmm: string
}

const MONTHS: readonly (readonly string[])[] = [
  ['januar', 'january', 'jan'],
  ['februar', 'february', 'feb', 'febr'],
  ['mars', 'march', 'mar'],
  ['april', 'apr'],
  ['mai', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['august', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['desember', 'december', 'des', 'dec'],
]
const MONTH_OF = new Map(MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)))

/** 1 for January, in Norwegian or English, in full or shortened. */
export function monthOf(word: string): number | undefined {
  return MONTH_OF.get(word.trim().toLowerCase().replace(/\.$/, ''))
}

const MONTH = `(?:${MONTHS.flat()
  .sort((a, b) => b.length - a.length)
  .join('|')})`
const WEEKDAY =
  '(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|måndag|tysdag|laurdag|sundag|monday|tuesday|wednesday|thursday|friday|saturday|sunday)'
const YEAR = '(?<year>(?:1[89]|20|21)\\d{2})(?!\\d)'
/** Not in the middle of a number, a version, a case number or after a paragraph sign. */
const FREE = '(?<![\\p{L}\\p{N}§]|[\\d§][.,/\\-–\\s]|[\\p{L}][-/])'
const FREE_AFTER = '(?![\\p{L}\\p{N}]|[-/]\\d)'
const DAY = '(?<day>\\d{1,2})'
const BEFORE_DAY = `(?:${WEEKDAY}\\s{0,2},?\\s{0,2})?(?:(?:den|the)\\s{1,2})?`
const SEASON =
  '(?:våren|vår|sommeren|sommaren|høsten|høst|hausten|haust|vinteren|vinter|spring|summer|autumn|fall|winter|årsskiftet)'
const PART =
  '(?:(?:slutten|begynnelsen|byrjinga|starten|midten|utgangen|løpet)\\s(?:av|på)|primo|medio|ultimo|tidlig\\si|tidleg\\si|sent\\si|seint\\si|(?:the\\s)?(?:end|beginning|start|middle)\\sof|early|mid|late)'
const PERIOD = '(?:(?:[1-4]\\.|første|fyrste|andre|tredje|fjerde|siste)\\s?(?:kvartal|halvår|tertial)|Q[1-4])'

/** One pattern a form, the longest first; a stretch of text belongs to the first form that takes it. */
const FORMS: readonly { readonly pattern: RegExp; readonly isVague?: boolean; readonly needsContext?: boolean }[] = [
  { pattern: new RegExp(`${FREE}${PART}\\s(?<month>${MONTH})\\.?(?:\\s${YEAR})?${FREE_AFTER}`, 'giu'), isVague: true },
  {
    pattern: new RegExp(
      `${FREE}${BEFORE_DAY}${DAY}(?:\\.|st|nd|rd|th)?\\s{0,2}(?:of\\s)?(?<month>${MONTH})\\b\\.?(?:,?\\s{1,4}${YEAR})?${FREE_AFTER}`,
      'giu',
    ),
  },
  {
    pattern: new RegExp(
      `${FREE}${BEFORE_DAY}(?<month>${MONTH})\\s{1,2}${DAY}(?:st|nd|rd|th)?(?:,\\s?|\\s)${YEAR}${FREE_AFTER}`,
      'giu',
    ),
  },
  { pattern: new RegExp(`${FREE}(?<month>${MONTH})\\.?,?\\s{1,4}${YEAR}${FREE_AFTER}`, 'giu') },
  {
    pattern: new RegExp(`${FREE}(?:${SEASON}|${PERIOD})(?:\\si)?\\s${YEAR}(?:/\\d{2,4})?${FREE_AFTER}`, 'giu'),
    isVague: true,
  },
  {
    pattern: new RegExp(
      `${FREE}${BEFORE_DAY}${DAY}\\.\\s?(?<month>\\d{1,2})\\.\\s?${YEAR}${FREE_AFTER}(?!\\.\\d)`,
      'giu',
    ),
  },
  {
    pattern: new RegExp(
      `${FREE}${BEFORE_DAY}${DAY}\\.(?<month>\\d{1,2})\\.(?<year>\\d{2})(?![\\d])${FREE_AFTER}(?!\\.\\d)`,
      'giu',
    ),
    needsContext: true,
  },
  { pattern: new RegExp(`${FREE}${YEAR}-(?<month>\\d{2})-(?<day>\\d{2})(?![\\d]|-\\d)`, 'gu') },
  {
    pattern: new RegExp(
      `${FREE}(?<day>\\d{2})-(?<month>\\d{2})-(?<year>(?:(?:19|20)\\d{2}|\\d{2}))(?![\\d]|-\\d)`,
      'gu',
    ),
  },
  { pattern: new RegExp(`(?<![\\p{L}\\p{N}§.,])${DAY}/(?<month>\\d{1,2})[-\\s]${YEAR}${FREE_AFTER}`, 'gu') },
  { pattern: /(?<=[/_=-])(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})(?=[/_.&-]|$)/gu },
  { pattern: new RegExp(`${FREE}${BEFORE_DAY}${DAY}\\.(?<month>\\d{1,2})\\.(?!\\s?\\d)`, 'giu'), needsContext: true },
]

/** "9. og 10. mars 2024": the first day borrows month and year. */
const TWO_DAYS = new RegExp(
  `${FREE}(?<first>\\d{1,2})\\.?\\s{0,2}(?:[-–]|og|and|til)\\s{0,2}(?<second>${DAY}\\.?\\s{0,2}(?<month>${MONTH})\\b\\.?(?:,?\\s{1,4}${YEAR})?${FREE_AFTER})`,
  'giu',
)

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function isPossible(month: number | undefined, day: number | undefined): boolean {
  if (month === undefined) return day === undefined
  const days = DAYS_IN_MONTH[month - 1]
  return days !== undefined && (day === undefined || (day >= 1 && day <= days))
}

const numberOf = (digits: string | undefined): number | undefined => (digits === undefined ? undefined : Number(digits))

/** Two digits are of this century up to 69, as people write them. */
function fullYear(digits: string | undefined): number | undefined {
  if (digits === undefined) return undefined
  const year = Number(digits)
  return digits.length > 2 ? year : year < 70 ? 2000 + year : 1900 + year
}

/** "5.9." may open a numbered heading, "1.2.13" may be one: a date only where words stand before it or nothing else stands. */
function standsAlone(text: string, start: number, end: number): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const before = text.slice(Math.max(lineStart, start - 60), start)
  if (/\p{L}[\p{L}.:,(]*\s*[–\-(]?\s*$/u.test(before))
    return !/(?:versjon|version|v|punkt|pkt|kapittel|kap|avsnitt|sak|nr|del|tabell|figur|section|art|artikkel)\.?:?\s*$/iu.test(
      before,
    )
  return before.trim() === '' && /^\s*(?:[-–,;)].*)?$/u.test(text.slice(end, end + 60).split('\n', 1)[0] ?? '')
}

/** Case numbers ("sak 12/10 2024") look like dates; the word before tells. */
const AFTER_CASE_WORD = /(?:^|[^\p{L}])(?:sak|ps|rs|fo|ds|os|nr|saksnr|gnr|bnr|nou)\.?:?\s*$/iu

/**
 * Every date of a text, in the order they stand, never overlapping. Impossible dates, case numbers, law paragraphs and
 * versions are none. A year alone is a number, not a date.
 */
export function findDates(text: string, options: DateOptions = {}): FoundDate[] {
  const found: FoundDate[] = []
  const taken = new Uint8Array(text.length)
  const add = (start: number, end: number, groups: Record<string, string | undefined>, isVague: boolean): void => {
    const name = groups['month']
    const month = name === undefined ? undefined : /^\d/.test(name) ? Number(name) : monthOf(name)
    const day = numberOf(groups['day'])
    if (!isPossible(month, day) || taken[start] === 1 || taken[end - 1] === 1) return
    taken.fill(1, start, end)
    const year = fullYear(groups['year']) ?? options.defaultYear
    found.push({ text: text.slice(start, end), start, end, year, month, day, isVague })
  }
  for (const match of text.matchAll(TWO_DAYS)) {
    const groups = match.groups ?? {}
    const { first = '', second = '' } = groups
    const start = match.index
    const end = start + match[0].length
    add(
      start,
      start + first.length + (text.charAt(start + first.length) === '.' ? 1 : 0),
      { ...groups, day: first },
      false,
    )
    add(end - second.length, end, groups, false)
  }
  for (const form of FORMS)
    for (const match of text.matchAll(form.pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (match[0].includes('/') && AFTER_CASE_WORD.test(text.slice(Math.max(0, start - 20), start))) continue
      if (form.needsContext && !standsAlone(text, start, end)) continue
      add(start, end, match.groups ?? {}, form.isVague ?? false)
    }
  return found.sort((a, b) => a.start - b.start)
}

const CLOCK = /(?<![\d:.,/])(?<hour>[01]?\d|2[0-3]):(?<minute>[0-5]\d)(?![\d:]|\.\d)/gu
const AFTER_KL =
  /(?<![\p{L}\p{N}])(?:kl|klokka|klokken|klokka|at)\.?\s{0,2}(?<hour>[01]?\d|2[0-4])(?:[.:]?(?<minute>[0-5]\d))?(?![\d\p{L}]|[.,]\d)(?:\s{0,2}(?:[-–]|til)\s{0,2}(?:kl\.?\s{0,2})?(?<toHour>[01]?\d|2[0-4])(?:[.:]?(?<toMinute>[0-5]\d))?(?![\d\p{L}]|[.,:]\d))?/giu

const hhmm = (hour: string, minute: string | undefined): string => `${hour.padStart(2, '0')}:${minute ?? '00'}`

/** Times of day in the order they stand: 08:15, kl. 0815, kl. 10.00 – 12.00, 17:00 -22:45. A bare number needs "kl". */
export function findTimes(text: string): FoundTime[] {
  const found: FoundTime[] = []
  const add = (start: number, end: number, time: string): void => {
    if (!found.some((other) => other.start < end && start < other.end))
      found.push({ text: text.slice(start, end), start, end, hhmm: time })
  }
  for (const match of text.matchAll(AFTER_KL)) {
    const { hour = '', minute, toHour, toMinute } = match.groups ?? {}
    // "at 12" is seldom a time in English, "at 12:30" is.
    if (/^at/i.test(match[0]) && (minute === undefined || !match[0].includes(':'))) continue
    const end = match.index + match[0].length
    const toText =
      toHour === undefined ? '' : (match[0].match(/(?:[-–]|til)\s{0,2}((?:kl\.?\s{0,2})?[\d.:]+)$/iu)?.[1] ?? '')
    const firstText = toHour === undefined ? match[0] : (match[0].match(/^\D+\d+(?:[.:]\d\d)?/u)?.[0] ?? match[0])
    add(match.index, match.index + firstText.length, hhmm(hour, minute))
    if (toHour !== undefined && toText !== '') add(end - toText.length, end, hhmm(toHour, toMinute))
  }
  for (const match of text.matchAll(CLOCK)) {
    const { hour = '', minute } = match.groups ?? {}
    add(match.index, match.index + match[0].length, hhmm(hour, minute))
  }
  return found.sort((a, b) => a.start - b.start)
}

const ENGLISH_MONTHS = MONTHS.map(
  (names) => names.find((name) => /y$|march|april|june|august|ber$/.test(name) && !/ktober|desember/.test(name)) ?? '',
)

/** `YYYY-MM`. */
export const isoMonth = ({ year, month }: Pick<FoundDate, 'year' | 'month'>): string =>
  `${year}-${String(month).padStart(2, '0')}`

/** `YYYY-MM-DD`; undefined unless year, month and day are all told. That the day is in the calendar is not looked at. */
export function isoDay({ year, month, day }: Pick<FoundDate, 'year' | 'month' | 'day'>): string | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined
  return `${isoMonth({ year, month })}-${String(day).padStart(2, '0')}`
}

/** Years as numbers, in the order they stand, also of a range ("2024-2027"); not those of "14.11.2024" or "12/2024". */
export const yearsIn = (text: string): number[] =>
  [...text.matchAll(/(?<![\d.,/])(?:19|20)\d{2}(?![\d/]|[.,]\d)/g)].map(([year]) => Number(year))

/** The same without those beside a hyphen: the years of a range, and of a day such as 2024-11-14. */
export const singleYearsIn = (text: string): number[] =>
  [...text.matchAll(/(?<![\d.,/-])(?:19|20)\d{2}(?![\d/-]|[.,]\d)/g)].map(([year]) => Number(year))

/** The Norwegian name of the month, 1 to 12. */
export const monthName = (month: number): string => MONTHS[month - 1]?.[0] ?? ''

/** "14. november 2024", "14 November 2024"; the day may be unknown. */
export function formatDate(
  date: { readonly year: number; readonly month: number; readonly day?: number | undefined },
  language: 'nb' | 'nn' | 'en',
): string {
  const english = ENGLISH_MONTHS[date.month - 1] ?? ''
  const month = language === 'en' ? english.charAt(0).toUpperCase() + english.slice(1) : monthName(date.month)
  if (date.day === undefined) return `${month} ${date.year}`
  return `${date.day}${language === 'en' ? '' : '.'} ${month} ${date.year}`
}
