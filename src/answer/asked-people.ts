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
