import type { LocalDate } from '../domain/ids.ts'
import type { SaidTime } from '../norwegian/said-time.ts'
import { instantSaid } from './instant-said.ts'
import { type PlannedSlot, startsAtMs } from './plan-slots.ts'

export type Postponement =
  | { readonly is: 'until'; readonly untilMs: number }
  /** No calendar or clock has that time. */
  | { readonly is: 'impossible' }
  /** It may be either day. */
  | { readonly is: 'unclear'; readonly dates: readonly [LocalDate, LocalDate] }
  | { readonly is: 'past'; readonly untilMs: number }
  /** It is planned for later anyway. */
  | { readonly is: 'too-early' }
  /** The meeting has begun by then. */
  | { readonly is: 'too-late'; readonly untilMs: number }

/** Until when a post is put off by a time that somebody said, or why it is not. @param zone IANA name */
export function postponement(planned: PlannedSlot, said: SaidTime, nowMs: number, zone: string): Postponement {
  const { slot, setup, dueAtMs, plannedAtMs } = planned
  const usualTime = (slot.kind === 'reminder' ? setup.reminder : undefined)?.time ?? setup.rule.time
  const found = instantSaid(said, { nowMs, plannedAtMs: dueAtMs, usualTime, zone })
  if (found.is !== 'at') return found
  const untilMs = found.instantMs
  if (untilMs <= nowMs) return { is: 'past', untilMs }
  const shown = planned.show()
  if (shown.kind !== 'decisions' && untilMs >= startsAtMs(shown.meeting, zone)) return { is: 'too-late', untilMs }
  return untilMs < plannedAtMs ? { is: 'too-early' } : { is: 'until', untilMs }
}
