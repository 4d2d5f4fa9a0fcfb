import type { FullOutbox } from '../../agenda/agenda-parts.ts'
import type {
  Claim,
  Claimant,
  Shown,
  SlotKey,
  SlotKind,
  SlotRecord,
  SlotState,
  UpdateResult,
} from '../../agenda/ports.ts'
import { slotKey } from '../../agenda/slots.ts'
import { type LocalDate, tenantId } from '../../domain/ids.ts'
import type { Connection, Parameters } from './connection.ts'
import { fromJson, toJson } from './stored-json.ts'

interface SlotRow {
  readonly key: string
  readonly tenant: string
  readonly channel: string
  readonly committee: string
  readonly meetingDate: string
  readonly kind: string
  readonly state: string
  readonly attempt: number
  readonly generation: number
  readonly code: string | null
  readonly messageId: string | null
  readonly shown: string | null
  readonly updateCount: number
  readonly troubleCount: number
  readonly notBeforeMs: number
  readonly refusedVersion: string | null
  readonly missingSinceMs: number | null
  readonly holder: string | null
  readonly leasedAtMs: number
  readonly leaseUntilMs: number
  readonly changedAtMs: number
  readonly postedAtMs: number | null
  readonly reportedAtMs: number | null
}

const COLUMNS = `key, tenant, channel, committee, meeting_date AS meetingDate, kind, state, attempt, generation, code,
  message_id AS messageId, shown, update_count AS updateCount, trouble_count AS troubleCount,
  not_before_ms AS notBeforeMs, refused_version AS refusedVersion, missing_since_ms AS missingSinceMs, holder,
  leased_at_ms AS leasedAtMs, lease_until_ms AS leaseUntilMs, changed_at_ms AS changedAtMs, posted_at_ms AS postedAtMs,
  reported_at_ms AS reportedAtMs`

const recordOf = (row: SlotRow): SlotRecord => ({
  key: row.key as SlotKey,
  slot: {
    tenant: tenantId(row.tenant),
    channel: row.channel,
    committee: row.committee,
    meetingDate: row.meetingDate as LocalDate,
    kind: row.kind as SlotKind,
  },
  state: row.state as SlotState,
  attempt: row.attempt,
  generation: row.generation,
  code: row.code ?? undefined,
  messageId: row.messageId ?? undefined,
  shown: row.shown === null ? undefined : fromJson<Shown>(row.shown),
  updateCount: row.updateCount,
  troubleCount: row.troubleCount,
  notBeforeMs: row.notBeforeMs,
  refusedVersion: row.refusedVersion ?? undefined,
  missingSinceMs: row.missingSinceMs ?? undefined,
  holder: row.holder ?? undefined,
  leasedAtMs: row.leasedAtMs,
  leaseUntilMs: row.leaseUntilMs,
  changedAtMs: row.changedAtMs,
  postedAtMs: row.postedAtMs ?? undefined,
  reportedAtMs: row.reportedAtMs ?? undefined,
})

/** A clock that was set back must not make a lease last: one that was given in the future has ended. */
const CLOCK_SLACK_MS = 5_000
const LEASE_ENDED = '(holder IS NULL OR lease_until_ms <= :now OR leased_at_ms > :now + :slack)'
const REPORT_LEASE_ENDED = '(report_lease_until_ms <= :now OR report_leased_at_ms > :now + :slack)'

const lease = ({ holder, nowMs, leaseMs }: Claimant): Parameters => ({
  holder,
  now: nowMs,
  leaseUntil: nowMs + leaseMs,
})

/** Every change of a slot is one conditional statement: of processes that try the same, one changes a row. */
export function createAgendaOutbox(db: Connection): FullOutbox {
  const change = (sql: string, parameters: Parameters): boolean => db.write(() => db.run(sql, parameters) === 1)

  const find = (key: string): SlotRecord | undefined => {
    const row = db.one<SlotRow>(`SELECT ${COLUMNS} FROM agenda_slot WHERE key = :key`, { key })
    return row && recordOf(row)
  }

  const claimOf = (key: SlotKey, holder: string): Claim | undefined => {
    const record = find(key)
    return record && { key, holder, attempt: record.attempt, generation: record.generation }
  }

  /** The columns an update's result sets, besides giving the message free. */
  const updated = (result: UpdateResult): readonly [set: string, values: Parameters] => {
    switch (result.is) {
      case 'unchanged':
        return ['code = code', {}]
      case 'updated':
        return [
          `shown = :shown, update_count = update_count + 1, code = NULL, trouble_count = 0, not_before_ms = 0,
            refused_version = NULL, reported_at_ms = NULL, changed_at_ms = :now`,
          { shown: toJson(result.shown) },
        ]
      case 'try-later':
        return ['trouble_count = trouble_count + 1, not_before_ms = :notBefore', { notBefore: result.notBeforeMs }]
      case 'refused':
        return [
          'refused_version = :version, code = :code, reported_at_ms = NULL, changed_at_ms = :now',
          { version: result.version, code: result.code },
        ]
      case 'gone':
        return [
          `state = :state, generation = generation + 1, attempt = 0, code = :code, reported_at_ms = NULL, trouble_count = 0,
            not_before_ms = 0, changed_at_ms = :now`,
          { state: result.again ? 'ordered' : 'skipped', code: result.code },
        ]
    }
  }

  return {
    claim: (slot, shown, by) => {
      const key = slotKey(slot)
      const values = { key, shown: toJson(shown), ...lease(by) }
      return db.write(() => {
        const isFirst =
          db.run(
            `INSERT INTO agenda_slot (key, tenant, channel, committee, meeting_date, kind, state, attempt, generation,
                shown, holder, leased_at_ms, lease_until_ms, changed_at_ms)
              VALUES (:key, :tenant, :channel, :committee, :meetingDate, :kind, 'claimed', 1, 1, :shown, :holder, :now,
                :leaseUntil, :now)
              ON CONFLICT DO NOTHING`,
            { ...slot, ...values },
          ) === 1
        const isAgain =
          !isFirst &&
          db.run(
            `UPDATE agenda_slot SET state = 'claimed', attempt = attempt + 1, shown = :shown, holder = :holder,
                leased_at_ms = :now, lease_until_ms = :leaseUntil, changed_at_ms = :now
              WHERE key = :key AND state IN ('waiting', 'ordered') AND not_before_ms <= :now`,
            values,
          ) === 1
        return isFirst || isAgain ? claimOf(key, by.holder) : undefined
      })
    },

    holds: ({ key, holder, attempt }) =>
      db.one(
        `SELECT 1 FROM agenda_slot WHERE key = :key AND holder = :holder AND attempt = :attempt AND state = 'claimed'`,
        { key, holder, attempt },
      ) !== undefined,

    record: ({ key, holder, attempt, generation }, result, nowMs) =>
      change(
        `UPDATE agenda_slot SET state = :state, code = :code, message_id = coalesce(:messageId, message_id),
            posted_at_ms = iif(:state = 'posted', :now, posted_at_ms), not_before_ms = :notBefore,
            trouble_count = iif(:state = 'waiting', trouble_count + 1, 0), holder = NULL, changed_at_ms = :now,
            reported_at_ms = NULL, missing_since_ms = NULL
          WHERE key = :key AND attempt = :attempt AND generation = :generation
            AND ((state = 'claimed' AND holder = :holder) OR (:state = 'posted' AND state IN ('claimed', 'uncertain')))`,
        {
          key,
          holder,
          attempt,
          generation,
          now: nowMs,
          state: result.state,
          code: 'code' in result ? result.code : null,
          messageId: 'messageId' in result ? result.messageId : null,
          notBefore: 'notBeforeMs' in result ? result.notBeforeMs : 0,
        },
      ),

    list: (tenant, from) =>
      db
        .all<SlotRow>(
          `SELECT ${COLUMNS} FROM agenda_slot WHERE tenant = :tenant AND meeting_date >= :from
            ORDER BY meeting_date, key`,
          { tenant, from: from ?? '' },
        )
        .map(recordOf),

    takeOver: ({ key, attempt }, by) =>
      db.write(() =>
        db.run(
          `UPDATE agenda_slot SET holder = :holder, leased_at_ms = :now, lease_until_ms = :leaseUntil
            WHERE key = :key AND attempt = :attempt AND state = 'claimed' AND ${LEASE_ENDED}`,
          { key, attempt, slack: CLOCK_SLACK_MS, ...lease(by) },
        ) === 1
          ? claimOf(key, by.holder)
          : undefined,
      ),

    extend: ({ key, attempt }, by) =>
      change(
        `UPDATE agenda_slot SET leased_at_ms = :now, lease_until_ms = :leaseUntil
          WHERE key = :key AND attempt = :attempt AND state = 'claimed' AND holder = :holder`,
        { key, attempt, ...lease(by) },
      ),

    claimAgain: ({ key, attempt }, shown, by) =>
      db.write(() =>
        db.run(
          `UPDATE agenda_slot SET attempt = attempt + 1, shown = :shown, leased_at_ms = :now,
              lease_until_ms = :leaseUntil, changed_at_ms = :now
            WHERE key = :key AND attempt = :attempt AND state = 'claimed' AND holder = :holder`,
          { key, attempt, shown: toJson(shown), ...lease(by) },
        ) === 1
          ? claimOf(key, by.holder)
          : undefined,
      ),

    order: (key, nowMs) =>
      change(
        `UPDATE agenda_slot SET state = 'ordered', code = NULL, not_before_ms = 0, trouble_count = 0, holder = NULL,
            changed_at_ms = :now, reported_at_ms = NULL
          WHERE key = :key AND state IN ('uncertain', 'failed', 'skipped')`,
        { key, now: nowMs },
      ),

    begin: (key, by) =>
      db.write(() =>
        db.run(
          `UPDATE agenda_slot SET holder = :holder, leased_at_ms = :now, lease_until_ms = :leaseUntil
            WHERE key = :key AND state = 'posted' AND not_before_ms <= :now AND ${LEASE_ENDED}`,
          { key, slack: CLOCK_SLACK_MS, ...lease(by) },
        ) === 1
          ? find(key)
          : undefined,
      ),

    finish: (key, by, result) => {
      const [set, values] = updated(result)
      change(
        `UPDATE agenda_slot SET ${set}, holder = NULL WHERE key = :key AND state = 'posted' AND holder = :holder`,
        { key, holder: by.holder, ...(set.includes(':now') && { now: by.nowMs }), ...values },
      )
    },

    noteMissing: (key, sinceMs) => {
      change('UPDATE agenda_slot SET missing_since_ms = :since WHERE key = :key', { key, since: sinceMs ?? null })
    },

    take: ({ key, changedAtMs }, { nowMs, leaseMs }) =>
      change(
        `UPDATE agenda_slot SET report_leased_at_ms = :now, report_lease_until_ms = :now + :lease
          WHERE key = :key AND changed_at_ms = :changedAt AND reported_at_ms IS NULL AND ${REPORT_LEASE_ENDED}`,
        { key, changedAt: changedAtMs, now: nowMs, lease: leaseMs, slack: CLOCK_SLACK_MS },
      ),

    done: ({ key, changedAtMs }, nowMs) => {
      change(
        `UPDATE agenda_slot SET reported_at_ms = :now, report_lease_until_ms = 0
          WHERE key = :key AND changed_at_ms = :changedAt`,
        { key, changedAt: changedAtMs, now: nowMs },
      )
    },
  }
}
