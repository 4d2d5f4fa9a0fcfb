import type { StoredConversation } from '../ports.ts'

/** What a stored conversation says of where its channel is spoken to. */
export interface ChannelReference {
  /** Ends with a slash. */
  readonly serviceUrl: string
  readonly bot: { readonly id: string; readonly name?: string }
  /** Directory tenant. */
  readonly tenantId: string | undefined
  /** The team's conversation id, which the connector knows it by. */
  readonly teamId: string | undefined
  /** The team's directory group, which Graph knows it by; not in every activity. */
  readonly teamGroupId: string | undefined
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)
const fields = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}

/** @returns undefined for a reference without a service address or a bot; one that an older Rakel kept has no team */
export function channelReference({ reference, tenantId }: StoredConversation): ChannelReference | undefined {
  const kept = fields(JSON.parse(reference))
  const serviceUrl = text(kept['serviceUrl'])
  const bot = fields(kept['bot'])
  const botId = text(bot['id'])
  if (!serviceUrl || !botId || !URL.canParse(serviceUrl)) return undefined
  const name = text(bot['name'])
  const team = fields(kept['team'])
  return {
    serviceUrl: serviceUrl.endsWith('/') ? serviceUrl : `${serviceUrl}/`,
    bot: { id: botId, ...(name && { name }) },
    tenantId,
    teamId: text(team['id']),
    teamGroupId: text(team['aadGroupId']),
  }
}
