import fc from 'fast-check'
import { editDistance, similar } from '../../src/norwegian/similar.ts'

const words = fc.stringMatching(/^[a-zæøå]{0,12}$/)

describe('editDistance', () => {
  it.each([
    ['sakliste', 'saksliste', 1],
    ['vedtak', 'vetdak', 1],
    ['møte', 'måte', 1],
    ['råd', 'referat', 4],
  ])('from %s to %s is %s (at most 3 told)', (a, b, distance) => expect(editDistance(a, b, 3)).toBe(distance))
  it('is the same both ways, and zero only between equals', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(editDistance(a, b, 12)).toBe(editDistance(b, a, 12))
        expect(editDistance(a, b, 12) === 0).toBe(a === b)
      }),
    )
  })
})

describe('similar', () => {
  it.each([
    ['Til stede', 'Tll stede'],
    ['SAKSLISTE', 'SAKSLBTE'],
    ['Møtende medlemmer', 'Møtende medlerner'],
    ['budsjett', 'budsjet'],
    ['sykefravær', 'sykefarvær'],
    ['Vedtak', 'vedtak'],
  ])('forgives %s for %s', (a, b) => expect(similar(a, b)).toBe(true))
  it.each([
    ['2024', '2025'],
    ['M7-001', 'M7-002'],
    ['sak 1234567', 'sak 1234568'],
    ['råd', 'rad'],
    ['møte', 'måte'],
    ['bolig', 'solig'],
    ['innkalling', 'innstilling'],
  ])('keeps %s and %s apart', (a, b) => expect(similar(a, b)).toBe(false))
})
