import type { PassageKind } from '../../src/domain/passage.ts'
import type { OutlinedBlock } from '../../src/ingest/layouts/layout.ts'
import { toPassages } from '../../src/ingest/passages.ts'
import { blocksOf } from './blocks.ts'

const outline = (kind: PassageKind, ...lines: string[]): OutlinedBlock[] =>
  blocksOf(...lines).map((block) => ({
    block,
    kind: block.kind === 'heading' ? 'heading' : block.kind === 'table' ? 'table' : kind,
    caseNumber: 'PS 1/24',
    headings: ['PS 1/24 Plan'],
  }))
const texts = (...entries: OutlinedBlock[]): string[] => toPassages(entries).map((passage) => passage.text)

describe('passages', () => {
  it('hold a list together with the sentence that leads to it', () => {
    expect(texts(...outline('body', 'Vi gjør følgende:', '- kutter', '- venter', 'Slik blir det.'))).toEqual([
      'Vi gjør følgende:\n• kutter\n• venter',
      'Slik blir det.',
    ])
  })

  it('do so over captions and a page break, and keep the captions apart', () => {
    const entries = outline(
      'body',
      '1> Vi gjør følgende:',
      '1> Kostnader for lisens',
      '1> Fordeling 2025',
      '2> 1. kutter',
      '2> 2. venter',
    )
    expect(toPassages(entries).map(({ text, page }) => [text, page])).toEqual([
      ['Vi gjør følgende:\n1. kutter\n2. venter', 1],
      ['Kostnader for lisens', 1],
      ['Fordeling 2025', 1],
    ])
  })

  it('hold an unfinished line together with the points that go on with it', () => {
    expect(texts(...outline('body', 'I 2025 skal vi', '- flytte', '- bygge'))).toEqual([
      'I 2025 skal vi\n• flytte\n• bygge',
    ])
  })

  it('hold the points of a list that lost their marks together with its lead', () => {
    expect(
      texts(...outline('body', 'Disse tiltakene vurderes:', 'Senter stenges', 'Kurs avlyses', 'Det var alt.')),
    ).toEqual(['Disse tiltakene vurderes:\nSenter stenges\nKurs avlyses', 'Det var alt.'])
    expect(texts(...outline('body', 'Se nedenfor:', 'Kommunedirektørens vurdering'))).toHaveLength(2)
  })

  it('give a table of a decision as a table', () => {
    const row = { kind: 'table' as const, text: 'Korps 5', level: 0, links: [], rows: [['Korps', '5']], page: null }
    const entry = { block: row, kind: 'decision' as const, caseNumber: 'PS 1/24', headings: [] }
    expect(toPassages([entry]).map(({ kind, text }) => [kind, text])).toEqual([['table', 'Korps\t5']])
  })

  it('do not reach over the heading of a section for a list', () => {
    expect(texts(...outline('body', 'Midlene fordeler seg slik:', '5.1 Investeringer', '- bil'))).toEqual([
      'Midlene fordeler seg slik:',
      '5.1 Investeringer',
      '• bil',
    ])
  })

  it('do not reach over a sentence or into another item for a list', () => {
    expect(texts(...outline('body', 'Se nedenfor:', 'Videre ble planen drøftet.', '- kutter'))).toHaveLength(3)
    const [lead] = outline('body', 'Se nedenfor:')
    const other = outline('body', '- kutter').map((entry) => ({ ...entry, caseNumber: 'PS 2/24' }))
    expect(texts(lead as OutlinedBlock, ...other)).toEqual(['Se nedenfor:', '• kutter'])
  })

  it('hold a decision whole, the sentence that a page cut joined, and a new label apart', () => {
    expect(
      texts(
        ...outline(
          'decision',
          '1> Vedtak:',
          '1> Rådet utsetter saken til',
          '2> neste møte.',
          '2> 1. Planen vedtas.',
          'Vedtak:',
          'Annet.',
        ),
      ),
    ).toEqual(['Vedtak:\nRådet utsetter saken til neste møte.\n1. Planen vedtas.', 'Vedtak:\nAnnet.'])
  })

  it('never mix a recommendation with the decision', () => {
    const passages = toPassages([
      ...outline('recommendation', 'Innstilling:', 'Nei.'),
      ...outline('decision', 'Vedtak:', 'Ja.'),
    ])
    expect(passages.map(({ kind, text }) => [kind, text])).toEqual([
      ['recommendation', 'Innstilling:\nNei.'],
      ['decision', 'Vedtak:\nJa.'],
    ])
  })

  it('cut a long list where it would not be readable, losing nothing', () => {
    const items = Array.from({ length: 100 }, (_, at) => `- punkt ${at} ${'ord '.repeat(20)}`.trim())
    const cut = texts(...outline('body', ...items))
    expect(cut.length).toBeGreaterThan(1)
    expect(cut.every((text) => text.length < 2700)).toBe(true)
    expect(cut.join('\n').split('\n')).toHaveLength(100)
  })

  it('number from 0 without a gap and show a heading alone only when nothing stands below it', () => {
    const passages = toPassages([...outline('body', '# PS 1/24 Plan', 'Tekst.'), ...outline('body', '# Tom')])
    expect(passages.map(({ ordinal, kind, text }) => [ordinal, kind, text])).toEqual([
      [0, 'body', 'Tekst.'],
      [1, 'heading', 'Tom'],
    ])
  })
})
