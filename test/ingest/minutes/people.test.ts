import fc from 'fast-check'
import { readPeople } from '../../../src/ingest/minutes/people.ts'
import { readPeopleTable } from '../../../src/ingest/minutes/people-table.ts'

const names = (...entries: string[]): string[] => readPeople(entries).map((person) => person.name)
const EIGHT = [
  'Kari Nes',
  'Ola Per Dahl',
  'Anne-Marie Lund',
  'Per Vik',
  'Ingrid Moe',
  'Jon Berg',
  'Liv Haug',
  'Nils Eide',
]

describe('people', () => {
  it('are eight in sixteen tokens of "Surname, Given"', () => {
    expect(
      names('Nes, Kari, Dahl, Ola Per, Lund, Anne-Marie, Vik, Per, Moe, Ingrid, Berg, Jon, Haug, Liv, Eide, Nils'),
    ).toEqual(EIGHT)
  })

  it('are read from a comma list of full names, also with "og"', () => {
    expect(names('Kari Nes, Ola Per Dahl, Per Vik og Ingrid Moe')).toEqual([
      'Kari Nes',
      'Ola Per Dahl',
      'Per Vik',
      'Ingrid Moe',
    ])
  })

  it('are read from "Surname, Given" one an entry', () => {
    expect(names('Nes, Kari', 'Dahl, Ola Per')).toEqual(['Kari Nes', 'Ola Per Dahl'])
  })

  it('have their organisation from parentheses and after a comma, mixed in one list', () => {
    expect(readPeople(['Kari Nes (Nordby kommune)', 'Ola Dahl, Sørvik', '• Per Vik (Ap), nestleder'])).toEqual([
      { name: 'Kari Nes', organisation: 'Nordby kommune', role: undefined },
      { name: 'Ola Dahl', organisation: 'Sørvik', role: undefined },
      { name: 'Per Vik', organisation: 'Ap', role: 'nestleder' },
    ])
  })

  it('have their organisation in one line of "Name (Org)"', () => {
    expect(readPeople(['Kari Nes (Ap), Ola Dahl (H), Per Vik (Sp)'])).toEqual([
      { name: 'Kari Nes', organisation: 'Ap', role: undefined },
      { name: 'Ola Dahl', organisation: 'H', role: undefined },
      { name: 'Per Vik', organisation: 'Sp', role: undefined },
    ])
  })

  it('are grouped by municipality', () => {
    expect(readPeople(['Nordby kommune: Kari Nes, Ola Dahl. Sørvik kommune: Per Vik.'])).toEqual([
      { name: 'Kari Nes', organisation: 'Nordby kommune', role: undefined },
      { name: 'Ola Dahl', organisation: 'Nordby kommune', role: undefined },
      { name: 'Per Vik', organisation: 'Sørvik kommune', role: undefined },
    ])
  })

  it('are grouped by municipality, one group a line', () => {
    expect(readPeople(['Nordby kommune: Kari Nes, Ola Dahl', 'Sørvik kommune: Per Vik'])).toMatchObject([
      { name: 'Kari Nes', organisation: 'Nordby kommune' },
      { name: 'Ola Dahl', organisation: 'Nordby kommune' },
      { name: 'Per Vik', organisation: 'Sørvik kommune' },
    ])
  })

  it('may be a surname with role and party', () => {
    expect(readPeople(['Dahl, nestleder (Ap)', 'Nes (H)'])).toEqual([
      { name: 'Dahl', organisation: 'Ap', role: 'nestleder' },
      { name: 'Nes', organisation: 'H', role: undefined },
    ])
  })

  it('say for whom they are substitutes', () => {
    expect(
      readPeople(['Kari Nes vara for Ola Dahl', 'Per Vik, møtte for Liv Haug', 'Jon Berg (vara for Ingrid Moe)']),
    ).toMatchObject([
      { name: 'Kari Nes', role: 'vara for Ola Dahl' },
      { name: 'Per Vik', role: 'møtte for Liv Haug' },
      { name: 'Jon Berg', role: 'vara for Ingrid Moe' },
    ])
  })

  it('may carry a remark that is no name', () => {
    expect(names('Kari Nes (frå 51/14)', 'Ola Dahl (perm kl 14)', 'Per Vik, forfall 19.4')).toEqual([
      'Kari Nes',
      'Ola Dahl',
      'Per Vik',
    ])
  })

  it('may have their office in front of their name', () => {
    expect(
      readPeople([
        'Ordfører Kari Nes, Nordby kommune, leder',
        'Varaordfører Ola Dahl, Sørvik kommune (vara for Per Vik)',
        'Daglig leder Liv Haug',
      ]),
    ).toEqual([
      { name: 'Kari Nes', organisation: 'Nordby kommune', role: 'Ordfører, leder' },
      { name: 'Ola Dahl', organisation: 'Sørvik kommune', role: 'Varaordfører, vara for Per Vik' },
      { name: 'Liv Haug', organisation: undefined, role: 'Daglig leder' },
    ])
    expect(names('Ordfører Kari Nes og kommunedirektør Ola Dahl')).toEqual(['Kari Nes', 'Ola Dahl'])
  })

  it('may all be of one municipality, each with it in parentheses', () => {
    expect(readPeople(['Kari Nes (Nordby kommune), Ola Dahl (Nordby kommune), Per Vik (Sikt IKT)'])).toEqual([
      { name: 'Kari Nes', organisation: 'Nordby kommune', role: undefined },
      { name: 'Ola Dahl', organisation: 'Nordby kommune', role: undefined },
      { name: 'Per Vik', organisation: 'Sikt IKT', role: undefined },
    ])
  })

  it('may hold offices with a hyphen, and nynorsk ones', () => {
    expect(readPeople(['Kari Nes (hovudverneombod), Ola Dahl (HR-sjef)']).map(({ role }) => role)).toEqual([
      'hovudverneombod',
      'HR-sjef',
    ])
  })

  it('between semicolons are one each, with what they are and of what', () => {
    expect(
      readPeople([
        'Kari Nes, kommunedirektør Nordby (møteleder); Turid Aasmo, konstituert rådmann Sørvik (vara for Ola Dahl); Per Vik, daglig leder Nordby vann; Liv Moe, prosjektleder arkiv (sak 21/25)',
      ]),
    ).toEqual([
      { name: 'Kari Nes', organisation: 'Nordby', role: 'kommunedirektør, møteleder' },
      { name: 'Turid Aasmo', organisation: 'Sørvik', role: 'konstituert rådmann, vara for Ola Dahl' },
      { name: 'Per Vik', organisation: 'Nordby vann', role: 'daglig leder' },
      { name: 'Liv Moe', organisation: undefined, role: 'prosjektleder arkiv, sak 21/25' },
    ])
  })

  it('tell what they are behind a comma as well, where the next is somebody else', () => {
    expect(readPeople(['Kari Nes, rådmann Nordby, Ola Dahl, økonomisjef Sørvik'])).toEqual([
      { name: 'Kari Nes', organisation: 'Nordby', role: 'rådmann' },
      { name: 'Ola Dahl', organisation: 'Sørvik', role: 'økonomisjef' },
    ])
    expect(
      readPeople(['HR-sjef Kari Nes, kommunalsjef helse og mestring Ola Dahl, hovedverneombud Per Vik']),
    ).toMatchObject([
      { name: 'Kari Nes', role: 'HR-sjef' },
      { name: 'Ola Dahl', role: 'kommunalsjef helse og mestring' },
      { name: 'Per Vik', role: 'hovedverneombud' },
    ])
  })

  it('may have a body of several words behind a comma', () => {
    expect(readPeople(['Kari Nes, Nordby vann, Ola Dahl, Sørby kommunale revisjon'])).toMatchObject([
      { name: 'Kari Nes', organisation: 'Nordby vann' },
      { name: 'Ola Dahl', organisation: 'Sørby kommunale revisjon' },
    ])
  })

  it('are pairs of surname and given name though a remark stands behind some', () => {
    expect(readPeople(['Nes, Kari (daglig leder), Dahl, Ola, Vik, Per (Nordby)'])).toEqual([
      { name: 'Kari Nes', organisation: undefined, role: 'daglig leder' },
      { name: 'Ola Dahl', organisation: undefined, role: undefined },
      { name: 'Per Vik', organisation: 'Nordby', role: undefined },
    ])
  })

  it('may come for somebody, or sit for a party that heads its members', () => {
    expect(readPeople(['FAU v/ Kari Nes', 'Elevråd v/ Ola Dahl og Per Vik'])).toMatchObject([
      { name: 'Kari Nes', organisation: 'FAU' },
      { name: 'Ola Dahl', organisation: 'Elevråd' },
      { name: 'Per Vik', organisation: 'Elevråd' },
    ])
    expect(readPeople(['Høyre: Kari Nes, Ola Dahl Sosialistisk Venstreparti: Per Vik'])).toMatchObject([
      { name: 'Kari Nes', organisation: 'Høyre' },
      { name: 'Ola Dahl', organisation: 'Høyre' },
      { name: 'Per Vik', organisation: 'Sosialistisk Venstreparti' },
    ])
  })

  it('may be one with office and party', () => {
    expect(readPeople(['Kari Nes, nestleder (AP)'])).toEqual([
      { name: 'Kari Nes', organisation: 'AP', role: 'nestleder' },
    ])
  })

  it('may be two minute takers', () => {
    expect(names('Kari Nes og Ola Dahl')).toEqual(['Kari Nes', 'Ola Dahl'])
  })

  it('may be given names alone', () => {
    expect(names('Kari, Ola, Per, Ingrid Marie')).toEqual(['Kari', 'Ola', 'Per', 'Ingrid Marie'])
  })

  it('may have initials', () => {
    expect(names('Janne K. J. Lund, Per E. Vik')).toEqual(['Janne K. J. Lund', 'Per E. Vik'])
  })

  it.each(['', 'Ingen', 'ingen meldt', '-', '–', 'Ingen forfall.', 'Inga'])('are none in "%s"', (text) => {
    expect(readPeople([text])).toEqual([])
  })

  it('are none in a sentence that only counts them', () => {
    expect(readPeople(['Det møtte 23 av 25 medlemmer.'])).toEqual([])
  })
})

describe('a table of people', () => {
  it('says by its header what the columns are', () => {
    expect(
      readPeopleTable([
        ['Navn', 'Funksjon', 'Parti', 'Møtte for'],
        ['Kari Nes', 'Leder', 'AP', ''],
        ['Nes Dahl, Ola', 'Medlem', 'H', 'Per Vik'],
      ]),
    ).toEqual([
      { name: 'Kari Nes', organisation: 'AP', role: 'Leder' },
      { name: 'Ola Nes Dahl', organisation: 'H', role: 'Medlem, møtte for Per Vik' },
    ])
  })

  it('may have two columns in one, and its substitutes by another word', () => {
    expect(
      readPeopleTable([
        ['Navn', 'Funksjon Parti', 'Varamedlem for'],
        ['Kari Nes', 'Leder SP', ''],
        ['Ola Dahl', 'Varamedlem AP', 'Per Vik'],
      ]),
    ).toEqual([
      { name: 'Kari Nes', organisation: 'SP', role: 'Leder' },
      { name: 'Ola Dahl', organisation: 'AP', role: 'Varamedlem, møtte for Per Vik' },
    ])
  })

  it('needs no header', () => {
    expect(
      readPeopleTable([
        ['Kari Nes', 'Nordby'],
        ['Ola Dahl', 'Sørvik'],
      ]),
    ).toMatchObject([
      { name: 'Kari Nes', organisation: 'Nordby' },
      { name: 'Ola Dahl', organisation: 'Sørvik' },
    ])
  })
})

const GIVEN = ['Kari', 'Ola', 'Anne', 'Per', 'Ingrid', 'Jon', 'Liv', 'Nils', 'Marit', 'Hans']
const SURNAMES = [
  'Nesvold',
  'Dahlmo',
  'Lundrem',
  'Vikhaug',
  'Moen',
  'Bergstø',
  'Haugland',
  'Eidsvik',
  'Åsrud',
  'Øygard',
]
const person = fc.tuple(fc.constantFrom(...GIVEN), fc.constantFrom(...SURNAMES))
const people = fc.uniqueArray(person, {
  minLength: 2,
  maxLength: 12,
  selector: ([given, surname]) => `${given} ${surname}`,
})

describe('a list printed and read again', () => {
  it.each([
    [
      'full names',
      (list: readonly (readonly [string, string])[]) => [
        list.map(([given, surname]) => `${given} ${surname}`).join(', '),
      ],
    ],
    [
      'surname first',
      (list: readonly (readonly [string, string])[]) => [
        list.map(([given, surname]) => `${surname}, ${given}`).join(', '),
      ],
    ],
    [
      'one an entry',
      (list: readonly (readonly [string, string])[]) =>
        list.map(([given, surname]) => `• ${given} ${surname} (Nordby)`),
    ],
    [
      'with "og"',
      (list: readonly (readonly [string, string])[]) => [
        list
          .map(([given, surname]) => `${given} ${surname}`)
          .join(', ')
          .replace(/, ([^,]*)$/, ' og $1'),
      ],
    ],
  ])('names the same people: %s', (_, print) => {
    fc.assert(
      fc.property(people, (list) => {
        expect(names(...print(list))).toEqual(list.map(([given, surname]) => `${given} ${surname}`))
      }),
    )
  })
})
