import fc from 'fast-check'
import type { Figure } from '../../../src/domain/figure.ts'
import { readFacts } from '../../../src/ingest/facts/read-facts.ts'
import { foldSpaces } from '../../../src/norwegian/fold.ts'
import { passage, report, tablePassage } from './parsed-text.ts'

const figuresOf = (...passages: Parameters<typeof report>[0]): readonly Figure[] => readFacts(report(passages)).figures
/** "value·scale·unit·from..to" */
const short = ({ decimal, scale, unit, period }: Figure): string =>
  [decimal, scale, unit ?? '', period ? `${period.from}..${period.to}` : ''].join('·')
const wholeYear = (year: number): string => `${year}-01-01..${year}-12-31`

describe('figures of a sentence', () => {
  it('have each the year beside them, before or behind', () => {
    expect(figuresOf('Sykefraværet i 2023 var på 4,44%, i 2022 på 3,48% og i 2021 på 2,71%.').map(short)).toEqual([
      `4.44·0·%·${wholeYear(2023)}`,
      `3.48·0·%·${wholeYear(2022)}`,
      `2.71·0·%·${wholeYear(2021)}`,
    ])
    expect(figuresOf('Kutt på 3,773 mill. kr i 2026 og 0,574 mill. kr i 2027.').map(short)).toEqual([
      `3.773·6·kr·${wholeYear(2026)}`,
      `0.574·6·kr·${wholeYear(2027)}`,
    ])
  })

  it.each([
    ['Regnskapet for 1. kvartal 2024 viser et forbruk på 8 425 330 kr.', '2024-01-01..2024-03-31'],
    ['I første halvår 2020 var 23 % av henvendelsene om passord.', '2020-01-01..2020-06-30'],
    ['Prognosen per 2. tertial viser et merforbruk på 3,1 mill. kr.', '2024-05-01..2024-08-31'],
    ['Per 30. april er det brukt 11,4 mill. kr.', '2024-01-01..2024-04-30'],
    ['Fondet var på 1,9 mill. kr ved utgangen av 2023.', '2023-12-31..2023-12-31'],
    ['I september 2023 kom det 512 saker.', '2023-09-01..2023-09-30'],
    ['Kuttet er 2 mill. kr i perioden 2026-2027.', '2026-01-01..2027-12-31'],
    ['I fjor kom det 512 saker.', wholeYear(2023)],
    ['Det kom 512 saker.', wholeYear(2024)],
  ])('are of the stretch of time it tells: %s', (sentence, expected) => {
    expect(figuresOf(sentence).map(short)).toEqual([expect.stringMatching(new RegExp(`${expected}$`))])
  })

  it.each([
    'Innstillingen ble vedtatt med 4 mot 1 stemme (FRP).',
    'Forslaget vart vedteke med 4 mot 2 røyster.',
    'Det ble votert, og innstillingen ble enstemmig vedtatt. (5 voterende)',
    'Innstillingen ble enstemmig vedtatt (6 st.).',
    'Mindretallet: Ap (2) og H (1).',
    'Ikke til stede (1): Jorid Nygjerdet.',
    'Side 2 av 3',
    '12 400',
    'Saksbehandler: Kari Nes   Arkiv: 614',
  ])('are no counts of votes and no archive codes: %s', (sentence) => {
    expect(figuresOf(sentence)).toEqual([])
  })

  it('count the same in another year', () => {
    expect(
      figuresOf('I 2024 ble det registrert 31 lekkasjer, mot 19 i 2023.').map(({ decimal, measure, period }) => [
        ...[decimal, measure, period?.text],
      ]),
    ).toEqual([
      ['31', 'lekkasjer', '2024'],
      ['19', 'lekkasjer', '2023'],
    ])
    expect(
      figuresOf('Skranken mottok 17 840 henvendelser i 2024, mot 16 905 året før.').map(({ unit, period }) => [
        ...[unit, period?.from],
      ]),
    ).toEqual([
      ['henvendelse', '2024-01-01'],
      ['henvendelse', '2023-01-01'],
    ])
  })

  it('is of its own time in the sentence after one that was set against another year', () => {
    const told = figuresOf(
      'Av anropene ble 86 % besvart innen fristen i 2024, mot 88 % i 2023. Ventetiden var 54 sekunder.',
    )
    expect(told.map(({ decimal, period }) => [decimal, period?.text])).toEqual([
      ['86', '2024'],
      ['88', '2023'],
      ['54', '2024'],
    ])
  })

  it('count things whose name begins with an abbreviation', () => {
    expect(figuresOf('Det ble meldt 17 HMS-avvik.')[0]?.measure).toBe('HMS-avvik')
  })

  it('measure what the amount before them does, when they tell its change', () => {
    const found = figuresOf(
      'Ved utgangen av 2024 var det 16 ansatte. Sykefraværet var 7,4 prosent, en økning fra 5,9 prosent i 2023.',
    )
    expect(found.map(({ measure, period }) => [measure, period?.from, period?.to])).toEqual([
      ['ansatte', '2024-12-31', '2024-12-31'],
      ['Sykefraværet', '2024-01-01', '2024-12-31'],
      ['Sykefraværet', '2023-01-01', '2023-12-31'],
    ])
  })

  it('of minutes are of no time when none is told', () => {
    expect(
      readFacts(report(['Etableringen koster 5 mill. kr.'], { kind: 'minutes' })).figures[0]?.period,
    ).toBeUndefined()
  })

  it.each([
    ['Netto driftsramme for 2024 var på 60,496 mill.kr.', 'Netto driftsramme', 'budget'],
    [
      'Fjordvik IKT sin ramme i Storvik kommune sitt budsjett for 2025 er 42,539 mill. kr.',
      'ramme i Storvik kommune sitt budsjett',
      'budget',
    ],
    ['Fjordvik IKT fikk et mindreforbruk for 2024 på 2,431 mill. kr.', 'mindreforbruk', 'accounts'],
    ['Prognosen for året viser et merforbruk på 0,450 mill. kr.', 'merforbruk', 'forecast'],
    ['Rammen ble satt til 14 mill. kr i revidert budsjett.', 'Rammen', 'revised-budget'],
    ['Kommunens andel av etableringen, 754 000 kr, dekkes av fondet.', 'Kommunens andel av etableringen', undefined],
    ['Driften av portalen, som er beregnet til 0,780 mill. kr, er ny.', 'Driften av portalen', 'forecast'],
    ['Rammen skal ikke overstige 41,2 mill. kr.', 'Rammen', 'budget'],
    ['Ved utløpet av året var det 27 faste årsverk.', 'faste årsverk', undefined],
    ['Vi svarer etter 31 sekunders ventetid.', 'ventetid', undefined],
  ])('measure what their sentence says: %s', (sentence, measure, basis) => {
    expect(figuresOf(sentence)).toMatchObject([{ measure, basis }])
  })

  it('say the measure once for several', () => {
    expect(figuresOf('Lønn utgjør 52 % av kostnadene og lisenser 31 %.').map(({ measure }) => measure)).toEqual([
      'Lønn',
      'lisenser',
    ])
  })

  it('are of the municipality beside them', () => {
    const shares = 'Fra 1. januar 2025 er fordelingen slik: Storvik 45 %, Lillevik 27 % og Nesvik 28 %.'
    expect(figuresOf(shares).map(({ measure, entity }) => [measure, entity])).toEqual([
      ['fordelingen', 'Storvik'],
      ['fordelingen', 'Lillevik'],
      ['fordelingen', 'Nesvik'],
    ])
  })

  it.each([
    'Saken behandles som PS 45/24 etter § 14-5 og ble utsatt 14.11.2024 kl. 12:00.',
    'Versjon 1.30 og Windows 11 kom i uke 34, se side 12 og punkt 4.',
    'Ring 71 99 99 99 eller 719 99 999, org.nr. 999 888 777, Storgata 33.',
    'For forslaget stemte 9: Kari Prøve (A), Ola Prøve (B).',
    'Vi innførte 2-faktor i 3. etg. og M365 i 2024.',
    '1. Redusere lisenser',
    'Se https://eksempel.no/?side=45&id=12 for mer.',
    'De siste 3-4 årene er lagt bak oss.',
  ])('are not made of other numbers: %s', (sentence) => {
    expect(figuresOf(sentence)).toEqual([])
  })

  it('quote their sentence, with page, passage and item', () => {
    const [figure] = figuresOf(
      'Ingress.',
      passage('Først dette. Rammen er 5 mill. kr. Så det.', { page: 3, caseNumber: 'PS 1/24' }),
    )
    expect(figure).toMatchObject({ quote: 'Rammen er 5 mill. kr.', page: 3, passage: 1, caseNumber: 'PS 1/24' })
  })
})

describe('figures of a list', () => {
  it('measure what the lead says, each for its label', () => {
    const list =
      'Ved utgangen av 2024 var det 27 faste årsverk fordelt på følgende avdelinger:\n• Daglig leder – 1\n• Drift - 11\n• Kundeservice: 15'
    expect(figuresOf(list).map(({ measure, decimal, entity }) => [measure, decimal, entity])).toEqual([
      ['faste årsverk', '27', undefined],
      ['faste årsverk', '1', 'Daglig leder'],
      ['faste årsverk', '11', 'Drift'],
      ['faste årsverk', '15', 'Kundeservice'],
    ])
  })

  it('have the scale of their lead where they print none', () => {
    const list = 'Rammen på 12,5 mill. kr er fordelt slik:\n• Drift: 10,0\n• Utvikling: 2,5'
    expect(figuresOf(list).map(({ decimal, scale, unit }) => [decimal, scale, unit])).toEqual([
      ['12.5', 6, 'kr'],
      ['10.0', 6, 'kr'],
      ['2.5', 6, 'kr'],
    ])
  })
})

describe('figures of a table', () => {
  it('have scale and unit of the caption, basis and year of the column, and a dash for zero', () => {
    const figures = figuresOf(
      'Driften (tall i 1000 kr):',
      tablePassage([
        ['Område', 'Budsjett 2024', 'Regnskap 2023', 'Avvik'],
        ['Lønn', '12 400', '12.650', '-250'],
        ['Lisenser', '8 100', '-', '8 100'],
      ]),
    )
    expect(figures.map((figure) => `${short(figure)}·${figure.measure}·${figure.basis ?? ''}`)).toEqual([
      `12400·3·kr·${wholeYear(2024)}·Lønn·budget`,
      `12650·3·kr·${wholeYear(2023)}·Lønn·accounts`,
      `-250·3·kr·${wholeYear(2024)}·Lønn·`,
      `8100·3·kr·${wholeYear(2024)}·Lisenser·budget`,
      `0·0·kr·${wholeYear(2023)}·Lisenser·accounts`,
      `8100·3·kr·${wholeYear(2024)}·Lisenser·`,
    ])
  })

  it('of people and shares are no money, whatever the caption says of the others', () => {
    const figures = figuresOf(
      'Kostnader (beløp i mill. kr):',
      tablePassage([
        ['Avdeling', 'Årsverk', 'Andel', 'Kostnad'],
        ['Drift', '11', '40,5', '12,5'],
      ]),
    )
    expect(figures.map(({ decimal, scale, unit, entity }) => [decimal, scale, unit, entity])).toEqual([
      ['11', 0, undefined, 'Drift'],
      ['40.5', 0, undefined, 'Drift'],
      ['12.5', 6, 'kr', 'Drift'],
    ])
  })

  it('join the month of the row and the year of the column', () => {
    const figures = figuresOf(
      tablePassage([
        ['Måned', '2023', '2024'],
        ['Januar', 4, 3],
        ['Februar', 3, 2],
        ['Sum', 7, 5],
      ]),
    )
    expect(figures.map(({ decimal, period }) => `${decimal}·${period?.from}..${period?.to}`)).toEqual([
      '4·2023-01-01..2023-01-31',
      '3·2024-01-01..2024-01-31',
      '3·2023-02-01..2023-02-28',
      '2·2024-02-01..2024-02-29',
      `7·${wholeYear(2023)}`,
      `5·${wholeYear(2024)}`,
    ])
  })

  it('are of the municipality of their row, a share never scaled', () => {
    const figures = figuresOf(
      tablePassage([
        ['Kommune', 'Andel', 'Beløp i mill. kr'],
        ['Storvik', '46 %', '14,481'],
        ['Nesvik', '54 %', '17,000'],
      ]),
    )
    expect(figures.map(({ entity, measure, decimal, scale, unit }) => [entity, measure, decimal, scale, unit])).toEqual(
      [
        ['Storvik', 'Andel', '46', 0, '%'],
        ['Storvik', 'Beløp', '14.481', 6, 'kr'],
        ['Nesvik', 'Andel', '54', 0, '%'],
        ['Nesvik', 'Beløp', '17.000', 6, 'kr'],
      ],
    )
  })
})

describe('a figure printed in any way', () => {
  const blanks = fc.constantFrom(' ', '\u00a0', '\u202f', '\u2009')
  const grouped = (value: number, mark: string): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, mark)
  const forms = fc
    .record({
      value: fc.integer({ min: 1000, max: 999_999_999 }),
      small: fc.integer({ min: 0, max: 999 }),
      tail: fc.integer({ min: 1, max: 999 }),
      blank: blanks,
    })
    .chain(({ value, small, tail, blank }) => {
      const fraction = `${small}.${String(tail).padStart(3, '0')}`
      const comma = fraction.replace('.', ',')
      return fc.constantFrom(
        { text: `${grouped(value, blank)} kr`, decimal: String(value), scale: 0, unit: 'kr' },
        { text: `${grouped(value, '.')} kr`, decimal: String(value), scale: 0, unit: 'kr' },
        { text: `kr ${grouped(value, ' ')}`, decimal: String(value), scale: 0, unit: 'kr' },
        { text: `kr. ${grouped(value, '.')},-`, decimal: String(value), scale: 0, unit: 'kr' },
        { text: `${value} kroner`, decimal: String(value), scale: 0, unit: 'kr' },
        { text: `${comma} mill. kr`, decimal: fraction, scale: 6, unit: 'kr' },
        { text: `${comma} mill.kr`, decimal: fraction, scale: 6, unit: 'kr' },
        { text: `${comma} millioner kroner`, decimal: fraction, scale: 6, unit: 'kr' },
        { text: `${comma} mrd. kr`, decimal: fraction, scale: 9, unit: 'kr' },
        { text: `${small} tusen kroner`, decimal: String(small), scale: 3, unit: 'kr' },
        { text: `${comma} %`, decimal: fraction, scale: 0, unit: '%' },
        { text: `${comma}${blank}prosent`, decimal: fraction, scale: 0, unit: '%' },
        { text: `minus ${comma} mill. kr`, decimal: `-${fraction}`, scale: 6, unit: 'kr' },
      )
    })
  const before = fc.constantFrom(
    'Rammen for 2024 var på',
    'Det ble brukt',
    'Kommunen fikk et mindreforbruk på',
    'Kostnaden er',
    'Summen utgjorde',
  )
  const after = fc.constantFrom('.', ' i 2024.', ', og det var ventet.', ' mot et langt høyere tall året før.')

  it('is one figure of the same exact value, scale and unit, however its lines were broken', () => {
    fc.assert(
      fc.property(
        before,
        forms,
        after,
        fc.func(fc.constantFrom('\n', ' \n', '  ', '\u00a0', ' ')),
        (head, form, tail, breakAt) => {
          let place = 0
          const damaged = `${head} ${form.text}${tail}`.replace(/[ \u00a0]/g, () => breakAt(place++))
          const figures = figuresOf(foldSpaces(damaged))
          expect(figures).toHaveLength(1)
          expect(figures[0]).toMatchObject({ decimal: form.decimal, scale: form.scale, unit: form.unit })
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('figures of a list of parts', () => {
  it('are whose their label says, under a lead that divides something', () => {
    const found = figuresOf(
      'Merforbruket var 548 000 kroner. Kommunenes andel av utgiftene:\n• Nordvik: 52 %\n• Sørvik: 48 %',
    )
    expect(found.slice(1).map(({ decimal, measure, entity }) => [decimal, measure, entity])).toEqual([
      ['52', 'andel av utgiftene', 'Nordvik'],
      ['48', 'andel av utgiftene', 'Sørvik'],
    ])
  })

  it('of positions are of the department that their label names', () => {
    expect(
      figuresOf('• Drift og sikkerhet: 5,5 årsverk\n• Utvikling: 3 årsverk').map(({ measure, entity }) => [
        measure,
        entity,
      ]),
    ).toEqual([
      ['årsverk', 'Drift og sikkerhet'],
      ['årsverk', 'Utvikling'],
    ])
  })
})

describe('the scale of a table', () => {
  const rows = [
    ['Ansvar', 'Regnskap 2023', 'Budsjett 2023'],
    ['Drift', '12 655', '12 400'],
    ['Sum', '12 655', '12 400'],
  ] as const
  const scales = (...passages: Parameters<typeof report>[0]): string[] => [
    ...new Set(figuresOf(...passages).map(({ scale, unit }) => `${scale} ${unit}`)),
  ]

  it.each([
    'Tabellen viser regnskapet. Alle beløp er oppgitt i 1 000 kroner.',
    'Beløpene er i hele tusen kroner. Slik gikk året.',
    'Tall i 1000 kr',
  ])('stands in the paragraph above: %s', (above) => {
    expect(scales(above, tablePassage(rows))).toEqual(['3 kr'])
  })

  it('stands in its corner, or right below it', () => {
    expect(scales(tablePassage([['Tall i 1000 kr', ...rows[0].slice(1)], ...rows.slice(1)]))).toEqual(['3 kr'])
    expect(scales(tablePassage(rows), 'Tall i hele tusen.')).toEqual(['3 kr'])
  })

  it('is not that of a paragraph about something else', () => {
    expect(scales('Vi kjøpte for 1000 kr. Slik gikk året:', tablePassage(rows))).not.toEqual(['3 kr'])
  })

  it('leaves shares and counts alone', () => {
    const found = figuresOf(
      'Alle tall er i 1000 kr.',
      tablePassage([
        ['Nøkkeltall', '2023', '2024'],
        ['Sykefravær (%)', '7,3', '5,5'],
        ['Årsverk', '18,5', '18'],
      ]),
    )
    expect(found.map(({ decimal, scale, unit }) => [decimal, scale, unit])).toEqual([
      ['7.3', 0, '%'],
      ['5.5', 0, '%'],
      ['18.5', 0, undefined],
      ['18', 0, undefined],
    ])
  })
})

describe('whose a share is', () => {
  it('is told by the verb between name and number too', () => {
    const found = figuresOf('Øverdal betaler 50 prosent, Nesset 30 prosent og Tangen 20 prosent av utgiftene.')
    expect(found.map(({ entity }) => entity)).toEqual(['Øverdal', 'Nesset', 'Tangen'])
  })
})
