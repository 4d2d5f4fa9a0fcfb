import type { Answer, Citation } from '../domain/answer.ts'
import type { Language } from '../domain/document.ts'
import {
  type Claim,
  citationUrl,
  claimOf,
  type MessageEntity,
  MOST_ABSTRACT_CHARS,
  MOST_CITATIONS,
  messageEntity,
  placeOf,
} from './citation-entity.ts'
import { citationsIn, markdownOf, type Piece, piecesOf } from './message-pieces.ts'
import { safeLine } from './safe-text.ts'
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
    text: markdownOf(piecesOf(text), (citation) => citation),
  }
}

/**
 * An answer as one message, or several when Teams could not take it as one.
 *
 * A paragraph ends with the markers of its citations; a citation that no paragraph names gets one at the end. Every
 * quote can be read in full: Teams cuts a citation's abstract at 160 characters, so that a longer quote which the text
 * does not hold stands in a block of its own.
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

function piecesOfAnswer({ paragraphs, citations }: Answer, texts: Texts): Piece[] {
  const numbers = citations.map((_citation, index) => index + 1)
  const named = new Set(paragraphs.flatMap((paragraph) => paragraph.citations))
  const said = folded(paragraphs.map(({ text }) => text).join(' '))
  const isReadable = ({ quote }: Citation): boolean => quote.length <= MOST_ABSTRACT_CHARS || isSaid(quote, said)
  const blockOf = (number: number): Piece[] => {
    const citation = citations[number - 1]
    return citation && !isReadable(citation) ? quoteBlock(citation, texts) : []
  }
  const shown = new Set<number>()
  const pieces = paragraphs.flatMap(({ text, citations: places }) => {
    const own = places.filter((place) => place >= 1 && place <= citations.length)
    const first = own.filter((place) => !shown.has(place))
    for (const place of first) shown.add(place)
    return [...piecesOf(text, own), ...linkUnder(text, own, citations, texts), ...first.flatMap(blockOf)]
  })
  const unnamed = numbers.filter((number) => !named.has(number))
  if (unnamed.length === 0) return pieces
  const end: Piece = { kind: 'text', isLineStart: pieces.at(-1)?.kind !== 'text', markdown: '', citations: unnamed }
  return [...pieces, end, ...unnamed.flatMap(blockOf)]
}

/** A text quotes a decision without its label ("Vedtak:"). */
function isSaid(quote: string, said: string): boolean {
  const words = folded(quote)
  return said.includes(words) || said.includes(words.replace(/^\p{Lu}[\p{L} ]{2,30}:\s*/u, ''))
}

/** Under a quote, the one case it comes from. */
function linkUnder(text: string, places: readonly number[], citations: readonly Citation[], texts: Texts): Piece[] {
  const urls = new Set(
    places.flatMap((place) => citations.slice(place - 1, place).flatMap((one) => citationUrl(one) ?? [])),
  )
  const [url] = urls
  if (!url || urls.size > 1 || !/^«/m.test(text)) return []
  const address = url.replace(/[()\\]/g, (char) => LINK_ENDS[char] ?? '')
  return [{ kind: 'text', isLineStart: true, markdown: `[${texts.openCase}](${address})`, citations: [] }]
}

function quoteBlock(citation: Citation, texts: Texts): Piece[] {
  return [
    ...piecesOf(`«${citation.quote}»`).map((piece): Piece => ({ ...piece, kind: 'quote' })),
    { kind: 'quote', isLineStart: true, markdown: safeLine(`— ${placeOf(citation, texts)}`), citations: [] },
  ]
}

interface Packed {
  readonly text: string
  readonly claims: readonly Claim[]
}

/** The markers of a piece that no message could take whole may go into several. */
function withFewCitations(piece: Piece): Piece[] {
  if (piece.citations.length <= MOST_CITATIONS) return [piece]
  const markers = piece.citations.map(
    (citation): Piece => ({
      kind: piece.kind,
      isLineStart: false,
      markdown: '',
      citations: [citation],
    }),
  )
  return [{ ...piece, citations: [] }, ...markers]
}

/** Fills messages piece by piece. Where several are needed, each numbers its own citations from 1. */
function pack(pieces: readonly Piece[], citations: readonly Citation[], texts: Texts): Packed[] {
  const groups: Piece[][] = []
  let group: Piece[] = []
  let used = new Set<number>()
  let chars = 0
  const costs = citations.map((citation) => JSON.stringify(claimOf(citation, 100, texts)).length + 1)
  for (const piece of pieces.flatMap(withFewCitations)) {
    const costOf = (): number => {
      const more = piece.citations.filter((citation) => !used.has(citation))
      const claimChars = more.reduce((sum, citation) => sum + (costs[citation - 1] ?? 0), 0)
      return JSON.stringify(piece.markdown).length + 6 * piece.citations.length + 8 + claimChars
    }
    const isFull = chars + costOf() > MOST_JSON_CHARS || new Set([...used, ...piece.citations]).size > MOST_CITATIONS
    if (isFull && group.length > 0) {
      groups.push(group)
      group = []
      used = new Set()
      chars = 0
    }
    chars += costOf()
    for (const citation of piece.citations) used.add(citation)
    group.push(piece)
  }
  groups.push(group)
  return groups.map((members) => {
    const inOrder = citationsIn(members)
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
