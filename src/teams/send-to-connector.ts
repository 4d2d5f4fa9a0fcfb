import { Refused, UnknownOutcome } from '../domain/errors.ts'
import type { Clock } from '../platform/clock.ts'
import type { Log } from '../platform/log.ts'
import { NoResponse, sendOnce, type WireRequest, type WireResponse } from './post-once.ts'
import { retryDelayMs } from './retry-after.ts'
import type { SendPace } from './send-pace.ts'
import type { SerialQueue } from './serial-queue.ts'
import { isAllowedService } from './service-hosts.ts'
import type { Sleep } from './sleep.ts'
import type { TokenSource } from './teams-options.ts'

export interface Sending {
  readonly clock: Clock
  readonly log: Log
  readonly queue: SerialQueue
  readonly pace: SendPace
  readonly sleep: Sleep
  /** From 0 to 1. */
  readonly random: () => number
  /** Aborted when the process gives up waiting. */
  readonly signal: AbortSignal
  readonly allowedServiceHosts: readonly string[]
  /** For the second try after a 401; undefined where no token is used. */
  readonly tokens: TokenSource | undefined
  readonly timeoutMs: number
}

/** Refusals after which this conversation must not be spoken to again. */
export const CONVERSATION_CLOSED = 'conversation-closed'

const MOST_ATTEMPTS = 8
const CLOSED_CODES = new Set([
  'BotNotInConversationRoster',
  'ConversationNotFound',
  'MessageWritesBlocked',
  'BotDisabledByAdmin',
  'UserBlockedBot',
])

/** The connector's own word for a refusal; its message may hold names and is not read. */
export function errorCodeOf(body: string): string | undefined {
  const code = /"code"\s*:\s*"([A-Za-z]{1,60})"/.exec(body.slice(0, 4_096))
  return code?.[1]
}

/** Whether a refusal's code says that the conversation is closed to us. */
export const isClosedCode = (code: string | undefined): boolean => code !== undefined && CLOSED_CODES.has(code)

/** The conversation of a connector address, without its thread: what Teams counts rates by. */
function laneOf(url: string): string {
  const { host, pathname } = new URL(url)
  const conversation = /\/v3\/conversations\/([^/]+)/.exec(pathname)?.[1] ?? ''
  return `${host} ${decodeURIComponent(conversation).split(';')[0]}`
}

/**
 * Sends one request to the Bot Connector, in its conversation's order and below its rates.
 *
 * A POST has no idempotency key, so that it is sent again only when it certainly had no effect: the connector refused
 * it as too early (429, 412), did not accept the token (401, once), or was never reached.
 * @throws Refused the connector said no
 * @throws UnknownOutcome it may have been delivered: 5xx, 408, a reset or silence after it was sent
 */
export function sendToConnector(request: WireRequest, sending: Sending): Promise<WireResponse> {
  if (!isAllowedService(new URL(request.url).origin, sending.allowedServiceHosts))
    return Promise.reject(new Refused('service-host', 'The conversation lies at a host that is not on the list.'))
  const lane = laneOf(request.url)
  return sending.queue.run(lane, () => sendInTurn(request, lane, sending))
}

async function sendInTurn(request: WireRequest, lane: string, sending: Sending): Promise<WireResponse> {
  const { clock, log, sleep, random, signal } = sending
  let headers = request.headers
  let isTokenRenewed = false
  for (let attempt = 1; ; attempt++) {
    await sending.pace.waitForTurn(lane, signal)
    const response = await sendOnce({ ...request, headers }, sending.timeoutMs).catch((error: unknown) => {
      if (!(error instanceof NoResponse)) throw error
      if (error.isSent) throw unknownOutcome('no-response', error)
      return undefined
    })
    const status = response?.status ?? 0
    if (response && status >= 200 && status < 300) return response
    if (status >= 500 || status === 408) throw unknownOutcome(`http-${status}`)
    if (status === 401 && sending.tokens && !isTokenRenewed) {
      isTokenRenewed = true
      headers = { ...headers, authorization: await otherAuthorization(sending.tokens, headers['authorization']) }
      continue
    }
    const isTooEarly = status === 429 || status === 412 || response === undefined
    if (!isTooEarly || attempt >= MOST_ATTEMPTS) throw refusal(response)
    const waitMs = retryDelayMs(response?.headers['retry-after'], attempt, clock.nowMs(), random())
    log.info('teams.send-waits', { status, waitMs: Math.round(waitMs), attempt })
    await sleep(waitMs, signal)
  }
}

/** Another send may have renewed the token meanwhile: then that one is tried before the provider is asked again. */
async function otherAuthorization(tokens: TokenSource, refused: string | undefined): Promise<string> {
  const current = `Bearer ${await tokens.token()}`
  return current === refused ? `Bearer ${await tokens.renew()}` : current
}

const unknownOutcome = (how: string, cause?: unknown): UnknownOutcome =>
  new UnknownOutcome('send-unknown', `The Bot Connector did not say what became of a message (${how}).`, { cause })

function refusal(response: WireResponse | undefined): Refused {
  if (!response) return new Refused('connector-unreachable', 'The Bot Connector could not be reached.')
  const code = errorCodeOf(response.body)
  const isClosed = (response.status === 403 || response.status === 404) && isClosedCode(code)
  return new Refused(
    isClosed ? CONVERSATION_CLOSED : 'send-refused',
    `The Bot Connector refused a message (${response.status}${code ? ` ${code}` : ''}).`,
  )
}
