import { lexer, type Token, type Tokens } from 'marked'
import type { Block, Link, ReadFile } from '../../domain/document.ts'
import { decodeText } from './decode-text.ts'
import { readText } from './text.ts'

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The words a reader sees: emphasis and link targets gone, code kept. */
function plainText(tokens: readonly Token[] | undefined, raw: string): string {
  if (!tokens) return raw
  return tokens
    .map((token): string => {
      if (token.type === 'br') return '\n'
      if (token.type === 'checkbox') return ''
      if (token.type === 'image') return ''
      if (token.type === 'escape' || token.type === 'codespan') return token.text
      if ('tokens' in token && token.tokens) return plainText(token.tokens, token.raw)
      return 'text' in token ? String(token.text) : token.raw
    })
    .join('')
}

function linksIn(tokens: readonly Token[] | undefined): Link[] {
  return (tokens ?? []).flatMap((token): Link[] => {
    if (token.type === 'link') {
      const link = token as Tokens.Link
      return /^https?:/.test(link.href) ? [{ text: fold(plainText(link.tokens, link.text)), url: link.href }] : []
    }
    return 'tokens' in token ? linksIn(token.tokens) : []
  })
}

function listBlocks(list: Tokens.List, level: number): Block[] {
  return list.items.flatMap((item, index): Block[] => {
    const marker = list.ordered ? `${(Number(list.start) || (list.start === 0 ? 0 : 1)) + index}.` : '•'
    const own = item.tokens.filter((token) => token.type === 'text' || token.type === 'paragraph')
    const text = fold(own.map((token) => plainText('tokens' in token ? token.tokens : undefined, token.raw)).join(' '))
    const nested = item.tokens.filter((token) => token.type !== 'text' && token.type !== 'paragraph')
    const block: Block = { kind: 'listItem', text: `${marker} ${text}`, level, links: linksIn(own) }
    return [...(text ? [block] : []), ...nested.flatMap((token) => toBlocks(token, level + 1))]
  })
}

function toBlocks(token: Token, level = 1): Block[] {
  switch (token.type) {
    case 'heading':
      return [
        {
          kind: 'heading',
          text: fold(plainText(token.tokens, token.text)),
          level: token.depth,
          links: linksIn(token.tokens),
        },
      ]
    case 'paragraph':
    case 'text':
      return paragraphs(token)
    case 'list':
      return listBlocks(token as Tokens.List, level)
    case 'table': {
      const table = token as Tokens.Table
      const cells = [table.header, ...table.rows].map((row) =>
        row.map((cell) => fold(plainText(cell.tokens, cell.text))),
      )
      const text = cells.map((row) => row.filter(Boolean).join(' ')).join('\n')
      return [{ kind: 'table', text, level: 0, links: [], rows: cells }]
    }
    case 'blockquote':
      return (token.tokens ?? []).flatMap((inner: Token) => toBlocks(inner, level))
    case 'code':
      return token.text.trim() ? [{ kind: 'paragraph', text: fold(token.text), level: 0, links: [] }] : []
    default:
      return []
  }
}

/** A line that is a label ("Dato: …") stays a line of its own, although Markdown would join it with the next. */
function paragraphs(token: Token): Block[] {
  const inner = 'tokens' in token ? token.tokens : undefined
  const text = plainText(inner, token.raw)
  const lines = text.split('\n').map(fold).filter(Boolean)
  const isField = (line: string | undefined): boolean => /^\p{Lu}[\p{L} ]{2,30}:\s/u.test(line ?? '')
  const blocks: string[] = []
  for (const line of lines)
    if (blocks.length === 0 || isField(line) || /^(?:\*\*|•)\s/.test(line)) blocks.push(line)
    else blocks[blocks.length - 1] = `${blocks.at(-1)} ${line}`
  const links = linksIn(inner)
  return blocks.map((block, index) => ({ kind: 'paragraph', text: block, level: 0, links: index === 0 ? links : [] }))
}

/** Nobody writes longer lines; for some of them the Markdown library takes time that grows with the square. */
const MAX_LINE_CHARS = 20_000

const MAX_FRONT_LINES = 60

/** Fields for the program that shows the page, above its text: "title: …" between lines of dashes. */
function frontMatterOf(text: string): { readonly title: string | undefined; readonly length: number } {
  const lines = text.slice(0, 20_000).split('\n')
  const end = lines.slice(1, MAX_FRONT_LINES).findIndex((line) => line.trimEnd() === '---')
  const inside = lines.slice(1, end + 1)
  const isFront = lines[0]?.trimEnd() === '---' && end > 0 && /^[\w-]+:/.test(inside[0] ?? '')
  if (!isFront) return { title: undefined, length: 0 }
  const title = inside
    .find((line) => /^title:/i.test(line))
    ?.slice('title:'.length)
    .trim()
  return { title: title?.replace(/^["']|["']$/g, ''), length: lines.slice(0, end + 2).join('\n').length }
}

const hasEndlessLine = (text: string): boolean => text.split('\n').some((line) => line.length > MAX_LINE_CHARS)

/** Markdown with endless lines, or nested so deeply that it exhausts the stack, is read as plain text. */
export function readMarkdown(bytes: Uint8Array): ReadFile {
  const written = decodeText(bytes)
  const front = frontMatterOf(written)
  const text = written.slice(front.length)
  if (hasEndlessLine(text)) return { ...readText(bytes), format: 'markdown' }
  let blocks: Block[]
  try {
    blocks = lexer(text, { gfm: true }).flatMap((token) => toBlocks(token))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { ...readText(bytes), format: 'markdown' }
  }
  return { format: 'markdown', title: front.title, pages: [{ number: null, blocks, looseLinks: [] }] }
}
