import fc from 'fast-check'
import { tokens } from '../../src/norwegian/tokens.ts'

const folded = (text: string): string[] => tokens(text).map((token) => token.folded)

describe('tokens', () => {
  it('keeps a hyphened word whole and tells its parts', () => {
    expect(tokens('FJO-IKT-møtet')[0]).toMatchObject({ folded: 'fjo-ikt-møtet', parts: ['fjo', 'ikt', 'møtet'] })
  })
  it('writes numbers in one spelling, grouped by blank, thin blank or dot', () => {
    expect(folded('1 000 000 og 11.510 og 48,1 og 12\u202f345,6')).toEqual([
      '1000000', 'og', '11510', 'og', '48.1', 'og', '12345.6',
    ]) // biome-ignore format: pairs
  })
  it('takes dates apart, never for decimals', () => {
    expect(folded('14.11.2024 7.oktober')).toEqual(['14', '11', '2024', '7', 'oktober'])
  })
  it('does not join numbers that stand side by side in a table', () => {
    expect(folded('Sum 2020 22 39')).toEqual(['sum', '2020', '22', '39'])
  })
  it('reads through soft hyphens and decomposed letters', () => {
    expect(folded('kom\u00admune ma\u030al')).toEqual(['kommune', 'mål'])
  })
  it('tells offsets that are true, in order, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let last = 0
        for (const token of tokens(text)) {
          expect(text.slice(token.start, token.end)).toBe(token.text)
          expect(token.start).toBeGreaterThanOrEqual(last)
          expect(token.text).not.toBe('')
          last = token.end
        }
      }),
    )
  })
})
