import { findDates, findTimes } from './dates.ts'
import { foldSpaces } from './fold.ts'

export interface FoundNumber {
  /** As it stands, with sign, currency, scale word and unit: "42,539 mill. kr". */
  readonly text: string
  readonly start: number
  readonly end: number
  /** The digits as they stand: "42,539". */
  readonly literal: string
  /** Canonical: '.' before decimals, no grouping, '-' when negative. Not multiplied by the scale. */
  readonly decimal: string
  /** Power of ten by the word that follows: tusen 3, mill. 6, mrd. 9. */
  readonly scale: 0 | 3 | 6 | 9
  /** 'kr', '%', 'prosentpoeng', '‰', or one of the words of `UNITS` in the singular; undefined when none follows. */
  readonly unit: string | undefined
  readonly isNegative: boolean
}

/** Groups first; a group is exactly three digits, so that neither a date nor a version is one. */
const CORE =
  /(?:\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)|\d{1,3}(?:\.\d{3})+(?!\d|\.\d)|\d{1,3}(?:,\d{3}){2,}(?!\d)|\d+)(?:[.,]\d+)*/gu
const GROUPED_BY_BLANK = /^\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:[,.]\d+)?$/u
const GROUPED_BY_DOT = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/
const GROUPED_BY_COMMA = /^\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?$/

const SPACE = '[ \\u00a0\\u2009\\u202f]'
/** "MNOK 84,6", "mill. kr 2,1": the scale in front. */
const SCALE_BEFORE: readonly (readonly [RegExp, 3 | 6])[] = [
  [new RegExp(`(?<![\\p{L}\\d])(?:MNOK|mill\\.?${SPACE}kr\\.?)${SPACE}{0,2}$`, 'iu'), 6],
  [new RegExp(`(?<![\\p{L}\\d])(?:TNOK|tkr\\.?)${SPACE}{0,2}$`, 'iu'), 3],
]
const KR_BEFORE = new RegExp(`(?<![\\p{L}])(?:kr\\.?|kroner|NOK)${SPACE}{0,2}$`, 'iu')
/** A dash is a sign when it touches the digits and nothing touches it: "2026-2027" and "10 –12" are ranges. */
const MINUS_BEFORE = new RegExp(`(?:(?<![\\p{L}])minus${SPACE}{0,2}|(?<=^|[\\s(:;=])[-−‑]|(?<=^|[^\\s\\d]\\s)–)$`, 'iu')
const SCALES: readonly (readonly [RegExp, 3 | 6 | 9])[] = [
  [new RegExp(`^${SPACE}{0,2}(?:mill(?:ion(?:er|ar|ane|ene|s)?)?\\b\\.?|MNOK\\b)`, 'iu'), 6],
  [new RegExp(`^${SPACE}{0,2}(?:mrd\\b\\.?|milliard(?:er|ar)?\\b|billions?\\b)`, 'iu'), 9],
  [new RegExp(`^${SPACE}{0,2}(?:tusen\\b|thousand\\b|tkr\\b\\.?|TNOK\\b)`, 'iu'), 3],
]
const KR_AFTER = new RegExp(`^(?:${SPACE}{0,2}(?:kr(?![\\p{L}])|kroner(?![\\p{L}])|NOK(?![\\p{L}]))|,[-–])`, 'iu')
const IMPLIED_KR = /(?:NOK|tkr)\b\.?$/iu
const PERCENT = new RegExp(
  `^${SPACE}{0,2}(?:(?<point>prosentpoeng|prosenteining(?:ar)?|%-poeng|percentage points?)|(?<percent>%|prosent(?![\\p{L}])|pst(?![\\p{L}])\\.?|per ?cent(?![\\p{L}]))|(?<mille>‰|promille))`,
  'iu',
)
const NEXT_WORD = new RegExp(`^(?:${SPACE}{1,2}|-)(?<word>[\\p{L}][\\p{L}\\p{N}²³-]{0,40})`, 'u')

/** What is counted or measured, by the first letters of its forms. */
const UNITS: readonly (readonly [RegExp, string])[] = (
  [
    ['årsverk\\p{L}*', 'årsverk'],
    ['stilling\\p{L}*|positions?', 'stilling'],
    ['ansatte?|tilsette?|medarbeid\\p{L}+|employees?', 'ansatt'],
    ['sekund\\p{L}*|seconds?', 'sekund'],
    ['minutt\\p{L}*|minutes?', 'minutt'],
    ['timer?|timar|hours?', 'time'],
    ['dag(?:er|ar)?|days?', 'dag'],
    ['døgn', 'døgn'],
    ['uker?|veker?|weeks?', 'uke'],
    ['måned(?:er)?|månad(?:er|ar)?|months?', 'måned'],
    ['år|years?', 'år'],
    ['saker?|cases?', 'sak'],
    ['telefon(?:er|ar)?|calls?', 'telefon'],
    ['samtaler?|samtalar', 'samtale'],
    ['henvendels\\p{L}+|førespurnad\\p{L}*', 'henvendelse'],
    ['feilmelding\\p{L}*', 'feilmelding'],
    ["pc(?:-?er|'er|-ar|s)?", 'pc'],
    ['lisens(?:er|ar)?|licen[cs]es?', 'lisens'],
    ['møter?|meetings?', 'møte'],
    ['brukere?|brukar(?:ar)?|users?', 'bruker'],
    ['personer?|personar|people|persons?', 'person'],
    ['innbygger\\p{L}*|innbyggjar\\p{L}*|inhabitants?|residents?', 'innbygger'],
    ['elev(?:er|ar)?|pupils?', 'elev'],
    ['barn|born|children', 'barn'],
    ['plass(?:er|ar)?|places?', 'plass'],
    ['medlem(?:mer|mene|er|ene|mers|s)?|members?', 'medlem'],
    ['stemmer?|røyster?|votes?', 'stemme'],
    ['kommuner?|kommunar|municipalities', 'kommune'],
    ['bolig(?:er)?|bustad(?:er)?', 'bolig'],
    ['prosjekt(?:er)?|projects?', 'prosjekt'],
    ['km|kilometer', 'km'],
    ['meter|m', 'm'],
    ['m2|m²|kvm|kvadratmeter', 'm²'],
    ['m3|m³|kubikkmeter', 'm³'],
    ['daa|dekar|mål', 'dekar'],
    ['kg|kilo', 'kg'],
    ['tonn|tons?', 'tonn'],
    ['liter', 'liter'],
    ['kwh', 'kWh'],
    ['mwh', 'MWh'],
    ['gwh', 'GWh'],
    ['mb', 'MB'],
    ['gb', 'GB'],
    ['tb', 'TB'],
  ] as const
).map(([forms, unit]) => [new RegExp(`^(?:${forms})$`, 'iu'), unit] as const)

/** The unit in the singular that a word is a form of: "saker" is 'sak'; undefined for any other word. */
export const unitOf = (word: string): string | undefined => UNITS.find(([pattern]) => pattern.test(word))?.[1]

const VERSION_BEFORE = /(?:versjon|version|(?<!\p{L})v|§+|\p{Lu}{2,}(?:-\p{Lu}+)*)\.?\s?$/u
/** "tall i 1000 kr": says how to read a table, is no amount itself. */
const CAPTION_BEFORE =
  /(?:tall|tal|beløp|sum(?:mer)?|oppgitt|vist|amounts?|figures?)(?:ene|a)?\s(?:er\s)?(?:oppgitt\s)?(?:i|in)\s(?:hele\s|heile\s)?(?:kr\.?\s)?$/iu
const CAPTION =
  /(?:tall|tal|beløp|sum(?:mer)?|oppgitt|vist|amounts?|figures?|^|\()(?:ene|a)?\s?(?:er\s)?(?:oppgitt\s)?(?:i|in)?\s?(?:tabell\p{L}*\s)?(?:er\s)?(?:i\s)?(?:hele\s|heile\s)?(?:(?:kr|NOK)\.?\s)?(?<scale>1[ .\u00a0\u202f]?000(?:[ .\u00a0\u202f]000)?|tusen|thousand|tkr|TNOK|MNOK|mill(?:ioner|ionar|ions?)?|mrd|milliard(?:er|ar)?)\b/iu

/** "Tabellen viser fordelingen i 1000 kr" */
const IN_THOUSANDS =
  /(?<!\p{L})(?:i|in)\s(?:hele\s|heile\s)?(?<scale>1[ .\u00a0\u202f]?000|tusen|thousand)\s(?:kr|kroner|NOK)(?!\p{L})/iu

/** The power of ten a table's caption prescribes ("tall i 1000 kr", "Beløp i mill. kr"); undefined when it says none. */
export function scaleOfCaption(caption: string): 3 | 6 | 9 | undefined {
  const text = foldSpaces(caption)
  const word = (CAPTION.exec(text) ?? IN_THOUSANDS.exec(text))?.groups?.['scale']
    ?.toLowerCase()
    .replace(/[ .\u00a0\u202f]/g, '')
  if (word === undefined) return undefined
  if (/^(?:1000000|mill|mnok)/.test(word)) return 6
  return /^(?:mrd|milliard)/.test(word) ? 9 : 3
}

/** Digits with grouping removed, or undefined for what is no number: a version, a section. */
function decimalOf(literal: string, before: string, hasDecimalScale: boolean, hasUnit: boolean): string | undefined {
  if (GROUPED_BY_BLANK.test(literal)) return literal.replace(/[ \u00a0\u2009\u202f]/gu, '').replace(',', '.')
  if (GROUPED_BY_COMMA.test(literal)) return literal.replace(/,/g, '')
  if (GROUPED_BY_DOT.test(literal)) {
    const isSingleGroup = literal.indexOf('.') === literal.lastIndexOf('.') && !literal.includes(',')
    // Nobody writes thousands of millions with a dot: "42.539 mill." is English or careless.
    if (isSingleGroup && (hasDecimalScale || literal.startsWith('0'))) return literal
    if (isSingleGroup && !hasUnit && VERSION_BEFORE.test(before)) return undefined
    return literal.replace(/\./g, '').replace(',', '.')
  }
  if (/^\d+,\d+$/.test(literal)) return literal.replace(',', '.')
  if (/^\d+\.\d+$/.test(literal)) return hasDecimalScale || hasUnit ? literal : undefined
  return /^\d+$/.test(literal) ? literal : undefined
}

const trimZeros = (digits: string): string => digits.replace(/^0+(?=\d)/, '')

/**
 * Amounts, shares and counts in the order they stand; never part of a date, a time, a case number, a paragraph of a law
 * or a version. A dot groups thousands when exactly three digits follow, else it makes a version unless a unit follows.
 */
export function findNumbers(text: string): FoundNumber[] {
  const taken = [...findDates(text), ...findTimes(text)].sort((a, b) => a.start - b.start)
  let nextTaken = 0
  const found: FoundNumber[] = []
  for (const match of text.matchAll(CORE)) {
    const literal = match[0]
    const start = match.index
    const end = start + literal.length
    while (nextTaken < taken.length && (taken[nextTaken]?.end ?? 0) <= start) nextTaken += 1
    if ((taken[nextTaken]?.start ?? Number.POSITIVE_INFINITY) < end) continue
    const before = text.slice(Math.max(0, start - 40), start)
    const after = text.slice(end, end + 60)
    if (isPartOfName(before, after) || CAPTION_BEFORE.test(before)) continue
    const number = describe(text, literal, start, before, after)
    if (number) found.push(number)
  }
  return found
}

/** Glued to letters or slashes: "M7-001", "12/26", "P360", "3.etg" is left to stand; "§ 11-10". */
function isPartOfName(before: string, after: string): boolean {
  if (
    /[\p{L}_/:]$/u.test(before) &&
    !/(?:^|[^\p{L}])(?:kr|nok)$/iu.test(before) &&
    !/(?<!\p{N})\p{L}*\p{Ll}:$/u.test(before)
  )
    return true
  if (/§+\s?(?:\d+[-–])?$/u.test(before) || /(?:\p{L}\d*|\/\d+)[-‐‑]\d*$/u.test(before)) return true
  return /^(?:[/:]\d|\/\p{L}|-\d+\/|\p{Lu}\d|\p{Lu}[-/]|_)/u.test(after)
}

function describe(
  text: string,
  literal: string,
  start: number,
  before: string,
  after: string,
): FoundNumber | undefined {
  let end = start + literal.length
  let rest = after
  const eat = (length: number): void => {
    end += length
    rest = rest.slice(length)
  }
  let scale: 0 | 3 | 6 | 9 = 0
  let unit: string | undefined
  for (const [pattern, power] of SCALES) {
    const word = pattern.exec(rest)?.[0]
    if (word === undefined) continue
    scale = power
    if (IMPLIED_KR.test(word)) unit = 'kr'
    eat(word.length)
    break
  }
  let from = start
  let ahead = before
  const eatBack = (pattern: RegExp): boolean => {
    const length = pattern.exec(ahead)?.[0].length
    if (length === undefined) return false
    from -= length
    ahead = ahead.slice(0, ahead.length - length)
    return true
  }
  const signTouchesDigits = eatBack(MINUS_BEFORE)
  const scaleBefore = scale === 0 ? SCALE_BEFORE.find(([pattern]) => eatBack(pattern))?.[1] : undefined
  scale = scaleBefore ?? scale
  const hasKrBefore = scaleBefore !== undefined || eatBack(KR_BEFORE)
  const hasSign = signTouchesDigits || (hasKrBefore && eatBack(MINUS_BEFORE))
  const krAfter = KR_AFTER.exec(rest)?.[0]
  const percent = scale === 0 ? PERCENT.exec(rest) : null
  if (krAfter !== undefined || hasKrBefore) unit = 'kr'
  if (krAfter !== undefined) eat(krAfter.length)
  else if (percent && unit === undefined) {
    unit = percent.groups?.['point'] ? 'prosentpoeng' : percent.groups?.['percent'] ? '%' : '‰'
    eat(percent[0].length)
  } else if (unit === undefined) {
    const next = NEXT_WORD.exec(rest)
    const word = next?.groups?.['word'] ?? ''
    unit = unitOf(word)
    if (next && unit !== undefined) eat(next[0].length)
  }
  const decimal = decimalOf(literal, ahead, scale >= 6, unit !== undefined)
  if (decimal === undefined) return undefined
  const isNegative = hasSign && /[1-9]/.test(decimal)
  const sign = isNegative ? '-' : ''
  return {
    text: text.slice(from, end),
    start: from,
    end,
    literal,
    decimal: sign + trimZeros(decimal),
    scale,
    unit,
    isNegative,
  }
}

/**
 * A table cell that holds one number and nothing else; "-" and "–" are zero there.
 * @returns undefined for any other cell
 */
export function parseNumber(cell: string): FoundNumber | undefined {
  const text = foldSpaces(cell)
  if (/^[-–—]$/.test(text))
    return {
      text,
      start: 0,
      end: text.length,
      literal: text,
      decimal: '0',
      scale: 0,
      unit: undefined,
      isNegative: false,
    }
  const [number, ...others] = findNumbers(text)
  return number && others.length === 0 && number.start === 0 && number.end === text.length ? number : undefined
}

interface Exact {
  readonly units: bigint
  readonly places: number
}

/** @throws RangeError when the text is no canonical decimal */
function exact(decimal: string): Exact {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal)
  if (!match) throw new RangeError('not a canonical decimal')
  const [, sign = '', whole = '', fraction = ''] = match
  return { units: BigInt(sign + whole + fraction), places: fraction.length }
}

function print({ units, places }: Exact): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const fraction = digits.slice(digits.length - places)
  return `${units < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

function aligned(a: string, b: string): readonly [bigint, bigint, number] {
  const left = exact(a)
  const right = exact(b)
  const places = Math.max(left.places, right.places)
  return [left.units * 10n ** BigInt(places - left.places), right.units * 10n ** BigInt(places - right.places), places]
}

/** Exact sum; as many decimals as the more exact of the two. */
export function addDecimals(a: string, b: string): string {
  const [left, right, places] = aligned(a, b)
  return print({ units: left + right, places })
}

export function subtractDecimals(a: string, b: string): string {
  const [left, right, places] = aligned(a, b)
  return print({ units: left - right, places })
}

/** A share of it, rounded half away from zero. @param by above zero @param places decimals of the result */
export function divideDecimal(a: string, by: string, places: number): string {
  const { units, places: own } = exact(a)
  const { units: parts, places: others } = exact(by)
  const dividend = 2n * units * 10n ** BigInt(places + others)
  const divisor = parts * 10n ** BigInt(own)
  const rounded = (dividend < 0n ? dividend - divisor : dividend + divisor) / (2n * divisor)
  return print({ units: rounded, places })
}

/** Negative, zero or positive, as a sort wants it; "1.50" equals "1.5". */
export function compareDecimals(a: string, b: string): -1 | 0 | 1 {
  const [left, right] = aligned(a, b)
  return left < right ? -1 : left > right ? 1 : 0
}

/** The value with its scale multiplied in: 42.539 with scale 6 is 42539000. Trailing zeros of the fraction go. */
export function scaledDecimal(decimal: string, scale: number): string {
  const { units, places } = exact(decimal)
  const text =
    places >= scale
      ? print({ units, places: places - scale })
      : print({ units: units * 10n ** BigInt(scale - places), places: 0 })
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

/** As people write it: "1 042,5" (no-break space), "1,042.5" in English. Four digits are grouped only in English. */
export function formatDecimal(decimal: string, language: 'nb' | 'nn' | 'en'): string {
  const negative = decimal.startsWith('-')
  const [whole = '0', fraction] = (negative ? decimal.slice(1) : decimal).split('.')
  const isEnglish = language === 'en'
  const grouped =
    whole.length < (isEnglish ? 4 : 5) ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, isEnglish ? ',' : '\u00a0')
  return `${negative ? '-' : ''}${grouped}${fraction === undefined ? '' : `${isEnglish ? '.' : ','}${fraction}`}`
}
