import type { Asker } from '../domain/asker.ts'
import { caseNumberKey } from '../domain/case-number.ts'
import type { LocalDate, TenantId } from '../domain/ids.ts'
import { asciiFold } from '../norwegian/fold.ts'
import { instantOf, plusDays, zonedTimeAt } from '../platform/zoned-time.ts'
import type {
  AgendaMeetings,
  AgendaSetup,
  AgendaSetups,
  DecidedMeeting,
  MeetingStanding,
  NoticedMeeting,
  OpenPromises,
  Shown,
  ShownAgenda,
  Slot,
  SlotKey,
  SlotKind,
  SlotOrder,
  SlotOrders,
} from './ports.ts'
import { dueAtMs } from './rules.ts'
import { isSameCommittee, slotKey } from './slots.ts'

export interface PlanSources {
  readonly tenant: TenantId
  readonly setups: AgendaSetups
  readonly meetings: AgendaMeetings
  readonly promises: OpenPromises
  readonly orders: SlotOrders
  /** IANA name. */
  readonly zone: string
}

/** Why a slot is not posted although it is due. */
export type Hold = 'paused' | 'meeting-cancelled' | 'cancelled-by-person' | 'not-approved'

export interface PlannedSlot {
  readonly key: SlotKey
  readonly slot: Slot
  readonly setup: AgendaSetup
  /** When it is to be posted. */
  readonly dueAtMs: number
  /** When it would be, had nobody postponed it. */
  readonly plannedAtMs: number
  /** The last moment at which posting it is of use. */
  readonly usefulUntilMs: number
  readonly hold: Hold | undefined
  show(): Shown
}

export interface PlanProblem {
  readonly setup: AgendaSetup
  readonly code: 'ambiguous-committee'
  readonly meetingDate: LocalDate
  readonly committees: readonly string[]
}

export interface Plan {
  /** By due time. */
  readonly slots: readonly PlannedSlot[]
  readonly problems: readonly PlanProblem[]
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** A post that is this late is no longer made, even when its meeting is to come: a clock that is wrong must not post it all. */
export const LATE_LIMIT_MS = 3 * DAY_MS
const PAST_DAYS = 14
/** The longest rule (90 days) and the 60 days that a plan shows. */
const COMING_DAYS = 160
const DECIDED_DAYS = 60
/** Minutes are often put there in several forms at once. */
const DECISIONS_AFTER_MS = 10 * 60_000
const DECISIONS_LATE_MS = 7 * DAY_MS
/** A meeting whose notice tells no time. */
const PRESUMED_START = '08:00'

/** Who reads when a post is made: the channel that will show it, never a person who may see more. */
export const askerOf = ({ tenant, channel }: Pick<AgendaSetup, 'tenant' | 'channel'>): Asker => ({
  tenant,
  user: undefined,
  conversation: channel,
  audiences: [],
  isOperator: false,
})

export const startsAtMs = (
  meeting: { readonly date: LocalDate; readonly startTime: string | undefined },
  zone: string,
): number => instantOf(meeting.date, meeting.startTime ?? PRESUMED_START, zone)

export const localDay = (instantMs: number, zone: string): LocalDate => zonedTimeAt(instantMs, zone).date as LocalDate

/** The meetings of a set-up's committee, one a date: by its very name where one is called so, else by the longer one. */
function meetingsOf<Meeting extends { readonly committee: string; readonly date: LocalDate }>(
  setup: AgendaSetup,
  meetings: readonly Meeting[],
  problems: PlanProblem[],
): Meeting[] {
  const byDate = new Map<LocalDate, Meeting[]>()
  for (const meeting of meetings)
    if (isSameCommittee(meeting.committee, setup.committee))
      byDate.set(meeting.date, [...(byDate.get(meeting.date) ?? []), meeting])
  return [...byDate].flatMap(([meetingDate, found]) => {
    const exact = found.find(({ committee }) => asciiFold(committee) === asciiFold(setup.committee))
    if (exact) return [exact]
    if (found.length === 1) return found
    problems.push({
      setup,
      code: 'ambiguous-committee',
      meetingDate,
      committees: found.map(({ committee }) => committee),
    })
    return []
  })
}

/** What an agenda post shows now. */
export function showAgenda(
  kind: ShownAgenda['kind'],
  setup: AgendaSetup,
  meeting: NoticedMeeting,
  order: SlotOrder | undefined,
  promises: OpenPromises,
  standing: MeetingStanding = { is: 'on' },
): ShownAgenda {
  const asker = askerOf(setup)
  const { committee, date, startTime, endTime, place, items, documents } = meeting
  // An earlier meeting may have named in the open what this one treats behind closed doors.
  const closed = new Set(
    items.flatMap((item) => (item.isRestricted && item.caseNumber ? caseNumberKey(item.caseNumber) : [])),
  )
  const isOpen = ({ caseNumber }: { readonly caseNumber: string | undefined }): boolean =>
    caseNumber === undefined || !closed.has(caseNumberKey(caseNumber))
  return {
    kind,
    meeting: { committee, date, startTime, endTime, place, items, documents },
    standing,
    introduction: order?.introduction ?? setup.introduction,
    promises: kind === 'agenda' ? promises.promisedFor(asker, committee, date).filter(isOpen) : [],
    postponed: kind === 'agenda' ? promises.postponedTo(asker, committee, date).filter(isOpen) : [],
    language: setup.language ?? meeting.language,
  }
}

export function showDecisions(setup: AgendaSetup, meeting: DecidedMeeting): Shown {
  const { committee, date, items } = meeting
  return { kind: 'decisions', meeting: { committee, date, items }, language: setup.language ?? meeting.language }
}

/** Every post that the set-ups ask for: of meetings to come, of those just past, and the decisions of held ones. */
export function planSlots(sources: PlanSources, nowMs: number): Plan {
  const { tenant, setups, orders, promises, zone } = sources
  const today = localDay(nowMs, zone)
  const problems: PlanProblem[] = []
  const slots = setups.list(tenant).flatMap((setup) => {
    const planned: PlannedSlot[] = []
    const asker = askerOf(setup)
    const add = (
      kind: SlotKind,
      meetingDate: LocalDate,
      earliestMs: number,
      usefulUntil: (dueMs: number) => number,
      isCancelled: boolean,
      show: (order: SlotOrder | undefined) => Shown,
    ): void => {
      const slot: Slot = { tenant, channel: setup.channel, committee: setup.committee, meetingDate, kind }
      const key = slotKey(slot)
      const order = orders.find(slot)
      const dueMs = Math.max(earliestMs, order?.postponedUntilMs ?? earliestMs)
      const hold =
        (setup.pausedBecause !== undefined && 'paused') ||
        (isCancelled && 'meeting-cancelled') ||
        (order?.isCancelled && 'cancelled-by-person') ||
        (setup.needsApproval && !order?.isApproved && 'not-approved') ||
        undefined
      planned.push({
        key,
        slot,
        setup,
        dueAtMs: dueMs,
        plannedAtMs: earliestMs,
        usefulUntilMs: usefulUntil(dueMs),
        hold,
        show: () => show(order),
      })
    }
    const noticed = sources.meetings.noticed(
      asker,
      plusDays(today, -PAST_DAYS),
      plusDays(today, COMING_DAYS),
      setup.committee,
    )
    for (const meeting of meetingsOf(setup, noticed, problems)) {
      const startMs = startsAtMs(meeting, zone)
      const readyMs = Math.max(meeting.knownSinceMs, setup.setUpAtMs)
      if (readyMs >= startMs) continue
      const until = (dueMs: number): number => Math.min(startMs, dueMs + LATE_LIMIT_MS)
      const ruleMs = dueAtMs(setup.rule, meeting.date, zone)
      add('agenda', meeting.date, Math.max(ruleMs, readyMs), until, meeting.isCancelled, (order) =>
        showAgenda('agenda', setup, meeting, order, promises),
      )
      const remindMs = setup.reminder && dueAtMs(setup.reminder, meeting.date, zone)
      // An agenda that came after the reminder's time reminds by itself.
      if (remindMs !== undefined && remindMs < startMs && remindMs > Math.max(ruleMs, readyMs))
        add('reminder', meeting.date, remindMs, until, meeting.isCancelled, (order) =>
          showAgenda('reminder', setup, meeting, order, promises),
        )
    }
    if (setup.postsDecisions) {
      const since = localDay(setup.setUpAtMs, zone)
      for (const meeting of meetingsOf(
        setup,
        sources.meetings.decided(asker, plusDays(today, -DECIDED_DAYS), today, setup.committee),
        problems,
      ))
        if (meeting.date >= since && meeting.items.length > 0)
          add(
            'decisions',
            meeting.date,
            Math.max(meeting.knownSinceMs, setup.setUpAtMs) + DECISIONS_AFTER_MS,
            (dueMs) => dueMs + DECISIONS_LATE_MS,
            false,
            () => showDecisions(setup, meeting),
          )
    }
    return planned
  })
  return { slots: slots.toSorted((a, b) => a.dueAtMs - b.dueAtMs || (a.key < b.key ? -1 : 1)), problems }
}
