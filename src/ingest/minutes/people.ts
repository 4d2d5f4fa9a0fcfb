import type { Attendee } from '../../domain/meeting.ts'
import { isGivenName } from '../../norwegian/given-names.ts'
import {
  attendee,
  detailsOf,
  foldBlanks,
  isFullName,
  isName,
  officeBefore,
  readPerson,
  splitOutside,
  tellsRole,
  withoutMembers,
} from './person.ts'

/** A value cell that says in words that there is nobody. */
const NOBODY = /^(?:ingen|ingen forfall|ingen meldt|ingen meldte forfall|ikke noen|inga|ingen ført|[-–—]|0|nei)\.?$/iu

/** Whether a field's entry is empty or says in words that there is nobody. */
export const saysNobody = (entry: string): boolean => entry.trim() === '' || NOBODY.test(entry.trim())

/** Longer than any list of people; what is longer is no field but a misread text. */
const MAX_ENTRY_CHARS = 10_000

/** "Dahl, Kari, Nes, Ola Per": surname and given name take turns. */
function isSurnameFirst(tokens: readonly string[]): boolean {
  if (tokens.length % 2 !== 0 || tokens.some((token) => !isName(token))) return false
  const surnames = tokens.filter((_, index) => index % 2 === 0)
  const given = tokens.filter((_, index) => index % 2 === 1)
  if (surnames.filter((name) => /\s/.test(name)).length > surnames.length * 0.4) return false
  const misplaced = surnames.filter(isGivenName).length
  const placed = given.filter(isGivenName).length
  if (misplaced > surnames.length * 0.25) return false
  return placed > misplaced || (placed === 0 && misplaced === 0 && tokens.length === 2)
}

/** "Dahl, Kari (leder), Nes, Ola": what stands beside a pair stands behind it. */
function pairsOf(tokens: readonly string[]): Attendee[] | undefined {
  const bare = tokens.map((token, index) => (index % 2 === 1 ? token.replace(/\s*\([^()]*\)$/, '') : token))
  if (!isSurnameFirst(bare)) return undefined
  return tokens.flatMap((surname, index) => {
    if (index % 2 === 1) return []
    const [, remark = ''] = /\(([^()]*)\)$/.exec(tokens[index + 1] ?? '') ?? []
    const { organisation, role } = detailsOf(splitOutside(remark, ','))
    return [attendee(`${bare[index + 1]} ${surname}`, organisation, role)]
  })
}

/** Parties head lists of their members: "Venstre: Kari Nes". */
const PARTY_GROUP = String.raw`(?:Sosialistisk\s|Kristele?i?g\s|Industri-\sog\s)?\p{Lu}?\p{L}*(?:partiet|parti)|Høyre|Høgre|Venstre|Rødt|Raudt|Miljøpartiet\s[Dd]ei?\s[Gg]rønn?e`
const NEXT_GROUP = new RegExp(
  String.raw`\.\s+(?=\p{Lu}[^.:]{2,50}:\s)|\s(?=\p{Lu}[\p{L}-]+\s(?:fylkes)?kommune:\s)|(?<=\p{L})(?<!Sosialistisk|Kristele?i?g|Industri-\sog)\s(?=(?:${PARTY_GROUP}):\s)`,
  'u',
)
const GROUP = /^(\p{Lu}[\p{L}\s-]{2,60})\s*:\s*(.+)$/u
/** "FAU v/ Kari Nes og Ola Dahl": whom they come for, and who came. */
const BY = /^(\p{Lu}[\p{L}\s-]{1,40}?)\s(?:v\/|ved)\s*(\p{Lu}.+)$/u

const ofGroup = (people: readonly Attendee[], printed = ''): Attendee[] => {
  const group = printed.replace(/^(?:fra|frå|for)\s(?=\p{Lu})/iu, '')
  return people.map((person) => ({ ...person, organisation: person.organisation ?? group }))
}

const BODY_OF_WORDS = /^\p{Lu}[\p{L}-]+(?:\s[\p{L}-]+){0,2}\s\p{Ll}[\p{L}-]{3,}$/u

/** "rådmann Nordby" behind "Kari Nes," tells of her; "rådmann Ola Dahl" is somebody else. */
function tellsOfLast(bare: string, last: Attendee): boolean {
  const before = officeBefore(bare)
  if (before) return last.role === undefined && !/\s/.test(before.rest) && !isGivenName(before.rest)
  // "Nordby vann" is a capital and no name.
  if (!isName(bare) && BODY_OF_WORDS.test(bare)) return true
  return !/^\p{Lu}/u.test(bare) || tellsRole(bare) || /(?<!\p{L})(?:kommune|fylke|IKS|AS|KF)(?!\p{L})/u.test(bare)
}

/** "Kari Nes og rådmann Ola Dahl" are two; "kommunalsjef helse og mestring Kari Nes" is one. */
function partsByAnd(text: string): string[] {
  const parts = text.split(/\s+(?:og|samt|and)\s+/u)
  const firsts = parts.flatMap((part, at) => (at === 0 || /^\p{Lu}/u.test(part) || officeBefore(part) ? [at] : []))
  return firsts.map((at, index) => parts.slice(at, firsts[index + 1]).join(' og '))
}

/** A comma list in one line: full names, "Surname, Given" pairs, or names with organisation in parentheses. */
function readList(text: string, isInGroup = false): Attendee[] {
  const withoutMarker = text.replace(/^[•▪➢*–—-]\s*/u, '').replace(/\.$/, '')
  const byGroup = isInGroup ? [] : withoutMarker.split(NEXT_GROUP)
  if (byGroup.length > 1) return byGroup.flatMap((part) => readList(part))
  const bySemicolon = splitOutside(withoutMarker, ';')
  // What a semicolon keeps apart is a person each: commas within belong to that person.
  if (bySemicolon.length > 1) return bySemicolon.flatMap((part) => readEntry(part, isInGroup))
  const group = isInGroup ? null : GROUP.exec(withoutMarker)
  if (group?.[2]) return ofGroup(readList(group[2], true), group[1])
  const byOrganisations = withoutMarker.split(/,\s*(?=[^,]{2,40}\sv\/)/u)
  if (byOrganisations.length > 1) return byOrganisations.flatMap((part) => readList(part, isInGroup))
  const by = BY.exec(withoutMarker)
  if (by?.[2] && !isFullName(by[1] ?? '')) return ofGroup(readList(by[2], true), by[1])
  const tokens = splitOutside(withoutMarker, ',')
    .flatMap(partsByAnd)
    .map((part) => withoutMembers(foldBlanks(part)))
    .filter(Boolean)
  const pairs = pairsOf(tokens)
  if (pairs) return pairs
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
    if (last && tellsOfLast(bare, last)) {
      people.pop()
      const { organisation, role } = detailsOf([bare, ...(remark ? [remark] : [])])
      const joined = (...parts: (string | undefined)[]): string | undefined =>
        parts.filter(Boolean).join(', ') || undefined
      people.push({
        ...last,
        role: joined(last.role, role),
        organisation: joined(last.organisation, organisation),
      })
      continue
    }
    const person = readPerson(token)
    if (person) people.push(person)
  }
  return people
}

/** A point of a list, or a part between semicolons: one person with what stands beside the name, or a list itself. */
function readEntry(entry: string, isInGroup = false): Attendee[] {
  const tokens = splitOutside(entry, ',')
  const isList =
    tokens.filter((token) => isFullName(token.replace(/\s*\([^()]*\)/g, ''))).length > 1 ||
    pairsOf(tokens) !== undefined
  const person = isList ? undefined : readPerson(entry)
  return person ? [person] : readList(entry, isInGroup)
}

/**
 * The people a field names.
 * @param entries one comma list, or one entry a person (list items, table rows)
 * @returns empty when the field says that there is nobody, or holds nothing that is a name
 */
export function readPeople(entries: readonly string[]): Attendee[] {
  const filled = entries
    .map((entry) => foldBlanks(entry.slice(0, MAX_ENTRY_CHARS)))
    .filter((entry) => !saysNobody(entry))
  return filled.length === 1 ? readList(filled[0] ?? '') : filled.flatMap((entry) => readEntry(entry))
}
