import { DEFAULT_TIMING } from '../../../src/agenda/agenda-parts.ts'
import type { AgendaSetup, NoticedMeeting, OpenPromises } from '../../../src/agenda/ports.ts'
import { type AgendaRunner, createAgendaRunner } from '../../../src/agenda/run-agenda.ts'
import type { LocalDate } from '../../../src/domain/ids.ts'
import { tenantId } from '../../../src/domain/ids.ts'
import { systemClock } from '../../../src/platform/clock.ts'
import { silentLog } from '../../../src/platform/log.ts'
import { plusDays, zonedTimeAt } from '../../../src/platform/zoned-time.ts'
import { analyse } from '../../../src/search/analyse.ts'
import { type AgendaStore, openStore } from '../../../src/store/sqlite/open-store.ts'
import { meetingsFrom, noPromises, noticed, setupOf } from '../../fault/agenda-world.ts'
import { CHANNEL, type Edge, type EdgeOptions, inChannel, message, startEdge, until } from '../edge.ts'

export const ZONE = 'Europe/Oslo'
export const ADMIN = 'a:administrator'
export const tenant = tenantId('local')

const today = zonedTimeAt(systemClock.nowMs(), ZONE).date as LocalDate
/** Of the meeting whose agenda is due. */
export const MEETING_DAY = plusDays(today, 20)

export interface AgendaEdge extends Edge {
  readonly store: AgendaStore
  readonly runner: AgendaRunner
  /** The notices among the documents; may be changed. */
  readonly notices: NoticedMeeting[]
  /** The channel's set-up, due now. */
  setUp(changes?: Partial<AgendaSetup>): void
  /** Somebody joins the team, so that its channel is known. */
  join(): Promise<void>
  /** Ticks until the outbox says so. */
  tickUntil(isDone: () => boolean): Promise<void>
}

export interface AgendaEdgeOptions extends EdgeOptions {
  readonly promises?: OpenPromises
  readonly managers?: readonly string[]
}

/** The Teams edge with a real outbox and the real runner, whose waits are short. */
export async function startAgendaEdge(options: AgendaEdgeOptions = {}): Promise<AgendaEdge> {
  const opened = openStore({ file: ':memory:', clock: systemClock, analyse })
  const notices = [noticed({ date: MEETING_DAY })]
  const { agenda: store } = opened
  const sources = {
    ...store,
    tenant,
    zone: ZONE,
    meetings: meetingsFrom(() => notices),
    promises: options.promises ?? noPromises,
  }
  const edge = await startEdge({
    ...options,
    agenda: { ...sources, adminConversation: ADMIN, managers: options.managers ?? 'everyone', wake: () => undefined },
  })
  const runner = createAgendaRunner({
    ...sources,
    ...edge.server.channels,
    clock: systemClock,
    elapsedMs: () => performance.now(),
    log: options.log ?? silentLog,
    holder: 'test',
    timing: { ...DEFAULT_TIMING, sendTimeoutMs: 60, visibilityLagMs: 60, firstWaitMs: 50 },
  })
  return {
    ...edge,
    store,
    runner,
    notices,
    setUp: (changes) => store.setups.save(setupOf(CHANNEL, { tenant, ...changes })),
    async join() {
      const known = edge.conversations.all.size
      const joined = { type: 'conversationUpdate', text: undefined, membersAdded: [{ id: '29:ola', name: 'Ola' }] }
      await edge.post(message(edge.connector, { ...inChannel('1'), ...joined }))
      await until(() => edge.conversations.all.size > known)
    },
    async tickUntil(isDone) {
      const endMs = performance.now() + 8_000
      for (;;) {
        await runner.tick()
        if (isDone() || performance.now() > endMs) return
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
    async close() {
      await edge.close()
      opened.close()
    },
  }
}

/** Requests to the connector that make or change messages. */
export const sends = ({ connector }: Edge): { method: string; status: number; body: string }[] =>
  connector.requests
    .filter(({ method }) => method !== 'GET')
    .map(({ method, status, raw }) => ({ method, status, body: raw }))
