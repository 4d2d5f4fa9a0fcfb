import { fold } from '../../norwegian/fold.ts'
import { stemOf } from '../../norwegian/stem.ts'
import { namesPerson, personIn } from '../asked-people.ts'
import { chooseMeetings, matchCommittee } from '../choose-meetings.ts'
import { citeMeeting } from '../citations.ts'
import { count, type Draft } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { knownNames } from '../known-names.ts'
import type { MeetingGroup } from '../meeting-groups.ts'
import { capitalised, listInWords, meetingInWords } from '../words.ts'
import { oneMeeting } from './one-meeting.ts'

/** Who met for somebody, or for whom somebody met, in the newest meeting that tells. */
function forOne({ plan: { question }, texts, language }: Inquiry, groups: readonly MeetingGroup[]): Draft | undefined {
  for (const stored of groups.flatMap(({ all }) => all)) {
    const { substitutes } = stored.meeting
    for (const { name, substituteFor } of substitutes?.value ?? []) {
      if (!substitutes || substituteFor === undefined) continue
      if (!namesPerson(question, substituteFor) && !namesPerson(question, name)) continue
      return {
        outcome: 'answered',
        paragraphs: [
          {
            text: texts.metFor(name, substituteFor, meetingInWords(stored, language)),
            citations: [citeMeeting(stored, substitutes)],
          },
        ],
        derived: [],
        reason: 'attendance-substitute',
      }
    }
  }
  return undefined
}

/** A name of somebody, not of a place or a body that the question is about. */
function asksOfSomebody({ plan: { question }, meetings }: Inquiry): boolean {
  const { people, places } = knownNames(meetings)
  const words = (personIn(question) ?? '').split(/\s+/).map(fold)
  return words.length > 1 ? words.some((word) => !places.has(word)) : words.some((word) => people.has(word))
}

/** Those who met in others' places, each with whom; undefined where the group's documents do not tell. */
export function substitutesOf({ texts, language }: Inquiry, group: MeetingGroup): Draft | undefined {
  const stored = group.all.find(({ meeting }) => meeting.substitutes !== undefined)
  const substitutes = stored?.meeting.substitutes
  if (!stored || !substitutes) return undefined
  const meeting = meetingInWords(stored, language)
  const number = count(substitutes.value.length)
  const names = substitutes.value.map(({ name, substituteFor }) =>
    substituteFor === undefined ? name : `${name} (${texts.inPlaceOf(substituteFor)})`,
  )
  const text =
    names.length > 0
      ? texts.substitutes(number.value, meeting, listInWords(names, language))
      : capitalised(texts.noSubstitutes(meeting))
  return {
    outcome: 'answered',
    paragraphs: [{ text, citations: [citeMeeting(stored, substitutes)] }],
    derived: names.length > 0 ? [number] : [],
    reason: 'attendance-substitutes',
  }
}

const GRAMMAR = new Set(
  'vara varaer varamedlem varamedlemmer vararepresentant vararepresentanter møtte noen nokon substitute deputy stead place plass sted stedfortreder'
    .split(' ')
    .map(stemOf),
)

/**
 * Who met for whom.
 * @returns undefined where no list tells: prose may
 */
export function answerSubstitutes(inquiry: Inquiry, without: ReadonlySet<string>): Draft | undefined {
  const { plan, meetings } = inquiry
  const choice = chooseMeetings(inquiry, matchCommittee(plan.question, meetings))
  const one = choice.kind === 'some' ? forOne(inquiry, choice.groups) : undefined
  if (one || asksOfSomebody(inquiry)) return one
  const found = oneMeeting(inquiry, new Set([...without, ...GRAMMAR]))
  return 'draft' in found ? found.draft : substitutesOf(inquiry, found.group)
}
