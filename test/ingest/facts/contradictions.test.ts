import { readFacts } from '../../../src/ingest/facts/read-facts.ts'
import { passage, report, tablePassage } from './parsed-text.ts'

const found = (...passages: Parameters<typeof report>[0]) =>
  readFacts(report(passages)).contradictions.map((entry) => `${entry.kind}: ${entry.stated} / ${entry.found}`)
const LEAD = 'Ved utløpet av 2024 var det 27 faste årsverk, 22 menn og 5 kvinner, fordelt på følgende avdelinger:'

describe('a contradiction', () => {
  it.each([
    [
      'of a list and its lead',
      `${LEAD}\n• Daglig leder – 1\n• Kundeservice – 6\n• Drift - 11\n• Utvikling – 8`,
      'sum: 27 / 26',
    ],
    [
      'of money in a list',
      'Rammen på 12,5 mill. kr er fordelt slik:\n• Drift: 10,0\n• Utvikling: 2,0',
      'sum: 12,5 mill. / 12 mill.',
    ],
    ['of men and women', 'Vi er 27 ansatte, 22 menn og 6 kvinner.', 'sum: 27 / 28'],
    [
      'of parts that nearly fill',
      'Avdelingen hadde 1201 saker, hvorav 283 var feilmeldinger og 916 var bestillinger.',
      'sum: 1201 / 1199',
    ],
    ['of parts that exceed', 'Det var 100 saker, hvorav 70 var nye og 40 var gamle.', 'sum: 100 / 110'],
    ['of shares', 'Fordelingen er slik: Storvik 45 %, Lillevik 27 % og Nesvik 18 %.', 'sum: 100 % / 90 %'],
    [
      'of budget, accounts and their difference',
      'Budsjettet for 2024 var 32,915 mill. kr. Regnskapet viser et forbruk på 33,287 mill. kr, altså et merforbruk på 0,472 mill. kr.',
      'sum: 472000 / 372000',
    ],
    ['of a day the month has not', 'Avtalen ble signert 31.02.2024.', 'date: 31.02.2024 / 29.02.2024'],
    ['of a day that is named', 'Fristen er 31. april.', 'date: 31. april / 30.04.'],
    ['of a weekday', 'Møtet ble holdt tirsdag 9. oktober 2024.', 'date: tirsdag 9. oktober 2024 / onsdag'],
    ['of a signature before the year was over', 'Dato 14.04.2024 Underskrift', 'date: 14.04.2024 / 31.12.2024'],
    ['of votes and names', 'For forslaget stemte 3: Kari Prøve (AP), Ola Tull (H).', 'vote-names: 3 / 2'],
  ])('%s is shown, never repaired', (_what, text, expected) => {
    expect(found(text)).toEqual([expected])
  })

  it('of a table is shown with the sum row and the whole table', () => {
    const text = report([
      tablePassage(
        [
          ['Måned', 'Saker'],
          ['Januar', 10],
          ['Februar', 12],
          ['Sum', 23],
        ],
        { page: 2 },
      ),
    ])
    expect(readFacts(text).contradictions).toEqual([
      {
        kind: 'sum',
        stated: '23',
        found: '22',
        quotes: ['Sum 23', 'Måned Saker Januar 10 Februar 12 Sum 23'],
        page: 2,
        caseNumber: undefined,
      },
    ])
  })

  it('of a total told earlier in the section is shown with both sentences', () => {
    const text = report([
      'Vi har mottatt 17334 saker i 2024.',
      'Av alle innkommende saker har 3692 kommet på telefon, 80 ved oppmøte, 3720 på e-post og 9840 i portalen.',
    ])
    expect(readFacts(text).contradictions).toMatchObject([
      { stated: '17334', found: '17332', quotes: [expect.stringContaining('17334'), expect.stringContaining('9840')] },
    ])
  })
})

describe('no contradiction', () => {
  it.each([
    ['parts that make the total', `${LEAD}\n• Daglig leder – 1\n• Kundeservice – 7\n• Drift - 11\n• Utvikling – 8`],
    ['parts that are but some', 'Det var 1201 saker, hvorav 283 var feilmeldinger og 116 var bestillinger.'],
    ['parts said to be some', 'Det var 100 saker, hvorav blant annet 60 var nye og 39 var gamle.'],
    ['shares that make a hundred, rounded', 'Fordelingen er slik: Storvik 33,3 %, Lillevik 33,3 % og Nesvik 33,3 %.'],
    ['shares of different things', 'Svarprosenten var 88 % i 2022, 91 % i 2023 og 93 % i 2024, fordelt jevnt.'],
    [
      'a list of other things',
      'Av 27 ansatte fordelt på to hus gjelder følgende:\n• Kantine: kl. 11\n• Parkering: nei',
    ],
    ['dates that are', 'Møtet ble holdt onsdag 9. oktober 2024, og neste er 29.02.2024.'],
    ['a leap day without its year', 'Fristen er 29. februar.'],
    ['numbers that look like dates', 'Versjon 31.02.2024.5, punkt 31.4 og § 31.2.'],
    ['a signature after the year', 'Dato 14.04.2025 Underskrift'],
    ['as many names as votes', 'For forslaget stemte 2: Kari Prøve (AP), Ola Tull (H).'],
    ['names cut by a page', 'For forslaget stemte 9: Kari Prøve (AP), Ola Tull (H),'],
    [
      'a difference of rounding',
      'Budsjettet for 2024 var 32,9 mill. kr. Regnskapet viser et forbruk på 33,287 mill. kr, altså et merforbruk på 0,4 mill. kr.',
    ],
  ])('is made of %s', (_what, text) => {
    expect(found(text)).toEqual([])
  })

  it('is made of a sum that rounding explains', () => {
    expect(
      found(
        tablePassage([
          ['', 'Beløp i mill. kr'],
          ['A', '1,1'],
          ['B', '2,2'],
          ['C', '3,3'],
          ['Sum', '6,7'],
        ]),
      ),
    ).toEqual([])
  })

  it('is made of signatures in minutes', () => {
    expect(readFacts(report(['Dato 14.04.2024'], { kind: 'minutes' })).contradictions).toEqual([])
  })

  it('is made of totals of two sections', () => {
    const other = passage('Av alle saker har 3 kommet på telefon, 8 ved oppmøte og 90 på e-post.', {
      headings: ['2 Annet'],
    })
    expect(found('Vi har mottatt 100 saker.', other)).toEqual([])
  })
})
