import { agendaPost } from '../agenda/agenda-post.ts'
import { comingSlots } from '../agenda/coming-slots.ts'
import { decisionsPost } from '../agenda/decisions-post.ts'
import { type PlannedSlot, planSlots } from '../agenda/plan-slots.ts'
import { NO_ORDER, type SlotOrder } from '../agenda/ports.ts'
import { type Postponement, postponement } from '../agenda/postpone-slot.ts'
import { slotId } from '../agenda/slots.ts'
import { parseSaidTime } from '../norwegian/said-time.ts'
import { zonedTimeAt } from '../platform/zoned-time.ts'
import type { AgendaCommandParts, Command } from './agenda.ts'

const DONE = 0
const FAILED = 1
const NOT_UNDERSTOOD = 2

/** A command about one coming post, named as the plan shows it. */
const ofSlot =
  (
    name: string,
    carryOut: (planned: PlannedSlot, parts: AgendaCommandParts, rest: readonly string[]) => number,
  ): Command =>
  (parts, _options, [id, ...rest]) => {
    const { clock, outbox, tenant, complain } = parts
    if (id === undefined) {
      complain(`${name} needs a slot; see rakel agenda plan.`)
      return NOT_UNDERSTOOD
    }
    const nowMs = clock.nowMs()
    const planned = comingSlots(planSlots(parts, nowMs).slots, outbox.list(tenant), nowMs).find(
      ({ key }) => slotId(key) === id,
    )
    if (planned) return carryOut(planned, parts, rest)
    complain(`No coming post is called ${id}; see rakel agenda plan.`)
    return FAILED
  }

function save(planned: PlannedSlot, { orders, zone, print }: AgendaCommandParts, change: Partial<SlotOrder>): number {
  const order = { ...NO_ORDER, ...orders.find(planned.slot), ...change }
  orders.save(planned.slot, order)
  const { date, time } = zonedTimeAt(Math.max(planned.plannedAtMs, order.postponedUntilMs ?? 0), zone)
  const { kind, committee, meetingDate } = planned.slot
  const what = `The ${kind} post for ${committee} ${meetingDate}`
  print(order.isCancelled ? `${what} will not be posted.` : `${what} is to be posted at ${date} ${time} or after.`)
  return DONE
}

const WHY_NOT: Readonly<Record<Exclude<Postponement['is'], 'until'>, string>> = {
  impossible: 'there is no such time',
  unclear: 'it may be this week or the next; name the date',
  past: 'that time is over',
  'too-early': 'it is planned for later anyway',
  'too-late': 'the meeting will have begun',
}

const postpone = ofSlot('postpone', (planned, parts, words) => {
  const said = parseSaidTime(words.join(' '))
  if (!said) {
    parts.complain('postpone needs a time, such as "mandag kl. 9", "to dager" or "5. februar kl. 12".')
    return NOT_UNDERSTOOD
  }
  const result = postponement(planned, said, parts.clock.nowMs(), parts.zone)
  if (result.is === 'until') return save(planned, parts, { postponedUntilMs: result.untilMs })
  parts.complain(`Not postponed: ${WHY_NOT[result.is]}.`)
  return FAILED
})

const preview = ofSlot('preview', ({ key, show }, { zone, clock, print }) => {
  const shown = show()
  const context = { key, generation: 1, zone, nowMs: clock.nowMs() }
  print((shown.kind === 'decisions' ? decisionsPost(shown, context) : agendaPost(shown, undefined, context)).plainText)
  return DONE
})

/** What people decide about a coming post, for those who do not do it in the channel. */
export const ORDER_COMMANDS: Readonly<Record<string, Command>> = {
  approve: ofSlot('approve', (planned, parts) => save(planned, parts, { isApproved: true, isCancelled: false })),
  drop: ofSlot('drop', (planned, parts) => save(planned, parts, { isCancelled: true })),
  postpone,
  preview,
}
