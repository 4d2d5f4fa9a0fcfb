import type { Attendee, People } from '../../domain/meeting.ts'
import type { StoredMeeting } from '../../domain/register.ts'
import { asciiFold, fold } from '../../norwegian/fold.ts'
import { stemOf } from '../../norwegian/stem.ts'
import { tokens } from '../../norwegian/tokens.ts'
import { chooseMeetings, matchCommittee } from '../choose-meetings.ts'
import { citeMeeting, citePassage } from '../citations.ts'
import { count, type Draft } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { knownNames } from '../known-names.ts'
import { isOneOf, partiesIn } from '../parties.ts'
import { capitalised, listInWords, meetingInWords } from '../words.ts'
import { oneMeeting } from './one-meeting.ts'

const GRAMMAR = new Set(
  'avbud meldt stede stades tilstede tilstades møtte møtt deltok delta deltakere deltakarar forfall frafall fravær fråvær oppført ført personer folk representanter medlemmer people person attended attend present absent participants listed members registrert faste representerte represented kommune'
    .split(' ')
    .map(stemOf),
)

/** Shorter ones are abbreviations. */
const MIN_NAME_CHARS = 3

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
  const isPlace = knownNames(inquiry.meetings).places.has(fold(asked))
  if (!isKnown && (committee.includes(asciiFold(asked)) || isPlace || asked.length < MIN_NAME_CHARS)) return undefined
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

/** Narrowed to those whom the question names by organisation ("Nordby kommune") or calls permanent members. */
function narrowed(people: readonly Attendee[], question: string): readonly Attendee[] {
  const asked = new Set(tokens(question).map((token) => asciiFold(token.text)))
  const isAsked = (organisation: string | undefined): boolean =>
    asciiFold(organisation ?? '')
      .split(/[\s,]+/)
      .some((word) => (word.length > 3 || isAbbreviation(word)) && word !== 'kommune' && asked.has(word))
  const isAbbreviation = (word: string): boolean =>
    new RegExp(`(?<!\\p{L})${word.toUpperCase()}(?!\\p{L})`, 'u').test(question) && word.length > 1
  const parties = partiesIn(question)
  const ofOrganisation = people.filter(
    ({ organisation }) => isAsked(organisation) || (parties.length > 0 && isOneOf(organisation, parties)),
  )
  const all = ofOrganisation.length > 0 ? ofOrganisation : people
  return /\bfaste\b|permanent members/iu.test(question)
    ? all.filter(({ role }) => !SUBSTITUTE_ROLE.test(role ?? ''))
    : all
}

const SUBSTITUTE_ROLE = /\b(?:vara\p{L}*|møtte)(?:\s+for\b|$)/iu

function listed(inquiry: Inquiry, stored: StoredMeeting, meeting: string, people: People): Draft {
  const { plan, texts, language } = inquiry
  const citations = [citeMeeting(stored, people)]
  const isAbsent = plan.attendance === 'absent'
  if (people.value.length === 0) {
    const text = isAbsent ? texts.noneAbsent(meeting) : texts.nonePresent(meeting)
    return { outcome: 'answered', paragraphs: [{ text, citations }], derived: [], reason: 'attendance-none' }
  }
  const chosen = narrowed(people.value, plan.question)
  const number = count(chosen.length)
  const text = (isAbsent ? texts.absent : texts.present)(number.value, meeting, listInWords(namesOf(chosen), language))
  return {
    outcome: 'answered',
    paragraphs: [{ text, citations }],
    derived: [number],
    reason: isAbsent ? 'attendance-absent' : 'attendance-present',
  }
}

/** Who met for somebody, in the newest meeting that tells. */
function substituteFor(inquiry: Inquiry): Draft | undefined {
  const asked = personIn(inquiry.plan.question)
  if (!asked) return undefined
  const committee = matchCommittee(inquiry.plan.question, inquiry.meetings)
  const choice = chooseMeetings(inquiry.plan, committee.groups, inquiry.today)
  if (choice.kind === 'none') return undefined
  for (const stored of choice.groups.flatMap(({ all }) => all)) {
    const { substitutes } = stored.meeting
    const found = substitutes?.value.find(
      ({ substituteFor: name }) =>
        name !== undefined && isPerson(asked, { name, organisation: undefined, role: undefined }),
    )
    if (!substitutes || !found) continue
    const text = inquiry.texts.metFor(found.name, asked, meetingInWords(stored, inquiry.language))
    return {
      outcome: 'answered',
      paragraphs: [{ text, citations: [citeMeeting(stored, substitutes)] }],
      derived: [],
      reason: 'attendance-substitute',
    }
  }
  return undefined
}

const ASKS_ADMINISTRATION = /(?<!\p{L})(?:administrasjon\p{L}*|the administration)(?!\p{L})/iu
const TELLS_ADMINISTRATION = /(?:fra|frå)\s+administrasjon|administrasjon\p{L}*\s*(?:møtte|deltok|:)/iu

/** Those of the administration stand in a line of their own, outside the list of members. */
function fromAdministration(
  { plan, register, asker, texts }: Inquiry,
  stored: StoredMeeting,
  meeting: string,
): Draft | undefined {
  if (!ASKS_ADMINISTRATION.test(plan.question)) return undefined
  for (const passage of register.passagesOf(asker, stored.document.id)) {
    const line = passage.text.split('\n').find((text) => TELLS_ADMINISTRATION.test(text))
    if (line === undefined) continue
    return {
      outcome: 'answered',
      paragraphs: [{ text: `${texts.passage(meeting)}\n«${line}»`, citations: [citePassage(passage, line, null)] }],
      derived: [],
      reason: 'attendance-administration',
    }
  }
  return undefined
}

/** Who was there, who was not, how many, for whom, and whether one person was. */
export function answerAttendance(inquiry: Inquiry): Draft | undefined {
  const { language, texts, plan } = inquiry
  // "Hvem møtte for Høyre?" asks for members, not for whom they stood in.
  const isOfParty = partiesIn(plan.question).length > 0
  if (plan.attendance === 'substitute' && !isOfParty) return substituteFor(inquiry)
  const person = personIn(plan.question)
  const ofPerson = person ? tokens(person).map((token) => stemOf(token.folded)) : []
  const found = oneMeeting(inquiry, new Set([...GRAMMAR, ...ofPerson]))
  if ('draft' in found) return found.draft
  const field = plan.attendance === 'absent' ? 'absent' : 'present'
  // The document that has the field, should the best one lack it.
  const stored = found.group.all.find(({ meeting }) => meeting[field] !== undefined) ?? found.group.best
  const meeting = meetingInWords(stored, language)
  const answer = aboutPerson(inquiry, stored, meeting)
  if (answer) return answer
  const administration = fromAdministration(inquiry, stored, meeting)
  if (administration) return administration
  const people = stored.meeting[field]
  if (!people) {
    // Prose may tell how many there were.
    if (plan.isCount) return undefined
    const { date } = stored.meeting
    const citations = date ? [citeMeeting(stored, date)] : []
    const text = capitalised(texts.attendanceUnknown(meeting))
    return { outcome: 'abstained', paragraphs: [{ text, citations }], derived: [], reason: 'attendance-unknown' }
  }
  return listed(inquiry, stored, meeting, people)
}
