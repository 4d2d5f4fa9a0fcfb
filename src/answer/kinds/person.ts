import type { Attendee } from '../../domain/meeting.ts'
import { isoMonth } from '../../norwegian/dates.ts'
import { fold } from '../../norwegian/fold.ts'
import { namesPerson, personIn } from '../asked-people.ts'
import { citeMeeting } from '../citations.ts'
import type { Draft, DraftParagraph } from '../draft.ts'
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
      const { present, othersPresent, absent, minuteTaker, chair } = stored.meeting
      return [present, othersPresent, absent, minuteTaker, chair].flatMap((people) =>
        (people?.value ?? [])
          .filter(({ name }) => namesPerson(asked, name))
          .map((person) => ({ stored, people, person, detail: detailOf(person, question) })),
      )
    }),
  )
  const dayOf = ({ stored }: (typeof told)[number]): string => stored.meeting.date?.value ?? ''
  const { dates, months, years } = plan.meeting
  const isOfTime = (day: string): boolean =>
    [...dates, ...months.map(isoMonth), ...(dates.length + months.length > 0 ? [] : years)].some((time) =>
      day.startsWith(String(time)),
    )
  const inTime = told.filter((one) => isOfTime(dayOf(one)))
  const detailed = (inTime.length > 0 ? inTime : told).filter(({ detail }) => detail !== undefined)
  const [newest] = detailed
  if (new Set(told.map(({ person }) => person.name)).size !== 1) return undefined
  // Lists that have the name and not this: other words about the same person do not tell it.
  if (!newest) return PARTY.test(question) || ORGANISATION.test(question) ? notFound(inquiry) : undefined
  // Of two meetings that are named, what each list tells.
  const shown = inTime.length > 0 ? detailed.toSorted((a, b) => dayOf(a).localeCompare(dayOf(b))) : [newest]
  const paragraphs = shown.slice(0, MOST_SHOWN).flatMap(({ stored, people, person, detail }): DraftParagraph[] => {
    if (!people || detail === undefined) return []
    const text = `${texts.tableValue(person.name, detail)} (${meetingInShort(stored, language)})`
    return [{ text, citations: [citeMeeting(stored, people)] }]
  })
  return { outcome: 'answered', paragraphs, derived: [], reason: 'person' }
}
const MOST_SHOWN = 4
