import { plusDays } from '../platform/zoned-time.ts'
import { type AgendaParts, notBeforeMs, sender } from './agenda-parts.ts'
import { askerOf, localDay, showAgenda, showDecisions, startsAtMs } from './plan-slots.ts'
import {
  type AgendaSetup,
  CHANNEL_CLOSED,
  MESSAGE_GONE,
  type MeetingStanding,
  type NoticedMeeting,
  type SendOutcome,
  type Shown,
  type ShownAgenda,
  type SlotRecord,
  type UpdateResult,
} from './ports.ts'
import { postOf } from './post-slot.ts'
import { isSameCommittee } from './slots.ts'
import { versionOf } from './version.ts'

const COMING_DAYS = 400
/** Minutes are corrected for some weeks. */
const DECISIONS_UPDATED_DAYS = 60

const isAbout = (meeting: { readonly committee: string }, { slot, shown }: SlotRecord): boolean =>
  isSameCommittee(meeting.committee, shown?.meeting.committee ?? slot.committee)

/** How the meeting of a posted agenda stands. undefined: its notice is gone, but not yet for long enough to say so. */
function standingOf(
  parts: AgendaParts,
  record: SlotRecord,
  old: ShownAgenda,
  noticed: readonly NoticedMeeting[],
): { readonly standing: MeetingStanding; readonly meeting: NoticedMeeting | undefined } | undefined {
  const { outbox, clock, timing } = parts
  const nowMs = clock.nowMs()
  const mine = noticed.filter((meeting) => isAbout(meeting, record))
  const meeting =
    mine.find(({ date, committee }) => date === record.slot.meetingDate && committee === old.meeting.committee) ??
    mine.find(({ date }) => date === record.slot.meetingDate)
  if (meeting) {
    if (record.missingSinceMs !== undefined) outbox.noteMissing(record.key, undefined)
    return { standing: { is: meeting.isCancelled ? 'cancelled' : 'on' }, meeting }
  }
  const moved = mine.find(({ documents }) => documents.some((document) => old.meeting.documents.includes(document)))
  if (moved) return { standing: { is: 'moved', to: moved.date }, meeting: undefined }
  if (old.standing.is === 'withdrawn') return { standing: old.standing, meeting: undefined }
  if (record.missingSinceMs === undefined) {
    outbox.noteMissing(record.key, nowMs)
    return undefined
  }
  return nowMs - record.missingSinceMs < timing.goneAfterMs
    ? undefined
    : { standing: { is: 'withdrawn' }, meeting: undefined }
}

/** What a posted message should show now. undefined: leave it as it is. */
function shownNow(parts: AgendaParts, record: SlotRecord, setup: AgendaSetup): Shown | undefined {
  const { clock, zone, meetings, orders, promises } = parts
  const { slot, shown: old } = record
  const nowMs = clock.nowMs()
  const today = localDay(nowMs, zone)
  const asker = askerOf(setup)
  if (old?.kind === 'decisions') {
    if (slot.meetingDate < plusDays(today, -DECISIONS_UPDATED_DAYS)) return undefined
    const meeting = meetings
      .decided(asker, slot.meetingDate, slot.meetingDate, old.meeting.committee)
      .find((each) => isAbout(each, record))
    return meeting && showDecisions(setup, meeting)
  }
  if (!old || startsAtMs(old.meeting, zone) <= nowMs) return undefined
  const noticed = meetings.noticed(asker, plusDays(today, -1), plusDays(today, COMING_DAYS), old.meeting.committee)
  const found = standingOf(parts, record, old, noticed)
  if (!found) return undefined
  const { standing, meeting } = found
  // A meeting that is off keeps what was announced, struck through.
  if (!meeting || (standing.is === 'cancelled' && meeting.items.length === 0)) return { ...old, standing }
  return showAgenda(old.kind, setup, meeting, orders.find(slot), promises, standing)
}

/** Whether a look at the store says that the message is behind; asked again by the one who then updates it. */
export function isBehind(parts: AgendaParts, record: SlotRecord, setup: AgendaSetup): boolean {
  if (record.state !== 'posted' || !record.shown || parts.clock.nowMs() < record.notBeforeMs) return false
  const now = shownNow(parts, record, setup)
  if (!now) return false
  const version = versionOf(now)
  return version !== versionOf(record.shown) && version !== record.refusedVersion
}

function resultOf(parts: AgendaParts, record: SlotRecord, now: Shown, outcome: SendOutcome): UpdateResult {
  switch (outcome.is) {
    case 'sent':
      return { is: 'updated', shown: now }
    case 'unknown':
    case 'not-now': {
      // An update may be repeated: the message shows the same either way.
      const retryAfterMs = outcome.is === 'not-now' ? outcome.retryAfterMs : undefined
      const waitsUntilMs = notBeforeMs(parts, record.troubleCount, retryAfterMs)
      return { is: 'try-later', code: outcome.code, notBeforeMs: waitsUntilMs }
    }
    case 'refused':
      if (outcome.code !== MESSAGE_GONE) return { is: 'refused', code: outcome.code, version: versionOf(now) }
      // Deleted once it may have been a slip; deleted twice somebody means it. One that says a meeting is off is not made anew.
      return {
        is: 'gone',
        code: MESSAGE_GONE,
        again: record.generation === 1 && now.kind === 'agenda' && now.standing.is === 'on',
      }
  }
}

/** Brings one posted message up to date. One process at a time holds a message while it is updated. */
export async function updatePost(parts: AgendaParts, behind: SlotRecord, setup: AgendaSetup): Promise<void> {
  const { outbox, channel, setups, log, elapsedMs, timing } = parts
  const by = sender(parts)
  const record = outbox.begin(behind.key, by)
  if (!record) return
  // Read again: since the first look another process may have updated to a newer version.
  const now = isBehind(parts, record, setup) ? shownNow(parts, record, setup) : undefined
  if (!now || record.messageId === undefined) return outbox.finish(record.key, by, { is: 'unchanged' })
  const old = record.shown?.kind === 'decisions' ? undefined : record.shown
  const startedMs = elapsedMs()
  const outcome = await channel
    .update(
      record.slot.channel,
      record.messageId,
      postOf(parts, record.key, record.generation, now, old),
      () => elapsedMs() - startedMs < timing.startWithinMs,
    )
    .catch((error: unknown): SendOutcome => {
      log.error('agenda.update-threw', { slot: record.key, cause: String(error) })
      return { is: 'unknown', code: 'error' }
    })
  const result = resultOf(parts, record, now, outcome)
  outbox.finish(record.key, { ...by, nowMs: parts.clock.nowMs() }, result)
  if (outcome.is === 'refused' && outcome.code === CHANNEL_CLOSED)
    setups.close(record.slot.tenant, record.slot.channel, CHANNEL_CLOSED)
  log[result.is === 'updated' ? 'info' : 'warn'](`agenda.update-${result.is}`, {
    slot: record.key,
    code: 'code' in result ? result.code : undefined,
  })
}
