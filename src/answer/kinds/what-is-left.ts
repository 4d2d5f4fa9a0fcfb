import type { Figure } from '../../domain/figure.ts'
import type { RankedPassage } from '../../domain/passage.ts'
import type { Told } from '../../domain/register.ts'
import { fold } from '../../norwegian/fold.ts'
import { compareDecimals, formatDecimal, subtractDecimals } from '../../norwegian/numbers.ts'
import { citeDocument } from '../citations.ts'
import type { Draft } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { unitOf } from '../figure-draft.ts'
import { citationOf, isSum } from '../figure-groups.ts'
import { meets } from '../meets.ts'
import { asksFor } from '../operation.ts'
import { matterOf, stemSet, type Term } from '../topic.ts'

/** "Hva er igjen …?" wants an amount too. */
const IS_LEFT = /(?<!\p{L})(?:igjen|att|rest\p{L}*|til overs|left|remain\p{L}*)(?!\p{L})/u
/** Words of the giving itself. */
const OF_GIVING =
  /^(?:del|fordel|tildel|utdel|bruk|gi|gå|gått|sett|avsett|innvilg|bevilg|pott|midl|peng|beløp|sum|igjen|att$|rest|gjenst|tilby|distribut|allocat|award|grant|hand|give|spen|money|amount|pot$|left|remain)/u
const GIVEN =
  /tildel|tildelt|bevilg|løyv|innvilg|gitt|får|vedtatt|vedteke|støtte|tilskudd|tilskot|fordel|granted|awarded/iu
const SOUGHT = /søk|omsøk|behov|applied|sought/iu

type Entry = Told<Figure>

interface Pot {
  readonly whole: Entry
  readonly parts: readonly Entry[]
}

/** A pot and what was given of it: the one amount that leads to a list or a table, and the column of what was given. */
function potOf(passage: RankedPassage, figures: readonly Entry[]): Pot | undefined {
  const isAt = (ordinal: number): Entry[] =>
    figures.filter(
      ({ document, fact }) => document.id === passage.document && fact.passage === ordinal && fact.unit === 'kr',
    )
  const own = isAt(passage.ordinal)
  const isTable = passage.kind === 'table'
  const leads = isTable
    ? isAt(passage.ordinal - 1).filter(({ fact }) => fact.caseNumber === own[0]?.fact.caseNumber)
    : own.filter(({ fact }) => fact.quote.endsWith(':'))
  const [whole, another] = leads
  if (!whole || another) return undefined
  const listed = own.filter((entry) => entry !== whole && !isSum(entry.fact.row ?? entry.fact.entity ?? ''))
  const columns = [...Map.groupBy(listed, ({ fact }) => fact.column ?? '')]
  const given = columns.length > 1 ? columns.filter(([header]) => GIVEN.test(header)) : columns
  const [column, other] = given.filter(([header]) => !SOUGHT.test(header))
  const parts = column?.[1] ?? []
  const isAlike = parts.every(({ fact }) => fact.scale === whole.fact.scale)
  return other || parts.length < 2 || !isAlike ? undefined : { whole, parts }
}

/**
 * What is left of a pot after a list of what was given of it.
 * @returns undefined unless that is asked, and the list stands under the pot that the question tells of
 */
export function answerWhatIsLeft(
  inquiry: Inquiry,
  passages: readonly RankedPassage[],
  terms: readonly Term[],
): Draft | undefined {
  const { plan, register, asker } = inquiry
  const question = fold(plan.question)
  if (!asksFor('rest', question) || !(plan.wanted === 'amount' || (plan.wanted === 'any' && IS_LEFT.test(question))))
    return undefined
  const figures = register.figures(asker, {})
  const matter = terms.filter(({ folded, isSpecific }) => isSpecific || !OF_GIVING.test(folded))
  // "Hvor mye har vi igjen?" is of no pot, where no one body was asked about.
  if (matter.length === 0 && new Set(passages.map(({ committee }) => committee)).size > 1) return undefined
  for (const passage of passages) {
    const pot = potOf(passage, figures)
    if (!pot) continue
    const section = register
      .passagesOf(asker, passage.document)
      .filter(({ headings }) => headings.join() === passage.headings.join())
    const around = [
      passage.documentTitle,
      passage.committee,
      passage.date,
      ...passage.headings,
      ...section.map(({ text }) => text),
    ]
    const stems = stemSet(around.join('\n'))
    const isOfMatter = [...matter.filter(({ isSpecific }) => isSpecific), ...matterOf(matter)].every(
      (term) => meets(term, stems) > 0,
    )
    // "Hvor mye gikk ikke til teateret?" is of one of them.
    const isOfPart = matterOf(matter).some((term) =>
      pot.parts.some(({ fact }) => meets(term, stemSet(fact.row ?? fact.entity ?? '')) > 0.8),
    )
    if (isOfMatter && !isOfPart) return leftOf(pot, inquiry)
  }
  return undefined
}

function leftOf({ whole, parts }: Pot, inquiry: Inquiry): Draft | undefined {
  const terms = [whole, ...parts.filter(({ fact }) => compareDecimals(fact.decimal, '0') !== 0)]
  const left = parts.reduce((so, { fact }) => subtractDecimals(so, fact.decimal), whole.fact.decimal)
  const table = citationOf(
    parts.map((part) => ({ ...part, share: 1 })),
    inquiry,
  )
  if (!table || left.startsWith('-')) return undefined
  const literals = terms.map(({ fact }) => fact.literal)
  const value = formatDecimal(left, inquiry.language)
  const citations = [citeDocument(whole.document, whole.fact), table]
  const quotes = citations.map(({ quote }) => `«${quote.replace(/\t/g, ' ')}»`)
  return {
    outcome: 'answered',
    paragraphs: [
      { text: [`${literals.join(' − ')} = ${value} ${unitOf(whole, inquiry)}`, ...quotes].join('\n'), citations },
    ],
    derived: [{ value, operation: 'difference', from: literals }],
    reason: 'what-is-left',
  }
}
