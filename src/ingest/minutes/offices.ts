import type { Attendee, Meeting, People } from '../../domain/meeting.ts'
import { foldSpaces } from '../../norwegian/fold.ts'
import type { PlacedBlock } from '../placed-block.ts'
import { readPeople } from './people.ts'

const CHAIRS = /^(?:møte(?:leder|leiar)|ordstyrer|ordstyrar)$/iu
/** The head of the body who is there leads its meeting (the Local Government Act § 11-2). */
const HEADS = /^(?:(?:utvalgs|utvals|styre|råds)?(?:leder|leiar)|ordfører|ordførar)$/iu
const TAKERS = /^(?:referent|møtesekretær|protokollfører|protokollførar)$/iu
/** "… og formannskapssekretær Kari Nes, som førte protokollen". */
const TAKER_IN_PROSE =
  /(?<![\p{L}])(\p{Lu}[\p{L}'’-]{0,30}(?:\s\p{Lu}[\p{L}.'’-]{0,30}){1,4}),?\s+som\s+(?:førte|førde|skrev|skreiv)\s+(?:protokollen|referatet|møteboka|møteboken)/u

const holds = (person: Attendee, office: RegExp): boolean =>
  (person.role ?? '').split(',').some((role) => office.test(role.trim()))

/** Nobody where two hold it: the remark then tells of something else. */
function onlyHolder(present: People | undefined, office: RegExp): People | undefined {
  const holders = present?.value.filter((person) => holds(person, office)) ?? []
  return present && holders.length === 1 ? { ...present, value: holders } : undefined
}

/** Who led the meeting, by what stands beside the names of those present. */
export const chairAmong = (present: Meeting['present']): Meeting['chair'] =>
  onlyHolder(present, CHAIRS) ?? onlyHolder(present, HEADS)

/** Who took the minutes, by what stands beside the names of those present, or in a sentence. */
export function minuteTakerTold(present: Meeting['present'], blocks: readonly PlacedBlock[]): Meeting['minuteTaker'] {
  const holder = onlyHolder(present, TAKERS)
  if (holder) return holder
  for (const block of blocks) {
    const name = TAKER_IN_PROSE.exec(block.text)?.[1]
    const value = name ? readPeople([name]) : []
    if (value.length > 0) return { value, quote: foldSpaces(block.text).slice(0, 300), page: block.page }
  }
  return undefined
}
