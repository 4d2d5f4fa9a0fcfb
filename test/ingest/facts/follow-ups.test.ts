import type { FollowUp } from '../../../src/domain/follow-up.ts'
import { readFollowUps } from '../../../src/ingest/facts/follow-ups.ts'
import { parseDocument } from '../../../src/ingest/parse-document.ts'
import { readMarkdown } from '../../../src/ingest/readers/markdown.ts'

/** Minutes of a meeting on 9 October 2024, with Kari Nes, Ola Dahl and Per Vik. */
const minutes = (...lines: string[]): FollowUp[] => {
  const text = [
    '# Møtereferat for driftsrådet',
    '',
    'Dato: 9. oktober 2024',
    '',
    'Til stede: Kari Nes, Ola Dahl, Per Vik',
    '',
    ...lines,
  ]
  const read = readMarkdown(new TextEncoder().encode(text.join('\n')))
  if (typeof read === 'string') throw new Error(read)
  return readFollowUps(parseDocument(read, 'driftsradet.md'))
}
const inItem = (...lines: string[]): FollowUp[] =>
  minutes('## 1. Drift', '', ...lines, '', '## 2. Annet', '', 'Ingenting.')
const short = (found: readonly FollowUp[]): unknown[] =>
  found.map(({ who, what, due, dueDate, isForNextMeeting }) => [who, what, due, dueDate, isForNextMeeting])

describe('a sentence that promises', () => {
  it.each([
    [
      'Leder IKT legger fram sak i neste møte i driftsrådet som utreder alternativene.',
      [
        'Leder IKT',
        'legger fram sak i neste møte i driftsrådet som utreder alternativene',
        'neste møte i driftsrådet',
        undefined,
        true,
      ],
    ],
    [
      'Daglig leder legger fram en sak om strøm i møtet 20.11.2024.',
      ['Daglig leder', 'legger fram en sak om strøm i møtet 20.11.2024', 'møtet 20.11.2024', '2024-11-20', true],
    ],
    [
      'Vi arbeider videre med et forslag som legges fram i møtet i driftsrådet i februar 2025.',
      [
        undefined,
        'Vi arbeider videre med et forslag som legges fram i møtet i driftsrådet i februar 2025',
        'møtet i driftsrådet i februar 2025',
        undefined,
        true,
      ],
    ],
    [
      'Dagleg leiar kjem tilbake med ei oversikt.',
      ['Dagleg leiar', 'kjem tilbake med ei oversikt', undefined, undefined, false],
    ],
    [
      'Kommunedirektøren legg fram saka innan 1. mars.',
      ['Kommunedirektøren', 'legg fram saka innan 1. mars', 'innan 1. mars', '2025-03-01', false],
    ],
    ['Daglig leder bes om å lage en plan.', ['Daglig leder', 'lage en plan', undefined, undefined, false]],
    ['Daglig leder ble bedt om å vise tallene.', ['Daglig leder', 'vise tallene', undefined, undefined, false]],
    [
      'Rådet ber kommunedirektøren om å utarbeide en plan innen utgangen av 2025.',
      ['kommunedirektøren', 'utarbeide en plan innen utgangen av 2025', 'innen utgangen av 2025', '2025-12-31', false],
    ],
    [
      'Kari Nes skal utarbeide et notat innen 1. desember.',
      ['Kari Nes', 'utarbeide et notat innen 1. desember', 'innen 1. desember', '2024-12-01', false],
    ],
    [
      'Kari og Ola skal sjå på det, denne veka.',
      ['Kari og Ola', 'sjå på det, denne veka', 'denne veka', undefined, false],
    ],
    ['Leder IKT kaller inn til møter.', ['Leder IKT', 'kaller inn til møter', undefined, undefined, false]],
    [
      'Vi går gjennom dette neste fredag.',
      [undefined, 'går gjennom dette neste fredag', 'neste fredag', undefined, false],
    ],
    [
      'Saken tas opp igjen i neste møte.',
      [undefined, 'Saken tas opp igjen i neste møte', 'neste møte', undefined, true],
    ],
  ])('%s', (sentence, followUp) => {
    expect(short(inItem(sentence))).toEqual([followUp])
  })

  it('tells the day of the next meeting, where the minutes do', () => {
    expect(
      short(
        minutes(
          '## 1. Drift',
          '',
          'Kari Nes legger fram sak i neste møte.',
          '',
          '## 2. Annet',
          '',
          'Neste møte er 15. januar.',
        ),
      ),
    ).toEqual([['Kari Nes', 'legger fram sak i neste møte', 'neste møte', '2025-01-15', true]])
  })

  it('means by "da" the meeting that was just named', () => {
    expect(
      short(inItem('Vedtak: Saken utsettes til møtet 20.11.2024. Daglig leder legger da fram en oversikt.')),
    ).toEqual([['Daglig leder', 'legger da fram en oversikt', 'møtet 20.11.2024', '2024-11-20', true]])
  })

  it('binds in a decision without any deadline, and is a task there with one', () => {
    expect(
      short(
        inItem('Vedtak: Prosjektleder Kari Nes vurderer tre tilbud. Det lyses ut en anskaffelse innen 1. mars 2025.'),
      ),
    ).toEqual([
      ['Prosjektleder Kari Nes', 'vurderer tre tilbud', undefined, undefined, false],
      [undefined, 'Det lyses ut en anskaffelse innen 1. mars 2025', 'innen 1. mars 2025', '2025-03-01', false],
    ])
  })

  it('keeps quote and item, and begins where a lost full stop stood', () => {
    const [found] = inItem('Kostnaden økes tilsvarende Leder IKT legger fram sak i neste møte.')
    expect(found).toMatchObject({ quote: 'Leder IKT legger fram sak i neste møte.', caseNumber: '1', who: 'Leder IKT' })
  })

  it.each([
    'Daglig leder la fram oversikten over kostnader.',
    'Rådet fikk orientering om sommerberedskapen.',
    'Alle folkevalgte skal bruke tofaktorinnlogging fra 1. september 2025.',
    'Avtalen forlenges til 30. juni 2025.',
    'Nordby kan komme med senere.',
    'Ola Dahl spurte om det er forsvarlig å vente.',
    'Leder ønsker en endelig avklaring.',
    'Hun kunne ikke love en ny dato.',
    'Prosjekter vil måtte utsettes.',
    'Saken utsettes til neste møte.',
    'Skal Kari legge fram saken i neste møte?',
    'En takstmann skal vurdere omfanget.',
    'Neste møte er 15. januar 2025.',
    'Fristen for registrering er 31. januar 2025.',
    'Nordby avventer svar fra Sørby.',
  ])('is not: %s', (sentence) => {
    expect(inItem(sentence)).toEqual([])
  })

  it('is not what was only proposed or recommended', () => {
    expect(
      inItem(
        'Kommunedirektørens forslag til vedtak: Daglig leder legger fram en sak i neste møte.',
        '',
        'Behandling:',
        '',
        'Kari Nes (SV) fremmet følgende tilleggsforslag: Daglig leder legger fram en plan i neste møte.',
        '',
        'Forslaget ble ikke vedtatt.',
      ),
    ).toEqual([])
  })
})

describe('a list of tasks', () => {
  it('names owners behind, in front, in bold type and with a deadline', () => {
    expect(
      short(
        inItem(
          '**TILTAK**',
          '',
          '- Skrive brev til Nordby (**Kari Nes**, innan 15. mai)',
          '- Lage plakat (**Kari Nes, Ola Dahl**)',
          '- Sjekke tala **Ola**',
          '- Per ser på samsvaret.',
          '- **Ola**: ringje leverandøren',
          '- Diskutere nivået.',
        ),
      ),
    ).toEqual([
      ['Kari Nes', 'Skrive brev til Nordby', 'innan 15. mai', '2025-05-15', false],
      ['Kari Nes, Ola Dahl', 'Lage plakat', undefined, undefined, false],
      ['Ola', 'Sjekke tala', undefined, undefined, false],
      ['Per', 'ser på samsvaret', undefined, undefined, false],
      ['Ola', 'ringje leverandøren', undefined, undefined, false],
      [undefined, 'Diskutere nivået', undefined, undefined, false],
    ])
  })

  it.each(['TODO', 'Tiltak', 'Aksjon:', '**Oppfølging**'])('stands under %s', (label) => {
    expect(short(inItem(label, '', '- Lage plakat (Kari)'))).toEqual([
      ['Kari', 'Lage plakat', undefined, undefined, false],
    ])
  })

  it('ends with the list', () => {
    expect(
      inItem('TILTAK', '', '- Lage plakat (Kari)', '', 'Rådet snakket om været.', '', '- Sol', '- Regn'),
    ).toHaveLength(1)
  })

  it('is read outside such a block only where somebody who was there is named', () => {
    expect(
      short(inItem('Videre arbeid', '', '- Lage plakat (Ola)', '- Godt vær (Nordby)', '- Kurs (etter påske)')),
    ).toEqual([['Ola', 'Lage plakat', undefined, undefined, false]])
  })

  it('does not take a name inside the task for its owner', () => {
    expect(short(inItem('TILTAK', '', '- Sende utkast til Kari'))).toEqual([
      [undefined, 'Sende utkast til Kari', undefined, undefined, false],
    ])
  })
})

describe('a table of tasks', () => {
  it('is read by its header', () => {
    expect(
      short(
        inItem(
          '| Hva | Hvem | Frist |',
          '|---|---|---|',
          '| Innhente rapport | Kari Nes | 1. mars 2025 |',
          '| Lyse ut stilling | Ola | snarest |',
        ),
      ),
    ).toEqual([
      ['Kari Nes', 'Innhente rapport', '1. mars 2025', '2025-03-01', false],
      ['Ola', 'Lyse ut stilling', 'snarest', undefined, false],
    ])
  })

  it('is no other table', () => {
    expect(inItem('| Kommune | Behandlet |', '|---|---|', '| Nordby | 1. mars 2025 |')).toEqual([])
  })
})

it('promises nothing outside minutes', () => {
  const read = readMarkdown(
    new TextEncoder().encode('# Årsrapport 2024\n\n## 1 Drift\n\nLeder IKT legger fram sak i neste møte.\n'),
  )
  if (typeof read === 'string') throw new Error(read)
  expect(readFollowUps(parseDocument(read, 'arsrapport-2024.md'))).toEqual([])
})

describe('a deadline', () => {
  const dueOf = (words: string): unknown[] =>
    short(inItem(`Daglig leder legger fram en sak ${words}.`))
      .flat()
      .slice(2, 4)

  it.each([
    ['i løpet av høsten', undefined],
    ['før sommeren', undefined],
    ['før sommerferien', undefined],
    ['i løpet av uka', undefined],
    ['i løpet av 2. halvår 2025', undefined],
    ['til våren', undefined],
    ['innen utgangen av Q2', '2025-06-30'],
    ['innen utgangen av 4. kvartal', '2024-12-31'],
    ['innen utgangen av andre tertial 2025', '2025-08-31'],
    ['innen utgangen av mars', '2025-03-31'],
    ['innen utgangen av året', '2024-12-31'],
    ['innen utgangen av 2026', '2026-12-31'],
    ['innen Q1', undefined],
    ['innan påske', undefined],
  ])('is kept in its words, with a day only where they name one: %s', (words, day) => {
    expect(dueOf(words)).toEqual([words, day])
  })

  it.each(['til året som kommer', 'med en ramme for 2025', 'som varer over jul', 'til oktober-møtet'])(
    'is none: %s',
    (words) => {
      expect(dueOf(words)[0]).toBeUndefined()
    },
  )

  it('makes a promise of what is else only told', () => {
    expect(short(inItem('Kommunene svarer innen 15. april 2025.', 'Kommunene svarer på henvendelser.'))).toEqual([
      ['Kommunene', 'svarer innen 15. april 2025', 'innen 15. april 2025', '2025-04-15', false],
    ])
  })

  it('is the meeting that the decision puts the matter off to', () => {
    const [found] = inItem('Vedtak: Saken utsettes til møtet i desember 2024. Kommunedirektøren legger fram nye tall.')
    expect([found?.who, found?.due]).toEqual(['Kommunedirektøren', 'møtet i desember 2024'])
  })
})

describe('a decision that sends a matter back', () => {
  it('promises what it asks of whom it sends it to', () => {
    const [found] = inItem('Vedtak: Saken sendes tilbake til styret, som legger den fram på nytt før 1. desember 2024.')
    expect([found?.who, found?.dueDate]).toEqual(['styret', '2024-12-01'])
  })
})
