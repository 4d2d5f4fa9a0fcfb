import { parseArgs } from 'node:util'
import { type PlannedSlot, planSlots } from '../agenda/plan-slots.ts'
import type {
  AgendaMeetings,
  AgendaSetup,
  AgendaSetups,
  OpenPromises,
  Outbox,
  OutboxRecovery,
  SlotOrders,
  SlotRecord,
} from '../agenda/ports.ts'
import { parseRule, ruleInWords } from '../agenda/rules.ts'
import { slotId } from '../agenda/slots.ts'
import type { TenantId } from '../domain/ids.ts'
import { asciiFold } from '../norwegian/fold.ts'
import type { Clock } from '../platform/clock.ts'
import { zonedTimeAt } from '../platform/zoned-time.ts'

export const AGENDA_HELP = `rakel agenda plan [--json]            what will be posted where and when, the next 60 days
rakel agenda status [--json]          what became of every post
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

type Command = (parts: AgendaCommandParts, options: Options, operands: readonly string[]) => number

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
  const isOpen = (record: SlotRecord | undefined): boolean =>
    record === undefined || record.state === 'waiting' || record.state === 'ordered'
  const coming = slots.filter(
    ({ key, dueAtMs, usefulUntilMs }) =>
      isOpen(records.get(key)) && usefulUntilMs >= nowMs && dueAtMs <= nowMs + PLAN_MS,
  )
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

const runStatus: Command = ({ outbox, tenant, zone, print }, { json }) => {
  const records = outbox.list(tenant)
  if (json) {
    print(
      JSON.stringify(
        records.map(({ key, slot, state, code, attempt, updateCount, messageId, changedAtMs, reportedAtMs }) => ({
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
      ),
    )
    return DONE
  }
  if (records.length === 0) print('Nothing has been posted yet.')
  for (const { key, slot, state, code, updateCount, changedAtMs } of records) {
    const more = [code, updateCount > 0 ? `${updateCount} updates` : ''].filter(Boolean).join(', ')
    print(
      `${slotId(key)}  ${state.padEnd(9)} ${localStamp(changedAtMs, zone)}  ${slot.kind.padEnd(9)} ${slot.meetingDate} ${slot.committee}  →  ${slot.channel}${more ? `  (${more})` : ''}`,
    )
  }
  return DONE
}

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
