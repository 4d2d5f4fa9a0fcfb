import { caseHeadingStart, splitItems } from '../../../src/ingest/minutes/items.ts'
import { blocksOf } from '../blocks.ts'

const itemsOf = (extent: 'paragraph' | 'by-label', ...lines: string[]) =>
  splitItems(blocksOf(...lines), caseHeadingStart, { decisionExtent: extent }).items.map(({ item }) => item)
const decisionOf = (extent: 'paragraph' | 'by-label', ...lines: string[]): string | undefined =>
  itemsOf(extent, 'PS 1/24 Sak', ...lines)[0]?.decision?.text

describe('a decision', () => {
  it('on the line of its label is that paragraph; discussion after it is none', () => {
    for (const extent of ['paragraph', 'by-label'] as const)
      expect(decisionOf(extent, 'Vedtak: Saken utsettes.', 'Kari Nes orienterte.')).toBe('Saken utsettes.')
  })

  it('below its label runs over paragraphs to the next label', () => {
    expect(
      decisionOf(
        'by-label',
        'Vedtak',
        'Planen vedtas.',
        'Ordføreren følger opp.',
        'Votering: Enstemmig.',
        'Mer tekst.',
      ),
    ).toBe('Planen vedtas.\nOrdføreren følger opp.')
  })

  it('may be a list of points', () => {
    for (const extent of ['paragraph', 'by-label'] as const) {
      expect(decisionOf(extent, 'Vedtak:', '1. Planen vedtas.', '2. Midlene dekkes av fondet.')).toBe(
        '1. Planen vedtas.\n2. Midlene dekkes av fondet.',
      )
      expect(decisionOf(extent, 'Vedtak: Rådet ber om:', '- en plan', '- et budsjett', 'Kari Nes orienterte.')).toBe(
        'Rådet ber om:\n• en plan\n• et budsjett',
      )
    }
  })

  it('goes on over a page break in the middle of a sentence', () => {
    expect(decisionOf('paragraph', '1> Vedtak: Møtet starter kl.', '2> 08:15 og slutter kl. 12.')).toBe(
      'Møtet starter kl. 08:15 og slutter kl. 12.',
    )
    expect(
      decisionOf('paragraph', '1> Vedtak: Rådet utsetter saken til', '2> neste møte.', '2> Kari Nes orienterte.'),
    ).toBe('Rådet utsetter saken til neste møte.')
  })

  it('with amounts may end in an abbreviation', () => {
    expect(decisionOf('paragraph', 'Vedtak: Rammen er 32 mill. kr.', 'Kari Nes orienterte.')).toBe(
      'Rammen er 32 mill. kr.',
    )
  })

  it('does not take in the end of the meeting or the next heading', () => {
    expect(decisionOf('by-label', 'Vedtak:', 'Planen vedtas.', 'Møtet ble hevet kl. 12.')).toBe('Planen vedtas.')
    expect(decisionOf('by-label', 'Vedtak:', 'Planen vedtas.', '# Underskrifter', 'Kari Nes')).toBe('Planen vedtas.')
  })

  it('is never the recommendation', () => {
    const [item] = itemsOf(
      'by-label',
      'PS 1/24 Sak',
      'Kommunedirektørens forslag til vedtak:',
      'Planen avvises.',
      'Behandling:',
      'Kari Nes la fram endringsforslag.',
      'Vedtak:',
      'Planen vedtas.',
    )
    expect(item?.recommendation?.value).toBe('Planen avvises.')
    expect(item?.decision).toEqual({ text: 'Planen vedtas.', quote: 'Vedtak: Planen vedtas.', page: 1 })
  })

  it('ends at what came of the voting, and is what a council states', () => {
    expect(decisionOf('by-label', 'Vedtak:', 'Planen vedtas.', 'Enstemmig vedtatt.')).toBe('Planen vedtas.')
    expect(decisionOf('by-label', 'Vedtak:', 'Enstemmig godkjent.')).toBe('Enstemmig godkjent.')
    expect(
      decisionOf('by-label', 'Eldrerådets uttalelse:', 'Rådet støtter planen.', 'Uttalelsen ble enstemmig vedtatt.'),
    ).toBe('Rådet støtter planen.')
  })

  it('is not what a case report concludes', () => {
    const report = ['Kommunedirektørens innstilling:', 'Planen vedtas.', 'Saksopplysninger', 'Tekst.', 'Konklusjon']
    expect(decisionOf('by-label', ...report, 'Planen anbefales.')).toBeUndefined()
    expect(decisionOf('by-label', 'Rådet drøftet planen.', 'Konklusjon:', 'Vi venter.')).toBe('Vi venter.')
  })

  it('is absent where only a recommendation stands', () => {
    const [item] = itemsOf('by-label', 'PS 1/24 Sak', 'Innstilling:', 'Planen vedtas.')
    expect(item?.decision).toBeUndefined()
    expect(item?.recommendation?.value).toBe('Planen vedtas.')
  })

  it('is the last one that has words', () => {
    expect(
      decisionOf('by-label', 'Formannskapets vedtak:', 'Planen avvises.', 'Vedtak:', 'Planen vedtas.', 'Vedtak:'),
    ).toBe('Planen vedtas.')
  })
})

describe('items', () => {
  it('listed first and treated later are one, where they are treated', () => {
    const items = itemsOf(
      'by-label',
      '1> PS 1/24 Plan',
      '1> PS 2/24 Vei',
      '2> PS 1/24 Plan',
      '2> Vedtak: Ja.',
      '3> PS 2/2024 Vei',
      '3> Vedtak: Nei.',
    )
    expect(items.map(({ caseNumber, order, page, decision }) => [caseNumber, order, page, decision?.text])).toEqual([
      ['PS 1/24', 1, 2, 'Ja.'],
      ['PS 2/24', 2, 3, 'Nei.'],
    ])
  })

  it('keep what stands before the first of them apart', () => {
    const split = splitItems(blocksOf('Velkommen', 'PS 1/24 Plan', 'Tekst'), caseHeadingStart, {
      decisionExtent: 'by-label',
    })
    expect(split.before.map((block) => block.text)).toEqual(['Velkommen'])
    expect(split.items).toHaveLength(1)
  })

  it('have the web address of their heading, and no other kind of link', () => {
    const link = (url: string) => [{ ...blocksOf('PS 1/24 Plan')[0], links: [{ text: 'Plan', url }] }] as never
    const linkOf = (url: string) =>
      splitItems(link(url), caseHeadingStart, { decisionExtent: 'by-label' }).items[0]?.item.link
    expect(linkOf('https://example.org/1')).toBe('https://example.org/1')
    expect(linkOf('javascript:alert(1)')).toBeUndefined()
    expect(linkOf('file:///etc/passwd')).toBeUndefined()
  })
})
