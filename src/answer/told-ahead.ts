import type { StoredPassage } from '../domain/passage.ts'
import { findDates, isoDay, singleYearsIn } from '../norwegian/dates.ts'

/** "Når åpnet det?", "When did it open?": a verb of the past stands where the question begins. */
const ASKS_PAST =
  /^(?:når|kva tid|hvem|kven|(?:hvilken|kva|what|which)\s+(?:dato|dag|år|date|day|year)|when|who)\s+(?:ble|blei|vart|tok|kom|gikk|gjekk|fikk|fekk|slo|skjedde|did|became|took|opened|started|\p{L}{3,}(?:et|te|de|a))(?!\p{L})/u

export const asksWhatHappened = (question: string): boolean => ASKS_PAST.test(question)

/** Whether words tell of a time that still lay ahead of their document: what was meant to be, not what came to be. */
export function isToldAhead(text: string, { date, year: written }: StoredPassage): boolean {
  if (written === undefined) return false
  const day = date ?? `${written}-12-31`
  return (
    singleYearsIn(text).some((year) => year > written) ||
    findDates(text).some((told) => (isoDay({ ...told, year: told.year ?? written }) ?? '') > day)
  )
}
