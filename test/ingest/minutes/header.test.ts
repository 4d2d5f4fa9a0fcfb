import { meetingFields, readHeader } from '../../../src/ingest/minutes/header.ts'
import { blocksOf } from '../blocks.ts'

const fieldsOf = (...lines: string[]) => {
  const blocks = blocksOf(...lines)
  return meetingFields(readHeader(blocks, blocks.length))
}

describe('a field', () => {
  it('that is there and empty says nobody, with what shows it as its quote', () => {
    const { absent } = fieldsOf('Til stede: Kari Nes, Ola Dahl', 'Forfall:', 'Referent: Kari Nes')
    expect(absent?.value).toEqual([])
    expect(absent?.quote).toContain('Forfall')
  })

  it('that is missing is unknown', () => {
    expect(fieldsOf('Til stede: Kari Nes, Ola Dahl').absent).toBeUndefined()
    expect(fieldsOf('Forfall: Kari Nes').present).toBeUndefined()
  })

  it('may be filled by the line below', () => {
    const { present, date } = fieldsOf('Dato:', '14.11.2024', 'Til stede:', 'Kari Nes, Ola Dahl', 'Forfall:', 'Per Vik')
    expect(date?.value).toBe('2024-11-14')
    expect(present?.value.map((person) => person.name)).toEqual(['Kari Nes', 'Ola Dahl'])
  })

  it('may be filled by the list below, and ends where the list ends', () => {
    const { present, absent } = fieldsOf(
      'Til stede:',
      '- Kari Nes (Nordby)',
      '- Ola Dahl (Sørvik)',
      'Forfall: Per Vik',
      'Vi startet med en runde.',
    )
    expect(present?.value.map((person) => person.name)).toEqual(['Kari Nes', 'Ola Dahl'])
    expect(absent?.value.map((person) => person.name)).toEqual(['Per Vik'])
  })

  it('may have a label that its narrow cell broke, and names with a sentence behind them', () => {
    const { present, absent } = fieldsOf(
      '|Møteleder:|Kari Nes|\n|Medlemmer til|Kari Nes (H), Ola Dahl (SP),|\n|stede:|Per Vik (V)|\n|Forfall:|Liv Moe (AP). Vara hadde ikke anledning til å møte.|',
    )
    expect(present?.value.map((person) => person.name)).toEqual(['Kari Nes', 'Ola Dahl', 'Per Vik'])
    expect(absent?.value.map((person) => person.name)).toEqual(['Liv Moe'])
  })

  it('that only counts gives way to the names further down', () => {
    const { present } = fieldsOf(
      'Til stede: 3, av disse ingen vara.',
      'Til stede på møtet:',
      'Høyre: Kari Nes',
      'Venstre: Ola Dahl',
    )
    expect(present?.value.map(({ name, organisation }) => `${name}, ${organisation}`)).toEqual([
      'Kari Nes, Høyre',
      'Ola Dahl, Venstre',
    ])
  })

  it('may stand as a row within the table of those who met', () => {
    const { present, absent } = fieldsOf(
      '| Navn | Funksjon | Parti |\n| Kari Nes | Leder | SP |\n| Ola Dahl | Medlem | H |\n| Forfall: | Per Vik (AP) | |',
    )
    expect(present?.value.map(({ name }) => name)).toEqual(['Kari Nes', 'Ola Dahl'])
    expect(absent?.value).toEqual([{ name: 'Per Vik', organisation: 'AP', role: undefined }])
    const below = fieldsOf('Til stede:', '| Navn | Parti |\n| Kari Nes | SP |\n| Forfall: | Per Vik (AP) |')
    expect([below.present, below.absent].map((people) => people?.value.map(({ name }) => name))).toEqual([
      ['Kari Nes'],
      ['Per Vik'],
    ])
  })

  it.each([
    'Følgende faste medlemmer hadde forfall:',
    'Følgjande medlemer hadde meldt forfall:',
    'Faste medlemmer som ikke møtte:',
    'Medlemmer med forfall:',
  ])('of those who were absent may be called "%s"', (label) => {
    expect(fieldsOf(label, '| Navn | Parti |\n| Kari Nes | H |').absent?.value.map(({ name }) => name)).toEqual([
      'Kari Nes',
    ])
  })

  it('is not filled by the field after it', () => {
    const { absent, minuteTaker } = fieldsOf('Forfall', 'Referent', 'Kari Nes')
    expect(absent?.value).toEqual([])
    expect(minuteTaker?.value.map((person) => person.name)).toEqual(['Kari Nes'])
  })

  it('may stand in a table beside its value, empty or not', () => {
    const { date, startTime, endTime, place, present, absent, minuteTaker } = fieldsOf(
      '| Dato | 14.11.2024 |\n| Tid | 08:15 - 11:00 |\n| Sted | Rådhuset, møterom 2 |\n| Til stede | Nes, Kari, Dahl, Ola |\n| Forfall | |\n| Referent | Nes, Kari |',
    )
    expect([date?.value, startTime?.value, endTime?.value, place?.value]).toEqual([
      '2024-11-14',
      '08:15',
      '11:00',
      'Rådhuset, møterom 2',
    ])
    expect(present?.value.map((person) => person.name)).toEqual(['Kari Nes', 'Ola Dahl'])
    expect(absent?.value).toEqual([])
    expect(minuteTaker?.value.map((person) => person.name)).toEqual(['Kari Nes'])
  })

  it('may be a table of people that nothing announces, but not a table of fields', () => {
    const { present, absent } = fieldsOf(
      '| Møtedeltakarar | Parti | Rolle |\n| Kari Nes | SP | Ordførar |\n| Ola Dahl | AP | Medlem |',
      '| Forfall | Parti | Møtande varamedlem |\n| Per Vik | AP | Ola Dahl |',
    )
    expect(present?.value.map(({ name, organisation, role }) => [name, organisation, role])).toEqual([
      ['Kari Nes', 'SP', 'Ordførar'],
      ['Ola Dahl', 'AP', 'Medlem'],
    ])
    expect(absent?.value.map(({ name, organisation }) => [name, organisation])).toEqual([['Per Vik', 'AP']])
    const blocks = blocksOf('Forfall:', '| Navn | Parti | Møtende vara |\n| Per Vik | AP | Ola Dahl |')
    const { fields: found } = readHeader(blocks, blocks.length)
    expect([found.get('absent')?.rows, found.get('substitutes')?.rows]).toEqual([
      [
        ['Navn', 'Parti'],
        ['Per Vik', 'AP'],
      ],
      [
        ['Navn', 'Møtte for'],
        ['Ola Dahl', 'Per Vik'],
      ],
    ])
    const fields = fieldsOf('| Forfall | Nes, Kari |\n| Referent | Dahl, Ola |')
    expect(fields.absent?.value.map(({ name }) => name)).toEqual(['Kari Nes'])
    expect(fields.minuteTaker?.value.map(({ name }) => name)).toEqual(['Ola Dahl'])
  })

  it('may have its names on the lines below it', () => {
    const { present, absent } = fieldsOf(
      'Møtende medlemmer: Kari Nes, nestleder (AP)',
      'Ola Dahl (FRP)',
      'Liv Haug (SP)',
      'Forfall: Per Vik (SV)',
      'Rådet ønsket velkommen.',
    )
    expect(present?.value.map(({ name }) => name)).toEqual(['Kari Nes', 'Ola Dahl', 'Liv Haug'])
    expect(absent?.value.map(({ name }) => name)).toEqual(['Per Vik'])
  })

  it('may stand with others on one line', () => {
    const { date, startTime, place } = fieldsOf('Dato: 12.02.2026  Tid: 10:00 Sted: Rådhuset')
    expect([date?.value, startTime?.value, place?.value]).toEqual(['2026-02-12', '10:00', 'Rådhuset'])
  })

  it('is quoted with its label and its page', () => {
    expect(fieldsOf('3> Til stede: Kari Nes, Ola Dahl').present).toMatchObject({
      quote: 'Til stede: Kari Nes, Ola Dahl',
      page: 3,
    })
  })

  it('that holds words but no name leaves people unknown', () => {
    expect(fieldsOf('Til stede: Det møtte 23 av 25 medlemmer.').present).toBeUndefined()
    expect(fieldsOf('# Deltakelse:', 'I alt kom det 18 personer. De fleste var eksterne.').present).toBeUndefined()
    expect(fieldsOf('Forfall: Ingen').absent?.value).toEqual([])
  })

  it('with an impossible date tells none', () => {
    expect(fieldsOf('Dato: 31.11.2024').date).toBeUndefined()
  })
})

describe('fields below the first item', () => {
  const item = 'PS 1/24 Budsjett'
  const header = ['Dato 14.11.2024', 'Tid 08:15 - 11:00', 'Sted Rådhuset']

  it('are found when three or more stand together on the first page', () => {
    const found = readHeader(blocksOf(item, 'Vedtak: Ja', ...header), 0)
    expect([...found.fields.keys()]).toEqual(['date', 'time', 'place'])
    expect(found.rest.map((block) => block.text)).toEqual([item, 'Vedtak: Ja'])
  })

  it('are text when fewer stand together, or on another page', () => {
    expect(readHeader(blocksOf(item, 'Vedtak: Ja', 'Dato 14.11.2024'), 0).fields.size).toBe(0)
    expect(readHeader(blocksOf(item, ...header.map((line) => `2> ${line}`)), 0).fields.size).toBe(0)
  })
})

describe('labels one below the other, and their values below', () => {
  it('go together where the sort of value tells which is whose', () => {
    const { date, present } = fieldsOf('Møtedato:', 'Til stede:', '03.02.25', 'FAU v/ Kari Nes', 'Ola Dahl')
    expect(date?.value).toBe('2025-02-03')
    expect(present?.value.map(({ name }) => name)).toEqual(['Kari Nes', 'Ola Dahl'])
  })

  it('go together one by one where there are as many of each', () => {
    const { absent, minuteTaker } = fieldsOf(
      'Meldt forfall:',
      'Møtt varamedlem:',
      'Referent:',
      'Kari Nes',
      'Ola Dahl',
      'Per Vik',
    )
    expect(absent?.value.map(({ name }) => name)).toEqual(['Kari Nes'])
    expect(minuteTaker?.value.map(({ name }) => name)).toEqual(['Per Vik'])
  })

  it('tell nothing where a value is missing', () => {
    const { absent, minuteTaker } = fieldsOf('Meldt forfall:', 'Møtt varamedlem:', 'Referent:', 'Kari Nes', 'Ola Dahl')
    expect([absent, minuteTaker]).toEqual([undefined, undefined])
  })
})

describe('those of the administration', () => {
  const othersOf = (...lines: string[]) =>
    fieldsOf(...lines).othersPresent?.value.map(({ name, role }) => [name, role].filter(Boolean).join(', '))

  it('are no members, whether a field, a table or a sentence tells of them', () => {
    const { present } = fieldsOf('Til stede: Ola Dahl, Per Vik', 'Fra administrasjonen: Kari Nes, rådgiver')
    expect(present?.value.map(({ name }) => name)).toEqual(['Ola Dahl', 'Per Vik'])
    expect(othersOf('Fra administrasjonen: Kari Nes, rådgiver')).toEqual(['Kari Nes, rådgiver'])
    expect(othersOf('Følgende fra administrasjonen møtte:', '| Navn | Stilling |\n| Kari Nes | Økonomisjef |')).toEqual(
      ['Kari Nes, Økonomisjef'],
    )
    expect(othersOf('Frå administrasjonen møtte rådmann Kari Nes og rådgivar Ola Dahl, som skreiv møteboka.')).toEqual([
      'Kari Nes, rådmann',
      'Ola Dahl, rådgivar',
    ])
  })

  it('end the list of substitutes on whose line they stand', () => {
    const { othersPresent } = fieldsOf(
      'Til stede: Ola Dahl, Per Vik',
      'Varamedlemmer som møtte: Eva Lie (H), møtte for Jon Moe Fra administrasjonen møtte rådmann Kari Nes.',
    )
    expect(othersPresent?.value).toEqual([{ name: 'Kari Nes', organisation: undefined, role: 'rådmann' }])
  })

  it('may be told in several fields', () => {
    expect(othersOf('Fra administrasjonen: Kari Nes', 'Fra revisjonen: Ola Dahl')).toEqual(['Kari Nes', 'Ola Dahl'])
  })
})

it('a list of people may follow its label within a table of fields', () => {
  const { present, date } = fieldsOf(
    '| Dato | 14.11.2024 | |\n| Til stede | | |\n| Navn | Funksjon | Representerer |\n| Kari Nes | Styreleder | Nordby kommune |\n| Ola Dahl | Vara for Per Vik | Sørvik kommune |',
  )
  expect(date?.value).toBe('2024-11-14')
  expect(present?.value.map(({ name, role }) => `${name}: ${role}`)).toEqual([
    'Kari Nes: Styreleder',
    'Ola Dahl: Vara for Per Vik',
  ])
})

const listsOf = (...lines: string[]): Record<string, string[]> => {
  const { present, absent, chair, minuteTaker, othersPresent } = fieldsOf(...lines)
  const told = { present, absent, chair, minuteTaker, othersPresent }
  return Object.fromEntries(
    Object.entries(told).flatMap(([field, people]) =>
      people
        ? [[field, people.value.map(({ name, organisation }) => [name, organisation].filter(Boolean).join(', '))]]
        : [],
    ),
  )
}

it.each<[string, string[], Record<string, string[]>]>([
  [
    'in one paragraph',
    ['Møtte: Kari Nes, Ola Dahl. Ikkje møtt: Per Vik. Referent: Liv Moe.'],
    { present: ['Kari Nes', 'Ola Dahl'], absent: ['Per Vik'], minuteTaker: ['Liv Moe'] },
  ],
  [
    'for organisations that they come from',
    ['Deltakere: Nordby kommune v/Kari Nes og Ola Dahl, Sørvik kommune v/ Per Vik'],
    { present: ['Kari Nes, Nordby kommune', 'Ola Dahl, Nordby kommune', 'Per Vik, Sørvik kommune'] },
  ],
  [
    'by the place they are from',
    ['Til stede:', 'Fra Nordby: Kari Nes, Ola Dahl', 'Fra Sørvik: Per Vik'],
    { present: ['Kari Nes, Nordby', 'Ola Dahl, Nordby', 'Per Vik, Sørvik'] },
  ],
  [
    'under other words',
    ['Frammøtte medlemer: Kari Nes', 'Desse hadde forfall: Per Vik'],
    { present: ['Kari Nes'], absent: ['Per Vik'] },
  ],
  ['under a sentence', ['Følgende medlemmer var til stede: Kari Nes, Ola Dahl'], { present: ['Kari Nes', 'Ola Dahl'] }],
  [
    'in the room and on the line',
    ['Til stede på Teams: Kari Nes, Ola Dahl', 'Til stede fysisk: Per Vik'],
    { present: ['Kari Nes', 'Ola Dahl', 'Per Vik'] },
  ],
  ['with two offices of one', ['Møteleder og referent: Kari Nes'], { chair: ['Kari Nes'], minuteTaker: ['Kari Nes'] }],
  [
    'as members in a row',
    ['Til stede: Leder Kari Nes, medlemmene Ola Dahl og Per Vik'],
    { present: ['Kari Nes', 'Ola Dahl', 'Per Vik'] },
  ],
  [
    'with their parties bare',
    ['Møtende medlemmer: Kari Nes H, Ola Dahl Ap'],
    { present: ['Kari Nes, H', 'Ola Dahl, Ap'] },
  ],
  ['with their initials', ['Deltakere: Kari Nes (KN), Ola Dahl (OD)'], { present: ['Kari Nes', 'Ola Dahl'] }],
  [
    'by marks in two columns',
    ['| Navn | Til stede | Forfall |\n| Kari Nes | X | |\n| Ola Dahl | | X |'],
    { present: ['Kari Nes'], absent: ['Ola Dahl'] },
  ],
  [
    'by yes and no',
    ['| Navn | Rolle | Møtt |\n| Kari Nes | Leder | Ja |\n| Ola Dahl | Medlem | Nei |\n| Per Vik | Medlem | Forfall |'],
    { present: ['Kari Nes'], absent: ['Ola Dahl', 'Per Vik'] },
  ],
])('those who came may stand %s', (_, lines, told) => {
  expect(listsOf(...lines)).toEqual(told)
})
