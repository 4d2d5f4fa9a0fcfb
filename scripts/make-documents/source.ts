import { basename } from 'node:path'
import { marked, type Token, type Tokens } from 'marked'

const FORMATS = ['pdf', 'docx', 'md'] as const
const STYLES = ['decisions', 'protocol', 'letter', 'notice', 'report', 'plain'] as const
export type Format = (typeof FORMATS)[number]
export type Style = (typeof STYLES)[number]

/** A run of text in one appearance. */
export interface Span {
  readonly text: string
  readonly isBold: boolean
  readonly url: string | undefined
}

export type SourceBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly spans: readonly Span[] }
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly (readonly Span[])[] }
  /** `header` is undefined for a table of labels and values, written with an empty header row. */
  | { readonly kind: 'table'; readonly header: readonly string[] | undefined; readonly rows: readonly string[][] }

/** A document as its source says it: Markdown under a few lines of `key: value` between `---`. */
export interface Source {
  /** Of the document it makes, with the format's ending. */
  readonly fileName: string
  readonly format: Format
  readonly style: Style
  /** BCP 47: nb-NO or nn-NO. */
  readonly language: string
  readonly title: string
  /** Stands in the file's own metadata, so that making it again gives the same bytes. */
  readonly createdUtc: Date
  /** Printed at the top of every page. */
  readonly header: string | undefined
  /** Printed at the foot of every page; `{page}` and `{pages}` are filled in. */
  readonly footer: string | undefined
  /** What follows the front matter, as written. */
  readonly markdown: string
  readonly blocks: readonly SourceBlock[]
}

/** @throws Error naming the file and what is wrong with it */
export function parseSource(path: string, text: string): Source {
  const name = basename(path, '.txt')
  const [, front, markdown] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? []
  if (front === undefined || markdown === undefined) throw new Error(`${name}: no front matter`)
  const fields = new Map(
    front.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  )
  const required = (key: string): string => {
    const value = fields.get(key)
    if (!value) throw new Error(`${name}: "${key}" is missing`)
    return value
  }
  const oneOf = <Value extends string>(key: string, values: readonly Value[]): Value => {
    const value = values.find((one) => one === required(key))
    if (!value) throw new Error(`${name}: "${key}" must be one of ${values.join(', ')}`)
    return value
  }
  const format = oneOf('format', FORMATS)
  return {
    fileName: `${name}.${format}`,
    format,
    style: oneOf('style', STYLES),
    language: required('language'),
    title: required('title'),
    createdUtc: new Date(`${required('created')}T09:00:00Z`),
    header: fields.get('header'),
    footer: fields.get('footer'),
    markdown,
    blocks: marked.lexer(markdown).flatMap((token) => blocksOf(name, token)),
  }
}

function blocksOf(name: string, token: Token): SourceBlock[] {
  switch (token.type) {
    case 'space':
      return []
    case 'heading':
      return [{ kind: 'heading', level: (token as Tokens.Heading).depth, spans: spansOf(name, token.tokens ?? []) }]
    case 'paragraph':
      return [{ kind: 'paragraph', spans: spansOf(name, token.tokens ?? []) }]
    case 'list': {
      const list = token as Tokens.List
      return [
        { kind: 'list', isOrdered: list.ordered, items: list.items.map((item) => spansOf(name, item.tokens ?? [])) },
      ]
    }
    case 'table': {
      const table = token as Tokens.Table
      const header = table.header.map((cell) => cell.text)
      return [
        {
          kind: 'table',
          header: header.some((cell) => cell !== '') ? header : undefined,
          rows: table.rows.map((row) => row.map((cell) => cell.text)),
        },
      ]
    }
    default:
      throw new Error(`${name}: "${token.type}" is not drawn`)
  }
}

function spansOf(name: string, tokens: readonly Token[], isBold = false, url?: string): Span[] {
  return tokens.flatMap((token): Span[] => {
    switch (token.type) {
      case 'text':
        return 'tokens' in token && token.tokens
          ? spansOf(name, token.tokens, isBold, url)
          : [{ text: (token as Tokens.Text).text, isBold, url }]
      case 'strong':
        return spansOf(name, token.tokens ?? [], true, url)
      case 'link':
        return spansOf(name, token.tokens ?? [], isBold, (token as Tokens.Link).href)
      default:
        throw new Error(`${name}: "${token.type}" is not drawn`)
    }
  })
}
