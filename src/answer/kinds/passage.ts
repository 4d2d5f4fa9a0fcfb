import type { MissingTable } from '../../domain/figure.ts'
import type { PassageFilter, RankedPassage, StoredPassage } from '../../domain/passage.ts'
import { findDates, monthName, monthOf } from '../../norwegian/dates.ts'
import { fold, foldSpaces } from '../../norwegian/fold.ts'
import { stemOf, stemsOf } from '../../norwegian/stem.ts'
import { tokens } from '../../norwegian/tokens.ts'
import { viewAsked } from '../acts.ts'
import { NAMED_BY_NAME } from '../asked.ts'
import { asksWhatItIs } from '../asks-what-it-is.ts'
import { bestUnit, type Unit } from '../best-unit.ts'
import { asksReason } from '../cause-and-effect.ts'
import { type CommitteeMatch, chooseMeetings, type MeetingChoice, matchCommittee } from '../choose-meetings.ts'
import { citePassage } from '../citations.ts'
import { deniesAsked } from '../denies-asked.ts'
import { count, type Draft, declined } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { fileNameWords } from '../file-name-words.ts'
import { isOfOtherTime } from '../is-of-other-time.ts'
import { knownNames } from '../known-names.ts'
import { synonymWordsOf } from '../lexicon.ts'
import { meets } from '../meets.ts'
import { asksFor, isMeasure } from '../operation.ts'
import { phrases } from '../phrases.ts'
import type { Wanted } from '../plan/wanted.ts'
import { sectionsOf } from '../sections.ts'
import { MOST_QUOTE_CHARS } from '../stretches.ts'
import { asLight, matterOf, stemSet, type Term, topicOf } from '../topic.ts'
import { shortDate } from '../words.ts'
import { answerAddsUp } from './adds-up.ts'
import { answerAgainstBudget } from './against-budget.ts'
import { computeInQuote } from './compute-in-quote.ts'
import { noSuchCase } from './decision.ts'
import { answerFigure } from './figure.ts'
import { answerForEach } from './figures-of-each.ts'
import { type FoundItem, itemsWithNumber, MOST_SEARCHED, SEARCHED } from './find-items.ts'
import { noSuchMeeting } from './no-such.ts'
import { answerShareOfWhole, answerTheOthers } from './part-of-whole.ts'
import { answerPayment } from './payment.ts'
import { answerRowsByValue } from './rows-by-value.ts'
import { answerFromStatusTables } from './status-table.ts'
import { answerApartInTables, answerFromTables } from './table.ts'
import { answerFromTableWords, searchTableWords } from './table-words.ts'
import { answerTwoFigures } from './two-figures.ts'
import { answerWhatIsLeft } from './what-is-left.ts'
import { answerWhichHasMore } from './which-has-more.ts'

const PASSAGES = 30
/** How a source is named in running text: only with numbers that the citation itself holds. */
export function sourceInWords(passage: RankedPassage, inquiry: Inquiry): string {
  const { language } = inquiry
  const place = passage.page === null ? '' : language === 'en' ? `, page ${passage.page}` : `, side ${passage.page}`
  if (passage.committee && passage.date) {
    const item = passage.caseNumber ? `, ${language === 'en' ? 'item' : 'sak'} ${passage.caseNumber}` : ''
    return `${passage.committee}, ${shortDate(passage.date, language)}${item}${place}`
  }
  // A citation holds the file's name: a number of the title must stand there, whole.
  const numbersOf = (text: string): string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? []
  const inName = new Set(numbersOf(passage.documentName.replace(/[-_]/g, ' ')))
  const isKnown = numbersOf(passage.documentTitle).every(
    (number) =>
      inName.has(number) || (findDates(number).length > 0 && number.split('.').every((part) => inName.has(part))),
  )
  const title = isKnown ? passage.documentTitle : passage.documentName
  return `${title}${place}`
}

export function notFound(inquiry: Inquiry, near?: RankedPassage, announced?: string): Draft {
  const { texts } = inquiry
  const number = count(inquiry.register.documents(inquiry.asker).length)
  if (number.value === '0') return declined('no-documents', texts.noDocuments)
  const draft = declined('not-in-documents', texts.notFound(number.value), [number])
  if (!near) return draft
  const quote = foldSpaces(near.text.split('\n')[0] ?? '').slice(0, 300)
  const source = sourceInWords(near, inquiry)
  const missing =
    announced !== undefined || WANTS_FIGURE.has(inquiry.plan.wanted)
      ? missingTableBy(inquiry, near, announced)
      : undefined
  return {
    ...draft,
    reason: missing ? 'missing-table' : draft.reason,
    paragraphs: [
      ...draft.paragraphs,
      missing
        ? { text: texts.missingTable(source), citations: [citePassage(near, missing.quote, null)] }
        : { text: texts.near(source), citations: [citePassage(near, quote, null)] },
    ],
  }
}

/** Words that only set two numbers against each other, or add them. */
const COMPARES_ONLY =
  /^(?:mer|meir|mindre|flere|fleire|færre|høyere|høgare|lavere|lågare|større|lenger|lengre|kortere|kortare|more|less|fewer|higher|lower|larger|smaller|bigger|longer|shorter|altogether|together|combined|start|end|year)$/u
const WANTS_FIGURE: ReadonlySet<Wanted> = new Set<Wanted>(['amount', 'percent', 'number'])

/** A table that the nearest item or section announces and that is not in the text: the figure may stand in it. */
function missingTableBy(
  { asker, register }: Inquiry,
  near: RankedPassage,
  announced: string | undefined,
): MissingTable | undefined {
  return register
    .missingTables(asker)
    .filter(({ document }) => document.id === near.document)
    .map(({ fact }) => fact)
    .find(
      ({ caseNumber, heading, quote }) =>
        (announced !== undefined && foldSpaces(quote).includes(foldSpaces(announced))) ||
        (near.caseNumber !== undefined
          ? caseNumber === near.caseNumber
          : heading !== undefined && near.headings.includes(heading)),
    )
}

/** "Hvor mange styremøter hadde Nordskog?": the report of Nordskog tells it, though another board keeps minutes here. */
function namesOtherPaper({ plan, register, asker }: Inquiry, { groups }: CommitteeMatch): boolean {
  const papers = groups.flatMap(({ all }) => all)
  const own = stemSet(
    papers
      .flatMap(({ document, meeting }) => [document.title, fileNameWords(document.name), meeting.committee?.value])
      .join('\n'),
  )
  const names = tokens(plan.question)
    .slice(1)
    .filter(({ text, folded }) => /^\p{Lu}\p{Ll}{3,}/u.test(text) && monthOf(folded) === undefined)
    .map(({ folded }) => [stemOf(folded), stemOf(folded.replace(/s$/u, ''))])
  const isIn = (stems: readonly string[], title: ReadonlySet<string>): boolean => stems.some((stem) => title.has(stem))
  if (names.length === 0 || names.some((name) => isIn(name, own))) return false
  const titles = register.documents(asker).map(({ title, name }) => stemSet(`${title}\n${fileNameWords(name)}`))
  return names.some((name) => titles.some((title) => isIn(name, title)))
}

/** Only what the question states narrows: a body by name, a meeting by date. */
function filterOf(
  inquiry: Inquiry,
  choice: MeetingChoice & { kind: 'some' },
  committee: CommitteeMatch,
): PassageFilter {
  const { plan } = inquiry
  const [only] = choice.isStated ? choice.groups : []
  const date = only?.best.meeting.date?.value
  const names = new Set(committee.groups.flatMap((group) => group.best.meeting.committee?.value ?? []))
  const [name] = names
  const isOfBody = committee.isNamed && !namesOtherPaper(inquiry, committee)
  const isMeetingMeant = plan.meeting.dates.length === 1 || plan.meeting.relative !== undefined || isOfBody
  return {
    ...SEARCHED,
    ...(date && choice.groups.length === 1 && isMeetingMeant && { dateFrom: date, dateTo: date }),
    ...(isOfBody &&
      names.size === 1 &&
      name !== undefined &&
      !asksWhatItIs(plan.question) &&
      // What a body thinks, another's minutes may tell.
      !viewAsked(fold(plan.question)) && { committee: name }),
  }
}

const AGENDA = phrases('^ agenda/saksliste/sakliste/sakskart/dagsorden/saker')
/** A list of items names matters; what is said of them stands elsewhere, if anywhere. */
const listsItems = ({ headings, text }: RankedPassage): boolean =>
  AGENDA.test(fold(headings.at(-1) ?? '')) &&
  text.split('\n').every((line) => /^(?:[•▪➢*–-]|\d{1,2}[.)])\s/u.test(line))

const MONTHS = Array.from({ length: 12 }, (_, index) => monthName(index + 1))

/** Passages found by the question's own words, and by those that mean the same. */
export function searched(inquiry: Inquiry, filter: PassageFilter, terms: readonly Term[]): RankedPassage[] {
  const { asker, plan, findPassages } = inquiry
  // What a thing is stands in reports sooner than in the many minutes that name it.
  const told = asksWhatItIs(plan.question)
    ? findPassages(asker, terms.map(({ text }) => text).join(' '), { ...filter, documentKinds: ['report'] }, PASSAGES)
    : []
  const found = [...findPassages(asker, plan.question, filter, MOST_SEARCHED).slice(0, PASSAGES), ...told]
  const months = plan.wanted === 'months' ? MONTHS : []
  const same = [...terms.flatMap((term) => term.stems.flatMap(synonymWordsOf)), ...months]
  if (same.length === 0) return found
  const known = new Set(found.map(({ document, ordinal }) => `${document}|${ordinal}`))
  const others = findPassages(asker, [...terms.map(({ text }) => text), ...same].join(' '), filter, PASSAGES)
  return [...found, ...others.filter(({ document, ordinal }) => !known.has(`${document}|${ordinal}`))]
}

/** Passages of the items that a question names by number. */
function ofNamedItems(inquiry: Inquiry, found: readonly FoundItem[]): RankedPassage[] {
  return found.flatMap(({ meeting, item }) =>
    inquiry.register
      .passagesOf(inquiry.asker, meeting.document.id)
      .filter((passage) => passage.headings[0] === item.heading)
      .map((passage) => ({ ...passage, score: 1 })),
  )
}

const linkOf = (passage: RankedPassage, { meetings }: Inquiry): string | null => {
  for (const group of meetings)
    for (const { document, meeting } of group.all)
      if (document.id === passage.document)
        return meeting.items.find((item) => item.heading === passage.headings[0])?.link ?? null
  return null
}

/** The table that words lead to: "Midlene fordeles slik:". */
function tableBelow({ register, asker }: Inquiry, passage: RankedPassage, text: string): StoredPassage | undefined {
  if (!text.endsWith(':') || !passage.text.endsWith(text)) return undefined
  const next = register.passagesOf(asker, passage.document).find(({ ordinal }) => ordinal === passage.ordinal + 1)
  return next?.kind === 'table' && next.text.length <= MOST_QUOTE_CHARS ? next : undefined
}

function quoted(inquiry: Inquiry, passage: RankedPassage, text: string, reason: string): Draft {
  const table = tableBelow(inquiry, passage, text)
  const citations = [
    citePassage(passage, text, linkOf(passage, inquiry)),
    ...(table ? [citePassage(table, table.text, null)] : []),
  ]
  const quotes = [text, ...(table ? [table.text.replace(/\t/g, ' ')] : [])].map((quote) => `«${quote}»`)
  return {
    outcome: 'answered',
    paragraphs: [{ text: [inquiry.texts.passage(sourceInWords(passage, inquiry)), ...quotes].join('\n'), citations }],
    derived: [],
    reason,
  }
}

/** The key of a distribution is no share. */
const ASKS_SHARES =
  /(?<!\p{L})(?:fordel(?!ingsnøk|ingsmod|ingsprin)\p{L}*|hver\p{L}*|kvar\p{L}*|tabell\p{L}*|distribut\p{L}*|split|each|table)(?!\p{L})/u

/** The shares of an item's own table that is not in the text stand in no sentence that tells of the whole alone. */
const isOfUnseenShares = ({ caseNumber }: MissingTable, { text, passage }: Pick<Unit, 'text' | 'passage'>): boolean =>
  caseNumber !== undefined && caseNumber === passage.caseNumber && !/%/.test(text)

/** Whether words only announce the table that was asked for, and the table is not in the text. */
function announcesMissing({ asker, register, plan }: Inquiry, { text, passage }: Unit): boolean {
  if (!ASKS_SHARES.test(fold(plan.question))) return false
  return register
    .missingTables(asker)
    .some(
      ({ document, fact }) =>
        document.id === passage.document &&
        (foldSpaces(fact.quote).includes(foldSpaces(text)) || isOfUnseenShares(fact, { text, passage })),
    )
}

/** Whether words with their headings have every word of the matter that is to be computed. */
function tellsOfAll({ shown, passage }: Unit, terms: readonly Term[]): boolean {
  const stems = stemSet([shown, ...passage.headings, passage.documentTitle].join('\n'))
  return matterOf(terms)
    .filter((term) => isMeasure(term) && !asksFor('difference', term.folded))
    .every((term) => meets(term, stems) > 0)
}

/** Whichever firm it is, and whatever the verb for what it has done, its name beside the thing tells. */
const ofFirm = (terms: readonly Term[]): readonly Term[] =>
  terms.some(({ folded }) => NAMED_BY_NAME.test(folded))
    ? terms.map((term) => (NAMED_BY_NAME.test(term.folded) || term.importance < 1 ? asLight(term) : term))
    : terms

/** The sentence or list that meets the question best, quoted; or an honest no. */
export function answerFromPassages(inquiry: Inquiry): Draft {
  const { plan, language } = inquiry
  const committee = matchCommittee(plan.question, inquiry.meetings)
  const choice = chooseMeetings(inquiry, committee)
  if (choice.kind === 'none') return noSuchMeeting(inquiry, committee.groups)
  const [number] = plan.caseNumbers
  const named = plan.caseNumbers.flatMap(({ text }) => itemsWithNumber(committee.groups, text))
  if (number && named.length === 0) return searchTableWords(inquiry) ?? noSuchCase(inquiry, number.text)
  const filter = filterOf(inquiry, choice, committee)
  const names = knownNames(inquiry.meetings)
  const view = viewAsked(fold(plan.question))
  const terms = topicOf(plan.question, {
    language: plan.askedIn,
    wanted: plan.wanted,
    names,
    without: asksWhatItIs(plan.question) ? new Set() : new Set([...committee.stems, ...stemsOf(view?.named ?? '')]),
    withoutMonths: filter.dateFrom !== undefined,
  })
  const passages = named.length > 0 ? ofNamedItems(inquiry, named) : searched(inquiry, filter, terms)
  if (terms.length === 0) {
    const first = named.length > 0 ? (passages.find(({ kind }) => kind === 'body') ?? passages[0]) : undefined
    return first ? quoted(inquiry, first, first.text.slice(0, MOST_QUOTE_CHARS), 'item') : notFound(inquiry)
  }
  const isOfWords = asksReason(plan.question) && !WANTS_FIGURE.has(plan.wanted)
  const source = (passage: RankedPassage): string => sourceInWords(passage, inquiry)
  const several =
    named.length === 0 && !isOfWords
      ? (answerTheOthers(inquiry) ??
        answerAddsUp(inquiry) ??
        answerAgainstBudget(inquiry, terms) ??
        answerApartInTables(inquiry, passages, terms, source) ??
        answerWhichHasMore(inquiry, passages, terms) ??
        answerPayment(inquiry, terms) ??
        answerWhatIsLeft(inquiry, passages, terms) ??
        answerTwoFigures(inquiry) ??
        answerForEach(inquiry))
      : undefined
  if (several) return several
  const fromTable =
    answerFromTableWords(inquiry, passages, terms) ??
    (isOfWords ? undefined : answerFromTables(inquiry, passages, terms, source))
  if (fromTable) return fromTable
  const status = named.length === 0 && !isOfWords ? answerFromStatusTables(inquiry, filter, terms) : undefined
  if (status) return status
  const rows = answerRowsByValue(inquiry, passages, terms)
  if (rows) return rows
  const figure = named.length === 0 && !isOfWords ? answerFigure(inquiry, terms) : undefined
  if (figure) return figure
  // What is to be computed needs not be said: "how much smaller", "how many are left".
  const told = WANTS_FIGURE.has(plan.wanted)
    ? terms.map((term) => (COMPARES_ONLY.test(term.folded) || asksFor('rest', term.folded) ? asLight(term) : term))
    : plan.wanted === 'name'
      ? ofFirm(terms)
      : terms
  const treated = passages.filter((passage) => !listsItems(passage))
  const unit = bestUnit(sectionsOf(inquiry, treated), told, plan, names)
  // What no sentence says may be computed of two numbers.
  const isToldShare = unit?.text.includes('%') && tellsOfAll(unit, terms)
  const share = named.length === 0 && !isToldShare ? answerShareOfWhole(inquiry, passages, terms) : undefined
  if (share) return share
  const computed = unit && !isOfWords && computeInQuote(plan, unit.shown, tellsOfAll(unit, terms), language)
  if (unit && computed) {
    const draft = quoted(inquiry, unit.passage, unit.shown, 'computed-in-quote')
    const [first] = draft.paragraphs
    return {
      ...draft,
      derived: computed.derived,
      paragraphs: [{ text: `${computed.text}\n${first?.text}`, citations: first?.citations ?? [] }],
    }
  }
  if (unit && WANTS_FIGURE.has(plan.wanted) && isOfOtherTime(inquiry, unit, matterOf(terms)))
    return notFound(inquiry, unit.passage)
  if (unit && deniesAsked(plan, unit.shown, terms)) return notFound(inquiry, unit.passage)
  if (unit && announcesMissing(inquiry, unit)) return notFound(inquiry, unit.passage, unit.text)
  if (!unit) return notFound(inquiry, passages[0])
  return quoted(inquiry, unit.passage, plan.isBrief ? unit.text : unit.shown, `passage-${plan.wanted}`)
}
