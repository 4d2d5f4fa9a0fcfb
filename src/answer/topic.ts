import { findCaseNumbers } from '../domain/case-number.ts'
import type { Language } from '../domain/document.ts'
import { findDates, monthName, monthOf } from '../norwegian/dates.ts'
import { sisterStems } from '../norwegian/derivation.ts'
import { everydayEnglish, fromEnglish } from '../norwegian/english.ts'
import { joinedStems } from '../norwegian/hyphens.ts'
import { stemOf, stemsOfTokens } from '../norwegian/stem.ts'
import { isStopWord } from '../norwegian/stop-words.ts'
import { type Token, tokens } from '../norwegian/tokens.ts'
import { isVerb } from './is-verb.ts'
import type { KnownNames } from './known-names.ts'
import { isLight, phraseAt, synonymsOf } from './lexicon.ts'
import { meets } from './meets.ts'
import { particleStems } from './particle-verbs.ts'
import type { Wanted } from './plan/wanted.ts'

/** One thing that a question is about: any of its stems will do (an English word has several Norwegian ones). */
export interface Term {
  readonly text: string
  readonly folded: string
  readonly stems: readonly string[]
  /** Words of the same meaning in this field; meeting them counts a little less. */
  readonly synonyms: readonly string[]
  /** A name or a number: an answer that lacks it is about something else. */
  readonly isSpecific: boolean
  /** 1 for a word that tells the matter; less for one that any answer may lack. */
  readonly importance: number
}

/** Words that say what kind of question it is: they are of no matter. */
const GRAMMAR = new Set(
  `vedta vedtatt vedtok vedtak vedteke bestemt bestemme beslutte besluttet beslutning konklusjon konkludere konkludert utfall avgjort sak saken saker sakene møte møtet møter
  gjelde gjelder gjeldende gjeldande si sier sto stod stå handle handler ført oppført føre gjort skje skjedde siste punkt dokument
  referat protokoll rapport decide decided decision decisions meeting meetings item items case matter minutes report held
  holdt avholdt nevnt mention mentioned kommune til stede tilstede hvilken hvilke finnes document council
  antall betyr betydning menes meines forklar definer mene mener mente prosent percent percentage point points
  prosentpoeng kroner kr mill millioner millionar mrd tabell municipality municipal`
    .split(/\s+/)
    .map(stemOf),
)

/** A phrase that ends so is a verb: "gå av", "legge ned". */
const PARTICLE = /_(?:av|ned|opp|ut|inn|på|med|til|fra|over|om|for|bort|fram|frem|igjen|nei|ja|seg)$/u
const MEETING = stemOf('møte')
const PARAGRAPH = stemOf('paragraf')
const LIGHT_IMPORTANCE = 0.08
/** An English word that the lexicon does not know may be anything. */
export const UNKNOWN_ENGLISH_IMPORTANCE = 0.3
const EVERYDAY_ENGLISH_IMPORTANCE = 0.35
/** What was done may be said in many words; what it was done to in few. */
const VERB_IMPORTANCE = 0.4
/** "færre", "billigere": how a thing is to be, told in as many ways as what was done. */
const COMPARATIVE =
  /^(?:færre|flere|fleire|høyere|høgare|lavere|lågare|mindre|større|bedre|betre|dårligere|dårlegare|verre|lengre|lenger|kortere|kortare|raskere|raskare|tidligere|seinere|senere|billigere|billegare|dyrere|dyrare|fewer|higher|lower|smaller|larger|bigger|better|worse|longer|shorter|faster|cheaper)$/u
/** "portalsaken" is the matter of the portal. */
const MATTER_WORD = /(?<=\p{L}{4})(?<!^(?:hoved|form|merke|kjerne|person|byrå))s?sak(?:en|a)?$/u
const LONGEST_PHRASE = 3

export interface TopicOptions {
  readonly language: Language
  /** Stems that were understood otherwise: the body's name, the words of the kind. */
  readonly without?: ReadonlySet<string>
  /** What must stand in the answer, so that the words for it need not. */
  readonly wanted?: Wanted
  /** Names that are known, folded: people write them without capitals. */
  readonly names?: KnownNames
  /** A month or year that already chose the meeting. */
  readonly withoutMonths?: boolean
}

/** "Hvor lang tid", "how many": they tell what is wanted, not of what. */
const FRAME =
  /\b(?:hvor|kor)\s+(?:mange|mye|mykje|stor[te]?|store|lang(?:t|e)?(?:\s+tid)?|høye?t?|høge?t?|lenge|ofte|dyrt?|gam(?:mel|melt|le|al|malt)|langt|fort|raskt|tidlig|seint|sent)(?![\p{L}])|\bhow\s+(?:many|much|large|big|long|high|often|old|far|fast|soon|quickly)\b|(?<!\p{L})(?:i fjor|i år|i forfjor|last year|this year|året før|året i forvegen|the year before|the previous year|på grunn av|i så fall|når det gjelder|i stedet for|i staden for|til sammen|til saman|i alt|(?:komme|kome|kommer|kjem) i mål(?: med)?|for noe|for noko|for tiden|for tida|med på|ut på|i forhold til|som følge av|slik at|sånn at|because of|instead of|due to|as a result of|supposed to|used to|at all|so far|in fact|for now|var oppe|er oppe|kom opp|første gang|fyrste gong|for the first time|first time|så langt|so far|hittil|gå ut|gikk ut|gjekk ut|enn (?:planlagt|ventet|venta|forventet|forventa|normalt|vanlig|vanleg)|than (?:planned|expected|usual)|(?:bygger|bygde|baserer seg|basert|bygd) på|based on|built on)(?!\p{L})/giu

/** Words of the question that its kind of number already tells: "hvor stor andel" wants a percentage. */
const TOLD_BY_NUMBER: Partial<Record<Wanted, ReadonlySet<string>>> = {
  percent: new Set(['andel', 'del', 'share', 'prosentandel', 'proportion'].map(stemOf)),
}

interface FromEnglish {
  readonly stems: readonly string[]
  readonly taken: number
  /** A word of every day: any text may tell of it in another way. */
  readonly isEveryday: boolean
}

const NOT_ENGLISH: FromEnglish = { stems: [], taken: 1, isEveryday: false }

/** Norwegian stems of an English word, or of the phrase that begins with it, and how many words that takes. */
function fromEnglishAt(words: readonly Token[], index: number): FromEnglish {
  for (let taken = LONGEST_PHRASE; taken >= 1; taken--) {
    const phrase = words.slice(index, index + taken)
    if (phrase.length < taken) continue
    const english = phrase.map((word) => word.folded).join(' ')
    const known = fromEnglish(english)
    const isEveryday = known.length === 0
    const norwegian = isEveryday ? everydayEnglish(english) : known
    // Of "gikk av" the particle alone is no translation.
    const parts = norwegian.flatMap((word) => word.split(/[ _]/))
    const telling = parts.filter((part) => !isStopWord(part))
    if (parts.length > 0) return { stems: (telling.length > 0 ? telling : parts).map(stemOf), taken, isEveryday }
  }
  return NOT_ENGLISH
}

/** "board meetings" are "styremøter": what two English words make together in Norwegian. */
function compoundsFromEnglish(first: Token, second: Token | undefined): string[] {
  if (second === undefined) return []
  const [heads, tails] = [fromEnglish(first.folded), fromEnglish(second.folded)]
  return heads
    .flatMap((head) => tails.flatMap((tail) => [`${head}${tail}`, `${head}s${tail}`, `${head}e${tail}`]))
    .map(stemOf)
}

/** What "hvor mange" counts is the matter, however common the word; not where it is a measure of time. */
/** Measures count nothing. */
const MEASURE = /^(?:kroner|kr|prosent|prosentpoeng|percent|percentage|points?|millioner|mill|møter|møte|meetings)$/u
const isCountedThing = (words: readonly Token[], index: number): boolean =>
  isCounted(words, index) && !MEASURE.test(words[index]?.folded ?? '')

const isCounted = (words: readonly Token[], index: number): boolean =>
  (/^(?:mange|many|antall)$/u.test(words[index - 1]?.folded ?? '') ||
    (/^(?:flere|fleire|færre|more|fewer)$/u.test(words[index - 1]?.folded ?? '') &&
      /^(?:mange|many)$/u.test(words[index - 2]?.folded ?? ''))) &&
  !TIME_OR_PEOPLE.test(words[index]?.folded ?? '') &&
  !VERB_AFTER_COUNT.test(words[index]?.folded ?? '')
/** "Hvor mange kom?" */
const VERB_AFTER_COUNT =
  /^(?:kom|kommer|kjem|var|er|ble|vart|har|hadde|deltok|møtte|stemte|røysta|fikk|fekk|gikk|gjekk|ville|skal|skulle|kan|kunne|må|måtte|did|were|was|have|had|came|voted|attended)$/u
const TIME_OR_PEOPLE =
  /^(?:ganger|gongar|år|dager|dagar|timer|timar|personer|personar|folk|people|måneder|månader|uker|veker|times|days|years|hours|av|of)$/u

/** Told by the amount that must stand there. */
export const COSTS = /^(?:koste|koster|kostar|kosta|kostet|cost|pris|prisen|price|penger|pengar|beløp|beløpet|money)$/u

/** "ROR-IKT-budsjettet" is the budget of ROR-IKT, "Nordby-saken" the matter of Nordby: a name, and a thing. */
const OF_A_NAME = /^(\p{Lu}\p{Ll}+|\p{Lu}[\p{L}\p{N}]*(?:[-‐‑][\p{L}\p{N}]+)+)[-‐‑](\p{Ll}{4,})$/u
function nameAndThing(word: Token): Token[] {
  const [, name, thing] = OF_A_NAME.exec(word.text) ?? []
  return name !== undefined && thing !== undefined
    ? [...tokens(name), ...tokens(thing)].map((part, index) => {
        const start = index === 0 ? word.start : word.end - thing.length
        return { ...part, start, end: start + part.text.length }
      })
    : [word]
}

/** "bytte ut" may be told by "byttingen"; but "gå av" by no other going. */
const MIN_BARE_VERB = 5
function bareVerbs(phrase: string): readonly string[] {
  const [verb = ''] = phrase.split('_')
  return PARTICLE.test(phrase) && verb.length >= MIN_BARE_VERB ? [verb, ...sisterStems(verb)] : []
}

/** The matter of a question without its grammar, its dates and its case numbers. */
export function topicOf(
  question: string,
  { language, without = new Set(), wanted = 'any', withoutMonths = false, names }: TopicOptions,
): Term[] {
  const dates = findDates(question).filter(
    ({ day, month }) => day !== undefined || (withoutMonths && month !== undefined),
  )
  const frames = [...question.matchAll(FRAME)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const covered = [...dates, ...frames, ...findCaseNumbers(question)]
  const all = tokens(question).flatMap(nameAndThing)
  const words = all.filter(({ start }) => !covered.some((span) => start >= span.start && start < span.end))
  // "Hvilke dager er det møte?" asks of nothing but the meetings.
  const isOfMeetings = wanted === 'dates' || wanted === 'months'
  const isGrammar = (stem: string): boolean =>
    (GRAMMAR.has(stem) && !(isOfMeetings && stem === MEETING)) ||
    without.has(stem) ||
    TOLD_BY_NUMBER[wanted]?.has(stem) === true
  const wordStems = words.map(({ folded }) => stemOf(folded))
  const terms: Term[] = []
  for (let index = 0; index < words.length; index++) {
    const word = words[index]
    if (!word) break
    const phrase = language === 'en' ? undefined : phraseAt(wordStems, index)
    if (phrase) {
      terms.push({
        text: words
          .slice(index, index + phrase.taken)
          .map(({ text }) => text)
          .join(' '),
        folded: phrase.key,
        stems: [phrase.key],
        synonyms: [...synonymsOf(phrase.key), ...bareVerbs(phrase.key)],
        isSpecific: false,
        importance: PARTICLE.test(phrase.key) ? VERB_IMPORTANCE : 1,
      })
      index += phrase.taken - 1
      continue
    }
    const english = language === 'en' ? fromEnglishAt(words, index) : NOT_ENGLISH
    const isGenitive = word.folded === 's' && /['’]$/u.test(question.slice(0, word.start))
    if (isGenitive || (english.taken === 1 && isStopWord(word.folded))) continue
    const ofMatter = MATTER_WORD.test(word.folded) ? [stemOf(word.folded.replace(MATTER_WORD, ''))] : []
    // "ROR-IKT" is met by no other "IKT".
    const isAbbreviation = word.parts.length > 1 && /^\p{Lu}{2,}[-‐‑]\p{Lu}+$/u.test(word.text)
    const whole = stemsOfTokens([word]).slice(0, isAbbreviation ? 2 : undefined)
    const own = english.taken > 1 ? [] : ofMatter.length > 0 ? ofMatter : whole
    const isMonth = monthOf(word.folded) !== undefined && word.folded.length > 3
    const isKnownName = [word.folded, word.folded.replace(/s$/, '')].some(
      (name) => names?.places.has(name) === true || names?.people.has(name) === true,
    )
    const isInside = index > 0 && !/[.?!]\s+$/u.test(question.slice(0, word.start))
    const isName = isKnownName || (isInside && /^\p{Lu}/u.test(word.text) && english.stems.length === 0)
    // "FrPs", "Nordbys", "Nordby's": a name's genitive.
    const bare = isName && /\p{L}{2}['’]?s$/u.test(word.folded) ? [stemOf(word.folded.replace(/['’]?s$/u, ''))] : []
    const isDoing = !isName && isVerb(all, all.indexOf(word))
    const joined = isDoing && language !== 'en' ? particleStems(all, all.indexOf(word)) : []
    const compounds =
      english.taken === 1 && english.stems.length > 0 ? compoundsFromEnglish(word, words[index + 1]) : []
    const stems = isMonth
      ? monthStems(word.folded)
      : [...new Set([...own, ...bare, ...english.stems, ...compounds, ...joined])]
    index += english.taken - 1
    if (own.length > 0 && isGrammar(own[0] ?? '') && !isCountedThing(all, all.indexOf(word))) continue
    if (english.stems.length > 0 && english.stems.every(isGrammar) && !isCountedThing(all, all.indexOf(word))) continue
    const isUnknownEnglish =
      language === 'en' && english.stems.length === 0 && !isName && word.kind === 'word' && !isMonth
    const isNumber = word.kind === 'number'
    terms.push({
      text: word.text,
      folded: word.folded.replace(MATTER_WORD, ''),
      stems,
      synonyms: [...new Set(stems.flatMap(synonymsOf))].filter((stem) => !stems.includes(stem)),
      isSpecific: isNumber || isName || isMonth,
      importance:
        (own.some((stem) => isLight(stem, word.folded)) ||
          (english.stems.length > 0 && english.stems.every((stem) => isLight(stem, word.folded))) ||
          (wanted === 'amount' && COSTS.test(word.folded))) &&
        !isCounted(all, all.indexOf(word))
          ? LIGHT_IMPORTANCE
          : isUnknownEnglish
            ? UNKNOWN_ENGLISH_IMPORTANCE
            : english.isEveryday
              ? EVERYDAY_ENGLISH_IMPORTANCE
              : (isDoing && joined.length === 0) || COMPARATIVE.test(word.folded)
                ? VERB_IMPORTANCE
                : 1,
    })
  }
  return terms
}

const monthStems = (word: string): string[] => [stemOf(monthName(monthOf(word) ?? 1))]

/** A term that any answer may lack. */
export const asLight = (term: Term): Term =>
  term.isSpecific ? term : { ...term, importance: Math.min(term.importance, LIGHT_IMPORTANCE) }

/** All telling words of a question, its grammar and names of bodies included: for choosing between equals. */
export const questionStems = (question: string): readonly string[] =>
  stemsOfTokens(tokens(question).filter((token) => !isStopWord(token.folded)))

/** The same sentences come again and again; emptied when full. */
const knownSets = new Map<string, ReadonlySet<string>>()
const MAX_KNOWN = 5_000
const LONGEST_KNOWN = 2_000

/** The stems of a text, and the keys of the phrases it holds. */
export function stemSet(text: string): ReadonlySet<string> {
  const before = knownSets.get(text)
  if (before) return before
  const words = tokens(text)
  const stems = new Set(stemsOfTokens(words))
  for (const stem of joinedStems(text)) stems.add(stem)
  const inOrder = words.map(({ folded }) => stemOf(folded))
  for (const index of inOrder.keys()) {
    const phrase = phraseAt(inOrder, index)
    if (phrase) stems.add(phrase.key)
  }
  if (text.includes('§')) stems.add(PARAGRAPH)
  // "14.11.2024" is in November, and in 2024.
  for (const { year, month } of /\d\.\d/.test(text) ? findDates(text) : []) {
    if (month !== undefined) stems.add(stemOf(monthName(month)))
    if (year !== undefined) stems.add(String(year))
  }
  if (text.length > LONGEST_KNOWN) return stems
  if (knownSets.size >= MAX_KNOWN) knownSets.clear()
  knownSets.set(text, stems)
  return stems
}

/** A word that no text has may be another word for what they tell of: it weighs no more than one that few have. */
const FEW = 3

/** Rarer terms weigh more: `log(2 + N / n)` over the texts that are compared. */
export function termWeights(terms: readonly Term[], texts: readonly ReadonlySet<string>[]): number[] {
  return terms.map((term) => {
    const having = texts.filter((stems) => meets(term, stems) > 0).length || FEW
    return term.importance * Math.log(2 + (texts.length + 1) / (having + 1))
  })
}

/** What tells the matter: names and years stand in many texts. */
export function matterOf(terms: readonly Term[]): readonly Term[] {
  const things = terms.filter((term) => !term.isSpecific && term.importance === 1)
  return things.length > 0 ? things : terms.filter((term) => !term.isSpecific && term.importance >= VERB_IMPORTANCE)
}

/** Share of the terms' weight that a text meets, 0 to 1. */
export function coverage(terms: readonly Term[], weights: readonly number[], stems: ReadonlySet<string>): number {
  let met = 0
  let total = 0
  for (const [index, term] of terms.entries()) {
    const weight = weights[index] ?? 0
    total += weight
    met += weight * meets(term, stems)
  }
  return total > 0 ? met / total : terms.length === 0 ? 1 : 0
}
