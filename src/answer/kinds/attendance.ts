import type { Attendee, People } from '../../domain/meeting.ts'
import type { StoredMeeting } from '../../domain/register.ts'
import { asciiFold } from '../../norwegian/fold.ts'
import { stemOf } from '../../norwegian/stem.ts'
import { tokens } from '../../norwegian/tokens.ts'
import { citeMeeting } from '../citations.ts'
import { count, type Draft, declined } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { capitalised, listInWords, meetingInWords } from '../words.ts'
import { oneMeeting } from './one-meeting.ts'

const GRAMMAR = new Set(
  'stede stades tilstede tilstades møtte møtt deltok delta deltakere deltakarar forfall frafall fravær fråvær oppført ført personer folk representanter medlemmer people person attended attend present absent participants listed members registrert'
    .split(' ')
    .map(stemOf),
)

const namesOf = (people: readonly Attendee[]): string[] =>
  people.map(({ name, organisation, role }) => {
    const detail = [organisation, role].filter(Boolean).join(', ')
    return detail ? `${name} (${detail})` : name
  })

/** Capitalised words in a row that are no beginning of a sentence: the person a question names. */
function personIn(question: string): string | undefined {
  const match = [...question.matchAll(/(?<=\s)\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’.-]*)*/gu)].map((found) => found[0])
  return match[0]
}

/** Whether the asked name is this person's: every word of it is one of the name's. */
function isPerson(asked: string, person: Attendee): boolean {
  const own = new Set(asciiFold(person.name).split(/[\s-]+/))
  return asciiFold(asked)
    .split(/[\s-]+/)
    .every((word) => own.has(word))
}

function aboutPerson(inquiry: Inquiry, stored: StoredMeeting, meeting: string): Draft | undefined {
  const asked = personIn(inquiry.plan.question)
  const { present, absent } = stored.meeting
  const listed = [...(present?.value ?? []), ...(absent?.value ?? [])]
  const isKnown = asked !== undefined && listed.some((person) => isPerson(asked, person))
  if (!asked || !(inquiry.plan.isYesNo || isKnown) || !present) return undefined
  // A place or a body ("Molde", "Samarbeidsrådet") is no person.
  const committee = asciiFold(stored.meeting.committee?.value ?? '')
  if (!isKnown && (committee.includes(asciiFold(asked)) || asked.split(' ').length < 2)) return undefined
  const here = present.value.find((person) => isPerson(asked, person))
  const away = absent?.value.find((person) => isPerson(asked, person))
  const { texts } = inquiry
  const text = here
    ? texts.wasPresent(here.name, meeting)
    : away
      ? texts.wasAbsent(away.name, meeting)
      : texts.isNotListed(asked, meeting)
  const source = away && !here && absent ? absent : present
  return {
    outcome: 'answered',
    paragraphs: [{ text, citations: [citeMeeting(stored, source)] }],
    derived: [],
    reason: 'attendance-of-person',
  }
}

function listed(inquiry: Inquiry, stored: StoredMeeting, meeting: string, people: People): Draft {
  const { plan, texts, language } = inquiry
  const citations = [citeMeeting(stored, people)]
  const isAbsent = plan.attendance === 'absent'
  if (people.value.length === 0)
    return {
      outcome: 'answered',
      paragraphs: [{ text: isAbsent ? texts.noneAbsent(meeting) : texts.nonePresent(meeting), citations }],
      derived: [],
      reason: 'attendance-none',
    }
  const names = listInWords(namesOf(people.value), language)
  const number = count(people.value.length)
  const text = (isAbsent ? texts.absent : texts.present)(number.value, meeting, names)
  return {
    outcome: 'answered',
    paragraphs: [{ text, citations }],
    derived: [number],
    reason: isAbsent ? 'attendance-absent' : 'attendance-present',
  }
}

/** Who was there, who was not, how many, and whether one person was. */
export function answerAttendance(inquiry: Inquiry): Draft {
  const person = personIn(inquiry.plan.question)
  const ofPerson = person ? tokens(person).map((token) => stemOf(token.folded)) : []
  const found = oneMeeting(inquiry, new Set([...GRAMMAR, ...ofPerson]))
  if ('draft' in found) return found.draft
  const { language, texts, plan } = inquiry
  // The document that has the field, should the best one lack it.
  const stored = found.group.all.find(({ meeting }) => meeting[plan.attendance] !== undefined) ?? found.group.best
  const meeting = meetingInWords(stored, language)
  const answer = aboutPerson(inquiry, stored, meeting)
  if (answer) return answer
  const people = stored.meeting[plan.attendance]
  if (!people) return declined('attendance-unknown', capitalised(texts.attendanceUnknown(meeting)))
  return listed(inquiry, stored, meeting, people)
}
