import type { StoredPassage } from '../../domain/passage.ts'
import { isoMonth, monthOf, yearsIn } from '../../norwegian/dates.ts'
import { fold } from '../../norwegian/fold.ts'
import { addDecimals, formatDecimal } from '../../norwegian/numbers.ts'
import type { Draft } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { amount, unitOf } from '../figure-draft.ts'
import { citationOf, type Group, groupsOf, isOfProposal, ownerOf } from '../figure-groups.ts'
import { type FigureCandidate, passageAbove, passageOf, worthOf } from '../figure-pool.ts'
import { meets } from '../meets.ts'
import { asksFor, isMeasure, PROPOSED } from '../operation.ts'
import type { MeetingHint } from '../plan/meeting-hint.ts'
import { matterOf, stemSet, type Term } from '../topic.ts'
import { notFound } from './passage.ts'

const PAYS =
  /(?<!\p{L})(?:betal\p{L}*|innbetal\p{L}*|bidra\p{L}*|andel\p{L}*|pay(?:s|ing|ments?)?|contribut\p{L}*|share)(?!\p{L})/u
/** Words of what is shared, and of the sharing: any list of who pays how much is of them. */
const OF_SHARING =
  /^(?:betal|innbetal|bidra|andel|del$|fordel|beløp|belop|ramm|budsjett|sum|kroner|million|kommun|samarbeid|pay|contribut|share|amount|budget|municipalit|cooperation)/u
/** A list of what each is to pay says so, above it or at its head. */
const SHARES =
  /(?<!\p{L})(?:\p{L}*fordel\p{L}*|del(?:t|te|es|ast)|bidrag\p{L}*|betal\p{L}*|andel\p{L}*|per kommune)(?!\p{L})/iu
/** They are of several years, or of all owners. */
const OTHER_OPERATIONS = ['difference', 'each', 'highest', 'lowest', 'average'] as const
const MIN_OWNERS = 3

interface Shared {
  readonly group: Group
  readonly passage: StoredPassage
  /** The passage above it, its headings and its own text. */
  readonly around: string
  readonly isProposed: boolean
}

/** The year that its header or a heading says, else the one that the words above it are of. */
function yearOf({ group, passage, around }: Shared): number | undefined {
  const [told, ...others] = new Set(group.entries.map(({ fact }) => fact.period?.from.slice(0, 4)))
  if (told !== undefined && others.length === 0) return Number(told)
  const [year, another] = new Set(yearsIn(around.replace(passage.text, '')))
  return another === undefined ? year : undefined
}

const isOf = (owner: string | undefined, name: Term): boolean => meets(name, stemSet(owner ?? '')) === 1

const namesIn = (terms: readonly Term[]): Term[] =>
  terms.filter(({ isSpecific, text, folded }) => isSpecific && !/^\d/.test(text) && monthOf(folded) === undefined)

/** The figures that stand in one passage with some of an owner that is named: the rest of a large store is not read. */
function besideOwners(names: readonly Term[], inquiry: Inquiry): FigureCandidate[] {
  const kroner = inquiry.register
    .figures(inquiry.asker, {})
    .filter(({ fact }) => fact.unit === 'kr')
    .map((entry): FigureCandidate => ({ ...entry, share: 1 }))
  const owners = new Set(kroner.map(ownerOf))
  const meant = new Set([...owners].filter((owner) => names.some((name) => isOf(owner, name))))
  const passageKey = ({ document, fact }: FigureCandidate): string => `${document.id}|${fact.passage}`
  const passages = new Set(kroner.filter((entry) => meant.has(ownerOf(entry))).map(passageKey))
  return kroner.filter((entry) => passages.has(passageKey(entry)))
}

/** The lists, sentences and columns of tables that tell what each of several owners, some of them named, is to pay. */
function sharedIn(names: readonly Term[], inquiry: Inquiry): Shared[] {
  return groupsOf(besideOwners(names, inquiry), inquiry).flatMap((group) => {
    const [first] = group.entries
    const passage = first && passageOf(inquiry, first)
    if (!first || !passage || group.entries.length < MIN_OWNERS) return []
    const around = [passageAbove(inquiry, passage)?.text ?? '', ...passage.headings, passage.text].join('\n')
    return SHARES.test(around) ? [{ group, passage, around, isProposed: isOfProposal(group.entries, inquiry) }] : []
  })
}

/** "til Nordvik IKT": who is paid, also where it is named after one of those who pay. */
const PAYEE = /(?<!\p{L})(?:til|to)\s+((?:\p{Lu}[\p{L}-]*\s?)+)/u

/** The figures of those owners whom a question names; none of a list that is not of all it tells. */
function askedOf({ group, passage, around }: Shared, terms: readonly Term[], question: string): FigureCandidate[] {
  const named = namesIn(terms)
  const owners = named.filter((name) => group.entries.some((entry) => isOf(ownerOf(entry), name)))
  const paid = PAYEE.exec(question)?.[1]?.split(/\s/) ?? []
  const payers = owners.filter(({ text }) => !paid.includes(text))
  const meant = payers.length > 0 ? payers : owners
  // For what it is, must be told there, unless any such list is of it.
  const isOther = ({ folded, isSpecific }: Term): boolean =>
    !isSpecific && !OF_SHARING.test(folded) && !PROPOSED.test(folded)
  const matter = matterOf(terms.filter((term) => isOther(term) && isMeasure(term)))
  const stems = stemSet([around, passage.documentTitle, passage.committee ?? ''].join('\n'))
  const isTold = [...named.filter((name) => !meant.includes(name)), ...matter].every((term) => meets(term, stems) > 0)
  return isTold ? group.entries.filter((entry) => meant.some((name) => isOf(ownerOf(entry), name))) : []
}

/** "forslaget i oktober 2025": when it was told, not what it is of. */
function isToldThen({ passage: { date } }: Shared, { months, dates }: MeetingHint): boolean {
  const isThen = months.some((month) => date?.startsWith(isoMonth(month)))
  return (months.length === 0 || isThen) && (dates.length === 0 || dates.some((day) => day === date))
}

const worthsOf = (entries: readonly FigureCandidate[]): string => entries.map(worthOf).sort().join()

/**
 * What one or more owners are to pay in a year, alone or together, as it was decided; as it was proposed where that is
 * asked, and a no where nothing else is told.
 * @returns undefined unless one list of that year tells it: another year's tells nothing of it
 */
export function answerPayment(inquiry: Inquiry, terms: readonly Term[]): Draft | undefined {
  const { plan } = inquiry
  const question = fold(plan.question)
  const { years, months } = plan.meeting
  const untold = years.filter((year) => !months.some((month) => month.year === year))
  const [year, another] = untold.length > 0 ? untold : years
  if (year === undefined || another !== undefined || !PAYS.test(question) || plan.wanted === 'percent') return undefined
  if (OTHER_OPERATIONS.some((operation) => asksFor(operation, question))) return undefined
  const meant = sharedIn(namesIn(terms), inquiry).flatMap((shared) => {
    const entries =
      yearOf(shared) === year && isToldThen(shared, plan.meeting) ? askedOf(shared, terms, plan.question) : []
    return entries.length > 0 ? [{ ...shared, entries }] : []
  })
  const asked = meant.filter(({ isProposed }) => isProposed === PROPOSED.test(question))
  const [only] = asked
  if (!only) return meant[0] && notFound(inquiry, { ...meant[0].passage, score: 1 })
  if (asked.some(({ entries }) => worthsOf(entries) !== worthsOf(only.entries))) return undefined
  return told(only.entries, asksFor('sum', question), inquiry)
}

function told(entries: readonly FigureCandidate[], asksSum: boolean, inquiry: Inquiry): Draft | undefined {
  const citation = citationOf(entries, inquiry)
  const [first, second] = entries
  if (!citation || !first) return undefined
  const from = entries.map(({ fact }) => fact.literal)
  const sum = entries.reduce((so, { fact }) => addDecimals(so, fact.decimal), '0')
  const value = formatDecimal(sum, inquiry.language)
  const each = entries.map((entry) => inquiry.texts.tableValue(ownerOf(entry) ?? '', amount(entry, inquiry))).join('; ')
  const isSum = asksSum && second !== undefined
  const text = isSum ? `${from.join(' + ')} = ${value} ${unitOf(first, inquiry)}` : each
  return {
    outcome: 'answered',
    paragraphs: [{ text: `${text}\n«${citation.quote.replace(/\t/g, ' ')}»`, citations: [citation] }],
    derived: isSum ? [{ value, operation: 'sum', from }] : [],
    reason: 'payment',
  }
}
