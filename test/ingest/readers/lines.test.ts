import { joinAcrossPages, type Line, startsListItem, toBlocks } from '../../../src/ingest/readers/lines.ts'

const line = (text: string, more: Partial<Line> = {}): Line => ({
  text,
  indent: 0,
  isFull: false,
  hasGapAbove: false,
  size: 1,
  isBold: false,
  links: [],
  ...more,
})
const full = (text: string): Line => line(text, { isFull: true })
const textsOf = (...lines: Line[]): string[] => toBlocks(lines).map((block) => block.text)

describe('lines', () => {
  it('that were broken by their width are one paragraph', () => {
    expect(textsOf(full('Rådet drøftet saken og ba om'), line('en ny vurdering.'), line('Neste avsnitt.'))).toEqual([
      'Rådet drøftet saken og ba om en ny vurdering.',
      'Neste avsnitt.',
    ])
  })

  it('join words that were split, and keep hyphens that belong', () => {
    expect(textsOf(full('Nær alle medlems-'), line('kommuner sa ja.'))).toEqual(['Nær alle medlemskommuner sa ja.'])
    expect(textsOf(full('Ansatte i IKT-'), line('avdelingen kom.'))).toEqual(['Ansatte i IKT-avdelingen kom.'])
    expect(textsOf(full('Hilsen Anne-'), line('Marie Lund'))).toEqual(['Hilsen Anne-Marie Lund'])
  })

  it('do not end a paragraph at an abbreviation', () => {
    expect(textsOf(line('Møtet starter kl.'), line('08:15 presis.'))).toEqual(['Møtet starter kl. 08:15 presis.'])
    expect(textsOf(line('Rammen er 41,2 mill. kr.'), line('Regnskapet er klart.'))).toHaveLength(2)
  })

  it('with room above begin a paragraph', () => {
    expect(textsOf(full('En linje uten punktum'), line('neste avsnitt', { hasGapAbove: true }))).toHaveLength(2)
  })

  it('that begin an item, a section or a field begin a block however full the line above is', () => {
    expect(
      textsOf(full('en lang linje uten slutt'), line('PS 12/24 Plan'), line('Vedtak: Ja'), line('2.1 Drift')),
    ).toHaveLength(4)
  })

  it('of a list item stay with it, and the next marker begins the next', () => {
    const blocks = toBlocks([
      full('• Første punkt som er så langt at det'),
      line('brytes', { indent: 2 }),
      line('• Andre'),
    ])
    expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['listItem', '• Første punkt som er så langt at det brytes'],
      ['listItem', '• Andre'],
    ])
  })

  it('larger or bold than the text are headings', () => {
    const blocks = toBlocks([line('Årsrapport', { size: 1.6 }), line('Innledning', { size: 1.3 }), line('Tekst her.')])
    expect(blocks.map(({ kind, level }) => [kind, level])).toEqual([
      ['heading', 1],
      ['heading', 2],
      ['paragraph', 0],
    ])
  })
})

describe('a list item', () => {
  it.each(['• a', '– a', '- a', '1. Planen', '2) Planen', 'b) Planen', '➢ a', 'o Planen', '12. Planen'])(
    'is %s',
    (text) => {
      expect(startsListItem(text)).toBe(true)
    },
  )
  it.each([
    '1. januar kom',
    '12.03.2024',
    'kl. 12',
    '3,5 mill.',
    'Planen',
    '-5 grader',
    '2024 var året',
    'o jul med din glede',
  ])('is not %s', (text) => {
    expect(startsListItem(text)).toBe(false)
  })
})

describe('pages', () => {
  const page = (number: number, ...texts: string[]) => ({
    number,
    blocks: toBlocks(texts.map((text) => line(text, { hasGapAbove: true }))),
  })
  const texts = (...pages: ReturnType<typeof page>[]): string[][] =>
    joinAcrossPages(pages).map(({ blocks }) => blocks.map((block) => block.text))

  it('that cut a sentence give it whole to the first of them', () => {
    expect(texts(page(1, 'Innledning.', 'Rådet ba om'), page(2, 'en ny vurdering.', 'Slutt.'))).toEqual([
      ['Innledning.', 'Rådet ba om en ny vurdering.'],
      ['Slutt.'],
    ])
  })

  it('that cut it twice, with an empty page between, too', () => {
    expect(texts(page(1, 'Rådet ba'), page(2), page(3, 'om en ny'), page(4, 'vurdering.'))).toEqual([
      ['Rådet ba om en ny vurdering.'],
      [],
      [],
      [],
    ])
  })

  it('that begin something of their own are left', () => {
    expect(texts(page(1, 'Rådet ba om'), page(2, 'PS 1/24 Plan'))).toEqual([['Rådet ba om'], ['PS 1/24 Plan']])
    expect(texts(page(1, 'Rådet ba om svar.'), page(2, 'og mer'))).toEqual([['Rådet ba om svar.'], ['og mer']])
  })
})
