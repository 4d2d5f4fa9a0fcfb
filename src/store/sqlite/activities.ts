import type { ActivityLedger } from '../../teams/ports.ts'
import type { Connection } from './connection.ts'

const KEPT_MS = 24 * 60 * 60 * 1000

/** A claim is on the disk before it is granted, so that a crash after it can not lead to a second answer. */
export const createActivityLedger = (db: Connection): ActivityLedger => ({
  claim: (key, nowMs) =>
    db.write(() => {
      db.run('DELETE FROM activity_seen WHERE seen_at_ms < :oldest', { oldest: nowMs - KEPT_MS })
      return (
        db.run('INSERT INTO activity_seen (key, seen_at_ms) VALUES (:key, :nowMs) ON CONFLICT DO NOTHING', {
          key,
          nowMs,
        }) === 1
      )
    }),
})
