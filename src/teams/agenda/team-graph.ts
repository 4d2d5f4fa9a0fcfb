import type { ConversationStore } from '../ports.ts'
import { NoResponse, sendOnce } from '../post-once.ts'
import type { Sending } from '../send-to-connector.ts'
import { isAllowedService } from '../service-hosts.ts'
import type { TokenSource } from '../teams-options.ts'
import { type ChannelReference, channelReference } from './channel-reference.ts'

export interface TeamGraphOptions {
  readonly sending: Sending
  readonly conversations: ConversationStore
  /** For Microsoft Graph; undefined: nobody may ask it. */
  readonly graphTokens: TokenSource | undefined
  /** Ends with a slash. */
  readonly graphUrl: string
}

export const GRAPH_URL = 'https://graph.microsoft.com/'
export const GRAPH_SCOPE = 'https://graph.microsoft.com/.default'

export type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null
export const fields = (value: unknown): Fields => (isFields(value) ? value : {})
export const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

export type GraphRefusal = { readonly is: 'not-permitted' } | { readonly is: 'unavailable'; readonly code: string }

export interface GraphList {
  readonly entries: readonly Fields[]
  /** Address of the next page. */
  readonly next: string | undefined
  /** By the far side's clock. */
  readonly atMs: number
}

/** What Microsoft Graph tells of the team that a channel belongs to. */
export interface TeamGraph {
  /** @returns the start of every address of the channel's team, without a slash at the end */
  teamUrl(channel: string): Promise<string | GraphRefusal>
  list(url: string): Promise<GraphList | GraphRefusal>
}

export const unavailable = (code: string): GraphRefusal => ({ is: 'unavailable', code })

export function createTeamGraph({ sending, conversations, graphTokens, graphUrl }: TeamGraphOptions): TeamGraph {
  const groups = new Map<string, string>()

  async function getJson(
    url: string,
    tokens: TokenSource | undefined,
  ): Promise<{ body: Fields; atMs: number } | GraphRefusal> {
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
  async function groupOf({ serviceUrl, teamId, teamGroupId }: ChannelReference): Promise<string | GraphRefusal> {
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

  return {
    async teamUrl(channel) {
      const stored = conversations.find(channel)
      const reference = stored && channelReference(stored)
      if (!graphTokens || !reference) return { is: 'not-permitted' }
      const group = await groupOf(reference)
      return typeof group === 'string' ? new URL(`v1.0/teams/${encodeURIComponent(group)}`, graphUrl).href : group
    },
    async list(url) {
      const answer = await getJson(url, graphTokens)
      if ('is' in answer) return answer
      const { value } = answer.body
      if (!Array.isArray(value)) return unavailable('no-list')
      const next = text(answer.body['@odata.nextLink'])
      // The token goes where it belongs, whatever a page says.
      if (next && !(URL.canParse(next) && new URL(next).origin === new URL(graphUrl).origin))
        return unavailable('next-page')
      return { entries: value.filter(isFields), next, atMs: answer.atMs }
    },
  }
}
