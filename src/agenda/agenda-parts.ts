import type { Clock } from '../platform/clock.ts'
import type { Log } from '../platform/log.ts'
import type { PlanSources } from './plan-slots.ts'
import type {
  Claimant,
  NotifyAdministrator,
  Outbox,
  OutboxRecovery,
  OutboxReports,
  OutboxUpdates,
  PostToChannel,
  ReadChannel,
} from './ports.ts'

export type FullOutbox = Outbox & OutboxRecovery & OutboxUpdates & OutboxReports

export interface AgendaTiming {
  /** How long `PostToChannel` lets a request that has left live. */
  readonly sendTimeoutMs: number
  /** How long a claim may wait for its request to leave. */
  readonly startWithinMs: number
  /** After which a delivered message certainly shows to a reader of the channel. */
  readonly visibilityLagMs: number
  /** How long a notice must be gone before its meeting is shown as withdrawn: files are moved and read again. */
  readonly goneAfterMs: number
  /** Before what had no effect is tried again; doubled each time, up to half an hour. */
  readonly firstWaitMs: number
}

export const DEFAULT_TIMING: AgendaTiming = {
  sendTimeoutMs: 15_000,
  startWithinMs: 60_000,
  visibilityLagMs: 30_000,
  goneAfterMs: 3_600_000,
  firstWaitMs: 30_000,
}

/** Everything a tick needs. */
export interface AgendaParts extends PlanSources {
  readonly outbox: FullOutbox
  readonly channel: PostToChannel
  readonly reader: ReadChannel
  readonly notify: NotifyAdministrator
  readonly clock: Clock
  /** Ms that never jump: what settles is measured by it, whatever happens to the clock. */
  readonly elapsedMs: () => number
  readonly log: Log
  /** A name that no other process ever had. */
  readonly holder: string
  readonly timing: AgendaTiming
}

const MARGIN_MS = 1_000

/** Longer than a send that has left can live, and be invisible. */
export const settleMs = ({ sendTimeoutMs, visibilityLagMs }: AgendaTiming): number =>
  sendTimeoutMs + visibilityLagMs + Math.min(MARGIN_MS, sendTimeoutMs)

/** A claimant whom others leave alone while it sends. */
export const sender = ({ holder, clock, timing }: AgendaParts): Claimant => ({
  holder,
  nowMs: clock.nowMs(),
  leaseMs: timing.startWithinMs + timing.sendTimeoutMs + Math.min(MARGIN_MS, timing.sendTimeoutMs),
})

/** A claimant whom others leave alone while a claim settles. */
export const settler = (parts: AgendaParts): Claimant => ({
  holder: parts.holder,
  nowMs: parts.clock.nowMs(),
  leaseMs: 2 * settleMs(parts.timing) + 2 * Math.min(30_000, parts.timing.sendTimeoutMs * 4),
})

const LONGEST_WAIT_MS = 30 * 60_000

/**
 * When what had no effect may be tried again: after a pause that doubles each time, and not before the channel said.
 * Whole ms, as a store keeps them; the channel's word may come with a jitter.
 */
export const notBeforeMs = ({ clock, timing }: AgendaParts, troubleCount: number, retryAfterMs = 0): number => {
  const backOffMs = Math.min(LONGEST_WAIT_MS, timing.firstWaitMs * 2 ** Math.min(troubleCount, 10))
  return clock.nowMs() + Math.ceil(Math.max(retryAfterMs, backOffMs))
}
