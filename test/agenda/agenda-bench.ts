import type { AgendaParts } from '../../src/agenda/agenda-parts.ts'
import type {
  AgendaMeetings,
  AgendaSetup,
  DecidedMeeting,
  FateReport,
  NoticedMeeting,
  SlotRecord,
} from '../../src/agenda/ports.ts'
import { type AgendaRunner, createAgendaRunner } from '../../src/agenda/run-agenda.ts'
import { tenantId } from '../../src/domain/ids.ts'
import { silentLog } from '../../src/platform/log.ts'
import type { AgendaStore } from '../../src/store/sqlite/open-store.ts'
import { type DeliveredActivity, type FakeConnector, startFakeConnector } from '../fake-connector/fake-connector.ts'
import { knownChannel, noPromises, productChannels, setupOf } from '../fault/agenda-world.ts'
import { openAt } from '../store/sqlite/temporary-store.ts'

export const CHANNEL = '19:council@thread.tacv2'
export const tenant = tenantId('local')

/** An instant of Norwegian winter time, such as '2027-02-03 08:00'. */
export const winter = (stamp: string): number => Date.parse(`${stamp.replace(' ', 'T')}:00+01:00`)

/** The agenda with a real store, a fake connector on loopback, and a clock that the test moves. */
export interface AgendaBench {
  readonly connector: FakeConnector
  readonly store: AgendaStore
  readonly reports: FateReport[]
  readonly setups: AgendaSetup[]
  nowMs: number
  elapsedMs: number
  meetings: readonly NoticedMeeting[]
  decided: readonly DecidedMeeting[]
  /** Whether a reader may look into the channel. */
  mayRead: boolean
  /** The runner of a process; each call is another process. */
  runner(changes?: Partial<AgendaParts>): AgendaRunner
  setUp(changes?: Partial<AgendaSetup>): void
  /** Sets the clock and lets every runner given look once. */
  at(stamp: string, ...runners: readonly AgendaRunner[]): Promise<void>
  posts(): readonly DeliveredActivity[]
  /** The only slot's record, or the one of a kind. */
  record(kind?: string): SlotRecord | undefined
  close(): Promise<void>
}

export async function startBench(): Promise<AgendaBench> {
  const connector = await startFakeConnector()
  const store = openAt(':memory:')
  let processes = 0
  const bench: AgendaBench = {
    connector,
    store: store.agenda,
    reports: [],
    setups: [],
    nowMs: winter('2027-01-20 12:00'),
    elapsedMs: 0,
    meetings: [],
    decided: [],
    mayRead: true,
    runner(changes = {}) {
      processes += 1
      const clock = { nowMs: () => bench.nowMs }
      const { channel, reader } = productChannels({
        url: connector.url,
        conversations: { find: (id) => knownChannel(id, connector.url), save: () => {}, remove: () => {} },
        sendTimeoutMs: 300,
        clock,
        // Rates are counted by real seconds, which this clock does not have.
        pace: { waitForTurn: async () => {} },
      })
      const meetings: AgendaMeetings = {
        noticed: (_asker, from, to) => bench.meetings.filter(({ date }) => date >= from && date <= to),
        decided: (_asker, from, to) => bench.decided.filter(({ date }) => date >= from && date <= to),
      }
      return createAgendaRunner({
        tenant,
        ...store.agenda,
        meetings,
        promises: noPromises,
        zone: 'Europe/Oslo',
        channel,
        reader: { find: async (...what) => (bench.mayRead ? reader.find(...what) : { is: 'not-permitted' }) },
        notify: async (report) => {
          bench.reports.push(report)
        },
        clock,
        elapsedMs: () => bench.elapsedMs,
        log: silentLog,
        holder: `process-${processes}`,
        timing: {
          sendTimeoutMs: 15_000,
          startWithinMs: 60_000,
          visibilityLagMs: 30_000,
          goneAfterMs: 3_600_000,
          firstWaitMs: 30_000,
        },
        ...changes,
      })
    },
    setUp(changes = {}) {
      const setup = setupOf(CHANNEL, {
        rule: { days: 7, counts: 'calendar', time: '08:00' },
        setUpAtMs: winter('2027-01-01 08:00'),
        ...changes,
      })
      store.agenda.setups.save(setup)
    },
    async at(stamp, ...runners) {
      const nextMs = winter(stamp)
      bench.elapsedMs += Math.max(0, nextMs - bench.nowMs)
      bench.nowMs = nextMs
      for (const runner of runners) await runner.tick()
    },
    posts: () => connector.delivered(),
    record: (kind) => store.agenda.outbox.list(tenant).find(({ slot }) => kind === undefined || slot.kind === kind),
    async close() {
      store.close()
      await connector.close()
    },
  }
  return bench
}
