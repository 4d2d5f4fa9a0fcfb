import { type Activity, TurnContext } from 'botbuilder'
import type { InboundActivity } from './inbound-activity.ts'
import type { StoredConversation } from './ports.ts'

/** The conversation itself: in a channel without the thread that an activity came from. */
export const rootConversationId = (activity: InboundActivity): string =>
  activity.conversationId.split(';messageid=')[0] ?? activity.conversationId

/** What is kept in order to speak there again. Only for activities that passed the gate. */
export function conversationOf(activity: InboundActivity, nowMs: number): StoredConversation {
  const conversationId = rootConversationId(activity)
  const reference = TurnContext.getConversationReference(activity.raw as unknown as Activity)
  const { activityId: _activity, user, ...lasting } = reference
  const kept = {
    ...lasting,
    ...(activity.kind === 'personal' && { user }),
    conversation: { ...reference.conversation, id: conversationId },
  }
  return {
    conversationId,
    kind: activity.kind,
    tenantId: activity.tenantIds[0],
    reference: JSON.stringify(kept),
    learnedAtMs: nowMs,
  }
}
