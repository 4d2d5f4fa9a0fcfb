import type { Attendee } from '../../domain/meeting.ts'
import { fold } from '../../norwegian/fold.ts'
import { namesPerson, personIn } from '../asked-people.ts'
import { citeMeeting } from '../citations.ts'
import type { Draft } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { isParty } from '../parties.ts'
import { meetingInShort } from '../words.ts'
import { notFound } from './passage.ts'

/** Behind it stands nothing but the name. */
const WHO_IS = /^(?:hvem|kven|who)\s(?:er|var|is|was)\s+(.*?)[\s?!.]*$/iu
const PARTY = /(?<!\p{L})(?:hvilket|kva|which|what)\s(?:parti|party)(?!\p{L})/u
const ORGANISATION =
  /(?<!\p{L})(?:hvilken|kva|which|what)\s(?:kommune|municipality|organisasjon|organi[sz]ation)(?!\p{L})|(?<!\p{L})(?:hvem|kven|kva|hva|who)\s(?:representer\p{L}*|represent\p{L}*)(?!\p{L})/u
const ROLE =
  /(?<!\p{L})(?:hvilken|hvilket|kva|hva|which|what)\s(?:(?:er|var|is|was)\s)?(?:\p{L}+\s)?(?:stilling\p{L}*|rolle\p{L}*|verv\p{L}*|tittel\p{L}*|position|role|title|office)(?!\p{L})/u

/** What stands beside a name that answers: party, municipality, office; for "who is", all of it. */
function detailOf({ organisation, role }: Attendee, question: string): string | undefined {
  if (PARTY.test(question)) return isParty(organisation) ? organisation : undefined
  if (ROLE.test(question)) return role
  if (ORGANISATION.test(question)) return isParty(organisation) ? undefined : organisation
  return [organisation, role].filter(Boolean).join(', ') || undefined
}

/**
 * Who somebody is, by what stands beside the name in the newest list that tells.
 * @returns undefined where this is not asked, more than one may be meant, or no list tells
 */
export function answerPerson(inquiry: Inquiry): Draft | undefined {
  const { plan, meetings, texts, language } = inquiry
  const question = fold(plan.question)
  const asked = personIn(plan.question)
  const isAsked =
    WHO_IS.exec(plan.question)?.[1] === asked || [PARTY, ORGANISATION, ROLE].some((pattern) => pattern.test(question))
  if (!isAsked || asked === undefined) return undefined
  const told = meetings.flatMap(({ all }) =>
    all.flatMap((stored) => {
      const { present, othersPresent, absent } = stored.meeting
      return [present, othersPresent, absent].flatMap((people) =>
        (people?.value ?? [])
          .filter(({ name }) => namesPerson(asked, name))
          .map((person) => ({ stored, people, person, detail: detailOf(person, question) })),
      )
    }),
  )
  const newest = told.find(({ detail }) => detail !== undefined)
  if (new Set(told.map(({ person }) => person.name)).size !== 1) return undefined
  // Lists that have the name and not this: other words about the same person do not tell it.
  if (!newest) return PARTY.test(question) || ORGANISATION.test(question) ? notFound(inquiry) : undefined
  if (!newest.people || newest.detail === undefined) return undefined
  const text = `${texts.tableValue(newest.person.name, newest.detail)} (${meetingInShort(newest.stored, language)})`
  return {
    outcome: 'answered',
    paragraphs: [{ text, citations: [citeMeeting(newest.stored, newest.people)] }],
    derived: [],
    reason: 'person',
  }
}
