import { formatDate } from '../../norwegian/dates.ts'
import { citeMeeting } from '../citations.ts'
import type { Draft } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import type { MeetingGroup } from '../meeting-groups.ts'
import { meetingInShort, shortDate } from '../words.ts'

const MOST_SHOWN = 3

function withMeetings(
  { texts, language }: Inquiry,
  text: string,
  reason: string,
  groups: readonly MeetingGroup[],
): Draft {
  const there = groups.slice(0, MOST_SHOWN)
  const list = there.map((group) => meetingInShort(group.best, language)).join('; ')
  const cited = there.map(({ best }) =>
    citeMeeting(best, best.meeting.date ?? { quote: best.document.title, page: null }),
  )
  return {
    outcome: 'abstained',
    paragraphs: [{ text: list ? `${text} ${texts.meetingsThere(list)}` : text, citations: cited }],
    derived: [],
    reason,
  }
}

/** When the question says the meeting was: the day, else the month, else the year. */
function whenAsked({ plan: { meeting }, language }: Inquiry): string {
  const days = meeting.dates.map((date) => shortDate(date, language))
  if (days.length > 0) return days.join(', ')
  const months = meeting.months.map((month) => formatDate(month, language))
  const spans = months.length > 0 ? months : meeting.years.map(String)
  return spans.length > 0 ? `${language === 'en' ? 'in' : 'i'} ${spans.join(', ')}` : ''
}

/** The question states a meeting that no document tells of. The newest of the body are offered. */
export const noSuchMeeting = (inquiry: Inquiry, groups: readonly MeetingGroup[]): Draft =>
  withMeetings(inquiry, inquiry.texts.noSuchMeeting(whenAsked(inquiry)), 'no-such-meeting', groups)

/** The question names a body that no document tells of. */
export const noSuchBody = (inquiry: Inquiry, body: string): Draft =>
  withMeetings(inquiry, inquiry.texts.noSuchBody(body), 'no-such-body', inquiry.meetings)
