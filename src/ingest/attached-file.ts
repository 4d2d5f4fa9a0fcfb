import type { ParsedDocument, ReadFile } from '../domain/document.ts'
import type { FailureCode } from './ports.ts'

/** A file that came in an e-mail: its bytes, or why there are none. */
export type AttachedFile = {
  /** No folder, no control characters, no other of the same mail. */
  readonly name: string
} & ({ readonly bytes: Uint8Array } | { readonly failure: FailureCode })

interface WithAttachments {
  /** Of e-mails only. */
  readonly attachments?: readonly AttachedFile[]
}

/** A file's pages, and the files that came in it. */
export interface OpenedFile extends ReadFile, WithAttachments {}

/** A file's document, and the files that came in it: each is a document of its own. */
export interface ParsedFile extends ParsedDocument, WithAttachments {}

/** Of one file, those in e-mails in it included. */
export const MAX_ATTACHMENTS = 200
/** How deep an e-mail may lie in others. */
export const MAX_MAIL_DEPTH = 4
