import type { Figure } from '../../domain/figure.ts'
import type { Told } from '../../domain/register.ts'
import { monthOf } from '../../norwegian/dates.ts'
import { fold } from '../../norwegian/fold.ts'
import { tokens } from '../../norwegian/tokens.ts'
import type { Draft } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { computed, differenceOf, paragraphOf } from '../figure-draft.ts'
import { worthOf, yearOfFigure } from '../figure-pool.ts'
import { meets } from '../meets.ts'
import { IS_DIFFERENCE, isMeasure } from '../operation.ts'
import { matterOf, stemSet, type Term } from '../topic.ts'

const BUDGET = /(?<!\p{L})(?:budsj\p{L}*|ramm(?:e|a|en|er)|budget\p{L}*)(?!\p{L})/u
const AGAINST =
  /(?<!\p{L})(?:enn|than|over|under|mot|beat|against|forhold|sammenl\p{L}+|samanlikn\p{L}+|compared|avvik\p{L}*)(?!\p{L})/u
/** What was expected is no account of what was. */
const EXPECTED =
  /(?<!\p{L})(?:prognose\p{L}*|tro\p{L}*|forvent\p{L}*|vent\p{L}*|ansl\p{L}*|forecast|expect\p{L}*)(?!\p{L})/u
const OF_BASIS = /^(?:budsj|ramm|regnskap|rekneskap|forbruk|bruk|budget|spen[dt]|account|avvik)/u
const TOTAL = /(?<!\p{L})(?:budsjett|ramm|forbruk|regnskap|rekneskap|drift|sum|total)/iu

type Entry = Told<Figure>

const isTotal = ({ fact: { measure, row } }: Entry): boolean =>
  TOTAL.test(row ?? measure) && !IS_DIFFERENCE.test(measure)

/** How far a year was expected to end from its budget, as it was told in the asked month; undefined where that changed. */
function expected(inquiry: Inquiry, year: number, terms: readonly Term[]): Draft | undefined {
  const { plan, register, asker } = inquiry
  const months = tokens(plan.question).flatMap(({ folded }) => (folded.length > 2 ? (monthOf(folded) ?? []) : []))
  const matter = terms.filter(
    ({ folded, importance }) =>
      importance === 1 &&
      !/^\d/.test(folded) &&
      ![OF_BASIS, EXPECTED, IS_DIFFERENCE].some((pattern) => pattern.test(folded)) &&
      monthOf(folded) === undefined,
  )
  const told = register
    .figures(asker, {})
    .filter(
      ({ document, fact }) =>
        matter.every((term) => meets(term, stemSet(`${fact.quote}\n${document.title}`)) > 0) &&
        fact.unit === 'kr' &&
        fact.basis === 'forecast' &&
        fact.row === undefined &&
        IS_DIFFERENCE.test(fact.measure) &&
        (fact.period === undefined ? document.year === year : Number(fact.period.to.slice(0, 4)) === year) &&
        (months.length === 0 || months.includes(Number(document.date?.slice(5, 7)))),
    )
  const [first] = told
  if (!first || new Set(told.map(worthOf)).size > 1) return undefined
  return {
    outcome: 'answered',
    paragraphs: [paragraphOf(first, String(year), inquiry)],
    derived: [],
    reason: 'figure-expected',
  }
}

const ASKS_DIFFERENCE = /(?<!\p{L})(?:under|over)spen|(?<!\p{L})(?:surplus|deficit)/u

interface Apart {
  readonly high: Entry
  readonly low: Entry
  readonly apart: NonNullable<ReturnType<typeof differenceOf>>
  readonly from: Parameters<typeof computed>[2]
}

/** How far two figures are apart, the lower taken from the higher. */
const setAgainst = ({ high, low, apart, from }: Apart): Draft =>
  computed(
    `${high.fact.literal} − ${low.fact.literal} = ${apart.amount}`,
    [{ ...apart.derived, from: [high.fact.literal, low.fact.literal] }],
    from,
    'figure-against-budget',
  )

/** "Et mindreforbruk på 2,7 mill. kr, mot et budsjettert mindreforbruk på 2,2": a difference that was itself budgeted. */
function againstPlanned(told: Entry, ofYear: readonly Entry[], inquiry: Inquiry): Draft | undefined {
  const planned = ofYear.find(
    ({ document, fact }) =>
      document.id === told.document.id &&
      fact.passage === told.fact.passage &&
      fact.basis === 'budget' &&
      IS_DIFFERENCE.test(fact.measure),
  )
  const apart = planned && differenceOf(told, planned, inquiry)
  if (!planned || !apart) return undefined
  const [high, low] = apart.sign < 0 ? [planned, told] : [told, planned]
  const from = [told, planned].map((entry) => paragraphOf(entry, entry.fact.period?.text ?? '', inquiry))
  return setAgainst({ high, low, apart, from })
}

/**
 * What was spent of a year against its budget, where one passage or one row of a table tells of both.
 * @returns undefined unless that is asked, and just one pair tells it
 */
export function answerAgainstBudget(inquiry: Inquiry, terms: readonly Term[]): Draft | undefined {
  const { plan, register, asker } = inquiry
  const question = fold(plan.question)
  const [year, other] = plan.meeting.years
  if (year === undefined || other !== undefined || !BUDGET.test(question) || !AGAINST.test(question)) return undefined
  if (EXPECTED.test(question)) return expected(inquiry, year, terms)
  const matter = terms.filter((term) => isMeasure(term) && !OF_BASIS.test(term.folded) && !/^\d/.test(term.text))
  const isOfMatter = ({ document, fact }: Entry): boolean => {
    const stems = stemSet([fact.measure, fact.row, fact.quote, document.title].join('\n'))
    return matter.every((term) => term.importance < 1 || meets(term, stems) > 0)
  }
  const ofYear = register.figures(asker, {}).filter(({ fact }) => fact.unit === 'kr' && yearOfFigure(fact) === year)
  const isAsked = matterOf(matter).length > 0 ? isOfMatter : (entry: Entry) => isTotal(entry) && isOfMatter(entry)
  // "Et mindreforbruk på 2,4 mill. kr" tells it itself.
  const told = ofYear.filter(
    (entry) =>
      entry.fact.basis === 'accounts' &&
      IS_DIFFERENCE.test(entry.fact.measure) &&
      entry.fact.row === undefined &&
      isOfMatter(entry),
  )
  const planned =
    IS_DIFFERENCE.test(plan.question) || ASKS_DIFFERENCE.test(question)
      ? told.flatMap((entry) => againstPlanned(entry, ofYear, inquiry) ?? [])
      : []
  const [better] = planned
  if (better && new Set(planned.map(({ paragraphs }) => paragraphs[0]?.text)).size === 1) return better
  const owners = terms.filter(({ isSpecific, text }) => isSpecific && !/^\d/.test(text))
  const ofOwner = told.filter(({ fact }) => owners.every((term) => meets(term, stemSet(fact.quote)) > 0))
  const [itself] = ofOwner
  if (itself && new Set(ofOwner.map(worthOf)).size === 1)
    return {
      outcome: 'answered',
      paragraphs: [paragraphOf(itself, String(year), inquiry)],
      derived: [],
      reason: 'figure-against-budget',
    }
  const pairs = ofYear
    .filter((entry) => entry.fact.basis === 'accounts' && !IS_DIFFERENCE.test(entry.fact.measure) && isAsked(entry))
    .flatMap((spent) => {
      const { document, fact } = spent
      const budget = ofYear.find(
        (entry) =>
          entry.document.id === document.id &&
          entry.fact.passage === fact.passage &&
          entry.fact.basis === 'budget' &&
          entry.fact.row === fact.row &&
          (fact.row !== undefined || isTotal(entry)),
      )
      const apart = budget && differenceOf(spent, budget, inquiry)
      return budget && apart ? [{ spent, budget, apart }] : []
    })
  const [pair] = pairs
  if (!pair || new Set(pairs.map(({ spent }) => worthOf(spent))).size > 1) return undefined
  const { spent, budget, apart } = pair
  const [high, low] = apart.sign > 0 ? [spent, budget] : [budget, spent]
  const from = [spent, budget].map((entry) => paragraphOf(entry, String(year), inquiry))
  return setAgainst({ high, low, apart, from })
}
