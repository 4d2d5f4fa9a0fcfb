import { chooseMeetings, matchCommittee } from '../choose-meetings.ts'
import { citeMeeting } from '../citations.ts'
import { type Draft, declined } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { type MeetingGroup, namesOfDocuments } from '../meeting-groups.ts'
import { meets } from '../meets.ts'
import { statusIn } from '../plan/asks-history.ts'
import { tellsTimeOfYear } from '../time-of-year.ts'
import { toldByPeople } from '../told-by-people.ts'
import { stemSet, topicOf } from '../topic.ts'
import { meetingInShort } from '../words.ts'
import { itemsAbout, itemsWithNumber, type RankedItem } from './find-items.ts'
import { noSuchMeeting } from './no-such.ts'

const MOST_CHOICES = 4
/** An item that scores this near the best is the same matter at another meeting. */
const SAME_MATTER = 0.6

/** "møtet der planen ble vedtatt": what was put off, or only sent an opinion on, was not. */
const ADOPTED =
  /(?<!\p{L})(?:vedtatt|vedteke|vedteken|vedtok|fastsatt|fastsett|adopted|decided|approved|passed)(?!\p{L})/iu
const isAdopted = ({ item }: RankedItem): boolean =>
  item.status === 'decided' &&
  !/(?<!\p{L})(?:utsett|utsatt)/iu.test(item.decision?.text ?? '') &&
  !/^(?:uttalelse|uttale|fråsegn|høring|høyring)/iu.test(item.title)
const titleStems = (group: MeetingGroup): ReadonlySet<string> => stemSet(namesOfDocuments(group).join('\n'))

export type OneMeeting = { readonly group: MeetingGroup } | { readonly draft: Draft }

/**
 * The one meeting a question is about: stated by date, body or "siste møte", or found by its matter ("møtet der budsjettet
 * ble vedtatt"). Several that fit give a short choice; none gives an honest no.
 * @param without stems of the question's own grammar ("referent"), which are no matter
 */
export function oneMeeting(inquiry: Inquiry, without: ReadonlySet<string>): OneMeeting {
  const { plan, meetings, language, texts } = inquiry
  if (meetings.length === 0) return { draft: declined('no-meetings', texts.noSuchMeeting('')) }
  const committee = matchCommittee(plan.question, meetings)
  const byCase = plan.caseNumbers.flatMap(({ text }) => itemsWithNumber(committee.groups, text))
  if (byCase[0]) {
    const { meeting } = byCase[0]
    const group = meetings.find(({ all }) => all.includes(meeting))
    if (group) return { group }
  }
  const choice = chooseMeetings(inquiry, committee)
  if (choice.kind === 'none') return { draft: noSuchMeeting(inquiry, committee.groups) }
  const groups = toldByPeople(plan.question, choice.groups)
  const [only] = groups
  if (only && (groups.length === 1 || (choice.isStated && plan.meeting.relative))) return { group: only }
  const terms = topicOf(plan.question, {
    language: plan.askedIn,
    without: new Set([...committee.stems, ...without]),
    withoutMonths: choice.isStated,
  }).filter(({ folded }) => !(choice.isStated && tellsTimeOfYear(folded)))
  if (terms.length > 0) {
    const about = itemsAbout(inquiry, groups, terms)
    const status = statusIn(plan.question)
    const alike = about.filter(({ score }) => score >= (about[0]?.score ?? 0) * SAME_MATTER)
    const adopted = ADOPTED.test(plan.question) ? alike.find(isAdopted) : undefined
    const best = alike.find(({ item }) => item.status === status) ?? adopted ?? about[0]
    const group = best && groups.find(({ all }) => all.includes(best.meeting))
    if (group) return { group }
  }
  const named = terms.filter((term) => term.importance === 1 && !/^\d/.test(term.text))
  if (named.length > 0) {
    const called = groups.filter((group) => named.every((term) => meets(term, titleStems(group)) > 0))
    const [one] = called
    if (one && called.length === 1) return { group: one }
    // What the question tells of the meeting is told of none.
    if (called.length === 0) return { draft: noSuchMeeting(inquiry, groups) }
  }
  const held = groups.filter((group) => (group.best.meeting.date?.value ?? '') <= inquiry.today)
  const choices = (held.length > 0 ? held : groups).slice(0, MOST_CHOICES)
  return {
    draft: {
      outcome: 'clarify',
      paragraphs: [
        { text: texts.whichMeeting, citations: [] },
        ...choices.map((group) => ({
          text: `• ${meetingInShort(group.best, language)}`,
          citations: [
            citeMeeting(group.best, {
              quote: group.best.meeting.date?.quote ?? group.best.document.title,
              page: group.best.meeting.date?.page ?? null,
            }),
          ],
        })),
      ],
      derived: [],
      reason: 'several-meetings',
    },
  }
}
