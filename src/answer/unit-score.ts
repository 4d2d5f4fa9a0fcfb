import type { RankedPassage } from '../domain/passage.ts'
import { findDates, monthOf } from '../norwegian/dates.ts'
import { fold } from '../norwegian/fold.ts'
import { tokens } from '../norwegian/tokens.ts'
import type { Asked } from './asked.ts'
import { effectIn, givesEffect, givesReason } from './cause-and-effect.ts'
import { severalScore } from './enumeration.ts'
import { namesPerson, PARTED } from './has-wanted.ts'
import { placesIn } from './known-names.ts'
import { meets } from './meets.ts'
import { isPoint } from './points.ts'
import type { Stretch } from './stretches.ts'
import { isToldAhead } from './told-ahead.ts'
import { stemSet, type Term } from './topic.ts'

const FORMS_SHARE = 0.15
/** A rule: what may, shall or must be. */
const GIVES_LEAVE =
  /(?<!\p{L})(?:kan|kunne|skal|får|må|tillatt|tillate|tillet|lov|forbudt|forbode|forbud|åpent for|ope for)(?!\p{L})/iu
/** A sentence that says what a thing is. */
const SAYS_WHAT_IT_IS =
  /^(?:\P{L}*[\p{L}-]+){1,3}["»”]?\s+(?:er|består|omfatter|betyr|skal|kan|is|means|vil si|dekker|gir|leverer|driver|har ansvar|står for|ble (?:opprettet|etablert|stiftet)|vart (?:oppretta|etablert|stifta))(?!\p{L})|(?<!\p{L})(?:en|et|ei|ein|eit)\s(?:\p{L}+\s){0,2}\p{L}+,\s(?:der|som|hvor|kor)(?!\p{L})/u
const SUBJECT_CHARS = 40
/** A word that counts for the subject is nearly the word that was asked with. */
const MIN_SUBJECT = 0.7

/** A stretch with how well it meets each term, and shares of the terms' weight, 0 to 1. */
export interface Measured {
  readonly stretch: Stretch
  readonly passage: RankedPassage
  /** A line right above that is a heading, though the layout did not tell. */
  readonly label: string
  readonly stems: ReadonlySet<string>
  readonly met: ReadonlyMap<Term, number>
  /** By the words themselves; the years left out. */
  readonly own: number
  /** By them and all that stands around. */
  readonly whole: number
}

/** "hvilke tiltak som er satt i verk": what is asked, repeated and not told. */
const REPEATS_QUESTION = /(?<!^)(?<!\p{L})(?:hvilke[nt]?|kva for|hva som|kva som)\s/u

/** How many dates or months a text names. */
const timesIn = (text: string): number =>
  Math.max(
    findDates(text).length,
    tokens(text).filter(({ folded }) => folded.length > 2 && monthOf(folded) !== undefined).length,
  )

/** Share of the words that stand in the text just as they were asked: "åpnet" is not "åpner". */
function shareOfForms(forms: readonly string[], text: string): number {
  if (forms.length === 0) return 0
  const words = new Set(tokens(text).map(({ folded }) => folded))
  return forms.filter((form) => words.has(form)).length / forms.length
}

/** Whether a text begins by saying what the matter is. */
const saysWhatItIs = (text: string, terms: readonly Term[]): boolean =>
  terms.some((term) => meets(term, stemSet(text.slice(0, SUBJECT_CHARS))) > MIN_SUBJECT) &&
  SAYS_WHAT_IT_IS.test(fold(text))

/** Whether what is asked stands in the line or the heading that leads to a list, so that all of its points are the answer. */
function isAskedOfLead({ plan, untimed }: Asked, { text, core, lead, isList }: Stretch, heading: string): boolean {
  const over = lead ?? (isList || isPoint(core) ? heading : undefined)
  if (plan.wanted !== 'any' || over === undefined) return false
  const told = stemSet(over)
  const points = stemSet(isList ? text.slice(lead?.length ?? 0) : core)
  return untimed.every((term) => meets(term, points) <= meets(term, told))
}

/** Whether what was asked about is what the reason is of, and not a part of it. */
function tellsOfEffect({ untimed }: Asked, { core, before }: Stretch): boolean {
  const told = stemSet(`${before}\n${effectIn(core)}`)
  return untimed.some((term) => !term.isSpecific && meets(term, told) > 0)
}

const FOR_REASON = 0.6
const FOR_OTHER_REASON = 0.3
const FOR_NO_REASON = -0.5
/** The cause comes first. */
const FOR_SENTENCE_BEFORE = 0.06

/** A cause that is told, best of just what was asked about. */
function reasonScore(asked: Asked, stretch: Stretch): number {
  const { text, core } = stretch
  const isTold = givesReason(text) && (tellsOfEffect(asked, stretch) ? FOR_REASON : FOR_OTHER_REASON)
  const hasSentenceBefore = text.length > core.length && text.endsWith(core)
  return (isTold || FOR_NO_REASON) + (hasSentenceBefore ? FOR_SENTENCE_BEFORE : 0)
}

/** What the sort of question adds to a stretch that tells in the way it asks; less than 0 where it does not. */
function mannerScore(asked: Asked, { stretch, passage, label }: Measured): number {
  const { text, core, lead } = stretch
  const { wanted } = asked.plan
  const isOfOthers = asked.isNumeric && asked.places.length === 0 && placesIn(core, asked.names).length > 0
  const isDecision = passage.kind === 'decision'
  return [
    asked.asksReason ? reasonScore(asked, stretch) : 0,
    asked.asksEffect && givesEffect(`${label}\n${lead ?? text}`) ? 0.3 : 0,
    wanted === 'list' ? severalScore(stretch, asked.countAsked?.count) : 0,
    REPEATS_QUESTION.test(core) ? (wanted === 'list' ? -0.6 : -0.35) : 0,
    asked.asksWhatItIs ? (saysWhatItIs(text, asked.terms) ? 0.5 : -0.3) : 0,
    asked.wants.asksRest && PARTED.test(text) ? 0.4 : 0,
    asked.asksOfEach && placesIn(core, asked.names).length > 1 ? 0.25 : 0,
    asked.asksWhatHappened && isToldAhead(text, passage) ? -0.3 : 0,
    asked.asksLeave && GIVES_LEAVE.test(text) ? 0.5 : 0,
    asked.asksHowItWent && text.includes('\n') ? -0.3 : 0,
    isDecision ? (asked.asksWhatShallBe ? 0.35 : asked.asksWhatItIs ? -0.3 : 0.1) : 0,
    // A number of one municipality, where none was asked about.
    isOfOthers ? -0.2 : 0,
    wanted === 'person' && namesPerson(text) ? 0.15 : 0,
    wanted === 'dates' || wanted === 'months' ? Math.min(0.1 * (timesIn(text) - 2), 0.4) : 0,
  ].reduce((sum, part) => sum + part, 0)
}

/** What speaks for a list whole, and against one of its points where all of them are the answer. */
function listScore(asked: Asked, { stretch, passage, met }: Measured): number {
  const { isList, lead = '' } = stretch
  const isOfLead = isAskedOfLead(asked, stretch, passage.headings.at(-1) ?? '')
  if (!isList) return isOfLead ? -0.3 : 0
  if (asked.plan.wanted === 'list') {
    // A list is of what its lead or its heading says.
    const over = stemSet([lead, ...passage.headings].join('\n'))
    const isOfMatter = asked.untimed.some((term) => meets(term, over) > 0)
    const isOfSort = !asked.listed || meets(asked.listed, over) > 0 || (met.get(asked.listed) ?? 0) > 0
    return isOfMatter && isOfSort ? 0.3 : 0
  }
  if (asked.asksEffect && givesEffect(lead)) return 0.2
  return isOfLead ? 0 : -0.15
}

/** What the form of a stretch and its place add: whole lists, papers with pages, no lead without its points. */
function formScore(asked: Asked, measured: Measured): number {
  const { stretch, passage } = measured
  return (
    listScore(asked, measured) +
    // Of two documents that say the same, the one whose pages a reader can turn to.
    (passage.page !== null ? 0.05 : 0) +
    (passage.documentName.toLowerCase().endsWith('.pdf') ? 0.05 : 0) -
    stretch.text.length / 8000 -
    (/[:?]$/u.test(stretch.text) ? 0.3 : 0) -
    (passage.kind === 'recommendation' ? 0.2 : 0)
  )
}

/** What speaks for a stretch, over how many of the words it meets; measured on the golden set. */
export function scoreOf(asked: Asked, measured: Measured, bestScore: number): number {
  const { stretch, passage, stems, met, own, whole } = measured
  const { years } = asked.plan.meeting
  const isMet = (term: Term): boolean => (met.get(term) ?? 0) > 0
  const isTimed = asked.timed.some(isMet) || (passage.year !== undefined && years.includes(passage.year))
  const isNamed = asked.named.length > 0 ? asked.named.filter(isMet).length / asked.named.length : 0
  const sharedStems = asked.stems.filter((stem) => stems.has(stem)).length / Math.max(asked.stems.length, 1)
  return (
    own +
    0.5 * whole +
    0.15 * (passage.score / bestScore) +
    (isTimed ? 0.15 : 0) +
    0.25 * isNamed +
    0.2 * sharedStems +
    FORMS_SHARE * shareOfForms(asked.forms, stretch.text) +
    mannerScore(asked, measured) +
    formScore(asked, measured)
  )
}
