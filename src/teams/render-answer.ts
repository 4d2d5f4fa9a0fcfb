import type { Answer, Citation } from '../domain/answer.ts'
import type { Language } from '../domain/document.ts'
import {
  type Claim,
  citationUrl,
  claimOf,
  type MessageEntity,
  MOST_CITATIONS,
  messageEntity,
  placeOf,
} from './citation-entity.ts'
import { citationsIn, markdownOf, type Piece, piecesOf, shieldQuotes } from './message-pieces.ts'
import { type Texts, textsIn } from './texts/texts.ts'

export interface OutgoingMessage {
  readonly type: 'message'
  readonly textFormat: 'markdown'
  readonly locale: string
  readonly text: string
  readonly entities?: MessageEntity[]
}

/** Teams takes about 100 KB as UTF-16; 80 leaves room for what the SDK and the channel add. */
const MOST_JSON_CHARS = 38_000

const LOCALES: Readonly<Record<Language, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' }

const LINK_ENDS: Readonly<Record<string, string>> = { '(': '%28', ')': '%29', '\\': '%5C' }

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** A text of our own as one message. */
export function renderText(text: string, language: Language): OutgoingMessage {
  return {
    type: 'message',
    textFormat: 'markdown',
    locale: LOCALES[language],
    text: markdownOf(piecesOf(text, 0), (citation) => citation),
  }
}

/**
 * An answer as one message, or several when Teams could not take it as one.
 *
 * The text's markers `[n]` point at citation n. A citation without a marker gets one at the end. Every quote stands in
 * full: where the text does not hold it, as a quote block, because Teams cuts a citation's abstract at 160 characters.
 */
export function renderAnswer(answer: Answer): OutgoingMessage[] {
  const texts = textsIn(answer.language)
  const messages = pack(piecesOfAnswer(answer, texts), answer.citations, texts)
  return messages.map(({ text, claims }) => {
    const entity = messageEntity(claims, answer.mode === 'model')
    return {
      type: 'message',
      textFormat: 'markdown',
      locale: LOCALES[answer.language],
      text,
      ...(entity && { entities: [entity] }),
    }
  })
}

function piecesOfAnswer({ answer, citations }: Answer, texts: Texts): Piece[] {
  const quotes = citations.map((citation) => citation.quote)
  const pieces = piecesOf(shieldQuotes(answer, quotes), citations.length)
  const marked = citationsIn(pieces)
  const said = folded(answer)
  const isSaid = citations.map(({ quote }) => quote === '' || said.includes(folded(quote)))
  const unmarked = citations.flatMap((_citation, index) => (isSaid[index] && !marked.has(index + 1) ? [index + 1] : []))
  if (unmarked.length > 0)
    pieces.push({
      kind: 'text',
      isLineStart: pieces.at(-1)?.kind !== 'text',
      segments: unmarked.flatMap((citation) => [' ', citation]),
    })
  citations.forEach((citation, index) => {
    if (!isSaid[index]) pieces.push(...quoteBlock(citation, index + 1, texts))
  })
  return pieces
}

function quoteBlock(citation: Citation, number: number, texts: Texts): Piece[] {
  const quote = piecesOf(shieldQuotes(`«${citation.quote}»`, [citation.quote]), 0, 'quote')
  const last = quote.pop()
  const url = citationUrl(citation)
  const link = url ? ` – [${texts.openCase}](${url.replace(/[()\\]/g, (char) => LINK_ENDS[char] ?? '')})` : ''
  const place = piecesOf(`— ${placeOf(citation, texts)}`, 0, 'quote')
  return [
    ...quote,
    ...(last ? [{ ...last, segments: [...last.segments, ' ', number] }] : []),
    ...place.map((piece, index) =>
      index === place.length - 1 ? { ...piece, segments: [...piece.segments, link] } : piece,
    ),
  ]
}

interface Packed {
  readonly text: string
  readonly claims: readonly Claim[]
}

/** A piece with more citations than a message takes, as several. */
function withFewCitations(piece: Piece): Piece[] {
  const parts: Piece[] = []
  let segments: (string | number)[] = []
  for (const segment of piece.segments) {
    const isNew = typeof segment === 'number' && !segments.includes(segment)
    if (isNew && segments.filter((part) => typeof part === 'number').length >= MOST_CITATIONS) {
      parts.push({ ...piece, isLineStart: piece.isLineStart && parts.length === 0, segments })
      segments = []
    }
    segments.push(segment)
  }
  return [...parts, { ...piece, isLineStart: piece.isLineStart && parts.length === 0, segments }]
}

/** Fills messages piece by piece. Where several are needed, each numbers its own citations from 1. */
function pack(pieces: readonly Piece[], citations: readonly Citation[], texts: Texts): Packed[] {
  const groups: Piece[][] = []
  let group: Piece[] = []
  let used = new Set<number>()
  let chars = 0
  const costs = citations.map((citation) => JSON.stringify(claimOf(citation, 100, texts)).length + 1)
  for (const piece of pieces.flatMap(withFewCitations)) {
    const own = citationsIn([piece])
    const costOf = (known: ReadonlySet<number>): number =>
      JSON.stringify(piece.segments).length +
      8 +
      [...own].reduce((sum, citation) => sum + (known.has(citation) ? 0 : (costs[citation - 1] ?? 0)), 0)
    const isFull = chars + costOf(used) > MOST_JSON_CHARS || new Set([...used, ...own]).size > MOST_CITATIONS
    if (isFull && group.length > 0) {
      groups.push(group)
      group = []
      used = new Set()
      chars = 0
    }
    chars += costOf(used)
    for (const citation of own) used.add(citation)
    group.push(piece)
  }
  groups.push(group)
  return groups.map((members) => {
    const inOrder = [...citationsIn(members)]
    if (groups.length === 1) inOrder.sort((one, other) => one - other)
    const numberOf = (citation: number): number => (groups.length === 1 ? citation : inOrder.indexOf(citation) + 1)
    return {
      text: markdownOf(members, numberOf),
      claims: inOrder.flatMap((citation) => {
        const cited = citations[citation - 1]
        return cited ? [claimOf(cited, numberOf(citation), texts)] : []
      }),
    }
  })
}
