import { foldSpaces } from '../../norwegian/fold.ts'
import { type Amount, isMoneyOrShare } from './figures-amounts.ts'

/** Finite verbs and participles of sentences with figures. A word list, because "-er" ends plurals too. */
const VERB =
  '(?:bli|være|vere|koste|utgjøre|utgjere|øke|auke|redusere|er|var|ble|blir|vart|vert|blei|blitt|vært|vore|har|hadde|hatt|skal|skulle|vil|ville|kan|kunne|må|måtte|utgjør|utgjorde|utgjer|viser|viste|syner|koster|kostet|kosta|inneholder|øker|økes|økte|aukar|auka|økt|faller|falt|sank|steg|stiger|ligger|lå|kom|kommer|kjem|får|fikk|fekk|gir|gav|ga|bruker|brukte|brukt|settes|sett|satt|fastsettes|fastsatt|fastsett|vedtas|vedtatt|vedteken|beregnes|beregnet|berekna|rekna|anslås|anslått|estimert|tilsvarer|tilsvarar|endte|ender|registrerte|registrert|mottok|mottatt|motteke|besvarte|besvart|betalte|betalt|bevilget|bevilges|løyvd|avsatt|satte|dekkes|dekkjer|dekker|bemannes|reduseres|redusert|redusere|reduserte|spart|omfatter|gjelder|gjeld|består|hadde|finnes|innebærer|krever|passerte|nådde|overstige|overstiger|overstig|overskride|overskrider|overskrid|tok|tar|krevet|stod|sto|står)'
const VERB_END = new RegExp(
  `(?<![\\p{L}])${VERB}(?:\\s+(?:også|nå|no|derfor|dermed|da|om lag|ca\\.?|rundt|i))*\\s*$`,
  'iu',
)
const VERB_WORD = new RegExp(`^${VERB}$`, 'iu')
/** Between a verb and its number: "er beregnet til", "blir sett til", "var på". */
const LINK = /(?<![\p{L}])(?:til|på|med|opp|ned|mot|av|fra|frå|om)\s*$/iu
const HEDGE =
  /(?:^|\s)(?:ikke|ikkje|om lag|ca\.?|cirka|omkring|rundt|nærmere|nesten|bortimot|over|under|litt|godt|kun|bare|til sammen|tilsammen|til saman|totalt|i alt|inntil|minst|maks|maksimalt|hele|heile|mer enn|meir enn|flere enn|færre enn|mindre enn|i snitt|i gjennomsnitt|i underkant av|i overkant av)\s*$/iu
const DETERMINER =
  /^(?:en|et|ei|ein|eit|eitt|den|det|de|dei|denne|dette|disse|desse|vi|jeg|han|hun|ho|som|at|når|da|mens|men|fordi|og|eller|altså|mot|samt|inkludert|derav|hvorav|herav|vel|inne|med|ved|etter|ifølge|hvor|der)$/iu
const CHANGE = /^(?:øker|økes|økte|aukar|auka|faller|falt|sank|steg|stiger|reduseres)$/iu
/** Who has, gets or pays is not what is measured. */
const HOLDING = /^(?:dekker|dekkjer|dekkes|bruker|brukte|betalte|har|hadde|får|fikk|fekk|mottok|hatt|kommer|kjem)$/iu
const ADVERB =
  /^(?:helst|ytterligere|kanskje|bare|kun|omtrent|minst|maks|cirka|fremdeles|fortsatt|allerede|til sammen|fysisk|digitalt|omtrentlig)$/iu
const DURATION = /^(?:sekund|minutt|time|dag|døgn|uke|måned|år)$/u
const PRONOUN = /^(?:det|dette|denne|den|disse|desse|dei|de|vi|han|hun|ho|man|som|her|der|resten|dermed|derfor)$/iu
const LEADING =
  /^(?:utgangspunkt i|i|på|av|for|til|fra|frå|om|ved|hos|med|og|men|mens|samt|altså|i tillegg|dermed|derfor|også|derimot|imidlertid|dessuten|videre|vidare)\s+/iu
const YEAR_PHRASE =
  /\s*(?<![\p{L}])(?:(?:i|for|fra|frå|per|pr\.?|av)\s+)?(?:løpet av\s+)?(?:budsjettåret\s+|året\s+)?(?:19|20)\d{2}(?:\s?[-–/]\s?(?:20)?\d{2})?(?!\d)/giu
const EDGE_PHRASE =
  /\s*ved\s(?:inngangen|utgangen|utløpet|slutten|starten)(?:\s(?:til|av)\s(?:året|(?:19|20)\d{2}))?/giu
const PART_PHRASE =
  /\s*(?:(?<![\p{L}])(?:i|for|per|pr\.?|av)\s+)?(?<![\p{L}\d])(?:[1-4]\.|første|fyrste|andre|annet|tredje|fjerde|siste)\s?(?:kvartal|halvår|tertial)(?:\s(?:i\s|av\s)?20\d{2})?/giu
const CLAUSE_START = /(?:[,;:(]\s|\s[–-]\s|(?<![\p{L}])(?:at|mens|fordi|siden|dersom|når|da|men|hvorav|derav)\s)/giu
const MAX_PHRASE_WORDS = 9
const MAX_MEASURE_CHARS = 90

const tidy = (text: string): string =>
  foldSpaces(text.replace(/[\u0001]/g, ' '))
    .replace(/^[\s,;:.()«"–•➢-]+|[\s,;:(«"–-]+$/gu, '')
    .trim()

/** Without the years and other words that do not tell what is measured. */
function phrase(text: string): string | undefined {
  let clean = tidy(text.replace(EDGE_PHRASE, '').replace(PART_PHRASE, '').replace(YEAR_PHRASE, ''))
  for (;;) {
    const next = tidy(clean.replace(LEADING, ''))
    if (next === clean) break
    clean = next
  }
  const bare = clean.replace(/^\d{1,2}[.)]\s/u, '').replace(/^(?:en|et|ei|ein|eit)\s/iu, '')
  if (bare.length < 2 || !/\p{L}{2}/u.test(bare) || PRONOUN.test(bare) || ADVERB.test(bare)) return undefined
  return bare.length > MAX_MEASURE_CHARS ? undefined : bare
}

/** The noun phrase that ends where `text` ends. */
function phraseAtEnd(text: string): string | undefined {
  const words = tidy(text).split(' ')
  const kept: string[] = []
  for (const word of words.toReversed()) {
    if (/[,;:.!?]$/u.test(word) || DETERMINER.test(word) || VERB_WORD.test(word) || kept.length === MAX_PHRASE_WORDS)
      break
    kept.unshift(word)
  }
  return phrase(kept.join(' '))
}

const cutHedges = (text: string): string => {
  let cut = text
  for (;;) {
    const next = cut.replace(HEDGE, ' ')
    if (next === cut) return cut.trimEnd()
    cut = next
  }
}

const lastClause = (text: string): string => {
  let start = 0
  for (const match of text.matchAll(CLAUSE_START))
    if (match.index + match[0].length < text.trimEnd().length) start = match.index + match[0].length
  return text.slice(start)
}

/** "… driften av portalen, som er beregnet til": what the relative clause is about. */
function antecedent(before: string): string | undefined {
  const match = /^(.*?),?\s+som\s+(?:\p{L}+\s+){0,3}$/isu.exec(before)
  return match?.[1] === undefined ? undefined : phraseAtEnd(match[1])
}

/** The subject of the verb that stands right before the number. */
function subjectOf(before: string): { readonly subject: string | undefined; readonly verb: string } | undefined {
  let rest = before
  const verbs: string[] = []
  for (;;) {
    const cut = cutHedges(rest).replace(LINK, '').trimEnd()
    const match = VERB_END.exec(`${cut} `)
    if (!match) {
      if (cut === rest || verbs.length === 0) break
      rest = cut
      break
    }
    verbs.unshift(match[0].trim())
    rest = cut.slice(0, match.index).trimEnd()
  }
  if (verbs.length === 0) return undefined
  const clause = lastClause(`${rest} `)
  const verb = verbs.at(-1)?.split(/\s/u)[0] ?? ''
  // "Per 30. april er det brukt": nobody is named.
  const isImpersonal = /(?<!\p{L})(?:det|vi|man|de)\s*$/iu.test(rest)
  const subject = isImpersonal ? undefined : phrase(clause)
  return { subject: subject && CHANGE.test(verb) ? `${subject} ${verb}` : subject, verb }
}

export interface MeasureSource {
  readonly sentence: string
  readonly amount: Amount
  /** The amount before it in the same sentence, with what it measures. */
  readonly previous: { readonly amount: Amount; readonly measure: string } | undefined
  /** Where the next amount starts, else the end of the sentence. */
  readonly nextStart: number
  /** What "dem" and "disse" stand for: what was last counted. */
  readonly lastCounted: string | undefined
  /** The heading above, number off; the last resort. */
  readonly heading: string | undefined
  readonly entities: readonly string[]
}

/** "Av alle innkommende saker har 3692 …": what the parts are parts of. */
const WHOLE = /^Av\s(?:(?:alle|alt|de|dei)\s)?(?<whole>[^\d,]{1,50}?)\s(?:har|er|var|ble|kom|vart|hadde)\s/iu

/** What the numbers of a sentence are parts of, where it begins by saying so. */
export function wholeOf(sentence: string, lastCounted: string | undefined): string | undefined {
  const whole = WHOLE.exec(sentence)?.groups?.['whole']?.trim()
  if (whole === undefined) return undefined
  return /^(?:dem|disse|desse|de|dei)$/iu.test(whole) ? lastCounted : whole
}

/** The words right behind a number that has no noun: "fra e-post", "på telefon". */
const tailOf = (sentence: string, end: number, nextStart: number): string | undefined => {
  const tail = sentence.slice(end, nextStart).split(/[,.;:()]|\s(?:og|mens|men)\s*$|\s(?:og|mens)\s/iu)[0] ?? ''
  const text = tidy(tail.replace(YEAR_PHRASE, '').replace(/^\s*(?:er|var|ble)?\s*(?:blitt|vart)?\s/iu, ' '))
  return /\p{L}{2}/u.test(text) && text.length <= MAX_MEASURE_CHARS ? text : undefined
}

/** What a share is of, or money is in: "91 % av anropene ble besvart", "0,255 mill. kr i sparte portoutgifter". */
function partOf(sentence: string, end: number, nextStart: number): string | undefined {
  const after = sentence.slice(end, nextStart)
  const match =
    /^\s(?:av|i|til|på)\s(?!året|måneden|månaden|snitt|gjennomsnitt|alt|\p{L}*(?:uar|mars|april|mai|juni|juli|august|ember|ober)\b)(?<what>\p{Ll}[^,.;:\d]*)/u.exec(
      after,
    )
  const what = match?.groups?.['what']?.split(/\s(?:og|mens|som|mot)\s/u)[0]
  // "av et årsbudsjett på 32,915": that is the next amount's.
  return what === undefined || /\s(?:på|til|med|for)\s*$/u.test(what) ? undefined : phrase(what)
}

function countedMeasure({ sentence, amount, nextStart }: MeasureSource, counted: string): string {
  // "saker av Høy prioritet": the kind belongs to what is counted.
  const kind = /^\sav\s(?:\p{Lu}|høy|lav|kritisk)[\p{L}-]*(?:\s(?:prioritet|art|type))?/u.exec(
    sentence.slice(amount.end, nextStart),
  )?.[0]
  return kind ? `${counted}${kind}` : counted
}

/** What an amount measures, in the words of its sentence; the heading above where the sentence does not say. */
export function measureOf(source: MeasureSource): string {
  const { sentence, amount, previous, nextStart, lastCounted, heading, entities } = source
  const fallback = (): string =>
    heading ?? phrase(sentence.slice(0, amount.start)) ?? tidy(sentence).slice(0, MAX_MEASURE_CHARS)
  const isDuration = amount.unit !== undefined && DURATION.test(amount.unit)
  if (amount.counted !== undefined && !isDuration) return countedMeasure(source, amount.counted)
  // "31 sekunders ventetid"
  const measured =
    isDuration && /s$/u.test(amount.counted ?? '')
      ? /^\s(?<what>\p{Ll}[\p{L}-]+)/u.exec(sentence.slice(amount.end))?.groups?.['what']
      : undefined
  if (measured) return measured
  const from = previous?.amount.end ?? 0
  const between = sentence.slice(from, amount.start)
  if (!isMoneyOrShare(amount.unit) && amount.scale === 0) {
    const whole = wholeOf(sentence, lastCounted)
    const tail = tailOf(sentence, amount.end, nextStart)
    if (whole && tail) return `${whole} ${tail}`
    const told = /^\ser\s(?:talet|tallet|antallet)\spå\s(?<what>[^,.;]+)/iu.exec(sentence.slice(amount.end))?.groups?.[
      'what'
    ]
    if (told) return tidy(told)
  }
  if (previous) {
    // "7,4 %, en økning fra 5,9 % i 2021"
    if (
      previous.amount.unit === amount.unit &&
      /^[\s,(]*(?:(?:en|ei|ein)\s)?(?:økning|auke|nedgang|reduksjon|opp|ned|vekst)\s(?:fra|frå)\s$/iu.test(between)
    )
      return previous.measure
    const bare = cutHedges(
      entities
        .reduce((text, name) => text.replaceAll(name, ''), between)
        .replace(EDGE_PHRASE, '')
        .replace(YEAR_PHRASE, ''),
    )
    if (
      /^(?:[\s,()–-]|og|eller|mot|samt|i|på|til|for|ved|henholdsvis|kommune)*$/iu.test(bare) &&
      previous.amount.unit === amount.unit
    )
      return previous.measure
    // "lønn utgjør 52 % av kostnadene og lisenser 31 %": the verb is not said again.
    const elliptic =
      /(?:,|\sog)\s(?:og\s)?(?<what>\p{L}[\p{L}-]*(?:\s\p{L}[\p{L}-]*){0,3}?)(?:\s(?:til|på|med))?\s*$/u.exec(bare)
        ?.groups?.['what']
    if (
      elliptic &&
      previous.amount.unit === amount.unit &&
      !elliptic.split(' ').some((word) => VERB_WORD.test(word) || DETERMINER.test(word))
    ) {
      const what = phrase(elliptic)
      if (what) return what
    }
  }
  const before = sentence.slice(0, amount.start)
  const owner = entities.find((name) => (previous ? between : before).trimEnd().endsWith(name))
  const near = cutHedges(
    (previous ? between : before).trimEnd().slice(0, owner === undefined ? undefined : -owner.length),
  )
  // "Kommunens andel av etableringen, 754 000 kr, dekkes …"
  if (/,$/.test(near)) {
    const apposed = phraseAtEnd(near.slice(0, -1))
    if (apposed) return apposed
  }
  if (/[:–-]$/.test(near)) {
    const lead = near.slice(0, -1).replace(/\s(?:slik|som følger|som følgjer|følgende|fylgjande)$/iu, '')
    const label = lead === near.slice(0, -1) ? phrase(lastClause(lead)) : phraseAtEnd(`${lead} `.replace(VERB_END, ''))
    if (label) return label
  }
  const onPhrase = /^(?<np>.*\S)\s(?:på|av)$/su.exec(near)?.groups?.['np']
  const named =
    onPhrase === undefined || VERB_END.test(`${onPhrase} `) ? undefined : phraseAtEnd(onPhrase.replace(YEAR_PHRASE, ''))
  if (named) return named
  const relative = antecedent(cutHedges(near).replace(LINK, '').replace(VERB_END, ''))
  if (relative && /\ssom\s(?:\p{L}+\s){0,3}$/iu.test(near.replace(/\S+$/u, ''))) return relative
  const subject = subjectOf(near)
  const part = partOf(sentence, amount.end, nextStart)
  if (part && subject && HOLDING.test(subject.verb)) return part
  if (subject?.subject) return subject.subject
  if (isDuration && amount.counted !== undefined) return phraseAtEnd(near) ?? amount.counted
  // "en 20% ressurs"
  const beside =
    amount.unit === '%' && /(?<!\p{L})(?:en|et|ei|ein|eit)$/iu.test(near)
      ? /^\s(?<what>\p{Ll}[\p{L}-]+)/u.exec(sentence.slice(amount.end))?.groups?.['what']
      : undefined
  if (beside) return beside
  // "I dag bruker kommunene 4,275 mill. kr på fire sentralbord"
  if (part) return part
  if (subject?.verb && /^(?:brukt|spart|betalt|bevilget|løyvd|avsatt)$/iu.test(subject.verb))
    return subject.verb.toLowerCase()
  const atEnd = phraseAtEnd(near.replace(LINK, ''))
  return atEnd ?? fallback()
}
