import { Parser } from 'htmlparser2'
import { type Archive, CannotRead, openArchive } from './archive.ts'

/** Word nests a table in a table some tens deep at worst; recursion in a library ends far above. */
const MAX_DEPTH = 250

export type OfficeFormat = 'docx' | 'pptx' | 'xlsx'

/** The part that makes a package what it is, whatever its name says. */
const MAIN_PARTS: readonly (readonly [part: string, format: OfficeFormat])[] = [
  ['word/document.xml', 'docx'],
  ['ppt/presentation.xml', 'pptx'],
  ['xl/workbook.xml', 'xlsx'],
]

/** What a zip file is; undefined when it is no Office document. Looks at names only. */
export const officeFormatOf = (names: readonly string[]): OfficeFormat | undefined =>
  MAIN_PARTS.find(([part]) => names.includes(part))?.[1]

/**
 * The parts of an Office file, checked.
 * @throws CannotRead `macro` when it carries programs, and what `openArchive` throws
 */
export function openOffice(bytes: Uint8Array): Archive {
  const archive = openArchive(bytes)
  if (archive.names.some((name) => /(?:^|\/)vba(?:Project|Data)[^/]*$/i.test(name))) throw new CannotRead('macro')
  return archive
}

const ENCODINGS: readonly BufferEncoding[] = ['latin1', 'utf16le']

/** UTF-16 with the high byte first is turned around: Node has no name for it. */
function turned(bytes: Buffer): Buffer {
  return bytes[0] === 0xfe && bytes[1] === 0xff ? Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16() : bytes
}

/**
 * A part that is XML. Office writes no document types; entities are how a small file grows or reaches for another.
 * @throws CannotRead `unsafe-inside`
 */
export function readXmlBytes(archive: Archive, name: string): Buffer | undefined {
  const bytes = archive.read(name)
  if (!bytes) return undefined
  const content = turned(bytes)
  for (const encoding of ENCODINGS)
    for (const mark of ['<!DOCTYPE', '<!ENTITY', '<!doctype'])
      if (content.includes(Buffer.from(mark, encoding))) throw new CannotRead('unsafe-inside')
  return bytes
}

const decodeXml = (bytes: Buffer): string =>
  new TextDecoder(
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8',
  ).decode(bytes)

export type Attributes = Readonly<Record<string, string>>

export interface XmlVisitor {
  /** Names are without prefix: `a:t` is `t`; attributes keep theirs. */
  onOpen?(name: string, attributes: Attributes): void
  onText?(text: string): void
  onClose?(name: string): void
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Fails when the tree is deeper than any honest one. */
export function walkXml(xml: string, { onOpen, onText, onClose }: XmlVisitor): void {
  let depth = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > MAX_DEPTH) throw new CannotRead('unsafe-inside')
        onOpen?.(localName(name), attributes)
      },
      ontext: (text) => onText?.(text),
      onclosetag(name) {
        depth--
        onClose?.(localName(name))
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(xml)
  parser.end()
}

/** @returns whether there is such a part */
export function walkPart(archive: Archive, name: string, visitor: XmlVisitor): boolean {
  const bytes = readXmlBytes(archive, name)
  if (bytes) walkXml(decodeXml(bytes), visitor)
  return bytes !== undefined
}

export interface Relation {
  readonly type: string
  /** The name of a part, or an address outside the file. */
  readonly target: string
  readonly isOutside: boolean
}

function partAt(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps = folder.split('/').filter(Boolean)
  for (const step of target.split('/'))
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  return steps.join('/')
}

/** What a part points to, by the id it uses. */
export function relationsOf(archive: Archive, part: string): ReadonlyMap<string, Relation> {
  const cut = part.lastIndexOf('/') + 1
  const folder = part.slice(0, cut)
  const relations = new Map<string, Relation>()
  walkPart(archive, `${folder}_rels/${part.slice(cut)}.rels`, {
    onOpen(name, attributes) {
      if (name !== 'Relationship') return
      const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = attributes
      const isOutside = mode === 'External'
      relations.set(id, {
        type: type.slice(type.lastIndexOf('/') + 1),
        target: isOutside ? target : partAt(folder, target),
        isOutside,
      })
    },
  })
  return relations
}

/** The title in the file's properties. */
export function officeTitle(archive: Archive): string | undefined {
  let title = ''
  let isInside = false
  walkPart(archive, 'docProps/core.xml', {
    onOpen(name) {
      isInside = name === 'title'
    },
    onText(text) {
      if (isInside) title += text
    },
    onClose() {
      isInside = false
    },
  })
  return title.replace(/\s+/g, ' ').trim() || undefined
}
