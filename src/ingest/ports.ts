import type { ParsedDocument } from '../domain/document.ts'
import type { ContentHash, DocumentId, TenantId } from '../domain/ids.ts'

/** A file as the folder shows it, without opening it; or one that came in an e-mail there, with the e-mail's time. */
export interface FileStamp {
  /** Absolute, NFC; for an attachment a place in its e-mail (place.ts). */
  readonly path: string
  readonly sizeBytes: number
  readonly modifiedMs: number
}

/** Why a file is not among the documents. Stable codes; `rakel status` prints them. */
export type FailureCode =
  | 'unreadable'
  | 'empty'
  | 'no-text'
  | 'encrypted'
  | 'damaged'
  | 'unsupported-format'
  | 'too-large'
  | 'outside-folder'
  | 'image-only'
  | 'xfa-form'
  | 'macro'
  | 'unsafe-inside'
  | 'too-large-inside'
  | 'too-much-memory'
  | 'took-too-long'
  | 'reader-broke'
  | 'being-written'
  | 'packed-mail'
  | 'only-linked'
  | 'too-deep-inside'

export interface FileFailure {
  readonly code: FailureCode
  /** One sentence for the administrator; no text of the document. */
  readonly message: string
}

/** A file the store knows, read or not. */
export interface KnownFile extends FileStamp {
  /** undefined when the bytes could not be read. */
  readonly contentHash: ContentHash | undefined
  /** undefined when it failed. */
  readonly document: DocumentId | undefined
  /** Which version of the reader read it; undefined when it failed. */
  readonly readerVersion: number | undefined
  readonly failure: FileFailure | undefined
}

export interface HashedFile extends FileStamp {
  readonly contentHash: ContentHash
}

/**
 * Where documents go. Every method is one transaction: after kill -9 it happened whole or not at all.
 * A document is its content: two files with the same bytes are one document at two paths.
 */
export interface DocumentStore {
  knownFiles(tenant: TenantId): readonly KnownFile[]
  /**
   * Stores what a file says and where it lies. A document that only this path held is replaced and keeps its id.
   * @throws Refused `storage-full` when it could not be made durable; the old content still stands
   */
  putDocument(tenant: TenantId, file: HashedFile, parsed: ParsedDocument): DocumentId
  /**
   * Notes that a path holds content that is already stored: an unchanged file, a copy, or a new name of a file that moved.
   * @returns undefined when nothing with these bytes is stored
   */
  putLocation(tenant: TenantId, file: HashedFile): DocumentId | undefined
  /** Notes a file that could not be read. What the path held before is gone from answers. */
  putFailure(tenant: TenantId, file: FileStamp, contentHash: ContentHash | undefined, failure: FileFailure): void
  /** A file is gone. Its document goes with it, unless another path holds the same bytes. */
  forgetFile(tenant: TenantId, path: string): void
}
