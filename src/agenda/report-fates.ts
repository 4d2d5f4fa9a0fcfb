import { type AgendaParts, sender } from './agenda-parts.ts'
import type { FateReport, SlotRecord } from './ports.ts'
import { slotId } from './slots.ts'

/** Skipped for a reason that the people who set it up know already. */
const KNOWN_TO_THEM = new Set(['cancelled-by-person', 'meeting-cancelled', 'no-longer-planned', 'paused'])

/** Whether the administrator is to be told how a slot stands. */
export const matters = ({ state, code, slot }: SlotRecord): boolean =>
  state === 'uncertain' ||
  state === 'failed' ||
  (state === 'skipped' && code !== undefined && !KNOWN_TO_THEM.has(code) && slot.kind !== 'reminder') ||
  (state === 'posted' && code !== undefined)

const MESSAGES: Readonly<Partial<Record<SlotRecord['state'], string>>> = {
  uncertain:
    'may have been posted or not, and the channel could not be read; look there, and if it is missing post it again',
  failed: 'was not posted, because the channel refused it',
  skipped: 'was not posted',
  posted: 'is posted, but could not be brought up to date',
}

export function reportOf({ key, slot, state, code }: SlotRecord): FateReport {
  const what = `The ${slot.kind} post for ${slot.committee} ${slot.meetingDate}`
  const again = state === 'posted' ? '' : `: rakel agenda post-again ${slotId(key)}`
  return { key, slot, state, code, message: `${what} ${MESSAGES[state] ?? state} (${code ?? state})${again}` }
}

/** Tells of a fate, once in the log and at least once to the administrator. */
export async function reportFate(parts: AgendaParts, record: SlotRecord): Promise<void> {
  const { outbox, notify, clock, log } = parts
  if (record.reportedAtMs !== undefined || !matters(record) || !outbox.take(record, sender(parts))) return
  log.warn('agenda.report', { slot: record.key, state: record.state, code: record.code })
  await notify(reportOf(record))
  outbox.done(record, clock.nowMs())
}
