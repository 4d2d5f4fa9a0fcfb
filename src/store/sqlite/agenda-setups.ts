import type { AgendaSetup, AgendaSetups, SlotOrder, SlotOrders } from '../../agenda/ports.ts'
import { slotKey } from '../../agenda/slots.ts'
import { asciiFold } from '../../norwegian/fold.ts'
import type { Connection } from './connection.ts'
import { fromJson, toJson } from './stored-json.ts'

type Body = Omit<AgendaSetup, 'pausedBecause'>

export const createAgendaSetups = (db: Connection): AgendaSetups => ({
  list: (tenant) =>
    db
      .all<{ body: string; pausedBecause: string | null }>(
        `SELECT body, paused_because AS pausedBecause FROM agenda_setup WHERE tenant = :tenant
          ORDER BY channel, committee_folded`,
        { tenant },
      )
      .map(({ body, pausedBecause }) => ({ ...fromJson<Body>(body), pausedBecause: pausedBecause ?? undefined })),

  save: ({ pausedBecause, ...body }) => {
    db.write(() =>
      db.run(
        `INSERT INTO agenda_setup (tenant, channel, committee_folded, body, paused_because)
          VALUES (:tenant, :channel, :committee, :body, :pausedBecause)
          ON CONFLICT DO UPDATE SET body = excluded.body, paused_because = excluded.paused_because`,
        {
          tenant: body.tenant,
          channel: body.channel,
          committee: asciiFold(body.committee),
          body: toJson(body),
          pausedBecause: pausedBecause ?? null,
        },
      ),
    )
  },

  remove: (tenant, channel, committee) => {
    const isThere = db.write(
      () =>
        db.run(
          `DELETE FROM agenda_setup WHERE tenant = :tenant AND channel = :channel AND committee_folded = :committee`,
          { tenant, channel, committee: asciiFold(committee) },
        ) === 1,
    )
    if (isThere) db.flush()
    return isThere
  },

  close: (tenant, channel, because) => {
    db.write(() =>
      db.run('UPDATE agenda_setup SET paused_because = :because WHERE tenant = :tenant AND channel = :channel', {
        tenant,
        channel,
        because,
      }),
    )
  },
})

export const createSlotOrders = (db: Connection): SlotOrders => ({
  find: (slot) => {
    const row = db.one<{ body: string }>('SELECT body FROM agenda_order WHERE key = :key', { key: slotKey(slot) })
    return row && fromJson<SlotOrder>(row.body)
  },
  save: (slot, order) => {
    db.write(() =>
      db.run(
        `INSERT INTO agenda_order (key, tenant, body) VALUES (:key, :tenant, :body)
          ON CONFLICT DO UPDATE SET body = excluded.body`,
        { key: slotKey(slot), tenant: slot.tenant, body: toJson(order) },
      ),
    )
  },
})
