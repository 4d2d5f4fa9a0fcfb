import { asciiFold } from '../norwegian/fold.ts'
import { tokens } from '../norwegian/tokens.ts'

/** Whether a question names somebody: by surname, or by given name and surname. A genitive counts. */
export function namesPerson(question: string, name: string): boolean {
  const asked = new Set(tokens(question).flatMap(({ text }) => [asciiFold(text), asciiFold(text).replace(/s$/, '')]))
  const words = asciiFold(name)
    .split(/[\s-]+/)
    .filter((word) => word.length > 2)
  const surname = words.at(-1)
  return surname !== undefined && surname.length > 2 && asked.has(surname)
}

/** Capitalised words in a row that are no beginning of a sentence: the person a question names. */
export const personIn = (question: string): string | undefined =>
  /(?<=\s)\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’.-]*)*/u.exec(question)?.[0]
