import type { Passage } from '../../domain/passage.ts'
import type { Contradiction } from '../../domain/relation.ts'
import { foldSpaces } from '../../norwegian/fold.ts'
import { addDecimals, compareDecimals, scaledDecimal, subtractDecimals } from '../../norwegian/numbers.ts'
import { type Amount, amountsIn, isMoneyOrShare } from './figures-amounts.ts'
import { readableSentences } from './figures-sentences.ts'

/** A list that divides what its lead tells. */
const DIVIDES =
  /(?<!\p{L})(?:fordelt|fordeler seg|fordelte seg|fordelast|fordeles|fordelar seg|delt|inndelt|består av|herav|hvorav|derav)(?!\p{L})[^.]*:$/iu
/** "hvorav", "av disse": parts that need not be all. */
const SOME_PARTS = /(?<!\p{L})(?:hvorav|derav|herav)(?!\p{L})/iu
const NOT_ALL =
  /(?<!\p{L})(?:blant annet|bl\.?\s?a\.?|mellom anna|minst|over|om lag|ca\.?|rundt|nærmere|inntil|for eksempel|f\.eks\.)(?!\p{L})/iu
const ALL_OF = /^Av\s(?:alle|samtlige|alt)\s/iu
const BOTH_SEXES = /^(?:menn|kvinner|kvinnelige|mannlige|gutter|jenter|gutar|menner|kvinnfolk|karar)$/iu
const LABELLED_LINE =
  /^\s*(?:[•◦▪●○➢➤►*–-]\s*|\d{1,2}[.)]\s+)?(?<label>[^\d:]{1,60}?)\s*(?::|\s[-–—]|\s=)\s*(?<number>\d.*?)[.;,]?\s*$/u

const exactOf = ({ decimal, scale }: Pick<Amount, 'decimal' | 'scale'>): string => scaledDecimal(decimal, scale)
const sumOf = (parts: readonly Amount[]): string => parts.map(exactOf).reduce(addDecimals, '0')
const equal = (a: string, b: string): boolean => compareDecimals(a, b) === 0
const isPositive = (decimal: string): boolean => compareDecimals(decimal, '0') > 0

/** At least 98 of 100: so close that nothing was meant to be left out. */
const isNearly = (sum: string, total: string): boolean => isPositive(total) && Number(sum) >= Number(total) * 0.98

const contradiction = (
  { page, caseNumber }: Passage,
  stated: string,
  found: string,
  quotes: readonly string[],
  kind: Contradiction['kind'] = 'sum',
): Contradiction => ({ kind, stated, found, quotes, page, caseNumber })

const SCALE_WORDS = { 0: '', 3: ' tusen', 6: ' mill.', 9: ' mrd.' } as const
const printed = ({ literal, scale }: Amount): string => `${literal}${SCALE_WORDS[scale]}`

/** A sum found by counting, in the scale its total is printed in. */
function foundIn(exact: string, { scale }: Amount): string {
  if (scale === 0) return exact
  const [whole = '', decimals = ''] = exact.split('.')
  const digits = whole.padStart(scale + 1, '0')
  const fraction = (digits.slice(digits.length - scale) + decimals).replace(/0+$/, '')
  return `${digits.slice(0, digits.length - scale)}${fraction ? `,${fraction}` : ''}${SCALE_WORDS[scale]}`
}

/** "27 faste årsverk … fordelt på følgende avdelinger:" against the numbers of the list below. */
function listAgainstLead(passage: Passage): Contradiction[] {
  const [lead = '', ...lines] = passage.text.split('\n')
  if (lines.length < 2 || !DIVIDES.test(lead)) return []
  const last = readableSentences(lead).at(-1)?.text ?? lead
  const totals = amountsIn(last)
  const parts = lines.map((line) => {
    const number = LABELLED_LINE.exec(line)?.groups?.['number']
    return number === undefined ? [] : amountsIn(`Antall ${number}`)
  })
  const flat = parts.flatMap((amounts) => (amounts.length === 1 ? amounts : []))
  const [total] = totals
  if (flat.length !== lines.length || !total) return []
  const isShare = flat.every(({ unit }) => unit === '%')
  if (flat.some(({ unit }) => unit !== undefined && unit !== total.unit && !isShare)) return []
  if (isShare) return []
  const scaled = flat.map((part) =>
    part.scale === 0 && part.unit === undefined ? { ...part, scale: total.scale } : part,
  )
  const sum = sumOf(scaled)
  if (totals.some((amount) => equal(exactOf(amount), sum))) return []
  return [contradiction(passage, printed(total), foundIn(sum, total), [foldSpaces(last), foldSpaces(lines.join(' '))])]
}

/** "22 menn og 5 kvinner" against the total right before them. */
function sexes(passage: Passage, sentence: string, amounts: readonly Amount[]): Contradiction[] {
  const at = amounts.findIndex(
    (amount, index) => BOTH_SEXES.test(amount.counted ?? '') && BOTH_SEXES.test(amounts[index + 1]?.counted ?? ''),
  )
  const [men, women] = [amounts[at], amounts[at + 1]]
  const total = amounts
    .slice(0, Math.max(0, at))
    .findLast(({ unit, counted }) => counted !== undefined && !isMoneyOrShare(unit))
  if (!men || !women || !total || NOT_ALL.test(sentence.slice(total.end, men.start))) return []
  const sum = sumOf([men, women])
  return equal(sum, exactOf(total)) ? [] : [contradiction(passage, printed(total), sum, [foldSpaces(sentence)])]
}

/** "1201 saker, hvorav 283 … og 916 …": parts may be left out, unless they nearly fill the total or exceed it. */
function someOf(passage: Passage, sentence: string, amounts: readonly Amount[]): Contradiction[] {
  const word = SOME_PARTS.exec(sentence)
  if (!word) return []
  const total = amounts.findLast(({ end }) => end <= word.index)
  const parts = amounts.filter(({ start }) => start > word.index)
  if (!total || parts.length < 2 || NOT_ALL.test(sentence.slice(word.index))) return []
  if (
    parts.some(({ unit }) => isMoneyOrShare(unit) && unit !== total.unit) ||
    (total.unit === 'kr' && parts.some(({ unit }) => unit !== 'kr'))
  )
    return []
  const sum = sumOf(parts)
  const isWrong =
    !equal(sum, exactOf(total)) && (compareDecimals(sum, exactOf(total)) > 0 || isNearly(sum, exactOf(total)))
  return isWrong ? [contradiction(passage, printed(total), foundIn(sum, total), [foldSpaces(sentence)])] : []
}

/** "Av alle innkommende saker har 3692 …, 80 …" against the total told before in the same section. */
function allOf(
  passage: Passage,
  sentence: string,
  amounts: readonly Amount[],
  told: readonly string[],
): Contradiction[] {
  if (
    !ALL_OF.test(sentence) ||
    amounts.length < 3 ||
    amounts.some(({ unit, scale }) => isMoneyOrShare(unit) || scale !== 0)
  )
    return []
  const what = /^Av\s\S+\s(?<words>[^\d]*?)\s(?:har|er|var|ble|kom|vart|hadde)\s/iu
    .exec(sentence)
    ?.groups?.['words']?.split(' ')
    .at(-1)
  const total = told
    .flatMap((earlier) => amountsIn(earlier).map((amount) => ({ amount, sentence: foldSpaces(earlier) })))
    .findLast(({ amount }) => amount.counted?.split(' ').at(-1) === what)
  const sum = sumOf(amounts)
  if (
    !total ||
    equal(sum, exactOf(total.amount)) ||
    !(compareDecimals(sum, exactOf(total.amount)) > 0 || isNearly(sum, exactOf(total.amount)))
  )
    return []
  return [contradiction(passage, printed(total.amount), sum, [total.sentence, foldSpaces(sentence)])]
}

/** "Eldarvik 45 %, Hjelmfoss 27 %, …": a whole that is divided in shares. */
function shares(passage: Passage, sentence: string, amounts: readonly Amount[]): Contradiction[] {
  const parts = amounts.filter(({ unit }) => unit === '%')
  if (parts.length < 3 || parts.length !== amounts.length || !/(?<!\p{L})\p{L}*fordel\p{L}*/iu.test(sentence)) return []
  const isPlain = parts.slice(1).every(({ start }, index) => {
    const between = sentence.slice(parts[index]?.end ?? 0, start)
    return between.split(/[\s,]+/u).every((word) => /^(?:og|for|på|til|kommune|\p{Lu}[\p{L}-]*|)$/u.test(word))
  })
  const sum = sumOf(parts)
  const off = Math.abs(Number(subtractDecimals(sum, '100')))
  const rounding =
    parts.length * 0.5 * 10 ** -Math.max(...parts.map(({ decimal }) => decimal.split('.')[1]?.length ?? 0))
  if (!isPlain || off <= rounding || off > 20) return []
  return [contradiction(passage, '100 %', `${sum.replace('.', ',')} %`, [foldSpaces(sentence)])]
}

/** Only sentences with one of these words can be at odds with themselves: most need no second look. */
const WORTH_A_LOOK =
  /(?<!\p{L})(?:hvorav|derav|herav|menn|kvinner|kvinnelige|kvinnfolk|gutter|gutar|jenter|karar|av\s(?:alle|samtlige|alt)|\p{L}*fordel\p{L}*)(?!\p{L})/iu
/** How many sentences back a total may stand. */
const MAX_TOLD = 40

/** Stated totals that their parts do not make. */
export function totalContradictions(passages: readonly Passage[]): Contradiction[] {
  let told: string[] = []
  let section: string | undefined
  return passages.flatMap((passage) => {
    if (passage.kind === 'table' || passage.kind === 'attendance' || passage.kind === 'heading') return []
    const here = `${passage.caseNumber ?? ''} ${passage.headings.join(' ')}`
    if (here !== section) told = []
    section = here
    const lines = passage.text.includes('\n') ? passage.text.split('\n') : [passage.text]
    const inSentences = lines.flatMap((line) =>
      readableSentences(line).flatMap(({ text }) => {
        if (!/\d/.test(text)) return []
        const before = told
        told = [...told.slice(1 - MAX_TOLD), text]
        if (!WORTH_A_LOOK.test(text)) return []
        const amounts = amountsIn(text)
        return [
          ...sexes(passage, text, amounts),
          ...someOf(passage, text, amounts),
          ...allOf(passage, text, amounts, before),
          ...shares(passage, text, amounts),
        ]
      }),
    )
    return [...listAgainstLead(passage), ...inSentences]
  })
}
