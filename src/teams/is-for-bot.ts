import type { InboundActivity } from './inbound-activity.ts'
import { isBotMentioned } from './question-of.ts'

/** Kinds that carry what people say to each other. */
const SAID = new Set(['message', 'messageUpdate', 'messageDelete'])

/**
 * Whether an activity is for the bot. Where a team lets the bot read its channels (`ChannelMessage.Read.Group`), Teams
 * delivers all that is said there: what does not mention the bot, and is no pressed button, is none of its business.
 */
export function isForBot(activity: InboundActivity): boolean {
  if (activity.kind === 'personal' || !SAID.has(activity.type)) return true
  if (activity.type !== 'message') return false
  return isBotMentioned(activity) || isPressedButton(activity)
}

const isPressedButton = ({ text, raw }: InboundActivity): boolean =>
  text === '' && typeof raw['value'] === 'object' && raw['value'] !== null
