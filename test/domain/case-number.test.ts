import fc from 'fast-check'
import { caseHeadingOf, caseNumberKey, findCaseNumbers, isSameCase } from '../../src/domain/case-number.ts'

describe('a heading', () => {
  it.each([
    ['2024/M7-001 - Godkjenning av saksliste', '2024/M7-001', 'Godkjenning av saksliste'],
    ['2024/M12-010 Budsjett', '2024/M12-010', 'Budsjett'],
    ['PS 12/26 Brøyting', 'PS 12/26', 'Brøyting'],
    ['RS 4/26 Brev', 'RS 4/26', 'Brev'],
    ['FO 2/26 Spørsmål om skoleveg', 'FO 2/26', 'Spørsmål om skoleveg'],
    ['DS 3/26 Dispensasjon', 'DS 3/26', 'Dispensasjon'],
    ['OS 3/2026 Orientering', 'OS 3/2026', 'Orientering'],
    ['PS 47/2026: Arealplan', 'PS 47/2026', 'Arealplan'],
    ['PS 47/2026', 'PS 47/2026', ''],
    ['Sak 33/2026 Arealplan', '33/2026', 'Arealplan'],
    ['12/24 Arealplan', '12/24', 'Arealplan'],
    ['Sak 7-24 Telefoner', '7-24', 'Telefoner'],
    ['Sak 14/07 Regnskap', '14/07', 'Regnskap'],
    ['Sak nr.: 62/12 Regnskap', '62/12', 'Regnskap'],
    ['SAK 29/14 REGNSKAP', '29/14', 'REGNSKAP'],
    ['Sak 091/11 Regnskap', '091/11', 'Regnskap'],
    ['Sak 28 /14 Regnskap', '28 /14', 'Regnskap'],
    ['K-sak 14/013 Regnskap', '14/013', 'Regnskap'],
    ['Styresak nr: 111/02 Regnskap', '111/02', 'Regnskap'],
    ['Styresak 037/04 B Regnskap', '037/04 B', 'Regnskap'],
    ['Sak 12/24 Arealplan (held fram)', '12/24', 'Arealplan'],
    ['PS 12/24 Arealplan (forts.)', 'PS 12/24', 'Arealplan'],
    ['Sak R-01/25 Regnskap', 'R-01/25', 'Regnskap'],
    ['KO-13/12 ÅRSMELDING', 'KO-13/12', 'ÅRSMELDING'],
    ['HPNM 12/26 Arealplan', 'HPNM 12/26', 'Arealplan'],
    ['PS 39/25 2025/1180 Felles legevakt', 'PS 39/25', 'Felles legevakt'],
    ['PS 39/25 Felles legevakt ........... 4', 'PS 39/25', 'Felles legevakt'],
    ['59/15 14/390 REGLEMENT', '59/15', 'REGLEMENT'],
  ])('%s', (line, caseNumber, title) => {
    expect(caseHeadingOf(line)).toEqual({ caseNumber, title })
  })

  it.each([
    'Arkivsaksnr: 2025/6820',
    'Arkivreferanse: 2026/1477-1',
    'Vår ref: 09/810',
    'Gnr/bnr 19/43',
    'gnr. 19 bnr. 43',
    '§ 11-10 Møteoffentlighet',
    'SAF-T 1.30 er lansert',
    'NOU 2026:1 Ny lov',
    'Åpent 24/7 hele året',
    '14.11.2024 Møte',
    '2024-11-14 Møte',
    '12.03 Møte',
    '1. Godkjenning',
    'Saken gjelder orientering om sak 12/24',
    'Saker til behandling 12/24',
    '10/12 av medlemmene møtte',
    'Saksbehandler: Kari Nes',
    'NOU 12/24 Ny lov',
    'GNR 19/43 Eiendommen',
    'UKE 12/24 Plan',
    'HTTP/2 er innført',
    'sak 14/24 er lagt til grunn.',
    `PS 12/24 ${'lang '.repeat(80)}`,
  ])('is not: %s', (line) => {
    expect(caseHeadingOf(line)).toBeUndefined()
  })
})

describe('a text', () => {
  it.each([
    ['Vedtaket i sak 2023/M4-003 endres.', ['m4-3/2023']],
    ['Se PS 12/24 og RS 3/2024.', ['ps-12/2024', 'rs-3/2024']],
    ['Jf. sak 33/2026 og sakene 7-24.', ['33/2026', '7/2024']],
    ['Viser til sak nr. 62/12.', ['62/2012']],
    ['Styresak 037/04 B ble utsatt', ['37b/2004']],
    ['Saka 091/11 vart utsett', ['91/2011']],
    ['Vedtaket i sak R-01/25 står.', ['r-1/2025']],
  ])('mentions in %s', (text, keys) => {
    expect(findCaseNumbers(text).map((found) => found.key)).toEqual(keys)
  })

  it.each([
    'Arkivsaksnr 2025/6820, arkivreferanse 2026/1477-1 og 09/810.',
    'Eiendommen 19/43 (gnr/bnr) ligger ved vegen.',
    'Etter kommuneloven § 11-10 og forvaltningsloven § 6.',
    'SAF-T 1.30 og NOU 2026:1.',
    'Vakt 24/7, om lag 3/4 av tida, uke 12/13.',
    'Fra 14/11/2024 til 14.11.2024 kl. 10-12.',
    'Ring 71 11 10 00 eller 2024-11-14.',
  ])('mentions none in %s', (text) => {
    expect(findCaseNumbers(text)).toEqual([])
  })

  it('tells where each stands, as printed', () => {
    const text = 'Sak 28 /14 og PS 12/24.'
    expect(findCaseNumbers(text).map(({ text: printed, start, end }) => [printed, text.slice(start, end)])).toEqual([
      ['28 /14', '28 /14'],
      ['PS 12/24', 'PS 12/24'],
    ])
  })
})

describe('two numbers', () => {
  it('are one case when only the spelling differs', () => {
    expect(isSameCase('PS 12/24', 'ps 12/2024')).toBe(true)
    expect(isSameCase('12/24', 'PS 12/2024')).toBe(true)
    expect(isSameCase('Sak 091/11', '91/2011')).toBe(true)
  })

  it('are two when series, number, letter or year differ', () => {
    expect(isSameCase('PS 12/24', 'RS 12/24')).toBe(false)
    expect(isSameCase('PS 12/24', 'PS 12/25')).toBe(false)
    expect(isSameCase('2024/M7-005', '2024/M6-005')).toBe(false)
    expect(isSameCase('37/04 A', '37/04 B')).toBe(false)
  })
})

const numberYear = fc.record({
  series: fc.constantFrom('', 'PS', 'RS', 'FO', 'DS', 'OS'),
  number: fc.integer({ min: 1, max: 999 }),
  year: fc.integer({ min: 1990, max: 2039 }),
})
const damage = fc.record({ zeros: fc.integer({ min: 0, max: 2 }), blankBefore: fc.boolean(), blankAfter: fc.boolean() })

describe('a number printed, damaged and read again', () => {
  it('has the key it had', () => {
    fc.assert(
      fc.property(numberYear, damage, fc.boolean(), ({ series, number, year }, how, isShort) => {
        const digits = String(number).padStart(Math.min(4, String(number).length + how.zeros), '0')
        const printedYear = isShort ? String(year % 100).padStart(2, '0') : String(year)
        const printed = `${series || 'sak'} ${digits}${how.blankBefore ? ' ' : ''}/${how.blankAfter ? ' ' : ''}${printedYear}`
        const key = `${series ? `${series.toLowerCase()}-` : ''}${number}/${year}`
        expect(caseNumberKey(caseHeadingOf(`${printed} Plan`)?.caseNumber ?? '')).toBe(key)
        expect(findCaseNumbers(`Jf. ${printed}.`).map((found) => found.key)).toEqual([key])
      }),
    )
  })

  it('has the key it had, as year, meeting and item', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2099 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 0, max: 2 }),
        (year, meeting, item, zeros) => {
          const printed = `${year}/M${meeting}-${String(item).padStart(Math.min(4, String(item).length + zeros), '0')}`
          expect(findCaseNumbers(`se ${printed}, side 2`).map((found) => found.key)).toEqual([
            `m${meeting}-${item}/${year}`,
          ])
        },
      ),
    )
  })
})
