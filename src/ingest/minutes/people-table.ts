import type { Attendee } from '../../domain/meeting.ts'
import { isGivenName } from '../../norwegian/given-names.ts'
import { readPeople } from './people.ts'
import { attendee, isName, splitOutside, tellsRole } from './person.ts'

const NAME_COLUMN =
  /^(?:navn|namn|deltakere?|deltakar(?:ar)?|deltagere?|møtedeltakere?|møtedeltakar(?:ar)?|medlem(?:mer|mar|er)?|(?:eier|eigar)?representant(?:er|ar)?|(?:meldt )?forfall)$/iu
const ABSENT = /^(?:meldt )?forfall$/iu
/** "55 %", "12": a cell that says nothing of who somebody is. */
const NUMBER_CELL = /^\d[\d\s.,]*%?$/
const SUBSTITUTE_FOR_COLUMN = /^(?:møtte for|møtt for|(?:vara|varamedlem|vararepresentant) for|for)$/iu
const ROLE_COLUMN = /^(?:funksjon|rolle|verv|stilling|tittel|merknad(?:er|ar)?)$/iu
const BESIDE_COLUMN =
  /^(?:parti\P{L}?.*|funksjon|rolle|verv|stilling|tittel|representerer|repr\.?|kommune|fylke|organisasjon|virksomhet|verksemd|eining|enhet|gruppe|liste|for|fra|frå|merknad\p{L}*|(?:møtende |møtande |møtte )?vara\p{L}*|(?:eier|eigar)?andel|e-?post\p{L}*|telefon|oppmøte|forfall|fravær|fråvær|til stede|tilstede|til stades|(?:fram|frem)?møtt|deltok)$/iu

const isNameColumn = (cell: string): boolean => NAME_COLUMN.test(cell.trim())
const isBeside = (cell: string): boolean => BESIDE_COLUMN.test(cell.trim()) || SUBSTITUTE_FOR_COLUMN.test(cell.trim())

/** Whether the first row of a table says that the rows below are people: a column of names beside one of another kind. */
export function headsPeople(row: readonly string[]): boolean {
  const cells = row.map((cell) => cell.trim())
  const named = cells.filter(isNameColumn)
  // "Navn | Til stede | Forfall": marks stand below the last two.
  const isMarked = named.length === 2 && ABSENT.test(named[1] ?? '')
  const isOneName = named.length === 1 || isMarked
  const others = cells.filter((cell) => cell !== '' && !(isMarked ? cell === named[0] : isNameColumn(cell)))
  // "Forfall | Kari Nes" is a field and its value.
  return (
    isOneName && others.some((cell) => isBeside(cell) || columnsIn(cell)) && others.every((cell) => !/[,\n]/.test(cell))
  )
}

/** "Funksjon Parti": two columns of a table of people that stood too near each other. */
export function columnsIn(cell: string): readonly [string, string] | undefined {
  if (isBeside(cell) || isNameColumn(cell)) return undefined
  for (const { index } of cell.matchAll(/\s/g)) {
    const [left, right] = [cell.slice(0, index), cell.slice(index + 1)]
    if ((isBeside(left) || isNameColumn(left)) && isBeside(right)) return [left, right]
  }
  return undefined
}

/** "Leder SP" below "Funksjon Parti": the role is as long as it makes one. */
function cellsIn(cell: string): readonly [string, string] {
  const words = cell.trim().split(/\s+/)
  if (words.length < 2) return tellsRole(cell) ? [cell, ''] : ['', cell]
  const end = words.findLastIndex(
    (_, at) => tellsRole(words.slice(0, at + 1).join(' ')) && /^\p{Lu}/u.test(words[at + 1] ?? ''),
  )
  const at = end < 0 ? words.length - 1 : end + 1
  return [words.slice(0, at).join(' '), words.slice(at).join(' ')]
}

/** The rows with each column in a cell of its own. */
function withOwnColumns(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const [head = []] = rows
  const glued = head.map((cell) => {
    const columns = columnsIn(cell)
    return columns && ROLE_COLUMN.test(columns[0]) ? columns : undefined
  })
  if (glued.every((columns) => columns === undefined)) return rows
  return rows.map((row, index) =>
    row.flatMap((cell, at) => (glued[at] ? (index === 0 ? glued[at] : cellsIn(cell)) : [cell])),
  )
}

/** A cell that holds one name; "Nes Dahl, Ola" is one too. */
function personInCell(cell: string): Attendee | undefined {
  const [surname = '', given = '', ...more] = splitOutside(cell, ',')
  const isPair = more.length === 0 && isName(surname) && isGivenName(given)
  return isPair ? attendee(`${given} ${surname}`) : readPeople([cell])[0]
}

/** A table of people; its header says what the columns are, when it has one. */
export function readPeopleTable(printed: readonly (readonly string[])[]): Attendee[] {
  const rows = withOwnColumns(printed)
  const [head = []] = rows
  const nameAt = head.findIndex(isNameColumn)
  if (nameAt < 0) return readPeople(rows.map((row) => row.filter(Boolean).join(', ')))
  return rows.slice(1).flatMap((row): Attendee[] => {
    const person = personInCell(row[nameAt] ?? '')
    if (!person) return []
    const columns = (pattern: RegExp): string[] =>
      row.filter((cell, at) => cell && pattern.test((head[at] ?? '').trim()))
    const substitute = columns(SUBSTITUTE_FOR_COLUMN).map((name) => `møtte for ${name}`)
    const role = [...columns(ROLE_COLUMN), ...substitute].join(', ')
    const known = (cell: string): boolean =>
      [NAME_COLUMN, ROLE_COLUMN, SUBSTITUTE_FOR_COLUMN].some((pattern) => pattern.test(cell.trim()))
    const organisation = row.filter((cell, at) => cell && !known(head[at] ?? '') && !NUMBER_CELL.test(cell)).join(', ')
    return [attendee(person.name, organisation || person.organisation, role || person.role)]
  })
}
