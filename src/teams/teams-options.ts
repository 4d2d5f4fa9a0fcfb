import type { AnswerQuestion } from '../domain/answer.ts'
import type { TenantId } from '../domain/ids.ts'
import type { Clock } from '../platform/clock.ts'
import type { Log } from '../platform/log.ts'
import type { AgendaChatParts } from './agenda/agenda-chat.ts'
import type { ActivityLedger, ConversationStore } from './ports.ts'

export interface BotIdentity {
  readonly appId: string
  readonly directoryTenantId: string
  readonly credential:
    | { readonly kind: 'secret'; readonly secret: string }
    | { readonly kind: 'certificate'; readonly path: string }
    | { readonly kind: 'managed-identity' }
}

/** The part of the configuration that the Teams edge reads. */
export interface TeamsConfig {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** Owner of the documents that are asked about. */
  readonly tenant: TenantId
  /** undefined: nobody is authenticated, and only this machine is served. */
  readonly bot: BotIdentity | undefined
  /** Directory tenants whose users are served. */
  readonly allowedTenants: readonly string[]
  /** Hosts an activity's serviceUrl may name; `*.` at the start covers subdomains. */
  readonly allowedServiceHosts: readonly string[]
}

/** Where the Bot Framework lives: differs between the clouds. */
export interface BotFramework {
  /** Names the keys that sign the channel's tokens. */
  readonly openIdMetadataUrl: string
}

export const PUBLIC_CLOUD: BotFramework = {
  openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
}

/** Tokens for the Bot Connector. */
export interface TokenSource {
  token(): Promise<string>
  /** A token from the identity provider itself, never from a cache: the last one was not accepted. */
  renew(): Promise<string>
}

export interface TeamsOptions {
  readonly config: TeamsConfig
  readonly answer: AnswerQuestion
  readonly activities: ActivityLedger
  readonly conversations: ConversationStore
  readonly clock: Clock
  readonly log: Log
  /** The public cloud when absent. */
  readonly botFramework?: BotFramework
  /** Posts of agendas, and their set-up by chat; undefined: none are made. */
  readonly agenda?: AgendaChatParts
  /** Where this server is reached from outside, over https; undefined: nowhere. */
  readonly publicUrl?: string | undefined
  /** Microsoft Graph, and the tokens for it: the public cloud's with the bot's credential when absent. */
  readonly graph?: { readonly url: string; readonly tokens: TokenSource }
  /** From `config.bot` through the directory when absent. */
  readonly tokens?: TokenSource
}
