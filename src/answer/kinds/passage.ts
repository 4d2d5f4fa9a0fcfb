import type { MissingTable } from '../../domain/figure.ts'
import type { PassageFilter, RankedPassage } from '../../domain/passage.ts'
import { findDates } from '../../norwegian/dates.ts'
import { foldSpaces } from '../../norwegian/fold.ts'
import { type FoundNumber, findNumbers } from '../../norwegian/numbers.ts'
import { sentences } from '../../norwegian/sentences.ts'
import { type CommitteeMatch, chooseMeetings, type MeetingChoice, matchCommittee } from '../choose-meetings.ts'
import { citePassage } from '../citations.ts'
import { count, type Draft, declined } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { synonymWordsOf } from '../lexicon.ts'
import type { Plan, Wanted } from '../plan.ts'
import { coverage, matterOf, meets, questionStems, stemSet, type Term, termWeights, topicOf } from '../topic.ts'
import { shortDate } from '../words.ts'
import { noSuchCase } from './decision.ts'
import { answerFigure } from './figure.ts'
import { type FoundItem, itemsWithNumber } from './find-items.ts'
import { noSuchMeeting } from './no-such.ts'
import { sumOfYears } from './sum-of-years.ts'
import { answerFromTables } from './table.ts'

const PASSAGES = 30
const MOST_QUOTE_CHARS = 560
/** Shares of the matter's weight that must be met: by the words quoted, and by them with what stands around. */
const MIN_UNIT_COVERAGE = 0.3
const MIN_CONTEXT_COVERAGE = 0.62
const MIN_MATTER_COVERAGE = 0.5
const MIN_UNIT_MATTER = 0.25
const MADE_UP_COVERAGE = 0.8
/** "Får ansatte …?" is answered by what was decided, not by what was said. */
const ASKS_LEAVE = /^(?:får|fikk|kan|skal|må|har\s.*\slov|er det lov|may|can|must|are .* allowed)\b/iu
/** A sentence that begins so leans on the one before it. */
const LEANS_BACK =
  /^(?:Denne|Dette|Disse|Desse|Den|Det|De|Dei|Han|Hun|Ho|Her|Der|Derfor|Difor|Slik|Samtidig|Tiltaket|Ordningen|This|It|They)\b/u
const NUMBER_WORD = /\b(?:én|ett|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|ingen|halvparten)\b/iu

/** Words that may be quoted as they stand, and how well they meet the question. */
interface Unit {
  readonly text: string
  readonly passage: RankedPassage
  readonly score: number
}

function has(wanted: Wanted, text: string): boolean {
  switch (wanted) {
    case 'amount':
      return (
        findNumbers(text).some((number) => number.unit === 'kr' || number.scale > 0) || /\bkr(?:oner)?\b/iu.test(text)
      )
    case 'percent':
      return /\d\s?%|\bprosent/iu.test(text)
    case 'person':
      return /(?<=\s|^)\p{Lu}\p{Ll}+(?:[\s-]\p{Lu}[\p{Ll}.]*)+/u.test(text)
    case 'number':
      return hasCount(text)
    case 'date':
      return findDates(text).length > 0 || /\b(?:19|20)\d{2}\b|\bkl\.?\s?\d/u.test(text)
    default:
      return true
  }
}

/** A number that is neither a year nor a date: "hvor mange" is not answered by "2021". */
function hasCount(text: string): boolean {
  const dates = findDates(text)
  const isOfDate = (start: number): boolean => dates.some((date) => start >= date.start && start < date.end)
  const isYear = ({ literal, unit }: FoundNumber): boolean => /^(?:19|20)\d{2}$/.test(literal) && unit === undefined
  return NUMBER_WORD.test(text) || findNumbers(text).some((number) => !isYear(number) && !isOfDate(number.start))
}

/** The stretches of a passage that make sense alone. */
function stretches(passage: RankedPassage): string[] {
  const lines = passage.text.split('\n')
  // A row means nothing without its column: tables are answered by kinds/table.ts.
  if (passage.kind === 'table') return lines.length > 1 ? [] : [passage.text]
  if (lines.length > 1) {
    const [lead = '', ...items] = lines
    const hasLead = /:$/.test(lead)
    const whole = passage.text.length <= MOST_QUOTE_CHARS * 2 ? [passage.text] : []
    return [...(hasLead ? [lead] : []), ...whole, ...(hasLead ? items.map((item) => `${lead}\n${item}`) : lines)]
  }
  const parts = sentences(passage.text)
  return parts.flatMap(({ text, start, end }, index) => {
    const before = parts[index - 1]
    const after = parts[index + 1]
    const alone = before && LEANS_BACK.test(text) ? passage.text.slice(before.start, end) : text
    const longer =
      after && after.end - start <= MOST_QUOTE_CHARS
        ? [passage.text.slice(before && LEANS_BACK.test(text) ? before.start : start, after.end)]
        : []
    return [alone, ...longer]
  })
}

function contextOf(passage: RankedPassage): string {
  const { text, headings, documentTitle, documentName, committee, date, year } = passage
  return [
    text,
    ...headings,
    documentTitle,
    documentName.replace(/[-_.]/g, ' '),
    committee ?? '',
    date ?? '',
    year ?? '',
  ].join('\n')
}

/** The best stretch of all passages; undefined when none holds enough of what was asked. */
function bestUnit(passages: readonly RankedPassage[], terms: readonly Term[], plan: Plan): Unit | undefined {
  const { wanted } = plan
  const all = questionStems(plan.question)
  const decisionBonus = ASKS_LEAVE.test(plan.question) ? 0.4 : 0.1
  const contexts = passages.map((passage) => stemSet(contextOf(passage)))
  const weights = termWeights(terms, contexts)
  const bestScore = Math.max(...passages.map((passage) => passage.score), 0.001)
  const matter = matterOf(terms)
  const coverageOf = (some: readonly Term[], stems: ReadonlySet<string>): number =>
    some.length === 0
      ? 1
      : coverage(
          some,
          some.map((term) => weights[terms.indexOf(term)] ?? 0),
          stems,
        )
  let best: Unit | undefined
  for (const [index, passage] of passages.entries()) {
    const context = contexts[index] ?? new Set<string>()
    if (terms.some((term) => term.isSpecific && meets(term, context) === 0)) continue
    const around = coverage(terms, weights, context)
    if (around < MIN_CONTEXT_COVERAGE || coverageOf(matter, context) < MIN_MATTER_COVERAGE) continue
    for (const text of stretches(passage)) {
      const stems = stemSet(text)
      const own = coverage(terms, weights, stems)
      if (coverageOf(matter, stems) < MIN_UNIT_MATTER) continue
      // "When is an incident serious?" asks for no date: nearly all of the words make up for it.
      const makesUp = wanted === 'date' && own >= MADE_UP_COVERAGE
      if (!has(wanted, text) && !makesUp) continue
      if (own < MIN_UNIT_COVERAGE) continue
      const isWholeList = passage.kind !== 'table' && text === passage.text && text.includes('\n')
      const named = terms.filter((term) => term.isSpecific)
      const namedHere = named.filter((term) => meets(term, stems) > 0).length
      const score =
        own +
        0.35 * around +
        0.15 * (passage.score / bestScore) +
        (wanted === 'list' && isWholeList ? 0.3 : 0) +
        (named.length > 0 ? (0.25 * namedHere) / named.length : 0) +
        (passage.kind === 'decision' ? decisionBonus : 0) +
        (0.2 * all.filter((stem) => stems.has(stem)).length) / Math.max(all.length, 1) +
        // Of two documents that say the same, the one whose pages a reader can turn to.
        (passage.page !== null ? 0.05 : 0) +
        (passage.documentName.toLowerCase().endsWith('.pdf') ? 0.05 : 0) -
        text.length / 8000 -
        (isWholeList && wanted !== 'list' ? 0.15 : 0) -
        (passage.kind === 'recommendation' ? 0.2 : 0)
      if (!best || score > best.score) best = { text, passage, score }
    }
  }
  return best
}

/** How a source is named in running text: only with numbers that the citation itself holds. */
export function sourceInWords(passage: RankedPassage, inquiry: Inquiry): string {
  const { language } = inquiry
  const place = passage.page === null ? '' : language === 'en' ? `, page ${passage.page}` : `, side ${passage.page}`
  if (passage.committee && passage.date) {
    const item = passage.caseNumber ? `, ${language === 'en' ? 'item' : 'sak'} ${passage.caseNumber}` : ''
    return `${passage.committee}, ${shortDate(passage.date, language)}${item}${place}`
  }
  const numbers = passage.documentTitle.match(/\d+/g) ?? []
  const title = numbers.every((number) => passage.documentName.includes(number))
    ? passage.documentTitle
    : passage.documentName
  return `${title}${place}`
}

export function notFound(inquiry: Inquiry, near?: RankedPassage): Draft {
  const { texts } = inquiry
  const number = count(inquiry.register.documents(inquiry.asker).length)
  if (number.value === '0') return declined('no-documents', texts.noDocuments)
  const draft = declined('not-in-documents', texts.notFound(number.value), [number])
  if (!near) return draft
  const quote = foldSpaces(near.text.split('\n')[0] ?? '').slice(0, 300)
  const source = sourceInWords(near, inquiry)
  const missing = WANTS_FIGURE.has(inquiry.plan.wanted) ? missingTableBy(inquiry, near) : undefined
  return {
    ...draft,
    reason: missing ? 'missing-table' : draft.reason,
    paragraphs: [
      ...draft.paragraphs,
      missing
        ? { text: texts.missingTable(source), citations: [citePassage(near, missing.quote, null)] }
        : { text: texts.near(source), citations: [citePassage(near, quote, null)] },
    ],
  }
}

const WANTS_FIGURE: ReadonlySet<Wanted> = new Set<Wanted>(['amount', 'percent', 'number'])

/** A table that the nearest item or section announces and that is not in the text: the figure may stand in it. */
function missingTableBy({ asker, register }: Inquiry, near: RankedPassage): MissingTable | undefined {
  return register
    .missingTables(asker)
    .filter(({ document }) => document.id === near.document)
    .map(({ fact }) => fact)
    .find(({ caseNumber, heading }) =>
      near.caseNumber !== undefined
        ? caseNumber === near.caseNumber
        : heading !== undefined && near.headings.includes(heading),
    )
}

const SEARCHED: PassageFilter = { passageKinds: ['body', 'decision', 'table', 'recommendation'] }

/** Only what the question states narrows: a body by name, a meeting by date. */
function filterOf(
  inquiry: Inquiry,
  choice: MeetingChoice & { kind: 'some' },
  committee: CommitteeMatch,
): PassageFilter {
  const { plan } = inquiry
  const [only] = choice.isStated ? choice.groups : []
  const date = only?.best.meeting.date?.value
  const names = new Set(committee.groups.flatMap((group) => group.best.meeting.committee?.value ?? []))
  const [name] = names
  const isMeetingMeant = plan.meeting.dates.length === 1 || plan.meeting.relative !== undefined || committee.isNamed
  return {
    ...SEARCHED,
    ...(date && choice.groups.length === 1 && isMeetingMeant && { dateFrom: date, dateTo: date }),
    ...(committee.isNamed && names.size === 1 && name !== undefined && { committee: name }),
  }
}

/** Passages found by the question's own words, and by those that mean the same. */
function searched(inquiry: Inquiry, filter: PassageFilter, terms: readonly Term[]): RankedPassage[] {
  const { asker, plan, findPassages } = inquiry
  const found = [...findPassages(asker, plan.question, filter, PASSAGES)]
  const same = terms.flatMap((term) => term.stems.flatMap(synonymWordsOf))
  if (same.length === 0) return found
  const known = new Set(found.map(({ document, ordinal }) => `${document}|${ordinal}`))
  const others = findPassages(asker, [...terms.map(({ text }) => text), ...same].join(' '), filter, PASSAGES)
  return [...found, ...others.filter(({ document, ordinal }) => !known.has(`${document}|${ordinal}`))]
}

/** Passages of the items that a question names by number. */
function ofNamedItems(inquiry: Inquiry, found: readonly FoundItem[]): RankedPassage[] {
  return found.flatMap(({ meeting, item }) =>
    inquiry.register
      .passagesOf(inquiry.asker, meeting.document.id)
      .filter((passage) => passage.headings[0] === item.heading)
      .map((passage) => ({ ...passage, score: 1 })),
  )
}

const linkOf = (passage: RankedPassage, { meetings }: Inquiry): string | null => {
  for (const group of meetings)
    for (const { document, meeting } of group.all)
      if (document.id === passage.document)
        return meeting.items.find((item) => item.heading === passage.headings[0])?.link ?? null
  return null
}

function quoted(inquiry: Inquiry, passage: RankedPassage, text: string, reason: string): Draft {
  const citation = citePassage(passage, text, linkOf(passage, inquiry))
  return {
    outcome: 'answered',
    paragraphs: [
      { text: `${inquiry.texts.passage(sourceInWords(passage, inquiry))}\n«${text}»`, citations: [citation] },
    ],
    derived: [],
    reason,
  }
}

/** The sentence or list that meets the question best, quoted; or an honest no. */
export function answerFromPassages(inquiry: Inquiry): Draft {
  const { plan, language } = inquiry
  const committee = matchCommittee(plan.question, inquiry.meetings)
  const choice = chooseMeetings(plan, committee.groups, inquiry.today)
  if (choice.kind === 'none') return noSuchMeeting(inquiry, committee.groups)
  const [number] = plan.caseNumbers
  const named = plan.caseNumbers.flatMap(({ text }) => itemsWithNumber(committee.groups, text))
  if (number && named.length === 0) return noSuchCase(inquiry, number.text)
  const filter = filterOf(inquiry, choice, committee)
  const terms = topicOf(plan.question, {
    language: plan.askedIn,
    wanted: plan.wanted,
    without: committee.stems,
    withoutMonths: filter.dateFrom !== undefined,
  })
  const passages = named.length > 0 ? ofNamedItems(inquiry, named) : searched(inquiry, filter, terms)
  if (terms.length === 0) {
    const first = named.length > 0 ? (passages.find(({ kind }) => kind === 'body') ?? passages[0]) : undefined
    return first ? quoted(inquiry, first, first.text.slice(0, MOST_QUOTE_CHARS), 'item') : notFound(inquiry)
  }
  const fromTable = answerFromTables(inquiry, passages, terms, (passage) => sourceInWords(passage, inquiry))
  if (fromTable) return fromTable
  const figure = named.length === 0 ? answerFigure(inquiry, terms) : undefined
  if (figure) return figure
  const unit = bestUnit(passages, terms, plan)
  const sum = unit && sumOfYears(plan.question, plan.meeting.years, unit.text, language)
  if (unit && sum) {
    const draft = quoted(inquiry, unit.passage, unit.text, 'sum-in-quote')
    const [first] = draft.paragraphs
    return {
      ...draft,
      derived: [sum.derived],
      paragraphs: [{ text: `${sum.text}\n${first?.text}`, citations: first?.citations ?? [] }],
    }
  }
  return unit ? quoted(inquiry, unit.passage, unit.text, `passage-${plan.wanted}`) : notFound(inquiry, passages[0])
}
