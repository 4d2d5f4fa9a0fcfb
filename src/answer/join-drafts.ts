import type { Draft, DraftParagraph } from './draft.ts'

const keyOf = ({ text, citations }: DraftParagraph): string =>
  citations.map(({ document, quote }) => `${document}|${quote}`).join('\n') || text

/** One answer to a sentence that asks twice. What only one of them finds is answered; the other is left out. */
export function joined([first, ...others]: readonly [Draft, ...Draft[]]): Draft {
  const told = [first, ...others].filter(({ outcome }) => outcome === 'answered')
  const [main, ...rest] = told
  if (!main || rest.length === 0) return main ?? first
  const known = new Set(main.paragraphs.map(keyOf))
  return {
    ...main,
    paragraphs: [
      ...main.paragraphs,
      ...rest.flatMap(({ paragraphs }) => paragraphs.filter((paragraph) => !known.has(keyOf(paragraph)))),
    ],
    derived: told.flatMap(({ derived }) => derived),
  }
}
