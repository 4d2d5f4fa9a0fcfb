import type { DocumentKind, DocumentSummary, FileFormat, Language } from '../../domain/document.ts'
import { contentHash, documentId, type LocalDate, tenantId } from '../../domain/ids.ts'
import type { Passage, PassageKind, StoredPassage } from '../../domain/passage.ts'
import { nameAt } from '../../domain/place.ts'

/** The path a document was last seen at, for a query that calls the document `d`. */
const NEWEST_PATH = `(SELECT path FROM location
  WHERE location.tenant = d.tenant AND location.document = d.key ORDER BY sequence DESC LIMIT 1)`

/** Columns of a DocumentRow from `document AS d`. */
export const DOCUMENT_COLUMNS = `d.id, d.tenant, ${NEWEST_PATH} AS path, d.content_hash AS contentHash, d.format, d.kind,
  d.language, d.title, d.date, d.year, d.page_count AS pageCount`

/** Order of documents, for a query that calls the document `d`. */
export const NEWEST_FIRST = 'd.date DESC NULLS LAST, d.year DESC NULLS LAST, d.title, d.content_hash'

export interface DocumentRow {
  readonly id: string
  readonly tenant: string
  readonly path: string
  readonly contentHash: string
  readonly format: string
  readonly kind: string
  readonly language: string
  readonly title: string
  readonly date: string | null
  readonly year: number | null
  readonly pageCount: number | null
}

const optional = <Value>(value: Value | null): Value | undefined => value ?? undefined

export const summaryOf = (row: DocumentRow): DocumentSummary => ({
  id: documentId(row.id),
  tenant: tenantId(row.tenant),
  name: nameAt(row.path),
  path: row.path,
  contentHash: contentHash(row.contentHash),
  format: row.format as FileFormat,
  kind: row.kind as DocumentKind,
  language: row.language as Language,
  title: row.title,
  date: optional(row.date) as LocalDate | undefined,
  year: optional(row.year),
  pageCount: row.pageCount,
})

/** Columns of a PassageRow from `passage AS p`. */
export const PASSAGE_COLUMNS = `p.ordinal, p.kind, p.text, p.page, p.case_number AS caseNumber, p.headings,
  p.is_ocr AS isOcr`

export interface PassageRow {
  readonly ordinal: number
  readonly kind: string
  readonly text: string
  readonly page: number | null
  readonly caseNumber: string | null
  /** JSON list. */
  readonly headings: string
  readonly isOcr: number
}

export const passageOf = (row: PassageRow): Passage => ({
  ordinal: row.ordinal,
  kind: row.kind as PassageKind,
  text: row.text,
  page: row.page,
  caseNumber: optional(row.caseNumber),
  headings: JSON.parse(row.headings) as string[],
  ...(row.isOcr === 1 && { isOcr: true }),
})

/** Columns of a StoredPassageRow from `passage AS p`, `document AS d` and `meeting AS m` (left joined). */
export const STORED_PASSAGE_COLUMNS = `${PASSAGE_COLUMNS}, d.id AS document, ${NEWEST_PATH} AS path, d.title,
  d.kind AS documentKind, d.language, m.committee, d.date, d.year`

export interface StoredPassageRow extends PassageRow {
  readonly document: string
  readonly path: string
  readonly title: string
  readonly documentKind: string
  readonly language: string
  readonly committee: string | null
  readonly date: string | null
  readonly year: number | null
}

export const storedPassageOf = (row: StoredPassageRow): StoredPassage => ({
  ...passageOf(row),
  document: documentId(row.document),
  documentName: nameAt(row.path),
  documentTitle: row.title,
  documentKind: row.documentKind as DocumentKind,
  language: row.language as Language,
  committee: optional(row.committee),
  date: optional(row.date) as LocalDate | undefined,
  year: row.date ? Number(row.date.slice(0, 4)) : optional(row.year),
})
