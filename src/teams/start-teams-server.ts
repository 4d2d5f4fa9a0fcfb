import type { IncomingMessage } from 'node:http'
import type { NotifyAdministrator, PostToChannel, ReadChannel } from '../agenda/ports.ts'
import { calendarFile } from './agenda/calendar-file.ts'
import { createNotifyAdministrator } from './agenda/notify-administrator.ts'
import { createPostToChannel } from './agenda/post-to-channel.ts'
import { createReadChannel } from './agenda/read-channel.ts'
import { createTeamGraph, GRAPH_SCOPE, GRAPH_URL } from './agenda/team-graph.ts'
import { createOwnsTeam } from './agenda/team-owners.ts'
import { createBotTokens } from './bot-tokens.ts'
import { createGate } from './gate.ts'
import { listen, type Reply } from './http-server.ts'
import { parseActivity } from './inbound-activity.ts'
import { isForBot } from './is-for-bot.ts'
import { parseJson } from './parse-json.ts'
import { readBody } from './read-body.ts'
import { createRunningTurns } from './running-turns.ts'
import { createSendPace } from './send-pace.ts'
import type { Sending } from './send-to-connector.ts'
import { createSerialQueue } from './serial-queue.ts'
import { LOOPBACK_SERVICES } from './service-hosts.ts'
import { createSigningKeys } from './signing-keys.ts'
import { sleep } from './sleep.ts'
import { createTakeOn } from './take-on.ts'
import { PUBLIC_CLOUD, type TeamsOptions } from './teams-options.ts'

export interface TeamsServer {
  readonly port: number
  readonly url: string
  /** The agenda part's way to its channels; nothing is sent once the server is closed. */
  readonly channels: {
    readonly channel: PostToChannel
    readonly reader: ReadChannel
    readonly notify: NotifyAdministrator
  }
  /** Takes nothing more, lets running turns finish for at most 10 s, and drops what is left with a line in the log. */
  close(): Promise<void>
}

const SEND_TIMEOUT_MS = 10_000
const CLOSE_TIMEOUT_MS = 10_000

/**
 * The whole Teams edge: answers `POST /api/messages` and `GET /healthz`.
 *
 * An activity is authenticated, claimed against redelivery and acknowledged; the answer follows outside the HTTP
 * exchange, because Teams delivers again what it did not see acknowledged in 15 s. botbuilder and teams-ai are loaded
 * once the port is open: the first activity waits for them.
 * @throws Refused `port-in-use`, `port-refused`
 */
export async function startTeamsServer(options: TeamsOptions): Promise<TeamsServer> {
  const { config, clock, log } = options
  const keys = createSigningKeys((options.botFramework ?? PUBLIC_CLOUD).openIdMetadataUrl, clock)
  const gate = createGate(config, keys, clock)
  const takeOn = createTakeOn(options.activities, clock, log)
  const running = createRunningTurns()
  const givenUp = new AbortController()
  const tokens = config.bot ? (options.tokens ?? createBotTokens(config.bot)) : undefined
  const sending: Sending = {
    clock,
    log,
    queue: createSerialQueue(),
    pace: createSendPace(clock, sleep),
    sleep,
    random: Math.random,
    signal: givenUp.signal,
    allowedServiceHosts: config.bot ? config.allowedServiceHosts : LOOPBACK_SERVICES,
    tokens,
    timeoutMs: SEND_TIMEOUT_MS,
  }
  let isClosing = false
  let isLoaded = false

  async function receive(request: IncomingMessage, replied: Promise<void>): Promise<Reply> {
    if (isClosing) return { status: 503, hangUp: true }
    const { authorization, host } = request.headers
    const caller = await gate.admitCaller({ authorization, host, remoteAddress: request.socket.remoteAddress })
    if (!caller.admitted) return refuse(caller, true)
    const body = await readBody(request)
    if ('status' in body) return { status: body.status, hangUp: true }
    const activity = parseActivity(parseJson(body.bytes))
    if (!activity) return { status: 400 }
    const verdict = gate.admitActivity(caller.value, activity)
    if (!verdict.admitted) return refuse(verdict, false)
    if (!isForBot(activity)) return { status: 200 }
    const turns = await loading
    const lock = await turns.authenticate(activity, authorization)
    if (!lock.isOpen) return { status: lock.status }
    if (activity.type === 'invoke') {
      const reply = await turns.run(activity, lock)
      return reply ?? { status: 501 }
    }
    if (takeOn(activity))
      running.start(async () => {
        await replied
        await turns.run(activity, lock)
      })
    else log.info('teams.delivered-again')
    return { status: 200 }
  }

  function refuse({ status, reason }: { status: number; reason: string }, hangUp: boolean): Reply {
    log.warn('teams.refused', { status, reason })
    return { status, hangUp }
  }

  const { agenda, publicUrl, conversations } = options
  const graph = createTeamGraph({
    sending,
    conversations,
    graphTokens: options.graph?.tokens ?? (config.bot && createBotTokens(config.bot, {}, GRAPH_SCOPE)),
    graphUrl: options.graph?.url ?? GRAPH_URL,
  })
  const routes = {
    receive,
    isHealthy: () => isLoaded && !isClosing,
    calendarFile: (name: string) =>
      agenda && publicUrl ? calendarFile(name, agenda.outbox, agenda.tenant, agenda.zone) : undefined,
  }
  const server = await listen(config.host, config.port, routes, log)
  const loading = import('./turns.ts').then(({ createTurns }) => createTurns(options, sending, createOwnsTeam(graph)))
  loading.then(
    () => {
      isLoaded = true
    },
    (error: unknown) =>
      log.error('teams.sdk-not-loaded', { error: error instanceof Error ? error.name : typeof error }),
  )

  const shownHost = config.host.includes(':') ? `[${config.host}]` : config.host
  let closing: Promise<void> | undefined
  return {
    port: server.port,
    url: `http://${shownHost}:${server.port}`,
    channels: {
      channel: createPostToChannel({ sending, conversations, publicUrl }),
      reader: createReadChannel(graph, config.bot?.appId),
      notify: createNotifyAdministrator({ sending, conversations, adminConversation: agenda?.adminConversation }),
    },
    close() {
      closing ??= (async () => {
        isClosing = true
        const closed = server.close()
        const leftCount = await running.drain(CLOSE_TIMEOUT_MS)
        if (leftCount > 0) log.error('teams.turns-dropped', { count: leftCount })
        givenUp.abort()
        server.cut()
        await closed
      })()
      return closing
    },
  }
}
