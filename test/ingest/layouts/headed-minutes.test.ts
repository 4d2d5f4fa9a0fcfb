import { parseDocument } from '../../../src/ingest/parse-document.ts'
import { readMarkdown } from '../../../src/ingest/readers/markdown.ts'

describe('minutes whose items are headings', () => {
  it('have a title that is no item, however its level', () => {
    const { meeting } = parseDocument(
      readMarkdown(
        new TextEncoder().encode(
          '# Ordboksmøte 5.2.26\n\nTil stades: Kari, Ola, Liv\n\n# Orientering\n\nAlt går bra.\n\n# Planar\n\nVi ventar.',
        ),
      ),
      'ordboksmote.md',
    )
    expect(meeting?.items.map(({ title }) => title)).toEqual(['Orientering', 'Planar'])
    expect(meeting?.present?.value.map(({ name }) => name)).toEqual(['Kari', 'Ola', 'Liv'])
  })
})
