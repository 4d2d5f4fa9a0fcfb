import type { Derived } from '../../domain/answer.ts'
import type { Figure } from '../../domain/figure.ts'
import type { RankedPassage } from '../../domain/passage.ts'
import type { Told } from '../../domain/register.ts'
import { wordsFromEnglish } from '../../norwegian/english.ts'
import { fold } from '../../norwegian/fold.ts'
import { compareDecimals, divideDecimal, formatDecimal, scaledDecimal } from '../../norwegian/numbers.ts'
import { stemOf } from '../../norwegian/stem.ts'
import { tokens } from '../../norwegian/tokens.ts'
import { citeDocument, citePassage } from '../citations.ts'
import type { Draft } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { computed, differenceOf, paragraphOf } from '../figure-draft.ts'
import { yearOfFigure } from '../figure-pool.ts'
import { meets } from '../meets.ts'
import { sectionsOf } from '../sections.ts'
import { type ToldNumber, toldNumbers } from '../told-numbers.ts'
import { stemSet, type Term } from '../topic.ts'
import { lessThanAll } from './compute-in-quote.ts'

/** "… til de andre kommunene når Nordbys andel er trukket fra" */
const LESS_ONE =
  /(?<!\p{L})(?:andre|øvrige|other|others)(?!\p{L}).{0,40}(?<!\p{L})(?:når|etter at|after|once|when)\s(\p{Lu}[\p{L}-]+?)(?:s|'s)?\s.{0,40}(?:trukket|trekt|trekkes|trekkast|taken|deducted)(?!\p{L})/u

type Entry = Told<Figure>

/** How well a figure's own name must meet a word that it is chosen by. */
const MIN_MET = 0.55
/** One of so many words of a question may be told in others. */
const FEW_OF = 4

/** "de andre kommunene enn Nordby", "the municipalities other than Nordby" */
const OTHERS_THAN =
  /(?<!\p{L})(?:andre|øvrige|other|others)(?:\s\p{L}+){0,2}?\s(?:enn|utenom|utanom|unntatt|than|besides|except)\s(?:\p{Ll}+\s)?(\p{Lu}[\p{L}-]+)/u

const isWhole = ({ fact }: Entry): boolean => fact.row === undefined && fact.column === undefined

const ofYears = ({ plan, register, asker }: Inquiry): Entry[] =>
  register
    .figures(asker, {})
    .filter(
      (entry) =>
        isWhole(entry) &&
        (plan.meeting.years.length === 0 || plan.meeting.years.includes(yearOfFigure(entry.fact) ?? 0)),
    )

/** "hvor stor andel av sakene", "what percentage of the 27 positions" */
const OF_WHOLE =
  /(?<!\p{L})(?:\p{L}*andel(?:en)?|del|prosent|share|percent(?:age)?|proportion)\s(?:av|of)\s(?:(?:de|dei|dem|alle|the|all|those|\d+)\s)*((?:\p{L}+\s?){1,3})/u
const OF_THEM = /^\P{L}*(?:av (?:dem|disse|desse|dei|alle)|of (?:them|these|all))(?!\p{L})/iu

interface Placed {
  readonly number: ToldNumber
  readonly passage: RankedPassage
}
interface Pair {
  readonly part: Placed
  readonly whole: Placed
  readonly score: number
}

const isMoney = ({ unit }: ToldNumber): boolean => unit === 'kr'
const isShareItself = ({ unit }: ToldNumber): boolean => unit === '%' || unit === 'prosentpoeng' || unit === '‰'

/** Whether one number can be some of what another counts: of money both; in another sentence, of the same things. */
function mayBeSome(part: ToldNumber, whole: ToldNumber): boolean {
  if (isShareItself(part) || isShareItself(whole) || isMoney(part) !== isMoney(whole)) return false
  if (isMoney(part) ? part.scale !== whole.scale : part.scale + whole.scale > 0) return false
  if (compareDecimals(part.decimal, '0') <= 0 || compareDecimals(part.decimal, whole.decimal) >= 0) return false
  if (part.sentence === whole.sentence || OF_THEM.test(part.sentence)) return true
  if (whole.counts === undefined) return isMoney(whole)
  return part.counts === undefined || stemOf(part.counts) === stemOf(whole.counts)
}

/**
 * What share of a number another one is, where one section tells both: "17 334 saker", "9 842 gjennom portalen".
 * @returns undefined unless a share is asked for, and the words beside just one pair of numbers are all of the matter
 */
export function answerShareOfWhole(
  inquiry: Inquiry,
  passages: readonly RankedPassage[],
  terms: readonly Term[],
): Draft | undefined {
  const { plan, language } = inquiry
  const ofWhole = OF_WHOLE.exec(fold(plan.question))?.[1]
  const matter = terms.filter(
    ({ text, importance, isSpecific }) => !/^\d/.test(text) && (importance === 1 || isSpecific),
  )
  if (plan.wanted !== 'percent' || ofWhole === undefined || matter.length === 0) return undefined
  const words = tokens(ofWhole).map(({ folded }) => folded)
  const named = stemSet((plan.askedIn === 'en' ? wordsFromEnglish(words) : words).join(' '))
  const { years } = plan.meeting
  const isOfYear = ({ year, text }: RankedPassage): boolean =>
    years.length === 0 || years.some((one) => one === year || text.includes(String(one)))
  const pairs = sectionsOf(inquiry, passages).flatMap((section): Pair[] => {
    const placed = section.passages
      .filter((passage) => passage.kind === 'body' && isOfYear(passage))
      .flatMap((passage) => toldNumbers(passage.text).map((number): Placed => ({ number, passage })))
    const [first] = section.passages
    const around = stemSet([...(first?.headings ?? []), first?.documentTitle, first?.committee].join('\n'))
    return placed.flatMap((part) => {
      const own = matter.filter((term) => meets(term, part.number.near) >= MIN_MET)
      if (own.length === 0) return []
      return placed.flatMap((whole): Pair[] => {
        if (!mayBeSome(part.number, whole.number)) return []
        const told = new Set([...around, ...stemSet(`${part.number.sentence}\n${whole.number.sentence}`)])
        const ofWholeItself = matter.filter((term) => meets(term, whole.number.near) >= MIN_MET)
        // What tells the part must not be told of the whole, which is of what is named, or of other words of the question.
        const isPart = own.some((term) => !ofWholeItself.includes(term))
        const isBeside = part.number.sentence === whole.number.sentence
        const ofOther = isMoney(whole.number) ? whole.number.near : stemSet(whole.number.counts ?? '')
        const isNamed = [...(isBeside ? whole.number.near : ofOther)].some((stem) => named.has(stem))
        const isWhole =
          isNamed || ofWholeItself.some((term) => !own.includes(term) && (isBeside || meets(term, ofOther) > 0))
        const untold = matter.filter((term) => meets(term, told) === 0)
        const isTold = untold.length <= matter.length / FEW_OF && !untold.some(({ isSpecific }) => isSpecific)
        if (!isPart || !isWhole || !isTold) return []
        return [{ part, whole, score: own.length + (isBeside ? 0.5 : 0) }]
      })
    })
  })
  const best = Math.max(...pairs.map(({ score }) => score))
  const meant = pairs.filter(({ score }) => score === best)
  const [pair] = meant
  const isOne = new Set(meant.map(({ part, whole }) => `${part.number.decimal}/${whole.number.decimal}`)).size === 1
  if (!pair || !isOne) return undefined
  const [part, whole] = [pair.part.number, pair.whole.number]
  const value = formatDecimal(divideDecimal(scaledDecimal(part.decimal, 2), whole.decimal, 1), language)
  const inWords = [part, whole].filter(({ literal }) => !/\d/.test(literal))
  const shown = ({ literal, decimal }: ToldNumber): string => (/\d/.test(literal) ? literal : decimal)
  const quotes = [...new Map([pair.whole, pair.part].map((one) => [one.number.sentence, one]))].map(([quote, one]) => ({
    quote,
    citation: citePassage(one.passage, quote, null),
  }))
  return {
    outcome: 'answered',
    paragraphs: [
      {
        text: [`${shown(part)} / ${shown(whole)} = ${value} %`, ...quotes.map(({ quote }) => `«${quote}»`)].join('\n'),
        citations: quotes.map(({ citation }) => citation),
      },
    ],
    derived: [
      { value, operation: 'share', from: [part.literal, whole.literal] },
      ...inWords.map(({ decimal }): Derived => ({ value: decimal, operation: 'count', from: [] })),
    ],
    reason: 'share-of-whole',
  }
}

/**
 * What falls on all but one: the whole less the part of the one that is named.
 * @returns undefined unless that is asked, and one passage tells both
 */
export function answerTheOthers(inquiry: Inquiry): Draft | undefined {
  const { plan, language } = inquiry
  const [, name] = OTHERS_THAN.exec(plan.question) ?? LESS_ONE.exec(plan.question) ?? []
  if (name === undefined) return undefined
  const figures = ofYears(inquiry)
  const isNamed = ({ fact }: Entry): boolean => fold(fact.quote).includes(fold(name))
  const inPassage = (one: Entry, other: Entry): boolean =>
    one.document.id === other.document.id && one.fact.passage === other.fact.passage
  for (const part of figures.filter(isNamed)) {
    if (plan.wanted === 'percent') {
      const [own, another] = figures.filter(
        (entry) =>
          inPassage(part, entry) && entry.fact.unit === '%' && /andel|share|del(?!\p{L})/u.test(entry.fact.measure),
      )
      if (!own || another) continue
      const { text, derived } = lessThanAll([own.fact], language)
      return {
        outcome: 'answered',
        paragraphs: [
          {
            text: `${text}\n«${own.fact.quote}»`,
            citations: [citeDocument(own.document, own.fact), citeDocument(part.document, part.fact)],
          },
        ],
        derived,
        reason: 'all-but-one',
      }
    }
    const [whole, another] = figures.filter(
      (entry) =>
        inPassage(part, entry) &&
        !isNamed(entry) &&
        entry.fact.unit === part.fact.unit &&
        part.fact.unit === 'kr' &&
        entry.fact.basis === part.fact.basis &&
        compareDecimals(entry.fact.decimal, part.fact.decimal) > 0,
    )
    const apart = whole && !another ? differenceOf(whole, part, inquiry) : undefined
    if (!whole || !apart) continue
    return computed(
      `${whole.fact.literal} − ${part.fact.literal} = ${apart.amount}`,
      [{ ...apart.derived, from: [whole.fact.literal, part.fact.literal] }],
      [whole, part].map((entry) => paragraphOf(entry, entry.fact.period?.text ?? '', inquiry)),
      'all-but-one',
    )
  }
  return undefined
}
