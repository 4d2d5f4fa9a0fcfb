import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder'
import {
  AuthenticationError,
  type ConnectorClientOptions,
  ServiceClientCredentialsFactory,
} from 'botframework-connector'
import type { InboundActivity } from './inbound-activity.ts'
import { keepEntityFields } from './keep-entity-fields.ts'
import { type Sending, sendToConnector } from './send-to-connector.ts'
import type { BotFramework, TokenSource } from './teams-options.ts'

type HttpClient = NonNullable<ConnectorClientOptions['httpClient']>
type HttpRequest = Parameters<HttpClient['sendRequest']>[0]
type HttpResponse = Awaited<ReturnType<HttpClient['sendRequest']>>
type ServiceCredentials = Awaited<ReturnType<ServiceClientCredentialsFactory['createCredentials']>>
type Identity = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>

export type SecondLock =
  | { readonly isOpen: true; readonly identity: Identity }
  | { readonly isOpen: false; readonly status: 401 | 503 }
/** What an invoke activity is answered with, in the HTTP response itself. */
export interface InvokeReply {
  readonly status: number
  readonly body?: unknown
}

class BotCredentials extends ServiceClientCredentialsFactory {
  readonly #appId: string | undefined
  readonly #tokens: TokenSource | undefined
  constructor(appId: string | undefined, tokens: TokenSource | undefined) {
    super()
    this.#appId = appId
    this.#tokens = tokens
  }
  override async isValidAppId(appId: string): Promise<boolean> {
    return appId === this.#appId
  }
  override async isAuthenticationDisabled(): Promise<boolean> {
    return this.#appId === undefined
  }
  override async createCredentials(): Promise<ServiceCredentials> {
    const tokens = this.#tokens
    return {
      async signRequest(request) {
        if (tokens) request.headers.set('authorization', `Bearer ${await tokens.token()}`)
        return request
      },
    }
  }
}

/** The SDK's way out: its own client sends a POST four times on a 5xx or a reset, and waits for ever on silence. */
function oneShotClient(sending: Sending): HttpClient {
  return {
    async sendRequest(request: HttpRequest): Promise<HttpResponse> {
      const headers: Record<string, string> = {}
      for (const { name, value } of request.headers.headersArray())
        if (!/^(?:accept-encoding|connection|content-length)$/i.test(name)) headers[name.toLowerCase()] = value
      const response = await sendToConnector(
        {
          url: request.url,
          method: request.method,
          headers,
          body: typeof request.body === 'string' ? request.body : undefined,
        },
        sending,
      )
      const answered = request.headers.clone()
      for (const name of answered.headerNames()) answered.remove(name)
      for (const [name, value] of Object.entries(response.headers)) answered.set(name, value)
      return { request, status: response.status, headers: answered, bodyAsText: response.body }
    },
  }
}

export class TurnAdapter extends CloudAdapter {
  readonly #authentication: ConfigurationBotFrameworkAuthentication

  constructor(appId: string | undefined, framework: BotFramework, sending: Sending) {
    keepEntityFields()
    const authentication = new ConfigurationBotFrameworkAuthentication(
      {
        // All of them: when one is missing the SDK silently uses its built-in set and ignores the rest.
        ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
        ToChannelFromBotOAuthScope: 'https://api.botframework.com',
        ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
        OAuthUrl: 'https://api.botframework.com',
        ToBotFromChannelOpenIdMetadataUrl: framework.openIdMetadataUrl,
        ToBotFromEmulatorOpenIdMetadataUrl: framework.openIdMetadataUrl,
        CallerId: 'urn:botframework:azure',
      },
      new BotCredentials(appId, sending.tokens),
      undefined,
      undefined,
      { httpClient: oneShotClient(sending) },
    )
    super(authentication)
    this.#authentication = authentication
  }

  /**
   * botbuilder's own check, behind the gate: the gate is stricter in all but the keys' endorsements, and a fault in
   * one of the two must not open the door. Without credentials it lets everything pass, and the gate stands alone.
   */
  async authenticate(activity: InboundActivity, authorization: string | undefined): Promise<SecondLock> {
    try {
      const identity = await this.#authentication.authenticateRequest(sdkActivity(activity), authorization ?? '')
      return { isOpen: true, identity }
    } catch (error) {
      const isRefusal = error instanceof AuthenticationError && error.statusCode !== 500
      return { isOpen: false, status: isRefusal ? 401 : 503 }
    }
  }

  /** Runs the turn of an authenticated activity. The SDK's `process` would hold the HTTP answer until it ends. */
  async runTurn(
    identity: Identity,
    activity: InboundActivity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeReply | undefined> {
    return this.processActivity(identity, sdkActivity(activity), logic)
  }
}

/** A copy, because the SDK writes into it. */
const sdkActivity = (activity: InboundActivity): Activity => structuredClone(activity.raw) as unknown as Activity
