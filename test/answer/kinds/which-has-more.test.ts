import { type Asking, havingRead } from '../ask.ts'

const REPORT = `# Årsrapport 2024 Vestnor IKT

## Brukerstøtte

Brukerstøtten tok imot saker hele året. Av alle saker kom 1 840 på telefon, 2 115 på e-post, 64 ved personlig oppmøte og 3 960 gjennom portalen.

Samlet ramme for 2024 var 31,400 mill. kr og ble fordelt på eierne slik:

Saker etter prioritet:

| Måned | Kritisk | Høy |
|---|---|---|
| Januar | 2 | 5 |
| Februar | 1 | 7 |
| Sum 2024 | 3 | 12 |

Driftsavdelingen hadde ansvar for 512 saker, hvorav 208 feilmeldinger og 301 bestillinger.
`

let reports: Asking
beforeAll(async () => {
  reports = await havingRead({ 'vestnor-ikt-arsrapport-2024.md': REPORT })
})
afterAll(() => reports.close())

it.each([
  ['Kom det flest saker på telefon eller på e-post til brukerstøtten i 2024?', 'e-post: 2 115; telefon: 1 840'],
  ['Kom det færrest saker på telefon eller på e-post til brukerstøtten i 2024?', 'telefon: 1 840; e-post: 2 115'],
  ['Did more cases come in by phone or by e-mail in 2024?', 'e-mail: 2 115; phone: 1 840'],
  ['Hvor mange saker av kritisk og høy prioritet var det til sammen i 2024?', '3 + 12 = 15'],
])('%s', async (question, told) => expect((await reports.ask(question)).answer).toContain(told))

it('tells of no two numbers where one of the things has none', async () => {
  const { answer } = await reports.ask('Kom det flest saker på telefon eller på faks til brukerstøtten i 2024?')
  expect(answer).not.toContain('faks:')
})

it('takes the whole frame for no payment of one owner', async () => {
  expect((await reports.ask('Hvor mye betalte Sørvik av samlet ramme i 2024?')).outcome).toBe('abstained')
})

it('adds up the parts where they are asked to agree with the number, and does not call it the same', async () => {
  const { answer } = await reports.ask(
    'Hvor mange saker hadde driftsavdelingen ansvar for i 2024, og stemmer det med antallet feilmeldinger og bestillinger?',
  )
  expect(answer).toContain('509')
  expect(answer).toContain('512')
})
