import type { RankedPassage } from '../domain/passage.ts'
import { findDates, formatDate } from '../norwegian/dates.ts'
import { stemOf } from '../norwegian/stem.ts'
import { isStopWord } from '../norwegian/stop-words.ts'
import { tokens } from '../norwegian/tokens.ts'
import { labelAbove, type Neighbours } from './across-paragraphs.ts'
import { type Asked, takeApart } from './asked.ts'
import { givesEffect, givesReason } from './cause-and-effect.ts'
import { fileNameWords } from './file-name-words.ts'
import { isOfPeople, isOfPlace, isOfSpeaker, isOfTime } from './fits-question.ts'
import { hasNewName, hasWanted, type WantedOf } from './has-wanted.ts'
import type { KnownNames } from './known-names.ts'
import { meets } from './meets.ts'
import type { Wanted } from './plan/wanted.ts'
import type { Plan } from './plan.ts'
import type { Section } from './sections.ts'
import { MOST_QUOTE_CHARS, type Stretch, stretches, withContext, withLeaning } from './stretches.ts'
import { matterOf, stemSet, type Term, termWeights, UNKNOWN_ENGLISH_IMPORTANCE } from './topic.ts'
import { scoreOf } from './unit-score.ts'

/** How much a word counts that does not stand among those quoted but around them. */
const BEFORE_SHARE = 0.85
/** A number is of what its own sentence names, or the heading. */
const BEFORE_NUMBER_SHARE = 0.5
const HEADING_SHARE = 0.85
const SECTION_SHARE = 0.7
/** A list of as many points may be of whatever was counted. */
const COUNT_SHARE = 0.45
const DOCUMENT_SHARE = 0.6
/** Words that meet so much of the question need none beside them. */
const SAYS_IT_ALL = 0.85
/** Shares of the matter's weight that must be met: by all of that, by the quoted words, by them with their headings. */
const MIN_SHARE = 0.62
const MIN_OWN_SHARE = 0.3
const MIN_OWN_WANTED = 0.2
const MIN_NEAR_MATTER = 0.4
const MIN_NEAR_NUMBER = 0.55
/** "When is an incident serious?" asks for no date: nearly all of the words make up for it. */
const MADE_UP_SHARE = 0.8
/** A title tells not what a thing is. */
const MIN_TELLING_WORDS = 5
/** How well a term is met by words that tell of it. */
const TELLS_TERM = 0.5
const MIN_TOLD = 3
const SAYS_REPLY = /(?<!\p{L})(?:svar|answer|repl)/iu
/** What somebody said is told by such a verb, whether it was an answer or not. */
const REPORTS =
  /(?<!\p{L})(?:svar|answer|repl|sa(?!\p{L})|sier|seier|mente|meinte|påpek|påpei?k|uttal|opplys|understrek|meld|ga uttrykk|viste til|said|stated|noted)/iu
const SAYS_VOTE = /stemt|stemme|røyst|voter|enstemmig|einstemmig|samrøystes|mot\s+\d|vote/iu
/** "according to the annual report": which paper is meant. */
const OF_PAPER =
  /^(?:\p{L}*rapport\p{L}*|\p{L}*melding\p{L}*|referat\p{L}*|protokoll\p{L}*|notat\p{L}*|annual|report|minutes)$/u
/** A value may stand alone where the heading says nearly all of what it is of. */
const WANTS_VALUE: ReadonlySet<Wanted> = new Set<Wanted>([
  'date',
  'amount',
  'number',
  'percent',
  'distance',
  'person',
  'name',
])
const WANTS_TIMES: ReadonlySet<Wanted> = new Set<Wanted>(['dates', 'months'])
const MIN_HEADING = 0.75
/** Words that may be quoted as they stand, and how well they meet the question. */
export interface Unit {
  readonly text: string
  /** With the words around it, where it alone leaves a part of the question open. */
  readonly shown: string
  readonly passage: RankedPassage
  readonly score: number
}

function documentOf({ documentTitle, documentName, committee, date, year }: RankedPassage): string {
  const month =
    date === undefined ? '' : formatDate({ year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)) }, 'nb')
  return [documentTitle, fileNameWords(documentName), committee ?? '', date ?? '', month, year ?? ''].join('\n')
}

/** Stems of words that stand without a capital somewhere. */
const commonWords = (sections: readonly Section[]): ReadonlySet<string> =>
  new Set(
    sections.flatMap(({ passages }) =>
      passages.flatMap(({ text }) =>
        tokens(text).flatMap(({ text: word, folded }) => (/^\p{Ll}/u.test(word) ? [stemOf(folded)] : [])),
      ),
    ),
  )

/** "Brukerstøtte: 8" under "årsverk:": a count whose thing only the leading line names. */
const coreOf = ({ core, before }: Stretch, wanted: Wanted): string =>
  wanted === 'number' && /[:–-]\s*\d[\d\s]*$/u.test(core) ? `${before}\n${core}` : core

const MOST_BELOW = 12

/** The passages right above and below one of a section, where they stand under the same heading. */
function neighboursOf({ passages }: Section, at: number): Neighbours {
  const isNext = (one: RankedPassage | undefined, next: RankedPassage | undefined): boolean =>
    one !== undefined && next?.ordinal === one.ordinal + 1 && next.headings.at(-1) === one.headings.at(-1)
  const near = passages.slice(at + 1, at + 1 + MOST_BELOW)
  const end = near.findIndex((passage, index) => !isNext(passages[at + index], passage))
  return {
    above: isNext(passages[at - 1], passages[at]) ? passages[at - 1] : undefined,
    below: end < 0 ? near : near.slice(0, end),
  }
}

const MIN_KNOWN_CHARS = 5

/** An English word that no lexicon knows, and that the documents write, is what they call the matter. */
const withKnownImportance = (term: Term, held: readonly { readonly section: ReadonlySet<string> }[]): Term =>
  term.importance === UNKNOWN_ENGLISH_IMPORTANCE &&
  term.text.length >= MIN_KNOWN_CHARS &&
  held.some(({ section }) => term.stems.some((stem) => section.has(stem)))
    ? { ...term, importance: 1 }
    : term

/** Whether a text has no word that the question lacks, a date and its place aside: a line of an agenda, a signature. */
function saysNothingNew(text: string, { wants, plan }: Asked): boolean {
  const dates = WANTS_VALUE.has(plan.wanted) || WANTS_TIMES.has(plan.wanted) ? [] : findDates(text)
  const isOfDate = (start: number): boolean => dates.some((date) => start >= date.start && start < date.end)
  const telling = tokens(text).filter(
    ({ folded, start }) => !isStopWord(folded) && !wants.asked.has(folded) && !isOfDate(start),
  )
  return telling.length === 0 || (telling.length === 1 && dates.length > 0)
}

/** Whether a text says what sort of thing is asked: a reason, a reply, a vote, what a thing is, the sort that is counted. */
function saysAsAsked(
  asked: Asked,
  text: string,
  { own, tellsAll }: { readonly own: number; readonly tellsAll: boolean },
  near: (term: Term) => number,
): boolean {
  if (asked.asksReason && !tellsAll && !givesReason(text)) return false
  if (asked.asksEffect && own < MADE_UP_SHARE && !givesEffect(text)) return false
  if (asked.asksReply && !(asked.speaker === undefined ? SAYS_REPLY : REPORTS).test(text)) return false
  if (asked.mustSay && !asked.mustSay.test(text)) return false
  if (asked.plan.kind === 'vote' && !SAYS_VOTE.test(text)) return false
  if (asked.asksWhatItIs && tokens(text).length < MIN_TELLING_WORDS) return false
  return asked.countedSort === undefined || near(asked.countedSort) > 0
}

/** The best stretch of all sections; undefined when none holds enough of what was asked. */
export function bestUnit(
  sections: readonly Section[],
  given: readonly Term[],
  plan: Plan,
  names: KnownNames,
): Unit | undefined {
  const held = sections.map(({ passages, organisations }) => ({
    section: new Set(
      [...(passages[0]?.headings ?? []), ...passages.map(({ text }) => text)].flatMap((text) => [...stemSet(text)]),
    ),
    document: stemSet([passages[0] ? documentOf(passages[0]) : '', ...organisations].join('\n')),
    title: stemSet(passages[0] ? `${passages[0].documentTitle}\n${passages[0].committee ?? ''}` : ''),
  }))
  const terms = given.map((term) => withKnownImportance(term, held))
  const asked = takeApart(plan, terms, names)
  const { wanted } = plan
  const { isNumeric, matter, named, people } = asked
  const beforeShare = isNumeric ? BEFORE_NUMBER_SHARE : BEFORE_SHARE
  const minNear = isNumeric ? MIN_NEAR_NUMBER : MIN_NEAR_MATTER
  const minOwn = wanted === 'any' || wanted === 'list' ? MIN_OWN_SHARE : MIN_OWN_WANTED
  const common = wanted === 'municipality' ? commonWords(sections) : new Set<string>()
  const weights = termWeights(
    terms,
    held.map(({ section, document }) => new Set([...section, ...document])),
  )
  const weightOf = new Map(terms.map((term, index) => [term, weights[index] ?? 0]))
  const shareOf = (some: readonly Term[], metBy: (term: Term) => number): number => {
    const total = some.reduce((sum, term) => sum + (weightOf.get(term) ?? 0), 0)
    return total === 0 ? 1 : some.reduce((sum, term) => sum + (weightOf.get(term) ?? 0) * metBy(term), 0) / total
  }
  const bestScore = Math.max(...sections.flatMap(({ passages }) => passages.map(({ score }) => score)), 0.001)
  let best: Unit | undefined
  for (const [index, section] of sections.entries()) {
    const stemsHeld = held[index] ?? {
      section: new Set<string>(),
      document: new Set<string>(),
      title: new Set<string>(),
    }
    const inDocument = new Map(terms.map((term) => [term, meets(term, stemsHeld.document)]))
    const around = new Map(
      terms.map((term) => [
        term,
        Math.max(SECTION_SHARE * meets(term, stemsHeld.section), DOCUMENT_SHARE * (inDocument.get(term) ?? 0)),
      ]),
    )
    // What the whole document is of needs not be said again.
    const ownerIsNamed = named.some((term) => !/^\d/.test(term.text) && (inDocument.get(term) ?? 0) > 0)
    const isOfOwner = (term: Term): boolean =>
      (inDocument.get(term) ?? 0) > 0 &&
      (term.isSpecific || OF_PAPER.test(term.folded) || (ownerIsNamed && meets(term, stemsHeld.title) === 1))
    const ofOwner = (term: Term): number => (matter.length > 0 && isOfOwner(term) ? DOCUMENT_SHARE : 0)
    const matterHere = matterOf(asked.untimed.filter((term) => !isOfOwner(term)))
    const isAround = (term: Term): boolean => (around.get(term) ?? 0) > 0
    if (named.some((term) => !isAround(term) && !people.includes(term))) continue
    const isCounted = ({ folded }: Term): boolean => folded === asked.countAsked?.of
    if (shareOf(terms, (term) => (isAround(term) || isCounted(term) ? 1 : 0)) < MIN_SHARE) continue
    const wants: WantedOf = { ...asked.wants, common, body: section.passages[0]?.committee?.split(' ')[0] ?? '\n' }
    const isShort = section.passages.reduce((chars, { text }) => chars + text.length, 0) <= MOST_QUOTE_CHARS
    for (const [at, passage] of section.passages.entries()) {
      const neighbours = neighboursOf(section, at)
      const label = labelAbove(neighbours)
      const labelled = stemSet(label)
      const headings = stemSet([...passage.headings, label].join('\n'))
      for (const stretch of stretches(passage, neighbours)) {
        const { text } = stretch
        if (text.length > MOST_QUOTE_CHARS && wanted !== 'list' && !asked.asksEffect) continue
        if (saysNothingNew(text, asked)) continue
        if (isNumeric && stretch.isList) continue
        if (passage.headings.some((heading) => heading.endsWith(text))) continue
        if (!isOfTime(asked, stretch, passage) || !isOfPlace(asked, stretch, passage)) continue
        // A number is of its own point: what leads to the list is told of all of them.
        const stems = stemSet(isNumeric && text === `${stretch.before}\n${stretch.core}` ? stretch.core : text)
        const before = stemSet(stretch.before)
        // Three points are three of whatever was asked for.
        const isSoMany = stretch.points !== undefined && stretch.points === asked.countAsked?.count
        const byCount = (term: Term): number => (isSoMany && isCounted(term) ? COUNT_SHARE : 0)
        const met = new Map(terms.map((term) => [term, Math.max(meets(term, stems), byCount(term))]))
        const near = (term: Term): number =>
          Math.max(
            met.get(term) ?? 0,
            beforeShare * meets(term, before),
            HEADING_SHARE * meets(term, headings),
            ofOwner(term),
          )
        const byHeadings = (term: Term): number => Math.max(meets(term, headings), ofOwner(term))
        // A list needs not say again what its heading says.
        const byHeading = stretch.isList ? HEADING_SHARE : 0
        const own = shareOf(asked.untimed, (term) =>
          Math.max(
            met.get(term) ?? 0,
            byHeading * meets(term, headings),
            HEADING_SHARE * meets(term, labelled),
            ofOwner(term),
          ),
        )
        const mayBeShort = WANTS_VALUE.has(wanted) || isShort || asked.speaker !== undefined
        const isUnderHeading = mayBeShort && shareOf(asked.untimed, byHeadings) >= MIN_HEADING
        if ((own < minOwn && !isUnderHeading) || shareOf(matterHere, near) < minNear) continue
        const whole = shareOf(terms, (term) => Math.max(near(term), around.get(term) ?? 0))
        if (whole < MIN_SHARE) continue
        // What has every word of the question tells of just that, and the cause may stand beside it without "because".
        const told = asked.untimed.filter((term) => (met.get(term) ?? 0) >= TELLS_TERM)
        const tellsAll =
          told.length >= MIN_TOLD && asked.untimed.every((term) => told.includes(term) || ofOwner(term) > 0)
        const makesUp = asked.asksOccasion && own >= MADE_UP_SHARE
        if (!makesUp && !hasWanted(wants, isNumeric ? coreOf(stretch, wanted) : text)) continue
        if (!isOfPeople(asked, text, new Set([...stems, ...before]), section, near) || !isOfSpeaker(asked, text))
          continue
        if (
          !saysAsAsked(asked, `${label}\n${text}`, { own, tellsAll }, near) ||
          (asked.askedThing && near(asked.askedThing) === 0 && !hasNewName(text, wants))
        )
          continue
        const isOfDocument = (term: Term): boolean => (inDocument.get(term) ?? 0) > 0 && matter.length > 0
        const isUnnamed = (term: Term): boolean => !/^\d/.test(term.text) && near(term) === 0 && !isOfDocument(term)
        if ((isNumeric || wanted === 'date') && named.some(isUnnamed)) continue
        const score = scoreOf(asked, { stretch, passage, label, stems, met, own, whole }, bestScore)
        if (!best || score > best.score)
          best = { text, shown: (own >= SAYS_IT_ALL ? withLeaning : withContext)(passage, text), passage, score }
      }
    }
  }
  return best
}
