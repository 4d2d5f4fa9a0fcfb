import { type Activity, TurnContext } from 'botbuilder'
import type { InboundActivity } from './inbound-activity.ts'
import type { StoredConversation } from './ports.ts'

/** The conversation itself: in a channel without the thread that an activity came from. */
export const rootConversationId = (activity: InboundActivity): string =>
  activity.conversationId.split(';messageid=')[0] ?? activity.conversationId

type Fields = Readonly<Record<string, unknown>>
const fields = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {})

/** The team of a channel: needed to read the channel back. */
function teamOf(raw: Fields): { readonly id: string; readonly aadGroupId?: string } | undefined {
  const { id, aadGroupId } = fields(fields(raw['channelData'])['team'])
  if (typeof id !== 'string') return undefined
  return { id, ...(typeof aadGroupId === 'string' && { aadGroupId }) }
}

/** What is kept in order to speak there again. Only for activities that passed the gate. */
export function conversationOf(activity: InboundActivity, nowMs: number): StoredConversation {
  const conversationId = rootConversationId(activity)
  const reference = TurnContext.getConversationReference(activity.raw as unknown as Activity)
  const { activityId: _activity, user, ...lasting } = reference
  const team = teamOf(activity.raw)
  const kept = {
    ...lasting,
    ...(activity.kind === 'personal' && { user }),
    conversation: { ...reference.conversation, id: conversationId },
    ...(team && { team }),
  }
  return {
    conversationId,
    kind: activity.kind,
    tenantId: activity.tenantIds[0],
    reference: JSON.stringify(kept),
    learnedAtMs: nowMs,
  }
}
