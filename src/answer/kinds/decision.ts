import type { Citation } from '../../domain/answer.ts'
import { caseNumberKey } from '../../domain/case-number.ts'
import type { Language } from '../../domain/document.ts'
import { fold } from '../../norwegian/fold.ts'
import { stemOf } from '../../norwegian/stem.ts'
import { chooseMeetings, matchCommittee } from '../choose-meetings.ts'
import { citeItem, citeMeeting } from '../citations.ts'
import { count, type Draft, type DraftParagraph, declined } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { historyOf } from '../matter-history.ts'
import type { MeetingGroup } from '../meeting-groups.ts'
import { meets } from '../meets.ts'
import { phrases } from '../phrases.ts'
import { questionStems, stemSet, topicOf } from '../topic.ts'
import { itemInWords, meetingInShort, meetingInWords } from '../words.ts'
import { type FoundItem, itemsAbout, itemsOf, itemsWithNumber, type RankedItem } from './find-items.ts'
import { noSuchMeeting } from './no-such.ts'

/** Items that score nearly as the best are about the same matter: the newest of them holds. */
const SAME_MATTER = 0.75
const MOST_EARLIER = 2
const MOST_CHOICES = 4
const MOST_LISTED = 12

const citeDecision = ({ meeting, item }: FoundItem): Citation[] =>
  item.decision ? citeItem(meeting, item.decision, item) : []

function decisionParagraphs(found: FoundItem, inquiry: Inquiry, isEarlier = false): DraftParagraph[] {
  const { language, texts } = inquiry
  if (!found.item.decision) return []
  const words = [itemInWords(found.item, language), meetingInShort(found.meeting, language)] as const
  const lead = isEarlier ? texts.alsoDecided(...words) : texts.decisionIn(...words)
  const { date } = found.meeting.meeting
  // "Når ble det vedtatt?" is answered by the day of the meeting.
  const day = inquiry.plan.wanted === 'date' && date ? [citeMeeting(found.meeting, date)] : []
  return [{ text: `${lead}\n«${found.item.decision.text}»`, citations: [...citeDecision(found), ...day] }]
}

function withoutDecision(found: FoundItem, { language, texts, today }: Inquiry): Draft {
  const meeting = meetingInWords(found.meeting, language)
  const date = found.meeting.meeting.date?.value
  const source = citeMeeting(found.meeting, { quote: found.item.heading, page: found.item.page }, found.item)
  const isAhead = date !== undefined && date > today
  const text = isAhead
    ? texts.notYetHeld(meeting)
    : texts.noDecision(itemInWords(found.item, language), meetingInShort(found.meeting, language))
  return {
    outcome: 'abstained',
    paragraphs: [{ text: text.charAt(0).toUpperCase() + text.slice(1), citations: [source] }],
    derived: [],
    reason: isAhead ? 'not-yet-held' : 'no-decision-recorded',
  }
}

/** "PS 13/24 i Nordby": of several bodies with the number, those whose name the question holds a word of. */
function ofNamedPlace(question: string, found: readonly FoundItem[]): readonly FoundItem[] {
  const asked = new Set(questionStems(question))
  const met = found.map(
    ({ meeting }) => questionStems(meeting.meeting.committee?.value ?? '').filter((stem) => asked.has(stem)).length,
  )
  const most = Math.max(...met)
  return found.filter((_, index) => met[index] === most)
}

/** The item a number names; its committee must be told when several have the number. */
function byNumber(inquiry: Inquiry, groups: readonly MeetingGroup[]): Draft {
  const { plan, texts, language } = inquiry
  const paragraphs: DraftParagraph[] = []
  for (const { text } of plan.caseNumbers) {
    const found = itemsWithNumber(groups, text)
    if (found.length === 0) return noSuchCase(inquiry, text)
    const meant = ofNamedPlace(plan.question, found)
    const committees = new Set(meant.map(({ meeting }) => meeting.meeting.committee?.value ?? meeting.document.title))
    if (committees.size > 1) return whichCommittee(inquiry, text, found)
    const latest = meant[0] as FoundItem
    if (!latest.item.decision && plan.caseNumbers.length === 1) return withoutDecision(latest, inquiry)
    paragraphs.push(...decisionParagraphs(latest, inquiry))
  }
  if (paragraphs.length === 0)
    return declined('no-decision-recorded', texts.notFound(String(inquiry.register.documents(inquiry.asker).length)))
  return { outcome: 'answered', paragraphs, derived: [], reason: `decision-by-number-${language}` }
}

export function noSuchCase({ meetings, texts }: Inquiry, caseNumber: string): Draft {
  const shape = (text: string): string => caseNumberKey(text).replace(/^[^/]*/, (number) => number.replace(/\d+$/, ''))
  const near = meetings
    .flatMap(itemsOf)
    .filter(({ item }) => item.caseNumber !== undefined && shape(item.caseNumber) === shape(caseNumber))
  const listed = near.slice(-3)
  const text = [
    texts.noSuchCase(caseNumber),
    ...(listed.length ? [texts.casesNear(listed.map(({ item }) => item.caseNumber).join(', '))] : []),
  ].join(' ')
  const citations = listed.map(({ meeting, item }) =>
    citeMeeting(meeting, { quote: item.heading, page: item.page }, item),
  )
  return { outcome: 'abstained', paragraphs: [{ text, citations }], derived: [], reason: 'no-such-case' }
}

function whichCommittee({ texts, language }: Inquiry, caseNumber: string, found: readonly FoundItem[]): Draft {
  const choices = found.slice(0, MOST_CHOICES).map(
    (entry): DraftParagraph => ({
      text: `• ${meetingInShort(entry.meeting, language)}: ${entry.item.title}`,
      citations: citeItem(entry.meeting, { quote: entry.item.heading, page: entry.item.page }, entry.item),
    }),
  )
  return {
    outcome: 'clarify',
    paragraphs: [{ text: texts.whichCommittee(caseNumber), citations: [] }, ...choices],
    derived: [],
    reason: 'several-committees',
  }
}

/** "Hva ble vedtatt i møtet 14.11.2024?": all of them. */
function allOfMeeting(inquiry: Inquiry, group: MeetingGroup): Draft {
  const { language, texts } = inquiry
  const found = itemsOf(group).filter(({ item }) => item.decision)
  const [first] = found
  if (!first) {
    const meeting = meetingInWords(group.best, language)
    const date = group.best.meeting.date?.value ?? ''
    return date > inquiry.today
      ? declined('not-yet-held', texts.notYetHeld(`${meeting.charAt(0).toUpperCase()}${meeting.slice(1)}`))
      : declined('no-decision-recorded', texts.noDecision(meeting, group.best.document.title))
  }
  const paragraphs = found.slice(0, MOST_LISTED).map((entry, index): DraftParagraph => {
    const line = `${[entry.item.caseNumber, entry.item.title].filter(Boolean).join(' ')}: «${entry.item.decision?.text}»`
    const lead = index === 0 ? `${texts.decisionsOf(meetingInWords(group.best, language))}\n` : ''
    return { text: lead + line, citations: citeDecision(entry) }
  })
  return { outcome: 'answered', paragraphs, derived: [count(found.length)], reason: 'decisions-of-meeting' }
}

/** The act that the question takes for decided stands in no decision about the matter. */
function neverDecided({ item, meeting }: FoundItem, { texts, language }: Inquiry): Draft {
  const near = texts.near([meetingInShort(meeting, language), itemInWords(item, language)].join(', '))
  return {
    outcome: 'abstained',
    paragraphs: [
      { text: texts.neverDecided, citations: [] },
      {
        text: near,
        citations: citeItem(meeting, item.decision ?? { quote: item.heading, page: item.page }, item),
      },
    ],
    derived: [],
    reason: 'never-decided',
  }
}

/** Newest first; what scores nearly as well as the best is the same matter at another time. */
function sameMatter(ranked: readonly RankedItem[]): RankedItem[] {
  const best = ranked[0]?.score ?? 0
  const date = ({ meeting }: RankedItem): string => meeting.meeting.date?.value ?? ''
  return ranked.filter(({ score }) => score >= best * SAME_MATTER).toSorted((a, b) => date(b).localeCompare(date(a)))
}

/** "Når vedtok rådet å legge ned …?": the act that is said to have been decided. */
const DECIDED_TO =
  /(?<!\p{L})(?:vedtok|vedtatt|vedteke|vedta|bestemte?|bestemt|besluttet|beslutta|decided?)(?!\p{L}).{0,40}?(?<!\p{L})(?:å|to)\s+(\p{L}+(?:\s+(?:ned|opp|ut|inn|av|bort))?)(?!\p{L})/iu

/** Whether an item's own words tell of the act; where the lexicon knows no other words for it, nothing is required. */
function decidesAct(question: string, language: Language): (item: RankedItem) => boolean {
  const act = DECIDED_TO.exec(question)?.[1]
  const [term] = act === undefined ? [] : topicOf(act, { language })
  if (!term || term.synonyms.length === 0) return () => true
  return ({ item }) => meets(term, stemSet(`${item.title}\n${item.decision?.text ?? ''}`)) > 0
}

/** "Hva ble resultatet": they ask what was decided. */
const OUTCOME = 'resultat utfall ende outcome result treated behandlet'.split(' ').map(stemOf)

/** "Kva vart bestemt då ho kom opp att?", "What was decided in the end?" */
const ASKS_AGAIN = phrases(`
  kom/var/came/was 0-2_words opp/oppe/up/back/tilbake/attende att/igjen/again
  på_nytt/came_back
`)
const ASKS_END = phrases('til_slutt/til_sist/endelig/endeleg/in_the_end/finally')

/** The decision of the same matter after a postponement: the next, or the last where the end is asked for. */
function upAgain(postponed: FoundItem, { plan, meetings, register, asker }: Inquiry): FoundItem | undefined {
  const question = fold(plan.question)
  const asksEnd = ASKS_END.test(question)
  if (postponed.item.status !== 'postponed' || !(asksEnd || ASKS_AGAIN.test(question))) return undefined
  const date = postponed.meeting.meeting.date?.value ?? ''
  const later = historyOf(postponed, meetings, register.relations(asker)).filter(
    (step) => step.status === 'decided' && (step.date ?? '') > date,
  )
  return (asksEnd ? later.at(-1) : later[0])?.found
}

/**
 * Answers with the decision's own words. A number names the item; else the matter does.
 * @returns undefined when no item is about the matter: it may still stand in the text
 */
export function answerDecision(inquiry: Inquiry): Draft | undefined {
  const { plan, meetings } = inquiry
  const committee = matchCommittee(plan.question, meetings)
  if (plan.caseNumbers.length > 0) return byNumber(inquiry, committee.isNamed ? committee.groups : meetings)
  const choice = chooseMeetings(inquiry, committee)
  if (choice.kind === 'none') return noSuchMeeting(inquiry, committee.groups)
  const terms = topicOf(plan.question, {
    language: plan.askedIn,
    without: new Set([...committee.stems, ...OUTCOME]),
    withoutMonths: choice.isStated,
  })
  const [only] = choice.groups
  if (terms.length === 0) {
    // A day that no meeting was on.
    if (plan.meeting.dates.length > 0 && !choice.isStated) return noSuchMeeting(inquiry, committee.groups)
    if (only && (choice.isStated || choice.groups.length === 1)) return allOfMeeting(inquiry, only)
    return undefined
  }
  const about = itemsAbout(inquiry, choice.groups, terms)
  const ranked = about.filter(decidesAct(plan.question, plan.askedIn))
  const [best] = ranked
  if (!best && about[0]) return neverDecided(about[0], inquiry)
  if (!best) return undefined
  const matter = sameMatter(ranked)
  const decided = matter.filter(({ item }) => item.decision)
  const [latest, ...earlier] = decided
  if (!latest) return withoutDecision(best, inquiry)
  const again = upAgain(latest, inquiry)
  if (again)
    return {
      outcome: 'answered',
      paragraphs: [...decisionParagraphs(again, inquiry), ...decisionParagraphs(latest, inquiry, true)],
      derived: [],
      reason: 'decision-up-again',
    }
  const isSame = (other: RankedItem): boolean => other.item.caseNumber === latest.item.caseNumber
  const paragraphs = [
    ...decisionParagraphs(latest, inquiry),
    ...earlier
      .filter((entry) => !isSame(entry))
      .slice(0, MOST_EARLIER)
      .flatMap((entry) => decisionParagraphs(entry, inquiry, true)),
  ]
  return { outcome: 'answered', paragraphs, derived: [], reason: 'decision-by-matter' }
}
