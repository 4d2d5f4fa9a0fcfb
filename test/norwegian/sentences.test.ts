import fc from 'fast-check'
import { endsWithAbbreviation } from '../../src/norwegian/abbreviations.ts'
import { sentences } from '../../src/norwegian/sentences.ts'

const split = (text: string): string[] => sentences(text).map((sentence) => sentence.text)

describe('sentences', () => {
  it.each([
    'Møtet starter kl. 08.15 og slutter kl. 11.',
    'Budsjettet er 5 mill. kr i 2026 og 6 mill. kr i 2027.',
    'Det gjelder bl.a. Fjordvik, Granli m.fl. kommuner.',
    'Avtalen ble inngått 7. oktober 2024 med virkning fra 1. Januar 2025.',
    'Møtet er i Storgata 1, 3.etg på rådhuset.',
    'Vi tok 11.510 telefoner ifbm. Oppstart av nytt system.',
    'Jf. Kommuneloven § 11-10 og nr. 3 i planen.',
    'K. J. Fjell og A.B. Li møtte.',
    'Se pkt. 4 og evt. Vedlegg 2.',
  ])('is one: %s', (text) => expect(split(text)).toEqual([text]))
  it('ends at full stops, question and exclamation marks before a new start', () => {
    expect(split('Saken utsettes. Hvorfor? «Ingen vet.» Slik! Ja.')).toEqual([
      'Saken utsettes.', 'Hvorfor?', '«Ingen vet.»', 'Slik!', 'Ja.',
    ]) // biome-ignore format: short
  })
  it('ends after kr. and osv. when a capital follows', () => {
    expect(split('Rammen er 88 mill. kr. En reduksjon. PC-er, skjermer osv. Alt er nytt.')).toHaveLength(4)
  })
  it('ends after a year and after a day that closes a sentence', () => {
    expect(split('Det var i 2020. Så kom 2021. Møtet er kl. 11. Ny sak følger.')).toHaveLength(4)
  })
  it('makes every line of a list its own, and joins wrapped lines elsewhere', () => {
    expect(split('Tiltak:\n1. Redusere årsverk\n2. Avslutte avtaler')).toEqual([
      'Tiltak:', '1. Redusere årsverk', '2. Avslutte avtaler',
    ]) // biome-ignore format: short
    expect(split('En setning som\ngår over to linjer. Ny.')).toEqual(['En setning som\ngår over to linjer.', 'Ny.'])
    expect(split('Punkt:\n➢ ett\n• to\na) tre')).toHaveLength(4)
  })
  it('loses nothing but white space, and its offsets are true', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Sak', '.', ' ', '\n', 'kl.', '5', '- ', '«', '!', 'å', '1.')), (pieces) => {
        const text = pieces.join('')
        const found = sentences(text)
        for (const { text: sentence, start, end } of found) expect(text.slice(start, end)).toBe(sentence)
        expect(
          found
            .map((sentence) => sentence.text)
            .join('')
            .replace(/\s/g, ''),
        ).toBe(text.replace(/\s/g, ''))
      }),
    )
  })
})

describe('endsWithAbbreviation', () => {
  it.each(['Møtet er kl.', 'som bl.a.', '5 mill.', 'kr.', 'jf. lov §', 'i.f.b.m.', 'Se pkt. '])('%s goes on', (text) =>
    expect(endsWithAbbreviation(text)).toBe(true),
  )
  it.each(['Det er slutt.', 'et klokkeslett', 'Molde.', 'vedtatt. ', ''])('"%s" does not', (text) =>
    expect(endsWithAbbreviation(text)).toBe(false),
  )
})
