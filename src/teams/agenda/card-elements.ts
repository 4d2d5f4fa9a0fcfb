import type { PostLanguage } from '../../agenda/ports.ts'
import { shortened } from '../citation-entity.ts'
import { plainHeading, plainRun } from './card-text.ts'

/** A piece of an Adaptive Card. */
export type Element = Readonly<Record<string, unknown>>

export interface CardMessage {
  readonly type: 'message'
  readonly locale: string
  /** What a notification shows, and a client without cards. */
  readonly summary: string
  readonly attachments: readonly { readonly contentType: string; readonly content: Element }[]
}

export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive'

/** Teams takes 28 KB; what it adds on the way is unknown. */
const MOST_BYTES = 26_000
const MOST_SUMMARY_CHARS = 400
const MOST_FALLBACK_CHARS = 1_500
const LOCALES = { nb: 'nb-NO', nn: 'nn-NO' } as const

export const heading = (text: string, more: Element = {}): Element => ({
  type: 'TextBlock',
  text: plainHeading(text),
  wrap: true,
  weight: 'Bolder',
  style: 'heading',
  ...more,
})

export const run = (text: string, more: Element = {}): Element => ({ type: 'TextRun', text: plainRun(text), ...more })

/** Between two runs: `run` would trim it away. */
export const SPACE: Element = { type: 'TextRun', text: ' ' }

export const line = (runs: readonly Element[], more: Element = {}): Element => ({
  type: 'RichTextBlock',
  inlines: runs,
  ...more,
})

export interface CardContent {
  readonly language: PostLanguage
  /** All of it as plain text. */
  readonly plainText: string
  /** How many of the card's entries there are; fewer are shown where all do not fit. */
  readonly count: number
  /** Body and actions of the card with its first entries. */
  show(count: number): Element
}

/** One card and nothing else, within the size that Teams takes: the Playground makes two posts of a text with a card. */
export function fittedCard({ language, plainText, count, show }: CardContent): CardMessage {
  const cardOf = (shown: number): Element => ({
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: language,
    fallbackText: shortened(plainRun(plainText), MOST_FALLBACK_CHARS),
    ...show(shown),
  })
  let shown = count
  let content = cardOf(shown)
  while (shown > 0 && Buffer.byteLength(JSON.stringify(content)) > MOST_BYTES) {
    shown = Math.floor(shown * 0.9)
    content = cardOf(shown)
  }
  return {
    type: 'message',
    locale: LOCALES[language],
    summary: shortened(plainRun(plainText), MOST_SUMMARY_CHARS),
    attachments: [{ contentType: CARD_TYPE, content }],
  }
}
