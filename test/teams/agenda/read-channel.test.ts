import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { systemClock } from '../../../src/platform/clock.ts'
import { silentLog } from '../../../src/platform/log.ts'
import { createReadChannel } from '../../../src/teams/agenda/read-channel.ts'
import { createTeamGraph } from '../../../src/teams/agenda/team-graph.ts'
import { createSendPace } from '../../../src/teams/send-pace.ts'
import { createSerialQueue } from '../../../src/teams/serial-queue.ts'
import { sleep } from '../../../src/teams/sleep.ts'
import { CHANNEL } from '../edge.ts'
import { memoryConversations } from '../memory-stores.ts'

const APP = '11111111-1111-4111-8111-111111111111'
const MARKER = 'rakel0123456789abcdef01234567'
type Json = Readonly<Record<string, unknown>>

let server: Server
let pages: ((base: string) => { status?: number; body: unknown })[]
let asked: string[]
beforeEach(async () => {
  asked = []
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    const { status = 200, body } = pages[asked.length - 1]?.(base) ?? { status: 500, body: {} }
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(() => new Promise((resolve) => server.close(resolve)))

const hoursAgo = (hours: number): string => new Date(systemClock.nowMs() - hours * 3_600_000).toISOString()

/** A post of the bot as Graph lists it: a card's content is JSON in a string. */
const posted = (marker: string, changes: Json = {}): Json => ({
  id: '17',
  replyToId: null,
  deletedDateTime: null,
  createdDateTime: hoursAgo(1),
  from: { application: { id: APP } },
  body: { contentType: 'html', content: '<attachment id="1"></attachment>' },
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: JSON.stringify({ text: marker }) }],
  ...changes,
})

function look(team: Json = { id: CHANNEL, aadGroupId: 'group' }) {
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const conversations = memoryConversations()
  const reference = JSON.stringify({ serviceUrl: base, bot: { id: `28:${APP}` }, team })
  conversations.save({ conversationId: CHANNEL, kind: 'channel', tenantId: 't', reference, learnedAtMs: 0 })
  const tokens = { token: async () => 'token', renew: async () => 'token' }
  const graph = createTeamGraph({
    sending: {
      clock: systemClock,
      log: silentLog,
      queue: createSerialQueue(),
      pace: createSendPace(systemClock, sleep),
      sleep,
      random: () => 0,
      signal: new AbortController().signal,
      allowedServiceHosts: ['127.0.0.1'],
      tokens,
      timeoutMs: 2_000,
    },
    conversations,
    graphTokens: tokens,
    graphUrl: base,
  })
  return createReadChannel(graph, APP).find(CHANNEL, MARKER)
}

describe('reading a channel back', () => {
  it('finds the marker in a card that Graph gives as a string', async () => {
    pages = [() => ({ body: { value: [posted('other'), posted(MARKER, { id: '18' })] } })]
    expect(await look()).toEqual({ is: 'found', messageId: '18' })
    expect(asked).toEqual(['/v1.0/teams/group/channels/19%3Ageneral%40thread.tacv2/messages?$top=50'])
  })

  it.each([
    ['a deleted message', { deletedDateTime: hoursAgo(0) }],
    ['a reply', { replyToId: '5' }],
    ["another app's message", { from: { application: { id: 'another' } } }],
  ])('does not take %s for the post', async (_name, changes) => {
    pages = [() => ({ body: { value: [posted(MARKER, changes)] } })]
    expect(await look()).toEqual({ is: 'not-found' })
  })

  it('reads on until a whole page is older than a day', async () => {
    const old = posted('other', { createdDateTime: hoursAgo(30) })
    const next = (base: string) => `${base}v1.0/next`
    pages = [
      (base) => ({ body: { value: [old, posted('other')], '@odata.nextLink': next(base) } }),
      (base) => ({ body: { value: [old, old], '@odata.nextLink': next(base) } }),
    ]
    expect(await look()).toEqual({ is: 'not-found' })
    expect(asked).toHaveLength(2)
  })

  it.each([
    ['no permission', { status: 403, body: {} }, { is: 'not-permitted' }],
    ['too many requests', { status: 429, body: {} }, { is: 'unavailable', code: 'http-429' }],
    ['something that is no list', { body: { value: 'x' } }, { is: 'unavailable', code: 'no-list' }],
    ['something that is no JSON', { body: '<html>' }, { is: 'unavailable', code: 'no-json' }],
    [
      'a next page on another host',
      { body: { value: [], '@odata.nextLink': 'https://evil.example/' } },
      { is: 'unavailable', code: 'next-page' },
    ],
  ] as const)('says so of %s', async (_name, page, seen) => {
    pages = [() => page]
    expect(await look()).toEqual(seen)
  })

  it('asks the connector for the group of a team whose activities name none', async () => {
    pages = [() => ({ body: { aadGroupId: 'asked' } }), () => ({ body: { value: [posted(MARKER)] } })]
    expect(await look({ id: CHANNEL })).toEqual({ is: 'found', messageId: '17' })
    expect(asked[1]).toContain('/teams/asked/')
  })
})
