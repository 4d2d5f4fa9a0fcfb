import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { pause } from '../teams/edge.ts'
import { type FakeConnector, startFakeConnector } from './fake-connector.ts'
import { brokenRule } from './teams-rules.ts'

const claim = (position: number, appearance = {}) => ({
  '@type': 'Claim',
  position,
  appearance: { '@type': 'DigitalDocument', name: 'n', abstract: 'a', ...appearance },
})
const root = (changes = {}) => ({
  type: 'https://schema.org/Message',
  '@type': 'Message',
  '@context': 'https://schema.org',
  ...changes,
})
const text = (changes = {}) => ({ type: 'message', text: 'hei', ...changes })

describe("Teams' rules, as the fake connector keeps them", () => {
  it.each([
    ['a plain message', text(), undefined],
    [
      '20 citations',
      text({ entities: [root({ citation: Array.from({ length: 20 }, (_n, i) => claim(i + 1)) })] }),
      undefined,
    ],
    [
      '21 citations',
      text({ entities: [root({ citation: Array.from({ length: 21 }, (_n, i) => claim(i + 1)) })] }),
      400,
    ],
    ['two root entities', text({ entities: [root(), root()] }), 400],
    ['a stripped root entity', text({ entities: [{ type: 'https://schema.org/Message' }] }), 400],
    ['an abstract of 161', text({ entities: [root({ citation: [claim(1, { abstract: 'x'.repeat(161) })] })] }), 400],
    ['encodingFormat', text({ entities: [root({ citation: [claim(1, { encodingFormat: 'x' })] })] }), 500],
    ['one position twice', text({ entities: [root({ citation: [claim(1), claim(1)] })] }), 400],
    ['110 KB', text({ text: 'x'.repeat(55_000) }), 413],
    ['nothing to say', text({ text: '' }), 400],
    [
      'a mention that is not in the text',
      text({ entities: [{ type: 'mention', text: '<at>A</at>', mentioned: { id: 'a' } }] }),
      400,
    ],
    ['no type', { text: 'hei' }, 400],
  ])('%s', (_name, activity, status) => {
    expect(brokenRule(activity)?.status).toBe(status)
  })
})

describe('the fake connector', () => {
  let connector: FakeConnector
  afterEach(() => connector.close())
  const post = (activity: unknown, conversation = 'a:1', more = '') =>
    fetch(`${connector.url}v3/conversations/${encodeURIComponent(conversation)}/activities${more}`, {
      method: 'POST',
      body: JSON.stringify(activity),
    })

  it('refuses the eighth message of a second', async () => {
    connector = await startFakeConnector({ rateRetryAfterSeconds: 2 })
    const responses = await Promise.all(Array.from({ length: 8 }, () => post(text())))
    expect(responses.map(({ status }) => status).sort()).toEqual([...Array(7).fill(201), 429])
    expect(responses.find(({ status }) => status === 429)?.headers.get('retry-after')).toBe('2')
  })

  it('shows a message to readers only after the lag', async () => {
    connector = await startFakeConnector({ visibilityLagMs: 150 })
    await post(text(), '19:c@thread.tacv2')
    const list = async () => {
      const response = await fetch(`${connector.url}v1.0/teams/t/channels/19%3Ac%40thread.tacv2/messages`)
      return ((await response.json()) as { value: unknown[] }).value.length
    }
    expect([await list(), connector.delivered().length]).toEqual([0, 1])
    await pause(170)
    expect(await list()).toBe(1)
  })

  it('creates, updates and deletes', async () => {
    connector = await startFakeConnector()
    const created = await fetch(`${connector.url}v3/conversations`, {
      method: 'POST',
      body: JSON.stringify({ activity: text(), isGroup: true }),
    })
    const { id, activityId } = (await created.json()) as { id: string; activityId: string }
    const address = `${connector.url}v3/conversations/${encodeURIComponent(id)}/activities/${activityId}`
    expect((await fetch(address, { method: 'PUT', body: JSON.stringify(text({ text: 'nytt' })) })).status).toBe(200)
    expect(connector.delivered(id)).toMatchObject([{ updateCount: 1, activity: { text: 'nytt' } }])
    expect((await fetch(address, { method: 'DELETE' })).status).toBe(200)
    expect((await fetch(address, { method: 'PUT', body: JSON.stringify(text()) })).status).toBe(404)
    const members = await fetch(`${connector.url}v3/conversations/${encodeURIComponent(id)}/members`)
    expect(await members.json()).toHaveLength(1)
  })

  it('keeps the rules of streaming', async () => {
    connector = await startFakeConnector()
    const chunk = (more: object, words: string, type = 'typing') => ({
      type,
      text: words,
      entities: [{ type: 'streaminfo', ...more }],
    })
    const send = async (activity: object, conversation = 'a:1') => (await post(activity, conversation)).status
    expect(await send(chunk({ streamType: 'streaming', streamSequence: 1 }, 'x'), '19:group')).toBe(403)
    const first = await post(chunk({ streamType: 'streaming', streamSequence: 1 }, 'Hei'))
    const { id } = (await first.json()) as { id: string }
    expect(await send(chunk({ streamId: id, streamType: 'streaming', streamSequence: 2 }, 'Hei på'))).toBe(201)
    expect(await send(chunk({ streamId: id, streamType: 'streaming', streamSequence: 3 }, 'Noe annet'))).toBe(400)
    expect(await send(chunk({ streamId: id, streamType: 'final' }, 'Hei på deg', 'message'))).toBe(201)
    expect(await send(chunk({ streamId: id, streamType: 'streaming', streamSequence: 4 }, 'Hei på deg!'))).toBe(403)
  })
})

it('runs as a process of its own and is steered from outside', async () => {
  const child: ChildProcess = spawn(process.execPath, [new URL('main.ts', import.meta.url).pathname], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    if (!child.stdout) throw new Error('no output')
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
    const { url } = JSON.parse(line) as { url: string }
    await fetch(`${url}_control/faults`, {
      method: 'POST',
      body: JSON.stringify([{ kind: 'status', status: 503, when: 'after' }]),
    })
    const sent = await fetch(`${url}v3/conversations/a/activities`, { method: 'POST', body: JSON.stringify(text()) })
    expect(sent.status).toBe(503)
    const delivered = await fetch(`${url}_control/delivered?conversation=a`)
    expect(await delivered.json()).toHaveLength(1)
  } finally {
    child.kill()
    await once(child, 'exit')
  }
})
