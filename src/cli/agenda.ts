import { parseArgs } from 'node:util'
import { comingSlots } from '../agenda/coming-slots.ts'
import { type PlannedSlot, planSlots } from '../agenda/plan-slots.ts'
import type {
  AgendaMeetings,
  AgendaSetup,
  AgendaSetups,
  OpenPromises,
  Outbox,
  OutboxRecovery,
  Slot,
  SlotKey,
  SlotOrders,
  SlotRecord,
} from '../agenda/ports.ts'
import { parseRule, ruleInWords } from '../agenda/rules.ts'
import { slotId } from '../agenda/slots.ts'
import type { TenantId } from '../domain/ids.ts'
import { asciiFold } from '../norwegian/fold.ts'
import type { Clock } from '../platform/clock.ts'
import { zonedTimeAt } from '../platform/zoned-time.ts'
import { ORDER_COMMANDS } from './agenda-orders.ts'

export const AGENDA_HELP = `rakel agenda plan [--json]            what will be posted where and when, the next 60 days
rakel agenda status [--json]          what became of every post, and what is planned
rakel agenda preview <slot>           what a coming post will say; the slot as the plan shows it
rakel agenda approve <slot>           let it be posted; also one that was dropped
rakel agenda postpone <slot> "<when>" not before then: "mandag kl. 9", "to dager", "5. februar kl. 12"
rakel agenda drop <slot>              do not post it
rakel agenda post-again <slot>        post one that is uncertain, failed or skipped; the slot as status shows it
rakel agenda add --channel <conversation id> --committee "<name>" --rule "7 dager før kl. 08:00"
                 [--reminder "dagen før kl. 09:00"] [--decisions] [--approve] [--introduction "…"] [--language nb|nn]
rakel agenda remove --channel <conversation id> --committee "<name>"
rakel agenda pause|resume --channel <conversation id> [--committee "<name>"]`

export interface AgendaCommandParts {
  readonly tenant: TenantId
  readonly setups: AgendaSetups
  readonly orders: SlotOrders
  readonly meetings: AgendaMeetings
  readonly promises: OpenPromises
  readonly outbox: Pick<Outbox & OutboxRecovery, 'list' | 'order'>
  readonly clock: Clock
  /** IANA name. */
  readonly zone: string
  print(line: string): void
  complain(line: string): void
}

const PLAN_MS = 60 * 86_400_000
const DONE = 0
const FAILED = 1
const NOT_UNDERSTOOD = 2

interface Options {
  readonly channel?: string
  readonly committee?: string
  readonly rule?: string
  readonly reminder?: string
  readonly introduction?: string
  readonly language?: string
  readonly decisions?: boolean
  readonly approve?: boolean
  readonly json?: boolean
}

export type Command = (parts: AgendaCommandParts, options: Options, operands: readonly string[]) => number

const localStamp = (instantMs: number, zone: string): string => {
  const { date, time } = zonedTimeAt(instantMs, zone)
  return `${date} ${time}`
}

const stateOf = (record: SlotRecord | undefined, { hold }: PlannedSlot): string => record?.state ?? hold ?? 'planned'

const runPlan: Command = (parts, { json }) => {
  const { clock, zone, tenant, outbox, print } = parts
  const nowMs = clock.nowMs()
  const { slots, problems } = planSlots(parts, nowMs)
  const records = new Map(outbox.list(tenant).map((record) => [record.key, record]))
  const coming = comingSlots(slots, [...records.values()], nowMs).filter(({ dueAtMs }) => dueAtMs <= nowMs + PLAN_MS)
  if (json) {
    const entries = coming.map((planned) => ({
      id: slotId(planned.key),
      slot: planned.key,
      channel: planned.slot.channel,
      committee: planned.slot.committee,
      meetingDate: planned.slot.meetingDate,
      kind: planned.slot.kind,
      dueAtUtc: new Date(planned.dueAtMs).toISOString(),
      dueAtLocal: localStamp(planned.dueAtMs, zone),
      state: stateOf(records.get(planned.key), planned),
    }))
    print(
      JSON.stringify({
        slots: entries,
        problems: problems.map(({ setup, ...problem }) => ({ channel: setup.channel, ...problem })),
      }),
    )
    return DONE
  }
  if (coming.length === 0) print('Nothing is to be posted in the next 60 days.')
  for (const planned of coming) {
    const { key, slot, dueAtMs } = planned
    const when = dueAtMs <= nowMs ? 'now             ' : localStamp(dueAtMs, zone)
    print(
      `${slotId(key)}  ${when}  ${slot.kind.padEnd(9)} ${slot.meetingDate} ${slot.committee}  →  ${slot.channel}  (${stateOf(records.get(key), planned)})`,
    )
  }
  for (const { setup, meetingDate, committees } of problems)
    print(
      `Not planned: "${setup.committee}" on ${meetingDate} may be any of: ${committees.join('; ')}. Name it in full.`,
    )
  for (const setup of parts.setups.list(tenant)) print(setupLine(setup))
  return DONE
}

function setupLine({
  channel,
  committee,
  rule,
  reminder,
  postsDecisions,
  needsApproval,
  pausedBecause,
  setUpBy,
}: AgendaSetup): string {
  const wishes = [
    ruleInWords(rule, 'nb'),
    ...(reminder ? [`påminnelse ${ruleInWords(reminder, 'nb')}`] : []),
    ...(postsDecisions ? ['vedtak etter møtet'] : []),
    ...(needsApproval ? ['etter godkjenning'] : []),
    ...(pausedBecause ? [`paused: ${pausedBecause}`] : []),
  ]
  return `Set up by ${setUpBy}: ${committee}  →  ${channel}: ${wishes.join(', ')}`
}

const runStatus: Command = (parts, { json }) => {
  const { outbox, tenant, zone, clock, print } = parts
  const nowMs = clock.nowMs()
  const records = outbox.list(tenant)
  const taken = new Set(records.map(({ key }) => key))
  const planned = comingSlots(planSlots(parts, nowMs).slots, records, nowMs).filter(({ key }) => !taken.has(key))
  if (json) {
    print(
      JSON.stringify([
        ...records.map(({ key, slot, state, code, attempt, updateCount, messageId, changedAtMs, reportedAtMs }) => ({
          id: slotId(key),
          slot: key,
          ...slot,
          state,
          code: code ?? null,
          attempt,
          updates: updateCount,
          messageId: messageId ?? null,
          changedAtUtc: new Date(changedAtMs).toISOString(),
          isReported: reportedAtMs !== undefined,
        })),
        ...planned.map(({ key, slot, hold, dueAtMs }) => ({
          id: slotId(key),
          slot: key,
          ...slot,
          state: 'planned',
          code: hold ?? null,
          attempt: 0,
          updates: 0,
          messageId: null,
          dueAtUtc: new Date(dueAtMs).toISOString(),
          isReported: false,
        })),
      ]),
    )
    return DONE
  }
  if (records.length + planned.length === 0) print('Nothing has been posted, and nothing is planned.')
  for (const { key, slot, state, code, updateCount, changedAtMs } of records) {
    const more = [code, updateCount > 0 ? `${updateCount} updates` : ''].filter(Boolean).join(', ')
    print(statusLine(key, state, localStamp(changedAtMs, zone), slot, more))
  }
  for (const { key, slot, hold, dueAtMs } of planned)
    print(statusLine(key, 'planned', localStamp(dueAtMs, zone), slot, hold ?? ''))
  return DONE
}

const statusLine = (key: SlotKey, state: string, stamp: string, slot: Slot, more: string): string =>
  `${slotId(key)}  ${state.padEnd(9)} ${stamp}  ${slot.kind.padEnd(9)} ${slot.meetingDate} ${slot.committee}  →  ${slot.channel}${more ? `  (${more})` : ''}`

const runPostAgain: Command = ({ outbox, tenant, clock, print, complain }, _options, [name]) => {
  if (name === undefined) {
    complain('post-again needs a slot; see rakel agenda status.')
    return NOT_UNDERSTOOD
  }
  const named = outbox.list(tenant).filter(({ key }) => key === name || slotId(key) === name)
  const [record] = named
  if (!record) {
    complain(`No slot is called ${name}; see rakel agenda status.`)
    return FAILED
  }
  if (!outbox.order(record.key, clock.nowMs())) {
    complain(`${name} is ${record.state}: only a post that is uncertain, failed or skipped can be posted again.`)
    return FAILED
  }
  print(`${slotId(record.key)} will be posted by the running server at its next look, within a minute.`)
  return DONE
}

const runAdd: Command = ({ setups, tenant, clock, print, complain }, options) => {
  const { channel, committee, introduction = '', language } = options
  const refuse = (line: string): number => {
    complain(line)
    return NOT_UNDERSTOOD
  }
  if (!channel?.trim() || !committee?.trim() || !options.rule)
    return refuse('add needs --channel, --committee and --rule.')
  if (channel.includes(';messageid=')) return refuse('--channel must be the channel itself, without ;messageid=.')
  const rule = parseRule(options.rule)
  if (!rule)
    return refuse('--rule is not understood; write it as "7 dager før kl. 08:00" or "siste virkedag før kl. 12:00".')
  const reminder = options.reminder === undefined ? undefined : parseRule(options.reminder)
  if (options.reminder !== undefined && !reminder)
    return refuse('--reminder is not understood; write it as "dagen før kl. 09:00".')
  if (language !== undefined && language !== 'nb' && language !== 'nn') return refuse('--language must be nb or nn.')
  const setup: AgendaSetup = {
    tenant,
    channel: channel.trim(),
    committee: committee.trim(),
    rule,
    reminder,
    postsDecisions: options.decisions ?? false,
    needsApproval: options.approve ?? false,
    introduction,
    language,
    pausedBecause: undefined,
    setUpBy: 'operator',
    setUpAtMs: clock.nowMs(),
  }
  setups.save(setup)
  print(setupLine(setup))
  return DONE
}

const runRemove: Command = ({ setups, tenant, print, complain }, { channel, committee }) => {
  if (!channel || !committee) {
    complain('remove needs --channel and --committee.')
    return NOT_UNDERSTOOD
  }
  if (!setups.remove(tenant, channel, committee)) {
    complain(`"${committee}" is not set up in ${channel}; see rakel agenda plan.`)
    return FAILED
  }
  print(`"${committee}" is no longer posted in ${channel}. What is posted stays.`)
  return DONE
}

const pauseAs =
  (pausedBecause: string | undefined): Command =>
  ({ setups, tenant, print, complain }, { channel, committee }) => {
    if (!channel) {
      complain(`${pausedBecause ? 'pause' : 'resume'} needs --channel.`)
      return NOT_UNDERSTOOD
    }
    const chosen = setups
      .list(tenant)
      .filter(
        (setup) =>
          setup.channel === channel && (committee === undefined || asciiFold(setup.committee) === asciiFold(committee)),
      )
    if (chosen.length === 0) {
      complain(`Nothing is set up in ${channel}; see rakel agenda plan.`)
      return FAILED
    }
    for (const setup of chosen) {
      setups.save({ ...setup, pausedBecause })
      print(setupLine({ ...setup, pausedBecause }))
    }
    return DONE
  }

const COMMANDS: Readonly<Record<string, Command>> = {
  plan: runPlan,
  status: runStatus,
  'post-again': runPostAgain,
  add: runAdd,
  remove: runRemove,
  pause: pauseAs('paused'),
  resume: pauseAs(undefined),
  ...ORDER_COMMANDS,
}

const isParseError = (error: unknown): error is { readonly message: string } =>
  typeof error === 'object' && error !== null && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')

/**
 * `rakel agenda …`.
 * @param args what stands behind `agenda`
 * @returns the exit code: 0 done, 1 it failed and a line says why, 2 the command line was not understood
 */
export function runAgendaCommand(args: readonly string[], parts: AgendaCommandParts): number {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        channel: { type: 'string' },
        committee: { type: 'string' },
        rule: { type: 'string' },
        reminder: { type: 'string' },
        introduction: { type: 'string' },
        language: { type: 'string' },
        decisions: { type: 'boolean' },
        approve: { type: 'boolean' },
        json: { type: 'boolean' },
      },
    })
    const [name = 'plan', ...operands] = positionals
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
    if (command) return command(parts, values, operands)
    parts.complain(`"agenda ${name}" is no command.\n${AGENDA_HELP}`)
  } catch (error) {
    if (!isParseError(error)) throw error
    parts.complain(error.message.split('\n')[0] ?? '')
  }
  return NOT_UNDERSTOOD
}
