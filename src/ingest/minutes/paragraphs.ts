import { endsWithAbbreviation } from '../../norwegian/abbreviations.ts'
import { joinLines } from '../../norwegian/hyphens.ts'
import { startsListItem } from '../readers/lines.ts'

/** Joined when the page or the writer broke a sentence; else a paragraph a line. */
export function joinParagraphs(texts: readonly string[]): string {
  const joined: string[] = []
  for (const text of texts) {
    const last = joined.at(-1)
    const isBroken =
      last !== undefined &&
      !startsListItem(text) &&
      ((endsWithAbbreviation(last) && /^[\p{Ll}\d]/u.test(text)) || (/^\p{Ll}/u.test(text) && !/[.:!?]$/.test(last)))
    if (isBroken) joined[joined.length - 1] = joinLines([last, text])
    else joined.push(text)
  }
  return joined.join('\n')
}
