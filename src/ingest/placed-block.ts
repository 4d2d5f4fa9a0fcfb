import type { Block, ReadFile } from '../domain/document.ts'

/** A block with the page it stands on; what layouts work with. */
export interface PlacedBlock extends Block {
  readonly page: number | null
}

export const placeBlocks = (file: ReadFile): PlacedBlock[] =>
  file.pages.flatMap((page) => page.blocks.map((block) => ({ ...block, page: page.number })))
