import { type Asking, havingRead } from '../ask.ts'

const REPORT = `# Tertialrapport 1 2025 Sørli kommune

## 1 Oppfølging av vedtak

| Sak | Vedtak | Status |
|---|---|---|
| PS 71/24 | Utrede gangveg i Vika | Legges fram i september |
| PS 90/24 | Lys i skiløypa ved Haugen | Ikke startet, mangler penger |
| PS 6/25 | Redusere gebyr for båtplasser | Gjennomført |

## 2 Prosjekter

| Prosjekt | Prosjektleder | Framdrift |
|---|---|---|
| Nytt arkivsystem | Kari Nes | Forsinket |
| Trådløst nett | Ola Dahl | Fullført |
`

let sorli: Asking
beforeAll(async () => {
  sorli = await havingRead({ 'tertialrapport-2025.md': REPORT })
})
afterAll(() => sorli.close())

it.each([
  ['Hvordan går det med lys i skiløypa ved Haugen?', 'Ikke startet, mangler penger'],
  ['Korleis går det med lyset i skiløypa?', 'Ikke startet, mangler penger'],
  ['Hva er status for gangvegen i Vika?', 'Legges fram i september'],
  ['Er gebyret for båtplasser redusert?', 'Gjennomført'],
  ['Hvor langt er arkivsystemet kommet?', 'Forsinket'],
  ['Hvem er prosjektleder for trådløst nett?', 'Ola Dahl'],
  ['Hva er status for PS 71/24?', 'Legges fram i september'],
])('tells what the row that is meant says in words: %s', async (question, said) => {
  const { answer, citations } = await sorli.ask(question)
  expect(answer.split('\n')[0]).toContain(said)
  expect(citations[0]?.quote).toContain(said)
})

it('declines what no row is about', async () => {
  expect((await sorli.ask('Hvordan går det med svømmehallen?')).outcome).toBe('abstained')
  expect((await sorli.ask('Hva er status for PS 72/24?')).outcome).toBe('abstained')
})
