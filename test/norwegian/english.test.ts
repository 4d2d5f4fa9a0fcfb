import { everydayEnglish, fromEnglish, lexiconSize, wordsFromEnglish } from '../../src/norwegian/english.ts'

describe('fromEnglish', () => {
  it.each([
    ['decided', 'vedtatt'],
    ['minutes', 'referat'],
    ['budget', 'budsjett'],
    ['attended', 'deltakere'],
    ['council', 'råd'],
    ['share', 'andel'],
    ['sick leave', 'sykefravær'],
    ['employees', 'ansatte'],
    ["municipality's", 'kommune'],
    ['deadline', 'frist'],
    ['october', 'oktober'],
    ['seven', 'sju'],
  ])('%s may be %s', (english, norwegian) => expect(fromEnglish(english)).toContain(norwegian))
  it('knows nothing of other words, not even those every object has', () => {
    expect(fromEnglish('constructor')).toEqual([])
    expect(fromEnglish('fjordvik')).toEqual([])
  })
  it('knows the field', () => expect(lexiconSize).toBeGreaterThan(600))
})

describe('everydayEnglish', () => {
  it.each([
    ['dividends', 'utbytte'],
    ['delivered', 'levere'],
    ['moved', 'flytte'],
    ['handed over', 'overføre'],
  ])('%s may be %s', (english, norwegian) => expect(everydayEnglish(english)).toContain(norwegian))
  it('knows nothing of names', () => expect(everydayEnglish('fjordvik')).toEqual([]))
})

describe('wordsFromEnglish', () => {
  it('prefers phrases to their words and keeps names', () => {
    const words = wordsFromEnglish(['cases', 'sick', 'leave', 'fjordvik'])
    expect(words).toEqual(['sak', 'sykefravær', 'fjordvik'])
  })
})
