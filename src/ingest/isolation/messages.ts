import type { OpenedFile, ParsedFile } from '../attached-file.ts'
import type { FileFailure } from '../ports.ts'

/** What the reader's process is asked: pages and blocks, or the whole document parsed. */
export type Wanted = 'pages' | 'document'

export interface ReadRequest {
  readonly bytes: Uint8Array
  readonly name: string
  readonly wanted: Wanted
  readonly ocr: boolean
}

export type ReadResult = OpenedFile | ParsedFile | FileFailure

export type ReadReply =
  | { readonly kind: 'read'; readonly result: ReadResult }
  /** A page is about to be recognised, which has a time limit of its own. */
  | { readonly kind: 'ocr-page' }
  /** The reader threw: what its libraries hold in memory is not to be trusted any more. */
  | { readonly kind: 'broke'; readonly where: string }
