import { listsIn, listWithin } from '../../src/answer/points.ts'

describe('the lists of a passage', () => {
  it('are one where a line leads to points', () => {
    expect(listsIn('Følgende tiltak er satt i gang:\n• nye rutiner\n• flere kurs')).toEqual([
      {
        lead: 'Følgende tiltak er satt i gang:',
        points: ['• nye rutiner', '• flere kurs'],
        above: '',
        isNested: false,
      },
    ])
  })

  it('are two where a point ran together with the line that leads to the next points', () => {
    const lists = listsIn(
      'Prosjekter for skolene:\n• nye skjermer\n• felles innlogging Interne prosjekter:\n• ny brannmur',
    )
    expect(lists.map(({ lead, points }) => [lead, ...points])).toEqual([
      ['Prosjekter for skolene:', '• nye skjermer', '• felles innlogging'],
      ['Interne prosjekter:', '• ny brannmur'],
    ])
  })

  it('are two where the line that leads to points of another sort tells so', () => {
    const lists = listsIn(
      'Tiltak:\n1. Kutte to stillinger\n2. Færre lisenser Punkt 1 vil få følgende konsekvenser for brukerne:\n- lengre kø',
    )
    expect(lists.map(({ lead, points }) => [lead, ...points])).toEqual([
      ['Tiltak:', '1. Kutte to stillinger', '2. Færre lisenser'],
      ['Punkt 1 vil få følgende konsekvenser for brukerne:', '- lengre kø'],
    ])
  })

  it('go on with their own points behind those of a point', () => {
    const lists = listsIn('Oppgaver framover:\n1. Drift:\n- bytte lagring\n- flytte servere\n2. Lage årshjul')
    expect(lists.map(({ lead, points }) => [lead, ...points])).toEqual([
      ['Oppgaver framover:', '1. Drift:', '2. Lage årshjul'],
      ['1. Drift:', '- bytte lagring', '- flytte servere'],
    ])
  })

  it('are those of a point, though no colon leads to them, where their marks are of another sort', () => {
    const lists = listsIn(
      'Innspill:\n1. Er det mer å ta opp?\n[...]\n➢ Tekstene er for dårlige\n2. Hva haster?\n➢ Navnet',
    )
    expect(lists.map(({ lead, points }) => [lead, ...points])).toEqual([
      ['Innspill:', '1. Er det mer å ta opp?', '2. Hva haster?'],
      ['1. Er det mer å ta opp?', '[...]', '➢ Tekstene er for dårlige'],
      ['2. Hva haster?', '➢ Navnet'],
    ])
  })

  it('do not take the name behind a preposition for a line of its own', () => {
    const lists = listsIn('Status:\n• møter i Nordvik kommune:\n• tre er holdt')
    expect(lists.map(({ lead }) => lead)).toEqual(['Status:', '• møter i Nordvik kommune:'])
  })

  it('are cut to the first sentence of each point where the whole is too long, and told to be', () => {
    const list = {
      lead: 'Årsaker:',
      points: ['• Strømmen ble dyrere. Det gjelder hele året.', '• Færre møter.'],
      above: '',
    }
    expect(listWithin(list, 60)).toBe('Årsaker:\n• Strømmen ble dyrere. […]\n• Færre møter.')
    expect(listWithin(list, 20)).toBeUndefined()
  })
})
