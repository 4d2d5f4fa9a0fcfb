import { Parser } from 'htmlparser2'
import type { Block, Link } from '../../domain/document.ts'
import { startsListItem } from './lines.ts'

const HEADING = /^h([1-6])$/
const LEAF = new Set([
  'p',
  'li',
  'td',
  'th',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'dt',
  'dd',
  'pre',
  'blockquote',
  'caption',
])
const SILENT = new Set(['script', 'style', 'head', 'template', 'noscript'])

const fold = (text: string): string => text.replace(/[\s\u0001]+/g, ' ').trim()
/** A break that the writer made; the source's own line breaks are none. */
const LINE_BREAK = '\u0001'
const MAX_FIELD_CHARS = 120

/** Lines that a writer broke by hand are paragraphs of their own where each is a field, a name or a short sentence. */
const fieldsOf = (lines: readonly string[]): readonly string[] =>
  lines.every((line) => line.length <= MAX_FIELD_CHARS && /^[\p{Lu}\d•–-]/u.test(line)) ? lines : []

interface OpenList {
  readonly isOrdered: boolean
  count: number
}

/** Headings, paragraphs, list items and tables of an HTML text, in order. Nothing is fetched or run. */
export function htmlToBlocks(html: string): Block[] {
  const blocks: Block[] = []
  const lists: OpenList[] = []
  let text = ''
  let links: Link[] = []
  let linkStart: { url: string; from: number } | undefined
  let rows: string[][] | undefined
  let tableLinks: Link[] = []
  let silentDepth = 0
  let boldChars = 0
  let boldDepth = 0

  const add = (block: Block): void => {
    if (block.text) blocks.push(block)
  }
  const flush = (tag: string): void => {
    const content = fold(text)
    const broken = text.split(LINE_BREAK).map(fold).filter(Boolean)
    const ownLinks = links
    const isBold = content.length > 0 && boldChars >= content.replace(/\s/g, '').length
    text = ''
    links = []
    boldChars = 0
    if (rows) {
      const cell = rows.at(-1)?.at(-1)
      const row = rows.at(-1)
      if (row && cell !== undefined && content) row[row.length - 1] = cell ? `${cell}\n${content}` : content
      tableLinks.push(...ownLinks)
      return
    }
    const lines = tag === 'p' ? fieldsOf(broken) : []
    if (lines.length > 1)
      for (const line of lines)
        add({ ...shapeOf(tag, line, false), links: ownLinks.filter((link) => line.includes(link.text)) })
    else if (content) add({ ...shapeOf(tag, content, isBold), links: ownLinks })
  }

  function shapeOf(tag: string, content: string, isBold: boolean): Omit<Block, 'links'> {
    const heading = HEADING.exec(tag)?.[1]
    if (heading) return { kind: 'heading', text: content, level: Number(heading) }
    if (tag === 'li' || (lists.length > 0 && tag === 'p')) {
      const list = lists.at(-1)
      if (list) list.count++
      const marker = list?.isOrdered ? `${list.count}.` : '•'
      return { kind: 'listItem', text: `${marker} ${content}`, level: Math.max(lists.length, 1) }
    }
    if (startsListItem(content)) return { kind: 'listItem', text: content, level: 1 }
    const isShortBold = isBold && content.length < 120 && !/[.,;]$/.test(content)
    return isShortBold ? { kind: 'heading', text: content, level: 4 } : { kind: 'paragraph', text: content, level: 0 }
  }

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (SILENT.has(name)) silentDepth++
        if (name === 'ul' || name === 'ol') {
          flush('li')
          lists.push({ isOrdered: name === 'ol', count: Number(attributes['start'] ?? 1) - 1 })
        } else if (name === 'table' && !rows) {
          flush('p')
          rows = []
          tableLinks = []
        } else if (name === 'tr') rows?.push([])
        else if (name === 'td' || name === 'th') rows?.at(-1)?.push('')
        else if (name === 'a' && attributes['href']) linkStart = { url: attributes['href'], from: text.length }
        else if (name === 'br') text += rows ? ' ' : LINE_BREAK
        else if (name === 'strong' || name === 'b') boldDepth++
        if (LEAF.has(name) && name !== 'td' && name !== 'th' && !rows) flush('p')
      },
      ontext(data) {
        if (silentDepth > 0) return
        text += data
        if (boldDepth > 0) boldChars += data.replace(/\s/g, '').length
      },
      onclosetag(name) {
        if (SILENT.has(name)) silentDepth = Math.max(0, silentDepth - 1)
        if (name === 'strong' || name === 'b') boldDepth = Math.max(0, boldDepth - 1)
        if (name === 'a' && linkStart) {
          links.push({ text: fold(text.slice(linkStart.from)), url: linkStart.url })
          linkStart = undefined
        }
        if (LEAF.has(name)) flush(name)
        if (name === 'ul' || name === 'ol') lists.pop()
        if (name === 'table' && rows) {
          const filled = rows.filter((row) => row.some(Boolean))
          rows = undefined
          const lines = filled.map((row) => row.filter(Boolean).join(' ').replace(/\n/g, ' ')).join('\n')
          add({ kind: 'table', text: lines, level: 0, links: tableLinks, rows: filled })
        }
      },
    },
    { decodeEntities: true },
  )
  parser.write(html)
  parser.end()
  flush('p')
  return blocks
}
