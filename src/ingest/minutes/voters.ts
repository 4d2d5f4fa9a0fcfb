import type { Voter } from '../../domain/meeting.ts'
import { fold, foldSpaces } from '../../norwegian/fold.ts'

export interface VoterList {
  readonly voters: readonly Voter[]
  /** Parties that stand instead of names: "SV", "2 H". */
  readonly parties: readonly string[]
  /** How many parts are neither. */
  readonly unread: number
}

const PARTIES: ReadonlySet<string> = new Set(
  `ap h frp sp sv v krf r mdg inp pp pensj uavh uavh. kp nkp dna a høyre høgre venstre rødt raudt arbeiderpartiet arbeidarpartiet
  senterpartiet fremskrittspartiet framstegspartiet pensjonistpartiet konservativt bygdelista uavhengig uavhengige`
    .split(/\s+/)
    .concat('kristelig folkeparti', 'kristeleg folkeparti', 'sosialistisk venstreparti', 'miljøpartiet de grønne')
    .concat('miljøpartiet dei grøne', 'de grønne', 'industri- og næringspartiet'),
)
const PARTY_SHAPE = /^(?:\p{Lu}{1,6}|\p{Lu}[\p{L}-]*(?:lista|listen|partiet|parti))$/u

export const isParty = (text: string): boolean => PARTIES.has(fold(text)) || PARTY_SHAPE.test(text.trim())

const NAME_WORD = String.raw`\p{Lu}[\p{L}'’.-]*`
const NAME = new RegExp(
  `^${NAME_WORD}(?:\\s(?:${NAME_WORD}|von|van|de|der|den|af|av|al|el|bin|ibn|da|dos|la|le))*$`,
  'u',
)
const OFFICE =
  /^(?:(?:ordfører|ordførar|varaordfører|varaordførar|leder|leiar|nestleder|nestleiar|utvalgsleder|representanten|representant|medlem|rep\.)\s+)+(?=\p{Lu})/iu
/** "fra H", "2 fra H", "H 2", "H (2)" */
const PARTY_COUNT =
  /^(?:(\d{1,2})\s*(?:stk\.?\s*)?)?(?:(?:representanter|representantar|medlemmer|medlemer)\s+)?(?:f?r[aå]\s+)?(\p{Lu}[\p{L} .-]*?)(?:\s*\(?(\d{1,2})\)?)?$/u
/** "AP: Kari Nes" */
const GROUP = /^(\p{Lu}[\p{L} -]{0,40}?)\s?:\s+(?=\p{Lu})/u
const REMARK = /^(?:møtende\s|møtande\s|fast\s|pva\.?\s?|vara|perm|inhabil|ugild|permisjon)/iu

/** At commas, semicolons and "og" in front of a name, outside parentheses. */
function partsOf(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  const cut = (at: number, skip: number): void => {
    parts.push(text.slice(from, at))
    from = at + skip
  }
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at)
    if (char === '(') depth++
    else if (char === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0 && (char === ',' || char === ';')) cut(at, 1)
    else if (depth === 0 && char === ' ') {
      const joint = /^ (?:og|samt)(?= \p{Lu}| \d)/u.exec(text.slice(at, at + 8))
      if (joint) cut(at, joint[0].length)
    }
  }
  parts.push(text.slice(from))
  return parts.map((part) => foldSpaces(part).replace(/^[•▪➢*–—-]\s+/u, '')).filter(Boolean)
}

/** A whole list in parentheses: "(Kari Nes, SV)". */
function withoutFrame(text: string): string {
  const trimmed = text.trim().replace(/[.:]$/, '')
  if (!trimmed.startsWith('(') || !trimmed.endsWith(')')) return trimmed
  let depth = 0
  for (const [at, char] of [...trimmed].entries()) {
    if (char === '(') depth++
    if (char === ')' && --depth === 0) return at === [...trimmed].length - 1 ? trimmed.slice(1, -1) : trimmed
  }
  return trimmed
}

/** The names in a list of votes: "Kari Nes (AP), Ola Dahl (H)", "AP: Kari Nes; H: Ola Dahl", "SV og 2 H". */
export function readVoters(text: string): VoterList {
  const voters: Voter[] = []
  const parties: string[] = []
  let unread = 0
  let group: string | undefined
  for (const given of partsOf(withoutFrame(text))) {
    const grouped = GROUP.exec(given)
    if (grouped?.[1] && isParty(grouped[1])) group = grouped[1]
    const part = (grouped && group === grouped[1] ? given.slice(grouped[0].length) : given)
      .replace(OFFICE, '')
      .replace(/(?<=[\p{L})])\.$/u, '')
    const [, name = '', inside] = /^([^()]+?)\s*(?:\(([^()]*)\))?$/.exec(part) ?? []
    const counted = PARTY_COUNT.exec(part)
    const last = voters.at(-1)
    if (counted?.[2] && isParty(counted[2])) {
      // "Kari Nes, SV": the party of the name before it.
      if (last && !last.party && parties.length === 0 && !counted[1] && !counted[3])
        voters[voters.length - 1] = { ...last, party: counted[2] }
      else parties.push(part)
    } else if (NAME.test(name)) voters.push({ name, party: inside?.trim() || group })
    else if (!REMARK.test(part)) unread++
  }
  return { voters, parties, unread }
}

const wordsOf = (name: string): string[] => fold(name).replace(/\./g, '').split(' ').filter(Boolean)
const isShortFor = (short: string, long: string): boolean => short.length === 1 && long.startsWith(short)

/** One person under two spellings: middle names may be left out or be initials. */
export function isSamePerson(left: string, right: string): boolean {
  const a = wordsOf(left)
  const b = wordsOf(right)
  if (a.length === 1 || b.length === 1) return a.some((word) => b.includes(word))
  if (a.at(-1) !== b.at(-1)) return false
  const [firstA = '', firstB = ''] = [a[0], b[0]]
  if (firstA !== firstB && !isShortFor(firstA, firstB) && !isShortFor(firstB, firstA)) return false
  const middleA = a.slice(1, -1)
  const middleB = b.slice(1, -1)
  const [fewer, more] = middleA.length <= middleB.length ? [middleA, middleB] : [middleB, middleA]
  return fewer.every((word) =>
    more.some((other) => word === other || isShortFor(word, other) || isShortFor(other, word)),
  )
}
