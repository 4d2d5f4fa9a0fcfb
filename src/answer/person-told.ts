import { fold } from '../norwegian/fold.ts'
import { tokens } from '../norwegian/tokens.ts'
import type { Draft } from './draft.ts'
import type { KnownNames } from './known-names.ts'
import { ASKS_WHO } from './plan/forms.ts'

/** Whoever the first of two questions asks for: "Hvem tok over, og var han til stede 3. mai?" */
const PERSON =
  /(?<!\p{L})(?:han|hun|ho|vedkommende|vedkomande|denne personen|personen|he|she|that person|the person|him|her)(?!\p{L})/iu
const NAME = /\p{Lu}\p{Ll}+(?:[ -]\p{Lu}[\p{Ll}.]+)+/gu

/** The full names in a text, without the places that stand beside them: "i Tverrdal Kari Nes". */
const namesIn = (text: string, { people, places }: KnownNames): string[] =>
  [...text.matchAll(NAME)].flatMap(([found]) => {
    const words = found.split(' ').filter((word) => !places.has(word.toLowerCase()))
    return words.length > 1 && words.some((word) => people.has(word.toLowerCase())) ? [words.join(' ')] : []
  })

/**
 * The question with the one person in its pronoun's place whom the question before it names, or the answer to that.
 * @returns undefined where it has no such pronoun, or none or several are named
 */
export function withPersonTold(question: string, asked: string, before: Draft, names: KnownNames): string | undefined {
  if (before.outcome !== 'answered' || !PERSON.test(question)) return undefined
  const known = new Set(tokens(asked).map(({ folded }) => folded))
  const told = new Set(
    before.paragraphs
      .flatMap(({ text }) => namesIn(text, names))
      .filter((name) => !tokens(name).some(({ folded }) => known.has(folded))),
  )
  // "Hva stemte Kari Nes i sak 3/25, og stemte hun i sak 7/25?"
  const named = new Set(namesIn(asked, names))
  const meant = named.size > 0 && !ASKS_WHO.test(fold(asked)) ? named : told
  const [person] = meant
  return person !== undefined && meant.size === 1 ? question.replace(PERSON, person) : undefined
}
