import { setImmediate } from 'node:timers/promises'
import { plusDays } from '../platform/zoned-time.ts'
import type { AgendaParts } from './agenda-parts.ts'
import { createOpenClaims } from './open-claims.ts'
import { localDay, type PlannedSlot, planSlots } from './plan-slots.ts'
import { type AgendaSetup, CHANNEL_CLOSED, type SlotRecord } from './ports.ts'
import { postSlot } from './post-slot.ts'
import { reportFate } from './report-fates.ts'
import { lookForUncertain, resolveClaim } from './resolve-claim.ts'
import { isSameCommittee } from './slots.ts'
import { isBehind, updatePost } from './update-post.ts'

export interface AgendaRunner {
  /**
   * Does everything that is due: posts, looks for claims without a record, updates, reports. Safe to call every few
   * seconds in many processes; a call while one is running joins it.
   */
  tick(): Promise<void>
}

/** Channels are served side by side, each in its own order. */
const CHANNELS_AT_ONCE = 8
/** Longer than anything is planned, updated or reported after its meeting. */
const KNOWN_DAYS = 100

interface Work {
  readonly planned: PlannedSlot | undefined
  readonly record: SlotRecord | undefined
  readonly setup: AgendaSetup | undefined
}

const isSameSlot = (a: PlannedSlot['slot'], b: PlannedSlot['slot']): boolean =>
  a.channel === b.channel &&
  a.meetingDate === b.meetingDate &&
  a.kind === b.kind &&
  isSameCommittee(a.committee, b.committee)

/** Every slot that is planned or known, by channel. A slot that was taken under another spelling of its committee is that one. */
function workByChannel(
  slots: readonly PlannedSlot[],
  records: readonly SlotRecord[],
  setups: readonly AgendaSetup[],
): Map<string, Work[]> {
  const byChannel = new Map<string, Work[]>()
  const add = (channel: string, work: Work): void => {
    byChannel.set(channel, [...(byChannel.get(channel) ?? []), work])
  }
  const recordsByKey = new Map(records.map((record) => [record.key, record]))
  const taken = new Set<SlotRecord>()
  for (const planned of slots) {
    const record = recordsByKey.get(planned.key) ?? records.find(({ slot }) => isSameSlot(slot, planned.slot))
    if (record && taken.has(record)) continue
    if (record) taken.add(record)
    add(planned.slot.channel, { planned, record, setup: planned.setup })
  }
  for (const record of records)
    if (!taken.has(record)) {
      const { channel, committee } = record.slot
      const setup = setups.find((each) => each.channel === channel && isSameCommittee(each.committee, committee))
      add(channel, { planned: undefined, record, setup })
    }
  return byChannel
}

async function sideBySide<Entry>(
  entries: readonly Entry[],
  most: number,
  each: (entry: Entry) => Promise<void>,
): Promise<void> {
  const left = [...entries]
  const run = async (): Promise<void> => {
    for (let entry = left.shift(); entry !== undefined; entry = left.shift()) {
      // Lets what has arrived be read: many slots in a row would use up the time that a request's answer is waited for.
      await setImmediate()
      await each(entry)
    }
  }
  await Promise.all(Array.from({ length: Math.min(most, entries.length) }, run))
}

export function createAgendaRunner(parts: AgendaParts): AgendaRunner {
  const { tenant, setups, outbox, clock, log } = parts
  const open = createOpenClaims()
  /** A problem of the plan is told once, not at every tick. */
  const toldProblems = new Set<string>()
  let running: Promise<void> | undefined

  /** It was given up by a clock that ran ahead and has been put right: nothing was sent, and it is of use again. */
  const wasMissedByClock = ({ code, changedAtMs }: SlotRecord, { dueAtMs, usefulUntilMs }: PlannedSlot): boolean => {
    const nowMs = clock.nowMs()
    return code === 'missed' && nowMs < changedAtMs && nowMs >= dueAtMs && nowMs <= usefulUntilMs
  }

  /** A channel that refused us is not spoken to again, be it since the last slot. */
  const isClosed = (channel: string): boolean =>
    setups.list(tenant).some((setup) => setup.channel === channel && setup.pausedBecause === CHANNEL_CLOSED)

  async function serve({ planned, record, setup }: Work): Promise<void> {
    switch (record?.state) {
      case undefined:
      case 'waiting':
      case 'ordered':
        if (planned && clock.nowMs() >= (record?.notBeforeMs ?? planned.dueAtMs) && !isClosed(planned.slot.channel))
          await postSlot(parts, open, planned, record)
        return
      case 'claimed':
        return resolveClaim(parts, open, record, planned)
      case 'uncertain':
        return lookForUncertain(parts, open, record)
      case 'posted': {
        // A pause stops new posts; what is posted stays true.
        if (setup && isBehind(parts, record, setup) && !isClosed(setup.channel)) await updatePost(parts, record, setup)
        return
      }
      case 'skipped':
        if (planned && wasMissedByClock(record, planned)) outbox.order(record.key, clock.nowMs())
        return
      default:
        return
    }
  }

  async function serveChannel(works: readonly Work[]): Promise<void> {
    for (const work of works) {
      // One slot's trouble (a full disk, a bug) must not keep the others from being posted.
      await serve(work).catch((error: unknown) => {
        const key = work.record?.key ?? work.planned?.key
        log.error('agenda.slot-failed', { slot: key, cause: String(error) })
      })
    }
  }

  async function tickOnce(): Promise<void> {
    const nowMs = clock.nowMs()
    const { slots, problems } = planSlots(parts, nowMs)
    const since = plusDays(localDay(nowMs, parts.zone), -KNOWN_DAYS)
    for (const { setup, code, meetingDate } of problems) {
      const problem = JSON.stringify([code, setup.channel, setup.committee, meetingDate])
      if (!toldProblems.has(problem))
        log.warn(`agenda.${code}`, { channel: setup.channel, committee: setup.committee, meetingDate })
      toldProblems.add(problem)
    }
    const byChannel = workByChannel(slots, outbox.list(tenant, since), setups.list(tenant))
    await sideBySide([...byChannel], CHANNELS_AT_ONCE, ([, works]) => serveChannel(works))
    for (const record of outbox.list(tenant, since))
      await reportFate(parts, record).catch((error: unknown) =>
        log.error('agenda.report-failed', { slot: record.key, cause: String(error) }),
      )
  }

  return {
    tick() {
      running ??= tickOnce().finally(() => {
        running = undefined
      })
      return running
    },
  }
}
