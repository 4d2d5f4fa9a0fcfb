import { readVotes } from '../../../src/ingest/minutes/votes.ts'
import { blocksOf } from '../blocks.ts'

const counts = (...lines: string[]): unknown[] =>
  readVotes(blocksOf(...lines)).map(({ forCount, againstCount, isUnanimous }) =>
    isUnanimous ? 'unanimous' : [forCount, againstCount],
  )

describe('a counting', () => {
  it('holds for, against and the outcome', () => {
    const [vote] = readVotes(
      blocksOf(
        'For forslaget stemte 8: Kari Nes (AP), Ola Dahl (H).',
        'Imot forslaget stemte 4: Per Vik (SP).',
        'Dermed ble tilleggsforslag vedtatt.',
      ),
    )
    expect(vote).toEqual({
      forCount: 8,
      againstCount: 4,
      isUnanimous: false,
      page: 1,
      quote:
        'For forslaget stemte 8: Kari Nes (AP), Ola Dahl (H). Imot forslaget stemte 4: Per Vik (SP). Dermed ble tilleggsforslag vedtatt.',
    })
  })

  it('is one for each of two alternatives', () => {
    expect(counts('For forslag 1 stemte 25: Kari Nes.', 'For forslag 2 stemte 10: Ola Dahl.')).toEqual([
      [25, undefined],
      [10, undefined],
    ])
  })

  it.each([
    ['Vedtatt mot to stemmer.', [undefined, 2]],
    ['Forslaget ble vedtatt mot 1 stemme (V).', [undefined, 1]],
    ['7 stemte for forslaget.', [7, undefined]],
    ['0 stemte imot.', [undefined, 0]],
    ['Framlegget vart vedteke mot tre røyster.', [undefined, 3]],
    ['Enstemmig vedtatt.', 'unanimous'],
    ['Et enstemmig fylkesutvalg vedtok dette.', 'unanimous'],
    ['Valgt ved akklamasjon.', 'unanimous'],
    ['Samrøystes vedteke.', 'unanimous'],
    ['Einstemmig.', 'unanimous'],
  ])('is read from: %s', (line, count) => {
    expect(counts(line)).toEqual([count])
  })

  it.each(['Vi stemte i juni.', 'Tre stemmer fra salen tok ordet.', 'Rådet drøftet saken.'])(
    'is not in: %s',
    (line) => {
      expect(counts(line)).toEqual([])
    },
  )

  it('keeps a tie that the chair decided', () => {
    expect(
      counts(
        'For forslaget stemte 4: A B.',
        'Imot forslaget stemte 4: C D.',
        'Dermed ble forslaget vedtatt, med leders dobbeltstemme.',
      ),
    ).toEqual([[4, 4]])
  })
})
