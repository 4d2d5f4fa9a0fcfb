import { findCaseNumbers } from '../../domain/case-number.ts'
import type { Attendee } from '../../domain/meeting.ts'
import { isGivenName } from '../../norwegian/given-names.ts'

/** What an office is called, at the end of longer words too: "økonomisjef", "hovedverneombud". */
const OFFICE =
  'ordfører|ordførar|leder|leiar|direktør|rådmann|sjef|rådgiver|rådgivar|sekretær|revisor|koordinator|konsulent|rektor|lege|advokat|byråd|arkitekt|ingeniør|lærer|lærar|representant|tillitsvalgt|tillitsvald|ombud|ombod'
/** "konstituert kommunedirektør", "daglig leder" */
const RANK =
  '(?:(?:fung\\.|fungerende|fungerande|konstituert|tidligere|tidlegare|assisterende|assisterande|dagleg|daglig|hovudtillitsvald|hovedtillitsvalgt|oppdragsansvarlig)\\s)*'
const ROLE = new RegExp(
  String.raw`^${RANK}(?:(?:skrev|skreiv|førte|førde|tok)\s(?:referat|protokoll|møtebok)\p{L}*|(?:neste?|nest)(?:leder|leiar)|styremedlem|medlem|varamedlem|vara|referent|ref\.|skrivar|skriver|observatør|fast møtende|[\p{L}-]*(?:${OFFICE}|eier|eigar|ansvarlig|ansvarleg|saksbehandler|saksbehandlar))(?!\p{L})`,
  'iu',
)
const ONLY_OFFICE = new RegExp(String.raw`^${RANK}[\p{L}-]*(?:${OFFICE})$`, 'iu')
/** "kommunalsjef helse og mestring" */
const OFFICE_OF_FIELD = new RegExp(
  String.raw`^${RANK}[\p{L}-]*(?:${OFFICE})(?:\s(?!(?:i|for|av|ved|på|som)(?!\p{L}))\p{L}+){1,4}$`,
  'iu',
)
const SUBSTITUTE = /\b(?:vara(?:medlem)?\s+for|møtte\s+for|for)\s+\p{Lu}/u
/** "frå 51/14", "unntatt sak 35/24", "perm. kl. 14": when somebody was there. */
const REMARK =
  /^(?:unntatt|unnateke|under|til|fra|frå|fram til|perm|permisjon|forfall|kl|gikk|kom|deltok|på|fratrådte)(?!\p{L}).*\d/iu
const NAME_WORD = String.raw`\p{Lu}[\p{L}'’.-]*`
const NAME = new RegExp(`^${NAME_WORD}(?:\\s+(?:${NAME_WORD}|von|van|de|af|av|der))*$`, 'u')

const MAX_PERSON_CHARS = 200

export const foldBlanks = (text: string): string => text.replace(/\s+/g, ' ').trim()

export const isName = (text: string): boolean => NAME.test(text)
/** A name of two words or more that begins as people's names do. */
export const isFullName = (text: string): boolean =>
  /\S\s+\S/.test(text) && isName(text) && isGivenName(text.split(/[\s-]/)[0] ?? '')

export const attendee = (name: string, organisation?: string, role?: string): Attendee => ({
  name: foldBlanks(name),
  organisation: organisation ? foldBlanks(organisation) : undefined,
  role: role ? foldBlanks(role) : undefined,
})

/** Commas or semicolons outside parentheses. */
export function splitOutside(text: string, separator: ',' | ';'): string[] {
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
  return parts.map(foldBlanks).filter(Boolean)
}

/** "Ordfører Kari Nes", "kommunalsjef helse og mestring Kari Nes": the office in front of a name. */
export function officeBefore(text: string): { readonly office: string; readonly rest: string } | undefined {
  const at = text.search(/(?<=\s)\p{Lu}/u)
  const office = text.slice(0, Math.max(at, 0)).trim()
  const rest = text.slice(Math.max(at, 0))
  const isOfField = OFFICE_OF_FIELD.test(office) && isFullName(rest)
  return at > 0 && (ONLY_OFFICE.test(office) || isOfField) ? { office, rest } : undefined
}

export const tellsRole = (detail: string): boolean => ROLE.test(detail)

/** "kommunedirektør Nordby", "Leder SP": what somebody is, and of what. */
function roleParts(detail: string): { readonly role: string; readonly organisation?: string } {
  const at = detail.search(/(?<=[\p{L}.]\s)\p{Lu}/u)
  const role = detail.slice(0, at).trim()
  const isSentence = at < 0 || !ROLE.test(role) || /\s(?:i|for|av|ved|på|og|til)$/u.test(role)
  return isSentence ? { role: detail } : { role, organisation: detail.slice(at) }
}

/** What stands beside a name, told apart. */
export function detailsOf(details: readonly string[]): Pick<Attendee, 'organisation' | 'role'> {
  const roles: string[] = []
  const organisations: string[] = []
  for (const detail of details) {
    const isTime = REMARK.test(detail) || findCaseNumbers(detail).length > 0
    if (SUBSTITUTE.test(detail) || isTime) roles.push(detail)
    else if (ROLE.test(detail)) {
      const { role, organisation } = roleParts(detail)
      roles.push(role)
      if (organisation) organisations.push(organisation)
    } else organisations.push(detail)
  }
  return { organisation: organisations.join(', ') || undefined, role: roles.join(', ') || undefined }
}

/** "Kari Nes Sp", "Ola Dahl H": a party that no mark keeps apart. */
const WITH_PARTY = /^(\S+(?:\s\S+)+)\s(A|AP|Ap|H|V|SP|Sp|SV|R|FRP|FrP|Frp|KRF|KrF|Krf|MDG|PP|INP)$/u
/** "medlemmene Per Vik og Liv Moe" */
const MEMBERS_BEFORE =
  /^(?:(?:styre|råds|utvalgs)?medle(?:mmene|mmer|mmane|mmar|mene|mer)|representant(?:ene|ane|er|ar))\s+(?=\p{Lu})/iu

export const withoutMembers = (text: string): string => text.replace(MEMBERS_BEFORE, '')

const initialsOf = (name: string): string => (name.match(/(?<!\p{L})\p{Lu}/gu) ?? []).join('')

/** One person with what stands beside the name: "Kari Nes (Ap), nestleder", "Ola Dahl, styremedlem, Nordby kommune". */
export function readPerson(text: string): Attendee | undefined {
  const [namePart = '', ...details] = splitOutside(
    text.replace(/^([^,(]*?\p{L})\s+[–—-]\s+(?=\p{L})/u, '$1, ').replace(/\(([^()]*)\)/g, ', $1,'),
    ',',
  )
  if (namePart.length > MAX_PERSON_CHARS) return undefined
  const substitute = /^(.*?)[\s,–-]+((?:vara(?:medlem)?\s+)?(?:for|møtte for)\s+\p{Lu}.*)$/u.exec(namePart)
  const printed = (substitute?.[1] ?? namePart).replace(/^[•▪➢*–—-]\s*|\s*[.:]$/gu, '')
  const before = officeBefore(printed)
  const [, bare, party] = WITH_PARTY.exec(before?.rest ?? printed) ?? []
  const name = bare ?? before?.rest ?? printed
  if (!isName(foldBlanks(name))) return undefined
  const beside = detailsOf([...details.filter((detail) => detail !== initialsOf(name)), ...(party ? [party] : [])])
  const role = [before?.office, substitute?.[2], beside.role].filter(Boolean).join(', ')
  return attendee(name, beside.organisation, role || undefined)
}
