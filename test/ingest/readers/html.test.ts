import { readHtml } from '../../../src/ingest/readers/html.ts'

describe('a saved web page', () => {
  it('has the title of its head and the text of its body', () => {
    const file = readHtml(
      Buffer.from(
        '<html><head><title>Møte &amp; vedtak</title><style>p{}</style></head><body><h2>Sak</h2><p>Utsatt.</body></html>',
      ),
    )
    expect(file.title).toBe('Møte & vedtak')
    expect(file.pages[0]?.blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['heading', 'Sak'],
      ['paragraph', 'Utsatt.'],
    ])
  })

  it('is read in the letters of older systems, too', () => {
    expect(readHtml(Buffer.from('<p>Rådet møtes</p>', 'latin1')).pages[0]?.blocks[0]?.text).toBe('Rådet møtes')
  })
})
