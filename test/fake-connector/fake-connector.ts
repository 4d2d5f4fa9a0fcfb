import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ChannelKeys, createChannelKeys } from './channel-keys.ts'
import { brokenRule, type Json, RateRules, StreamRules } from './teams-rules.ts'

/** Something that goes wrong with one send. Faults are used up in order, each by the first send it is `on`. */
export interface Fault {
  /** `status`: answer with it. `reset`: cut the connection. `hang`: never answer. `delay`: answer late. */
  readonly kind: 'status' | 'reset' | 'hang' | 'delay'
  /** Whether the activity is delivered all the same. Default: before, not delivered; a delay always delivers. */
  readonly when?: 'before' | 'after'
  readonly status?: number
  /** The connector's error code. */
  readonly code?: string
  /** A function is asked when the answer is given. */
  readonly retryAfter?: string | (() => string)
  readonly ms?: number
  /** Type of the activity it is for: `message` when absent; `any` for every request. */
  readonly on?: string
}

export interface RecordedRequest {
  readonly atMs: number
  readonly method: string
  readonly path: string
  readonly conversationId: string | undefined
  readonly authorization: string | undefined
  /** The very bytes, as text. */
  readonly raw: string
  /** undefined when the bytes are no JSON object. */
  readonly activity: Json | undefined
  /** 0 for a reset or a hang. */
  status: number
  error: string | undefined
}

export interface DeliveredActivity {
  readonly id: string
  readonly conversationId: string
  readonly replyToId: string | undefined
  readonly atMs: number
  activity: Json
  updateCount: number
  isDeleted: boolean
}

export interface FakeConnectorOptions {
  /** 0 takes any free port. */
  readonly port?: number
  /** How long a delivered message stays invisible to whoever reads the conversation back. */
  readonly visibilityLagMs?: number
  /** Without it a 429 for too many sends carries no Retry-After, as Teams often does. */
  readonly rateRetryAfterSeconds?: number
  /** false: a reader of channels is turned away, as without the team's permission. */
  readonly mayRead?: boolean
  /** Directory ids of the owners of every team. undefined: whoever asks is turned away. */
  readonly owners?: readonly string[]
  /** Messages in a page of a channel's list. */
  readonly pageSize?: number
  /** Accept sends only with a token from this server's own token endpoint. */
  readonly requireToken?: boolean
}

/** The directory group of every team. */
export const GROUP_ID = '44444444-4444-4444-8444-444444444444'

export interface FakeConnector {
  /** What activities name as serviceUrl. */
  readonly url: string
  readonly openIdMetadataUrl: string
  readonly keys: ChannelKeys
  readonly requests: readonly RecordedRequest[]
  /** Addresses of channel lists that were asked for. */
  readonly reads: readonly string[]
  inject(...faults: readonly Fault[]): void
  /** What a person sees at once, whatever the lag for readers. */
  delivered(conversationId?: string): readonly DeliveredActivity[]
  /** Tokens issued so far are refused from now on. */
  revokeTokens(): void
  readonly tokensIssued: number
  /** While false, metadata and keys answer 500. */
  setMetadataAvailable(isAvailable: boolean): void
  stopStream(id: string): void
  clear(): void
  close(): Promise<void>
}

const json = (response: ServerResponse, status: number, body?: unknown, headers: Record<string, string> = {}): void => {
  const text = body === undefined ? '' : JSON.stringify(body)
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
  response.end(text)
}

const asJson = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {})

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function parse(raw: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(raw)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined
  } catch {
    return undefined
  }
}

/** A Bot Connector on loopback that speaks the real protocol, keeps Teams' rules, and fails on demand. */
export async function startFakeConnector(options: FakeConnectorOptions = {}): Promise<FakeConnector> {
  const keys = await createChannelKeys()
  const tokens = new Set<string>()
  const delivered: DeliveredActivity[] = []
  const requests: RecordedRequest[] = []
  const reads: string[] = []
  let faults: Fault[] = []
  let rates = new RateRules()
  let streams = new StreamRules()
  let lastId = Date.now()
  let tokensIssued = 0
  let isMetadataAvailable = true
  const newId = (): string => String(++lastId)

  function takeFault(type: string): Fault | undefined {
    const index = faults.findIndex(({ on = 'message' }) => on === type || on === 'any')
    return index < 0 ? undefined : faults.splice(index, 1)[0]
  }

  function issueToken(): { access_token: string; token_type: string; expires_in: number } {
    const token = randomBytes(24).toString('base64url')
    tokens.add(token)
    tokensIssued++
    return { access_token: token, token_type: 'Bearer', expires_in: 3_600 }
  }

  /** @returns whether the request goes on to be carried out; otherwise it was answered */
  async function passesFault(
    fault: Fault | undefined,
    record: RecordedRequest,
    response: ServerResponse,
  ): Promise<boolean> {
    if (!fault) return true
    if (fault.kind === 'delay') {
      await new Promise((resolve) => setTimeout(resolve, fault.ms ?? 0))
      return true
    }
    if (fault.when === 'after') return true
    fail(fault, record, response)
    return false
  }

  function fail(fault: Fault, record: RecordedRequest, response: ServerResponse): void {
    if (fault.kind === 'reset') response.socket?.resetAndDestroy()
    if (fault.kind !== 'status') {
      record.status = 0
      return
    }
    record.status = fault.status ?? 500
    const retryAfter = typeof fault.retryAfter === 'function' ? fault.retryAfter() : fault.retryAfter
    json(
      response,
      record.status,
      { error: { code: fault.code ?? 'ServiceError', message: 'injected' } },
      retryAfter === undefined ? {} : { 'retry-after': retryAfter },
    )
  }

  function answer(record: RecordedRequest, response: ServerResponse, status: number, body?: unknown): void {
    record.status = status
    json(response, status, body)
  }

  function refuse(
    record: RecordedRequest,
    response: ServerResponse,
    status: number,
    code: string,
    message: string,
  ): void {
    record.error = message
    const headers: Record<string, string> =
      status === 429 && options.rateRetryAfterSeconds !== undefined
        ? { 'retry-after': String(options.rateRetryAfterSeconds) }
        : {}
    record.status = status
    json(response, status, { error: { code, message } }, headers)
  }

  async function connector(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const [, , , rawConversation, collection, rawId] = path.split('/')
    const conversationId = rawConversation === undefined ? undefined : decodeURIComponent(rawConversation)
    const raw = await read(request)
    const activity = parse(raw)
    const { authorization } = request.headers
    const method = request.method ?? ''
    const record: RecordedRequest = {
      atMs: Date.now(),
      method,
      path,
      conversationId,
      authorization,
      raw,
      activity,
      status: -1,
      error: undefined,
    }
    requests.push(record)
    const type = activity?.['type'] ?? asJson(activity?.['activity'])['type']
    const fault = takeFault(typeof type === 'string' ? type : 'none')
    if (!(await passesFault(fault, record, response))) return
    const token = authorization?.replace(/^Bearer /, '')
    if (options.requireToken && (!token || !tokens.has(token)))
      return refuse(record, response, 401, 'Unauthorized', 'Authorization has been denied for this request.')
    const carryOut = (status: number, body?: unknown): void =>
      fault?.when === 'after' ? fail(fault, record, response) : answer(record, response, status, body)

    if (method === 'POST' && conversationId === undefined) {
      const channel = asJson(asJson(activity?.['channelData'])['channel'])['id']
      const id = typeof channel === 'string' ? channel : `19:${randomBytes(8).toString('hex')}@thread.tacv2`
      if (rates.isBroken(id, record.atMs))
        return refuse(record, response, 429, 'TooManyRequests', 'API calls quota exceeded')
      const first = activity?.['activity'] as Json | undefined
      const broken = first && brokenRule(first)
      if (broken) return refuse(record, response, broken.status, broken.code, broken.message)
      const activityId = newId()
      const thread = `${id};messageid=${activityId}`
      if (first) deliver(activityId, thread, undefined, first)
      return carryOut(201, { id: first ? thread : id, ...(first && { activityId }) })
    }
    if (method === 'GET' && collection?.endsWith('members')) {
      const members = [{ id: '29:member', name: 'Ola Prøve', aadObjectId: '00000000-0000-4000-8000-0000000000aa' }]
      return carryOut(200, collection === 'pagedmembers' ? { members } : rawId ? members[0] : members)
    }
    if (collection !== 'activities' || conversationId === undefined)
      return refuse(record, response, 404, 'NotFound', 'No such resource')

    const id = rawId === undefined ? undefined : decodeURIComponent(rawId)
    if (method === 'DELETE' || method === 'PUT') {
      const known = delivered.find((entry) => entry.id === id && !entry.isDeleted)
      if (!known) return refuse(record, response, 404, 'ActivityNotFoundInConversation', 'No such activity')
      if (method === 'DELETE') {
        known.isDeleted = true
        return carryOut(200)
      }
    }
    if (!activity) return refuse(record, response, 400, 'BadSyntax', 'The body is no JSON object')
    if (rates.isBroken(conversationId.split(';')[0] ?? '', record.atMs))
      return refuse(record, response, 429, 'TooManyRequests', 'API calls quota exceeded')
    const activityId = method === 'PUT' ? (id ?? '') : newId()
    const isPersonal = !conversationId.startsWith('19:')
    const broken = brokenRule(activity) ?? streams.check(conversationId, isPersonal, activity, activityId, record.atMs)
    if (broken) return refuse(record, response, broken.status, broken.code, broken.message)
    if (method === 'PUT') {
      const known = delivered.find((entry) => entry.id === id)
      if (known) {
        known.activity = activity
        known.updateCount++
      }
      return carryOut(200, { id })
    }
    if (method !== 'POST') return refuse(record, response, 405, 'MethodNotAllowed', 'Method')
    deliver(activityId, conversationId, id, activity)
    carryOut(201, { id: activityId })
  }

  function deliver(id: string, conversationId: string, replyToId: string | undefined, activity: Json): void {
    delivered.push({ id, conversationId, replyToId, atMs: Date.now(), activity, updateCount: 0, isDeleted: false })
  }

  /** What a reader of the channel sees: Graph's message list, behind the lag. */
  function readBack(channelId: string, url: URL): Json {
    const latest = Date.now() - (options.visibilityLagMs ?? 0)
    const visible = delivered.filter(
      ({ conversationId, atMs, isDeleted, activity }) =>
        conversationId.split(';')[0] === channelId && atMs <= latest && !isDeleted && activity['type'] === 'message',
    )
    const from = Number(url.searchParams.get('$skiptoken') ?? 0)
    const to = from + (options.pageSize ?? Number(url.searchParams.get('$top') ?? 20))
    const next = new URL(url)
    next.searchParams.set('$skiptoken', String(to))
    return {
      ...(to < visible.length && { '@odata.nextLink': next.href }),
      value: visible
        .toReversed()
        .slice(from, to)
        .map(({ id, atMs, activity, replyToId }) => ({
          id,
          replyToId: replyToId ?? null,
          createdDateTime: new Date(atMs).toISOString(),
          subject: null,
          body: { contentType: 'html', content: activity['text'] ?? '' },
          attachments: activity['attachments'] ?? [],
        })),
    }
  }

  async function control(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const body = request.method === 'POST' ? await read(request) : ''
    switch (url.pathname) {
      case '/_control/faults':
        faults.push(...(JSON.parse(body) as Fault[]))
        return json(response, 204)
      case '/_control/clear':
        clear()
        return json(response, 204)
      case '/_control/sign':
        return json(response, 200, { token: await keys.sign(JSON.parse(body)) })
      case '/_control/requests':
        return json(response, 200, requests)
      case '/_control/delivered':
        return json(response, 200, ofConversation(url.searchParams.get('conversation') ?? undefined))
      default:
        return json(response, 404)
    }
  }

  const ofConversation = (conversationId?: string): DeliveredActivity[] =>
    delivered.filter((entry) => conversationId === undefined || entry.conversationId === conversationId)

  function clear(): void {
    requests.length = 0
    delivered.length = 0
    faults = []
    rates = new RateRules()
    streams = new StreamRules()
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', base)
    if (url.pathname.startsWith('/v3/conversations')) return connector(request, response, url.pathname)
    if (url.pathname.startsWith('/_control/')) return control(request, response, url)
    const channel = /^\/v1\.0\/teams\/[^/]+\/channels\/([^/]+)\/messages$/.exec(url.pathname)?.[1]
    if (channel) {
      reads.push(url.pathname + url.search)
      if (options.mayRead === false)
        return json(response, 403, { error: { code: 'Forbidden', message: 'Missing role' } })
      return json(response, 200, readBack(decodeURIComponent(channel), url))
    }
    if (/^\/v1\.0\/teams\/[^/]+\/members$/.test(url.pathname)) {
      if (!options.owners) return json(response, 403, { error: { code: 'Forbidden', message: 'Missing role' } })
      const asked = /userId eq '([^']+)'/.exec(url.searchParams.get('$filter') ?? '')?.[1] ?? ''
      const roles = options.owners.includes(asked) ? ['owner'] : []
      return json(response, 200, {
        value: [{ '@odata.type': '#microsoft.graph.aadUserConversationMember', roles, userId: asked }],
      })
    }
    const team = /^\/v3\/teams\/([^/]+)$/.exec(url.pathname)?.[1]
    if (team) return json(response, 200, { id: decodeURIComponent(team), name: 'Team', aadGroupId: GROUP_ID })
    if (url.pathname.endsWith('/oauth2/v2.0/token')) {
      await read(request)
      return json(response, 200, issueToken())
    }
    if (url.pathname === '/msi/token') {
      const { access_token, token_type } = issueToken()
      const expires_on = String(Math.floor(Date.now() / 1_000) + 3_600)
      return json(response, 200, { access_token, token_type, expires_on, resource: url.searchParams.get('resource') })
    }
    if (!isMetadataAvailable) return json(response, 500)
    if (url.pathname === '/v1/.well-known/openidconfiguration')
      return json(response, 200, {
        issuer: 'https://api.botframework.com',
        jwks_uri: `${base}/v1/.well-known/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
      })
    if (url.pathname === '/v1/.well-known/keys') return json(response, 200, keys.jwks)
    json(response, 404)
  }

  const server: Server = createServer((request, response) => {
    handle(request, response).catch(() => {
      if (!response.headersSent) json(response, 500)
    })
  })
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    url: `${base}/`,
    openIdMetadataUrl: `${base}/v1/.well-known/openidconfiguration`,
    keys,
    requests,
    reads,
    inject: (...more) => {
      faults.push(...more)
    },
    delivered: ofConversation,
    revokeTokens: () => tokens.clear(),
    get tokensIssued() {
      return tokensIssued
    },
    setMetadataAvailable: (isAvailable) => {
      isMetadataAvailable = isAvailable
    },
    stopStream: (id) => streams.stop(id),
    clear,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
