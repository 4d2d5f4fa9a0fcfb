import type { LookUp, ReadChannel } from '../../agenda/ports.ts'
import type { ConversationStore } from '../ports.ts'
import { NoResponse, sendOnce } from '../post-once.ts'
import type { Sending } from '../send-to-connector.ts'
import { isAllowedService } from '../service-hosts.ts'
import type { TokenSource } from '../teams-options.ts'
import { type ChannelReference, channelReference } from './channel-reference.ts'

export interface ReadChannelOptions {
  readonly sending: Sending
  readonly conversations: ConversationStore
  /** For Microsoft Graph; undefined: nobody may look. */
  readonly graphTokens: TokenSource | undefined
  /** Ends with a slash. */
  readonly graphUrl: string
  /** The bot's, to know its own messages by; undefined: every message is looked at. */
  readonly appId: string | undefined
}

export const GRAPH_URL = 'https://graph.microsoft.com/'
export const GRAPH_SCOPE = 'https://graph.microsoft.com/.default'

const LOOK_BACK_MS = 24 * 3_600_000
const PAGE = 50
const MOST_PAGES = 40

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null
const fields = (value: unknown): Fields => (isFields(value) ? value : {})
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)
const unavailable = (code: string): LookUp => ({ is: 'unavailable', code })

interface Page {
  readonly messages: readonly Fields[]
  readonly next: string | undefined
  /** By the far side's clock. */
  readonly atMs: number
}

/** NaN where no time is told, which no comparison takes for old. */
const lastTouchedMs = (message: Fields): number =>
  Math.max(
    ...['createdDateTime', 'lastModifiedDateTime']
      .map((name) => text(message[name]))
      .filter((time) => time !== undefined)
      .map((time) => Date.parse(time)),
  )

/**
 * Reads a channel's posts back through Microsoft Graph (`GET /teams/{id}/channels/{id}/messages`), for which the team
 * grants the app `ChannelMessage.Read.Group`.
 */
export function createReadChannel({
  sending,
  conversations,
  graphTokens,
  graphUrl,
  appId,
}: ReadChannelOptions): ReadChannel {
  const groups = new Map<string, string>()

  async function getJson(
    url: string,
    tokens: TokenSource | undefined,
  ): Promise<{ body: Fields; atMs: number } | LookUp> {
    let authorization: string | undefined
    try {
      authorization = tokens && `Bearer ${await tokens.token()}`
    } catch {
      return unavailable('no-token')
    }
    try {
      const headers = { accept: 'application/json', ...(authorization && { authorization }) }
      const answer = await sendOnce({ url, method: 'GET', headers, body: undefined }, sending.timeoutMs)
      if (answer.status === 401 || answer.status === 403) return { is: 'not-permitted' }
      if (answer.status !== 200) return unavailable(`http-${answer.status}`)
      const told = Date.parse(answer.headers['date'] ?? '')
      return { body: fields(JSON.parse(answer.body)), atMs: Number.isNaN(told) ? sending.clock.nowMs() : told }
    } catch (error) {
      if (error instanceof NoResponse) return unavailable('no-response')
      if (error instanceof SyntaxError) return unavailable('no-json')
      throw error
    }
  }

  /** Graph knows a team by its directory group, which the connector tells. */
  async function groupOf({ serviceUrl, teamId, teamGroupId }: ChannelReference): Promise<string | LookUp> {
    const known = teamGroupId ?? (teamId && groups.get(teamId))
    if (known) return known
    if (!teamId) return unavailable('team-unknown')
    if (!isAllowedService(new URL(serviceUrl).origin, sending.allowedServiceHosts)) return unavailable('service-host')
    const answer = await getJson(new URL(`v3/teams/${encodeURIComponent(teamId)}`, serviceUrl).href, sending.tokens)
    if ('is' in answer) return answer.is === 'not-permitted' ? unavailable('team-unknown') : answer
    const group = text(answer.body['aadGroupId'])
    if (!group) return unavailable('team-unknown')
    groups.set(teamId, group)
    return group
  }

  async function readPage(url: string): Promise<Page | LookUp> {
    const answer = await getJson(url, graphTokens)
    if ('is' in answer) return answer
    const { value } = answer.body
    if (!Array.isArray(value)) return unavailable('no-messages')
    const next = text(answer.body['@odata.nextLink'])
    // The token goes where it belongs, whatever a page says.
    if (next && !(URL.canParse(next) && new URL(next).origin === new URL(graphUrl).origin))
      return unavailable('next-page')
    return { messages: value.filter(isFields), next, atMs: answer.atMs }
  }

  const isMarked = (message: Fields, marker: string): boolean => {
    if (message['deletedDateTime'] || message['replyToId']) return false
    const sender = text(fields(fields(message['from'])['application'])['id'])
    if (appId && sender && sender.toLowerCase() !== appId.toLowerCase()) return false
    return JSON.stringify([message['body'], message['attachments']]).includes(marker)
  }

  return {
    async find(channel, marker) {
      const stored = conversations.find(channel)
      const reference = stored && channelReference(stored)
      if (!graphTokens || !reference) return { is: 'not-permitted' }
      const group = await groupOf(reference)
      if (typeof group !== 'string') return group
      const path = `v1.0/teams/${encodeURIComponent(group)}/channels/${encodeURIComponent(channel)}/messages?$top=${PAGE}`
      let url = new URL(path, graphUrl).href
      let sinceMs: number | undefined
      for (let pages = 0; pages < MOST_PAGES; pages++) {
        const page = await readPage(url)
        if ('is' in page) return page
        const found = page.messages.find((message) => isMarked(message, marker))
        const messageId = found && text(found['id'])
        if (messageId) return { is: 'found', messageId }
        sinceMs ??= page.atMs - LOOK_BACK_MS
        const since = sinceMs
        // A whole page, because Graph sorts by the last reply of a thread.
        const isOld = page.messages.length > 0 && page.messages.every((message) => lastTouchedMs(message) < since)
        if (isOld || !page.next) return { is: 'not-found' }
        url = page.next
      }
      return unavailable('too-many-messages')
    },
  }
}
