import { createHash } from 'node:crypto'
import type { TenantId } from '../../domain/ids.ts'
import { nameAt } from '../../domain/place.ts'
import type { Connection } from './connection.ts'

type Row = Record<string, string | number | null>

const sha256 = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')

/**
 * Two stores with the same digest answer alike: it covers file names, all that was read, the search index and the
 * failures, and leaves out ids, folders, times and the order in which documents came.
 */
export const contentDigestOf = (db: Connection, tenant: TenantId): string =>
  db.read(() => {
    const digests = db
      .all<{ key: number }>('SELECT key FROM document WHERE tenant = :tenant', { tenant })
      .map(({ key }) => {
        const rows = (sql: string): Row[] => db.all<Row>(sql, { key })
        return sha256([
          rows(`SELECT content_hash, format, kind, language, title, date, year, page_count, layout
            FROM document WHERE key = :key`),
          db
            .all<{ path: string }>('SELECT path FROM location WHERE tenant = :tenant AND document = :key', {
              tenant,
              key,
            })
            .map(({ path }) => nameAt(path))
            .sort(),
          rows('SELECT body FROM meeting WHERE document = :key'),
          rows('SELECT position, body FROM agenda_item WHERE document = :key ORDER BY position'),
          rows('SELECT position, body FROM section WHERE document = :key ORDER BY position'),
          rows('SELECT kind, position, body FROM fact WHERE document = :key ORDER BY kind, position'),
          rows(`SELECT p.ordinal, p.kind, p.page, p.case_number, p.headings, p.text, p.is_ocr, i.heading_stems, i.body_stems
            FROM passage AS p LEFT JOIN passage_index AS i ON i.rowid = p.id
            WHERE p.document = :key ORDER BY p.ordinal`),
        ])
      })
    const failures = db
      .all<{ path: string; code: string }>(
        `SELECT path, failure_code AS code FROM location WHERE tenant = :tenant AND failure_code IS NOT NULL`,
        { tenant },
      )
      .map(({ path, code }) => `${nameAt(path)} ${code}`)
    return sha256([digests.sort(), failures.sort()])
  })
