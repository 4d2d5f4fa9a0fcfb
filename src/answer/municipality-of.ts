import { fold } from '../norwegian/fold.ts'

/** "Nordvik kommune – møtebok", "Nordvik formannskap", "Formannskapet i Nordvik". */
const OWNER =
  /(\p{Lu}[\p{L}-]+)s?\s+kommune(?!\p{L})|(?:^|\n)(\p{Lu}[\p{L}-]+)\s+(?:formannskap|kommunestyre|bystyre)(?!\p{L})|(?:formannskapet|kommunestyret|bystyret)\s+i\s+(\p{Lu}[\p{L}-]+)/u

/** The one municipality whose document it is, folded; undefined for those of cooperations. */
export function municipalityOf(title: string, committee: string | undefined): string | undefined {
  const match = OWNER.exec(`${title}\n${committee ?? ''}`)
  return match ? fold(match.slice(1).find(Boolean) ?? '') : undefined
}
