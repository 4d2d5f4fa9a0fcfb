import type { LocalDate } from '../domain/ids.ts'
import { findTimes } from '../norwegian/dates.ts'
import { isWorkingDay } from '../norwegian/holidays.ts'
import { NUMBER_WORDS } from '../norwegian/number-words.ts'
import { instantOf, plusDays } from '../platform/zoned-time.ts'
import type { PostLanguage, Rule } from './ports.ts'

const COUNT = `(?<count>\\d{1,3}|${Object.keys(NUMBER_WORDS).join('|')})`
const MOST_DAYS = 90
const DEFAULT_TIME = '08:00'

/** What may stand before the time: the whole of it, so that a rule with words that nobody understood is refused. */
const DAYS: readonly { readonly pattern: RegExp; readonly counts: Rule['counts']; readonly daysEach: number }[] = [
  {
    pattern: new RegExp(`^${COUNT} (?:kalender)?(?:dag|dager|dagar|døgn) (?:før|i forveien)$`),
    counts: 'calendar',
    daysEach: 1,
  },
  { pattern: new RegExp(`^${COUNT} (?:uke|uker|veke|veker|vekar) før$`), counts: 'calendar', daysEach: 7 },
  { pattern: /^(?:dagen|kvelden) før$/, counts: 'calendar', daysEach: 1 },
  { pattern: /^(?:uken|uka|veka|vika) før$/, counts: 'calendar', daysEach: 7 },
  { pattern: /^(?:samme|same) dag(?:en)?$|^(?:på )?møtedagen$/, counts: 'calendar', daysEach: 0 },
  {
    pattern: new RegExp(`^${COUNT} (?:virke|arbeids|yrke|kvar|hver)dag(?:er|ar)? før$`),
    counts: 'working',
    daysEach: 1,
  },
  {
    pattern: /^(?:den )?(?:siste|seinaste) (?:virke|arbeids|yrke|kvar|hver)dag(?:en)? før$/,
    counts: 'working',
    daysEach: 1,
  },
]

/**
 * "7 dager før kl. 08:00", "ei veke før møtet", "siste virkedag før kl. 12", "tre yrkedagar før klokka 9", "møtedagen kl. 7".
 * Without a time: 08:00.
 * @returns undefined when any part of it is not understood
 */
export function parseRule(text: string): Rule | undefined {
  const folded = text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
  const times = findTimes(folded)
  if (times.length > 1) return undefined
  const [time] = times
  const rest = time ? `${folded.slice(0, time.start)} ${folded.slice(time.end)}` : folded
  const words = rest
    .replace(/(?<!\p{L})(?:kl|klokka|klokken)\b\.?/gu, ' ')
    .replace(/[.,;]/g, ' ')
    .replace(/ (?:møtet|møte|kvart møte|hvert møte)\b(?= |$)/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  // A number that is left over and no time ("kl 25", "8.61"): better refused than read as 08:00.
  if (!time && /(?:kl|klokka|klokken)/u.test(folded)) return undefined
  for (const { pattern, counts, daysEach } of DAYS) {
    const match = pattern.exec(words)
    if (!match) continue
    const count = match.groups?.['count']
    const days = (count === undefined ? 1 : (NUMBER_WORDS[count] ?? Number(count))) * daysEach
    if (days > MOST_DAYS || (days === 0 && daysEach > 0)) return undefined
    const hhmm = time?.hhmm ?? DEFAULT_TIME
    return hhmm === '24:00' ? undefined : { days, counts, time: hhmm }
  }
  return undefined
}

/** The rule as `parseRule` reads it. */
export function ruleInWords({ days, counts, time }: Rule, language: PostLanguage): string {
  const isNynorsk = language === 'nn'
  const at = `kl. ${time}`
  if (days === 0) return `møtedagen ${at}`
  if (counts === 'working') {
    if (days === 1) return `${isNynorsk ? 'siste yrkedag' : 'siste virkedag'} før ${at}`
    return `${days} ${isNynorsk ? 'yrkedagar' : 'virkedager'} før ${at}`
  }
  if (days === 1) return `dagen før ${at}`
  return `${days} ${isNynorsk ? 'dagar' : 'dager'} før ${at}`
}

/** The day a rule points at. Working days are counted from the day before the meeting. */
export function dayOf(rule: Rule, meetingDate: LocalDate): LocalDate {
  if (rule.counts === 'calendar') return plusDays(meetingDate, -rule.days)
  let day = meetingDate
  for (let left = rule.days; left > 0; ) {
    day = plusDays(day, -1)
    if (isWorkingDay(day)) left -= 1
  }
  return day
}

/** When a rule falls due, in ms since 1970 UTC. */
export const dueAtMs = (rule: Rule, meetingDate: LocalDate, zone: string): number =>
  instantOf(dayOf(rule, meetingDate), rule.time, zone)
