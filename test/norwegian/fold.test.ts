import fc from 'fast-check'
import { asciiFold, fold, foldSpaces, sameAscii } from '../../src/norwegian/fold.ts'

describe('fold', () => {
  it('makes every kind of space one blank', () => {
    expect(fold('1\u202f000\u00a0kr\t og\n\n mer')).toBe('1 000 kr og mer')
  })
  it('makes quotes, apostrophes and dashes straight', () => {
    expect(fold('«Spør ‘o Rita» – 2026—27 ‑ “x”')).toBe('"spør \'o rita" - 2026-27 - "x"')
  })
  it('removes what is not seen: soft hyphen, zero width, direction marks', () => {
    expect(fold('kom\u00admu\u200bne\u202e\ufeff')).toBe('kommune')
  })
  it('keeps æ, ø and å and composes letters typed in two parts', () => {
    expect(fold('ÆØA\u030a')).toBe('æøå')
  })
  it('gives the same when done twice', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)))
  })
})

describe('foldSpaces', () => {
  it('changes nothing but white space, so that a quote stays verbatim', () => {
    expect(foldSpaces(' Vedtak:\u202f «Ja» \n– 5 mill. ')).toBe('Vedtak: «Ja» – 5 mill.')
  })
})

describe('sameAscii', () => {
  it.each([
    ['samarbeidsradet', 'samarbeidsrådet'],
    ['samarbeidsraadet', 'Samarbeidsrådet'],
    ['oekonomi', 'økonomi'],
    ['okonomi', 'Økonomi'],
    ['vaer', 'vær'],
    ['kafe', 'kafé'],
  ])('takes %s for %s', (a, b) => expect(sameAscii(a, b)).toBe(true))
  it('does not take one word for another', () => expect(sameAscii('råd', 'rød')).toBe(false))
  it('writes a file name in a to z', () => expect(asciiFold('Årsmelding Ål øst – é')).toBe('arsmelding al ost - e'))
})
