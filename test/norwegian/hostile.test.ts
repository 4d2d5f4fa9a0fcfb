import fc from 'fast-check'
import { endsWithAbbreviation } from '../../src/norwegian/abbreviations.ts'
import { findDates, findTimes } from '../../src/norwegian/dates.ts'
import { asciiFold, fold, foldSpaces } from '../../src/norwegian/fold.ts'
import { joinLines } from '../../src/norwegian/hyphens.ts'
import { detectLanguage } from '../../src/norwegian/language.ts'
import { findNumbers, parseNumber, scaleOfCaption } from '../../src/norwegian/numbers.ts'
import { sentences } from '../../src/norwegian/sentences.ts'
import { similar } from '../../src/norwegian/similar.ts'
import { stemsOf } from '../../src/norwegian/stem.ts'
import { tokens } from '../../src/norwegian/tokens.ts'

const readers: readonly (readonly [string, (text: string) => unknown])[] = [
  ['fold', fold],
  ['foldSpaces', foldSpaces],
  ['asciiFold', asciiFold],
  ['tokens', tokens],
  ['stemsOf', stemsOf],
  ['sentences', sentences],
  ['endsWithAbbreviation', endsWithAbbreviation],
  ['joinLines', (text) => joinLines(text.split('\n'))],
  ['findNumbers', findNumbers],
  ['parseNumber', parseNumber],
  ['scaleOfCaption', scaleOfCaption],
  ['findDates', findDates],
  ['findTimes', findTimes],
  ['detectLanguage', detectLanguage],
  ['similar', (text) => similar(text, `${text}x`)],
]

const SIZE = 100_000
/** A second on a busy machine; a pattern that looks back over everything takes minutes. */
const ENOUGH_MS = 1500
const units = [
  'a', '1', ' ', '.', '\n', '-', '1.', '1 ', '1,', '1.1.', '1 000 ', '111 ', '.111', 'a.', 'a-', 'A', 'kl. ', '(', '«', 'kr ',
  '- a\n', '9. og ', 'i i', '§ ', 'mars ', '9. mars 2024 ', '00:', 'e', 'å', '\u0301', '\u00ad', '😀', 'minus ', 'tall i ',
  'mandag ', 'den ', '1/', "a'",
] // biome-ignore format: list

describe('reading hostile text', () => {
  it.each(readers)('%s takes any string, lone surrogates too, without throwing', (_name, read) => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        read(text)
      }),
    )
    read('\ud800 \udfff\u0000')
  })
  it.each(readers)('%s stays quick on 100 kB of anything repeated', (name, read) => {
    const slow: string[] = []
    for (const unit of units) {
      const text = unit.repeat(Math.floor(SIZE / unit.length))
      const startMs = performance.now()
      read(text)
      const tookMs = performance.now() - startMs
      if (tookMs > ENOUGH_MS) slow.push(`${name} ${JSON.stringify(unit)} ${tookMs.toFixed(0)} ms`)
    }
    expect(slow).toEqual([])
  })
})
