import { asciiFold } from '../norwegian/fold.ts'
import { tokens } from '../norwegian/tokens.ts'

const wordsOf = (question: string): ReadonlySet<string> =>
  new Set(tokens(question).flatMap(({ text }) => [asciiFold(text), asciiFold(text).replace(/s$/, '')]))

/** Everybody in every list may be asked of the same question. */
let last: { readonly question: string; readonly words: ReadonlySet<string> } | undefined

/** Whether a question names somebody: by surname, or by given name and surname. A genitive counts. */
export function namesPerson(question: string, name: string): boolean {
  if (last?.question !== question) last = { question, words: wordsOf(question) }
  const words = asciiFold(name)
    .split(/[\s-]+/)
    .filter((word) => word.length > 2)
  const surname = words.at(-1)
  return surname !== undefined && surname.length > 2 && last.words.has(surname)
}

/** Capitalised words in a row that are no beginning of a sentence: the person a question names. */
export const personIn = (question: string): string | undefined =>
  /(?<=\s)\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’.-]*)*/u.exec(question)?.[0]
