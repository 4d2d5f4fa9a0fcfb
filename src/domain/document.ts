import type { Figure, MissingTable } from './figure.ts'
import type { FollowUp } from './follow-up.ts'
import type { ContentHash, DocumentId, LocalDate, TenantId } from './ids.ts'
import type { Meeting } from './meeting.ts'
import type { Passage } from './passage.ts'
import type { Contradiction, Relation } from './relation.ts'
import type { Table } from './table.ts'

/** What the bytes of a file say it is, whatever its name. */
export type FileFormat = 'pdf' | 'docx' | 'pptx' | 'xlsx' | 'html' | 'email' | 'msg' | 'image' | 'markdown' | 'text'

/** minutes and notices hold a Meeting; the rest is sections. */
export type DocumentKind = 'minutes' | 'notice' | 'report' | 'other'

/** `nb` bokmål, `nn` nynorsk, `en` English. */
export type Language = 'nb' | 'nn' | 'en'

export interface Link {
  readonly text: string
  readonly url: string
}

/** A stretch of text that belongs together on the page. Line breaks inside it are already joined. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'listItem' | 'table'
  readonly text: string
  /** Headings: 1 is the topmost. List items: 1 is not indented. Otherwise 0. */
  readonly level: number
  readonly links: readonly Link[]
  /** Tables only: rows of cell texts, the header first when there is one. `text` holds the rows as lines. */
  readonly rows?: readonly (readonly string[])[]
  /** Recognised from a picture: letters are mostly right, numbers are to be checked against the page. */
  readonly isOcr?: true
}

export interface Page {
  /** 1 for the first; null where the format has no pages (DOCX, Markdown). */
  readonly number: number | null
  readonly blocks: readonly Block[]
  /** Links whose place in the text is unknown: raw text lists them at the end of the page. */
  readonly looseLinks: readonly string[]
}

/** What a reader makes of a file's bytes: pages and blocks, nothing of meetings. */
export interface ReadFile {
  readonly format: FileFormat
  /** From the file's own metadata; undefined when it has none worth showing. */
  readonly title: string | undefined
  readonly pages: readonly Page[]
}

/** A numbered or named part of a document that is not a meeting. */
export interface Section {
  /** `2.1.3` as printed; undefined where headings are not numbered. */
  readonly number: string | undefined
  readonly title: string
  readonly level: number
  readonly page: number | null
}

/** What a file says in its own order, before facts are taken out of it. */
export interface ParsedText {
  readonly format: FileFormat
  readonly kind: DocumentKind
  readonly language: Language
  readonly title: string
  /** The date the document is about: the meeting's; undefined for a report on a year. */
  readonly date: LocalDate | undefined
  /** The year a report covers, from its title. */
  readonly year: number | undefined
  readonly pageCount: number | null
  /** The layout that read it, for `rakel show`. */
  readonly layout: string
  /** The version of the reader that read it; see `READER_VERSION`. */
  readonly readerVersion: number
  readonly meeting: Meeting | undefined
  readonly sections: readonly Section[]
  readonly passages: readonly Passage[]
}

/** What is taken out of a text, each kind in the order it stands. */
export interface Facts {
  readonly figures: readonly Figure[]
  readonly tables: readonly Table[]
  readonly missingTables: readonly MissingTable[]
  readonly followUps: readonly FollowUp[]
  readonly relations: readonly Relation[]
  readonly contradictions: readonly Contradiction[]
}

/** What a file says, ready to be stored. */
export interface ParsedDocument extends ParsedText, Facts {}

/** A stored document as lists show it. */
export interface DocumentSummary {
  readonly id: DocumentId
  readonly tenant: TenantId
  /** File name without folder, as a citation shows it; for an attachment `mail.eml/referat.pdf`. */
  readonly name: string
  /** Where it was last read from: an absolute path, or a place in an e-mail there (place.ts). */
  readonly path: string
  readonly contentHash: ContentHash
  readonly format: FileFormat
  readonly kind: DocumentKind
  readonly language: Language
  readonly title: string
  readonly date: LocalDate | undefined
  readonly year: number | undefined
  readonly pageCount: number | null
}

/** A stored document with all that was read from it. */
export interface StoredDocument {
  readonly summary: DocumentSummary
  readonly parsed: ParsedDocument
}
