import { findDates, isoMonth, monthOf } from '../../norwegian/dates.ts'
import { fold } from '../../norwegian/fold.ts'
import { stemsOfTokens } from '../../norwegian/stem.ts'
import { isStopWord } from '../../norwegian/stop-words.ts'
import { tokens } from '../../norwegian/tokens.ts'
import type { Draft } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { computed, differenceOf, inChange, paragraphOf } from '../figure-draft.ts'
import { basisAsked, type FigureCandidate, figurePool, passageOf, stageOf, yearOfFigure } from '../figure-pool.ts'
import { unitsOf, YEAR_BEFORE } from '../figure-series.ts'
import { knownNames, placesIn } from '../known-names.ts'
import { asksFor, IS_DIFFERENCE, isMeasure, PROPOSED } from '../operation.ts'
import { stemSet, type Term, topicOf } from '../topic.ts'

/** What stands between the two things that a question sets against each other. */
const BETWEEN =
  /(?<!\p{L})(?:(?:sammenl\p{L}+|samanlikn\p{L}+|compared|stemmer(?: det| dette)?(?: overens)?|passer(?: det)?)\s+(?:med|to|with)|i forhold til|enn|than|mot|versus|vs|kontra)(?!\p{L})/u
/** "forskjellen mellom A og B" */
const PAIR = /(?<!\p{L})(?:mellom|between)(?!\p{L})(.+?)(?<!\p{L})(?:og|and)(?!\p{L})/u
/** Share of a side's own words that the figure's surroundings must have. */
const MIN_CUES = 0.5
const MOST_LOOKED_AT = 12

/** What was proposed and decided in one meeting is set against each other. */
const isOfOneMeeting = (one: FigureCandidate, other: FigureCandidate): boolean => one.document.id === other.document.id

interface Side {
  readonly text: string
  readonly terms: readonly Term[]
  /** Years and months ("2024", "2024-11") that the side itself names. */
  readonly times: readonly string[]
  readonly isProposed: boolean
}

interface Operand {
  readonly entry: FigureCandidate
  readonly score: number
}

/** A month counts as a month, not as its year. */
function timesIn(text: string): string[] {
  const months = findDates(text).filter(({ year, month, day }) => year !== undefined && month && day === undefined)
  const years = [...text.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map(([year]) => year)
  return months.length > 0 ? months.map(isoMonth) : years
}

/** Whether a figure is of a year as a whole, or of just that month, or was told in it. */
const isOfTime = ({ fact, document }: FigureCandidate, time: string): boolean =>
  time.length === 4
    ? yearOfFigure(fact) === Number(time)
    : (fact.period?.from.startsWith(time) === true && fact.period.to.startsWith(time)) ||
      document.date?.startsWith(time) === true

function sidesOf({ plan, meetings }: Inquiry): readonly [Side, Side] | undefined {
  const question = fold(plan.question)
  const pair = PAIR.exec(question)
  const between = BETWEEN.exec(question)
  const [start, end] = pair
    ? [pair.index + pair[0].length - 3, pair.index + pair[0].length]
    : between
      ? [between.index, between.index + between[0].length]
      : []
  if (start === undefined) return undefined
  const names = knownNames(meetings)
  const [one, other] = [plan.question.slice(0, start), plan.question.slice(end)].map(
    (text): Side => ({
      text,
      terms: topicOf(text, { language: plan.askedIn, wanted: plan.wanted, names }).filter(
        (term) => isMeasure(term) && !PROPOSED.test(term.folded) && monthOf(term.folded) === undefined,
      ),
      times: timesIn(text),
      isProposed: PROPOSED.test(fold(text)),
    }),
  )
  if (!one || !other) return undefined
  const [year] = one.times
  const isYearBefore = year?.length === 4 && other.times.length === 0 && YEAR_BEFORE.test(fold(other.text))
  return [one, isYearBefore ? { ...other, times: [String(Number(year) - 1)] } : other]
}

/** Stems of a side's own words: those that the other side's matter does not have already. */
const cuesOf = ({ text }: Side, matter: readonly Term[]): string[] =>
  stemsOfTokens(tokens(text).filter(({ folded }) => !isStopWord(folded) && !/^(?:19|20)\d{2}$/.test(folded))).filter(
    (stem) => !matter.some((term) => term.stems.includes(stem)),
  )

/** Whether a figure is of the stage that a side means: what was proposed, or what was decided. */
function isOfStage(side: Side, other: Side, inquiry: Inquiry, entry: FigureCandidate): boolean {
  if (!side.isProposed && !other.isProposed) return true
  const passage = passageOf(inquiry, entry)
  const stage = stageOf(inquiry, passage)
  const isProposal =
    stage === 'recommendation' || (stage !== 'decision' && PROPOSED.test(fold(passage?.text ?? entry.fact.quote)))
  return side.isProposed ? isProposal : stage === 'decision'
}

/**
 * The figures that one side can mean, best first.
 * @param matter what is measured: the side's own words, or the other side's
 */
function operandsOf(inquiry: Inquiry, side: Side, other: Side, matter: readonly Term[], isOwn = true): Operand[] {
  const { plan } = inquiry
  const basis = basisAsked(fold(side.text))
  const notBasis = basisAsked(fold(other.text))
  const cues = isOwn ? [] : cuesOf(side, matter)
  // "mer på lønn enn på lisenser i 2024": one year for both, where only one side names it and none is told apart by time.
  const times = side.times.length > 0 || !isOwn ? side.times : other.times
  // A month may be when it was told, whatever year the figure is of.
  const years = times.filter((time) => time.length === 4).map(Number)
  const meeting = { ...plan.meeting, years }
  const all = figurePool({ ...inquiry, plan: { ...plan, meeting, question: side.text } }, matter)
  const units = unitsOf(all, plan)
  return all
    .filter(
      (entry) =>
        units.includes(entry.fact.unit) &&
        (times.length === 0 || times.some((time) => isOfTime(entry, time))) &&
        (basis === undefined ? notBasis === undefined || entry.fact.basis !== notBasis : entry.fact.basis === basis),
    )
    .slice(0, MOST_LOOKED_AT)
    .flatMap((entry): Operand[] => {
      if (!isOfStage(side, other, inquiry, entry)) return []
      const passage = passageOf(inquiry, entry)
      const around = stemSet([entry.fact.quote, ...(passage?.headings ?? []), entry.document.title].join('\n'))
      const met = cues.filter((cue) => around.has(cue)).length / Math.max(cues.length, 1)
      if (cues.length > 0 && met < MIN_CUES && !side.isProposed && basis === undefined) return []
      return [{ entry, score: entry.share + met }]
    })
    .toSorted((a, b) => b.score - a.score)
}

const shareWords = (one: string, other: string): boolean => {
  const stems = stemSet(one)
  return [...stemSet(other)].some((stem) => stems.has(stem))
}

/**
 * Two figures that a question sets against each other, of one document or of two, and how far they are apart.
 * @returns undefined unless each side has its own figure, in one unit
 */
export function answerTwoFigures(inquiry: Inquiry): Draft | undefined {
  const { plan } = inquiry
  if (!asksFor('difference', fold(plan.question)) && !/stemmer|passer/u.test(fold(plan.question))) return undefined
  const sides = sidesOf(inquiry)
  if (!sides) return undefined
  const [left, right] = sides
  if (left.terms.length === 0) return undefined
  const ones = operandsOf(inquiry, left, right, left.terms)
  const isOther = right.terms.some(({ isSpecific, importance }) => !isSpecific && importance === 1)
  // "mer i Nordby enn i Sørby": the same is measured of somebody else.
  const matter = isOther
    ? right.terms
    : [...left.terms.filter(({ isSpecific }) => !isSpecific), ...right.terms.filter(({ isSpecific }) => isSpecific)]
  const own = right.terms.length > 0 ? operandsOf(inquiry, right, left, matter) : []
  const others = own.length > 0 ? own : operandsOf(inquiry, right, left, left.terms, false)
  const isOneMeasure = own.length === 0 || !isOther
  // "mer i 2025 enn i 2024" is of one owner.
  const isOneOwner = isOneMeasure && placesIn(right.text, knownNames(inquiry.meetings)).length === 0
  for (const one of ones)
    for (const other of others) {
      if (one.entry.fact === other.entry.fact) continue
      // What was saved is no part of what was planned.
      if (IS_DIFFERENCE.test(one.entry.fact.measure) !== IS_DIFFERENCE.test(other.entry.fact.measure)) continue
      if (left.isProposed !== right.isProposed && !isOfOneMeeting(one.entry, other.entry)) continue
      if (isOneOwner && one.entry.fact.entity !== other.entry.fact.entity) continue
      if (isOneMeasure && !shareWords(one.entry.fact.measure, other.entry.fact.measure)) continue
      const apart = differenceOf(one.entry, other.entry, inquiry)
      if (!apart || apart.sign === 0) continue
      const [high, low] = apart.sign > 0 ? [one.entry, other.entry] : [other.entry, one.entry]
      const isLater = isOneMeasure && (left.times[0] ?? '') > (right.times[0] ?? left.times[0] ?? '')
      const text = isLater ? inChange(apart, inquiry) : `${high.fact.literal} − ${low.fact.literal} = ${apart.amount}`
      const from = [one.entry, other.entry].map((entry) => paragraphOf(entry, entry.fact.period?.text ?? '', inquiry))
      return computed(
        text,
        [{ ...apart.derived, from: [high.fact.literal, low.fact.literal] }],
        from,
        'figure-difference',
      )
    }
  return undefined
}
