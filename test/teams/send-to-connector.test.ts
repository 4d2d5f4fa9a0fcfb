import { createServer, type Server } from 'node:net'
import fc from 'fast-check'
import { silentLog } from '../../src/platform/log.ts'
import { retryDelayMs } from '../../src/teams/retry-after.ts'
import { createSendPace } from '../../src/teams/send-pace.ts'
import { type Sending, sendToConnector } from '../../src/teams/send-to-connector.ts'
import { createSerialQueue } from '../../src/teams/serial-queue.ts'
import { type FakeConnector, startFakeConnector } from '../fake-connector/fake-connector.ts'
import { pause } from './edge.ts'

/** Time that passes only by sleeping. */
function fakeTime(startMs = 1_800_000_000_000) {
  let nowMs = startMs
  const slept: number[] = []
  return {
    slept,
    clock: { nowMs: () => nowMs },
    sleep: async (ms: number, signal: AbortSignal) => {
      signal.throwIfAborted()
      slept.push(ms)
      nowMs += ms
    },
  }
}

describe('a request to the Bot Connector', () => {
  let connector: FakeConnector
  beforeEach(async () => {
    connector = await startFakeConnector()
  })
  afterEach(() => connector.close())

  const sendingOf = (changes: Partial<Sending> = {}): Sending & { readonly slept: number[] } => {
    const time = fakeTime()
    return {
      clock: time.clock,
      log: silentLog,
      queue: createSerialQueue(),
      pace: createSendPace(time.clock, time.sleep),
      sleep: time.sleep,
      slept: time.slept,
      random: () => 0,
      signal: new AbortController().signal,
      allowedServiceHosts: ['127.0.0.1'],
      tokens: undefined,
      timeoutMs: 300,
      ...changes,
    }
  }
  const request = (text = 'hei', base = connector.url) => ({
    url: `${base}v3/conversations/a%3A1/activities`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'message', text }),
  })

  it.each(['before', 'after'] as const)(
    'that is never answered is given up, once, with its fate unknown',
    async (when) => {
      connector.inject({ kind: 'hang', when })
      await expect(sendToConnector(request(), sendingOf())).rejects.toMatchObject({
        name: 'UnknownOutcome',
        code: 'send-unknown',
      })
      await pause(300)
      expect(connector.requests).toHaveLength(1)
    },
  )

  it('is tried again when nobody listened, because nothing can have arrived', async () => {
    const server: Server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    await new Promise((resolve) => server.close(resolve))
    const sending = sendingOf()
    const failed = sendToConnector(request('hei', `http://127.0.0.1:${port}/`), sending)
    await expect(failed).rejects.toMatchObject({ name: 'Refused', code: 'connector-unreachable' })
    expect(sending.slept.length).toBeGreaterThan(3)
  })

  it('is not sent to a host that is not on the list, token or not', async () => {
    const sending = sendingOf({ allowedServiceHosts: ['smba.trafficmanager.net'] })
    await expect(sendToConnector(request(), sending)).rejects.toMatchObject({ code: 'service-host' })
    expect(connector.requests).toEqual([])
  })

  it('follows no redirect', async () => {
    connector.inject({ kind: 'status', status: 307 })
    await expect(sendToConnector(request(), sendingOf())).rejects.toMatchObject({ code: 'send-refused' })
    expect(connector.requests).toHaveLength(1)
  })

  it('gives up after eight refusals, and waits longer each time', async () => {
    connector.inject(...Array.from({ length: 20 }, () => ({ kind: 'status', status: 429 }) as const))
    const sending = sendingOf()
    await expect(sendToConnector(request(), sending)).rejects.toMatchObject({ name: 'Refused' })
    expect(connector.requests).toHaveLength(8)
    expect(sending.slept).toEqual([...sending.slept].sort((one, other) => one - other))
  })

  it('stops waiting when the process stops', async () => {
    const stop = new AbortController()
    connector.inject({ kind: 'status', status: 429 })
    stop.abort()
    await expect(sendToConnector(request(), sendingOf({ signal: stop.signal }))).rejects.toThrow()
    expect(connector.requests.length).toBeLessThanOrEqual(1)
  })

  it('keeps the order of a conversation through delays and refusals', async () => {
    connector.inject({ kind: 'delay', ms: 60 }, { kind: 'status', status: 429 }, { kind: 'delay', ms: 30 })
    const sending = sendingOf()
    await Promise.all(['1', '2', '3', '4'].map((text) => sendToConnector(request(text), sending)))
    expect(connector.delivered().map(({ activity }) => activity['text'])).toEqual(['1', '2', '3', '4'])
  })

  it('goes on after one that failed', async () => {
    connector.inject({ kind: 'status', status: 500 })
    const sending = sendingOf()
    const results = await Promise.allSettled([
      sendToConnector(request('1'), sending),
      sendToConnector(request('2'), sending),
    ])
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
  })
})

describe('the pace of a conversation', () => {
  const RATES = [
    [7, 1_000],
    [8, 2_000],
    [60, 30_000],
    [1_800, 3_600_000],
  ] as const

  it('stays within every documented rate over 2000 sends', async () => {
    const time = fakeTime()
    const pace = createSendPace(time.clock, time.sleep)
    const sent: number[] = []
    for (let n = 0; n < 2_000; n++) {
      await pace.waitForTurn('a', new AbortController().signal)
      sent.push(time.clock.nowMs())
    }
    for (const [most, windowMs] of RATES)
      for (let n = most; n < sent.length; n++)
        expect((sent[n] ?? 0) - (sent[n - most] ?? 0)).toBeGreaterThanOrEqual(windowMs)
  })

  it('lets another conversation go on', async () => {
    const time = fakeTime()
    const pace = createSendPace(time.clock, time.sleep)
    for (let n = 0; n < 6; n++) await pace.waitForTurn('a', new AbortController().signal)
    await pace.waitForTurn('b', new AbortController().signal)
    expect(time.slept).toEqual([])
  })
})

describe('the wait after a refusal', () => {
  const nowMs = Date.UTC(2026, 0, 1)
  it.each([
    ['3', 3_000],
    ['0', 0],
    [' 2 ', 2_000],
    [new Date(nowMs + 5_000).toUTCString(), 5_000],
    [new Date(nowMs - 5_000).toUTCString(), 0],
    ['999999', 3_600_000],
  ])('%s is obeyed', (told, ms) => {
    expect(retryDelayMs(told, 1, nowMs, 0)).toBe(ms)
  })

  it.each([undefined, '', 'soon', '-1', '1e9', 'NaN'])('%s falls back to a doubling wait', (told) => {
    expect([1, 2, 3].map((attempt) => retryDelayMs(told, attempt, nowMs, 1))).toEqual([1_000, 2_000, 4_000])
  })

  it('is never shorter than told, never over an hour and a second', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.double({ min: 0, max: 1, noNaN: true }), (seconds, random) => {
        const ms = retryDelayMs(String(seconds), 1, nowMs, random)
        expect(ms).toBeGreaterThanOrEqual(Math.min(seconds * 1_000, 3_600_000))
        expect(ms).toBeLessThanOrEqual(3_601_000)
      }),
    )
  })
})
