import {
  CHANNEL_CLOSED,
  type ChannelPost,
  MESSAGE_GONE,
  type PostToChannel,
  type SendOutcome,
} from '../../agenda/ports.ts'
import type { ConversationStore } from '../ports.ts'
import { NoResponse, sendOnce, type WireRequest, type WireResponse } from '../post-once.ts'
import { retryDelayMs } from '../retry-after.ts'
import { errorCodeOf, isClosedCode, type Sending } from '../send-to-connector.ts'
import { isAllowedService } from '../service-hosts.ts'
import { cardMessage } from './card-message.ts'
import { type ChannelReference, channelReference } from './channel-reference.ts'

export interface PostToChannelOptions {
  readonly sending: Sending
  readonly conversations: ConversationStore
  /** Where this process is reached from outside, for calendar files; undefined: nowhere. */
  readonly publicUrl: string | undefined
}

const notNow = (code: string, retryAfterMs?: number): SendOutcome => ({ is: 'not-now', code, retryAfterMs })
const unknown = (code: string): SendOutcome => ({ is: 'unknown', code })
const refused = (code: string): SendOutcome => ({ is: 'refused', code })

/** The id of the message that was made: the connector gives it alone, and as the thread's. */
function messageIdIn(body: string): string | undefined {
  try {
    const { id, activityId } = JSON.parse(body) as { id?: unknown; activityId?: unknown }
    if (typeof activityId === 'string' && activityId !== '') return activityId
    const thread = typeof id === 'string' ? /;messageid=(.+)$/.exec(id)?.[1] : undefined
    return thread
  } catch {
    return undefined
  }
}

/**
 * Posts of agendas over the Bot Connector, in the lane and below the rates of the answers that the channel gets. One
 * request a call; a second only after a 401, with another token.
 */
export function createPostToChannel({ sending, conversations, publicUrl }: PostToChannelOptions): PostToChannel {
  async function exchange(request: WireRequest, mayStart: () => boolean): Promise<WireResponse | SendOutcome> {
    let isRenewed = false
    for (;;) {
      let authorization: string | undefined
      try {
        const { tokens } = sending
        if (tokens) authorization = `Bearer ${isRenewed ? await tokens.renew() : await tokens.token()}`
      } catch {
        return notNow('no-token')
      }
      if (!mayStart()) return notNow('may-not-start')
      const headers = { ...request.headers, ...(authorization && { authorization }) }
      try {
        const response = await sendOnce({ ...request, headers }, sending.timeoutMs)
        if (response.status !== 401 || !sending.tokens || isRenewed) return response
        isRenewed = true
      } catch (error) {
        if (!(error instanceof NoResponse)) throw error
        return error.isSent ? unknown('no-response') : notNow('not-reached')
      }
    }
  }

  function outcomeOf(response: WireResponse, method: 'POST' | 'PUT', messageId: string | undefined): SendOutcome {
    const { status, body, headers } = response
    if (status >= 200 && status < 300) {
      const id = messageId ?? messageIdIn(body)
      return id ? { is: 'sent', messageId: id } : unknown('no-message-id')
    }
    if (status >= 500 || status === 408) return unknown(`http-${status}`)
    const code = errorCodeOf(body)
    if (status === 429 || status === 412)
      return notNow(`http-${status}`, retryDelayMs(headers['retry-after'], 1, sending.clock.nowMs(), sending.random()))
    if (status === 403 || status === 404) {
      // A new thread names nothing but the channel: what is not found, or not allowed, is the channel.
      if (method === 'POST' || isClosedCode(code)) return refused(CHANNEL_CLOSED)
      return refused(status === 404 ? MESSAGE_GONE : 'http-403')
    }
    return refused(`http-${status}`)
  }

  async function send(
    channel: string,
    post: ChannelPost,
    mayStart: () => boolean,
    address: (reference: ChannelReference) => { method: 'POST' | 'PUT'; path: string; messageId?: string },
  ): Promise<SendOutcome> {
    const stored = conversations.find(channel)
    const reference = stored?.kind === 'channel' ? channelReference(stored) : undefined
    // Nobody has spoken to the bot there, or it was removed.
    if (!reference) return refused('channel-unknown')
    const { origin, host } = new URL(reference.serviceUrl)
    if (!isAllowedService(origin, sending.allowedServiceHosts)) return refused('service-host')
    const { method, path, messageId } = address(reference)
    const message = cardMessage(post, { publicUrl, isPreview: false })
    const body =
      method === 'PUT'
        ? { ...message, id: messageId }
        : {
            isGroup: true,
            bot: reference.bot,
            ...(reference.tenantId && { tenantId: reference.tenantId }),
            channelData: {
              channel: { id: channel },
              ...(reference.tenantId && { tenant: { id: reference.tenantId } }),
            },
            activity: message,
          }
    const lane = `${host} ${channel}`
    return sending.queue.run(lane, async () => {
      try {
        await sending.pace.waitForTurn(lane, sending.signal)
      } catch {
        return notNow('stopping')
      }
      const answered = await exchange(
        {
          url: new URL(path, reference.serviceUrl).href,
          method,
          headers: { 'content-type': 'application/json; charset=utf-8', accept: 'application/json' },
          body: JSON.stringify(body),
        },
        mayStart,
      )
      return 'is' in answered ? answered : outcomeOf(answered, method, messageId)
    })
  }

  return {
    post: (channel, post, mayStart) =>
      send(channel, post, mayStart, () => ({ method: 'POST', path: 'v3/conversations' })),
    update: (channel, messageId, post, mayStart) =>
      send(channel, post, mayStart, () => {
        const thread = encodeURIComponent(`${channel};messageid=${messageId}`)
        return {
          method: 'PUT',
          path: `v3/conversations/${thread}/activities/${encodeURIComponent(messageId)}`,
          messageId,
        }
      }),
  }
}
