import type { NotifyAdministrator } from '../../agenda/ports.ts'
import { Refused } from '../../domain/errors.ts'
import type { ConversationStore } from '../ports.ts'
import { renderText } from '../render-answer.ts'
import { type Sending, sendToConnector } from '../send-to-connector.ts'
import { channelReference } from './channel-reference.ts'

export interface NotifyOptions {
  readonly sending: Sending
  readonly conversations: ConversationStore
  readonly adminConversation: string | undefined
}

/**
 * Tells the administrator's conversation of a fate; the log is told by whoever calls.
 * @throws UnknownOutcome, or what a token source throws: it is told again later, since twice is better than never
 */
export function createNotifyAdministrator({
  sending,
  conversations,
  adminConversation,
}: NotifyOptions): NotifyAdministrator {
  return async ({ message, state }) => {
    if (adminConversation === undefined) return
    const stored = conversations.find(adminConversation)
    const reference = stored && channelReference(stored)
    if (!reference) {
      sending.log.error('agenda.admin-conversation-unknown', { state })
      return
    }
    const path = `v3/conversations/${encodeURIComponent(adminConversation)}/activities`
    const { tokens } = sending
    try {
      await sendToConnector(
        {
          url: new URL(path, reference.serviceUrl).href,
          method: 'POST',
          headers: {
            'content-type': 'application/json; charset=utf-8',
            ...(tokens && { authorization: `Bearer ${await tokens.token()}` }),
          },
          body: JSON.stringify({ ...renderText(message, 'en'), from: reference.bot }),
        },
        sending,
      )
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      sending.log.error('agenda.admin-not-told', { code: error.code })
    }
  }
}
