import type {
  AgendaMeetings,
  AgendaSetup,
  NoticedMeeting,
  OpenPromises,
  PostToChannel,
  ReadChannel,
} from '../../src/agenda/ports.ts'
import { type LocalDate, localDate, tenantId } from '../../src/domain/ids.ts'
import { type Clock, systemClock } from '../../src/platform/clock.ts'
import { silentLog } from '../../src/platform/log.ts'
import { createPostToChannel } from '../../src/teams/agenda/post-to-channel.ts'
import { createReadChannel } from '../../src/teams/agenda/read-channel.ts'
import { createTeamGraph } from '../../src/teams/agenda/team-graph.ts'
import type { ConversationStore, StoredConversation } from '../../src/teams/ports.ts'
import type { SendPace } from '../../src/teams/send-pace.ts'
import { createSerialQueue } from '../../src/teams/serial-queue.ts'
import { sleep } from '../../src/teams/sleep.ts'
import { GROUP_ID } from '../fake-connector/fake-connector.ts'

export interface ChannelsOptions {
  /** Of the fake connector and its Graph. Ends with a slash. */
  readonly url: string
  readonly conversations: ConversationStore
  readonly sendTimeoutMs: number
  readonly clock: Clock
  readonly pace: SendPace
}

/** What the product speaks to channels and reads them with, against the fake connector. */
export function productChannels({ url, conversations, sendTimeoutMs, clock, pace }: ChannelsOptions): {
  readonly channel: PostToChannel
  readonly reader: ReadChannel
} {
  const sending = {
    clock,
    log: silentLog,
    queue: createSerialQueue(),
    pace,
    sleep,
    random: Math.random,
    signal: new AbortController().signal,
    allowedServiceHosts: ['127.0.0.1'],
    tokens: undefined,
    timeoutMs: sendTimeoutMs,
  }
  const graphTokens = { token: async () => 'graph', renew: async () => 'graph' }
  return {
    channel: createPostToChannel({ sending, conversations, publicUrl: undefined }),
    reader: createReadChannel(createTeamGraph({ sending, conversations, graphTokens, graphUrl: url }), undefined),
  }
}

/** A channel that Rakel was spoken to in. */
export const knownChannel = (channel: string, url: string): StoredConversation => ({
  conversationId: channel,
  kind: 'channel',
  tenantId: undefined,
  reference: JSON.stringify({ serviceUrl: url, bot: { id: '28:rakel' }, team: { id: channel, aadGroupId: GROUP_ID } }),
  learnedAtMs: 0,
})

/** The channel that a message of the fake connector stands in, without its thread. */
export const channelOf = ({ conversationId }: { readonly conversationId: string }): string =>
  conversationId.split(';')[0] ?? conversationId

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
