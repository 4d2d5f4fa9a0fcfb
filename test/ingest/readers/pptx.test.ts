import type { ReadFile } from '../../../src/domain/document.ts'
import { readPptx } from '../../../src/ingest/readers/pptx.ts'
import { paragraph, presentation, type SlideXml, shape } from './office-files.ts'

async function read(...slides: SlideXml[]): Promise<ReadFile> {
  const file = await readPptx(presentation(slides))
  if (typeof file === 'string') throw new Error(file)
  return file
}
const TITLE = '<p:ph type="title"/>'
const CONTENT = '<p:ph idx="1"/>'

describe('a presentation', () => {
  it('has a page for each slide, in the order they are shown', async () => {
    const titled = (text: string): SlideXml => ({ shapes: shape(paragraph(text), TITLE) })
    const { pages } = await read(titled('Første'), titled('Andre'), { shapes: '' }, titled('Fjerde'))
    expect(pages.map(({ number, blocks }) => [number, blocks[0]?.text])).toEqual([
      [1, 'Første'],
      [2, 'Andre'],
      [3, undefined],
      [4, 'Fjerde'],
    ])
  })

  it('gives the title first, points with their level, and plain text boxes', async () => {
    const { pages } = await read({
      shapes:
        shape(paragraph('Plan for 2025') + paragraph('under', '<a:pPr lvl="1"/>'), CONTENT) +
        shape(paragraph('Budsjett'), TITLE) +
        shape(paragraph('Ingen punkt', '<a:pPr><a:buNone/></a:pPr>'), CONTENT) +
        shape(paragraph('Fritt &amp; løst')) +
        shape(paragraph('7'), '<p:ph type="sldNum"/>'),
    })
    expect(pages[0]?.blocks.map(({ kind, text, level }) => [kind, text, level])).toEqual([
      ['heading', 'Budsjett', 1],
      ['listItem', '• Plan for 2025', 1],
      ['listItem', '• under', 2],
      ['paragraph', 'Ingen punkt', 0],
      ['paragraph', 'Fritt & løst', 0],
    ])
  })

  it('gives tables by row and cell, also in a placeholder', async () => {
    const cell = (text: string): string => `<a:tc><a:txBody>${text ? paragraph(text) : '<a:p/>'}</a:txBody></a:tc>`
    const row = (...texts: string[]): string => `<a:tr>${texts.map(cell).join('')}</a:tr>`
    const { pages } = await read({
      shapes: `<p:graphicFrame><p:nvPr>${CONTENT}</p:nvPr><a:tbl>${row('År', 'Sum')}${row('2024', '')}${row('2025', '3,5')}</a:tbl></p:graphicFrame>${shape(paragraph('Etter'))}`,
    })
    expect(pages[0]?.blocks[0]?.rows).toEqual([
      ['År', 'Sum'],
      ['2024', ''],
      ['2025', '3,5'],
    ])
    expect(pages[0]?.blocks[1]).toMatchObject({ kind: 'paragraph', text: 'Etter' })
  })

  it('gives diagrams, then the speaker’s notes under their heading', async () => {
    const { pages } = await read({
      shapes: shape(paragraph('Organisasjon'), TITLE),
      notes:
        shape(paragraph('Husk å nevne fristen.'), '<p:ph type="body"/>') +
        shape(paragraph('1'), '<p:ph type="sldNum"/>'),
      diagram: `<dgm:pt><dgm:t>${paragraph('Styret')}</dgm:t></dgm:pt>`,
    })
    expect(pages[0]?.blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['heading', 'Organisasjon'],
      ['listItem', '• Styret'],
      ['heading', 'Notater'],
      ['paragraph', 'Husk å nevne fristen.'],
    ])
  })

  it('keeps links out of the file, and only to the web', async () => {
    const linked = (id: string): string =>
      `<a:p><a:r><a:rPr><a:hlinkClick r:id="${id}"/></a:rPr><a:t>saken</a:t></a:r><a:r><a:t> videre</a:t></a:r></a:p>`
    const { pages } = await read({ shapes: shape(linked('link') + linked('none')) })
    expect(pages[0]?.blocks.map(({ text, links }) => [text, links])).toEqual([
      ['saken videre', [{ text: 'saken', url: 'https://example.no/sak' }]],
      ['saken videre', []],
    ])
  })
})
