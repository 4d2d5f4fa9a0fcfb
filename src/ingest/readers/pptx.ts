import type { Block, Link, Page, ReadFile } from '../../domain/document.ts'
import type { FailureCode } from '../ports.ts'
import { type Archive, orRefusal } from './archive.ts'
import { type Attributes, officeTitle, openOffice, type Relation, relationsOf, walkPart } from './archive-office.ts'
import { startsListItem } from './lines.ts'

const PRESENTATION = 'ppt/presentation.xml'
/** As PowerPoint calls them above the speaker's text. */
const NOTES_HEADING = 'Notater'
const TITLES = ['title', 'ctrTitle']
/** The date, the footer and the slide's number stand on every slide. */
const RUNNING = ['dt', 'ftr', 'sldNum', 'hdr', 'sldImg']

const fold = (text: string): string => text.replace(/[^\S\n]+/g, ' ').trim()

/** Slides in the order they are shown. */
function slideParts(archive: Archive): string[] {
  const relations = relationsOf(archive, PRESENTATION)
  const parts: string[] = []
  walkPart(archive, PRESENTATION, {
    onOpen(name, attributes) {
      if (name !== 'sldId') return
      const part = relations.get(attributes['r:id'] ?? '')?.target
      if (part) parts.push(part)
    },
  })
  return parts
}

interface Paragraph {
  text: string
  links: Link[]
  level: number
  /** The paragraph says so itself; undefined when its place decides. */
  hasBullet: boolean | undefined
}

/** Reads the text of one part: the shapes of a slide or of its notes, and the points of a diagram. */
class TextCollector {
  readonly titles: Block[] = []
  readonly blocks: Block[] = []
  /** Kind of the placeholder that the text stands in; '' in a plain text box, 'diagram' in a diagram. */
  #place: string
  #paragraph: Paragraph | undefined
  #isText = false
  #url: string | undefined
  #rows: string[][] | undefined
  #tableLinks: Link[] = []
  readonly #relations: ReadonlyMap<string, Relation>
  readonly #wanted: (place: string) => boolean

  constructor(relations: ReadonlyMap<string, Relation>, wanted: (place: string) => boolean, place: string) {
    this.#relations = relations
    this.#wanted = wanted
    this.#place = place
  }

  onOpen(name: string, attributes: Attributes): void {
    if (name === 'sp' || name === 'graphicFrame') this.#place = ''
    else if (name === 'ph') this.#place = attributes['type'] ?? 'obj'
    else if (name === 'tbl') this.#rows = []
    else if (name === 'tr') this.#rows?.push([])
    else if (name === 'tc') this.#rows?.at(-1)?.push('')
    else if (name === 'p') this.#paragraph = { text: '', links: [], level: 0, hasBullet: undefined }
    else if (name === 'r') this.#url = undefined
    else if (name === 't') this.#isText = true
    else if (this.#paragraph) this.#openInParagraph(this.#paragraph, name, attributes)
  }

  #openInParagraph(paragraph: Paragraph, name: string, attributes: Attributes): void {
    if (name === 'pPr') paragraph.level = Number(attributes['lvl'] ?? 0) || 0
    else if (name === 'buNone') paragraph.hasBullet = false
    else if (name === 'buChar' || name === 'buAutoNum') paragraph.hasBullet = true
    else if (name === 'br') paragraph.text += '\n'
    else if (name === 'hlinkClick') {
      const relation = this.#relations.get(attributes['r:id'] ?? '')
      if (relation?.isOutside && /^https?:/.test(relation.target)) this.#url = relation.target
    }
  }

  onText(text: string): void {
    if (!this.#isText || !this.#paragraph) return
    this.#paragraph.text += text
    if (this.#url && text.trim()) this.#paragraph.links.push({ text: fold(text), url: this.#url })
  }

  onClose(name: string): void {
    if (name === 't') this.#isText = false
    else if (name === 'p') this.#closeParagraph()
    else if (name === 'tbl') this.#closeTable()
    else if (name === 'sp' || name === 'graphicFrame') this.#place = ''
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraph
    this.#paragraph = undefined
    const text = fold(paragraph?.text ?? '')
    if (!paragraph || !text || !this.#wanted(this.#place)) return
    const row = this.#rows?.at(-1)
    if (row && row.length > 0) {
      const cell = row.at(-1)
      row[row.length - 1] = cell ? `${cell}\n${text}` : text
      this.#tableLinks.push(...paragraph.links)
      return
    }
    const { links, level, hasBullet } = paragraph
    const line = text.replace(/\n/g, ' ')
    if (TITLES.includes(this.#place)) {
      this.titles.push({ kind: 'heading', text: line, level: 1, links })
      return
    }
    const isPoint = hasBullet ?? (this.#place === 'obj' || this.#place === 'diagram')
    if (isPoint || startsListItem(line)) {
      const marked = startsListItem(line) ? line : `• ${line}`
      this.blocks.push({ kind: 'listItem', text: marked, level: level + 1, links })
    } else if (this.#place === 'subTitle') this.blocks.push({ kind: 'heading', text: line, level: 2, links })
    else for (const part of text.split('\n').map(fold).filter(Boolean)) this.blocks.push(plain(part, links))
  }

  #closeTable(): void {
    const rows = (this.#rows ?? []).filter((row) => row.some(Boolean))
    this.#rows = undefined
    const text = rows.map((row) => row.filter(Boolean).join(' ').replace(/\n/g, ' ')).join('\n')
    if (text) this.blocks.push({ kind: 'table', text, level: 0, links: this.#tableLinks, rows })
    this.#tableLinks = []
  }
}

const plain = (text: string, links: readonly Link[]): Block => ({
  kind: 'paragraph',
  text,
  level: 0,
  links: links.filter((link) => text.includes(link.text)),
})

function collect(archive: Archive, part: string, wanted: (place: string) => boolean, place = ''): TextCollector {
  const collector = new TextCollector(relationsOf(archive, part), wanted, place)
  walkPart(archive, part, {
    onOpen: (name, attributes) => collector.onOpen(name, attributes),
    onText: (text) => collector.onText(text),
    onClose: (name) => collector.onClose(name),
  })
  return collector
}

function slideBlocks(archive: Archive, part: string): Block[] {
  const slide = collect(archive, part, (place) => !RUNNING.includes(place))
  const blocks = [...slide.titles, ...slide.blocks]
  const linked = [...relationsOf(archive, part).values()]
  const partsOf = (wanted: string): string[] => linked.flatMap(({ type, target }) => (type === wanted ? [target] : []))
  for (const diagram of partsOf('diagramData')) blocks.push(...collect(archive, diagram, () => true, 'diagram').blocks)
  for (const spoken of partsOf('notesSlide')) {
    const notes = collect(archive, spoken, (place) => place === 'body').blocks
    if (notes.length > 0) blocks.push({ kind: 'heading', text: NOTES_HEADING, level: 3, links: [] }, ...notes)
  }
  return blocks
}

/**
 * A slide is a page: its title, its points, tables and diagrams as they come in the file, then the speaker's notes.
 */
export const readPptx = (bytes: Uint8Array): Promise<ReadFile | FailureCode> => orRefusal(() => readParts(bytes))

function readParts(bytes: Uint8Array): ReadFile | FailureCode {
  const archive = openOffice(bytes)
  const parts = slideParts(archive)
  if (parts.length === 0) return 'damaged'
  const pages = parts.map((part, index): Page => {
    return { number: index + 1, blocks: slideBlocks(archive, part), looseLinks: [] }
  })
  return { format: 'pptx', title: officeTitle(archive), pages }
}
