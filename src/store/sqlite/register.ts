import type { Register } from '../../answer/ports.ts'
import { READABLE_DOCUMENTS, readableFor, scopeOf } from './access.ts'
import type { Connection } from './connection.ts'
import { createFactRegister } from './facts.ts'
import { meetingOf } from './meetings.ts'
import {
  DOCUMENT_COLUMNS,
  type DocumentRow,
  NEWEST_FIRST,
  STORED_PASSAGE_COLUMNS,
  type StoredPassageRow,
  storedPassageOf,
  summaryOf,
} from './rows.ts'

export const createRegister = (db: Connection): Register => ({
  ...createFactRegister(db),

  snapshot: (asker) => ({
    scope: scopeOf(asker),
    version:
      db.one<{ version: number }>('SELECT version FROM content_version WHERE tenant = :tenant', {
        tenant: asker.tenant,
      })?.version ?? 0,
  }),

  documents: (asker) =>
    db
      .all<DocumentRow>(
        `SELECT ${DOCUMENT_COLUMNS} FROM document AS d WHERE d.key IN (${READABLE_DOCUMENTS})
          ORDER BY ${NEWEST_FIRST}`,
        readableFor(asker),
      )
      .map(summaryOf),

  meetings: (asker, filter) =>
    db.read(() =>
      db
        .all<DocumentRow & { readonly key: number; readonly body: string }>(
          `SELECT ${DOCUMENT_COLUMNS}, d.key, m.body FROM meeting AS m JOIN document AS d ON d.key = m.document
            WHERE d.key IN (${READABLE_DOCUMENTS})
              AND (:dateFrom IS NULL OR m.date >= :dateFrom) AND (:dateTo IS NULL OR m.date <= :dateTo)
            ORDER BY m.date DESC NULLS LAST, d.title, d.content_hash`,
          { ...readableFor(asker), dateFrom: filter.dateFrom ?? null, dateTo: filter.dateTo ?? null },
        )
        .map((row) => ({ document: summaryOf(row), meeting: meetingOf(db, row.key, row.body) })),
    ),

  passagesOf: (asker, document) =>
    db
      .all<StoredPassageRow>(
        `SELECT ${STORED_PASSAGE_COLUMNS} FROM document AS d JOIN passage AS p ON p.document = d.key
          LEFT JOIN meeting AS m ON m.document = d.key
          WHERE d.key IN (${READABLE_DOCUMENTS}) AND d.id = :document ORDER BY p.ordinal`,
        { ...readableFor(asker), document },
      )
      .map(storedPassageOf),
})
