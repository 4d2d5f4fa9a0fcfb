import { sisterStems } from '../../src/norwegian/derivation.ts'
import { stemOf } from '../../src/norwegian/stem.ts'

const areSisters = (one: string, other: string): boolean => sisterStems(stemOf(one)).includes(stemOf(other))

describe('sisterStems', () => {
  it.each([
    ['vurdert', 'vurderingen'],
    ['leverte', 'levering'],
    ['levere', 'leveranser'],
    ['avklare', 'avklaring'],
    ['flytte', 'flyttingen'],
    ['informerte', 'informasjon'],
    ['søker', 'søknaden'],
    ['bemannet', 'bemanning'],
  ])('lead from %s to %s, and back', (deed, noun) => {
    expect(areSisters(deed, noun)).toBe(true)
    expect(areSisters(noun, deed)).toBe(true)
  })
  it('lead from one noun of a deed to another', () => expect(areSisters('evaluering', 'evaluere')).toBe(true))
  it.each([
    ['mål', 'melding'],
    ['lege', 'levering'],
    ['kontor', 'kontrakt'],
  ])('do not lead from %s to %s', (one, other) => expect(areSisters(one, other)).toBe(false))
  it('leave out the stem itself', () => expect(sisterStems('vurd')).not.toContain('vurd'))
})
