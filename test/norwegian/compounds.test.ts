import { compoundParts } from '../../src/norwegian/compounds.ts'
import { stemOf } from '../../src/norwegian/stem.ts'

const vocabulary = new Set(
  ['lisens', 'kostnad', 'vedlikehold', 'samarbeid', 'avtale', 'barnehage', 'opptak', 'ramme', 'kutt', 'ungdom', 'arbeid',
   'rapport', 'drift', 'hund'].map(stemOf),
) // biome-ignore format: list
const parts = (word: string): string[] => compoundParts(word, (stem) => vocabulary.has(stem))

describe('compoundParts', () => {
  it.each([
    ['lisenskostnader', ['lisens', 'kostnad']],
    ['vedlikeholdskostnadene', ['vedlikehold', 'kostnad']],
    ['samarbeidsavtalen', ['samarbeid', 'avtal']],
    ['barnehageopptaket', ['barnehag', 'opptak']],
    ['rammekuttet', ['ramm', 'kutt']],
    ['ungdomsarbeid', ['ungdom', 'arbeid']],
    ['driftssamarbeidsavtale', ['drift', 'samarbeid', 'avtal']],
  ])('splits %s', (word, expected) => expect(parts(word)).toEqual(expected))
  it.each(['kostnad', 'rapport', 'kommunestyre', 'hus', 'lisenskostn4d', 'x'.repeat(200)])('leaves %s whole', (word) =>
    expect(parts(word)).toEqual([]),
  )
})
