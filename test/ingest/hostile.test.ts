import fc from 'fast-check'
import { caseHeadingOf, caseNumberKey, findCaseNumbers } from '../../src/domain/case-number.ts'
import { findCommittee, withoutKindAndDate } from '../../src/ingest/minutes/committee.ts'
import { readHeader } from '../../src/ingest/minutes/header.ts'
import { labelOf } from '../../src/ingest/minutes/labels.ts'
import { readPeople } from '../../src/ingest/minutes/people.ts'
import { readVotes } from '../../src/ingest/minutes/votes.ts'
import { parseDocument } from '../../src/ingest/parse-document.ts'
import { htmlToBlocks } from '../../src/ingest/readers/html-blocks.ts'
import { startsListItem } from '../../src/ingest/readers/lines.ts'
import { readMarkdown } from '../../src/ingest/readers/markdown.ts'
import { readText } from '../../src/ingest/readers/text.ts'
import { blocksOf } from './blocks.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const titled = (value: string) => ({ value, quote: value, page: 1 })

const readers: readonly (readonly [string, (text: string) => unknown])[] = [
  ['caseHeadingOf', caseHeadingOf],
  ['caseNumberKey', caseNumberKey],
  ['findCaseNumbers', findCaseNumbers],
  ['labelOf', labelOf],
  ['readPeople', (text) => readPeople([text])],
  ['readVotes', (text) => readVotes(blocksOf(text))],
  ['withoutKindAndDate', withoutKindAndDate],
  ['findCommittee', (text) => findCommittee(undefined, titled(text), 'styret.pdf', blocksOf(text))],
  ['readHeader', (text) => readHeader(blocksOf(text, text), 2)],
  ['startsListItem', startsListItem],
  ['htmlToBlocks', htmlToBlocks],
  ['a text file', (text) => parseDocument(readText(bytes(text)), 'mote.txt')],
  ['a Markdown file', (text) => parseDocument(readMarkdown(bytes(text)), 'mote.md')],
]

const SIZE = 30_000
/** A pattern that looks back over everything takes minutes. Whole files pass through every reader of facts. */
const ENOUGH_MS = 1200
const ENOUGH_FOR_A_FILE_MS = 4000

/** Processor time, so that other programs on the machine do not count. */
function busyMs(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
const units = [
  'a ', '1 ', '((((', '))', ' \n', '\t', '\f', 'a\f', '-', '- ', 'a-\n', 'A', 'Aa ', 'Aa, ', 'Aa: ', 'Aa:\n', 'Vedtak ', 'Vedtak: ',
  'Vedtak:\n', 'Dato\n', 'Dato: 1.1.2024\n', '1/', '12/24 ', 'sak 1/2 ', 'PS 1/2 ', 'PS 1/24 Aa\n', '2024/M7-1 ', '1. ', '1.1',
  'Aa for Aa ', 'for Aa stemte ', 'en to tre ', 'rådet ', 'forslag til ', 'Aa 1 2 3\n', '• a\n', '| a ', '# a\n', '[a](', '`', '<b>',
  '<table><tr><td>', '&', '> ', '**', 'møtet holdt kl. 10 ', 'Til stede: Aa Bb\n', 'https://a\n',
] // biome-ignore format: list

describe('reading hostile text', () => {
  it.each(readers)('takes %s no longer than the text is long', (name, read) => {
    const enough = name.endsWith('file') ? ENOUGH_FOR_A_FILE_MS : ENOUGH_MS
    const slow = units.filter((unit) => busyMs(() => read(unit.repeat(Math.ceil(SIZE / unit.length)))) > enough)
    expect(slow).toEqual([])
  })

  it('takes a file of 1 MB of broken words a few seconds', () => {
    expect(busyMs(() => parseDocument(readText(bytes('a-\n'.repeat(333_333))), 'mote.txt'))).toBeLessThan(12_000)
  })

  it('takes 8,000 different items a few seconds', () => {
    const text = Array.from({ length: 8_000 }, (_, order) => `PS ${order}/24 Aa\nVedtak: b\n`).join('')
    let items = 0
    const busy = busyMs(() => {
      items = parseDocument(readText(bytes(text)), 'mote.txt').meeting?.items.length ?? 0
    })
    expect(items).toBe(8_000)
    expect(busy).toBeLessThan(6000)
  })

  it.each(readers)('never throws: %s', (_, read) => {
    const piece = fc.constantFrom(...units, '\u0000', '\u202e', '😀', 'å', '\u0301', '\ud800', 'é', '§', '–')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
        ),
        (text) => {
          read(text)
        },
      ),
    )
  })

  it('gives a decision only words that stand in the text', () => {
    const line = fc.constantFrom(
      'PS 1/24 Plan',
      'PS 2/24 Vei',
      'Vedtak:',
      'Vedtak: Ja.',
      'Innstilling:',
      'Nei.',
      'Kari Nes orienterte.',
      '1. Et punkt',
      'Behandling:',
      '',
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const text = lines.join('\n')
        const items = parseDocument(readText(bytes(text)), 'mote.txt').meeting?.items ?? []
        const said = text.replace(/\s+/g, ' ')
        for (const { decision } of items) if (decision) expect(said).toContain(decision.text.replace(/\s+/g, ' '))
        expect(items.some((item) => item.decision) && !/Vedtak/.test(text)).toBe(false)
      }),
    )
  })
})
