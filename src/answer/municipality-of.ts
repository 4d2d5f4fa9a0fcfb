import { fold } from '../norwegian/fold.ts'
import { fileNameWords } from './file-name-words.ts'

/** "Nordvik kommune – møtebok", "Nordvik formannskap", "Formannskapet i Nordvik". */
const OWNER =
  /(\p{Lu}[\p{L}-]+)s?\s+kommune(?!\p{L})|(?:^|\n)(\p{Lu}[\p{L}-]+)\s+(?:formannskap|kommunestyre|bystyre)(?!\p{L})|(?:formannskapet|kommunestyret|bystyret)\s+i\s+(\p{Lu}[\p{L}-]+)/u
/** "nordvik-formannskap-2025-01-22.pdf" */
const OWNER_IN_FILE = /(?<!\p{L})(\p{L}{4,})\s(?:formannskap|kommunestyre|bystyre)/iu

/** The one municipality whose paper it is, folded, as far as title, body or file name tell; none for those of cooperations. */
export function municipalityOf(title: string, committee: string | undefined, fileName: string): string | undefined {
  const match = OWNER.exec(`${title}\n${committee ?? ''}`) ?? OWNER_IN_FILE.exec(fileNameWords(fileName))
  return match ? fold(match.slice(1).find(Boolean) ?? '') : undefined
}
