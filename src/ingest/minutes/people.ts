import type { Attendee } from '../../domain/meeting.ts'
import { isGivenName } from '../../norwegian/given-names.ts'

/** A value cell that says in words that there is nobody. */
const NOBODY = /^(?:ingen|ingen forfall|ingen meldt|ingen meldte forfall|ikke noen|inga|ingen ført|[-–—]|0|nei)\.?$/iu
const ROLE =
  /^(?:(?:skrev|skreiv|førte|førde|tok)\s(?:referat|protokoll|møtebok)\p{L}*|(?:møte|styre|råds|utvalgs|neste?|nest|fung\.?\s*)?(?:leder|leiar)|nestleder|nestleiar|styremedlem|medlem|varamedlem|vara|referent|sekretær|ordfører|ordførar|varaordfører|varaordførar|rådmann|kommunedirektør|kommunaldirektør|daglig leder|dagleg leiar|observatør|\p{L}*tillits(?:valgt|vald)|\p{L}*(?:ombud|ombod)|fast møtende|administrasjonssjef|[\p{L}-]*(?:sjef|direktør|leder|leiar|rådgiver|rådgivar|konsulent|koordinator|saksbehandler|saksbehandlar|eier|eigar|ansvarlig|ansvarleg))(?![\p{L}])/iu
/** An office in front of a name: "Ordfører Kari Nes", "Daglig leder Ola Dahl". */
const OFFICE_BEFORE =
  /^((?:(?:fung\.|fungerende|konstituert|tidligere)\s)?(?:(?:assisterende|dagleg|daglig|hovudtillitsvald|hovedtillitsvalgt|oppdragsansvarlig)\s)?\p{L}*(?:ordfører|ordførar|leder|leiar|direktør|rådmann|sjef|rådgiver|rådgivar|sekretær|revisor|koordinator|konsulent|rektor|tillitsvalgt|tillitsvald|lege|advokat|byråd))\s+(?=\p{Lu})/iu
const SUBSTITUTE = /\b(?:vara(?:medlem)?\s+for|møtte\s+for|for)\s+\p{Lu}/u
/** "frå 51/14", "unntatt sak 35/24", "perm. kl. 14": when somebody was there. */
const REMARK =
  /^(?:unntatt|unnateke|under|til|fra|frå|fram til|perm|permisjon|forfall|kl|gikk|kom|deltok|på|fratrådte)(?!\p{L}).*\d/iu
const NAME_WORD = String.raw`\p{Lu}[\p{L}'’.-]*`
const NAME = new RegExp(`^${NAME_WORD}(?:\\s+(?:${NAME_WORD}|von|van|de|af|av|der))*$`, 'u')

/** Whether a field's entry is empty or says in words that there is nobody. */
export const saysNobody = (entry: string): boolean => entry.trim() === '' || NOBODY.test(entry.trim())

/** Longer than any list of people; what is longer is no field but a misread text. */
const MAX_ENTRY_CHARS = 10_000
const MAX_PERSON_CHARS = 200

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Commas and semicolons outside parentheses. */
function splitOutside(text: string, separator: ',' | ';'): string[] {
  const parts: string[] = []
  let depth = 0
  let current = ''
  for (const char of text) {
    if (char === '(') depth++
    if (char === ')') depth = Math.max(0, depth - 1)
    if (char === separator && depth === 0) {
      parts.push(current)
      current = ''
    } else current += char
  }
  parts.push(current)
  return parts.map(fold).filter(Boolean)
}

/** "Dahl, Kari, Nes, Ola Per": surname and given name take turns. */
function isSurnameFirst(tokens: readonly string[]): boolean {
  if (tokens.length % 2 !== 0 || tokens.some((token) => !NAME.test(token))) return false
  const surnames = tokens.filter((_, index) => index % 2 === 0)
  const given = tokens.filter((_, index) => index % 2 === 1)
  if (surnames.filter((name) => /\s/.test(name)).length > surnames.length * 0.4) return false
  const misplaced = surnames.filter(isGivenName).length
  const placed = given.filter(isGivenName).length
  if (misplaced > surnames.length * 0.25) return false
  return placed > misplaced || (placed === 0 && misplaced === 0 && tokens.length === 2)
}

const attendee = (name: string, organisation?: string, role?: string): Attendee => ({
  name: fold(name),
  organisation: organisation ? fold(organisation) : undefined,
  role: role ? fold(role) : undefined,
})

/** One person with what stands beside the name: "Kari Nes (Ap), nestleder", "Ola Dahl, styremedlem, Nordby kommune". */
function readPerson(text: string): Attendee | undefined {
  const parenthesised = [...text.matchAll(/\(([^()]*)\)/g)].map((match) => match[1] ?? '')
  const [namePart = '', ...details] = splitOutside(text.replace(/\([^()]*\)/g, ' '), ',')
  if (namePart.length > MAX_PERSON_CHARS) return undefined
  const substitute = /^(.*?)[\s,–-]+((?:vara(?:medlem)?\s+)?(?:for|møtte for)\s+\p{Lu}.*)$/u.exec(namePart)
  const printed = (substitute?.[1] ?? namePart).replace(/^[•▪➢*–—-]\s*|\s*[.:]$/gu, '')
  const office = OFFICE_BEFORE.exec(printed)?.[1]
  const name = office ? printed.slice(office.length) : printed
  if (!NAME.test(fold(name))) return undefined
  const all = [...parenthesised.flatMap((part) => splitOutside(part, ',')), ...details]
  const isRole = (detail: string): boolean => ROLE.test(detail) || SUBSTITUTE.test(detail) || REMARK.test(detail)
  const role = [office, substitute?.[2], ...all.filter(isRole)].filter(Boolean).join(', ')
  const organisation = all.filter((detail) => !isRole(detail)).join(', ')
  return attendee(name, organisation || undefined, role || undefined)
}

/** A comma list in one line: full names, "Surname, Given" pairs, or names with organisation in parentheses. */
function readList(text: string, isInGroup = false): Attendee[] {
  const withoutMarker = text.replace(/^[•▪➢*–—-]\s*/u, '').replace(/\.$/, '')
  const byGroup = isInGroup
    ? []
    : withoutMarker.split(/\.\s+(?=\p{Lu}[^.:]{2,50}:\s)|\s(?=\p{Lu}[\p{L}-]+\s(?:fylkes)?kommune:\s)/u)
  if (byGroup.length > 1) return byGroup.flatMap((part) => readList(part))
  const bySemicolon = splitOutside(withoutMarker, ';')
  if (bySemicolon.length > 1) return bySemicolon.flatMap((part) => readList(part, isInGroup))
  const group = isInGroup ? null : /^(\p{Lu}[\p{L}\s-]{2,40})\s*:\s*(.+)$/u.exec(withoutMarker)
  if (group?.[2])
    return readList(group[2], true).map((person) => ({ ...person, organisation: person.organisation ?? group[1] }))
  const tokens = splitOutside(withoutMarker, ',')
    .flatMap((part) => part.split(/\s+(?:og|samt|and)\s+(?=\p{Lu}|\p{Ll}+(?:\s\p{Ll}+)?\s\p{Lu})/u))
    .map(fold)
    .filter(Boolean)
  if (isSurnameFirst(tokens))
    return tokens.flatMap((surname, index) => (index % 2 === 0 ? [attendee(`${tokens[index + 1]} ${surname}`)] : []))
  const [first = '', second = ''] = tokens
  // "Kari Nes, Nordby" alone is one person and a place; in a longer list each part is a person.
  if (tokens.length === 2 && /\s/.test(first) && !/\s/.test(second) && !isGivenName(second)) {
    const person = readPerson(withoutMarker)
    return person ? [person] : []
  }
  const people: Attendee[] = []
  for (const token of tokens) {
    // "…, som skreiv protokollen": a sentence goes on.
    if (/^som\s\p{Ll}/u.test(token)) continue
    const last = people.at(-1)
    const [, bare = token, remark] = /^([^()]+?)\s*\(([^()]*)\)$/.exec(token) ?? []
    const isDetail =
      last &&
      !OFFICE_BEFORE.test(bare) &&
      (!/^\p{Lu}/u.test(bare) || ROLE.test(bare) || /(?<!\p{L})(?:kommune|fylke|IKS|AS|KF)(?!\p{L})/u.test(bare))
    if (isDetail) {
      people.pop()
      const isRole = (detail: string): boolean => ROLE.test(detail) || SUBSTITUTE.test(detail)
      const details = [bare, ...(remark ? [remark] : [])]
      const joined = (known: string | undefined, own: readonly string[]): string | undefined =>
        [known, ...own].filter(Boolean).join(', ') || undefined
      people.push({
        ...last,
        role: joined(last.role, details.filter(isRole)),
        organisation: joined(
          last.organisation,
          details.filter((detail) => !isRole(detail)),
        ),
      })
      continue
    }
    const person = readPerson(token)
    if (person) people.push(person)
  }
  return people
}

const COLUMN_NAME =
  /^(?:navn|namn|deltakere?|deltakar(?:ar)?|deltagere?|møtedeltakere?|møtedeltakar(?:ar)?|medlem(?:mer|mar|er)?|(?:eier|eigar)?representant(?:er|ar)?|(?:meldt )?forfall)$/i
/** "55 %", "12": a cell that says nothing of who somebody is. */
const NUMBER_CELL = /^\d[\d\s.,]*%?$/
const COLUMN_SUBSTITUTE_FOR = /^(?:møtte for|vara for|for)$/i
const COLUMN_ROLE = /^(?:funksjon|rolle|verv|stilling|tittel|merknad(?:er|ar)?)$/i

const COLUMN_BESIDE =
  /^(?:parti\P{L}?.*|funksjon|rolle|verv|stilling|tittel|representerer|repr\.?|kommune|fylke|organisasjon|virksomhet|verksemd|eining|enhet|gruppe|liste|møtte for|møtt for|vara for|for|fra|frå|merknad\p{L}*|(?:møtende |møtande |møtte )?vara\p{L}*|(?:eier|eigar)?andel|e-?post\p{L}*|telefon|oppmøte)$/iu

/** Whether the first row of a table says that the rows below are people: a column of names beside one of another kind. */
export function headsPeople(row: readonly string[]): boolean {
  const others = row.map((cell) => cell.trim()).filter((cell) => cell !== '' && !COLUMN_NAME.test(cell))
  const isOneName = row.filter((cell) => COLUMN_NAME.test(cell.trim())).length === 1
  // "Forfall | Kari Nes" is a field and its value.
  return isOneName && others.some((cell) => COLUMN_BESIDE.test(cell)) && others.every((cell) => !/[,\n]/.test(cell))
}

/** A cell that holds one name; "Nes Dahl, Ola" is one too. */
function personInCell(cell: string): Attendee | undefined {
  const [surname = '', given = '', ...more] = splitOutside(cell, ',')
  const isPair = more.length === 0 && NAME.test(surname) && isGivenName(given)
  return isPair ? attendee(`${given} ${surname}`) : readPeople([cell])[0]
}

/** A table of people; its header says what the columns are, when it has one. */
export function readPeopleTable(rows: readonly (readonly string[])[]): Attendee[] {
  const [head = []] = rows
  const nameAt = head.findIndex((cell) => COLUMN_NAME.test(cell.trim()))
  if (nameAt < 0) return readPeople(rows.map((row) => row.filter(Boolean).join(', ')))
  return rows.slice(1).flatMap((row): Attendee[] => {
    const person = personInCell(row[nameAt] ?? '')
    if (!person) return []
    const columns = (pattern: RegExp): string[] =>
      row.filter((cell, at) => cell && pattern.test((head[at] ?? '').trim()))
    const substitute = columns(COLUMN_SUBSTITUTE_FOR).map((name) => `møtte for ${name}`)
    const role = [...columns(COLUMN_ROLE), ...substitute].join(', ')
    const known = (cell: string): boolean =>
      [COLUMN_NAME, COLUMN_ROLE, COLUMN_SUBSTITUTE_FOR].some((pattern) => pattern.test(cell.trim()))
    const organisation = row.filter((cell, at) => cell && !known(head[at] ?? '') && !NUMBER_CELL.test(cell)).join(', ')
    return [attendee(person.name, organisation || person.organisation, role || person.role)]
  })
}

/**
 * The people a field names.
 * @param entries one comma list, or one entry a person (list items, table rows)
 * @returns empty when the field says that there is nobody, or holds nothing that is a name
 */
export function readPeople(entries: readonly string[]): Attendee[] {
  const filled = entries.map((entry) => fold(entry.slice(0, MAX_ENTRY_CHARS))).filter((entry) => !saysNobody(entry))
  if (filled.length === 1) return readList(filled[0] ?? '')
  return filled.flatMap((entry) => {
    const tokens = splitOutside(entry, ',')
    if (tokens.length === 2 && isSurnameFirst(tokens)) return readList(entry)
    const person = readPerson(entry)
    return person ? [person] : readList(entry)
  })
}
