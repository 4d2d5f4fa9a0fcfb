import { randomUUID } from 'node:crypto'
import type { ParsedDocument } from '../../domain/document.ts'
import { contentHash, type DocumentId, documentId, type TenantId } from '../../domain/ids.ts'
import type { DocumentStore, FailureCode, HashedFile, KnownFile } from '../../ingest/ports.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Connection } from './connection.ts'
import { type Analyse, createContentWriter } from './content-writer.ts'

interface KnownFileRow {
  readonly path: string
  readonly sizeBytes: number
  readonly modifiedMs: number
  readonly contentHash: string | null
  readonly document: string | null
  readonly readerVersion: number | null
  readonly failureCode: string | null
  readonly failureMessage: string | null
}

const knownFileOf = (row: KnownFileRow): KnownFile => ({
  path: row.path,
  sizeBytes: row.sizeBytes,
  modifiedMs: row.modifiedMs,
  contentHash: row.contentHash === null ? undefined : contentHash(row.contentHash),
  document: row.document === null ? undefined : documentId(row.document),
  readerVersion: row.readerVersion ?? undefined,
  failure:
    row.failureCode === null ? undefined : { code: row.failureCode as FailureCode, message: row.failureMessage ?? '' },
})

interface Held {
  readonly key: number
  readonly id: string
}

export function createDocumentStore(db: Connection, clock: Clock, analyse: Analyse): DocumentStore {
  const content = createContentWriter(db, analyse)

  const heldBy = (tenant: TenantId, path: string): Held | undefined =>
    db.one<Held>(
      `SELECT d.key, d.id FROM location AS l JOIN document AS d ON d.tenant = l.tenant AND d.key = l.document
        WHERE l.tenant = :tenant AND l.path = :path`,
      { tenant, path },
    )

  const withHash = (tenant: TenantId, hash: string): Held | undefined =>
    db.one<Held>('SELECT key, id FROM document WHERE tenant = :tenant AND content_hash = :hash', { tenant, hash })

  const pathCount = (tenant: TenantId, key: number): number =>
    db.one<{ count: number }>('SELECT count(*) AS count FROM location WHERE tenant = :tenant AND document = :key', {
      tenant,
      key,
    })?.count ?? 0

  /** @returns whether text was deleted */
  const dropUnlessHeld = (tenant: TenantId, held: Held | undefined): boolean => {
    if (!held || pathCount(tenant, held.key) > 0) return false
    content.remove(tenant, held.key)
    return true
  }

  const note = (
    tenant: TenantId,
    file: Omit<HashedFile, 'contentHash'>,
    facts: { hash: string | null; document: number | null; failureCode: string | null; failureMessage: string | null },
  ): void => {
    db.run(
      `INSERT INTO location (tenant, path, sequence, document, size_bytes, modified_ms, content_hash, failure_code,
          failure_message, noted_at_ms)
        VALUES (:tenant, :path, (SELECT coalesce(max(sequence), 0) + 1 FROM location), :document, :size, :modified,
          :hash, :failureCode, :failureMessage, :now)
        ON CONFLICT (tenant, path) DO UPDATE SET
          sequence = iif(document IS excluded.document, sequence, excluded.sequence),
          document = excluded.document, size_bytes = excluded.size_bytes, modified_ms = excluded.modified_ms,
          content_hash = excluded.content_hash, failure_code = excluded.failure_code,
          failure_message = excluded.failure_message, noted_at_ms = excluded.noted_at_ms`,
      {
        tenant,
        path: file.path,
        size: file.sizeBytes,
        modified: file.modifiedMs,
        now: clock.nowMs(),
        ...facts,
      },
    )
  }

  const noteDocument = (tenant: TenantId, file: HashedFile, document: number): void =>
    note(tenant, file, { hash: file.contentHash, document, failureCode: null, failureMessage: null })

  /** Deleted text stays in the log until it is emptied: do it at once, a forgotten document must not be found there. */
  const writeAndErase = (work: () => boolean): void => {
    if (db.write(work)) db.flush()
  }

  const put = (tenant: TenantId, file: HashedFile, parsed: ParsedDocument): { id: string; erased: boolean } => {
    const before = heldBy(tenant, file.path)
    const same = withHash(tenant, file.contentHash)
    const kept = same ?? (before && pathCount(tenant, before.key) === 1 ? before : undefined)
    if (kept) content.replace(tenant, kept.key, file.contentHash, parsed)
    const id = kept?.id ?? randomUUID()
    const key = kept?.key ?? content.insert(tenant, id, file.contentHash, parsed)
    noteDocument(tenant, file, key)
    const dropped = before?.key === key ? false : dropUnlessHeld(tenant, before)
    return { id, erased: kept !== undefined || dropped }
  }

  return {
    knownFiles: (tenant) =>
      db
        .all<KnownFileRow>(
          `SELECT l.path, l.size_bytes AS sizeBytes, l.modified_ms AS modifiedMs, l.content_hash AS contentHash,
              d.id AS document, d.reader_version AS readerVersion, l.failure_code AS failureCode, l.failure_message AS failureMessage
            FROM location AS l LEFT JOIN document AS d ON d.tenant = l.tenant AND d.key = l.document
            WHERE l.tenant = :tenant ORDER BY l.path`,
          { tenant },
        )
        .map(knownFileOf),

    putDocument: (tenant, file, parsed): DocumentId => {
      const { id, erased } = db.write(() => put(tenant, file, parsed))
      if (erased) db.flush()
      return documentId(id)
    },

    putLocation: (tenant, file) => {
      const result = db.write(() => {
        const same = withHash(tenant, file.contentHash)
        if (!same) return undefined
        const before = heldBy(tenant, file.path)
        noteDocument(tenant, file, same.key)
        return { id: same.id, erased: before?.key !== same.key && dropUnlessHeld(tenant, before) }
      })
      if (result?.erased) db.flush()
      return result && documentId(result.id)
    },

    putFailure: (tenant, file, hash, failure) =>
      writeAndErase(() => {
        const before = heldBy(tenant, file.path)
        note(tenant, file, {
          hash: hash ?? null,
          document: null,
          failureCode: failure.code,
          failureMessage: failure.message,
        })
        return dropUnlessHeld(tenant, before)
      }),

    forgetFile: (tenant, path) =>
      writeAndErase(() => {
        const before = heldBy(tenant, path)
        db.run('DELETE FROM location WHERE tenant = :tenant AND path = :path', { tenant, path })
        return dropUnlessHeld(tenant, before)
      }),
  }
}
