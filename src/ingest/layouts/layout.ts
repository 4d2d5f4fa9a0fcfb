import type { DocumentKind, ReadFile, Section } from '../../domain/document.ts'
import type { Meeting } from '../../domain/meeting.ts'
import type { PassageKind } from '../../domain/passage.ts'
import type { PlacedBlock } from '../placed-block.ts'

export interface LayoutInput {
  readonly file: ReadFile
  readonly blocks: readonly PlacedBlock[]
  readonly fileName: string
  /** The title that the file or its first lines give; undefined when they give none. */
  readonly title: { readonly value: string; readonly quote: string; readonly page: number | null } | undefined
}

/** A block with its place in the document's structure: what passages are made of. */
export interface OutlinedBlock {
  readonly block: PlacedBlock
  readonly kind: PassageKind
  readonly caseNumber: string | undefined
  readonly headings: readonly string[]
}

export interface LaidOut {
  readonly kind: DocumentKind
  readonly meeting: Meeting | undefined
  readonly sections: readonly Section[]
  readonly outline: readonly OutlinedBlock[]
}

/** One way that documents are laid out. The layout with the highest score reads the document. */
export interface Layout {
  readonly name: string
  /** 0 (not at all) to 1 (certainly mine). The fallback gives 0.1. */
  score(input: LayoutInput): number
  read(input: LayoutInput): LaidOut
}
