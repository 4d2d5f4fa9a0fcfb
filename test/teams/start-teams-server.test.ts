import { Refused } from '../../src/domain/errors.ts'
import { tenantId } from '../../src/domain/ids.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { type Log, silentLog } from '../../src/platform/log.ts'
import { startTeamsServer } from '../../src/teams/start-teams-server.ts'
import type { Fault } from '../fake-connector/fake-connector.ts'
import {
  answerOf,
  BOT,
  CHANNEL,
  type Edge,
  inChannel,
  inGroup,
  KARI,
  mentioned,
  message,
  PERSONAL,
  pause,
  QUOTE,
  startEdge,
  until,
} from './edge.ts'
import { memoryConversations, memoryLedger } from './memory-stores.ts'

const collectLog = (): Log & { readonly lines: string[] } => {
  const lines: string[] = []
  const take =
    (level: string) =>
    (event: string, fields = {}): void => {
      lines.push(JSON.stringify({ level, event, ...fields }))
    }
  return { lines, debug: take('debug'), info: take('info'), warn: take('warn'), error: take('error') }
}

describe('the Teams edge, on the wire', () => {
  let edge: Edge
  afterEach(() => edge.close())

  const postsOf = (type: string) =>
    edge.connector.requests.filter(({ method, activity }) => method === 'POST' && activity?.['type'] === type)

  describe('what is sent', () => {
    it('keeps the citation entity whole, in the bytes', async () => {
      edge = await startEdge()
      const response = await edge.post(message(edge.connector))
      expect(response.status).toBe(200)
      const [sent] = await edge.messages(1)
      expect(sent?.['text']).toContain('4,2 mill. kroner')
      expect(edge.asked).toEqual(['Hva ble vedtatt om budsjettet?'])
      expect(JSON.parse(postsOf('message')[0]?.raw ?? '').entities).toEqual([
        {
          type: 'https://schema.org/Message',
          '@type': 'Message',
          '@context': 'https://schema.org',
          '@id': '',
          citation: [
            {
              '@type': 'Claim',
              position: 1,
              appearance: {
                '@type': 'DigitalDocument',
                name: 'Referat fra samarbeidsrådet, side 3',
                abstract: QUOTE,
                url: 'https://sak.example.no/2025/3',
                keywords: ['2025/3', '2025-02-13'],
              },
            },
          ],
        },
      ])
    })

    it('carries the AI label where a model wrote, and only there', async () => {
      edge = await startEdge({ answer: async (question) => answerOf({ question, mode: 'model' }) })
      await edge.post(message(edge.connector))
      await edge.messages(1)
      expect(postsOf('message')[0]?.raw).toContain('"additionalType":["AIGeneratedContent"]')
    })

    it('shows typing in a chat before the answer', async () => {
      edge = await startEdge()
      await edge.post(message(edge.connector))
      await edge.messages(1)
      expect(edge.connector.requests.map(({ activity }) => activity?.['type'])).toEqual(['typing', 'message'])
    })
  })

  describe('where it answers', () => {
    it('answers in a group when mentioned, without its own name in the question', async () => {
      edge = await startEdge()
      await edge.post(message(edge.connector, { ...inGroup, ...mentioned('Hvem var&nbsp;til stede?') }))
      await edge.messages(1)
      expect(edge.asked).toEqual(['Hvem var til stede?'])
    })

    it('answers in the thread of a channel, without typing', async () => {
      edge = await startEdge()
      await edge.post(message(edge.connector, { ...inChannel('1700'), ...mentioned('Hvem var til stede?') }))
      await edge.messages(1)
      expect(edge.connector.delivered().map(({ conversationId }) => conversationId)).toEqual([
        `${CHANNEL};messageid=1700`,
      ])
      expect(postsOf('typing')).toHaveLength(0)
    })

    it.each([
      ['group', inGroup],
      ['channel', inChannel('1700')],
    ])(
      'is silent in a %s when not mentioned, or when another is, and keeps and logs nothing of it',
      async (_name, where) => {
        const noted: unknown[] = []
        const note = (...what: unknown[]): void => {
          noted.push(what)
        }
        const ledger = { claim: (key: string) => noted.push(key) > 0 }
        edge = await startEdge({ ledger, log: { debug: note, info: note, warn: note, error: note } })
        const other = { type: 'mention', mentioned: { id: '29:ola', name: 'Ola' }, text: '<at>Ola</at>' }
        for (const more of [
          {},
          { text: '<at>Ola</at> hva tror du?', entities: [other] },
          { text: 'Rakel, hva tror du?' },
          { type: 'messageUpdate' },
          { type: 'messageUpdate', ...mentioned('hva tror du?') },
          { type: 'messageDelete', text: undefined },
        ])
          expect((await edge.post(message(edge.connector, { ...where, ...more }))).status).toBe(200)
        await pause(300)
        expect([edge.asked, edge.connector.requests, [...edge.conversations.all], noted]).toEqual([[], [], [], []])
      },
    )

    it('tells the answering part who asks and where', async () => {
      const askers: unknown[] = []
      edge = await startEdge({
        answer: async (question, asker) => {
          askers.push(asker)
          return answerOf({ question })
        },
      })
      await edge.post(message(edge.connector, { ...inChannel('1700'), ...mentioned('Hvem skrev referatet?') }))
      await edge.messages(1)
      expect(askers).toEqual([
        { tenant: 'local', user: KARI.aadObjectId, conversation: CHANNEL, audiences: [], isOperator: false },
      ])
    })
  })

  describe('being installed and removed', () => {
    const added = (changes = {}) => ({ type: 'conversationUpdate', membersAdded: [BOT], text: undefined, ...changes })

    it('welcomes once, and says in a group that it must be mentioned', async () => {
      edge = await startEdge()
      await edge.post(message(edge.connector, added()))
      await edge.post(message(edge.connector, added(inGroup)))
      await edge.post(message(edge.connector, added({ membersAdded: [KARI] })))
      const sent = await edge.messages(2)
      await pause(100)
      expect(sent).toHaveLength(2)
      expect(sent[1]?.['text']).toContain('Nevn meg med @')
    })

    it.each([
      ['nb-NO', 'Dette kan du spørre om'],
      ['nn-NO', 'Dette kan du spørje om'],
      ['en-GB', 'You can ask'],
    ])('explains itself in %s', async (locale, words) => {
      edge = await startEdge()
      await edge.post(message(edge.connector, { locale, text: 'Hjelp!' }))
      const [sent] = await edge.messages(1)
      expect(sent?.['text']).toContain(words)
      expect(edge.asked).toEqual([])
    })

    it('keeps the root of a conversation to speak in later, the newest address winning, until it is removed', async () => {
      edge = await startEdge()
      await edge.post(message(edge.connector, { ...inChannel('1700'), ...mentioned('Hei?') }))
      await edge.messages(1)
      const kept = edge.conversations.find(CHANNEL)
      expect(kept).toMatchObject({ kind: 'channel', tenantId: message(edge.connector).conversation.tenantId })
      expect(JSON.parse(kept?.reference ?? '')).toMatchObject({
        serviceUrl: edge.connector.url,
        conversation: { id: CHANNEL },
        bot: { id: BOT.id },
      })
      await edge.post(
        message(edge.connector, { ...inChannel('1700'), type: 'conversationUpdate', membersRemoved: [BOT] }),
      )
      await until(() => edge.conversations.all.size === 0)
      expect(edge.conversations.find(CHANNEL)).toBeUndefined()
    })

    it('forgets a conversation that the connector says is closed to it', async () => {
      edge = await startEdge()
      edge.connector.inject({ kind: 'status', status: 403, code: 'MessageWritesBlocked' })
      await edge.post(message(edge.connector))
      await until(() => edge.asked.length > 0 && edge.conversations.all.size === 0)
      await pause(100)
      expect(edge.conversations.find(PERSONAL)).toBeUndefined()
      expect(postsOf('message')).toHaveLength(1)
    })
  })

  describe('redelivery', () => {
    it('answers once when the same activity comes five times at once, also after a restart', async () => {
      const ledger = memoryLedger()
      edge = await startEdge({ ledger })
      const activity = message(edge.connector)
      const responses = await Promise.all(Array.from({ length: 5 }, () => edge.post(activity)))
      expect(responses.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
      await edge.messages(1)
      await pause(150)
      expect(edge.asked).toHaveLength(1)
      await edge.close()

      edge = await startEdge({ ledger })
      expect((await edge.post({ ...activity, serviceUrl: edge.connector.url })).status).toBe(200)
      await pause(200)
      expect(edge.asked).toHaveLength(0)
    })

    it('knows a delivery under a new id by sender, text and time', async () => {
      edge = await startEdge()
      const activity = message(edge.connector)
      await edge.post(activity)
      await edge.post({ ...activity, id: 'f:another' })
      await edge.messages(1)
      await pause(150)
      expect(edge.asked).toHaveLength(1)
    })

    it('answers the same words asked again later', async () => {
      edge = await startEdge()
      await edge.post(message(edge.connector))
      await edge.post(message(edge.connector))
      expect(await edge.messages(2)).toHaveLength(2)
    })

    it('still answers, once, while the ledger cannot write', async () => {
      edge = await startEdge({
        ledger: {
          claim() {
            throw new Refused('storage-full', 'No space.')
          },
        },
      })
      const activity = message(edge.connector)
      await edge.post(activity)
      await edge.post(activity)
      await edge.messages(1)
      await pause(150)
      expect(edge.asked).toHaveLength(1)
    })
  })

  describe('slow and failing answers', () => {
    it('acknowledges at once while an answer takes long, then delivers it once', async () => {
      edge = await startEdge({
        answer: async (question) => {
          await pause(1_500)
          return answerOf({ question })
        },
      })
      await edge.post(message(edge.connector, { text: 'hjelp' }))
      await edge.messages(1)
      const start = performance.now()
      const response = await edge.post(message(edge.connector))
      expect(response.status).toBe(200)
      expect(performance.now() - start).toBeLessThan(500)
      expect(edge.connector.delivered().filter(({ activity }) => activity['type'] === 'message')).toHaveLength(1)
      expect(await edge.messages(2)).toHaveLength(2)
      await pause(200)
      expect(postsOf('message')).toHaveLength(2)
    })

    it('acknowledges before a busy answer takes the thread', async () => {
      edge = await startEdge({
        answer: async (question) => {
          const end = performance.now() + 700
          while (performance.now() < end);
          return answerOf({ question })
        },
      })
      await edge.post(message(edge.connector, { text: 'hjelp' }))
      await edge.messages(1)
      const start = performance.now()
      await edge.post(message(edge.connector))
      // The client shares this process: what counts is that the reply left before the work began.
      expect(edge.asked.length).toBeLessThanOrEqual(1)
      await edge.messages(2)
      expect(performance.now() - start).toBeGreaterThan(650)
    })

    it('says calmly that it failed, with a reference that stands in the log and nothing of the question', async () => {
      const log = collectLog()
      edge = await startEdge({
        log,
        answer: async () => {
          throw new TypeError('cannot read the secret report')
        },
      })
      await edge.post(message(edge.connector, { locale: 'nn-NO', text: 'Kva vart vedteke?' }))
      const [sent] = await edge.messages(1)
      const reference = /referanse ([0-9a-f]{8})/.exec(String(sent?.['text']))?.[1]
      expect(sent?.['text']).toMatch(/^Orsak, eg klarte ikkje/)
      expect(log.lines.some((line) => reference && line.includes(reference))).toBe(true)
      expect(log.lines.join()).not.toMatch(/vedteke|secret report/)
    })

    it("does not let one person's flood reach the answering part without bound", async () => {
      edge = await startEdge({
        answer: async (question) => {
          await pause(700)
          return answerOf({ question })
        },
      })
      const flood = Array.from({ length: 12 }, () => edge.post(message(edge.connector)))
      await Promise.all(flood)
      await edge.messages(5)
      await pause(300)
      expect(edge.asked.length).toBe(4)
      expect(postsOf('message').filter(({ raw }) => raw.includes('forrige spørsmålene'))).toHaveLength(1)
    })
  })

  describe('a connector in trouble', () => {
    /** Each case with an edge of its own, all at once: most of their time is waiting for what must not come. */
    const inEdges = <Case, Result>(
      cases: Readonly<Record<string, Case>>,
      run: (edge: Edge, one: Case) => Promise<Result>,
    ): Promise<Record<string, Result>> =>
      Promise.all(
        Object.entries(cases).map(async ([name, one]) => {
          const own = await startEdge({
            answer: async (question) => answerOf({ question, text: `Svar på ${question}`, citations: [] }),
          })
          try {
            return [name, await run(own, one)] as const
          } finally {
            await own.close()
          }
        }),
      ).then(Object.fromEntries)

    const messagePosts = (own: Edge) =>
      own.connector.requests.filter(({ method, activity }) => method === 'POST' && activity?.['type'] === 'message')

    it('sees exactly one POST when the outcome is unknown or a refusal, and the next answer as usual', async () => {
      edge = await startEdge()
      const cases: Readonly<Record<string, Fault>> = {
        '500 before storing': { kind: 'status', status: 500 },
        '500 after storing': { kind: 'status', status: 500, when: 'after' },
        '502': { kind: 'status', status: 502 },
        '504 after storing': { kind: 'status', status: 504, when: 'after' },
        '408': { kind: 'status', status: 408 },
        'a reset once the body arrived': { kind: 'reset' },
        'a reset after storing': { kind: 'reset', when: 'after' },
        '403': { kind: 'status', status: 403, code: 'Forbidden' },
        '404': { kind: 'status', status: 404, code: 'ConversationNotFound' },
      }
      const counts = await inEdges(cases, async (own, fault) => {
        own.connector.inject(fault)
        await own.post(message(own.connector))
        await until(() => messagePosts(own).length > 0)
        await pause(1_500)
        const posts = messagePosts(own).length
        const seen = (await own.messages(0)).length
        await own.post(message(own.connector))
        return { posts, seen, seenNext: (await own.messages(seen + 1)).length - seen }
      })
      expect(counts).toEqual(
        Object.fromEntries(
          Object.entries(cases).map(([name, { when }]) => [
            name,
            { posts: 1, seen: when === 'after' ? 1 : 0, seenNext: 1 },
          ]),
        ),
      )
    })

    it('waits after a 429 or 412 as told, then delivers once and in order', async () => {
      edge = await startEdge()
      const results = await inEdges(
        {
          '429 with seconds': { fault: { status: 429, retryAfter: '1' }, waitMs: 1_000 },
          // Told when it is refused; a date has whole seconds, so that it is one to two seconds ahead.
          '429 with a date': {
            fault: { status: 429, retryAfter: () => new Date(Date.now() + 2_000).toUTCString() },
            waitMs: 990,
          },
          '429 without a word': { fault: { status: 429 }, waitMs: 450 },
          '412': { fault: { status: 412 }, waitMs: 450 },
        },
        async (own, { fault, waitMs }) => {
          own.connector.inject({ kind: 'status', ...fault })
          for (const text of ['først?', 'så?', 'sist?']) await own.post(message(own.connector, { text }))
          const sent = await own.messages(3, 20_000)
          const [first, second, ...more] = messagePosts(own)
          return {
            texts: sent.map(({ text }) => text),
            posts: 2 + more.length,
            waited: (second?.atMs ?? 0) - (first?.atMs ?? 0) >= waitMs,
          }
        },
      )
      for (const result of Object.values(results))
        expect(result).toEqual({
          texts: ['Svar på først?', 'Svar på så?', 'Svar på sist?'],
          posts: 4,
          waited: true,
        })
    }, 30_000)

    it('stays below the rates of a conversation, so that a burst loses nothing and is never refused', async () => {
      edge = await startEdge({
        answer: async (question) => answerOf({ question, text: `Svar på ${question}`, citations: [] }),
      })
      // Eight answers and their typing, within what one person may have running at a time.
      for (let group = 0; group < 2; group++) {
        for (let n = 0; n < 4; n++) {
          const from = { ...KARI, id: `29:person-${group}` }
          await edge.post(message(edge.connector, { ...inGroup, ...mentioned(`nr ${group * 4 + n}?`), from }))
        }
      }
      const sent = await edge.messages(8, 15_000)
      expect(sent).toHaveLength(8)
      expect(edge.connector.requests.filter(({ status }) => status === 429)).toEqual([])
    })

    it('fetches one fresh token after a 401, and stops there', async () => {
      edge = await startEdge()
      await edge.post(message(edge.connector))
      await edge.messages(1)
      edge.connector.revokeTokens()
      await edge.post(message(edge.connector))
      await edge.messages(2)
      expect(await edge.messages(2)).toHaveLength(2)
      expect(edge.connector.tokensIssued).toBe(2)
      edge.connector.inject(...Array.from({ length: 4 }, () => ({ kind: 'status', status: 401 }) as const))
      const before = postsOf('message').length
      await edge.post(message(edge.connector))
      await until(() => postsOf('message').length >= before + 2)
      await pause(300)
      expect(postsOf('message').length - before).toBe(2)
    })
  })

  describe('stopping', () => {
    it('lets a running turn finish, takes nothing new, and is quick when idle', async () => {
      edge = await startEdge({
        answer: async (question) => {
          await pause(600)
          return answerOf({ question })
        },
      })
      await edge.post(message(edge.connector))
      await until(() => edge.asked.length === 1)
      await edge.server.close()
      expect(await edge.messages(1, 10)).toHaveLength(1)
      await expect(edge.post(message(edge.connector))).rejects.toThrow()
      const start = performance.now()
      await edge.server.close()
      expect(performance.now() - start).toBeLessThan(50)
    })
  })

  describe('without credentials', () => {
    it('answers this machine without a token', async () => {
      edge = await startEdge({ isAnonymous: true })
      expect((await edge.post(message(edge.connector))).status).toBe(200)
      expect(await edge.messages(1)).toHaveLength(1)
      expect(edge.connector.requests.every(({ authorization }) => authorization === undefined)).toBe(true)
    })

    it('sends nothing to another machine', async () => {
      edge = await startEdge({ isAnonymous: true })
      const response = await edge.post(message(edge.connector, { serviceUrl: 'https://smba.trafficmanager.net/emea/' }))
      expect(response.status).toBe(403)
      expect(edge.asked).toEqual([])
    })
  })

  describe('invoke activities', () => {
    it('are answered in the exchange itself: 501 for what nothing handles', async () => {
      edge = await startEdge()
      const response = await edge.post(message(edge.connector, { type: 'invoke', name: 'composeExtension/query' }))
      expect(response.status).toBe(501)
    })
  })
})

it('refuses a port in use in one sentence', async () => {
  const options = {
    config: {
      host: '127.0.0.1',
      port: 0,
      tenant: tenantId('local'),
      bot: undefined,
      allowedTenants: [],
      allowedServiceHosts: [],
    },
    answer: async () => answerOf(),
    activities: memoryLedger(),
    conversations: memoryConversations(),
    clock: systemClock,
    log: silentLog,
  }
  const first = await startTeamsServer(options)
  const second = startTeamsServer({ ...options, config: { ...options.config, port: first.port } })
  await second.then(
    (server) => server.close(),
    () => undefined,
  )
  await first.close()
  await expect(second).rejects.toMatchObject({ name: 'Refused', code: 'port-in-use' })
})
