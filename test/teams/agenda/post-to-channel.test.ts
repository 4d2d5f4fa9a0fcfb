import { CHANNEL, message, PERSONAL, until } from '../edge.ts'
import { ADMIN, type AgendaEdge, MEETING_DAY, sends, startAgendaEdge, tenant } from './agenda-edge.ts'

let edge: AgendaEdge
afterEach(() => edge.close())

const record = () => edge.store.outbox.list(tenant)[0]
const isState = (state: string) => () => record()?.state === state
const posts = () =>
  edge.connector
    .delivered()
    .filter(
      ({ conversationId, activity }) => conversationId.startsWith(CHANNEL) && activity['attachments'] !== undefined,
    )

/** An administrator's chat that Rakel was spoken to in. */
async function knowAdministrator(): Promise<void> {
  const known = edge.conversations.find(PERSONAL)
  if (known) return
  await edge.post(
    message(edge.connector, { text: 'hjelp', conversation: { ...message(edge.connector).conversation, id: ADMIN } }),
  )
  await until(() => edge.conversations.find(ADMIN) !== undefined)
  await edge.messages(1)
}
const told = () =>
  edge.connector
    .delivered(ADMIN)
    .filter(({ activity }) => activity['attachments'] !== undefined)
    .map(({ activity }) => JSON.stringify(activity))

describe('a post in a channel', () => {
  it('is one request that starts a thread, with a card alone', async () => {
    edge = await startAgendaEdge()
    await edge.join()
    edge.setUp()
    await edge.runner.tick()
    await edge.runner.tick()
    expect(sends(edge)).toHaveLength(1)
    const [request] = edge.connector.requests
    expect([request?.method, request?.path, request?.status]).toEqual(['POST', '/v3/conversations', 201])
    expect(request?.activity).toMatchObject({ isGroup: true, channelData: { channel: { id: CHANNEL } } })
    const [post] = posts()
    expect(post?.activity['text']).toBeUndefined()
    expect(post?.activity['summary']).toContain('Saksliste: Fellesrådet')
    expect(JSON.stringify(post?.activity).length).toBeLessThan(28 * 1024)
    expect(record()).toMatchObject({ state: 'posted', messageId: post?.id })
  })

  it('is updated five times under the same id when the notice is revised five times', async () => {
    edge = await startAgendaEdge()
    await edge.join()
    edge.setUp()
    await edge.runner.tick()
    for (let room = 1; room <= 5; room++) {
      edge.notices.splice(0, 1, { ...(edge.notices[0] as (typeof edge.notices)[0]), place: `Rom ${room}` })
      await edge.runner.tick()
    }
    expect(sends(edge).map(({ method, status }) => `${method} ${status}`)).toEqual([
      'POST 201',
      ...Array(5).fill('PUT 200'),
    ])
    expect(posts()).toMatchObject([{ updateCount: 5 }])
    expect(JSON.stringify(posts()[0]?.activity)).toContain('Nytt sted: Rom 5 (før: Rom 4)')
  })

  it('is struck through when the meeting is cancelled', async () => {
    edge = await startAgendaEdge()
    await edge.join()
    edge.setUp()
    await edge.runner.tick()
    edge.notices.splice(0, 1, { ...(edge.notices[0] as (typeof edge.notices)[0]), isCancelled: true })
    await edge.runner.tick()
    const card = JSON.stringify(posts()[0]?.activity)
    expect(card).toContain('Møtet er avlyst.')
    expect(card).toContain('"strikethrough":true')
    expect(posts()).toHaveLength(1)
  })

  it('that somebody deleted is made anew once, with a word on it', async () => {
    edge = await startAgendaEdge()
    await edge.join()
    edge.setUp()
    await edge.runner.tick()
    const [first] = posts()
    if (first) first.isDeleted = true
    edge.notices.splice(0, 1, { ...(edge.notices[0] as (typeof edge.notices)[0]), place: 'Salen' })
    await edge.tickUntil(() => posts().length === 2)
    expect(posts().map(({ isDeleted }) => isDeleted)).toEqual([true, false])
    expect(JSON.stringify(posts()[1]?.activity)).toContain('Det første innlegget om dette møtet er slettet')
  })
})

describe('a refusal', () => {
  it('of the channel closes it after one request, with one report', async () => {
    edge = await startAgendaEdge()
    await edge.join()
    await knowAdministrator()
    const before = sends(edge).length
    edge.setUp()
    edge.connector.inject({ kind: 'status', status: 403, code: 'BotNotInConversationRoster' })
    for (let tick = 0; tick < 4; tick++) await edge.runner.tick()
    expect(record()).toMatchObject({ state: 'failed', code: 'conversation-closed' })
    expect(edge.store.setups.list(tenant)).toMatchObject([{ pausedBecause: 'conversation-closed' }])
    expect(
      sends(edge)
        .slice(before)
        .map(({ status }) => status),
    ).toEqual([403, 201])
    expect(told()).toHaveLength(1)
    expect(told()[0]).toContain('rakel agenda post-again')
  })

  it('as too early is tried again and posted once', async () => {
    edge = await startAgendaEdge()
    await edge.join()
    edge.setUp()
    edge.connector.inject({ kind: 'status', status: 429, retryAfter: '0' })
    await edge.tickUntil(isState('posted'))
    expect(sends(edge).map(({ status }) => status)).toEqual([429, 201])
    expect(posts()).toHaveLength(1)
  })

  it('of the token is answered with another one, once', async () => {
    edge = await startAgendaEdge()
    await edge.join()
    edge.setUp()
    await edge.server.channels.channel.update(CHANNEL, 'x', noPost(), () => true)
    edge.connector.revokeTokens()
    await edge.runner.tick()
    expect(
      sends(edge)
        .slice(1)
        .map(({ status }) => status),
    ).toEqual([401, 201])
  })
})

const noPost = () =>
  ({
    kind: 'decisions',
    key: 'k',
    marker: 'm',
    language: 'nb',
    title: 't',
    notices: [],
    items: [],
    plainText: 'p',
  }) as never

describe('an unknown outcome', () => {
  it.each([
    ['500 after it was taken', { kind: 'status', status: 500, when: 'after' }, 1],
    ['a reset after it was taken', { kind: 'reset', when: 'after' }, 1],
    ['500 before it was taken', { kind: 'status', status: 500 }, 2],
  ] as const)('%s is resolved by reading the channel back: one message', async (_name, fault, requests) => {
    edge = await startAgendaEdge({ connector: { visibilityLagMs: 50 } })
    await edge.join()
    edge.setUp()
    edge.connector.inject(fault)
    await edge.tickUntil(isState('posted'))
    expect(record()?.state).toBe('posted')
    expect(sends(edge)).toHaveLength(requests)
    expect(posts()).toHaveLength(1)
    expect(record()?.messageId).toBe(posts()[0]?.id)
    expect(edge.connector.reads[0]).toContain('/teams/44444444-4444-4444-8444-444444444444/channels/')
  })

  it('without permission to look is reported as uncertain, and never sent again by itself', async () => {
    edge = await startAgendaEdge({ connector: { mayRead: false } })
    await edge.join()
    await knowAdministrator()
    edge.setUp()
    edge.connector.inject({ kind: 'reset', when: 'after' })
    await edge.tickUntil(() => told().length > 0)
    for (let tick = 0; tick < 5; tick++) await edge.runner.tick()
    expect(record()).toMatchObject({ state: 'uncertain', code: 'may-not-look' })
    expect(posts()).toHaveLength(1)
    expect(told()).toHaveLength(1)
  })

  it('is posted again by the button of the report, pressed where the report is, and nowhere else', async () => {
    edge = await startAgendaEdge({ connector: { mayRead: false } })
    await edge.join()
    await knowAdministrator()
    edge.setUp()
    edge.connector.inject({ kind: 'reset' })
    await edge.tickUntil(() => told().length > 0)
    const value = JSON.parse(/"data":(\{[^}]*\})/.exec(told()[0] ?? '')?.[1] ?? '{}')
    const { conversation } = message(edge.connector)
    const said = (id: string) => edge.connector.delivered(id).filter(({ activity }) => activity['type'] === 'message')
    const press = async (id: string): Promise<string> => {
      const before = said(id).length
      await edge.post(message(edge.connector, { text: undefined, value, conversation: { ...conversation, id } }))
      await until(() => said(id).length > before)
      return String(said(id).at(-1)?.activity['text'])
    }
    expect(await press(PERSONAL)).toContain('Bare et innlegg som er usikkert')
    expect(isState('uncertain')()).toBe(true)
    expect(await press(ADMIN)).toContain('Postes på nytt')
    await edge.tickUntil(isState('posted'))
    expect(posts()).toHaveLength(1)
    expect(await press(ADMIN)).toContain('Bare et innlegg som er usikkert')
  })

  it('is looked for on every page of the channel', async () => {
    edge = await startAgendaEdge({ connector: { pageSize: 1 } })
    await edge.join()
    edge.setUp()
    await edge.runner.tick()
    const { messageId } = record() ?? {}
    const marker = /rakel[0-9a-f]{24}/.exec(JSON.stringify(posts()[0]?.activity))?.[0] ?? ''
    for (let more = 0; more < 3; more++) await edge.server.channels.channel.post(CHANNEL, noPost(), () => true)
    const { reader } = edge.server.channels
    expect(await reader.find(CHANNEL, marker)).toEqual({ is: 'found', messageId })
    expect(edge.connector.reads).toHaveLength(4)
    expect(await reader.find(CHANNEL, 'rakelnosuchword')).toEqual({ is: 'not-found' })
  })
})

describe('a conversation reference', () => {
  it('is the newest authenticated one, and only on an allowed host', async () => {
    edge = await startAgendaEdge()
    await edge.join()
    const kept = edge.conversations.find(CHANNEL)
    expect(kept).toBeDefined()
    if (!kept) return
    const evil = JSON.stringify({ ...JSON.parse(kept.reference), serviceUrl: 'https://evil.example/' })
    edge.conversations.save({ ...kept, reference: evil })
    edge.setUp()
    await edge.runner.tick()
    expect(record()).toMatchObject({ state: 'failed', code: 'service-host' })
    expect(sends(edge)).toHaveLength(0)
    edge.conversations.remove(CHANNEL)
    await edge.join()
    edge.store.outbox.order(record()?.key as never, Date.now())
    await edge.tickUntil(isState('posted'))
    expect(posts()).toHaveLength(1)
  })

  it('that is missing makes one report and no request', async () => {
    edge = await startAgendaEdge()
    edge.setUp()
    await edge.runner.tick()
    expect(record()).toMatchObject({ state: 'failed', code: 'channel-unknown' })
    expect(sends(edge)).toHaveLength(0)
  })
})

describe('the calendar file', () => {
  it('is served under the name that the card gives, and under no other', async () => {
    edge = await startAgendaEdge({ publicUrl: 'https://rakel.example/' })
    await edge.join()
    edge.setUp()
    await edge.runner.tick()
    const card = JSON.stringify(posts()[0]?.activity)
    const name = /https:\/\/rakel\.example\/(agenda\/rakel[0-9a-f]{24}\.ics)/.exec(card)?.[1] ?? ''
    const answer = await fetch(`${edge.server.url}/${name}`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
    const file = await answer.text()
    expect(file).toMatch(new RegExp(`DTSTART:${MEETING_DAY.replaceAll('-', '')}T\\d{6}Z\r\n`))
    expect(file).toContain('SUMMARY:Fellesrådet\r\nLOCATION:Hjelmfoss rådhus\r\n')
    for (const other of ['agenda/rakel000000000000000000000000.ics', 'agenda/..%2f.env', name.replace('.ics', '')])
      expect((await fetch(`${edge.server.url}/${other}`)).status).toBe(404)
  })

  it('is not offered where nobody outside could fetch it', async () => {
    edge = await startAgendaEdge()
    await edge.join()
    edge.setUp()
    await edge.runner.tick()
    expect(JSON.stringify(posts()[0]?.activity)).not.toContain('.ics')
  })
})
