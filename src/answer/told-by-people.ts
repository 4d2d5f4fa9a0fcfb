import type { Meeting, People } from '../domain/meeting.ts'
import { fold } from '../norwegian/fold.ts'
import { namesPerson } from './asked-people.ts'
import type { MeetingGroup } from './meeting-groups.ts'
import { ABSENT, PRESENT } from './plan/attendance.ts'
import { CHAIR, MINUTE_TAKER } from './plan/meeting-facts.ts'

/** "møtet som Kari Nes ledet", "the meeting that Per Vik missed" */
const CLAUSE = /(?:møtet?|meeting)\s+(?:[^.,?]{2,40}?\s)?(?:der|som|da|hvor|kor|that|which|where|when)\s(.{3,120})$/iu

const FIELDS: readonly (readonly [RegExp, (meeting: Meeting) => People | undefined])[] = [
  [ABSENT, ({ absent }) => absent],
  [/(?<!\p{L})mangl(?:et|a|te)(?!\p{L})/u, ({ absent }) => absent],
  [MINUTE_TAKER, ({ minuteTaker }) => minuteTaker],
  [CHAIR, ({ chair }) => chair],
  [/(?<!\p{L})(?:ledet|leda|leia|ledde|led)(?!\p{L})/u, ({ chair }) => chair],
  [PRESENT, ({ present }) => present],
]

/** The meetings that a question tells by who was there, led or was absent; all of them where it does not, or none fits. */
export function toldByPeople(question: string, groups: readonly MeetingGroup[]): readonly MeetingGroup[] {
  const clause = CLAUSE.exec(question)?.[1]
  const field = clause === undefined ? undefined : FIELDS.find(([words]) => words.test(fold(clause)))?.[1]
  if (clause === undefined || !field) return groups
  const told = groups.filter(({ all }) =>
    all.some(({ meeting }) => field(meeting)?.value.some(({ name }) => namesPerson(clause, name))),
  )
  return told.length > 0 ? told : groups
}
