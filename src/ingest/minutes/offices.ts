import type { Attendee, Meeting, People } from '../../domain/meeting.ts'
import { foldSpaces } from '../../norwegian/fold.ts'
import type { PlacedBlock } from '../placed-block.ts'
import { readPeople } from './people.ts'

const CHAIRS = /^(?:møte(?:leder|leiar)|ordstyrer|ordstyrar)$/iu
/** The head of the body who is there leads its meeting (the Local Government Act § 11-2). */
const HEADS = /^(?:(?:utvalgs|utvals|styre|råds)?(?:leder|leiar)|ordfører|ordførar)$/iu
const TAKERS =
  /^(?:referent|ref\.|(?:møte|utvalgs|utvals|råds|styre)?sekretær|skrivar|skriver|protokollfører|protokollførar|(?:skrev|skreiv|førte|førde|tok)\s\p{L}+)$/iu
/** "… og formannskapssekretær Kari Nes, som førte protokollen". */
const TAKER_IN_PROSE =
  /(?<![\p{L}])(\p{Lu}[\p{L}'’-]{0,30}(?:\s\p{Lu}[\p{L}.'’-]{0,30}){1,4}),?\s+som\s+(?:førte|førde|skrev|skreiv)\s+(?:protokollen|referatet|møteboka|møteboken)/u

const NAME = String.raw`\p{Lu}[\p{L}'’-]{0,30}(?:\s\p{Lu}[\p{L}.'’-]{0,30}){1,4}`
/** "Møtet ble ledet av Kari Nes", "Kari Nes ledet møtet". */
const CHAIR_IN_PROSE = new RegExp(
  String.raw`(?:^|[.,]\s)[Mm]øtet\s(?:ble|vart|blei)\s(?:ledet|leda|leia)\sav\s(?:[\p{Ll}]+\s){0,2}(${NAME})|(?<!\p{L})(${NAME})\s(?:ledet|leda|leia)\smøtet`,
  'u',
)

const holds = (person: Attendee, office: RegExp): boolean =>
  (person.role ?? '').split(',').some((role) => office.test(role.trim()))

/** Nobody where two hold it: the remark then tells of something else. */
function onlyHolder(present: People | undefined, office: RegExp): People | undefined {
  const holders = present?.value.filter((person) => holds(person, office)) ?? []
  return present && holders.length === 1 ? { ...present, value: holders } : undefined
}

/** Who led the meeting, by a sentence that says so, else by what stands beside the names of those present. */
export const chairTold = (present: Meeting['present'], blocks: readonly PlacedBlock[]): Meeting['chair'] =>
  onlyHolder(present, CHAIRS) ?? namedIn(blocks, CHAIR_IN_PROSE) ?? onlyHolder(present, HEADS)

/** Who took the minutes, by what stands beside the names of those who were there, or in a sentence. */
export const minuteTakerTold = (
  lists: readonly (People | undefined)[],
  blocks: readonly PlacedBlock[],
): Meeting['minuteTaker'] =>
  lists.map((list) => onlyHolder(list, TAKERS)).find(Boolean) ?? namedIn(blocks, TAKER_IN_PROSE)

function namedIn(blocks: readonly PlacedBlock[], pattern: RegExp): People | undefined {
  for (const block of blocks) {
    const name = pattern.exec(block.text)?.slice(1).find(Boolean)
    const value = name ? readPeople([name]) : []
    if (value.length > 0) return { value, quote: foldSpaces(block.text).slice(0, 300), page: block.page }
  }
  return undefined
}
