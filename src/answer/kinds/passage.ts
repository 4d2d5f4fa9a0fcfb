import type { PassageFilter, RankedPassage } from '../../domain/passage.ts'
import { findDates } from '../../norwegian/dates.ts'
import { foldSpaces } from '../../norwegian/fold.ts'
import { findNumbers } from '../../norwegian/numbers.ts'
import { sentences } from '../../norwegian/sentences.ts'
import { chooseMeetings, matchCommittee } from '../choose-meetings.ts'
import { citePassage } from '../citations.ts'
import { count, type Draft, declined } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import type { Wanted } from '../plan.ts'
import { coverage, meets, stemSet, type Term, termWeights, topicOf } from '../topic.ts'
import { shortDate } from '../words.ts'

const PASSAGES = 30
const MOST_QUOTE_CHARS = 560
/** Shares of the matter's weight that must be met: by the words quoted, and by them with what stands around. */
const MIN_UNIT_COVERAGE = 0.34
const MIN_CONTEXT_COVERAGE = 0.62
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
    case 'number':
      return /\d/.test(text) || NUMBER_WORD.test(text)
    case 'date':
      return findDates(text).length > 0 || /\b(?:19|20)\d{2}\b|\bkl\.?\s?\d/u.test(text)
    default:
      return true
  }
}

/** The stretches of a passage that make sense alone. */
function stretches(passage: RankedPassage): string[] {
  const lines = passage.text.split('\n')
  if (passage.kind === 'table') {
    const [head = '', ...rows] = lines
    return rows.length > 0 ? rows.map((row) => `${head}\n${row}`) : [head]
  }
  if (lines.length > 1) {
    const [lead = '', ...items] = lines
    const hasLead = /:$/.test(lead)
    const whole = passage.text.length <= MOST_QUOTE_CHARS * 2 ? [passage.text] : []
    return [...whole, ...(hasLead ? items.map((item) => `${lead}\n${item}`) : lines)]
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
function bestUnit(passages: readonly RankedPassage[], terms: readonly Term[], wanted: Wanted): Unit | undefined {
  const contexts = passages.map((passage) => stemSet(contextOf(passage)))
  const weights = termWeights(terms, contexts)
  const bestScore = passages[0]?.score ?? 1
  let best: Unit | undefined
  for (const [index, passage] of passages.entries()) {
    const context = contexts[index] ?? new Set<string>()
    if (terms.some((term) => term.isSpecific && meets(term, context) === 0)) continue
    const around = coverage(terms, weights, context)
    if (around < MIN_CONTEXT_COVERAGE) continue
    for (const text of stretches(passage)) {
      if (!has(wanted, text)) continue
      const stems = stemSet(text)
      const own = coverage(terms, weights, stems)
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
        (passage.kind === 'decision' ? 0.1 : 0) +
        (passage.page !== null ? 0.02 : 0) -
        text.length / 8000 -
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
  return {
    ...draft,
    paragraphs: [
      ...draft.paragraphs,
      { text: texts.near(sourceInWords(near, inquiry)), citations: [citePassage(near, quote, null)] },
    ],
  }
}

function filterOf(inquiry: Inquiry): PassageFilter {
  const { plan, meetings } = inquiry
  const { dates } = plan.meeting
  const committee = matchCommittee(plan.question, meetings)
  const choice = chooseMeetings(plan, committee.groups, inquiry.today)
  const [only] = choice.kind === 'some' && choice.isStated ? choice.groups : []
  const date = only?.best.meeting.date?.value
  if (date && (dates.length === 1 || plan.meeting.relative)) return { dateFrom: date, dateTo: date }
  return {}
}

const linkOf = (passage: RankedPassage, { meetings }: Inquiry): string | null => {
  for (const group of meetings)
    for (const { document, meeting } of group.all)
      if (document.id === passage.document)
        return meeting.items.find((item) => item.heading === passage.headings[0])?.link ?? null
  return null
}

/** The sentence or list that meets the question best, quoted; or an honest no. */
export function answerFromPassages(inquiry: Inquiry): Draft {
  const { plan, language, texts } = inquiry
  const committee = matchCommittee(plan.question, inquiry.meetings)
  const terms = topicOf(plan.question, { language, without: committee.stems })
  const passages = inquiry.findPassages(inquiry.asker, plan.question, filterOf(inquiry), PASSAGES)
  if (terms.length === 0) return notFound(inquiry)
  const unit = bestUnit(passages, terms, plan.wanted)
  if (!unit) return notFound(inquiry, passages[0])
  const citation = citePassage(unit.passage, unit.text, linkOf(unit.passage, inquiry))
  return {
    outcome: 'answered',
    paragraphs: [
      { text: `${texts.passage(sourceInWords(unit.passage, inquiry))}\n«${unit.text}»`, citations: [citation] },
    ],
    derived: [],
    reason: `passage-${plan.wanted}`,
  }
}
