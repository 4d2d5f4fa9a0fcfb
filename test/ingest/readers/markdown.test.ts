import { readMarkdown } from '../../../src/ingest/readers/markdown.ts'

const blocksOf = (text: string) => readMarkdown(new TextEncoder().encode(text)).pages[0]?.blocks ?? []

describe('Markdown', () => {
  it('gives headings, paragraphs, lists and tables in order', () => {
    const text = '# Møte\n\nEn *viktig* sak\nover to linjer.\n\n- a\n  - b\n\n3. c\n\n| N | T |\n|---|---|\n| x | 1 |\n'
    expect(blocksOf(text).map(({ kind, text: words, level }) => [kind, words, level])).toEqual([
      ['heading', 'Møte', 1],
      ['paragraph', 'En viktig sak over to linjer.', 0],
      ['listItem', '• a', 1],
      ['listItem', '• b', 2],
      ['listItem', '3. c', 1],
      ['table', 'N T\nx 1', 0],
    ])
  })

  it('takes its title from the fields above the text, which are none of it', () => {
    const read = readMarkdown(new TextEncoder().encode('---\ntitle: "Referat 2024"\ntags:\n  - ikt\n---\n\n# Møte\n'))
    expect([read.title, read.pages[0]?.blocks.map((block) => block.text)]).toEqual(['Referat 2024', ['Møte']])
    expect(blocksOf('---\n\nTekst\n\n---\n').map((block) => block.text)).toEqual(['Tekst'])
  })

  it('keeps fields on lines of their own', () => {
    expect(blocksOf('Dato: 1.3.2024\nSted: Rådhuset\n**Til stede:** Kari Nes').map((block) => block.text)).toEqual([
      'Dato: 1.3.2024',
      'Sted: Rådhuset',
      'Til stede: Kari Nes',
    ])
  })

  it('keeps web links, and words of others only', () => {
    expect(blocksOf('[Sak](https://example.org) og [her](javascript:x) ![bilde](a.png)')).toMatchObject([
      { text: 'Sak og her', links: [{ text: 'Sak', url: 'https://example.org' }] },
    ])
  })

  it('nested beyond reason is read as plain text', () => {
    const nested = `${'> '.repeat(9_000)}bunn\n`
    expect(
      blocksOf(nested)
        .map((block) => block.text)
        .join(' '),
    ).toContain('bunn')
    expect(blocksOf(`${'1. '.repeat(9_000)}bunn`).length).toBeGreaterThan(0)
  })
})
