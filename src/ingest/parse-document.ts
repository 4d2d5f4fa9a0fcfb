import type { ParsedDocument, ParsedText, ReadFile } from '../domain/document.ts'
import type { Meeting } from '../domain/meeting.ts'
import { foldSpaces } from '../norwegian/fold.ts'
import { detectLanguage } from '../norwegian/language.ts'
import { startsBlock } from './boundaries.ts'
import { readFacts } from './facts/read-facts.ts'
import { caseDocument } from './layouts/case-document.ts'
import { decisionsApp } from './layouts/decisions-app.ts'
import { headedMinutes } from './layouts/headed-minutes.ts'
import type { Layout, LayoutInput } from './layouts/layout.ts'
import { protocol } from './layouts/protocol.ts'
import { freeText, report } from './layouts/sections.ts'
import { labelOf } from './minutes/labels.ts'
import { toPassages } from './passages.ts'
import { type PlacedBlock, placeBlocks } from './placed-block.ts'
import { READER_VERSION } from './reader-version.ts'

const LAYOUTS: readonly Layout[] = [decisionsApp, caseDocument, protocol, report, headedMinutes, freeText]
const MAX_TITLE_CHARS = 160
const LANGUAGE_SAMPLE_CHARS = 20_000

function titleOf(file: ReadFile, blocks: readonly PlacedBlock[]): LayoutInput['title'] {
  const lines = blocks.slice(0, 4).filter((block) => block.kind === 'heading' || block.kind === 'paragraph')
  const isFirstHeading = (block: PlacedBlock): boolean => block === blocks[0] && block.kind === 'heading'
  const isTitle = (block: PlacedBlock): boolean =>
    !/^\d+(?:\.\d+)*\.?\s/u.test(block.text) &&
    // "Statusrapport: Nytt arkiv" as the first heading is a title; a line below it is a field.
    (isFirstHeading(block) || !/^\p{Lu}[\p{L} ]{2,25}:\s/u.test(block.text)) &&
    block.text.length <= MAX_TITLE_CHARS &&
    !labelOf(block.text) &&
    !startsBlock(block.text)
  const heading = lines.find((block) => isTitle(block) && (block.kind === 'heading' || block === blocks[0]))
  // "Microsoft Word - doc1" and file names are no titles.
  const metadata =
    file.title && !/^microsoft|\.(?:docx?|pdf|odt|rtf)$|^(?:untitled|document\d*)$/i.test(file.title)
      ? file.title
      : undefined
  const isBare = heading !== undefined && foldSpaces(heading.text).split(' ').length < 2
  if (metadata && (!heading || isBare)) return { value: metadata, quote: metadata, page: null }
  if (heading && !/:$/.test(heading.text))
    return { value: foldSpaces(heading.text), quote: foldSpaces(heading.text), page: heading.page }
  return metadata ? { value: metadata, quote: metadata, page: null } : undefined
}

/** "Møtereferat" alone tells no one which meeting. */
function titleWithMeeting(title: string | undefined, meeting: Meeting | undefined): string | undefined {
  if (!title || title.includes(' ') || !meeting?.committee || !meeting.date) return title
  const [year, month, day] = meeting.date.value.split('-')
  return `${title} ${meeting.committee.value} ${day}.${month}.${year}`
}

const yearIn = (text: string): number | undefined => {
  const year = /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(text)?.[0]
  return year ? Number(year) : undefined
}

/**
 * What a file says, by the layout that claims it most.
 * @param fileName without folder; a last resort for body and date
 */
export function parseDocument(file: ReadFile, fileName: string): ParsedDocument {
  const blocks = placeBlocks(file)
  const input: LayoutInput = { file, blocks, fileName, title: titleOf(file, blocks) }
  const [layout] = LAYOUTS.map((candidate) => ({ candidate, score: candidate.score(input) })).toSorted(
    (a, b) => b.score - a.score,
  )
  const chosen = layout?.candidate ?? freeText
  const { kind, meeting, sections, outline } = chosen.read(input)
  const text = blocks.map((block) => block.text).join('\n')
  const numbered = file.pages.map((page) => page.number).filter((number) => number !== null)
  const title = titleWithMeeting(input.title?.value, meeting) ?? fileName.replace(/(?:\.raw)?\.[a-z]+$/i, '')
  const parsed: ParsedText = {
    format: file.format,
    kind,
    language: detectLanguage(text.slice(0, LANGUAGE_SAMPLE_CHARS)),
    title,
    date: meeting?.date?.value,
    year: meeting?.date ? Number(meeting.date.value.slice(0, 4)) : (yearIn(title) ?? yearIn(fileName)),
    pageCount: numbered.at(-1) ?? null,
    layout: chosen.name,
    readerVersion: READER_VERSION,
    meeting,
    sections,
    passages: toPassages(outline),
  }
  return { ...parsed, ...readFacts(parsed) }
}
