import { safeLine } from './safe-text.ts'

/** What a line is: running text, a list item, or a line of a quote. */
export type LineKind = 'text' | 'item' | 'quote'

/** A sentence with the markers that follow it: never torn apart when an answer needs several messages. */
export interface Piece {
  readonly kind: LineKind
  /** Begins a line, rather than following the piece before. */
  readonly isLineStart: boolean
  /** Markdown, and numbers of citations (1 for the first) where markers stand. */
  readonly segments: readonly (string | number)[]
}

const SENTENCE_END = /(?<=[.!?…][»”")]?(?:\s?\[\d{1,3}\])*\s)(?=[\p{Lu}«“"])/u
const MARKER = /\[(\d{1,3})\]/g
const MOST_PIECE_CHARS = 8_000

/** Stands for a bracket that is not a marker's. */
const BRACKET = '\ue000'

/**
 * Brackets that stand in a quote are the document's ("jf. note [2]"), not markers.
 * @param text in which quotes may stand
 */
export function shieldQuotes(text: string, quotes: readonly string[]): string {
  let shielded = text.replaceAll(BRACKET, '')
  for (const quote of quotes)
    if (/\[\d{1,3}\]/.test(quote)) shielded = shielded.replaceAll(quote, quote.replaceAll('[', BRACKET))
  return shielded
}

const escaped = (text: string): string => (text === '' ? '' : safeLine(text.replaceAll(BRACKET, '[')))

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

function segmentsOf(text: string, citationCount: number): (string | number)[] {
  const segments: (string | number)[] = []
  let from = 0
  const push = (to: number): void => {
    const part = escaped(text.slice(from, to))
    // "[1](…)", "[1]: …" and "[1][…" would make the marker a link.
    if (part) segments.push(segments.length > 0 && /^[(:]/.test(part) ? `\\${part}` : part)
  }
  for (const match of text.matchAll(MARKER)) {
    const citation = Number(match[1])
    if (citation < 1 || citation > citationCount) continue
    push(match.index)
    segments.push(citation)
    from = match.index + match[0].length
  }
  push(text.length)
  return segments
}

/**
 * @param text plain, shielded; lines that start with "- " or "• " are list items
 * @param citationCount markers from [1] to this are citations; others are text
 */
export function piecesOf(text: string, citationCount: number, kind?: LineKind): Piece[] {
  return text
    .split(/\r\n?|\n|\u2028|\u2029/)
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const item = kind ? null : /^\s*[-•]\s+(.*)$/su.exec(line)
      const content = (item ? (item[1] ?? '') : line).trim()
      return content
        .split(SENTENCE_END)
        .flatMap(cutLong)
        .map((sentence, index) => ({
          kind: kind ?? (item ? 'item' : 'text'),
          isLineStart: index === 0,
          segments: segmentsOf(sentence, citationCount),
        }))
    })
}

export const citationsIn = (pieces: readonly Piece[]): Set<number> =>
  new Set(pieces.flatMap((piece) => piece.segments.filter((segment) => typeof segment === 'number')))

const PREFIX: Readonly<Record<LineKind, string>> = { text: '', item: '- ', quote: '> ' }

/** @param numberOf what a marker shows for a citation */
export function markdownOf(pieces: readonly Piece[], numberOf: (citation: number) => number): string {
  let markdown = ''
  let before: LineKind | undefined
  for (const piece of pieces) {
    const content = piece.segments.map((part) => (typeof part === 'number' ? `[${numberOf(part)}]` : part)).join('')
    if (before !== undefined && !piece.isLineStart) {
      markdown += content
      continue
    }
    if (before !== undefined) markdown = `${markdown.trimEnd()}${gapBetween(before, piece.kind)}`
    markdown += PREFIX[piece.kind] + content.trimStart()
    before = piece.kind
  }
  return markdown.trimEnd()
}

/** Teams runs lines together that one line break parts, except in a list. */
function gapBetween(before: LineKind, after: LineKind): string {
  if (before === 'item' && after === 'item') return '\n'
  return before === 'quote' && after === 'quote' ? '\n>\n' : '\n\n'
}
