import type { FullOutbox } from '../../agenda/agenda-parts.ts'
import { comingSlots, isOpen } from '../../agenda/coming-slots.ts'
import { localDay, type PlannedSlot, type PlanSources, planSlots } from '../../agenda/plan-slots.ts'
import type { AgendaSetup, SlotRecord } from '../../agenda/ports.ts'
import type { ReadReceipts } from '../ports.ts'

/** What was, is and will be posted in one channel. */
export interface ChannelPlan {
  readonly setups: readonly AgendaSetup[]
  /** Of the next 60 days, by due time. */
  readonly coming: readonly PlannedSlot[]
  /** Of meetings to come. */
  readonly known: readonly { readonly record: SlotRecord; readonly readByCount: number }[]
}

export interface ChannelPlanSources extends PlanSources {
  readonly outbox: Pick<FullOutbox, 'list'>
  readonly receipts: ReadReceipts
}

const PLAN_MS = 60 * 86_400_000

export const canBeOrdered = ({ state }: SlotRecord): boolean =>
  state === 'uncertain' || state === 'failed' || state === 'skipped'

/** What is still to be posted in a channel, by due time. */
export const comingIn = (sources: ChannelPlanSources, channel: string, nowMs: number): PlannedSlot[] =>
  comingSlots(planSlots(sources, nowMs).slots, sources.outbox.list(sources.tenant), nowMs).filter(
    ({ slot }) => slot.channel === channel,
  )

export function channelPlan(sources: ChannelPlanSources, channel: string, nowMs: number): ChannelPlan {
  const { tenant, setups, outbox, receipts, zone } = sources
  const today = localDay(nowMs, zone)
  return {
    setups: setups.list(tenant).filter((setup) => setup.channel === channel),
    coming: comingIn(sources, channel, nowMs).filter(({ dueAtMs }) => dueAtMs <= nowMs + PLAN_MS),
    known: outbox
      .list(tenant, today)
      .filter((record) => record.slot.channel === channel && !isOpen(record))
      .map((record) => ({ record, readByCount: receipts.count(tenant, record.key) })),
  }
}
