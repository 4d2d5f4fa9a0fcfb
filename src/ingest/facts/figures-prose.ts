import type { ParsedText } from '../../domain/document.ts'
import type { Figure, Period } from '../../domain/figure.ts'
import type { LocalDate } from '../../domain/ids.ts'
import type { Passage } from '../../domain/passage.ts'
import { foldSpaces } from '../../norwegian/fold.ts'
import { unitOf } from '../../norwegian/numbers.ts'
import { type Amount, amountsIn, isMoneyOrShare } from './figures-amounts.ts'
import { basisOf } from './figures-basis.ts'
import { entityFor, namesBesideAmounts } from './figures-entity.ts'
import { measureOf, wholeOf } from './figures-measure.ts'
import { periodBehind, periodsIn, yearPeriod } from './figures-period.ts'
import { readableSentences } from './figures-sentences.ts'

/** "• Drift - 11", "• Brukerstøtte: 6", "• Lønn – 5,2 mill. kr": a label and nothing but its number. */
const LABELLED =
  /^\s*(?:[•◦▪●○➢➤►*–-]\s*|\d{1,2}[.)]\s+)?(?<label>\p{Lu}[^:\d]{1,60}?)\s*(?::|\s[-–—]|\s=)\s*(?<number>[-−]?(?:kr\s)?\d.*)$/u
/** The end of a sentence that leads to a list of whose the parts are. */
const DIVIDED_LEAD = /\p{L}*(?:andel|fordel|tilskudd|tilskot|bidrag|innbetaling)\p{L}*(?:\s[^.:\d]{1,60})?\s?:$/iu
const YEARLY = /(?<!\p{L})(?:års(?:budsjett|ramme|regnskap|rekneskap)|sykefravær|sjukefråvær)/iu

/** Measured over any stretch of time, but never on a day. */
const LASTS = /(?<!\p{L})(?:sykefravær|sjukefråvær)/iu
const isDay = (period: Period | undefined): boolean => period !== undefined && period.from === period.to

/** "I 2023 var det 7,2 %": what the sentence before told of. */
const TOLD_BEFORE = /(?<!\p{L})(?:er|var|ble|vart)\s(?:det|dette|tallet|talet)\s*$/iu

/** "…, mot 88 % i 2023", "… (88 % i 2023)": the time of a number that the sentence's own is set against. */
const SET_AGAINST = /(?:(?<!\p{L})(?:mot|fra|frå|enn)\s(?:\p{L}+\s)?|\()\d[^.;()]{0,30}\s(?:i|per|pr\.?)\s$/u

/** What earlier sentences of a passage leave for later ones. */
interface Context {
  period: Period | undefined
  counted: string | undefined
  last?: { readonly unit: string | undefined; readonly measure: string }
}

interface Reader {
  readonly passage: Passage
  readonly entities: readonly string[]
  /** The document's year: for "i år", and for reports as the last resort. */
  readonly year: number | undefined
  /** The document's day: "i september" is not of a month to come. */
  readonly day: LocalDate | undefined
  readonly heading: string | undefined
  /** The one year the heading names. */
  readonly headingPeriod: Period | undefined
  readonly reportPeriod: Period | undefined
  /** The last sentence above a list that begins the passage. */
  readonly above: string | undefined
}

const titleOf = (heading: string | undefined): string | undefined => {
  const title = heading
    ?.replace(/^(?:\d{4}\/\S+|\p{Lu}{2}\s\d+\/\d+|(?:sak\s)?\d+[-/]\d+|\d+(?:\.\d+)*\.?)\s*[-–:]?\s+/iu, '')
    .trim()
  return title === '' ? undefined : title
}

/** Where the clause of a number starts, so that a basis or a name of the clause before is not taken for its own. */
function clauseStart(sentence: string, previousEnd: number, start: number): number {
  const between = sentence.slice(previousEnd, start)
  const breaks = [
    ...between.matchAll(
      /[,;]\s(?:altså|og|mens|men|da|mot|som)\s|[;:]\s|\smot\s(?:et|ein|eit|en)\s|\smens\s|\sav\s(?:et|en)\s/giu,
    ),
  ]
  const last = breaks.at(-1)
  return last === undefined ? (previousEnd === 0 ? 0 : previousEnd) : previousEnd + last.index
}

/** "et budsjettert mindreforbruk": planned, though it is what accounts end with. */
const BUDGETED = /^(?:budsjettert|budsjetterte|budgeted)(?!\p{L})/iu

function basisFor(sentence: string, amount: Amount, measure: string, from: number): Figure['basis'] {
  if (!isMoneyOrShare(amount.unit)) return undefined
  if (amount.unit !== 'kr') return basisOf(measure)
  if (BUDGETED.test(measure)) return 'budget'
  // A forecast of what will be spent is no account of what was.
  if (basisOf(sentence.slice(0, amount.start)) === 'forecast' && from === 0) return 'forecast'
  const behind = basisOf(sentence.slice(amount.end).split(/[,.;]|\s(?:mot|og|mens|\d)/u)[0] ?? '')
  const own = behind === 'revised-budget' ? behind : basisOf(sentence.slice(from, amount.end))
  return (
    own ??
    basisOf(measure) ??
    (from > 0 && /^[\s,]*(?:og|,)/u.test(sentence.slice(from)) ? basisOf(sentence.slice(0, from)) : undefined)
  )
}

/** "Molde kommune sin andel" is a share whoever's it is: whose it is stands in `entity`. */
function withoutOwner(measure: string, entity: string | undefined, entities: readonly string[]): string {
  const owner = [...(entity === undefined ? [] : [entity]), ...entities].find((name) => measure.startsWith(`${name} `))
  const rest =
    owner === undefined ? measure : measure.slice(owner.length).replace(/^\s(?:kommune\s)?(?:sin|sitt|sine)\s/u, '')
  return rest.startsWith(' ') || rest === '' ? measure : rest
}

function fromSentence(reader: Reader, sentence: string, context: Context): Figure[] {
  // A number alone was a cell of a table whose rows and columns the text has lost.
  if (!/\d/.test(sentence) || !/\p{L}/u.test(sentence)) return []
  const { passage, year, day, heading } = reader
  const amounts = amountsIn(sentence)
  const entities = [...reader.entities, ...namesBesideAmounts(sentence, amounts)]
  const mentions = periodsIn(sentence, year, day)
  const figures: Figure[] = []
  const { counted } = context
  let previous: { amount: Amount; measure: string } | undefined
  const used = new Set<unknown>()
  for (const [index, amount] of amounts.entries()) {
    const nextStart = amounts[index + 1]?.start ?? sentence.length
    const previousEnd = previous?.amount.end ?? 0
    const isToldBefore = context.last?.unit === amount.unit && TOLD_BEFORE.test(sentence.slice(0, amount.start))
    const before = isToldBefore && amount.counted === undefined ? context.last?.measure : undefined
    const measure =
      before ??
      measureOf({
        sentence,
        amount,
        previous,
        nextStart,
        lastCounted: counted,
        heading,
        entities,
      })
    const next = amounts[index + 1]
    // "fra 60 til 80 prosent fra 1. januar": one period for both.
    const isRange = next !== undefined && /^\s?(?:til|[-–])\s?$/u.test(sentence.slice(amount.end, next.start))
    const behind = isRange
      ? periodBehind(sentence, mentions, next.end, amounts[index + 2]?.start ?? sentence.length)
      : periodBehind(sentence, mentions, amount.end, nextStart)
    const earlier = mentions.filter(
      (mention) =>
        mention.end <= amount.start &&
        // "fra 2023, da rammen var": what is compared with has a figure of its own.
        (!mention.isCompared || /^,\s(?:da|når|der|som)\s/u.test(sentence.slice(mention.end))),
    )
    const fresh = earlier.findLast((mention) => !used.has(mention)) ?? earlier.at(-1)
    const later = mentions.find((mention) => mention.start >= amount.end && !mention.isCompared && amounts.length === 1)
    const mention = behind ?? fresh ?? later
    if (behind) used.add(behind)
    const told = mention?.period ?? context.period
    const isOfYear = YEARLY.test(measure) && (mention !== undefined ? !LASTS.test(measure) || isDay(told) : isDay(told))
    const ofYear = isOfYear && told ? yearPeriod(Number(told.from.slice(0, 4))) : undefined
    const period = ofYear ?? mention?.period ?? context.period ?? reader.headingPeriod ?? reader.reportPeriod
    const from = clauseStart(sentence, previousEnd, amount.start)
    const basis = basisFor(sentence, amount, measure, from)
    const entity = entityFor(
      sentence,
      { clauseStart: from, start: amount.start, end: amount.end, nextStart, ends: amounts.map(({ end }) => end) },
      entities,
      heading,
    )
    const whole = amount.counted === undefined && amount.unit === undefined ? wholeOf(sentence, counted) : undefined
    figures.push({
      measure: withoutOwner(measure, entity, entities),
      literal: amount.literal,
      decimal: amount.decimal,
      scale: amount.scale,
      unit: amount.unit ?? (whole === undefined ? undefined : unitOf(whole.split(' ').at(-1) ?? '')),
      basis,
      period: basis === 'accounts' && period && mention?.period === period ? sinceNewYear(period, sentence) : period,
      entity,
      row: undefined,
      column: undefined,
      quote: foldSpaces(sentence),
      page: passage.page,
      passage: passage.ordinal,
      caseNumber: passage.caseNumber,
    })
    previous = { amount, measure }
    context.last = { unit: amount.unit, measure }
    if (amount.counted !== undefined) context.counted = amount.counted.split(' ').at(-1)
  }
  const told = mentions.filter(({ isCompared, start }) => !isCompared && !SET_AGAINST.test(sentence.slice(0, start)))
  // Two periods in one sentence: which of them the next sentence is of, nothing says.
  if (told.length > 0)
    context.period = told.every(({ period }) => period.text === told[0]?.period.text) ? told[0]?.period : undefined
  return figures
}

/** "Per 30. april er det brukt": spent from New Year to that day. */
const sinceNewYear = (period: Period, sentence: string): Period =>
  period.from === period.to && /(?<!\p{L})(?:per|pr\.?)\s/iu.test(sentence)
    ? { ...period, from: `${period.from.slice(0, 4)}-01-01` as Period['from'] }
    : period

/** The lines of a list under a lead that says what they count. */
function fromLabel(reader: Reader, line: string, lead: Figure | undefined, leadText: string): Figure | undefined {
  const { label = '', number = '' } = LABELLED.exec(line)?.groups ?? {}
  if (!label || !number) return undefined
  const [amount, ...others] = amountsIn(`Antall ${number.replace(/[.;]$/, '')}`)
  if (!amount || others.length > 0 || !`Antall ${number.replace(/[.;]$/, '')}`.slice(amount.end).match(/^\s*$/u))
    return undefined
  const isLike = lead !== undefined && (amount.unit === undefined || amount.unit === lead.unit)
  const { passage, headingPeriod, reportPeriod } = reader
  // "Kommunenes andel av utgiftene:" above "Nordvik: 52 %", and "Drift: 6 årsverk": the label says whose it is.
  const divided = isLike ? undefined : DIVIDED_LEAD.exec(leadText)?.[0]
  const isWhose =
    isLike || divided !== undefined || (amount.counted !== undefined && unitOf(amount.counted) === 'årsverk')
  return {
    measure: isLike ? lead.measure : (amount.counted ?? divided?.replace(/\s*:$/, '') ?? foldSpaces(label)),
    literal: amount.literal,
    decimal: amount.decimal,
    scale: amount.scale || (isLike && isMoneyOrShare(lead.unit) && amount.unit === undefined ? lead.scale : 0),
    unit: amount.unit ?? (isLike ? lead.unit : undefined),
    basis: isLike ? lead.basis : amount.unit === 'kr' ? basisOf(label) : undefined,
    period: lead?.period ?? headingPeriod ?? reportPeriod,
    entity: isWhose ? foldSpaces(label) : undefined,
    row: undefined,
    column: undefined,
    quote: foldSpaces(line),
    page: passage.page,
    passage: passage.ordinal,
    caseNumber: passage.caseNumber,
  }
}

/** The figure of a lead that its list divides: "27 faste årsverk, 22 menn og 5 kvinner, … fordelt på følgende avdelinger:" */
const dividedFigure = (figures: readonly Figure[]): Figure | undefined =>
  figures.find(({ unit }) => unit === 'årsverk') ??
  figures.find(({ unit }) => unit !== undefined && (isMoneyOrShare(unit) || unitOf(unit) !== undefined)) ??
  figures[0]

function fromPassage(reader: Reader): Figure[] {
  const { passage } = reader
  const context: Context = { period: undefined, counted: undefined }
  const [first = '', ...lines] = passage.text.split('\n')
  const isList = lines.length > 0
  const startsWithMark = /^\s*(?:[•◦▪●○➢➤►*–-]|\d{1,2}[.)])\s/u.test(first)
  const inLead = isList && startsWithMark ? [] : readableSentences(isList ? first : passage.text)
  const figures = inLead.flatMap(({ text }) => fromSentence(reader, text, context))
  if (!isList) return figures
  const lead = /:$/.test(first) ? dividedFigure(figures) : undefined
  const told = context.period
  const leadText = startsWithMark ? (reader.above ?? '') : (readableSentences(first).at(-1)?.text ?? '')
  for (const line of startsWithMark ? [first, ...lines] : lines) {
    const labelled = fromLabel(reader, line, lead, leadText)
    if (labelled) figures.push(labelled)
    else
      for (const { text } of readableSentences(line))
        figures.push(...fromSentence(reader, text, { period: told, counted: undefined }))
  }
  return figures
}

/** The figures of sentences and lists. A recommendation's figures are what was proposed; their passage tells. */
export function proseFigures(text: ParsedText, entities: readonly string[]): Figure[] {
  const { kind, date, passages } = text
  const year = text.year ?? (date ? Number(date.slice(0, 4)) : undefined)
  const reportPeriod = kind === 'report' && year !== undefined ? yearPeriod(year) : undefined
  return passages.flatMap((passage, index) => {
    if (passage.kind === 'table' || passage.kind === 'attendance' || passage.kind === 'heading') return []
    const heading = titleOf(passage.headings.at(-1))
    const [headed, other] = heading === undefined ? [] : periodsIn(heading, undefined)
    const headingPeriod = other === undefined ? headed?.period : undefined
    const before = passages[index - 1]
    const above = before?.headings.at(-1) === passage.headings.at(-1) ? before?.text.slice(-200) : undefined
    return fromPassage({ passage, entities, year, day: date, heading, headingPeriod, reportPeriod, above })
  })
}
