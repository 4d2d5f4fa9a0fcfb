import { safeLine } from './safe-text.ts'

/** What a line is: running text, a list item, or a line of a quote. */
export type LineKind = 'text' | 'item' | 'quote'

/** A sentence with the markers that follow it: never torn apart when an answer needs several messages. */
export interface Piece {
  readonly kind: LineKind
  /** Begins a line, rather than following the piece before. */
  readonly isLineStart: boolean
  readonly markdown: string
  /** The citations whose markers follow, 1 for the first. */
  readonly citations: readonly number[]
}

const SENTENCE_END = /(?<=[.!?…][»”")]?\s)(?=[\p{Lu}«“"])/u
const MOST_PIECE_CHARS = 8_000

/** At a space, or anywhere when there is none; never inside a character. */
function cutLong(text: string): string[] {
  const parts: string[] = []
  let rest = text
  while (rest.length > MOST_PIECE_CHARS) {
    const space = rest.lastIndexOf(' ', MOST_PIECE_CHARS)
    let at = space > MOST_PIECE_CHARS / 2 ? space + 1 : MOST_PIECE_CHARS
    if (/[\ud800-\udbff]/.test(rest[at - 1] ?? '')) at--
    parts.push(rest.slice(0, at))
    rest = rest.slice(at)
  }
  return [...parts, rest]
}

/**
 * A paragraph of plain text as pieces. Lines that start with "- " or "• " are list items; lines from a « at the start
 * of one to the » at the end of one are a quote.
 * @param citations their markers follow the last piece
 */
export function piecesOf(text: string, citations: readonly number[] = []): Piece[] {
  const pieces: Piece[] = []
  let isInQuote = false
  for (const line of text.split(/\r\n?|\n|\u2028|\u2029/)) {
    const trimmed = line.trim()
    if (trimmed === '') continue
    if (trimmed.startsWith('«')) isInQuote = true
    const item = isInQuote ? null : /^[-•]\s+(.*)$/su.exec(trimmed)
    const kind = isInQuote ? 'quote' : item ? 'item' : 'text'
    ;(item?.[1] ?? trimmed)
      .split(SENTENCE_END)
      .flatMap(cutLong)
      .forEach((sentence, index) => {
        pieces.push({ kind, isLineStart: index === 0, markdown: safeLine(sentence), citations: [] })
      })
    if (trimmed.endsWith('»')) isInQuote = false
  }
  const last = pieces.pop()
  return last ? [...pieces, { ...last, citations }] : pieces
}

export const citationsIn = (pieces: readonly Piece[]): number[] => [
  ...new Set(pieces.flatMap((piece) => piece.citations)),
]

const PREFIX: Readonly<Record<LineKind, string>> = { text: '', item: '- ', quote: '> ' }

/** @param numberOf what a marker shows for a citation */
export function markdownOf(pieces: readonly Piece[], numberOf: (citation: number) => number): string {
  let markdown = ''
  let before: LineKind | undefined
  for (const piece of pieces) {
    const markers = piece.citations.map((citation) => ` [${numberOf(citation)}]`).join('')
    const startsLine = piece.isLineStart || before === undefined
    if (startsLine) {
      if (before !== undefined) markdown = `${markdown.trimEnd()}${gapBetween(before, piece.kind)}`
      markdown += PREFIX[piece.kind] + piece.markdown.trimStart()
    } else markdown += piece.markdown
    if (markers) markdown = markdown.trimEnd() + markers
    before = piece.kind
  }
  return markdown.trimEnd()
}

/** Teams runs lines together that one line break parts, except in a list. */
function gapBetween(before: LineKind, after: LineKind): string {
  if (before === 'item' && after === 'item') return '\n'
  return before === 'quote' && after === 'quote' ? '\n>\n' : '\n\n'
}
