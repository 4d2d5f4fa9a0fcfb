import { asciiFold, fold } from '../norwegian/fold.ts'
import { isStopWord } from '../norwegian/stop-words.ts'
import { tokens } from '../norwegian/tokens.ts'
import type { MeetingGroup } from './meeting-groups.ts'
import { municipalityOf } from './municipality-of.ts'

/** Folded words of names that the register knows: people write them without capitals in a chat. */
export interface KnownNames {
  readonly people: ReadonlySet<string>
  /** Municipalities and other organisations, and the places that bodies are named after. */
  readonly places: ReadonlySet<string>
  /** By a word of the name, the offices held: "daglig leder". */
  readonly roles: ReadonlyMap<string, readonly string[]>
}

/** Shorter ones are words of their own too: "Per", "Liv", "Berg". */
const MIN_NAME_CHARS = 5
/** Words of organisations' names that name no place. */
const KIND_WORDS =
  /(?:kommune|råd|utvalg|utval|styre|skap|gruppe|forum|nemnd|parti|fylke|tjeneste|avdeling|team|formann)/u

/** Roles in the meeting itself: "leder" may be anybody's. */
const GENERAL_ROLE = /^(?:leder|leiar|nestleder|medlem|vara\p{L}*|møte\p{L}*|referent|sekretær)(?!\p{L})/iu

const known = new WeakMap<readonly MeetingGroup[], KnownNames>()

const namesIn = (text: string): string[] =>
  tokens(text).flatMap(({ text: word, folded }) =>
    /^\p{Lu}\p{Ll}/u.test(word) && !isStopWord(folded) && folded.length >= MIN_NAME_CHARS ? [folded] : [],
  )

export function knownNames(meetings: readonly MeetingGroup[]): KnownNames {
  const before = known.get(meetings)
  if (before) return before
  const people = new Set<string>()
  const places = new Set<string>()
  const roles = new Map<string, string[]>()
  for (const { document, meeting } of meetings.flatMap(({ all }) => all)) {
    const owner = municipalityOf(document.title, meeting.committee?.value, document.name)
    if (owner !== undefined) places.add(owner)
    const attendees = [meeting.present, meeting.absent, meeting.chair, meeting.minuteTaker].flatMap(
      (listed) => listed?.value ?? [],
    )
    for (const { name, organisation, role } of attendees) {
      for (const word of namesIn(name)) {
        people.add(word)
        if (role !== undefined && !GENERAL_ROLE.test(role)) roles.set(word, [...(roles.get(word) ?? []), role])
      }
      for (const word of namesIn(organisation ?? '')) if (!KIND_WORDS.test(word)) places.add(word)
    }
    for (const word of namesIn(meeting.committee?.value ?? '')) if (!KIND_WORDS.test(word)) places.add(word)
  }
  // A file's name writes "å" as "a".
  const written = new Set([...places].filter((place) => asciiFold(place) !== place).map(asciiFold))
  for (const place of places) if (written.has(place)) places.delete(place)
  const names: KnownNames = { people, places, roles }
  known.set(meetings, names)
  return names
}

/** Names of people that are no places' as well: "Vestby" may be a member and a municipality. */
export function peopleOnly(meetings: readonly MeetingGroup[]): ReadonlySet<string> {
  const names = knownNames(meetings)
  const before = knownPeople.get(names)
  if (before) return before
  const people = new Set([...names.people].filter((word) => !names.places.has(word)))
  knownPeople.set(names, people)
  return people
}

const knownPeople = new WeakMap<KnownNames, ReadonlySet<string>>()

/** The known places that a text names; a genitive counts. */
export const placesIn = (text: string, { places }: KnownNames): string[] =>
  tokens(text).flatMap(({ text: word }) => {
    const folded = fold(word)
    return places.has(folded)
      ? [folded]
      : /s$/.test(folded) && places.has(folded.slice(0, -1))
        ? [folded.slice(0, -1)]
        : []
  })
