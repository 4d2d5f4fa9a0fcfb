import type { InboundActivity } from './inbound-activity.ts'

export const isBotMentioned = (activity: InboundActivity): boolean =>
  activity.mentions.some((mention) => mention.id === activity.recipientId)

/** What was asked: the bot's own mention removed, other people's kept as their names, white space folded. */
export function questionOf(activity: InboundActivity): string {
  let { text } = activity
  for (const mention of activity.mentions)
    if (mention.id === activity.recipientId && mention.text) text = text.replaceAll(mention.text, ' ')
  return text
    .replace(/<at(?:\s[^<>]*)?>([^<>]*)<\/at>/gi, '$1')
    .replace(/&nbsp;/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
