import type { FateReport, NotifyAdministrator } from '../../agenda/ports.ts'
import { slotId } from '../../agenda/slots.ts'
import { Refused } from '../../domain/errors.ts'
import type { ConversationStore } from '../ports.ts'
import { type Sending, sendToConnector } from '../send-to-connector.ts'
import { AGAIN } from './card-action.ts'
import { CARD_TYPE, type CardMessage } from './card-elements.ts'
import { plainRun } from './card-text.ts'
import { channelReference } from './channel-reference.ts'

export interface NotifyOptions {
  readonly sending: Sending
  readonly conversations: ConversationStore
  readonly adminConversation: string | undefined
}

/** A post that is there is not offered again. */
function reportCard({ message, state, key }: FateReport): CardMessage {
  const again = { type: 'Action.Submit', title: 'Post again', data: { rakel: AGAIN, slot: slotId(key) } }
  const content = {
    type: 'AdaptiveCard',
    version: '1.5',
    lang: 'en',
    fallbackText: plainRun(message),
    body: [{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: plainRun(message) }] }],
    ...(state !== 'posted' && { actions: [again] }),
  }
  return {
    type: 'message',
    locale: 'en-GB',
    summary: plainRun(message),
    attachments: [{ contentType: CARD_TYPE, content }],
  }
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
  return async (report) => {
    const { state } = report
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
          body: JSON.stringify({ ...reportCard(report), from: reference.bot }),
        },
        sending,
      )
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      sending.log.error('agenda.admin-not-told', { code: error.code })
    }
  }
}
