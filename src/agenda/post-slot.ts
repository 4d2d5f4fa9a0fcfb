import { type AgendaParts, notBeforeMs, sender, settler } from './agenda-parts.ts'
import { agendaPost } from './agenda-post.ts'
import { decisionsPost } from './decisions-post.ts'
import type { OpenClaims } from './open-claims.ts'
import { LATE_LIMIT_MS, localDay, type PlannedSlot } from './plan-slots.ts'
import {
  CHANNEL_CLOSED,
  type ChannelPost,
  type Claim,
  type ClaimResult,
  type SendOutcome,
  type Shown,
  type ShownAgenda,
  type Slot,
  type SlotKey,
  type SlotRecord,
} from './ports.ts'
import { markerOf } from './slots.ts'

/** @param old what the message showed before */
export function postOf(
  parts: AgendaParts,
  key: SlotKey,
  generation: number,
  shown: Shown,
  old?: ShownAgenda | undefined,
): ChannelPost {
  const context = { key, generation, zone: parts.zone, nowMs: parts.clock.nowMs() }
  return shown.kind === 'decisions' ? decisionsPost(shown, context) : agendaPost(shown, old, context)
}

/** The record of a claim, kept in memory while the store cannot take it. */
export function recordResult(parts: AgendaParts, open: OpenClaims, claim: Claim, result: ClaimResult): void {
  const { outbox, clock, log } = parts
  try {
    const isRecorded = outbox.record(claim, result, clock.nowMs())
    open.unrecorded.delete(claim.key)
    if (!isRecorded) {
      log.warn('agenda.recorded-by-another', { slot: claim.key, attempt: claim.attempt, state: result.state })
      return
    }
  } catch (error) {
    open.unrecorded.set(claim.key, { claim, result })
    log.error('agenda.not-recorded', { slot: claim.key, state: result.state, cause: String(error) })
    return
  }
  const code = 'code' in result ? result.code : undefined
  log[result.state === 'posted' ? 'info' : 'warn'](`agenda.${result.state}`, {
    slot: claim.key,
    attempt: claim.attempt,
    code,
  })
}

function resultOf(
  parts: AgendaParts,
  outcome: Exclude<SendOutcome, { is: 'unknown' }>,
  troubleCount: number,
): ClaimResult {
  switch (outcome.is) {
    case 'sent':
      return { state: 'posted', messageId: outcome.messageId }
    case 'refused':
      return { state: 'failed', code: outcome.code }
    case 'not-now':
      return {
        state: 'waiting',
        code: outcome.code,
        notBeforeMs: notBeforeMs(parts, troubleCount, outcome.retryAfterMs),
      }
  }
}

/**
 * Sends a claimed slot once and records what became of it. An unknown outcome is not recorded: it settles, and is looked
 * for (resolve-claim.ts).
 */
export async function sendClaimed(
  parts: AgendaParts,
  open: OpenClaims,
  slot: Slot,
  shown: Shown,
  claim: Claim,
  troubleCount: number,
): Promise<void> {
  const { outbox, channel, elapsedMs, timing, setups, log } = parts
  const startedMs = elapsedMs()
  const mayStart = (): boolean => elapsedMs() - startedMs < timing.startWithinMs && outbox.holds(claim)
  open.inFlight.add(claim.key)
  try {
    const outcome = await channel
      .post(slot.channel, postOf(parts, claim.key, claim.generation, shown), mayStart)
      .catch((error: unknown): SendOutcome => {
        log.error('agenda.send-threw', { slot: claim.key, cause: String(error) })
        return { is: 'unknown', code: 'error' }
      })
    if (outcome.is === 'unknown') {
      log.warn('agenda.unknown-outcome', { slot: claim.key, code: outcome.code, attempt: claim.attempt })
      if (outbox.extend(claim, settler(parts))) open.settling.set(claim.key, { claim, sinceMs: elapsedMs() })
      return
    }
    recordResult(parts, open, claim, resultOf(parts, outcome, troubleCount))
    if (outcome.is === 'refused' && outcome.code === CHANNEL_CLOSED)
      setups.close(slot.tenant, slot.channel, CHANNEL_CLOSED)
  } finally {
    open.inFlight.delete(claim.key)
  }
}

/** Whether posting is of any use at this moment. What a person ordered is, as long as the meeting's day is not over. */
export function isUseful(parts: AgendaParts, planned: PlannedSlot, isOrdered: boolean): boolean {
  const nowMs = parts.clock.nowMs()
  if (!isOrdered) return nowMs <= planned.usefulUntilMs
  const today = localDay(planned.slot.kind === 'decisions' ? nowMs - 10 * LATE_LIMIT_MS : nowMs, parts.zone)
  return planned.slot.meetingDate >= today
}

/** Posts a slot that is due, or notes why it is not posted. @param record undefined when nobody has taken it yet */
export async function postSlot(
  parts: AgendaParts,
  open: OpenClaims,
  planned: PlannedSlot,
  record: SlotRecord | undefined,
): Promise<void> {
  const { outbox, clock, reader } = parts
  const nowMs = clock.nowMs()
  const isOrdered = record?.state === 'ordered'
  if (record ? nowMs < record.notBeforeMs : nowMs < planned.dueAtMs) return
  const slot = record?.slot ?? planned.slot
  const skipAs = skipReason(parts, planned, isOrdered)
  if (planned.hold && skipAs === undefined && !(isOrdered && planned.hold === 'not-approved')) return
  const shown = planned.show()
  const claim = outbox.claim(slot, shown, sender(parts))
  if (!claim) return
  if (skipAs !== undefined) return recordResult(parts, open, claim, { state: 'skipped', code: skipAs })
  if (isOrdered && claim.attempt > 1) {
    // It was uncertain once: whoever may look now, looks before a person's order makes it two.
    const seen = await reader.find(slot.channel, markerOf(claim.key, claim.generation))
    if (seen.is === 'found') return recordResult(parts, open, claim, { state: 'posted', messageId: seen.messageId })
  }
  await sendClaimed(parts, open, slot, shown, claim, record?.troubleCount ?? 0)
}

function skipReason(parts: AgendaParts, planned: PlannedSlot, isOrdered: boolean): string | undefined {
  if (planned.hold === 'cancelled-by-person') return 'cancelled-by-person'
  if (isUseful(parts, planned, isOrdered)) return undefined
  // A meeting that was called off before its agenda was posted needs no report.
  return planned.hold === 'meeting-cancelled'
    ? 'meeting-cancelled'
    : planned.hold === 'not-approved'
      ? 'not-approved'
      : planned.hold === 'paused'
        ? 'paused'
        : 'missed'
}
