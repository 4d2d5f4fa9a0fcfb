import { type AgendaParts, notBeforeMs, sender, settleMs, settler } from './agenda-parts.ts'
import type { OpenClaims } from './open-claims.ts'
import type { PlannedSlot } from './plan-slots.ts'
import type { Claim, SlotRecord } from './ports.ts'
import { isUseful, recordResult, sendClaimed } from './post-slot.ts'
import { markerOf } from './slots.ts'

/** Sends in a row that came to nothing, after which there are pauses between them. */
const AT_ONCE = 3
/** How long a channel that cannot be read is tried before the slot is reported as uncertain. */
const LOOK_FOR_MS = 30 * 60_000
const LOOK_AGAIN_MS = 10 * 60_000

/**
 * A claim without a record: its process died, or its send had no known outcome. It is taken over when its lease has
 * ended, settles, and is looked for in the channel. Found: recorded. Not found: sent again under a new attempt, if still
 * of use. Nobody may look: uncertain, for a person to decide.
 * @param planned undefined when nothing asks for the slot any longer
 */
export async function resolveClaim(
  parts: AgendaParts,
  open: OpenClaims,
  record: SlotRecord,
  planned: PlannedSlot | undefined,
): Promise<void> {
  const { outbox, elapsedMs, timing, log } = parts
  const { key } = record
  if (open.inFlight.has(key)) return
  const unrecorded = open.unrecorded.get(key)
  if (unrecorded) return recordResult(parts, open, unrecorded.claim, unrecorded.result)
  const settling = open.settling.get(key)
  if (!settling || settling.claim.attempt !== record.attempt || record.holder !== parts.holder) {
    open.settling.delete(key)
    const claim = outbox.takeOver(record, settler(parts))
    if (!claim) return
    log.warn('agenda.taken-over', { slot: key, attempt: claim.attempt })
    // Its settling begins now, by a clock that does not jump: the lease's clock may have.
    open.settling.set(key, { claim, sinceMs: elapsedMs() })
    return
  }
  const settledForMs = elapsedMs() - settling.sinceMs
  if (settledForMs < settleMs(timing)) return
  if (!outbox.extend(settling.claim, settler(parts))) {
    open.settling.delete(key)
    return
  }
  await lookFor(parts, open, record, settling.claim, settledForMs, planned)
}

async function lookFor(
  parts: AgendaParts,
  open: OpenClaims,
  record: SlotRecord,
  claim: Claim,
  settledForMs: number,
  planned: PlannedSlot | undefined,
): Promise<void> {
  const { outbox, reader, log } = parts
  const { key, slot } = record
  const seen = await reader.find(slot.channel, markerOf(key, claim.generation))
  if (seen.is === 'unavailable' && settledForMs < LOOK_FOR_MS) {
    log.warn('agenda.channel-unreadable', { slot: key, code: seen.code })
    return
  }
  open.settling.delete(key)
  if (seen.is === 'found') return recordResult(parts, open, claim, { state: 'posted', messageId: seen.messageId })
  if (seen.is !== 'not-found')
    return recordResult(parts, open, claim, {
      state: 'uncertain',
      code: seen.is === 'not-permitted' ? 'may-not-look' : 'channel-unreadable',
    })
  if (!planned) return recordResult(parts, open, claim, { state: 'skipped', code: 'no-longer-planned' })
  if (planned.hold || !isUseful(parts, planned, false))
    return recordResult(parts, open, claim, { state: 'skipped', code: planned.hold ?? 'missed' })
  if (claim.attempt >= AT_ONCE) {
    // Not there: it certainly had no effect. Tried as long as it is of use, ever more seldom.
    return recordResult(parts, open, claim, {
      state: 'waiting',
      code: 'not-delivered',
      notBeforeMs: notBeforeMs(parts, record.troubleCount),
    })
  }
  const shown = planned.show()
  const again = outbox.claimAgain(claim, shown, sender(parts))
  if (again) await sendClaimed(parts, open, slot, shown, again, record.troubleCount)
}

/** An uncertain slot is looked for now and then: the permission to look may have come. Found or not, nothing is sent. */
export async function lookForUncertain(parts: AgendaParts, open: OpenClaims, record: SlotRecord): Promise<void> {
  const { reader, elapsedMs } = parts
  const lookedAt = open.lookedAt.get(record.key)
  if (lookedAt !== undefined && elapsedMs() - lookedAt < LOOK_AGAIN_MS) return
  open.lookedAt.set(record.key, elapsedMs())
  const seen = await reader.find(record.slot.channel, markerOf(record.key, record.generation))
  if (seen.is !== 'found') return
  const { key, attempt, generation } = record
  recordResult(
    parts,
    open,
    { key, attempt, generation, holder: record.holder ?? '' },
    { state: 'posted', messageId: seen.messageId },
  )
}
