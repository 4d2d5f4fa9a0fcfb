import type { Answer, AnswerQuestion, Citation } from '../../src/domain/answer.ts'
import { tenantId } from '../../src/domain/ids.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { type Log, silentLog } from '../../src/platform/log.ts'
import type { ActivityLedger } from '../../src/teams/ports.ts'
import { startTeamsServer, type TeamsServer } from '../../src/teams/start-teams-server.ts'
import type { TeamsOptions } from '../../src/teams/teams-options.ts'
import { type FakeConnector, type FakeConnectorOptions, startFakeConnector } from '../fake-connector/fake-connector.ts'
import { memoryConversations, memoryLedger } from './memory-stores.ts'

export const APP_ID = '11111111-1111-4111-8111-111111111111'
export const TENANT = '22222222-2222-4222-8222-222222222222'
export const BOT = { id: `28:${APP_ID}`, name: 'Rakel' }
export const KARI = { id: '29:kari', name: 'Kari Prøve', aadObjectId: '33333333-3333-4333-8333-333333333333' }
export const PERSONAL = 'a:kari-and-rakel'
export const CHANNEL = '19:general@thread.tacv2'

export const QUOTE = 'Vedtak: Rådet godkjenner budsjettet for 2025 med en ramme på 4,2 mill. kroner.'

export const citation = (changes: Partial<Citation> = {}): Citation => ({
  document: 'referat-2025-02.pdf',
  title: 'Referat fra samarbeidsrådet',
  page: 3,
  caseNumber: '2025/3',
  meetingDate: '2025-02-13' as Citation['meetingDate'],
  quote: QUOTE,
  url: 'https://sak.example.no/2025/3',
  ...changes,
})

const LEAD = 'Samarbeidsrådet vedtok 13. februar 2025 i sak 2025/3:'

/** Each change of the text keeps `answer` and `paragraphs` alike. */
export const answerOf = ({ text, ...changes }: Partial<Answer> & { readonly text?: string } = {}): Answer => ({
  question: 'Hva ble vedtatt om budsjettet?',
  language: 'nb',
  outcome: 'answered',
  answer: text ?? `${LEAD}\n«${QUOTE}»`,
  paragraphs: [{ text: text ?? `${LEAD}\n«${QUOTE}»`, citations: changes.citations?.length === 0 ? [] : [1] }],
  citations: [citation()],
  derived: [],
  reason: 'decision',
  mode: 'model-free',
  elapsedMs: 1,
  ...changes,
})

export interface Edge {
  readonly connector: FakeConnector
  readonly server: TeamsServer
  readonly conversations: ReturnType<typeof memoryConversations>
  /** Questions that reached the answering part. */
  readonly asked: string[]
  token(claims?: Readonly<Record<string, unknown>>): Promise<string>
  /** Posts an activity as the channel does. */
  post(activity: unknown, token?: string): Promise<Response>
  /** Messages the connector delivered, once there are `count` of them. */
  messages(count: number, timeoutMs?: number): Promise<readonly Readonly<Record<string, unknown>>[]>
  close(): Promise<void>
}

export interface EdgeOptions {
  readonly answer?: AnswerQuestion
  readonly ledger?: ActivityLedger
  readonly log?: Log
  readonly isAnonymous?: boolean
  readonly connector?: FakeConnectorOptions
  readonly agenda?: TeamsOptions['agenda']
  readonly publicUrl?: string
}

/** The whole edge against a fake connector, with real tokens unless anonymous. */
export async function startEdge(options: EdgeOptions = {}): Promise<Edge> {
  const connector = await startFakeConnector({ requireToken: !options.isAnonymous, ...options.connector })
  const asked: string[] = []
  const conversations = memoryConversations()
  const fetchToken = async (): Promise<string> => {
    const response = await fetch(new URL(`/${TENANT}/oauth2/v2.0/token`, connector.url), { method: 'POST' })
    return ((await response.json()) as { access_token: string }).access_token
  }
  let token: Promise<string> | undefined
  const tokens = {
    token: () => {
      token ??= fetchToken()
      return token
    },
    renew: () => {
      token = fetchToken()
      return token
    },
  }
  const server = await startTeamsServer({
    config: {
      host: '127.0.0.1',
      port: 0,
      tenant: tenantId('local'),
      bot: options.isAnonymous
        ? undefined
        : { appId: APP_ID, directoryTenantId: TENANT, credential: { kind: 'secret', secret: 'not used' } },
      allowedTenants: [TENANT],
      allowedServiceHosts: ['127.0.0.1'],
    },
    answer: async (question, asker) => {
      asked.push(question)
      return (options.answer ?? (async () => answerOf({ question })))(question, asker)
    },
    activities: options.ledger ?? memoryLedger(),
    conversations,
    clock: systemClock,
    log: options.log ?? silentLog,
    botFramework: { openIdMetadataUrl: connector.openIdMetadataUrl },
    tokens,
    graph: { url: connector.url, tokens },
    ...(options.agenda && { agenda: options.agenda }),
    publicUrl: options.publicUrl,
  })
  const sign = (claims: Readonly<Record<string, unknown>> = {}): Promise<string> =>
    connector.keys.sign({ ...goodClaims(connector), ...claims })
  return {
    connector,
    server,
    conversations,
    asked,
    token: sign,
    async post(activity, given) {
      const authorization = options.isAnonymous ? undefined : `Bearer ${given ?? (await sign())}`
      return fetch(`${server.url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
        body: JSON.stringify(activity),
      })
    },
    async messages(count, timeoutMs = 5_000) {
      const sent = (): Readonly<Record<string, unknown>>[] =>
        connector
          .delivered()
          .map((entry) => entry.activity)
          .filter((activity) => activity['type'] === 'message')
      await until(() => sent().length >= count, timeoutMs)
      return sent()
    },
    async close() {
      await server.close()
      await connector.close()
    },
  }
}

export const goodClaims = (connector: FakeConnector): Record<string, unknown> => {
  const nowSeconds = Math.floor(Date.now() / 1_000)
  return {
    iss: 'https://api.botframework.com',
    aud: APP_ID,
    serviceurl: connector.url,
    nbf: nowSeconds - 60,
    exp: nowSeconds + 3_600,
  }
}

export async function until(isDone: () => boolean, timeoutMs = 5_000): Promise<void> {
  const start = performance.now()
  while (!isDone() && performance.now() - start < timeoutMs) await new Promise((resolve) => setTimeout(resolve, 5))
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

let activityCount = 0

/** A message as Teams sends it. */
export function message(connector: FakeConnector, changes: Readonly<Record<string, unknown>> = {}) {
  return {
    type: 'message',
    id: `f:${++activityCount}`,
    timestamp: new Date(Date.UTC(2026, 0, 1) + activityCount).toISOString(),
    channelId: 'msteams',
    serviceUrl: connector.url,
    locale: 'nb-NO',
    text: 'Hva ble vedtatt om budsjettet?',
    textFormat: 'plain',
    from: KARI,
    recipient: BOT,
    conversation: { id: PERSONAL, conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    entities: [],
    ...changes,
  }
}

export const inChannel = (thread: string) => ({
  conversation: { id: `${CHANNEL};messageid=${thread}`, conversationType: 'channel', isGroup: true, tenantId: TENANT },
  channelData: { tenant: { id: TENANT }, team: { id: CHANNEL }, channel: { id: CHANNEL } },
})

export const inGroup = {
  conversation: { id: '19:group@thread.v2', conversationType: 'groupChat', isGroup: true, tenantId: TENANT },
}

export const mentioned = (text: string) => ({
  text: `<at>Rakel</at> ${text}`,
  entities: [{ type: 'mention', mentioned: BOT, text: '<at>Rakel</at>' }],
})
