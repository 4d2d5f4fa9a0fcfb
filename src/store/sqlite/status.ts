import type { TenantId } from '../../domain/ids.ts'
import type { FailureCode, FileFailure } from '../../ingest/ports.ts'
import type { Connection } from './connection.ts'

export interface FailedFile extends FileFailure {
  readonly path: string
}

/** What the store holds of one tenant. */
export interface StoreStatus {
  readonly documents: number
  readonly passages: number
  readonly meetings: number
  readonly items: number
  readonly decisions: number
  /** By path. */
  readonly failures: readonly FailedFile[]
  /** When a file was last taken in, moved or failed; undefined when there is none. */
  readonly lastIndexedAtMs: number | undefined
}

type Counts = Omit<StoreStatus, 'failures' | 'lastIndexedAtMs'> & { readonly lastIndexedAtMs: number | null }

export const statusOf = (db: Connection, tenant: TenantId): StoreStatus =>
  db.read(() => {
    const counts = db.one<Counts>(
      `SELECT (SELECT count(*) FROM document WHERE tenant = :tenant) AS documents,
          (SELECT count(*) FROM passage WHERE tenant = :tenant) AS passages,
          (SELECT count(*) FROM meeting WHERE tenant = :tenant) AS meetings,
          (SELECT count(*) FROM agenda_item WHERE tenant = :tenant) AS items,
          (SELECT count(*) FROM agenda_item WHERE tenant = :tenant AND decision IS NOT NULL) AS decisions,
          (SELECT max(noted_at_ms) FROM location WHERE tenant = :tenant) AS lastIndexedAtMs`,
      { tenant },
    )
    const failures = db.all<{ path: string; code: string; message: string }>(
      `SELECT path, failure_code AS code, failure_message AS message FROM location
        WHERE tenant = :tenant AND failure_code IS NOT NULL ORDER BY path`,
      { tenant },
    )
    return {
      documents: counts?.documents ?? 0,
      passages: counts?.passages ?? 0,
      meetings: counts?.meetings ?? 0,
      items: counts?.items ?? 0,
      decisions: counts?.decisions ?? 0,
      failures: failures.map(({ path, code, message }) => ({ path, code: code as FailureCode, message })),
      lastIndexedAtMs: counts?.lastIndexedAtMs ?? undefined,
    }
  })
