import type { Derived } from '../../domain/answer.ts'
import type { Language } from '../../domain/document.ts'
import { fold } from '../../norwegian/fold.ts'
import {
  addDecimals,
  compareDecimals,
  divideDecimal,
  type FoundNumber,
  findNumbers,
  formatDecimal,
  scaledDecimal,
  subtractDecimals,
} from '../../norwegian/numbers.ts'
import { sentences } from '../../norwegian/sentences.ts'
import { stemOf } from '../../norwegian/stem.ts'
import { tokens } from '../../norwegian/tokens.ts'
import { asksFor } from '../operation.ts'
import type { Plan } from '../plan.ts'

/** What is computed of numbers that one quote holds: "96 − 87 = 9". */
export interface Computed {
  readonly text: string
  readonly derived: readonly Derived[]
}

type Pair = readonly [FoundNumber, FoundNumber]

const HUNDRED = '100'

/** "31 lekkasjer, mot 19", "fra 60 til 80": what stands between two numbers that are set against each other. */
const AGAINST =
  /^[^.;]{0,40}(?<!\p{L})(?:mot|against|kontra|i stedet for|i staden for|compared (?:to|with))\s+(?:\p{L}+\s+){0,4}$/u
const FROM = /(?<!\p{L})(?:fra|frå|from)\s+$/u
const TO = /^[^.;]{0,20}(?<!\p{L})(?:til|to)\s+$/u
/** "Hva skal vi gjøre for å spare?" wants no number. */
const COMPARES =
  /(?<!\p{L})(?:forskjell\p{L}*|skilnad\p{L}*|differ\p{L}*|sammenl\p{L}*|samanl\p{L}*|compar\p{L}*|enn|than)(?!\p{L})/u
/** "87 av 96", "brukt 11 mill. kr av et årsbudsjett på 33 mill. kr" */
const OUT_OF = /^\s*(?:\p{L}+\s+){0,2}(?:av|out of|of)\s+(?:\p{L}+\s+){0,4}$/u
/** "268 avvik, og 201 av dem", "5 236 konsultasjoner, av disse var 1 102" */
const OF_THEM = /^\s*(?:\p{L}+\s+)?(?:av (?:dem|disse|desse|dei)|of (?:them|these))(?!\p{L})/iu
const BY_THEM = /(?<!\p{L})(?:av (?:dem|disse|desse|dei)|hvorav|derav|of (?:them|these|which))\s+(?:\p{L}+\s+){0,2}$/iu
const OF_ALL = /(?:^|[.!?]\s+)(?:av|of)\s+(?:de|dei|disse|alle|the|all)\s+$/iu
/** A sentence that gives what is left without its number. */
const REST = /(?<!\p{L})(?:resten|det øvrige|øvrige|det gjenværende|the rest|the remainder|the remaining)(?!\p{L})/iu
/** A year this near behind a number is the number's: "3,773 mill. kr i 2026". */
const NEAR_CHARS = 24

const isAlike = (one: FoundNumber, other: FoundNumber): boolean =>
  one.scale === other.scale && (one.unit === other.unit || one.unit === undefined || other.unit === undefined)

/** Unit and scale as they stand behind the number: "mill. kr". */
const unitText = ({ text, literal }: FoundNumber): string => text.slice(text.indexOf(literal) + literal.length).trim()

const isYear = ({ literal, unit }: FoundNumber): boolean => unit === undefined && /^(?:19|20)\d{2}$/.test(literal)

/** The numbers next to each other that stand so to one another. */
const pairsBy = (
  quote: string,
  numbers: readonly FoundNumber[],
  isPair: (before: string, between: string) => boolean,
) =>
  numbers.flatMap((number, index): Pair[] => {
    const last = numbers[index - 1]
    return last && isAlike(last, number) && isPair(quote.slice(0, last.start), quote.slice(last.end, number.start))
      ? [[last, number]]
      : []
  })

/** The number that stands right before a year. */
function numberOf(year: number, quote: string, numbers: readonly FoundNumber[]): FoundNumber | undefined {
  for (const match of quote.matchAll(new RegExp(`(?<!\\d)${year}(?!\\d)`, 'g'))) {
    const near = numbers.filter(({ end }) => end <= match.index && match.index - end <= NEAR_CHARS).at(-1)
    if (near) return near
  }
  return undefined
}

const result = (
  operation: Derived['operation'],
  terms: string,
  value: string,
  unit: string,
  from: readonly FoundNumber[],
): Computed => ({
  text: `${terms} = ${[value, unit].filter(Boolean).join(' ')}`,
  derived: [{ value, operation, from: from.map(({ literal }) => literal) }],
})

function difference([one, other]: Pair, language: Language): Computed | undefined {
  const sign = compareDecimals(one.decimal, other.decimal)
  if (sign === 0) return undefined
  const [large, small] = sign > 0 ? [one, other] : [other, one]
  const value = formatDecimal(subtractDecimals(large.decimal, small.decimal), language)
  const unit = large.unit === '%' ? (language === 'en' ? 'percentage points' : 'prosentpoeng') : unitText(large)
  return result('difference', `${large.literal} − ${small.literal}`, value, unit || unitText(small), [large, small])
}

function share([part, whole]: Pair, language: Language): Computed {
  const value = formatDecimal(divideDecimal(scaledDecimal(part.decimal, 2), whole.decimal, 1), language)
  return result('share', `${part.literal} / ${whole.literal}`, value, '%', [part, whole])
}

/** Each asked year's number, in one unit. */
function ofYears(years: readonly number[], quote: string, numbers: readonly FoundNumber[]): readonly FoundNumber[] {
  const terms = years.flatMap((year) => numberOf(year, quote, numbers) ?? [])
  const isWhole = terms.length === years.length && new Set(terms).size === terms.length
  return isWhole && terms.every((term) => isAlike(term, terms[0] ?? term)) ? terms : []
}

function sum(terms: readonly FoundNumber[], language: Language): Computed {
  const total = terms.reduce((so, { decimal }) => addDecimals(so, decimal), '0')
  const shown = terms.map(({ literal }) => literal).join(' + ')
  return result('sum', shown, formatDecimal(total, language), terms[0] ? unitText(terms[0]) : '', terms)
}

/** "på sykehjemmet og hjemmetjenesten": two things, whose numbers are to be added. */
const TWO_THINGS = /(\p{L}{4,})\s(?:og|and|pluss|plus)\s(?:(?:på|i|til|for|the|from|fra|frå)\s)?(\p{L}{4,})/u

/** "120 var feilmeldinger": nothing between a number and its word but a verb or the like. */
const RIGHT_BEFORE = /^\s?(?:(?!(?:og|and|mens|men|eller)\s)\p{L}+\s){0,2}$/u

/** The number that stands right before a word, else behind it, or before it where none does. */
function numberBeside(word: string, quote: string, numbers: readonly FoundNumber[]): FoundNumber | undefined {
  const found = tokens(quote).find((token) => token.kind === 'word' && stemOf(token.folded) === stemOf(word))
  if (!found) return undefined
  const right = numbers.findLast(({ end }) => end <= found.start)
  if (right && RIGHT_BEFORE.test(quote.slice(right.end, found.start))) return right
  const after = numbers.find(({ start }) => start >= found.end)
  const isNear = after !== undefined && !/[.;]\s/u.test(quote.slice(found.end, after.start))
  return isNear ? after : right
}

function sumOfThings(
  asked: string,
  quote: string,
  numbers: readonly FoundNumber[],
  language: Language,
): Computed | undefined {
  const [, one = '', other = ''] = TWO_THINGS.exec(asked) ?? []
  const terms = [one, other].flatMap((word) => (word ? (numberBeside(word, quote, numbers) ?? []) : []))
  const [first, second] = terms
  return first && second && first !== second && isAlike(first, second) ? sum(terms, language) : undefined
}

/** "verken lønn eller lisenser", "noe annet enn lønn og lisenser": what two things leave of the whole. */
const WITHOUT_TWO =
  /(?<!\p{L})(?:verken|korkje|neither|ann(?:et|a) enn|other than|utenom|utanom)\s(?:\p{L}+\s)?(\p{L}{4,})\s(?:eller|og|nor|or|and)\s(?:\p{L}+\s)?(\p{L}{4,})/u

function withoutTwo(
  asked: string,
  quote: string,
  numbers: readonly FoundNumber[],
  language: Language,
): Computed | undefined {
  const [, one = '', other = ''] = WITHOUT_TWO.exec(asked) ?? []
  const [first, second] = [one, other].map((word) => (word ? numberBeside(word, quote, numbers) : undefined))
  if (!first || !second || first === second || !isAlike(first, second)) return undefined
  const taken = addDecimals(first.decimal, second.decimal)
  if (first.unit === '%')
    return compareDecimals(taken, HUNDRED) < 0 ? lessThanAll([first, second], language) : undefined
  const [whole, another] = numbers.filter(({ decimal }) => compareDecimals(decimal, taken) > 0)
  if (!whole || another || !isAlike(whole, first)) return undefined
  const value = formatDecimal(subtractDecimals(whole.decimal, taken), language)
  const terms = [whole, first, second].map(({ literal }) => literal).join(' − ')
  return result('difference', terms, value, unitText(whole), [whole, first, second])
}

/** "I tillegg fulgte 40 på nett": what comes to the number of the sentence before. */
const ADDED = /^(?:I tillegg|Dessuten|Attpåtil|In addition|Also)(?!\p{L})/u

const isMoneyOrShare = (unit: string | undefined): boolean => unit === 'kr' || unit === '%'

/** The whole of a sentence, with what the next one says came to it. */
function sumOfAdded(quote: string, language: Language): Computed | undefined {
  const told = sentences(quote)
  const pairs = told.flatMap(({ text }, index): Pair[] => {
    const before = told[index - 1]
    const [added, another] = ADDED.test(text) ? findNumbers(text).filter((number) => !isYear(number)) : []
    const [whole, ...parts] = findNumbers(before?.text ?? '').filter((number) => !isYear(number))
    const isWhole = whole !== undefined && parts.every((part) => compareDecimals(part.decimal, whole.decimal) < 0)
    const isOneKind = whole && added && (whole.unit === added.unit || ![whole.unit, added.unit].some(isMoneyOrShare))
    return added && !another && isWhole && isOneKind && isAlike(whole, added) ? [[whole, added]] : []
  })
  const [pair] = pairs
  return pair && pairs.length === 1 ? sum(pair, language) : undefined
}

/** Numbers of things with the number of all that they are some of. */
function partsIn(quote: string, numbers: readonly FoundNumber[]): Pair[] {
  const outOf = pairsBy(quote, numbers, (_, between) => OUT_OF.test(between))
  const ofThem = numbers.flatMap((part, index): Pair[] => {
    const whole = numbers[index - 1]
    if (!whole || part.unit === '%' || whole.unit === '%') return []
    const between = quote.slice(whole.end, part.start)
    return OF_THEM.test(quote.slice(part.end)) || BY_THEM.test(between) ? [[part, whole]] : []
  })
  // "Av de 61 kunne 19 vente"
  const ofAll = pairsBy(quote, numbers, (before) => OF_ALL.test(before)).map(([whole, part]): Pair => [part, whole])
  return [...outOf, ...ofThem, ...ofAll].filter(([part, whole]) => compareDecimals(part.decimal, whole.decimal) < 0)
}

/** What was meant to be, beside what has come of it. */
const WHOLE =
  /(?<!\p{L})\p{L}*(?:budsj|ramm|anmod|bestil|tinga|planla|kapasitet|målet|(?<!\p{L})mål(?!\p{L})|til sammen|til saman|totalt|i alt|avsatt|(?:satt|sett) av|bevil|løyv|budget|allocat|target)/iu

/** The two numbers of a sentence of which one is said to be the whole: "24 er bosatt, og kommunen er bedt om å ta imot 38". */
function levelsIn(quote: string): Pair[] {
  return sentences(quote).flatMap(({ text }): Pair[] => {
    const [one, other, ...more] = findNumbers(text).filter((number) => !isYear(number))
    if (!one || !other || more.length > 0 || !isAlike(one, other)) return []
    const isWhole = [text.slice(0, one.start), text.slice(one.end, other.start)].map((before) => WHOLE.test(before))
    const [part, whole] = isWhole[0] === true && isWhole[1] === false ? [other, one] : [one, other]
    return isWhole.includes(true) && compareDecimals(part.decimal, whole.decimal) < 0 ? [[part, whole]] : []
  })
}

/** What shares in per cent leave of a hundred: "100 − 52 − 31 = 17 %". */
export function lessThanAll(shares: readonly Pick<FoundNumber, 'literal' | 'decimal'>[], language: Language): Computed {
  const left = shares.reduce((so, { decimal }) => subtractDecimals(so, decimal), HUNDRED)
  const literals = shares.map(({ literal }) => literal)
  const value = formatDecimal(left, language)
  return {
    text: `${[HUNDRED, ...literals].join(' − ')} = ${value} %`,
    derived: [
      { value, operation: 'difference', from: literals },
      { value: HUNDRED, operation: 'count', from: [] },
    ],
  }
}

/** "Lønn er 52 % og lisenser 31 %. Resten er strøm." */
function restOfHundred(quote: string, numbers: readonly FoundNumber[], language: Language): Computed | undefined {
  const at = REST.exec(quote)?.index
  const parts = numbers.filter(({ unit, end }) => unit === '%' && at !== undefined && end <= at)
  const taken = parts.reduce((so, { decimal }) => addDecimals(so, decimal), '0')
  if (parts.length === 0 || compareDecimals(taken, HUNDRED) >= 0) return undefined
  return lessThanAll(parts, language)
}

/** "Hvor stor andel ble ikke besvart?" where 95 % were. */
function shareOfTheOthers(
  question: string,
  quote: string,
  numbers: readonly FoundNumber[],
  language: Language,
): Computed | undefined {
  const [part, another] = numbers.filter(({ unit }) => unit === '%')
  if (!part || another || !ASKS_SHARE_NOT.test(fold(question)) || NOT.test(quote)) return undefined
  return lessThanAll([part], language)
}
const ASKS_SHARE_NOT =
  /(?<!\p{L})(?:andel\p{L}*|prosent\p{L}*|del|share|percent\p{L}*|proportion)(?!\p{L}).*(?<!\p{L})(?:ikke|ikkje|not)(?!\p{L})/u
const NOT = /(?<!\p{L})(?:ikke|ikkje|ubesvart\p{L}*|manglende|manglande)(?!\p{L})/iu

/** The one pair that a quote sets against each other; else, where all of the matter stands there, its only two of one unit. */
function pairIn(quote: string, numbers: readonly FoundNumber[], isOfAll: boolean): Pair | undefined {
  const set = pairsBy(
    quote,
    numbers,
    (before, between) => AGAINST.test(between) || (FROM.test(before) && TO.test(between)),
  )
  const [pair] = set
  if (pair) return set.length === 1 ? pair : undefined
  const [one, other, ...more] = numbers.filter(({ unit, scale }) => unit !== undefined || scale > 0)
  return isOfAll && one && other && more.length === 0 && one.unit === other.unit && one.scale === other.scale
    ? [one, other]
    : undefined
}

/**
 * What a question wants computed of the numbers of the one quote that answers it.
 * @param isOfAll whether the quote tells of all that was asked about
 * @returns undefined unless it wants that, and the quote has just the numbers for it
 */
export function computeInQuote(
  { question, meeting, wanted }: Plan,
  quote: string,
  isOfAll: boolean,
  language: Language,
): Computed | undefined {
  const asked = fold(question)
  const numbers = findNumbers(quote).filter((number) => !isYear(number))
  const { years } = meeting
  const terms = years.length > 1 ? ofYears(years, quote, numbers) : []
  const [one, other] = terms
  if (one && other) {
    if (asksFor('sum', asked)) return sum(terms, language)
    return asksFor('difference', asked) && terms.length === 2 ? difference([one, other], language) : undefined
  }
  if (years.length > 1 && !years.every((year) => quote.includes(String(year)))) return undefined
  const ofThings = asksFor('sum', asked)
    ? (sumOfAdded(quote, language) ?? sumOfThings(asked, quote, numbers, language))
    : undefined
  if (ofThings) return ofThings
  const left = withoutTwo(asked, quote, numbers, language)
  if (left) return left
  const found = partsIn(quote, numbers)
  const [part, ...parts] = found.length === 0 && asksFor('rest', asked) ? levelsIn(quote) : found
  if (asksFor('rest', asked))
    return part && parts.length === 0
      ? difference(part, language)
      : (restOfHundred(quote, numbers, language) ?? shareOfTheOthers(question, quote, numbers, language))
  if (wanted === 'percent' && part && parts.length === 0 && !numbers.some(({ unit }) => unit === '%'))
    return share(part, language)
  const asksNumber = wanted === 'amount' || wanted === 'number' || wanted === 'percent' || COMPARES.test(asked)
  const pair = asksNumber && asksFor('difference', asked) ? pairIn(quote, numbers, isOfAll) : undefined
  return pair && difference(pair, language)
}
