import type { PlannedSlot } from './plan-slots.ts'
import type { SlotRecord } from './ports.ts'

/** Nobody has taken it, or what was tried had no effect. */
export const isOpen = (record: SlotRecord | undefined): boolean =>
  record === undefined || record.state === 'waiting' || record.state === 'ordered'

/** What is still to be posted, in the order it is planned. */
export function comingSlots(
  slots: readonly PlannedSlot[],
  records: readonly SlotRecord[],
  nowMs: number,
): PlannedSlot[] {
  const byKey = new Map(records.map((record) => [record.key, record]))
  return slots.filter(({ key, usefulUntilMs }) => usefulUntilMs >= nowMs && isOpen(byKey.get(key)))
}
