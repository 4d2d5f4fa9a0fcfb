import type { Citation } from '../../domain/answer.ts'
import type { Meeting, People, Sourced } from '../../domain/meeting.ts'
import type { StoredMeeting } from '../../domain/register.ts'
import { findDates } from '../../norwegian/dates.ts'
import { sentences } from '../../norwegian/sentences.ts'
import { stemOf } from '../../norwegian/stem.ts'
import { chooseMeetings, matchCommittee } from '../choose-meetings.ts'
import { citeMeeting } from '../citations.ts'
import type { Draft, DraftParagraph } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import type { MeetingFact } from '../plan.ts'
import { capitalised, dateInWords, listInWords, meetingInWords, shortDate } from '../words.ts'
import { missedBySomebody, oneMeeting } from './one-meeting.ts'

const GRAMMAR = new Set(
  'rom møterom neste igjen att ta til ferdig ferdige fysisk digitalt teams satt sat referent referenten møtesekretær sekretær skrev skreiv førte protokoll minutes took taker møteleder møteleiar leder leiar ordstyrer ledet leia chaired chair dato date tid time sted stad place startet begynte sluttet varte holdt halde held kl klokka klokken lokale rom gruppa prosjektgruppa arbeidet'
    .split(' ')
    .map(stemOf),
)

interface Told {
  readonly value: string
  readonly sources: readonly Sourced<unknown>[]
}

const ROLES: Readonly<Record<'minuteTaker' | 'chair', RegExp>> = {
  minuteTaker: /^(?:referent|møtesekretær|sekretær)/iu,
  chair: /^(?:\p{L}+)?(?:leder|leiar)(?!\p{L})|^ordstyrer|^ordfører/iu,
}

/** Minutes without a field of its own may tell it beside the name: "Kari Nes (leder)". */
function withRole({ present }: Meeting, fact: 'minuteTaker' | 'chair'): People | undefined {
  const people = present?.value.filter(({ role }) => role?.split(', ').some((part) => ROLES[fact].test(part)))
  return present && people && people.length > 0 ? { ...present, value: people } : undefined
}

const NEXT_MEETING = /(?:neste|nytt|next)\s+(?:\p{L}*møtet?|meeting)|(?:møtes|møtast|møter)\s+(?:igjen|att|neste)/iu

/** The sentence in which minutes tell of the meeting after: it must have a date. */
function nextMeetingTold(stored: StoredMeeting, { register, asker }: Inquiry): Told | undefined {
  for (const passage of register.passagesOf(asker, stored.document.id)) {
    const isUnderHeading = passage.headings.some((heading) => NEXT_MEETING.test(heading))
    const parts = sentences(passage.text).map(({ text }) => text)
    const found = parts.find((text) => (isUnderHeading || NEXT_MEETING.test(text)) && findDates(text).length > 0)
    if (found) return { value: found, sources: [{ value: found, quote: found, page: passage.page }] }
  }
  return undefined
}

function told(stored: StoredMeeting, fact: MeetingFact, inquiry: Inquiry): Told | undefined {
  const { meeting } = stored
  const { language } = inquiry
  switch (fact) {
    case 'date':
      return (
        meeting.date && {
          value: language === 'en' ? dateInWords(meeting.date.value, 'en') : shortDate(meeting.date.value, language),
          sources: [meeting.date],
        }
      )
    case 'time': {
      const { startTime, endTime } = meeting
      if (!startTime) return undefined
      return {
        value: endTime ? `${startTime.value}–${endTime.value}` : startTime.value,
        sources: endTime && endTime.quote !== startTime.quote ? [startTime, endTime] : [startTime],
      }
    }
    case 'nextMeeting':
      return nextMeetingTold(stored, inquiry)
    case 'place':
      return meeting.place && { value: meeting.place.value, sources: [meeting.place] }
    case 'minuteTaker':
    case 'chair': {
      const people = meeting[fact] ?? withRole(meeting, fact)
      return people && people.value.length > 0
        ? {
            value: listInWords(
              people.value.map(({ name }) => name),
              language,
            ),
            sources: [people],
          }
        : undefined
    }
  }
}

/** Where minutes say which meeting they are of. */
const headOf = (stored: StoredMeeting): Citation[] =>
  stored.meeting.date ? [citeMeeting(stored, stored.meeting.date)] : []

/** "Når er neste møte?" where no notice is out yet: what the body's latest minutes say. */
function announcedInMinutes(inquiry: Inquiry): Draft | undefined {
  const { plan, meetings, today, texts, language } = inquiry
  if (plan.meeting.relative !== 'next') return undefined
  const committee = matchCommittee(plan.question, meetings)
  const missed = missedBySomebody(plan.question, committee.groups)
  const groups = missed.length > 0 ? missed : committee.groups
  if (chooseMeetings(plan, groups, today).kind === 'some') return undefined
  const [latest] = groups
  const stored = latest?.all.find((one) => nextMeetingTold(one, inquiry))
  const answer = stored && nextMeetingTold(stored, inquiry)
  if (!stored || !answer) return undefined
  return {
    outcome: 'answered',
    paragraphs: [
      {
        text: texts.fact.nextMeeting(meetingInWords(stored, language), answer.value),
        citations: answer.sources.map((source) => citeMeeting(stored, source)),
      },
    ],
    derived: [],
    reason: 'meeting-nextMeeting',
  }
}

/** When, where and by whom: the head of the minutes. */
export function answerMeetingFact(inquiry: Inquiry): Draft {
  const announced = announcedInMinutes(inquiry)
  if (announced) return announced
  const found = oneMeeting(inquiry, GRAMMAR)
  if ('draft' in found) return found.draft
  const { plan, texts, language } = inquiry
  const paragraphs: DraftParagraph[] = []
  let isTold = false
  for (const fact of plan.facts) {
    const stored = found.group.all.find((candidate) => told(candidate, fact, inquiry)) ?? found.group.best
    const meeting = meetingInWords(stored, language)
    const answer = told(stored, fact, inquiry)
    if (answer) isTold = true
    paragraphs.push(
      answer
        ? {
            text: capitalised(texts.fact[fact](meeting, answer.value)),
            citations: answer.sources.map((source) => citeMeeting(stored, source)),
          }
        : { text: capitalised(texts.factUnknown[fact](meeting)), citations: headOf(stored) },
    )
  }
  return {
    outcome: isTold ? 'answered' : 'abstained',
    paragraphs,
    derived: [],
    reason: isTold ? `meeting-${plan.facts.join('-')}` : 'fact-unknown',
  }
}
