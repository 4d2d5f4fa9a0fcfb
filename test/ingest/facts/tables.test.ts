import { readFacts } from '../../../src/ingest/facts/read-facts.ts'
import { passage, report, tablePassage } from './parsed-text.ts'

const tablesOf = (...passages: Parameters<typeof report>[0]) => readFacts(report(passages)).tables
const checks = (...rows: (string | number)[][]) =>
  tablesOf(tablePassage(rows))[0]?.columns.map(({ sumCheck }) => sumCheck)

describe('a table', () => {
  it('has its caption, header, rows, page, passage and item', () => {
    const [table] = tablesOf(
      'Fordelingen er slik:',
      tablePassage(
        [
          ['Kommune', 'Andel'],
          ['Storvik', '60 %'],
          ['Nesvik', '40 %'],
        ],
        { page: 4, caseNumber: undefined },
      ),
    )
    expect(table).toStrictEqual({
      caption: 'Fordelingen er slik:',
      columns: [
        { header: 'Kommune', isNumeric: false, sumCheck: 'none' },
        { header: 'Andel', isNumeric: true, sumCheck: 'none' },
      ],
      rows: [
        ['Storvik', '60 %'],
        ['Nesvik', '40 %'],
      ],
      page: 4,
      passage: 1,
      caseNumber: undefined,
    })
  })

  it('has no caption when the sentence above is of something else or of another section', () => {
    const table = tablePassage([
      ['Kommune', 'Andel'],
      ['Storvik', '60 %'],
    ])
    expect(tablesOf('Brannen varte i tre timer.', table)[0]?.caption).toBeUndefined()
    expect(tablesOf(passage('Slik er det:', { headings: ['2 Annet'] }), table)[0]?.caption).toBeUndefined()
  })

  it("has the header and caption of the table that a page's end parted it from", () => {
    const [, rest] = tablesOf(
      'Tabellen er slik:',
      tablePassage([
        ['Post', 'Regnskap 2024', 'Budsjett 2024'],
        ['Lønn', '12', '13'],
      ]),
      tablePassage(
        [
          ['Lisenser', '8', '9'],
          ['Leie', '3', '2'],
        ],
        { page: 2 },
      ),
    )
    expect(rest?.caption).toBe('Tabellen er slik:')
    expect(rest?.columns.map(({ header }) => header)).toEqual(['Post', 'Regnskap 2024', 'Budsjett 2024'])
  })

  it('has a header that was read as a heading, when it has a word for each column', () => {
    const rows = [
      ['Storvik', '60 %', '6,0'],
      ['Nesvik', '40 %', '4,0'],
    ]
    const under = (heading: string) =>
      tablesOf(tablePassage(rows, { headings: [heading] }))[0]?.columns.map(({ header }) => header)
    expect(under('Kommune Andel 2026 Beløp 2026')).toEqual(['Kommune', 'Andel 2026', 'Beløp 2026'])
    expect(under('Kommune Andel')).toEqual(['', '', ''])
    expect(under('Fordelingen mellom kommunene')).toEqual(['', '', ''])
  })

  it('has no header when its first row holds numbers', () => {
    expect(
      tablesOf(
        tablePassage([
          ['Lønn', '12'],
          ['Lisenser', '8'],
        ]),
      )[0],
    ).toMatchObject({
      columns: [{ header: '' }, { header: '' }],
      rows: [
        ['Lønn', '12'],
        ['Lisenser', '8'],
      ],
    })
  })

  it('is none when it is a list of which the bullets became a column', () => {
    expect(
      tablesOf(
        tablePassage([
          ['o', 'Første'],
          ['o', 'Andre'],
        ]),
      ),
    ).toEqual([])
  })
})

describe('the sum of a column', () => {
  it('holds to the last decimal, dashes being zero', () => {
    expect(checks(['', '2023', '2024'], ['A', '0,1', '-'], ['B', '0,2', '12'], ['Sum', '0,3', '12'])).toEqual([
      'none',
      'holds',
      'holds',
    ])
  })

  it('differs when its parts make something else', () => {
    expect(checks(['', 'Antall'], ['A', 10], ['B', 12], ['Sum', 23])).toEqual(['none', 'differs'])
    expect(checks(['', 'Beløp'], ['A', '1,10'], ['B', '2,25'], ['Totalt', '3,36'])).toEqual(['none', 'differs'])
  })

  it.each([
    [
      'without a sum row',
      [
        ['', 'Antall'],
        ['A', 10],
        ['B', 12],
      ],
    ],
    [
      'with subtotals, whose parts nobody names',
      [
        ['', 'kr'],
        ['A', 1],
        ['B', 2],
        ['Sum drift', 3],
        ['C', 4],
        ['Sum', 7],
      ],
    ],
    [
      'with a part that is no number',
      [
        ['', 'kr'],
        ['A', 1],
        ['B', 'ukjent'],
        ['C', 1],
        ['Sum', 5],
      ],
    ],
    [
      'of changes in per cent',
      [
        ['', 'Endring'],
        ['A', '2 %'],
        ['B', '3 %'],
        ['Sum', '2,4 %'],
      ],
    ],
    [
      'of averages',
      [
        ['', 'Gjennomsnitt'],
        ['A', 2],
        ['B', 4],
        ['Sum', 3],
      ],
    ],
  ])('is not checked %s', (_why, rows) => {
    expect(checks(...(rows as (string | number)[][]))?.[1]).toBe('none')
  })

  it('is checked for shares of a whole', () => {
    expect(checks(['', 'Andel'], ['A', '60 %'], ['B', '40 %'], ['Sum', '100 %'])?.[1]).toBe('holds')
    expect(checks(['', 'Andel'], ['A', '60,5 %'], ['B', '39,5 %'], ['Sum', '100,0 %'])?.[1]).toBe('holds')
  })
})
