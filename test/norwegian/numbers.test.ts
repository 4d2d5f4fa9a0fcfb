import fc from 'fast-check'
import {
  addDecimals,
  compareDecimals,
  findNumbers,
  formatDecimal,
  parseNumber,
  scaledDecimal,
  scaleOfCaption,
  subtractDecimals,
} from '../../src/norwegian/numbers.ts'

const read = (text: string) =>
  findNumbers(text).map(({ text: found, decimal, scale, unit }) => [found, decimal, scale, unit])

describe('findNumbers', () => {
  it.each([
    ['rammen er 42,539 mill. kr i år', '42,539 mill. kr', '42.539', 6, 'kr'],
    ['60,496 mill.kr', '60,496 mill.kr', '60.496', 6, 'kr'],
    ['81 millionar kroner', '81 millionar kroner', '81', 6, 'kr'],
    ['på 5 mill. kr. Dette', '5 mill. kr', '5', 6, 'kr'],
    ['2,5 mrd. kroner', '2,5 mrd. kroner', '2.5', 9, 'kr'],
    ['100 tusen kr', '100 tusen kr', '100', 3, 'kr'],
    ['3 MNOK', '3 MNOK', '3', 6, 'kr'],
    ['var MNOK 84,6 i', 'MNOK 84,6', '84.6', 6, 'kr'],
    ['TNOK 540', 'TNOK 540', '540', 3, 'kr'],
    ['mill. kr 2,1', 'mill. kr 2,1', '2.1', 6, 'kr'],
    ['kr 1 000 000', 'kr 1 000 000', '1000000', 0, 'kr'],
    ['kr 1\u00a0000\u202f000', 'kr 1\u00a0000\u202f000', '1000000', 0, 'kr'],
    ['kr. 1.556.904,- til', 'kr. 1.556.904,-', '1556904', 0, 'kr'],
    ['kr. 3500,-', 'kr. 3500,-', '3500', 0, 'kr'],
    ['500.000 kr', '500.000 kr', '500000', 0, 'kr'],
    ['kr -500', 'kr -500', '-500', 0, 'kr'],
    ['1.234,56 kr', '1.234,56 kr', '1234.56', 0, 'kr'],
    ['11.510 telefoner', '11.510 telefoner', '11510', 0, 'telefon'],
    ['17334 saker', '17334 saker', '17334', 0, 'sak'],
    ['652 PC-er', '652 PC-er', '652', 0, 'pc'],
    ['31 sekunders ventetid', '31 sekunders', '31', 0, 'sekund'],
    ['1 124', '1 124', '1124', 0, undefined],
    ['2 013', '2 013', '2013', 0, undefined],
    ['48,1%', '48,1%', '48.1', 0, '%'],
    ['6,6 % ned', '6,6 %', '6.6', 0, '%'],
    ['0,5 prosentpoeng', '0,5 prosentpoeng', '0.5', 0, 'prosentpoeng'],
    ['48.1% of the budget', '48.1%', '48.1', 0, '%'],
    ['88.439 million', '88.439 million', '88.439', 6, undefined],
    ['NOK 1,556,904', 'NOK 1,556,904', '1556904', 0, 'kr'],
    ['-15 285 135', '-15 285 135', '-15285135', 0, undefined],
    ['minus 15,3', 'minus 15,3', '-15.3', 0, undefined],
    ['de 4 medlemskommunene', '4', '4', 0, undefined],
    ['Kritisk: 22', '22', '22', 0, undefined],
  ])('reads "%s"', (text, found, decimal, scale, unit) => {
    expect(read(text)).toEqual([[found, decimal, scale, unit]])
  })
  it.each([
    'SAF-T 1.30', 'versjon 2.1', 'versjon 1.300', 'Node 24.21.0', 'PS 12/26', '2024/M7-001', '§ 11-10', '§§ 14-15',
    'M365 og P360', '1. januar 2014', 'møtet 14.11.2024', 'kl. 0815', '08:15 - 11:00', 'tall i 1000 kr.', '2026/1477-1',
    'NOU 2026:1', 'gnr 19/43',
  ])('finds none in "%s"', (text) => expect(read(text)).toEqual([])) // biome-ignore format: list
  it('takes a dash between numbers for a range, not for a sign', () => {
    expect(read('2026-2027 og 10 –12').map(([, decimal]) => decimal)).toEqual(['2026', '2027', '10', '12'])
  })
  it('keeps numbers of one table row apart', () => {
    expect(read('Sum 2020 22 39').map(([, decimal]) => decimal)).toEqual(['2020', '22', '39'])
  })
  it('reads back what was printed, in any grouping', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 15n }),
        fc.option(fc.stringMatching(/^\d{1,4}$/), { nil: undefined }),
        fc.constantFrom(' ', '\u00a0', '\u202f', '.', ''),
        (whole, fraction, separator) => {
          const grouped = whole.toString().replace(/\B(?=(?:\d{3})+$)/g, separator)
          const decimal = `${whole}${fraction === undefined ? '' : `.${fraction}`}`
          const text = `det er ${grouped}${fraction === undefined ? '' : `,${fraction}`} kr igjen`
          expect(findNumbers(text).map((number) => number.decimal)).toEqual([decimal])
        },
      ),
    )
  })
})

describe('parseNumber', () => {
  it('reads a cell that is one number, and a dash as zero', () => {
    expect(parseNumber(' -15 285 ')?.decimal).toBe('-15285')
    expect(parseNumber('–')?.decimal).toBe('0')
    expect(parseNumber('12 %')).toMatchObject({ decimal: '12', unit: '%' })
  })
  it.each(['', 'Sum', '1 4', 'ca. 5'])('reads none in "%s"', (cell) => expect(parseNumber(cell)).toBeUndefined())
})

describe('scaleOfCaption', () => {
  it.each([
    ['Tala i tabellen er i heile tusen kroner.', 3],
    ['Tall i hele tusen', 3],
    ['Alle tall i 1000 kr', 3],
    ['(1000 kr)', 3],
    ['Beløp i mill. kr', 6],
    ['oppgitt i hele tusen', 3],
    ['tal i 1 000 000 kr', 6],
    ['Tall i kr', undefined],
    ['Budsjett 2025', undefined],
    ['Tabellen viser fordelingen i 1000 kr.', 3],
  ])('of "%s" is %s', (caption, scale) => expect(scaleOfCaption(caption)).toBe(scale))
})

describe('decimals', () => {
  const decimal = fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(8)).map(([units, places]) => {
    const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0')
    const cut = digits.length - places
    return `${units < 0n ? '-' : ''}${digits.slice(0, cut)}${places ? `.${digits.slice(cut)}` : ''}`
  })
  it('are exact where floats are not', () => {
    expect(addDecimals('0.1', '0.2')).toBe('0.3')
    expect(addDecimals('3.773', '0.574')).toBe('4.347')
    expect(subtractDecimals('0.3', '0.1')).toBe('0.2')
    expect(subtractDecimals('1', '1.000')).toBe('0.000')
    expect(scaledDecimal('42.539', 6)).toBe('42539000')
    expect(scaledDecimal('1.5', 0)).toBe('1.5')
    expect(scaledDecimal('0.0004', 3)).toBe('0.4')
  })
  it('undo: (a + b) - b equals a', () => {
    fc.assert(fc.property(decimal, decimal, (a, b) => compareDecimals(subtractDecimals(addDecimals(a, b), b), a) === 0))
  })
  it('compare as their difference says', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const difference = subtractDecimals(a, b)
        const sign = /^-?[0.]+$/.test(difference) ? 0 : difference.startsWith('-') ? -1 : 1
        expect(compareDecimals(a, b)).toBe(sign)
      }),
    )
  })
  it('are printed as each language writes them, and read back', () => {
    expect(formatDecimal('1042.5', 'nb')).toBe('1042,5')
    expect(formatDecimal('-15285135', 'nn')).toBe('-15\u00a0285\u00a0135')
    expect(formatDecimal('1042.5', 'en')).toBe('1,042.5')
    fc.assert(
      fc.property(decimal, (value) => {
        const found = findNumbers(formatDecimal(value, 'nb')).map((number) => number.decimal)
        expect(found).toHaveLength(1)
        expect(compareDecimals(found[0] ?? '', value)).toBe(0)
      }),
    )
  })
  it('refuse what is no decimal', () => expect(() => addDecimals('1,5', '2')).toThrow(RangeError))
})
