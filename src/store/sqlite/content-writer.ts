import type { ParsedDocument } from '../../domain/document.ts'
import type { TenantId } from '../../domain/ids.ts'
import type { Meeting } from '../../domain/meeting.ts'
import type { Connection } from './connection.ts'
import { writeFacts } from './facts.ts'
import { foldName } from './fold-name.ts'
import { stemText } from './stem-token.ts'
import { toJson } from './stored-json.ts'

export type Analyse = (text: string) => readonly string[]

/** Writes and removes all that was read from one document. To be called inside a transaction. */
export interface ContentWriter {
  /** @returns the new document's key */
  insert(tenant: TenantId, id: string, contentHash: string, parsed: ParsedDocument): number
  replace(tenant: TenantId, key: number, contentHash: string, parsed: ParsedDocument): void
  remove(tenant: TenantId, key: number): void
}

const documentFacts = (parsed: ParsedDocument) => ({
  format: parsed.format,
  kind: parsed.kind,
  language: parsed.language,
  title: parsed.title,
  date: parsed.date ?? null,
  year: parsed.year ?? null,
  pageCount: parsed.pageCount,
  layout: parsed.layout,
  readerVersion: parsed.readerVersion,
})

export function createContentWriter(db: Connection, analyse: Analyse): ContentWriter {
  const writeMeeting = (tenant: TenantId, document: number, { items, ...meeting }: Meeting): void => {
    db.run(
      'INSERT INTO meeting (document, tenant, body, committee_folded) VALUES (:document, :tenant, :body, :folded)',
      {
        document,
        tenant,
        body: toJson(meeting),
        folded: meeting.committee === undefined ? null : foldName(meeting.committee.value),
      },
    )
    items.forEach((item, position) => {
      db.run(
        'INSERT INTO agenda_item (document, position, tenant, body) VALUES (:document, :position, :tenant, :body)',
        { document, position, tenant, body: toJson(item) },
      )
    })
  }

  const writePassages = (tenant: TenantId, document: number, { title, passages }: ParsedDocument): void => {
    // Passages of one section share their headings.
    const stemsOfHeading = new Map<string, string>()
    const headingStems = (heading: string): string => {
      const known = stemsOfHeading.get(heading)
      if (known !== undefined) return known
      const stems = stemText(analyse(heading))
      stemsOfHeading.set(heading, stems)
      return stems
    }
    for (const passage of passages) {
      const id = db.one<{ id: number }>(
        `INSERT INTO passage (tenant, document, ordinal, kind, page, case_number, headings, text, is_ocr)
          VALUES (:tenant, :document, :ordinal, :kind, :page, :caseNumber, :headings, :text, :isOcr) RETURNING id`,
        {
          tenant,
          document,
          ordinal: passage.ordinal,
          kind: passage.kind,
          page: passage.page,
          caseNumber: passage.caseNumber ?? null,
          headings: JSON.stringify(passage.headings),
          text: passage.text,
          isOcr: passage.isOcr ? 1 : 0,
        },
      )?.id
      db.run('INSERT INTO passage_index (rowid, heading_stems, body_stems) VALUES (:id, :heading, :body)', {
        id: id ?? null,
        heading: [title, ...passage.headings].map(headingStems).join(' '),
        body: stemText(analyse(passage.text)),
      })
    }
  }

  const writeParts = (tenant: TenantId, document: number, parsed: ParsedDocument): void => {
    if (parsed.meeting) writeMeeting(tenant, document, parsed.meeting)
    parsed.sections.forEach((section, position) => {
      db.run('INSERT INTO section (document, position, tenant, body) VALUES (:document, :position, :tenant, :body)', {
        document,
        position,
        tenant,
        body: toJson(section),
      })
    })
    writePassages(tenant, document, parsed)
    writeFacts(db, tenant, document, parsed)
  }

  return {
    insert: (tenant, id, contentHash, parsed) => {
      const row = db.one<{ key: number }>(
        `INSERT INTO document (tenant, id, content_hash, format, kind, language, title, date, year, page_count, layout,
            reader_version)
          VALUES (:tenant, :id, :contentHash, :format, :kind, :language, :title, :date, :year, :pageCount, :layout,
            :readerVersion)
          RETURNING key`,
        { tenant, id, contentHash, ...documentFacts(parsed) },
      )
      if (!row) throw new Error('an inserted document has no key')
      writeParts(tenant, row.key, parsed)
      return row.key
    },

    replace: (tenant, key, contentHash, parsed) => {
      for (const table of ['fact', 'passage', 'section', 'agenda_item', 'meeting'])
        db.run(`DELETE FROM ${table} WHERE tenant = :tenant AND document = :key`, { tenant, key })
      db.run(
        `UPDATE document SET content_hash = :contentHash, format = :format, kind = :kind, language = :language,
            title = :title, date = :date, year = :year, page_count = :pageCount, layout = :layout,
            reader_version = :readerVersion
          WHERE tenant = :tenant AND key = :key`,
        { tenant, key, contentHash, ...documentFacts(parsed) },
      )
      writeParts(tenant, key, parsed)
    },

    remove: (tenant, key) => {
      db.run('DELETE FROM document WHERE tenant = :tenant AND key = :key', { tenant, key })
    },
  }
}
