import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { AgendaItem, Attendee, Meeting, Vote, VoteSide } from '../../../src/domain/meeting.ts'
import { readVotes, voteContradictions, withUnlistedVoters } from '../../../src/ingest/minutes/votes.ts'
import { parseDocument } from '../../../src/ingest/parse-document.ts'
import { readFileBytes } from '../../../src/ingest/read-file.ts'
import { blocksOf } from '../blocks.ts'

const only = (...lines: string[]): Vote => {
  const votes = readVotes(blocksOf(...lines))
  expect(votes).toHaveLength(1)
  return votes[0] as Vote
}
const counts = (...lines: string[]): unknown[] =>
  readVotes(blocksOf(...lines)).map(({ forCount, againstCount, isUnanimous }) =>
    isUnanimous ? 'unanimous' : [forCount, againstCount],
  )
const namesOf = (side: VoteSide | undefined): string[] =>
  (side?.voters ?? []).map(({ name, party }) => (party ? `${name} (${party})` : name))

describe('a counting', () => {
  it('is none of whether somebody may take part', () => {
    expect(
      readVotes(blocksOf('Hun ble enstemmig erklært inhabil og fratrådte.', 'Ola Dahl ble samrøystes kjend ugild.')),
    ).toEqual([])
  })

  it('may tell how many votes each alternative got', () => {
    const vote = only('Innstillingen fikk 4 stemmer, forslaget fra Nes 2 stemmer.')
    expect(vote.sides.map(({ stance, option, count }) => [stance, option, count])).toEqual([
      ['for', 'Innstillingen', 4],
      ['for', 'forslaget fra Nes', 2],
    ])
    expect([vote.subject, vote.outcome]).toEqual(['Innstillingen', 'carried'])
    expect(only('Innstillingen fikk 3 stemmer og forslaget fra Nes 3 stemmer.').outcome).toBeUndefined()
  })

  it('holds for, against, names, subject and outcome', () => {
    const vote = only(
      'For forslaget stemte 2: Kari Nes (AP), Ola Dahl (H).',
      'Imot forslaget stemte 1: Per Vik (SP).',
      'Dermed ble tilleggsforslag vedtatt.',
    )
    expect(vote).toMatchObject({
      forCount: 2,
      againstCount: 1,
      blankCount: undefined,
      isUnanimous: false,
      subject: 'tilleggsforslag',
      outcome: 'carried',
      hasCastingVote: false,
      namesMatch: true,
      page: 1,
    })
    expect(vote.sides.map(namesOf)).toEqual([['Kari Nes (AP)', 'Ola Dahl (H)'], ['Per Vik (SP)']])
    expect(vote.quote).toBe(
      'For forslaget stemte 2: Kari Nes (AP), Ola Dahl (H). Imot forslaget stemte 1: Per Vik (SP). Dermed ble tilleggsforslag vedtatt.',
    )
  })

  it('has two sides that are for where alternatives stand against each other, and the winner as its subject', () => {
    const vote = only(
      'For forslag 1 stemte 2: Kari Nes (AP), Ola Dahl (H).',
      'For forslag 2 stemte 1: Per Vik (SP).',
      'Dermed ble forslag 1 vedtatt.',
    )
    expect(vote).toMatchObject({
      forCount: undefined,
      againstCount: undefined,
      subject: 'forslag 1',
      outcome: 'carried',
    })
    expect(vote.sides.map(({ stance, option, count }) => [stance, option, count])).toEqual([
      ['for', 'forslag 1', 2],
      ['for', 'forslag 2', 1],
    ])
  })

  it('knows the winner by the word that only one alternative has', () => {
    const vote = only(
      'For å legge skolen til Nordby stemte 1: Kari Nes (AP).',
      'For å legge skolen til Sørby stemte 2: Ola Dahl (H), Per Vik (SP).',
      'Dermed ble skolen lagt til Sørby.',
    )
    expect(vote).toMatchObject({ subject: 'å legge skolen til Sørby', outcome: 'carried', namesMatch: true })
  })

  it('is over when what is voted on next begins, though no outcome was told', () => {
    expect(
      counts('For innstillingen stemte 5.', 'For tilleggsforslaget stemte 2.', 'Imot tilleggsforslaget stemte 3.'),
    ).toEqual([
      [5, undefined],
      [2, 3],
    ])
  })

  it('was decided by the chair in a tie', () => {
    const vote = only(
      'For forslaget stemte 1: Kari Nes (AP).',
      'Imot forslaget stemte 1: Per Vik (SP).',
      'Dermed ble forslaget ikke vedtatt, med ordførers dobbeltstemme.',
    )
    expect(vote).toMatchObject({ forCount: 1, againstCount: 1, hasCastingVote: true, outcome: 'lost' })
  })

  it('goes on over paragraphs, pages and list items', () => {
    const vote = only(
      'For forslaget stemte 4: Kari Nes (AP), Ola',
      '2> Dahl (H), Anne-Lise Krogstad-',
      '2> Berg (V), Eli Moe (R).',
      'Imot forslaget stemte 2:',
      '- Per Vik (SP)',
      '- Gro Lie (SP)',
      'Dermed ble forslaget vedtatt.',
    )
    expect(vote.sides.map(namesOf)).toEqual([
      ['Kari Nes (AP)', 'Ola Dahl (H)', 'Anne-Lise Krogstad-Berg (V)', 'Eli Moe (R)'],
      ['Per Vik (SP)', 'Gro Lie (SP)'],
    ])
    expect(vote.namesMatch).toBe(true)
  })

  it.each([
    ['Kari Nes, AP, Ola Dahl, H', ['Kari Nes (AP)', 'Ola Dahl (H)']],
    ['Kari Nes (AP) og Ola Dahl (H)', ['Kari Nes (AP)', 'Ola Dahl (H)']],
    ['ordfører Kari Nes (AP), Ola Dahl (uavh.)', ['Kari Nes (AP)', 'Ola Dahl (uavh.)']],
    ['AP: Kari Nes, Ola Dahl', ['Kari Nes (AP)', 'Ola Dahl (AP)']],
    ['Janne K. J. Moe (FrP), Per von der Lippe (H)', ['Janne K. J. Moe (FrP)', 'Per von der Lippe (H)']],
  ])('reads names written as: %s', (list, names) => {
    expect(namesOf(only(`For forslaget stemte 2: ${list}.`).sides[0])).toEqual(names)
  })

  it.each([
    ['Vedtatt mot to stemmer.', [undefined, 2]],
    ['Forslaget ble vedtatt mot 1 stemme (V).', [undefined, 1]],
    ['Innstillingen ble vedtatt med 7 mot 2 stemmer.', [7, 2]],
    ['Forslaget ble forkastet med 6 mot 3 stemmer.', [3, 6]],
    ['Framlegget fekk 3 røyster og fall.', [3, undefined]],
    ['SVs forslag falt mot 3 stemmer.', [3, undefined]],
    ['Avstemning: 5 for, 2 mot.', [5, 2]],
    ['Vedtatt med 15 stemmer mot 6 stemmer.', [15, 6]],
    ['7 stemte for forslaget.', [7, undefined]],
    ['7 stemte for forslaget. 0 stemte imot.', [7, 0]],
    ['7 stemte for og 2 imot.', [7, 2]],
    ['0 stemte imot.', [undefined, 0]],
    ['Åtte stemte for, én stemte imot.', [8, 1]],
    ['Framlegget vart vedteke mot tre røyster.', [undefined, 3]],
    ['Innkallinga vart godkjend utan merknader.', [undefined, undefined]],
    ['Enstemmig vedtatt.', 'unanimous'],
    ['Et enstemmig fylkesutvalg vedtok dette.', 'unanimous'],
    ['Valgt ved akklamasjon.', 'unanimous'],
    ['Samrøystes vedteke.', 'unanimous'],
    ['Einstemmig.', 'unanimous'],
  ])('is read from: %s', (line, count) => {
    expect(counts(line)).toEqual([count])
  })

  it.each([
    ['Forslaget ble vedtatt mot 1 stemme (Kari Nes, SV).', ['Kari Nes (SV)'], []],
    ['Forslaget ble vedtatt mot 2 stemmer (Kari Nes (SV) og Ola Dahl (R)).', ['Kari Nes (SV)', 'Ola Dahl (R)'], []],
    ['Forslaget ble vedtatt mot 3 stemmer (2 H og 1 FrP).', [], ['2 H', '1 FrP']],
    ['Mot stemte Kari Nes (SV).', ['Kari Nes (SV)'], []],
    ['Kari Nes (SV) stemte imot.', ['Kari Nes (SV)'], []],
  ])('knows who was against in: %s', (line, names, parties) => {
    const [side] = only(line).sides
    expect(side?.stance).toBe('against')
    expect(namesOf(side)).toEqual(names)
    expect(side?.parties).toEqual(parties)
  })

  it.each([
    ['Ved votering ble innstillingen enstemmig vedtatt.', 'innstillingen', 'carried'],
    ['Tilrådinga vart samrøystes vedteken.', 'Tilrådinga', 'carried'],
    ['Forslaget fra Ap fikk 8 stemmer og falt.', 'Forslaget fra Ap', 'lost'],
    ['Punkt 2 i tilrådinga vart samrøystes vedteke.', 'Punkt 2 i tilrådinga', 'carried'],
    ['Enstemmig vedtatt.', undefined, 'carried'],
  ])('knows what was voted over, and its outcome, in: %s', (line, subject, outcome) => {
    expect(only(line)).toMatchObject({ subject, outcome })
  })

  it('counts blank votes', () => {
    expect(
      only('For forslaget stemte 5.', 'Imot forslaget stemte 2.', 'Blankt stemte 1: Kari Nes (AP).'),
    ).toMatchObject({
      forCount: 5,
      againstCount: 2,
      blankCount: 1,
    })
  })

  it.each([
    'Vi stemte i juni.',
    'Tre stemmer fra salen tok ordet.',
    'Rådet drøftet saken.',
    'For mange av oss stemte dette dårlig.',
    'Kommunestyret vedtok planen enstemmig i møte 12.03.2020.',
  ])('is not in: %s', (line) => {
    expect(counts(line)).toEqual([])
  })
})

const itemWith = (votes: readonly Vote[]): AgendaItem => ({
  caseNumber: 'PS 1/24',
  title: 'Skole',
  type: 'PS',
  status: 'decided',
  order: 1,
  page: 1,
  heading: 'PS 1/24 Skole',
  link: undefined,
  decision: undefined,
  recommendation: undefined,
  proposals: [],
  votes,
})
const person = (name: string): Attendee => ({ name, organisation: undefined, role: undefined })
const contradictionsIn = (...lines: string[]) =>
  voteContradictions({ items: [itemWith(readVotes(blocksOf(...lines)))] } as unknown as Meeting)

describe('the check of names against the stated count', () => {
  it('shows a list that is shorter than it says, and does not repair it', () => {
    const lines = ['For forslaget stemte 3: Kari Nes (AP), Ola Dahl (H).', 'Imot forslaget stemte 1: Per Vik (SP).']
    expect(only(...lines)).toMatchObject({ forCount: 3, namesMatch: false })
    expect(contradictionsIn(...lines)).toMatchObject([
      { kind: 'vote-names', stated: '3', found: '2', caseNumber: 'PS 1/24', page: 1 },
    ])
  })

  it('shows who voted twice', () => {
    const lines = ['For forslaget stemte 1: Kari Nes (AP).', 'Imot forslaget stemte 1: Kari Nes (AP).']
    expect(contradictionsIn(...lines)).toMatchObject([{ stated: 'Kari Nes', found: 'Kari Nes × 2' }])
  })

  it('says nothing where no names stand or a part could not be read', () => {
    expect(only('For forslaget stemte 3.').namesMatch).toBeUndefined()
    expect(only('For forslaget stemte 3: Kari Nes (AP), resten av flertallet.').namesMatch).toBeUndefined()
    expect(contradictionsIn('For forslaget stemte 3: 2 H og SV.')).toEqual([])
  })
})

describe('the check of voters against those present', () => {
  const votes = readVotes(blocksOf('For forslaget stemte 2: Kari M. Nes (AP), Ola Dahl (H).'))
  const flagged = (...names: string[]): unknown =>
    withUnlistedVoters([itemWith(votes)], { value: names.map(person), quote: '', page: 1 })[0]?.votes[0]?.unlistedVoters

  it('flags who is not listed, whatever middle names are left out', () => {
    expect(flagged('Kari Marie Nes', 'Per Vik')).toEqual(['Ola Dahl'])
    expect(flagged('Kari Nes', 'Ola Per Dahl')).toEqual([])
    expect(flagged('Kari Dahl', 'Ola Nes')).toEqual(['Kari M. Nes', 'Ola Dahl'])
  })

  it('is not made where the minutes list nobody', () => {
    expect(withUnlistedVoters([itemWith(votes)], undefined)[0]?.votes[0]?.unlistedVoters).toBeUndefined()
  })
})

describe('any printed list of names', () => {
  const name = fc
    .tuple(
      fc.constantFrom('Kari', 'Ola', 'Per-Ole', 'Anne Grete', 'Åse', 'Øyvind', 'Siri-Marie'),
      fc.constantFrom('Nes', 'Dahl', 'Krogstad-Vik', 'Moen Luktvass', 'von Berg', "O'Brien", 'Ærøy'),
      fc.nat(9999),
    )
    // The number keeps names apart: in letters, for a name holds no digits.
    .map(([given, family, number]) =>
      `${given} ${[...String(number)].map((digit) => 'Abcdefghij'[Number(digit)]).join('')} ${family}`.replace(
        / ([a-j])/,
        (_, c: string) => ` ${c.toUpperCase()}`,
      ),
    )
  const party = fc.constantFrom('AP', 'FrP', 'H', 'SP', 'SV', 'V', 'KRF', 'R', 'MDG', 'INP', 'UAVH', 'Nordbylista')
  const voters = fc.uniqueArray(fc.tuple(name, party), { minLength: 1, maxLength: 30, selector: ([who]) => who })

  const wrap = (text: string, width: number): string[] => {
    const lines: string[] = []
    let line = ''
    for (const word of text.split(' ')) {
      if (line && line.length + word.length + 1 > width) {
        lines.push(line)
        line = word
      } else line = line ? `${line} ${word}` : word
    }
    return [...lines, line]
  }
  const printed = (list: readonly (readonly [string, string])[]): string =>
    list.map(([who, of]) => `${who} (${of})`).join(', ')

  it('comes back as it was, wrapped at any width and cut into paragraphs anywhere', () => {
    fc.assert(
      fc.property(
        voters,
        fc.integer({ min: 30, max: 120 }),
        fc.boolean(),
        fc.boolean(),
        (list, width, isCut, isNynorsk) => {
          const stated = isNynorsk
            ? `For framlegget røysta ${list.length}: ${printed(list)}.`
            : `For forslaget stemte ${list.length}: ${printed(list)}.`
          const lines = wrap(stated, width)
          const [vote] = readVotes(isCut ? blocksOf(...lines) : blocksOf(lines.join('\n')))
          expect(vote?.forCount).toBe(list.length)
          expect(vote?.sides[0]?.voters.map((voter) => [voter.name, voter.party])).toEqual(list)
          expect(vote?.namesMatch).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('never agrees with a count that is not its own', () => {
    fc.assert(
      fc.property(voters, fc.integer({ min: 1, max: 5 }), (list, more) => {
        const [vote] = readVotes(blocksOf(`For forslaget stemte ${list.length + more}: ${printed(list)}.`))
        expect(vote?.namesMatch).toBe(false)
      }),
      { numRuns: 100 },
    )
  })

  it('is read in time that grows with its length, whatever it holds', () => {
    const hostile = ['For forslaget stemte 3: ', `${'Aa '.repeat(20_000)}(`, `${'(('.repeat(20_000)}, Kari Nes (AP)`]
    const before = performance.now()
    for (const tail of hostile) readVotes(blocksOf(`For forslaget stemte 3: ${tail}`, tail))
    expect(performance.now() - before).toBeLessThan(3000)
  })
})

const SHARED = join(import.meta.dirname, '../../../../shared/documents')
const sha = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

const whereTheyAre = existsSync(SHARED) ? describe : describe.skip

whereTheyAre('the real protocols', () => {
  const read = async (name: string): Promise<AgendaItem> => {
    const file = await readFileBytes(readFileSync(join(SHARED, name)), name)
    if (!('pages' in file)) throw new Error(name)
    return parseDocument(file, name).meeting?.items[0] as AgendaItem
  }
  const summary = ({ votes }: AgendaItem): unknown[] =>
    votes.map((vote) => [
      vote.sides.map(({ stance, count, voters }) => `${stance} ${count} ${voters.length}`).join(', '),
      vote.outcome,
      vote.namesMatch,
      vote.hasCastingVote,
    ])

  it.each([
    [
      'levanger-planutvalg-sak24-2026.txt',
      [
        ['for 9 9, for 1 1', 'carried', true, false],
        ['for 7 7, against 3 3', 'carried', true, false],
        ['for 1 1, against 9 9', 'lost', true, false],
        ['for 4 4, against 6 6', 'lost', true, false],
      ],
      ['lost', 'carried', 'lost', 'lost'],
      'ed38f96593e5ad91',
    ],
    [
      'steinkjer-formannskap-sak10-2026.txt',
      [
        ['for 12 12', 'carried', true, false],
        ['for 5 5, against 7 7', 'lost', true, false],
        ['for 8 8, against 4 4', 'carried', true, false],
      ],
      ['lost', 'carried'],
      '12a1aedc6dc9958e',
    ],
    [
      'steinkjer-hovedutvalg-sak30-2026.txt',
      [['for 4 4, against 4 4', 'carried', true, true]],
      ['carried'],
      'aca00eeb3064fc94',
    ],
  ])('%s has every counting, name and outcome', async (name, votes, proposals, hash) => {
    const item = await read(name)
    expect(summary(item)).toEqual(votes)
    expect(item.proposals.map(({ outcome }) => outcome)).toEqual(proposals)
    const names = item.votes.flatMap((vote) => vote.sides.flatMap(namesOf)).join('|')
    expect(sha(names)).toBe(hash)
  })
})
