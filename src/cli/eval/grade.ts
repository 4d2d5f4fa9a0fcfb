import type { Answer, Citation } from '../../domain/answer.ts'

/** One line of a questions file; the fields are told of in test/golden/README.md. */
export interface GoldenQuestion {
  readonly id: string
  readonly lang: 'nb' | 'nn' | 'en'
  readonly question: string
  readonly kind: string
  readonly answer: string
  readonly must_contain: readonly string[]
  readonly must_not_contain: readonly string[]
  readonly accept_any?: readonly (readonly string[])[]
  readonly source: string
  readonly evidence: string
  readonly evidence_extra?: readonly Evidence[]
  readonly answerable: boolean
  /** What a trap lays out as bait; only on those that must be declined. */
  readonly trap?: string
  readonly near_miss?: string
  readonly note?: string
}

export interface Evidence {
  readonly source: string
  readonly evidence: string
}

/** A line of `rakel ask --file … --json`: as much of it as counts. */
export type GivenAnswer = Pick<Answer, 'outcome' | 'answer' | 'citations' | 'derived'> &
  Partial<Pick<Answer, 'elapsedMs'>> & { readonly id: string }

export interface Totals {
  readonly answerable: number
  readonly correct: number
  readonly cited: number
  readonly unanswerable: number
  readonly abstained: number
  /** Answerable questions that were declined. */
  readonly refused: number
  /** Answers with a number that no quote holds and no computation explains. */
  readonly invented: number
  /** Questions without a line among the answers. */
  readonly missing: number
}

export interface Failure {
  readonly id: string
  readonly why: string
  readonly question: string
  readonly answer: string
}

export interface Grades {
  readonly totals: Totals
  /** Right of all: correct answers and right refusals, from 0 to 1. */
  readonly score: number
  readonly byKind: ReadonlyMap<string, Totals>
  readonly byLanguage: ReadonlyMap<string, Totals>
  readonly failures: readonly Failure[]
}

/** Longest text that is an answer and no dump, in UTF-16 units. Kinds that list things may be longer. */
const LONGEST = 700
const LONGEST_OF_KIND: ReadonlyMap<string, number> = new Map([
  ['list', 1600],
  ['decision', 1600],
  ['attendance', 900],
  ['conflict', 900],
])
/** Share of the evidence's words that a quote must hold to count as it. */
const COVERED = 0.5

const fold = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()

/** Grades by the rules of the shared grader, so that both give the same figures; see test/golden/README.md. */
export function grade(questions: readonly GoldenQuestion[], answers: readonly GivenAnswer[]): Grades {
  const given = new Map(answers.map((answer) => [answer.id, answer]))
  const marks = questions.map((question) => ({ question, mark: markOf(question, given.get(question.id)) }))
  const totals = sum(marks.map(({ mark }) => mark.counts))
  const grouped = (key: (question: GoldenQuestion) => string): Map<string, Totals> =>
    new Map(
      [...Map.groupBy(marks, ({ question }) => key(question))].map(([name, group]) => [
        name,
        sum(group.map(({ mark }) => mark.counts)),
      ]),
    )
  const asked = totals.answerable + totals.unanswerable
  return {
    totals,
    score: asked ? (totals.correct + totals.abstained) / asked : 0,
    byKind: grouped((question) => question.kind),
    byLanguage: grouped((question) => question.lang),
    failures: marks.flatMap(({ question, mark }) =>
      mark.faults.map((why) => ({
        id: question.id,
        why,
        question: question.question,
        answer: given.get(question.id)?.answer ?? '',
      })),
    ),
  }
}

interface Mark {
  readonly counts: Partial<Totals>
  readonly faults: readonly string[]
}

function markOf(question: GoldenQuestion, given: GivenAnswer | undefined): Mark {
  const missing = given ? 0 : 1
  if (!question.answerable) {
    const isDeclined = given?.outcome === 'abstained'
    return {
      counts: { unanswerable: 1, missing, abstained: isDeclined ? 1 : 0 },
      faults: isDeclined ? [] : ['should abstain'],
    }
  }
  const invented = given ? inventedNumbers(question.question, given) : []
  const wrong = wrongIn(question, given)
  const isCited = wrong.length === 0 && given !== undefined && quotesEvidence(question, given.citations)
  return {
    counts: {
      answerable: 1,
      missing,
      refused: given?.outcome === 'abstained' ? 1 : 0,
      correct: wrong.length ? 0 : 1,
      cited: isCited ? 1 : 0,
      invented: invented.length ? 1 : 0,
    },
    faults: [
      ...(invented.length ? [`numbers in no quote: ${invented.join(' ')}`] : []),
      ...(wrong.length ? [wrong.join('; ')] : isCited ? [] : ['correct, but no citation quotes the evidence']),
    ],
  }
}

function wrongIn(question: GoldenQuestion, given: GivenAnswer | undefined): string[] {
  const text = given?.answer ?? ''
  const longest = LONGEST_OF_KIND.get(question.kind) ?? LONGEST
  return [
    ...(given?.outcome === 'answered' ? [] : [`outcome ${given?.outcome}`]),
    ...question.must_contain.filter((wanted) => !says(text, wanted)).map((wanted) => `lacks "${wanted}"`),
    ...(question.accept_any ?? [])
      .filter((group) => !group.some((wanted) => says(text, wanted)))
      .map((group) => `lacks one of ${JSON.stringify(group)}`),
    ...question.must_not_contain.filter((unwanted) => says(text, unwanted)).map((unwanted) => `has "${unwanted}"`),
    ...(text.length > longest ? [`${text.length} characters, over ${longest}`] : []),
  ]
}

/** Whole words from their start, and whole numbers: "5" is said neither by "15" nor by "1,5". */
export function says(text: string, wanted: string): boolean {
  const sought = fold(wanted)
  const before = /^\d/.test(sought) ? /(?<!\d)(?<!\d[.,:])/ : /^\p{L}/u.test(sought) ? /(?<!\p{L})/u : /(?:)/
  const after = /\d$/.test(sought) ? /(?!\d)(?![.,:]\d)/ : /(?:)/
  return new RegExp(before.source + sought.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') + after.source, 'u').test(fold(text))
}

/** At least half of what the question needs is quoted: one sentence, or half of several. */
function quotesEvidence(question: GoldenQuestion, citations: readonly Citation[]): boolean {
  const needed = [{ source: question.source, evidence: question.evidence }, ...(question.evidence_extra ?? [])]
  const quoted = needed.filter((evidence) => citations.some((citation) => quotes(citation, evidence)))
  return quoted.length >= Math.max(1, Math.ceil(needed.length / 2))
}

const wordsOf = (text: string): Set<string> => new Set(fold(text).match(/[\p{L}\d]+/gu))

function quotes(citation: Citation, { source, evidence }: Evidence): boolean {
  if (source && !stemOf(citation.document).startsWith(stemOf(source))) return false
  const wanted = [...wordsOf(evidence)]
  const quoted = wordsOf(citation.quote)
  return wanted.length > 0 && wanted.filter((word) => quoted.has(word)).length / wanted.length >= COVERED
}

/** A file name without its ending; `.raw.txt` is one ending. */
const stemOf = (name: string): string => fold(name).replace(/\.(raw\.)?[a-z]+$/, '')

const NUMBER = /(?<![\p{L}\d])\d+(?:[.,: ]\d+)*/gu
const numbersIn = (text: string): string[] => fold(text).match(NUMBER) ?? []
/** "2 400", "2.400" and "02400" are one number. */
const digitsOf = (number: string): string => number.replace(/\D/g, '').replace(/^0+(?=\d)/, '')
const partsOf = (number: string): string[] => number.split(/[.,: ]/).map(digitsOf)

/** Numbers of the text that stand neither in the question nor in a citation, nor were computed from a quote. */
function inventedNumbers(question: string, given: GivenAnswer): string[] {
  const quotesText = given.citations.map((citation) => citation.quote).join('\n')
  const sources = given.citations.flatMap((citation) => [
    citation.quote,
    citation.caseNumber ?? '',
    citation.document,
    `${citation.page ?? ''}`,
    citation.meetingDate ?? '',
  ])
  const known = new Set(
    [question, ...sources].flatMap(numbersIn).flatMap((number) => [digitsOf(number), ...partsOf(number)]),
  )
  for (const { value, operation, from } of given.derived) {
    const isExplained = operation === 'count' || (from.length > 0 && from.every((term) => says(quotesText, term)))
    if (isExplained) known.add(digitsOf(value))
  }
  return numbersIn(given.answer).filter(
    (number) => !known.has(digitsOf(number)) && !partsOf(number).every((part) => known.has(part)),
  )
}

const ZERO: Totals = {
  answerable: 0,
  correct: 0,
  cited: 0,
  unanswerable: 0,
  abstained: 0,
  refused: 0,
  invented: 0,
  missing: 0,
}

function sum(counts: readonly Partial<Totals>[]): Totals {
  const total = (field: keyof Totals): number => counts.reduce((so, count) => so + (count[field] ?? 0), 0)
  return Object.fromEntries(
    Object.keys(ZERO).map((field) => [field, total(field as keyof Totals)]),
  ) as unknown as Totals
}
