import type {
  AgendaMeetings,
  AgendaSetup,
  LookUp,
  NoticedMeeting,
  OpenPromises,
  PostToChannel,
  ReadChannel,
  SendOutcome,
} from '../../src/agenda/ports.ts'
import { type LocalDate, localDate, tenantId } from '../../src/domain/ids.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { NoResponse, sendOnce, type WireResponse } from '../../src/teams/post-once.ts'

/** The far side of the agenda's ports for tests: a channel that is spoken to over the fake connector's real protocol. */

export interface ConnectorOptions {
  /** Ends with a slash. */
  readonly url: string
  readonly sendTimeoutMs: number
  readonly mayRead: boolean
  /** Around every request: where a test kills the process. */
  readonly around?: (point: string) => void
}

const bodyOf = (post: { readonly plainText: string; readonly marker: string }): string =>
  JSON.stringify({ type: 'message', text: `${post.plainText}\n${post.marker}` })

function outcomeOf(response: WireResponse): SendOutcome {
  const { status, body, headers } = response
  const code = /"code":"(\w+)"/.exec(body)?.[1] ?? `http-${status}`
  if (status === 429 || status === 412) {
    const seconds = Number(headers['retry-after'])
    return { is: 'not-now', code, retryAfterMs: Number.isFinite(seconds) ? seconds * 1000 : undefined }
  }
  if (status >= 500 || status === 408) return { is: 'unknown', code: `http-${status}` }
  if (status === 404 && code === 'ActivityNotFoundInConversation') return { is: 'refused', code: 'message-gone' }
  if (status === 403 || status === 404) return { is: 'refused', code: 'conversation-closed' }
  if (status >= 400) return { is: 'refused', code }
  return { is: 'sent', messageId: (JSON.parse(body) as { id: string }).id }
}

export function connectorChannel({ url, sendTimeoutMs, around }: ConnectorOptions): PostToChannel {
  const send = async (method: string, address: string, body: string, mayStart: () => boolean): Promise<SendOutcome> => {
    around?.('before-send')
    if (!mayStart()) return { is: 'not-now', code: 'may-not-start', retryAfterMs: undefined }
    const request = { url: address, method, headers: { 'content-type': 'application/json' }, body }
    const sending = sendOnce(request, sendTimeoutMs)
    around?.('sending')
    const outcome = await sending.then(outcomeOf, (error: unknown): SendOutcome => {
      if (!(error instanceof NoResponse)) throw error
      return error.isSent
        ? { is: 'unknown', code: 'no-response' }
        : { is: 'not-now', code: 'unreachable', retryAfterMs: undefined }
    })
    around?.('after-send')
    return outcome
  }
  const conversation = (channel: string): string => `${url}v3/conversations/${encodeURIComponent(channel)}/activities`
  return {
    post: (channel, post, mayStart) => send('POST', conversation(channel), bodyOf(post), mayStart),
    update: (channel, id, post, mayStart) => send('PUT', `${conversation(channel)}/${id}`, bodyOf(post), mayStart),
  }
}

export function connectorReader({ url, sendTimeoutMs, mayRead, around }: ConnectorOptions): ReadChannel {
  return {
    async find(channel, marker): Promise<LookUp> {
      around?.('before-find')
      if (!mayRead) return { is: 'not-permitted' }
      const address = `${url}v1.0/teams/t/channels/${encodeURIComponent(channel)}/messages`
      try {
        const { body } = await sendOnce({ url: address, method: 'GET', headers: {}, body: undefined }, sendTimeoutMs)
        around?.('after-find')
        const { value } = JSON.parse(body) as { value: { id: string; body: { content: string } }[] }
        const found = value.find((message) => message.body.content.includes(marker))
        return found ? { is: 'found', messageId: found.id } : { is: 'not-found' }
      } catch (error) {
        if (error instanceof NoResponse) return { is: 'unavailable', code: 'no-response' }
        throw error
      }
    },
  }
}

export const noPromises: OpenPromises = { promisedFor: () => [], postponedTo: () => [] }

export const day = (text: string): LocalDate => {
  const [year = 0, month = 0, dayOfMonth = 0] = text.split('-').map(Number)
  const date = localDate(year, month, dayOfMonth)
  if (!date) throw new Error(`${text} is no date`)
  return date
}

/** Due since now. */
export const setupOf = (channel: string, changes: Partial<AgendaSetup> = {}): AgendaSetup => ({
  tenant: tenantId('local'),
  channel,
  committee: 'Fellesrådet',
  rule: { days: 60, counts: 'calendar', time: '08:00' },
  reminder: undefined,
  postsDecisions: false,
  needsApproval: false,
  introduction: '',
  language: undefined,
  pausedBecause: undefined,
  setUpBy: 'operator',
  setUpAtMs: systemClock.nowMs(),
  ...changes,
})

/** A meeting of an invented committee; what is not named is plain. */
export const noticed = (changes: Partial<NoticedMeeting> = {}): NoticedMeeting => ({
  committee: 'Fellesrådet',
  date: day('2027-02-10'),
  startTime: '10:00',
  endTime: '14:00',
  place: 'Hjelmfoss rådhus',
  items: [
    { caseNumber: '1/27', title: 'Godkjenning av innkalling', link: undefined, isRestricted: false },
    { caseNumber: '2/27', title: 'Foreløpig regnskap', link: 'https://example.invalid/2', isRestricted: false },
  ],
  isCancelled: false,
  language: 'nb',
  knownSinceMs: 0,
  documents: [],
  ...changes,
})

/** Meetings as a list that a test may change while the runner runs. */
export const meetingsFrom = (list: () => readonly NoticedMeeting[]): AgendaMeetings => ({
  noticed: (_asker, from, to) => list().filter(({ date }) => date >= from && date <= to),
  decided: () => [],
})
