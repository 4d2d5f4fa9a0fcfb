import fc from 'fast-check'
import { joinedStems, joinLines } from '../../src/norwegian/hyphens.ts'
import { stemOf } from '../../src/norwegian/stem.ts'

describe('joinLines', () => {
  // Line ends of the shapes seen in real minutes; names of persons and bodies are invented.
  it.each([
    ['Anne-', 'Berit', 'Anne-Berit'],
    ['FJO-', 'IKT', 'FJO-IKT'],
    ['IKT-', 'leverandør', 'IKT-leverandør'],
    ['Midt-', 'Norge', 'Midt-Norge'],
    ['Bakke-', 'Vik', 'Bakke-Vik'],
    ['hjemme-', 'undervisningsøktene', 'hjemmeundervisningsøktene'],
    ['Ned-', 'stengningen', 'Nedstengningen'],
    ['medlems-', 'kommuner', 'medlemskommuner'],
    ['barnehage-', 'opptaket', 'barnehageopptaket'],
    ['GDPR/informasjons-', 'sikkerhet', 'GDPR/informasjonssikkerhet'],
    ['digitaliserings-', 'landskapet', 'digitaliseringslandskapet'],
  ])('joins %s and %s to %s', (first, second, whole) => {
    expect(joinLines([`før ${first} `, ` ${second} etter`])).toBe(`før ${whole} etter`)
  })
  it.each([
    [['lisens-', 'og vedlikeholdskostnader'], 'lisens- og vedlikeholdskostnader'],
    [['barne- og ungdoms-', 'arbeid'], 'barne- og ungdomsarbeid'],
    [['inn-', 'eller utgående'], 'inn- eller utgående'],
    [['en e-', 'post'], 'en e-post'],
    [['planen 2026-', '2027'], 'planen 2026-2027'],
    [['M365-', 'løsning'], 'M365-løsning'],
    [['et tiltak -', 'kanskje'], 'et tiltak - kanskje'],
    [['kom\u00ad', 'mune'], 'kommune'],
    [['ett', '', '  ', 'to'], 'ett to'],
    [[], ''],
  ] as const)('joins %j to "%s"', (lines, whole) => expect(joinLines(lines)).toBe(whole))
  it('brings back a lower-case compound wherever it was split', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('lisenskostnader', 'samarbeidsavtalen', 'økonomiplanarbeidet'),
        fc.nat(8),
        (word, at) => {
          const cut = 3 + at
          // "og…" after the cut would be read as the word "og" only when it stands alone.
          expect(joinLines([`${word.slice(0, cut)}-`, word.slice(cut)])).toBe(word)
        },
      ),
    )
  })
})

describe('joinedStems', () => {
  it('gives the compound that an open hyphen leaves out', () => {
    expect(joinedStems('Lisens- og vedlikeholdskostnader går opp.')).toContain(stemOf('lisenskostnader'))
    expect(joinedStems('lønns- og prisvekst')).toContain(stemOf('lønnsvekst'))
  })
  it('gives none where no hyphen is open', () => {
    expect(joinedStems('e-post og vedlikeholdskostnader')).toEqual([])
  })
})
