import { findCaseNumbers } from '../../domain/case-number.ts'
import { type FoundNumber, findNumbers, unitOf } from '../../norwegian/numbers.ts'
import { isStopWord } from '../../norwegian/stop-words.ts'
import { isParty } from '../minutes/voters.ts'

/** A number of a sentence that measures or counts something. */
export interface Amount {
  readonly start: number
  /** After the unit and the words for what is counted. */
  readonly end: number
  readonly literal: string
  readonly decimal: string
  readonly scale: FoundNumber['scale']
  readonly unit: string | undefined
  /** What is counted, as printed: "faste årsverk", "anrop"; undefined for amounts of money, shares and bare numbers. */
  readonly counted: string | undefined
}

/** A number after one of these names a thing, unless a unit of money or share follows. */
const NAMING_WORD =
  /(?<![\p{L}])(?:punkt(?:et|ene|a)?|pkt|pt|forslag(?:et)?|framlegg|alternativ|uke(?:ne)?|veke|side|sidene|s|kapittel|kap|avsnitt|tabell|figur|vedlegg|versjon|version|v|fase|nivå|trinn|klasse|rom|issue|pr|nr|nummer|sak(?:ene|a)?|artikkel|art|ledd|bokstav|paragraf|gnr|bnr|rundskriv|tlf|telefon|mobil|konto(?:nr)?|org\.?\s?nr|organisasjonsnummer|postboks|pb|arkiv(?:kode|nr|sak)?|journalnr|del|steg|gruppe|rep|etasje|plan|linje|rute|fylkesvei|fv|rv|e|id|covid|iso|kl|klokka|klokken|§+)[.:]?\s*(?:\d+\s*(?:,|og|til|-|–|eller)\s*)*#?$/iu
/** "SAF-T Financial 2.0", "Public 360", "Storgata 33": no unit, and a name right before. */
const NAME_BEFORE = /(?:^|[\s(«"])(?:\p{Lu}[\p{L}\d]*|\p{Ll}+\p{Lu}\p{L}*)\s$/u
const COUNTING_WORD =
  /(?:^|[\s(])(?:Sum|Totalt|Total|Antall|Talet|Tallet|I alt|Ca\.?|Om lag|Hele|Kun|Bare|Omtrent|Nesten|Over|Under|Rundt|Mer enn|Budsjett|Regnskap|Prognose|Resultat|Avvik|Rundt)\s$/u
const PRODUCT_NUMBER = /^(?:360|365)$/
const PHONE = /(?<!\d)(?:\+47\s?)?(?:\d{2}(?:\s\d{2}){3}|\d{3}\s\d{2}\s\d{3}|\d{8})(?!\d)/gu
const NATIONAL_ID_OR_ACCOUNT = /(?<!\d)(?:\d{6}\s?\d{5}|\d{4}[ .]\d{2}[ .]\d{5}|\d{9})(?!\d)/gu
const ORGANISATION_NUMBER = /org(?:anisasjons)?\.?\s?(?:nr|nummer)?\.?:?\s*\d{3}\s?\d{3}\s?\d{3}(?!\d)/giu
const ADDRESS = /\S+@\S+|(?:https?:\/\/|www\.)\S+/giu
const PAGE_OF_PAGES = /(?<!\p{L})(?:side|page)\s\d{1,4}\s(?:av|of|\/)\s?\d{1,4}(?!\d)/giu
const LIST_MARK = /^\s*(?:[•◦▪●○➢➤►*–-]\s*)?\d{1,3}[.)](?=\s|$)/u
const YEAR = /^(?:19|20)\d{2}$/
const BEFORE_YEAR =
  /(?<![\p{L}])(?:i|for|fra|frå|av|per|pr\.?|til|og|mot|enn|ut|innen|innan|før|etter|siden|sidan|sesongen|året|året|våren|høsten|hausten|sommeren|sommaren|vinteren|budsjett(?:et|år|året)?|regnskap(?:et)?|økonomiplan(?:en)?|\p{L}*rapport(?:en)?|in|of|since|jan\p{L}*|feb\p{L}*|mars|april|mai|juni|juli|aug\p{L}*|sep\p{L}*|okt\p{L}*|nov\p{L}*|des\p{L}*)[.,]?\s$/iu
/** Words that look like what is counted and are not. */
const NOT_COUNTED = new Set(
  'lagt blitt kommet gått er pluss minus ganger gonger prosent kr kroner mill ble vart som altså hvorav derav herav ned opp eller osv mv etc bl forts legg set sett talet tallet millioner fysisk digitalt tilsammen totalt året'.split(
    ' ',
  ),
)
/** "HMS-avvik" too. */
const WORD = /^\s+(?<word>(?:\p{Lu}{2,}-)?\p{Ll}[\p{L}-]*)/u
/** "deltakere", "søkere" are nouns; other words in -e before a noun are adjectives. */
const PLURAL = /(?<!^(?:fl|stø|tidlig|ytterlig|sein|sen|høy|lav))ere$/u
const MAX_COUNTED_WORDS = 3

/** Stretches that hold digits and no figure. */
function masked(sentence: string): string {
  const blank = (match: string): string => '\u0001'.repeat(match.length)
  let text = sentence
  for (const pattern of [ADDRESS, PAGE_OF_PAGES, ORGANISATION_NUMBER, PHONE, NATIONAL_ID_OR_ACCOUNT])
    text = text.replace(pattern, (match, ...rest: unknown[]) => {
      const at = rest.find((entry) => typeof entry === 'number') as number
      // Eight digits with money behind them are money.
      return /^\s?(?:kr|kroner|mill|,-)/i.test(sentence.slice(at + match.length)) ||
        /(?:kr|kroner|kr\.)\s?$/i.test(sentence.slice(0, at))
        ? match
        : blank(match)
    })
  text = text.replace(LIST_MARK, blank)
  for (const { start, end } of findCaseNumbers(text))
    text = text.slice(0, start) + blank(text.slice(start, end)) + text.slice(end)
  return text
}

/** Counts of votes are told by the votes: "4 mot 1 stemme (FRP)", "(6 st.)", "mindretallet: Ap (2)". */
const VOTE_NOUN = /^(?:stemmer?|stemmar|røyster?|røyst|voterende|voterande|st)$/iu
function countsVotes(counted: string | undefined, before: string, after: string): boolean {
  if (counted !== undefined && VOTE_NOUN.test(counted.split(' ').at(-1) ?? '')) return true
  if (/^\s(?:i?mot|for\sog)\s\d{1,3}\s(?:stemme|røyst)/iu.test(after)) return true
  if (/(?:til\sstede|til\sstades|forfall|stemte|røysta)\s\($/iu.test(before) && /^\)/.test(after)) return true
  const party = /(?<!\p{L})(\p{Lu}[\p{L}-]{0,30})\s\($/u.exec(before)?.[1]
  return party !== undefined && /^\)/.test(after) && isParty(party)
}

/** The words after a number that say what is counted: adjectives in -e and the noun. */
function countedAfter(sentence: string, from: number): { readonly text: string; readonly end: number } | undefined {
  let end = from
  for (let count = 0; count < MAX_COUNTED_WORDS; count++) {
    const match = WORD.exec(sentence.slice(end, end + 60))
    const word = match?.groups?.['word']
    if (!match || !word || isStopWord(word) || NOT_COUNTED.has(word)) break
    end += match[0].length
    if (unitOf(word) !== undefined || !/e$/u.test(word) || PLURAL.test(word)) break
  }
  if (
    end === from &&
    /(?<!\p{L})(?:hvorav|derav|herav|hvor|av disse|av desse|av dem)(?!\p{L})/iu.test(sentence.slice(0, from))
  ) {
    const match = /^\s(?:var|er|gjaldt)\s(?<what>\p{Ll}[\p{L}-]{3,})(?=\s*(?:[.,;]|og\s\d|$))/u.exec(
      sentence.slice(from),
    )
    const what = match?.groups?.['what']
    if (match && what) return { text: what, end: from + match[0].length }
  }
  return end > from ? { text: sentence.slice(from, end).trim(), end } : undefined
}

const MONEY_OR_SHARE = new Set(['kr', '%', '‰', 'prosentpoeng'])
export const isMoneyOrShare = (unit: string | undefined): boolean => unit !== undefined && MONEY_OR_SHARE.has(unit)

function isYear(number: FoundNumber, before: string): boolean {
  const digits = number.decimal
  if (!YEAR.test(digits) || isMoneyOrShare(number.unit) || number.scale !== 0) return false
  // "2 013" may be a year of a bad scan, after "i"; "2 013 saker" is not.
  if (/\s/.test(number.literal)) return number.unit === undefined && /(?<!\p{L})(?:i|for|året|år)\s$/iu.test(before)
  return number.unit === undefined || BEFORE_YEAR.test(before) || /^\s*$/.test(before)
}

/** "… og trainee 2.": the mark of the next item of a list whose lines were joined. */
const isStrayMark = (number: FoundNumber, before: string, after: string): boolean =>
  /^\d{1,2}$/.test(number.literal) &&
  /^\.\s*$/u.test(after) &&
  !/(?<!\p{L})(?:er|var|ble|blir|til|på|av|med|fra|frå|kun|bare|lik|over|under|minst|antall|totalt|og|eller|enn)\s$/iu.test(
    before,
  )

function isName(number: FoundNumber, counted: string | undefined, before: string, after: string): boolean {
  if (isMoneyOrShare(number.unit) || number.scale !== 0) return false
  if (/#\s?$|(?:stemte|røysta|røystet|stemmetall:?)\s$/iu.test(before) || NAMING_WORD.test(before)) return true
  if (PRODUCT_NUMBER.test(number.literal) && NAME_BEFORE.test(before)) return true
  if (number.unit !== undefined || (counted !== undefined && counted.length > 3)) return false
  // An organisation's number, whose "org.nr." may end the sentence before.
  if (/^\d{3}\s\d{3}\s\d{3}$/.test(number.literal)) return true
  if (NAME_BEFORE.test(before) && !COUNTING_WORD.test(before)) return true
  // "1.ledd", "3.etg", "2-faktor", "0..1", "6413 Molde".
  return (
    /^(?:\.\s?\p{L}|-\p{L}|\.\.|\.\d|\.[–-]\d)/u.test(after) ||
    /\.\.$|[=&?]-?$/.test(before) ||
    isStrayMark(number, before, after) ||
    (/^\s*[•◦▪●○➢➤►*–-]\s*$/u.test(before) && !/^\s(?:er|var)\s(?:tal|antall)/u.test(after)) ||
    (/^\d{4}$/.test(number.literal) && /^\s\p{Lu}/u.test(after) && /(?:^|,\s*)$/.test(before))
  )
}

/** "fra 60 til 80 prosent", "1,9–2,1 mill. kr": the first has the unit of the second. */
function borrowUnits(amounts: readonly Amount[], sentence: string): Amount[] {
  return amounts.map((amount, index) => {
    const next = amounts[index + 1]
    if (
      !next ||
      amount.unit !== undefined ||
      amount.scale !== 0 ||
      (next.unit === undefined && next.counted === undefined)
    )
      return amount
    const between = sentence.slice(amount.end, next.start)
    if (!/^\s?(?:[-–]|til|eller|av)\s?$/u.test(between)) return amount
    return { ...amount, unit: next.unit, scale: between.includes('av') ? 0 : next.scale, counted: next.counted }
  })
}

/** "5-6000": the first is thousands too, but nothing says so. "3-4 årene": how long, roughly. */
function isUnclearRange(number: FoundNumber, sentence: string): boolean {
  const before = sentence.slice(Math.max(0, number.start - 4), number.start)
  const after = sentence.slice(number.end)
  const isFirst = /^\d\s?[-–]\s?\d/u.test(number.literal + after) && !/[.,]/.test(number.literal)
  return number.unit === undefined
    ? isFirst || /\d[-–]$/u.test(before)
    : /(?<![\d.,])\d[-–]$/u.test(before) && /^\d{4,}$/.test(number.literal)
}

/**
 * The figures of a sentence. Years, dates, times, case numbers, paragraphs, versions, phone numbers, list marks, pages,
 * counts of votes and numbers that are part of a name are none.
 */
export function amountsIn(sentence: string): Amount[] {
  const text = masked(sentence)
  const amounts = findNumbers(text).flatMap((number): Amount[] => {
    const literalStart = number.start + number.text.indexOf(number.literal)
    const literalEnd = literalStart + number.literal.length
    const before = sentence.slice(0, number.start)
    const isCounting = !isMoneyOrShare(number.unit) && number.scale === 0
    const isUnitWord = isCounting && number.unit !== undefined
    const counted = isUnitWord
      ? { text: sentence.slice(literalEnd, number.end).replace(/^-/, '').trim(), end: number.end }
      : isCounting
        ? countedAfter(text, number.end)
        : undefined
    if (isYear(number, before) || isUnclearRange(number, sentence)) return []
    if (isCounting && countsVotes(counted?.text, before, sentence.slice(number.end))) return []
    if (isName(number, counted?.text, before, sentence.slice(number.end))) return []
    const noun = counted?.text.split(' ').at(-1)
    return [
      {
        start: number.start,
        end: counted?.end ?? number.end,
        literal: number.literal,
        decimal: number.decimal,
        scale: number.scale,
        unit: number.unit ?? (noun === undefined ? undefined : (unitOf(noun) ?? noun)),
        counted: counted?.text,
      },
    ]
  })
  return borrowCounted(borrowUnits(amounts, sentence), sentence)
}

/** "31 lekkasjer i 2024, mot 19 i 2023": the second counts the same. */
function borrowCounted(amounts: readonly Amount[], sentence: string): Amount[] {
  return amounts.map((amount, index) => {
    const previous = amounts[index - 1]
    if (!previous?.counted || amount.unit !== undefined || amount.counted !== undefined || amount.scale !== 0)
      return amount
    const between = sentence.slice(previous.end, amount.start)
    if (!/^[^.;:\d]{0,40}(?:i\s\d{4})?,?\s(?:mot|opp fra|ned fra|og)\s(?:om lag\s|ca\.?\s)?$/u.test(between))
      return amount
    // "… og 19 i 2023": a bare number of another year; with a noun of its own it would have been read.
    return /^\s?(?:(?:i|året)\s(?:\p{L}+\s)?(?:19|20)\d{2}(?!\d)|året (?:før|i forve[gi]en))/u.test(
      sentence.slice(amount.end),
    )
      ? { ...amount, unit: previous.unit, counted: previous.counted }
      : amount
  })
}
