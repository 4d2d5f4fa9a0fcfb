import type { Citation } from '../../domain/answer.ts'
import { localDate } from '../../domain/ids.ts'
import type { Meeting, People, Sourced } from '../../domain/meeting.ts'
import type { StoredMeeting } from '../../domain/register.ts'
import { findDates } from '../../norwegian/dates.ts'
import { fold } from '../../norwegian/fold.ts'
import { sentences } from '../../norwegian/sentences.ts'
import { stemOf } from '../../norwegian/stem.ts'
import { matchCommittee } from '../choose-meetings.ts'
import { citeMeeting } from '../citations.ts'
import type { Draft, DraftParagraph } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import type { MeetingGroup } from '../meeting-groups.ts'
import { meetingsCalled } from '../meetings-called.ts'
import { type MeetingFact, NEXT_MEETING, NOTICE } from '../plan/meeting-facts.ts'
import { toldByPeople } from '../told-by-people.ts'
import { capitalised, dateInWords, listInWords, meetingInWords, shortDate } from '../words.ts'
import { oneMeeting } from './one-meeting.ts'
import { answerFromPassages } from './passage.ts'

const GRAMMAR = new Set(
  `innkalling innkallinga innkallingen referat referatet protokoll protokollen møtebok notice invitation minutes
  skrevet skriven skreve datert dagsett underskrevet underskriven signert sendt utsendt ut written dated signed sent
  referent referenten møtesekretær sekretær skrev skreiv førte took taker
  møteleder møteleiar leder leiar ordstyrer ledet leia chaired chair
  dato date tid time kl klokka klokken startet begynte ta til sluttet ferdig ferdige varte holdt halde held satt sat neste igjen att
  sted stad place lokale rom møterom fysisk digitalt teams gruppa prosjektgruppa arbeidet`
    .split(/\s+/)
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

/** "Saken utsettes til neste møte 12.3." tells of it too, but less surely than a sentence of its own. */
const TELLS_OF_NEXT = /^\P{L}*(?:neste|nytt|next|vi møtes|me møtest)(?!\p{L})/iu

/** The sentence in which minutes tell of the meeting after: it must have a date. */
function nextMeetingTold(stored: StoredMeeting, { register, asker }: Inquiry): Told | undefined {
  const told: Sourced<string>[] = []
  let vaguely: Sourced<string> | undefined
  let isAnnounced = false
  for (const passage of register.passagesOf(asker, stored.document.id)) {
    const isUnderHeading = passage.headings.some((heading) => NEXT_MEETING.test(fold(heading)))
    for (const { text } of sentences(passage.text)) {
      const names = NEXT_MEETING.test(fold(text))
      const isTold: boolean = (names || isUnderHeading || isAnnounced) && findDates(text).length > 0
      if (isTold) told.push({ value: text, quote: text, page: passage.page })
      else if (names && TELLS_WEEK.test(fold(text))) vaguely = { value: text, quote: text, page: passage.page }
      // "Neste møte" may stand in a line of its own, and the day in the next.
      isAnnounced = names && !isTold && text.length < LONGEST_ANNOUNCEMENT
    }
  }
  const found = told.findLast(({ value }) => TELLS_OF_NEXT.test(value)) ?? told.at(-1) ?? vaguely
  return found && { value: found.value, sources: [found] }
}
const LONGEST_ANNOUNCEMENT = 30
/** "Neste møte er neste veke", "Neste møte: første tirsdag i måneden". */
const TELLS_WEEK =
  /(?<!\p{L})(?:uke|uka|uken|veke|veka|week|(?:man|mån|tirs|tys|ons|tors|fre)dag|månad\p{L}*|måned\p{L}*|haust\p{L}*|høst\p{L}*|vår(?:en)?)(?!\p{L})/u

/** "Sandvik, 3. mai 2025" alone in its line, or "Utsendt: 03.05.2025". */
const DATED_LINE =
  /^(?:\p{L}[\p{L}-]+(?: [\p{L}-]+){0,2}, (?:den )?|(?:utsendt|sendt(?:\sut)?|skreve[nt]|skriven|datert|dagsett|utskriftsdato|dokumentdato)\s*:?\s*)(?=\d)/iu

/** The one day that a notice or minutes bear themselves; a notice that names the meeting's day there has none. */
function documentDateTold(stored: StoredMeeting, { register, asker, plan, language }: Inquiry): Told | undefined {
  const asksNotice = NOTICE.test(fold(plan.question))
  if ((stored.document.kind === 'notice') !== asksNotice) return undefined
  const dated = register.passagesOf(asker, stored.document.id).flatMap(({ text, page }) =>
    text.split('\n').flatMap((row) => {
      const line = row.trim()
      const [date, another] = findDates(line)
      const [lead] = DATED_LINE.exec(line) ?? []
      if (!date || another || lead?.length !== date.start || !/^\.?$/.test(line.slice(date.end))) return []
      const { year = 0, month = 0, day = 0 } = date
      const written = localDate(year, month, day)
      return written ? [{ day: written, asWritten: date.text, quote: line, page }] : []
    }),
  )
  const days = new Set(dated.map(({ day }) => day))
  const [first] = dated
  if (!first || days.size > 1 || (asksNotice && first.day === stored.meeting.date?.value)) return undefined
  const value = language === 'en' ? dateInWords(first.day, 'en') : first.asWritten
  return { value, sources: [{ ...first, value: first.quote }] }
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
    case 'documentDate':
      return documentDateTold(stored, inquiry)
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

/** No notice of a meeting ahead is there: what the body's newest minutes say of it. */
function nextByLatest(inquiry: Inquiry): Draft | undefined {
  const { plan, meetings, texts, language, today } = inquiry
  if (plan.meeting.relative !== 'next') return undefined
  const groups = toldByPeople(plan.question, matchCommittee(plan.question, meetings).groups)
  const dateOf = ({ best }: MeetingGroup): string => best.meeting.date?.value ?? ''
  const [latest] = groups.filter((group) => dateOf(group) !== '')
  const bodies = new Set(groups.map(({ best }) => best.meeting.committee?.value))
  if (!latest || dateOf(latest) > today || bodies.size > 1) return undefined
  for (const stored of latest.all) {
    const answer = nextMeetingTold(stored, inquiry)
    if (!answer) continue
    const text = capitalised(texts.fact.nextMeeting(meetingInWords(stored, language), answer.value))
    const citations = answer.sources.map((source) => citeMeeting(stored, source))
    return { outcome: 'answered', paragraphs: [{ text, citations }], derived: [], reason: 'meeting-nextMeeting' }
  }
  const text = capitalised(texts.factUnknown.nextMeeting(meetingInWords(latest.best, language)))
  return {
    outcome: 'abstained',
    paragraphs: [{ text, citations: headOf(latest.best) }],
    derived: [],
    reason: 'fact-unknown',
  }
}

const HEAD_FACTS: readonly MeetingFact[] = ['date', 'time', 'place']

/** "Når var befaringsmøtet?" asks of a meeting that is only told of, where no minutes are of one called so. */
function toldOf(inquiry: Inquiry): Draft | undefined {
  const { plan, meetings } = inquiry
  const isOfHead = plan.facts.every((fact) => HEAD_FACTS.includes(fact))
  return isOfHead && meetingsCalled(plan.question, meetings).length === 0 ? answerFromPassages(inquiry) : undefined
}

/** When, where and by whom: the head of the minutes. */
export function answerMeetingFact(inquiry: Inquiry): Draft {
  const elsewhere = toldOf(inquiry)
  if (elsewhere) return elsewhere
  const next = nextByLatest(inquiry)
  if (next) return next
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
