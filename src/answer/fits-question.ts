import type { RankedPassage } from '../domain/passage.ts'
import { findDates, isoDay, singleYearsIn } from '../norwegian/dates.ts'
import { fold, sameAscii } from '../norwegian/fold.ts'
import { sentences } from '../norwegian/sentences.ts'
import { stemOf } from '../norwegian/stem.ts'
import { tokens } from '../norwegian/tokens.ts'
import type { Asked } from './asked.ts'
import { YEAR_BEFORE } from './figure-series.ts'
import { placesIn } from './known-names.ts'
import { municipalityOf } from './municipality-of.ts'
import type { Section } from './sections.ts'
import type { Stretch } from './stretches.ts'
import type { Term } from './topic.ts'

const monthsIn = (text: string): number[] => findDates(text).flatMap(({ month }) => month ?? [])

/** What of the nearest says anything: the words themselves, what was said before them, the headings. */
const nearest = <Thing>({ text, before }: Stretch, { headings }: RankedPassage, read: (text: string) => Thing[]) =>
  [text, before, headings.join(' ')].map(read).find((found) => found.length > 0)

/** Whether words can be of the time that was asked for; the document's own time is always a candidate. */
const PERIOD =
  /(?<!\p{L})(?:(første|fyrste|1|first)|(andre|annet|2|second)|(tredje|3|third)|(fjerde|4|fourth))\.?\s+(halvår|halvåret|kvartal|kvartalet|tertial|tertialet|quarter|half)(?!\p{L})/giu
const periodsIn = (text: string): string[] =>
  [...text.matchAll(PERIOD)].map((match) => `${match.slice(1, 5).findIndex(Boolean)} ${(match[5] ?? '').slice(0, 4)}`)

export function isOfTime({ plan }: Asked, stretch: Stretch, passage: RankedPassage): boolean {
  const { years, months, dates } = plan.meeting
  const isOnDate = (text: string): boolean =>
    // "per 30. april" is of the year that the document is of.
    findDates(text).some(({ year = passage.year, month, day }) =>
      dates.some((date) => date === isoDay({ year, month, day })),
    )
  // "andre halvår" is not the first.
  const periods = periodsIn(plan.question)
  const told = periods.length > 0 ? nearest(stretch, passage, periodsIn) : undefined
  if (told && !periods.some((period) => told.includes(period))) return false
  const isDated = dates.length === 0 || (passage.date !== undefined && dates.includes(passage.date))
  if (!isDated && ![passage.text, ...passage.headings].some(isOnDate)) return false
  if (years.length > 0) {
    const said = nearest(stretch, passage, singleYearsIn)
    // "gikk ned 1,2 % fra 2024" tells of 2025, where the year before is asked for as well.
    const meant = YEAR_BEFORE.test(fold(plan.question)) ? years.flatMap((year) => [year, year - 1]) : years
    if (!meant.some((year) => said?.includes(year) || passage.year === year)) return false
  }
  if (months.length === 0) return true
  const said = nearest(stretch, passage, monthsIn)
  const ownMonth = passage.date === undefined ? undefined : Number(passage.date.slice(5, 7))
  return said === undefined || months.some(({ month }) => said.includes(month) || ownMonth === month)
}

/** Whether words are of a place that was asked about, or of none. */
export function isOfPlace({ places, names, isNumeric }: Asked, stretch: Stretch, passage: RankedPassage): boolean {
  if (places.length === 0) return true
  const told = nearest(stretch, passage, (text) => placesIn(text, names))
  const municipality = municipalityOf(passage.documentTitle, passage.committee, passage.documentName)
  const owners = placesIn(`${passage.documentTitle} ${passage.committee ?? ''}`, names)
  // What a cooperation's papers tell of one municipality is told of the cooperation.
  if (municipality === undefined && places.every((place) => owners.includes(place))) return true
  // The papers of the municipality itself may name others; a number there may be the others'.
  const isOwn = municipality !== undefined && places.some((place) => sameAscii(place, municipality))
  if (isOwn && !isNumeric) return true
  if (told !== undefined) return places.some((place) => told.includes(place))
  return municipality === undefined || places.some((place) => sameAscii(place, municipality))
}

/** Minutes name a speaker by office as well. */
const SAYS_OFFICE =
  /^(?:daglig leder|dagleg leiar|kommunedirektør\p{L}*|rådmann\p{L}*|leder\p{L}*|leiar\p{L}*|ordfører\p{L}*|økonomisjef\p{L}*|administrasjon\p{L}*)(?!\p{L})/iu

/** Whether words are of the people asked about: by name, by the office they hold, or by an office one of the meeting holds. */
export function isOfPeople(
  { people, names }: Asked,
  text: string,
  stems: ReadonlySet<string>,
  section: Section,
  near: (term: Term) => number,
): boolean {
  return people.every((term) => {
    if (near(term) > 0) return true
    const roles = names.roles.get(term.folded) ?? names.roles.get(term.folded.replace(/s$/, '')) ?? []
    const isTold = roles.some((role) => tokens(role).every(({ folded }) => stems.has(stemOf(folded))))
    return isTold || (section.people.has(term.folded) && SAYS_OFFICE.test(text))
  })
}

const MOST_BEFORE_SUBJECT = 4

/** Whether the one who is asked to have said something is the subject of a sentence that does: among its first words. */
export function isOfSpeaker({ speaker, mustSay }: Asked, text: string): boolean {
  if (speaker === undefined) return true
  const surname = fold(speaker.trim().split(/\s+/).at(-1) ?? '')
  return sentences(text).some(
    ({ text: sentence }) =>
      (mustSay === undefined || mustSay.test(sentence)) &&
      tokens(sentence)
        .slice(0, MOST_BEFORE_SUBJECT)
        .some(({ folded }) => folded.startsWith(surname) || stemOf(folded) === stemOf(surname)),
  )
}
