import type { Citation } from '../domain/answer.ts'
import { withoutLinks } from './safe-text.ts'
import type { Texts } from './texts/texts.ts'

/** What Teams takes (documented): more is refused, and `text` or `encodingFormat` make it answer 500. */
export const MOST_CITATIONS = 20
const MOST_NAME_CHARS = 80
export const MOST_ABSTRACT_CHARS = 160
const MOST_KEYWORD_CHARS = 28
const MOST_URL_CHARS = 1_000

export interface Claim {
  readonly '@type': 'Claim'
  /** The number in the text's marker. */
  readonly position: number
  readonly appearance: {
    readonly '@type': 'DigitalDocument'
    readonly name: string
    readonly abstract: string
    readonly url?: string
    readonly keywords?: readonly string[]
  }
}

export interface MessageEntity {
  readonly type: 'https://schema.org/Message'
  readonly '@type': 'Message'
  readonly '@context': 'https://schema.org'
  readonly '@id': ''
  readonly additionalType?: readonly ['AIGeneratedContent']
  readonly citation?: readonly Claim[]
}

/** Cut after a whole word, with an ellipsis. */
export function shortened(text: string, mostChars: number): string {
  if (text.length <= mostChars) return text
  const cut = text.slice(0, mostChars - 1)
  const atWord = cut.replace(/\s+\S*$/, '')
  const kept = atWord.length >= mostChars / 2 ? atWord : cut.replace(/[\ud800-\udbff]$/, '')
  return `${kept.replace(/[\s,;:–-]+$/, '')}…`
}

const plain = (text: string): string => withoutLinks(text).replace(/\s+/g, ' ').trim()

/** @returns undefined for anything but a plain https address */
export function citationUrl(citation: Citation): string | undefined {
  if (!citation.url || !URL.canParse(citation.url)) return undefined
  const url = new URL(citation.url)
  const isPlain = url.protocol === 'https:' && !url.username && !url.password
  return isPlain && url.href.length <= MOST_URL_CHARS ? url.href : undefined
}

/** "Title, side 3": where to look. */
export function placeOf(citation: Citation, texts: Texts): string {
  const title = plain(citation.title) || plain(citation.document)
  const page = citation.page === null ? '' : `, ${texts.page(citation.page)}`
  return shortened(title, MOST_NAME_CHARS - page.length) + page
}

export function claimOf(citation: Citation, position: number, texts: Texts): Claim {
  const name = placeOf(citation, texts)
  const url = citationUrl(citation)
  const keywords = [citation.caseNumber, citation.meetingDate]
    .filter((word) => word !== null)
    .map(plain)
    .filter((word) => word !== '' && word.length <= MOST_KEYWORD_CHARS)
  return {
    '@type': 'Claim',
    position,
    appearance: {
      '@type': 'DigitalDocument',
      name,
      abstract: shortened(plain(citation.quote) || name, MOST_ABSTRACT_CHARS),
      ...(url && { url }),
      ...(keywords.length > 0 && { keywords }),
    },
  }
}

/** @returns undefined when there is nothing to say: a second root entity, or an empty one, is refused */
export function messageEntity(claims: readonly Claim[], isModelWritten: boolean): MessageEntity | undefined {
  if (claims.length === 0 && !isModelWritten) return undefined
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    ...(isModelWritten && { additionalType: ['AIGeneratedContent'] as const }),
    ...(claims.length > 0 && { citation: claims }),
  }
}
