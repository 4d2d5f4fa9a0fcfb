import { findDates, monthOf } from '../norwegian/dates.ts'
import { fold } from '../norwegian/fold.ts'
import { isGivenName } from '../norwegian/given-names.ts'
import { type FoundNumber, findNumbers } from '../norwegian/numbers.ts'
import { sentences } from '../norwegian/sentences.ts'
import { stemOf, stemsOfTokens } from '../norwegian/stem.ts'
import { isStopWord } from '../norwegian/stop-words.ts'
import { type Token, tokens } from '../norwegian/tokens.ts'
import { asksDuration, tellsDuration } from './asks-duration.ts'
import { asksFrequency, tellsFrequency } from './asks-frequency.ts'
import { type KnownNames, placesIn } from './known-names.ts'
import { meets } from './meets.ts'
import { phrases } from './phrases.ts'
import type { Wanted } from './plan/wanted.ts'
import { stemSet, type Term } from './topic.ts'

const NUMBER_WORD = /\b(?:én|ett|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|ingen|halvparten)\b/iu

/** "Kari: Hva skjer når …": who says it stands before. */
const SPEAKER = /^(?:[•–-]\s*)?(\p{Lu}\p{Ll}+):\s\p{Lu}/mu
const FULL_NAME = /(?<=\s|^)\p{Lu}\p{Ll}+(?:[\s-]\p{Lu}(?:\p{Ll}+|\.))+/u
/** Whoever is meant may be told by office or as a body. */
const OFFICE = phrases(
  `
  BODY_THERE = rådet/utvalget/utvalet/styret/skapet/gruppa/gruppen/laget/forbundet/foreningen/foreninga
  OFFICE_THERE = kommunen/kontoret/avdelingen/avdelinga
  HOLDER = direktøren(e)/lederen/leder/leiar(en)/sjef(en)/rådmannen/ordføreren/ombudet/ansvarlig/ansvarleg
  *BODY_THERE/*OFFICE_THERE/*HOLDER
  `,
  'iu',
)

/** What of a question decides whether a text can answer it. */
export interface WantedOf {
  readonly wanted: Wanted
  /** What is counted: "hvor mange brukere"; undefined where a number of anything will do. */
  readonly counted: Term | undefined
  /** "hva heter chatboten", "hvem er søkeren": what is asked to be named. */
  readonly named: Term | undefined
  /** It is a person or a firm: a place beside it is no name of it. */
  readonly isOfPerson: boolean
  /** "hvor mye lønnsvekst", "hvor mye av kostnadene": told in per cent as well. */
  readonly mayBeShare: boolean
  /** "hvilken dato": a day, not a year alone. */
  readonly isOfDay: boolean
  /** "hvor gammel": an age. */
  readonly isOfAge: boolean
  /** "hvor mange gjenstår": of a whole and its part. */
  readonly asksRest: boolean
  /** "hvem er kommunedirektør": the question has the office itself. */
  readonly asksOffice: boolean
  /** "hvor mange": things are counted, no money and no shares. */
  readonly isCount: boolean
  /** "hvilke kommuner": one alone is no answer. */
  readonly isOfSeveral: boolean
  /** The body whose minutes are read: it is not who said something in them. */
  readonly body: string
  /** Folded words of the question: a name that it has is not the name it asks for. */
  readonly asked: ReadonlySet<string>
  readonly names: KnownNames
  /** Stems of words that stand without a capital somewhere near: at the head of a sentence they are no names. */
  readonly common: ReadonlySet<string>
}

const LINKS = /^(?:er|var|ble|vart|på|utgjør|utgjorde|i|alt|om|lag|ca|cirka|rundt|nå|no)$/u

/** Words between a number and what it counts: "3 415 registrerte brukere". */
const MOST_BETWEEN = 2

/** "Av sakene kom 80 på e-post og 90 gjennom portalen": a number without a noun counts what was named before it. */
const hasNoNoun = (after: string): boolean =>
  /^\s(?:gjennom|via|frå|fra|på|i|med|ved|er|ble|vart|var|kom|som|per|hos|til)\s\p{Ll}/u.test(after)

/** Whether a number of the text counts that: "14 862 henvendelser", "brukere: 3 415". */
export function countsThat(text: string, counted: Term, isWhole: (word: string) => boolean = () => true): boolean {
  const dates = findDates(text)
  const words = tokens(text)
  const isCounted = (index: number): boolean =>
    words[index]?.kind === 'word' && meets(counted, new Set(stemsOfTokens(words.slice(index, index + 1)))) >= 0.5
  const isCountedBefore = (index: number): boolean => {
    const head = words.findLastIndex((_, at) => at < index && isCounted(at))
    return head >= 0 && !/[.;:]\s/u.test(text.slice(words[head]?.end, words[index]?.start))
  }
  return words.some((word, index) => {
    // "3. Innbyggere som …" counts nobody.
    if (/(?:^|\n)\s*$/u.test(text.slice(0, word.start)) && /^[.)]/u.test(text.slice(word.end))) return false
    const isNumber = word.kind === 'number' ? !/^(?:19|20)\d{2}$/.test(word.folded) : NUMBER_WORD.test(word.folded)
    if (!isNumber || dates.some(({ start, end }) => word.start >= start && word.start < end)) return false
    if (/^\s?(?:%|kr(?!\p{L})|kroner|mill|prosent)/u.test(text.slice(word.end))) return false
    const after = Array.from({ length: MOST_BETWEEN + 1 }, (_, step) => index + 1 + step)
    // "brukere: 3 415", "antall brukere var 3 415": nothing but a verb may stand between.
    const linked = words.findLastIndex((other, at) => at < index && !LINKS.test(other.folded))
    const isFarNoun = (at: number): boolean => /(?:ene|ane|en|et)$/u.test(words[at]?.folded ?? '')
    const reached = after.findIndex(isCounted)
    const behind = words[index + 2 + Math.max(reached, 0)]?.folded ?? ''
    if (reached >= 0 && !isWhole(behind)) return false
    const follows = reached === 0 || (reached > 0 && !after.slice(0, reached).some(isFarNoun))
    return follows || isCounted(linked) || (hasNoNoun(text.slice(word.end)) && isCountedBefore(index))
  })
}

/** Words with a capital inside a sentence, or names that are known, and that the question does not have. */
const newNames = (text: string, { wanted, asked, names, common }: WantedOf): readonly Token[] =>
  tokens(text).filter(({ text: word, folded, start }) => {
    if (asked.has(folded) || isStopWord(folded) || monthOf(folded) !== undefined) return false
    const isInside =
      start > 0 &&
      !/[.:•\n"«“(]\s*$|(?:^|\n)\s*(?:[*–-]|\d{1,2}[.)])\s*$/u.test(text.slice(0, start)) &&
      !/^\p{Lu}{1,4}$/u.test(word)
    const isCapital = /^\p{Lu}/u.test(word)
    return (
      (isCapital && (isInside || (wanted === 'municipality' && !common.has(stemOf(folded))))) ||
      names.people.has(folded) ||
      names.places.has(folded)
    )
  })

export const hasNewName = (text: string, of: WantedOf): boolean => newNames(text, of).length > 0

/** Words between a thing and its name: "chatboten «Rakel»", "Rakel, en chatbot". */
const MOST_TO_NAME = 4

/** "bygges på Sjømyra": where, and not by whom. */
const STANDS_FOR_PLACE = /(?<!\p{L})(?:på|i|ved|in|at|near)\s$/iu

/** Whether a new name stands near what is asked to be named. */
function isNamedNear(text: string, named: Term, of: WantedOf): boolean {
  const words = tokens(text)
  // In quotation marks the name of a thing begins as a sentence does.
  const told = of.isOfPerson ? text : text.replace(/[«»"“”:]/gu, ' ')
  const found = new Set(newNames(told, of).map(({ start }) => start))
  const isPlace = ({ folded, start }: Token): boolean =>
    of.names.places.has(folded) || STANDS_FOR_PLACE.test(text.slice(0, start))
  return words.some((word, index) => {
    if (meets(named, new Set(stemsOfTokens([word]))) < 0.5) return false
    const near = words.slice(Math.max(0, index - MOST_TO_NAME), index + MOST_TO_NAME + 1)
    return near.some((other) => other !== word && found.has(other.start) && !(of.isOfPerson && isPlace(other)))
  })
}

/** "Kari har laget …": a given name alone is who did it. */
const HEAD = /^(?:[•–-]\s*)?(\p{Lu}\p{Ll}+)\s\p{Ll}/u

/** Whether somebody is named in full, or by the given name at the head of a sentence or of what is said. */
export const namesPerson = (text: string): boolean =>
  FULL_NAME.test(text) ||
  isGivenName(SPEAKER.exec(text)?.[1] ?? '') ||
  sentences(text).some((sentence) => isGivenName(HEAD.exec(sentence.text)?.[1] ?? ''))

/** How far a name may stand from the office it holds: "Kari Nes begynte som daglig leder". */
const MOST_TO_OFFICE = 45
const FULL_NAMES = new RegExp(FULL_NAME, 'gu')
const OFFICES = new RegExp(OFFICE, 'giu')

/** Whether somebody is named right beside an office. */
function namesHolder(text: string): boolean {
  const offices = [...text.matchAll(OFFICES)]
  return [...text.matchAll(FULL_NAMES)].some((name) =>
    offices.some((office) => {
      const [first, last] = name.index < office.index ? [name, office] : [office, name]
      const between = text.slice(first.index + first[0].length, last.index)
      return between.length <= MOST_TO_OFFICE && !/[.;]\s/u.test(between)
    }),
  )
}

const SAYS_SHARE =
  /\d\s?(?:%|prosent|per cent|percent)|\d\s+av\s+(?:de\s+|dei\s+)?\d|(?<!\p{L})(?:én|ein|en|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tjue|tretti|førti|femti|hundre)\s+prosent|(?<!\p{L})halvparten(?!\p{L})/iu
const SAYS_WEEKDAY = /(?<!\p{L})(?:man|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag(?!\p{L})/iu
/** "Hvor mange innbyggere har …?" asks of them all. */
const ASKS_ALL =
  /^(?:(?:hvor|kor) mange|how many) \p{L}+ (?:har|hadde|does|did|do|bor|er det|var det|are there|were there)(?!\p{L})/u
const SOME_OF = new Set('på fra frå over under som uten utan med from on over under with without who'.split(' '))

/** "840 av 1 260 maskiner": what the others are is told by the sentence. */
export const PARTED = /\d\s+(?:\p{L}+\s+){0,2}(?:av|of)\s+(?:\p{L}+\s+){0,3}\d/u
const SAYS_AGE = /(?<!\p{L})(?:gam(?:mel|melt|al|alt|le)|alder\p{L}*|old|hvert|kvart)(?!\p{L})|år\s+sid/iu

/** What reaches somebody is told only by itself. */
const CONTACTS: readonly (readonly [asked: RegExp, told: RegExp])[] = [
  [
    /(?<!\p{L})(?:(?:telefon|mobil|tlf)-?nummer\p{L}*|phone number)/u,
    /(?<!\d)(?:\+?\d{2}\s?)?\d(?:\s?\d){7}(?![\d.,])|(?<!\d)\d{5}(?!\d)/u,
  ],
  [/(?<!\p{L})(?:e-?post-?adress\p{L}*|e-?mail address)/u, /@/u],
]

const ASKS_COST = /(?<!\p{L})(?:kost\p{L}*|pris\p{L}*|cost\p{L}*|price\p{L}*)(?!\p{L})/u
const ASKS_BUDGET = /budsjett|ramme|budget/u
/** "Budsjettet for 2026 er 33 mill. kr": what all of it may cost, not what one thing does. */
const IS_WHOLE_BUDGET =
  /(?<!\p{L}|(?:øvre|øverste|maksimal)\s)(?:\p{L}*budsjett(?:et|ramm[ea]n?)?|ramm[ea]n?)\s(?:(?:for|i|på)\s[^.,;]{1,30}\s)?(?:er|var|blir|ble|vart|ligger|ligg|låg|lå)\s/iu

const isMoney = ({ unit, scale }: FoundNumber): boolean => unit === 'kr' || scale > 0

/** Whether a text has amounts, and each is that of a whole budget. */
function tellsBudgetsOnly(text: string): boolean {
  const priced = sentences(text).filter((sentence) => findNumbers(sentence.text).some(isMoney))
  return priced.length > 0 && priced.every((sentence) => IS_WHOLE_BUDGET.test(sentence.text))
}

const NAMES = /(?<!\p{L})\p{Lu}[\p{L}-]+(?:,\s\p{Lu}[\p{L}-]+)*\s(?:og|and)\s\p{Lu}[\p{L}-]+/gu

/** "Åpning er ventet i uke 42", "legges fram i neste møte": a time without a date. */
const TELLS_TIME =
  /(?<!\p{L})(?:uke|uka|veke|veka|week)\s\d{1,2}(?!\d)|(?<!\p{L})(?:neste|komande|kommende|next)\s(?:\p{L}*møte|meeting|år|sommer|sumar|høst|haust|vår|vinter|uke|veke|måned|månad|year|month|week)|(?<!\p{L})(?:til|i løpet av|før|etter|innen|innan|utover|i|på)\s(?:våren|sommeren|sumaren|høsten|hausten|vinteren|årsskiftet|påske|påska|jul|jula|ferien|nyttår)(?!\p{L})|(?<!\p{L})(?:etter hvert|etter kvart|fortløpende|fortløpande|snarest)(?!\p{L})/iu

/** "Nordby, Sund og Vik": names in a row, none of which the question has itself. */
const namesSeveral = (text: string, { asked, names }: WantedOf): boolean =>
  placesIn(text, names).filter((place) => !asked.has(fold(place))).length > 1 ||
  // "Sunnfjord og Nordfjord brann IKS" is one name.
  (/kommun|municipal/iu.test(text) &&
    [...text.matchAll(NAMES)].some(([found]) => tokens(found).every(({ folded }) => !asked.has(folded))))

/** Whether a text holds the sort of thing a question wants: a number, a date, a name. */
export function hasWanted(of: WantedOf, text: string): boolean {
  const { wanted } = of
  const asked = [...of.asked].join(' ')
  if (CONTACTS.some(([contact, told]) => contact.test(asked) && !told.test(text))) return false
  if (asksFrequency(asked) && !tellsFrequency(text)) return false
  switch (wanted) {
    case 'amount':
      if (
        ASKS_COST.test(asked) &&
        !ASKS_BUDGET.test(asked) &&
        findNumbers(text).some(isMoney) &&
        tellsBudgetsOnly(text)
      )
        return false
      return (
        findNumbers(text).some((number) => isMoney(number) || (of.mayBeShare && number.unit === '%')) ||
        /\bkr(?:oner)?\b|(?<!\p{L})(?:gratis|kostnadsfri\p{L}*|vederlagsfri\p{L}*)(?!\p{L})/iu.test(text)
      )
    case 'percent':
      return SAYS_SHARE.test(text)
    case 'person':
      // Whoever is asked about as "the applicant" must be named as that.
      if (of.named) return isNamedNear(text, of.named, of)
      // Who holds an office is told by name.
      return of.asksOffice
        ? namesHolder(text)
        : namesPerson(text) || OFFICE.test(text.replaceAll(of.body, ' ')) || hasNewName(text, of)
    case 'number': {
      if (asksDuration(asked)) return tellsDuration(text) || findDates(text).length > 0
      if (of.isOfAge && !SAYS_AGE.test(text)) return false
      // "innbyggere på venteliste" are not all that a municipality has.
      const isWhole = (word: string): boolean => !ASKS_ALL.test(asked) || of.asked.has(word) || !SOME_OF.has(word)
      if (!of.counted) return hasCount(text, of.isCount)
      return (
        countsThat(text, of.counted, isWhole) ||
        (of.asksRest && PARTED.test(text) && meets(of.counted, stemSet(text)) > 0.5)
      )
    }
    case 'distance':
      return /\d\s?(?:km|kilometer|mil|meter|m)(?!\p{L})/iu.test(text)
    case 'dates':
      return findDates(text).length > 1
    case 'months':
      return new Set(tokens(text).flatMap(({ folded }) => (folded.length > 2 ? (monthOf(folded) ?? []) : []))).size > 1
    case 'municipality':
      return hasNewName(text, of) && (!of.isOfSeveral || namesSeveral(text, of))
    case 'name':
      return hasNewName(text, of) && (of.named === undefined || isNamedNear(text, of.named, of))
    case 'date':
      if (of.isOfDay) return findDates(text).some(({ day }) => day !== undefined) || SAYS_WEEKDAY.test(text)
      return findDates(text).length > 0 || /\b(?:19|20)\d{2}\b|\bkl\.?\s?\d/u.test(text) || TELLS_TIME.test(text)
    default:
      return true
  }
}

/** A number that is neither a year nor a date: "hvor mange" is not answered by "2021". */
function hasCount(text: string, isOfThings: boolean): boolean {
  const dates = findDates(text)
  const isOfDate = (start: number): boolean => dates.some((date) => start >= date.start && start < date.end)
  const isYear = ({ literal, unit }: FoundNumber): boolean => /^(?:19|20)\d{2}$/.test(literal) && unit === undefined
  const isMoney = ({ unit, scale }: FoundNumber): boolean => unit === 'kr' || unit === '%' || scale > 0
  return (
    NUMBER_WORD.test(text) ||
    findNumbers(text).some((number) => !isYear(number) && !isOfDate(number.start) && !(isOfThings && isMoney(number)))
  )
}
