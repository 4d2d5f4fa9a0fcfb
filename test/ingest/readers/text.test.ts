import { readText, textBlocks } from '../../../src/ingest/readers/text.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const textsOf = (text: string): string[][] =>
  readText(utf8(text)).pages.map((page) => page.blocks.map((block) => block.text))

describe('a text', () => {
  it('begins a page at a form feed, numbered from 1', () => {
    expect(readText(utf8('En.\fTo.\fTre.')).pages.map(({ number, blocks }) => [number, blocks[0]?.text])).toEqual([
      [1, 'En.'],
      [2, 'To.'],
      [3, 'Tre.'],
    ])
  })

  it('has no running headers and footers', () => {
    const page = (number: number, ...lines: string[]): string =>
      ['Solheim kommune', ...lines, `          Side ${number} av 3`].join('\n')
    const text = [page(1, 'PS 1/24 Plan', 'Saken gjelder 1.'), page(2, 'Vedtak', 'Ja.'), page(3, 'Takk', '3')].join(
      '\f',
    )
    expect(textsOf(text).map((blocks) => blocks.join(' '))).toEqual([
      'PS 1/24 Plan Saken gjelder 1.',
      'Vedtak Ja.',
      'Takk 3',
    ])
  })

  it('keeps a table whose column of labels has no header', () => {
    const lines = [
      '                 Regnskap 2024    Budsjett 2024    Avvik',
      'Lønn                    27 415           27 900      485',
      'Varer                    8 122            7 650     -472',
    ]
    expect(readText(utf8(lines.join('\n'))).pages[0]?.blocks[0]?.rows).toEqual([
      ['', 'Regnskap 2024', 'Budsjett 2024', 'Avvik'],
      ['Lønn', '27 415', '27 900', '485'],
      ['Varer', '8 122', '7 650', '-472'],
    ])
  })

  it('begins anew at a numbered heading and at what is done with a proposal, however full the line above', () => {
    const wide = 'Avgiften for parkering i sentrum settes til 28 kroner per time fra 1. september.'
    const blocks = (next: string): string[][] => textsOf([wide, wide, `${wide}`, next].join('\n'))
    for (const next of [
      '2 Beredskap',
      'Kari Nes (SV) fremmet følgende forslag:',
      'For forslaget stemte 2: Kari Nes (SV), Per Vik (H).',
    ])
      expect(blocks(next)[0]?.at(-1)).toBe(next)
    expect(textsOf(`${wide} Den gjelder i\f2 år.`)).toHaveLength(2)
  })

  it('keeps the heading of an item that ends one page and begins another', () => {
    const text = [
      'PS 1/24 Plan\nTekst.\nPS 2/24 Vei',
      'PS 1/24 Plan\nMer tekst.\nSlutt.',
      'PS 2/24 Vei\nTekst.\nVedtak',
    ].join('\f')
    expect(textsOf(text).map((blocks) => [blocks[0], blocks.at(-1)])).toEqual([
      ['PS 1/24 Plan', 'PS 2/24 Vei'],
      ['PS 1/24 Plan', 'Slutt.'],
      ['PS 2/24 Vei', 'Vedtak'],
    ])
  })

  it('keeps columns of blanks as a table: empty cells, wrapped cells and columns that a page moved', () => {
    const text = [
      'Til stede:',
      'Navn                 Funksjon     Parti   Møtte for',
      'Kari Nes             Leder        SP',
      'Ola Per Dahl         Varamedlem   AP      Liv Haug',
      'Per Vik                 Varamedlem      H           Jon Berg',
      '',
      'Saksnr.    Tittel                              Lukket',
      'PS 1/26    Fordeling av næringsfondet og nye',
      '           retningslinjer',
      'PS 2/26    Personalsak                         X',
      '',
      'Kari Nes                  Ola Per Dahl',
    ].join('\n')
    const blocks = readText(utf8(text)).pages[0]?.blocks ?? []
    expect(blocks.map(({ rows, text: words }) => rows ?? words)).toEqual([
      'Til stede:',
      [
        ['Navn', 'Funksjon', 'Parti', 'Møtte for'],
        ['Kari Nes', 'Leder', 'SP', ''],
        ['Ola Per Dahl', 'Varamedlem', 'AP', 'Liv Haug'],
        ['Per Vik', 'Varamedlem', 'H', 'Jon Berg'],
      ],
      [
        ['Saksnr.', 'Tittel', 'Lukket'],
        ['PS 1/26', 'Fordeling av næringsfondet og nye retningslinjer', ''],
        ['PS 2/26', 'Personalsak', 'X'],
      ],
      'Kari Nes Ola Per Dahl',
    ])
  })

  it('keeps the columns of people apart though but one blank, or none, stands between them', () => {
    const [table] = textBlocks(
      [
        'Navn                 Funksjon  Repr. Varamedlem for',
        'Kari Nes             Leder     SP',
        'Ola Dahl             Nestleder V',
        'Per Vik              VaramedlemAP    Liv Moe',
      ].join('\n'),
    )
    expect(table?.rows).toEqual([
      ['Navn', 'Funksjon', 'Repr.', 'Varamedlem for'],
      ['Kari Nes', 'Leder', 'SP', ''],
      ['Ola Dahl', 'Nestleder', 'V', ''],
      ['Per Vik', 'Varamedlem', 'AP', 'Liv Moe'],
    ])
  })

  it('keeps people and their offices in columns that only a label heads', () => {
    const blocks = textBlocks(
      'Fra administrasjonen møtte:\nKari Nes      Rådmann\nOla Dahl      Økonomisjef\n\nOrientering.',
    )
    expect(blocks.map(({ rows, text }) => rows ?? text)).toEqual([
      'Fra administrasjonen møtte:',
      [
        ['Kari Nes', 'Rådmann'],
        ['Ola Dahl', 'Økonomisjef'],
      ],
      'Orientering.',
    ])
  })

  it('without pages has one without a number', () => {
    expect(readText(utf8('En linje.')).pages).toMatchObject([{ number: null }])
  })

  it('that lost its form feeds begins a page at a line with one leading blank', () => {
    const lines = Array.from(
      { length: 30 },
      (_, at) => `${at === 15 ? ' ' : ''}Linje nummer ${at} i teksten er skrevet her.`,
    )
    const { pages } = readText(utf8(lines.join('\n\n')))
    expect(pages.map((page) => page.number)).toEqual([1, 2])
    expect(pages[1]?.blocks[0]?.text).toContain('Linje nummer 15')
  })

  it('with an empty line after every line still has its paragraphs', () => {
    const paragraph = [
      'Rådet drøftet saken om felles sentralbord og ba om en',
      'ny vurdering av kostnadene innen neste møte i juni.',
    ]
    const text = Array.from({ length: 12 }, () => paragraph.join('\n\n')).join('\n\n\n\n')
    expect(textsOf(text)[0]).toEqual(Array.from({ length: 12 }, () => paragraph.join(' ')))
  })

  it('lists links at the end of a page apart from its words', () => {
    const { pages } = readText(utf8('PS 1/24 Plan\nhttps://example.org/a?b=1\n'))
    expect(pages[0]).toMatchObject({ looseLinks: ['https://example.org/a?b=1'], blocks: [{ text: 'PS 1/24 Plan' }] })
  })

  it('gets back a table whose rows were left as lines, its header with it', () => {
    const { pages } = readText(
      utf8(
        'Tabellen under viser hendelsene i året, fordelt på måneder og alvor.\n\nMåned Kritisk Høy\nJanuar 1 4\nFebruar 0 0\nMars 0 1\nSum 2020 1 5\nEtter tabellen.',
      ),
    )
    expect(pages[0]?.blocks.map(({ kind, rows }) => [kind, rows])).toEqual([
      ['paragraph', undefined],
      [
        'table',
        [
          ['Måned', 'Kritisk', 'Høy'],
          ['Januar', '1', '4'],
          ['Februar', '0', '0'],
          ['Mars', '0', '1'],
          ['Sum 2020', '1', '5'],
        ],
      ],
      ['paragraph', undefined],
    ])
  })

  it('of Windows-1252, UTF-16 and with CRLF reads as it was written', () => {
    const written = 'Møte på Ålesund rådhus'
    const windows = Uint8Array.from([...written].map((char) => char.codePointAt(0) ?? 0))
    const little = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(written, 'utf16le')])
    const big = Buffer.from(little).swap16()
    for (const bytes of [windows, little, big, utf8(`\ufeff${written}`)])
      expect(readText(bytes).pages[0]?.blocks[0]?.text).toBe(written)
    expect(textsOf('En.\r\n\r\nTo.')).toEqual([['En.', 'To.']])
  })
})
