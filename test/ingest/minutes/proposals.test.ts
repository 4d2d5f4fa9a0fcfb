import type { Proposal } from '../../../src/domain/meeting.ts'
import { caseHeadingStart, splitItems } from '../../../src/ingest/minutes/items.ts'
import { blocksOf } from '../blocks.ts'

const proposalsIn = (...lines: string[]): readonly Proposal[] => {
  const { items } = splitItems(blocksOf('PS 1/24 Ny skole', ...lines), caseHeadingStart, { decisionExtent: 'by-label' })
  return items[0]?.item.proposals ?? []
}
const short = (proposals: readonly Proposal[]): unknown[] =>
  proposals.map(({ who, party, kind, text, outcome }) => [who, party, kind, text, outcome])

describe('a proposal', () => {
  it('is read with its proposer, its words and what the vote made of it', () => {
    const [proposal] = proposalsIn(
      'Behandling:',
      'Kari Nes (SV) fremmet på vegne av SV, AP og V følgende alternative forslag:',
      '1. Skolen bygges i Nordby.',
      '2. Den åpner i 2027.',
      'Votering:',
      'For innstillingen stemte 2: Ola Dahl (H), Per Vik (SP).',
      'For det alternative forslaget stemte 1: Kari Nes (SV).',
      'Dermed ble innstillingen vedtatt.',
      'Vedtak:',
      'Skolen bygges i Sørby.',
    )
    expect(proposal).toEqual({
      who: 'Kari Nes',
      party: 'SV',
      onBehalfOf: 'SV, AP og V',
      kind: 'alternative',
      text: '1. Skolen bygges i Nordby.\n2. Den åpner i 2027.',
      outcome: 'lost',
      vote: 0,
      quote:
        'Kari Nes (SV) fremmet på vegne av SV, AP og V følgende alternative forslag: 1. Skolen bygges i Nordby. 2. Den åpner i 2027.',
      page: 1,
    })
  })

  it('keeps several apart, each with its own outcome', () => {
    expect(
      short(
        proposalsIn(
          'Ola Dahl (H) fremmet følgende tilleggsforslag:',
          'Skolen får svømmehall.',
          'For forslaget stemte 1: Ola Dahl (H).',
          'Imot forslaget stemte 2: Kari Nes (SV), Per Vik (SP).',
          'Dermed ble tilleggsforslag ikke vedtatt.',
          'Per Vik (SP) fremmet følgende tilleggsforslag: Skolen får verksted.',
          'For forslaget stemte 3: Ola Dahl (H), Kari Nes (SV), Per Vik (SP).',
          'Dermed ble tilleggsforslag vedtatt.',
        ),
      ),
    ).toEqual([
      ['Ola Dahl', 'H', 'additional', 'Skolen får svømmehall.', 'lost'],
      ['Per Vik', 'SP', 'additional', 'Skolen får verksted.', 'carried'],
    ])
  })

  it('is one of numbered ones, where the recommendation is the first', () => {
    expect(
      short(
        proposalsIn(
          'Innstilling:',
          'Skolen bygges i Sørby.',
          'Dette ble satt opp mot:',
          'Kari Nes (SV) fremmet følgende alternative forslag:',
          'Skolen bygges i Nordby.',
          'For forslag 1 stemte 1: Ola Dahl (H).',
          'For forslag 2 stemte 2: Kari Nes (SV), Per Vik (SP).',
          'Dermed ble forslag 2 vedtatt.',
        ),
      ),
    ).toEqual([['Kari Nes', 'SV', 'alternative', 'Skolen bygges i Nordby.', 'carried']])
  })

  it.each([
    ['Dagfinn Li (SP) kom med dette endringsframlegget til punkt 1:', 'Dagfinn Li', 'SP', 'amendment'],
    ['Tilleggsforslag fra Kari Nes (SV):', 'Kari Nes', 'SV', 'additional'],
    ['Endringsforslag fra Senterpartiet:', 'Senterpartiet', 'Senterpartiet', 'amendment'],
    ['Det ble fremmet følgende oversendelsesforslag fra Kari Nes (SV):', 'Kari Nes', 'SV', 'referral'],
    ['Alternativt forslag:', undefined, undefined, 'alternative'],
  ])('opens with: %s', (opening, who, party, kind) => {
    expect(short(proposalsIn(opening, 'Skolen bygges i Nordby.', 'Enstemmig vedtatt.'))).toEqual([
      [who, party, kind, 'Skolen bygges i Nordby.', undefined],
    ])
  })

  it.each([
    [
      'Magnhild Li (V) gjorde framlegg om å utsetje saka til tala er klare.',
      'Utsetjingsframlegget vart samrøystes vedteke.',
      ['Magnhild Li', 'V', 'postponement', 'å utsetje saka til tala er klare.', 'carried'],
    ],
    [
      'Det var uenighet. Nordby foreslo at skolen legges til Nordby.',
      'Rådet drøftet saken.',
      ['Nordby', undefined, 'other', 'at skolen legges til Nordby.', undefined],
    ],
  ])('is told in a sentence: %s', (sentence, next, proposal) => {
    expect(short(proposalsIn(sentence, next))).toEqual([proposal])
  })

  it('is sent back by its own words', () => {
    expect(
      short(
        proposalsIn(
          'Kari Nes (SV) fremmet følgende forslag:',
          'På vegne av SV og V,',
          'Saken sendes tilbake til administrasjonen.',
          'Dermed ble forslaget vedtatt.',
        ),
      ),
    ).toEqual([['Kari Nes', 'SV', 'send-back', 'Saken sendes tilbake til administrasjonen.', undefined]])
  })

  it('was withdrawn where the minutes say so', () => {
    expect(
      proposalsIn('Kari Nes (SV) fremmet følgende forslag:', 'Skolen bygges i Nordby.', 'Forslaget ble trukket.')[0]
        ?.outcome,
    ).toBe('withdrawn')
  })

  it('was withdrawn by whoever is named', () => {
    const proposals = proposalsIn(
      'Kari Nes (SV) fremmet følgende forslag:',
      'Skolen bygges i Nordby.',
      'Ola Dahl (H) fremmet følgende forslag:',
      'Skolen bygges i Sørby.',
      'Kari Nes (SV) trakk sitt forslag.',
    )
    expect(short(proposals)).toEqual([
      ['Kari Nes', 'SV', 'other', 'Skolen bygges i Nordby.', 'withdrawn'],
      ['Ola Dahl', 'H', 'other', 'Skolen bygges i Sørby.', undefined],
    ])
  })

  it('may be told with its proposer behind the verb, and without a paragraph of its own', () => {
    expect(
      short(
        proposalsIn(
          'Etter en pause la Kari Nes fram slikt forslag: Skolen bygges i Nordby.',
          'Ola Dahl (H) sette fram framlegg om å sende saka attende til administrasjonen.',
        ),
      ),
    ).toEqual([
      ['Kari Nes', undefined, 'other', 'Skolen bygges i Nordby.', undefined],
      ['Ola Dahl', 'H', 'send-back', 'å sende saka attende til administrasjonen.', undefined],
    ])
  })

  it('is carried under the word that introduced it', () => {
    const [proposal] = proposalsIn(
      'Innstilling:',
      'Skolen bygges i Sørby.',
      'Behandling:',
      'Kari Nes (SV) fremmet på vegne av SV og AP følgende omforente forslag:',
      'Skolen bygges i Nordby.',
      'Votering:',
      'Ved alternativ votering mellom innstillingen og det omforente forslaget ble det omforente forslaget vedtatt med 6 mot 3 stemmer.',
    )
    expect(proposal?.outcome).toBe('carried')
  })

  it('is lost where it got fewer votes', () => {
    const [proposal] = proposalsIn(
      'Kari Nes foreslo at skolen bygges i Nordby.',
      'Innstillingen fikk 4 stemmer, forslaget fra Nes 2 stemmer.',
    )
    expect(proposal?.outcome).toBe('lost')
  })

  it('takes one paragraph only, where no vote tells its end', () => {
    expect(
      proposalsIn('Kari Nes (SV) fremmet følgende forslag:', 'Skolen bygges i Nordby.', 'Rådet drøftet økonomien.')[0]
        ?.text,
    ).toBe('Skolen bygges i Nordby.')
  })

  it.each([
    'Hun fremmet ikke nytt forslag om plassering.',
    'Nordby tok til orde for en annen tomt, men fremmet ikke eget forslag.',
    'Kommunedirektørens forslag til vedtak:',
    'Forslaget fikk ikke støtte fra de andre.',
    'Arbeidsgruppa hadde foreslått én skole.',
    'Kommunedirektørens forslag ble satt opp mot det alternative forslaget fra Kari Nes.',
  ])('is not: %s', (line) => {
    expect(proposalsIn(line, 'Skolen bygges i Nordby.')).toEqual([])
  })

  it('is decided by the vote that calls it by its proposer, or by the label above the vote', () => {
    const decided = (votes: readonly string[]): unknown[] =>
      proposalsIn(
        'Kari Nes (SV) fremmet følgende tilleggsforslag: «Skolen får svømmehall.»',
        'Ola Dahl (H) fremmet følgende tilleggsforslag på vegne av H og KRF: «Skolen får verksted.»',
        'Votering',
        ...votes,
      ).map(({ outcome, vote }) => [outcome, vote])
    expect(
      decided(['Dahls tilleggsforslag ble vedtatt med 3 mot 2 stemmer. Tilleggsforslaget til Nes falt mot 1 stemme.']),
    ).toEqual([
      ['lost', 1],
      ['carried', 0],
    ])
    expect(
      decided([
        'Tilleggsforslag fra H og KRF:',
        'For forslaget stemte 1: Ola Dahl (H).',
        'Imot forslaget stemte 2: Kari Nes (SV), Per Vik (SP).',
        'Dermed ble tilleggsforslaget ikke vedtatt.',
        'Tilleggsforslag fra SV:',
        'For forslaget stemte 3: Kari Nes (SV), Ola Dahl (H), Per Vik (SP).',
        'Dermed ble tilleggsforslaget vedtatt.',
      ]),
    ).toEqual([
      ['carried', 1],
      ['lost', 0],
    ])
    expect(decided(['Innstillingen med tilleggsforslaget fra SV ble enstemmig vedtatt.'])).toEqual([
      ['carried', 0],
      [undefined, undefined],
    ])
    // One vote over "tilleggsforslaget", where two stand open, tells of neither.
    expect(decided(['Tilleggsforslaget ble vedtatt med 3 mot 2 stemmer.'])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ])
  })

  it('ends where the same paragraph votes over it', () => {
    const [proposal] = proposalsIn(
      'Kari Nes (SV) sette fram dette endringsframlegget: Skulen vert bygd i Sørby. Røysting: Framlegget fekk 2 røyster og fall mot 5.',
    )
    expect(proposal).toMatchObject({ text: 'Skulen vert bygd i Sørby.', outcome: 'lost', vote: 0 })
  })
})
