import { fold } from '../norwegian/fold.ts'
import { NUMBER_WORDS } from '../norwegian/number-words.ts'
import { type FoundNumber, findNumbers } from '../norwegian/numbers.ts'

const UP =
  'økning\\p{L}*|auke?n?|auking|oppgang|vekst|opp|økt|økte|øker|auka|steg|stigning|vokste|increase[ds]?|rise|rose|growth|grew|up|høyere|høgare|større|flere|fleire|mer|meir|lengre|lenger|more|higher|larger|longer'
const DOWN =
  'nedgang|reduksjon\\p{L}*|reduser\\p{L}*|ned|sank|falt|fall|minka|minket|decreas\\p{L}*|reduction|fell|drop\\p{L}*|declin\\p{L}*|down|lavere|lågare|mindre|færre|kortere|kortare|less|fewer|lower|smaller|shorter'
/** The time before, without the year itself. */
const BEFORE =
  'året før|året i forvegen|i fjor|fjoråret|forrige år(?:et|sskiftet?)?|førre år(?:et|sskiftet)?|the year before|the previous year|last year|a year earlier'
const THAN =
  'enn|than|fra|frå|from|siden|sidan|since|sammenlignet med|samanlikna med|mot|against|compared (?:to|with)|i forhold til'
const IN = '(?:ved\\s|i\\s|frå\\si\\s|in\\s|at\\s)?'

/** How a text sets a number against the time before: the change itself, or what it was. */
export interface ToldChange {
  readonly kind: 'by' | 'from'
  readonly sign: 1 | -1
  readonly number: Pick<FoundNumber, 'literal' | 'decimal' | 'unit' | 'scale'>
}

interface Placed {
  readonly number: ToldChange['number']
  readonly start: number
  readonly end: number
}

/** "en oppgang på to ansatte": small numbers are written in letters. */
const inLetters = (text: string): Placed[] =>
  [...text.matchAll(/(?<!\p{L})\p{L}{2,7}(?!\p{L})/gu)].flatMap((match) => {
    const value = NUMBER_WORDS[match[0]]
    if (value === undefined || value < 2) return []
    const number = { literal: match[0], decimal: String(value), unit: undefined, scale: 0 as const }
    return [{ number, start: match.index, end: match.index + match[0].length }]
  })

/** Up to three words may stand between a number and what it is set against: "tre saker færre i alt". */
const WORDS = '(?:\\s\\p{L}+){0,3}?'
const matches = (source: string, text: string): boolean => new RegExp(source, 'u').test(text)

function changeAt(told: string, { number, start, end }: Placed, before: string): ToldChange | undefined {
  const [lead, rest] = [told.slice(0, start), told.slice(end)]
  const isAfter = matches(`^${WORDS}\\s(?:${THAN})\\s${IN}(?:${before})`, rest)
  for (const [words, sign] of [
    [UP, 1],
    [DOWN, -1],
  ] as const) {
    const isLed = matches(`(?<!\\p{L})(?:${words})\\s(?:\\p{L}+\\s)?(?:(?:på|med|of|by)\\s)?(?:kr\\s)?$`, lead)
    const isFollowed = matches(`^${WORDS}\\s(?:${words})${WORDS}\\s(?:${THAN})\\s${IN}(?:${before})`, rest)
    if (isFollowed || (isLed && isAfter)) return { kind: 'by', sign, number }
  }
  const isOld = matches(`^${WORDS}\\s${IN}(?:${before})(?!\\p{L})`, rest)
  const isFrom = matches(
    '(?<!\\p{L})(?:fra|frå|from|mot|against|sammenlignet med|samanlikna med|compared (?:to|with))\\s(?:kr\\s)?$|\\($',
    lead,
  )
  return isOld && isFrom ? { kind: 'from', sign: 1, number } : undefined
}

/**
 * How words behind a figure set it against the year before it.
 * @param year the year of the figure itself
 * @returns undefined where they do not, or do so twice
 */
export function changeTold(text: string, year: number): ToldChange | undefined {
  const told = fold(text)
  const before = `${year - 1}(?!\\d)|${BEFORE}`
  const found = [
    ...findNumbers(told).map((number) => ({ number, start: number.start, end: number.end })),
    ...inLetters(told),
  ]
    .filter(({ number }) => !/^(?:19|20)\d{2}$/.test(number.literal))
    .flatMap((placed) => changeAt(told, placed, before) ?? [])
  const [change, another] = found
  return another === undefined ? change : undefined
}
