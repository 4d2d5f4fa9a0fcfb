import { htmlToBlocks } from '../../../src/ingest/readers/html-blocks.ts'

describe('HTML', () => {
  it('gives headings, paragraphs, numbered and nested lists', () => {
    const html =
      '<h2>Sak</h2><p>En <b>viktig</b> sak.</p><ol><li>a<ul><li>b</li></ul></li><li>c</li></ol><p><strong>Vedtak</strong></p>'
    expect(htmlToBlocks(html).map(({ kind, text, level }) => [kind, text, level])).toEqual([
      ['heading', 'Sak', 2],
      ['paragraph', 'En viktig sak.', 0],
      ['listItem', '1. a', 1],
      ['listItem', '• b', 2],
      ['listItem', '2. c', 1],
      ['heading', 'Vedtak', 4],
    ])
  })

  it('gives a table by rows, empty cells kept and empty rows left out', () => {
    const html =
      '<table><tr><td>Dato</td><td><p>1.3.</p><p>2024</p></td></tr><tr><td></td><td></td></tr><tr><td>Forfall</td><td></td></tr></table>'
    expect(htmlToBlocks(html)).toMatchObject([
      {
        kind: 'table',
        text: 'Dato 1.3. 2024\nForfall',
        rows: [
          ['Dato', '1.3.\n2024'],
          ['Forfall', ''],
        ],
      },
    ])
  })

  it('keeps lines that the writer broke apart, but not a sentence broken for its looks', () => {
    const texts = (html: string): string[] => htmlToBlocks(html).map((block) => block.text)
    expect(texts('<p>Dato: 1.3.2024<br>Sted: Rådhuset</p>')).toEqual(['Dato: 1.3.2024', 'Sted: Rådhuset'])
    expect(texts('<p>Rådet drøftet saken<br>og ba om mer.</p>')).toEqual(['Rådet drøftet saken og ba om mer.'])
    expect(texts('<p>Rådet drøftet\nSaken i dag.</p>')).toEqual(['Rådet drøftet Saken i dag.'])
  })

  it('keeps links with their words', () => {
    expect(htmlToBlocks('<p>Se <a href="https://example.org/1">sak 1</a>.</p>')).toMatchObject([
      { text: 'Se sak 1.', links: [{ text: 'sak 1', url: 'https://example.org/1' }] },
    ])
  })

  it('shows nothing of scripts and styles, and survives broken markup', () => {
    expect(
      htmlToBlocks('<style>p{}</style><script>alert(1)</script><p>Tekst &amp; mer').map((block) => block.text),
    ).toEqual(['Tekst & mer'])
    expect(htmlToBlocks('</p></table><td>løs<b>').map((block) => block.text)).toEqual(['løs'])
  })
})
