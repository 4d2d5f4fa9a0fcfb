import type { AgendaPost, ChannelPost, DecisionsPost, PostItem } from '../../agenda/ports.ts'
import { shortened } from '../citation-entity.ts'
import { ASK, askable, READ } from './card-action.ts'
import { type CardMessage, type Element, fittedCard, heading, line, run, SPACE } from './card-elements.ts'
import { plainRun } from './card-text.ts'
import { type CardTexts, cardTextsIn } from './texts/texts.ts'

export interface CardOptions {
  readonly publicUrl: string | undefined
  /** Shown to those who are setting up: without the marker that a post is found by, and without buttons. */
  readonly isPreview: boolean
}

const MOST_CHOICES = 40
const MOST_CHOICE_CHARS = 100
const MOST_URL_CHARS = 1_000
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
  const number = item.caseNumber ? [run(item.caseNumber, { weight: 'Bolder', ...struck }), SPACE] : []
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
      line([run(`${label}:`, { weight: 'Bolder' }), SPACE, run(text, struck)], {
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

/** A post as one card. */
export function cardMessage(post: ChannelPost, { publicUrl, isPreview }: CardOptions): CardMessage {
  const texts = cardTextsIn(post.language)
  // Survives Teams and Graph, which keep a card's elements, shown or not.
  const marker: Element = { type: 'TextBlock', id: post.marker, text: post.marker, isVisible: false }
  return fittedCard({
    language: post.language,
    plainText: post.plainText,
    count: post.items.length,
    show(count) {
      const body = post.kind === 'decisions' ? decisionsBody(post, count, texts) : agendaBody(post, count, texts)
      return isPreview ? { body } : { body: [...body, marker], actions: actionsOf(post, count, publicUrl, texts) }
    },
  })
}
