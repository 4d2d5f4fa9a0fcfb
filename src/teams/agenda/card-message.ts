import type { AgendaPost, ChannelPost, DecisionsPost, PostItem } from '../../agenda/ports.ts'
import { shortened } from '../citation-entity.ts'
import { ASK, askable, READ } from './card-action.ts'
import { plainHeading, plainRun } from './card-text.ts'
import { type CardTexts, cardTextsIn } from './texts/texts.ts'

type Element = Readonly<Record<string, unknown>>

export interface CardMessage {
  readonly type: 'message'
  readonly locale: string
  /** What a notification shows. */
  readonly summary: string
  readonly attachments: readonly { readonly contentType: string; readonly content: Element }[]
}

export interface CardOptions {
  readonly publicUrl: string | undefined
  /** Shown to those who are setting up: without the marker that a post is found by, and without buttons. */
  readonly isPreview: boolean
}

export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive'

/** Teams takes 28 KB; what it adds on the way is unknown. */
const MOST_BYTES = 26_000
const MOST_SUMMARY_CHARS = 400
const MOST_FALLBACK_CHARS = 1_500
const MOST_CHOICES = 40
const MOST_CHOICE_CHARS = 100
const MOST_URL_CHARS = 1_000
const LOCALES = { nb: 'nb-NO', nn: 'nn-NO' } as const

const heading = (text: string, more: Element = {}): Element => ({
  type: 'TextBlock',
  text: plainHeading(text),
  wrap: true,
  weight: 'Bolder',
  style: 'heading',
  ...more,
})

const run = (text: string, more: Element = {}): Element => ({ type: 'TextRun', text: plainRun(text), ...more })
const line = (runs: readonly Element[], more: Element = {}): Element => ({
  type: 'RichTextBlock',
  inlines: runs,
  ...more,
})

/** @returns undefined for anything but a plain https address */
function safeUrl(link: string | undefined): string | undefined {
  if (!link || !URL.canParse(link)) return undefined
  const url = new URL(link)
  const isPlain = url.protocol === 'https:' && !url.username && !url.password && url.href.length <= MOST_URL_CHARS
  return isPlain ? url.href : undefined
}

function itemLine(item: PostItem, struck: Element): Element {
  const url = item.isRestricted ? undefined : safeUrl(item.link)
  const title = run(item.title, {
    ...struck,
    ...(url && { underline: true, selectAction: { type: 'Action.OpenUrl', title: plainRun(item.title), url } }),
  })
  const number = item.caseNumber
    ? [run(item.caseNumber, { weight: 'Bolder', ...struck }), { type: 'TextRun', text: ' ' }]
    : []
  return line([...number, title], { spacing: 'Small' })
}

const block = (
  { heading: title, lines }: { heading: string; lines: readonly string[] },
  struck: Element,
): Element[] => [
  heading(title, { spacing: 'Medium' }),
  ...lines.map((text) => line([run(`• ${text}`, struck)], { spacing: 'Small' })),
]

function agendaBody(post: AgendaPost, itemCount: number, texts: CardTexts): Element[] {
  const struck: Element = post.isStruck ? { strikethrough: true } : {}
  const items = post.items.slice(0, itemCount)
  const left = post.items.length - items.length
  return [
    heading(post.title, { size: 'Large' }),
    ...post.notices.map((text) => line([run(text, { weight: 'Bolder', color: 'Attention' })])),
    ...(post.changes ? [{ type: 'Container', style: 'emphasis', items: block(post.changes, {}) }] : []),
    ...(post.introduction ? [line([run(post.introduction, struck)])] : []),
    ...post.facts.map(({ label, text }) =>
      line([run(`${label}:`, { weight: 'Bolder' }), { type: 'TextRun', text: ' ' }, run(text, struck)], {
        spacing: 'Small',
      }),
    ),
    heading(post.itemsHeading, { spacing: 'Medium' }),
    ...items.map((item) => itemLine(item, struck)),
    ...(left > 0 ? [line([run(texts.moreItems(left))], { spacing: 'Small' })] : []),
    ...post.sections.flatMap((section) => block(section, struck)),
  ]
}

function decisionsBody(post: DecisionsPost, itemCount: number, texts: CardTexts): Element[] {
  const items = post.items.slice(0, itemCount)
  const left = post.items.length - items.length
  return [
    heading(post.title, { size: 'Large' }),
    ...post.notices.map((text) => line([run(text, { weight: 'Bolder' })])),
    ...items.flatMap((item) => [
      { ...itemLine(item, {}), spacing: 'Medium' },
      ...(item.decision ?? '')
        .split('\n')
        .filter((part) => part.trim() !== '')
        .map((part) => line([run(part)], { spacing: 'Small' })),
      ...(item.note ? [line([run(item.note, { isSubtle: true })], { spacing: 'Small' })] : []),
    ]),
    ...(left > 0 ? [line([run(texts.moreItems(left))])] : []),
  ]
}

function actionsOf(post: ChannelPost, itemCount: number, publicUrl: string | undefined, texts: CardTexts): Element[] {
  const choices = askable(post.items.slice(0, Math.min(itemCount, MOST_CHOICES))).map(({ value, item }) => ({
    title: plainRun(shortened([item.caseNumber, item.title].filter(Boolean).join(' '), MOST_CHOICE_CHARS)),
    value,
  }))
  const ask: Element = {
    type: 'Action.ShowCard',
    title: texts.askButton,
    card: {
      type: 'AdaptiveCard',
      body: [
        {
          type: 'Input.ChoiceSet',
          id: 'matter',
          label: texts.askLabel,
          style: 'compact',
          isRequired: true,
          errorMessage: texts.askMissing,
          choices,
        },
      ],
      actions: [{ type: 'Action.Submit', title: texts.askSend, data: { rakel: ASK, ticket: post.marker } }],
    },
  }
  const calendar: Element | undefined =
    post.kind !== 'decisions' && post.calendar && publicUrl
      ? {
          type: 'Action.OpenUrl',
          title: texts.calendarButton,
          url: new URL(`agenda/${post.marker}.ics`, publicUrl).href,
        }
      : undefined
  const read: Element = {
    type: 'Action.Execute',
    title: texts.readButton,
    verb: READ,
    data: { rakel: READ, ticket: post.marker },
  }
  return [...(choices.length > 0 ? [ask] : []), read, ...(calendar ? [calendar] : [])]
}

function cardOf(post: ChannelPost, itemCount: number, { publicUrl, isPreview }: CardOptions): Element {
  const texts = cardTextsIn(post.language)
  const body = post.kind === 'decisions' ? decisionsBody(post, itemCount, texts) : agendaBody(post, itemCount, texts)
  // Survives Teams and Graph, which keep a card's elements, shown or not.
  const marker: Element = { type: 'TextBlock', id: post.marker, text: post.marker, isVisible: false }
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: post.language,
    fallbackText: shortened(plainRun(post.plainText), MOST_FALLBACK_CHARS),
    body: isPreview ? body : [...body, marker],
    ...(!isPreview && { actions: actionsOf(post, itemCount, publicUrl, texts) }),
  }
}

/** A post as one card and nothing else: the Playground makes two posts of a text with a card. */
export function cardMessage(post: ChannelPost, options: CardOptions): CardMessage {
  let itemCount = post.items.length
  let content = cardOf(post, itemCount, options)
  while (itemCount > 0 && Buffer.byteLength(JSON.stringify(content)) > MOST_BYTES) {
    itemCount = Math.floor(itemCount * 0.9)
    content = cardOf(post, itemCount, options)
  }
  return {
    type: 'message',
    locale: LOCALES[post.language],
    summary: shortened(plainRun(post.plainText), MOST_SUMMARY_CHARS),
    attachments: [{ contentType: CARD_TYPE, content }],
  }
}
