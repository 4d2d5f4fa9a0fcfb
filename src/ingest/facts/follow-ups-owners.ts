import type { Meeting } from '../../domain/meeting.ts'
import { fold } from '../../norwegian/fold.ts'

/** The people a meeting's minutes name: who a first name or initials may stand for. */
export interface KnownPeople {
  /** "Kari Nes", "Kari", "KN" and "Nes" for Kari Nes. */
  has(name: string): boolean
}

export function knownPeople(meeting: Meeting | undefined): KnownPeople {
  const lists = [meeting?.present, meeting?.absent, meeting?.minuteTaker, meeting?.chair]
  const names = lists.flatMap((list) => list?.value.map((person) => person.name) ?? [])
  const known = new Set<string>()
  const firstNames: string[] = []
  for (const name of names) {
    const words = fold(name).split(' ')
    known.add(words.join(' '))
    known.add(words[0] ?? '')
    if (words.length > 1) {
      known.add(words.at(-1) ?? '')
      known.add(words.slice(0, 2).join(' '))
      known.add(words.map((word) => word.charAt(0)).join(''))
    }
    firstNames.push(words[0] ?? '')
  }
  return {
    has(name) {
      const folded = fold(name).replace(/\.$/, '')
      if (known.has(folded)) return true
      // "Cip" for Ciprian.
      return (
        folded.length >= 3 &&
        folded.length <= 4 &&
        firstNames.some((first) => first.length > 5 && first.startsWith(folded))
      )
    },
  }
}

const ROLE =
  /^(?:daglig|dagleg|leder(?:en)?|leiar(?:en)?|rådmann(?:en)?|administrasjonen|sekretariatet|styret|rådet|utvalget|utvalet|ordfører(?:en)?|ordførar(?:en)?|møteleder(?:en)?|møteleiar(?:en)?|referent(?:en)?|personvernombudet|(?:kommune|kommunal)direktør(?:en|ane|ene)?|\p{L}+(?:sjef|leder|leiar|direktør|rådgiver|rådgivar|ansvarlig|ansvarleg)(?:en)?|\p{L}+(?:gruppa|gruppen|utvalget|utvalet|avdelinga|avdelingen|rådet|styret|teamet))$/iu
const PRONOUN =
  /^(?:vi|me|man|det|den|dette|denne|disse|desse|de|dei|han|hun|ho|ein|en|noen|nokon|alle|saken|saka|sakene|her|der|da|så|når|som|dersom|hvis|om|for|i|på|til|ved|med|av|fra|frå|etter|før|videre|vidare|samtidig|neste|forslaget|framlegget|følgende|følgjande)$/iu
const MAX_WHO_CHARS = 100

/** Whether words name somebody who can promise: people, an office, an organisation. A pronoun names nobody. */
export function isOwner(text: string): boolean {
  const words = text.trim().split(/\s+/)
  const [first = ''] = words
  if (!text.trim() || text.length > MAX_WHO_CHARS || PRONOUN.test(first.replace(/,$/, ''))) return false
  if (!/^\p{Lu}/u.test(first) && !ROLE.test(first)) return false
  return words.every((word) => {
    const bare = word.replace(/,$/, '')
    return /^(?:\p{Lu}[\p{L}\d'’./-]*|og|av|for|i|\/|samt)$/u.test(bare) || ROLE.test(bare)
  })
}

/** "Vi" promises too, though it names nobody. */
export const isWe = (text: string): boolean => /^(?:vi|me)$/iu.test(text.trim())

const NAME_SHAPE = /^\p{Lu}[\p{L}'’.-]*(?:\s\p{Lu}[\p{L}'’.-]*){0,3}$/u

/** The names of a comma list, when it holds nothing else. */
export function namesOnly(text: string): readonly string[] | undefined {
  const names = text
    .split(/\s*(?:,|\/|\s+og\s+|&)\s*/u)
    .map((name) => name.trim())
    .filter(Boolean)
  return names.length > 0 && names.every((name) => NAME_SHAPE.test(name)) ? names : undefined
}

export const isInitials = (name: string): boolean => /^\p{Lu}{1,3}$/u.test(name)
