import { fold } from '../../norwegian/fold.ts'
import { compareDecimals, findNumbers } from '../../norwegian/numbers.ts'
import type { Draft } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { amount } from '../figure-draft.ts'
import { citationOf, type Group, groupsOf, isOfProposal, ownerOf } from '../figure-groups.ts'
import { type FigureCandidate, figurePool, passageOf } from '../figure-pool.ts'
import { unitsOf } from '../figure-series.ts'
import { knownNames, placesIn } from '../known-names.ts'
import { asksFor, isMeasure, PROPOSED } from '../operation.ts'
import { phrases } from '../phrases.ts'
import { topicOf } from '../topic.ts'

const EACH =
  /(?<!\p{L})(?:hver|hvert|kvar|kvart|each|every|enkelte|einskilde|fordel\p{L}*|fordelt|distribut\p{L}*|split)(?!\p{L})/u
const OWNER = phrases(`
  WHICH_ONE/WHO ...30 *kommun*/*avdeling*/*skole*/*skule*/*enhet*/*eining*/*etat*/*bydel*/*sektor*/*institusjon*/
    *sykehjem*/*sjukeheim*/*barnehage*/*parti*/*municipalit*/*department*/*school*/*unit*
`)
const OF_OWNERS = /^(?:kommun|avdeling|skole|skule|enhet|eining|etat|bydel|sektor|institusjon|municipalit|department)/u
const SHARE_OF = /(?<!\p{L})(?:hvor mye|kor mykje|how much)\s+(?:av|of)(?!\p{L})/u
/** A sentence that tells how it was before. */
const FORMER = /(?<!\p{L})(?:tidligere|tidlegare|forrige|førre|hittil|gamle|previous|former)(?!\p{L})/iu
/** Many owners under one heading are enough: their words need meet less of the question. */
const LEAST = { own: 0.15, all: 0.4 }
const MIN_OWNERS = 3

const told = (entries: readonly FigureCandidate[], inquiry: Inquiry): string =>
  entries.map((entry) => inquiry.texts.tableValue(ownerOf(entry) ?? '', amount(entry, inquiry))).join('; ')

const answered = (text: string, groups: readonly Group[], inquiry: Inquiry, reason: string): Draft => {
  const citations = groups.flatMap(({ entries }) => citationOf(entries, inquiry) ?? [])
  const quotes = citations.map(({ quote }) => `«${quote}»`)
  return { outcome: 'answered', paragraphs: [{ text: [text, ...quotes].join('\n'), citations }], derived: [], reason }
}

/** How it was before for the same owners: in the year asked, or as the same minutes tell it. */
function before({ entries }: Group, groups: readonly Group[], year: number, isLastYear: boolean): Group | undefined {
  const [first] = entries
  return groups.find(
    (other) =>
      entries.every((entry) => other.entries.some((one) => ownerOf(one) === ownerOf(entry))) &&
      other.entries[0]?.fact.unit === first?.fact.unit &&
      other.entries.every(({ document, fact }) =>
        FORMER.test(fact.quote)
          ? isLastYear && document.id === first?.document.id
          : Number(fact.period?.from.slice(0, 4)) === year,
      ),
  )
}

/** "budsjettet på 54,750 mill. kr": of no other list than one that stands with that number. */
function tellsNumbers(entry: FigureCandidate | undefined, question: string, inquiry: Inquiry): boolean {
  const numbers = findNumbers(question).filter(({ literal }) => /[.,]\d/.test(literal))
  const passage = entry && passageOf(inquiry, entry)
  if (numbers.length === 0 || !passage) return true
  const item = inquiry.register
    .passagesOf(inquiry.asker, passage.document)
    .filter(({ headings }) => headings[0] === passage.headings[0])
  const told = item.flatMap(({ text }) => findNumbers(text))
  return numbers.every((number) => told.some(({ decimal }) => compareDecimals(decimal, number.decimal) === 0))
}

/**
 * What each of several owners has, how that changed, or whose is the highest.
 * @returns undefined unless the question asks so, and one list, sentence or column tells of them
 */
export function answerForEach(inquiry: Inquiry): Draft | undefined {
  const { plan } = inquiry
  const question = fold(plan.question)
  const names = knownNames(inquiry.meetings)
  const places = [...new Set(placesIn(plan.question, names))]
  const asksChange = asksFor('difference', question)
  const isExtreme = OWNER.test(question) && (asksFor('highest', question) || asksFor('lowest', question))
  const isOfSome = places.length > 1 || (places.length === 1 && asksChange)
  if (!EACH.test(question) && !isOfSome && !isExtreme) return undefined
  // "andel" is what is measured here, though the unit tells it.
  const matter = topicOf(plan.question, { language: plan.askedIn, names }).filter(
    (term) => isMeasure(term) && !OF_OWNERS.test(term.folded) && !places.includes(term.folded),
  )
  // "hver kommune … til Nordvik brannvern": a place in the name of another is none of the owners.
  const isOfAll = places.length === 1 && !isOfSome
  const asked = isOfAll
    ? plan.question.replace(new RegExp(String.raw`(?<!\p{L})${places[0]}`, 'giu'), '')
    : plan.question
  const all = figurePool({ ...inquiry, plan: { ...plan, question: asked } }, matter, LEAST)
  const units = unitsOf(all, plan)
  const isNamed = (entry: FigureCandidate): boolean =>
    places.some((place) =>
      fold(ownerOf(entry) ?? '')
        .split(/\s+/)
        .includes(place),
    )
  const { years } = plan.meeting
  const lastYear = Math.max(...years)
  const groups = groupsOf(
    all.filter(({ fact }) => units.includes(fact.unit) || fact.unit === '%'),
    inquiry,
  )
    .map((group) => (isOfSome ? { ...group, entries: group.entries.filter(isNamed) } : group))
    .filter(({ entries }) => entries.length >= (isOfSome ? places.length : MIN_OWNERS))
  const meant = groups.filter(
    ({ entries }) =>
      tellsNumbers(entries[0], plan.question, inquiry) &&
      (!PROPOSED.test(question) || isOfProposal(entries, inquiry)) &&
      entries.every(({ fact }) => !FORMER.test(fact.quote)) &&
      (years.length === 0 || entries.every(({ fact }) => Number(fact.period?.from.slice(0, 4)) === lastYear)),
  )
  // "hvor mye av kostnadene" asks for a share, "hvor mye" for money first.
  const isUnit = ({ entries: [first] }: Group): boolean =>
    SHARE_OF.test(question) ? first?.fact.unit === '%' : units.includes(first?.fact.unit)
  const best = meant.find(isUnit) ?? meant[0]
  if (!best) return undefined
  if (isExtreme) {
    const sign = asksFor('highest', question) ? 1 : -1
    const [first] = best.entries.toSorted((a, b) => -sign * compareDecimals(a.fact.decimal, b.fact.decimal))
    return first && answered(told([first], inquiry), [best], inquiry, 'figure-extreme-owner')
  }
  for (const now of asksChange ? meant : []) {
    const year = Number(now.entries[0]?.fact.period?.from.slice(0, 4)) - 1
    const was = before(now, groups, years.length > 1 ? Math.min(...years) : year, Math.min(year, ...years) === year)
    if (was) return answered(changesOf(was, now, inquiry), [was, now], inquiry, 'figure-change-of-each')
  }
  return (places.length === 1 && isOfSome) || asksChange
    ? undefined
    : answered(told(best.entries, inquiry), [best], inquiry, 'figure-of-each')
}

/** "Nordby: 9 % → 10 %" */
const changesOf = (was: Group, now: Group, inquiry: Inquiry): string =>
  now.entries
    .flatMap((entry) => {
      const old = was.entries.find((one) => ownerOf(one) === ownerOf(entry))
      return old ? [`${ownerOf(entry)}: ${amount(old, inquiry)} → ${amount(entry, inquiry)}`] : []
    })
    .join('; ')
