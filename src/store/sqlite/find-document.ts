import type { Asker } from '../../domain/asker.ts'
import type { DocumentSummary, ParsedDocument, Section, StoredDocument } from '../../domain/document.ts'
import { nameAt } from '../../domain/place.ts'
import { READABLE_DOCUMENTS, readableFor } from './access.ts'
import type { Connection } from './connection.ts'
import { factsOf } from './facts.ts'
import { foldName } from './fold-name.ts'
import { meetingOf } from './meetings.ts'
import { DOCUMENT_COLUMNS, type DocumentRow, PASSAGE_COLUMNS, type PassageRow, passageOf, summaryOf } from './rows.ts'
import { fromJson } from './stored-json.ts'

export interface DocumentFinder {
  /**
   * The documents a user can mean by a name: those with exactly this path; else this file name; else attachments of this
   * name; else a name that begins so; else one that contains it. Upper and lower case are one.
   */
  documentsNamed(asker: Asker, nameOrPath: string): readonly DocumentSummary[]
  /** @returns undefined when there is none, or more than one: see `documentsNamed` */
  findDocument(asker: Asker, nameOrPath: string): StoredDocument | undefined
}

interface Named {
  readonly key: number
  readonly path: string
  readonly name: string
}

/** Keys of the documents meant, each once. */
function meant(files: readonly Named[], wanted: string): readonly number[] {
  const tests: readonly ((file: Named) => boolean)[] = [
    (file) => file.path === wanted,
    (file) => file.name === wanted,
    (file) => file.name.endsWith(`/${wanted}`),
    (file) => file.name.startsWith(wanted),
    (file) => file.name.includes(wanted),
  ]
  for (const test of tests) {
    const keys = new Set(files.filter(test).map((file) => file.key))
    if (keys.size) return [...keys]
  }
  return []
}

export function createDocumentFinder(db: Connection): DocumentFinder {
  const keysNamed = (asker: Asker, nameOrPath: string): readonly number[] => {
    const wanted = foldName(nameOrPath)
    if (!wanted) return []
    const files = db
      .all<{ key: number; path: string }>(
        `SELECT document AS key, path FROM location WHERE document IN (${READABLE_DOCUMENTS}) ORDER BY path`,
        readableFor(asker),
      )
      .map(({ key, path }) => ({ key, path: foldName(path), name: foldName(nameAt(path)) }))
    return meant(files, wanted)
  }

  const rowOf = (key: number): (DocumentRow & { layout: string; readerVersion: number }) | undefined =>
    db.one(
      `SELECT ${DOCUMENT_COLUMNS}, d.layout, d.reader_version AS readerVersion FROM document AS d WHERE d.key = :key`,
      { key },
    )

  const storedOf = (key: number): StoredDocument | undefined => {
    const row = rowOf(key)
    if (!row) return undefined
    const meeting = db.one<{ body: string }>('SELECT body FROM meeting WHERE document = :key', { key })
    const summary = summaryOf(row)
    const { format, kind, language, title, date, year, pageCount } = summary
    const parsed: ParsedDocument = {
      format,
      kind,
      language,
      title,
      date,
      year,
      pageCount,
      layout: row.layout,
      readerVersion: row.readerVersion,
      meeting: meeting && meetingOf(db, key, meeting.body),
      sections: db
        .all<{ body: string }>('SELECT body FROM section WHERE document = :key ORDER BY position', { key })
        .map((section) => fromJson<Section>(section.body)),
      passages: db
        .all<PassageRow>(`SELECT ${PASSAGE_COLUMNS} FROM passage AS p WHERE p.document = :key ORDER BY p.ordinal`, {
          key,
        })
        .map(passageOf),
      ...factsOf(db, key),
    }
    return { summary, parsed }
  }

  return {
    documentsNamed: (asker, nameOrPath) =>
      db.read(() =>
        keysNamed(asker, nameOrPath).flatMap((key) => {
          const row = rowOf(key)
          return row ? [summaryOf(row)] : []
        }),
      ),
    findDocument: (asker, nameOrPath) =>
      db.read(() => {
        const [key, another] = keysNamed(asker, nameOrPath)
        return key === undefined || another !== undefined ? undefined : storedOf(key)
      }),
  }
}
