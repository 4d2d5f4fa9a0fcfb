import { type Asking, havingRead } from '../ask.ts'

let furua: Asking
beforeAll(async () => {
  furua = await havingRead({
    'arsrapport-2024.md': `# Årsrapport 2024 Furua kulturskole

## 1 Elever

Ved utgangen av 2024 hadde skolen 214 elever. Det er en økning på 31 fra året før. Skolen hadde ved årsskiftet 19 ansatte, en nedgang på to fra forrige årsskifte.

I 2024 var det 46 konserter, åtte flere enn i 2023.

## 2 Nærvær

Sykefraværet var 6,2 prosent i 2024. Dette er 1,1 prosentpoeng lavere enn i 2023.

Andelen som fullførte, var 81,5 prosent i 2024, opp fra 78,0 prosent året før.

## 3 Økonomi

Overskuddet i 2024 var 1,4 mill. kr. Inntektene økte i forhold til 2023.

Utgiftene til lokaler var 3,200 mill. kr i 2024, 12 prosent mer enn i 2023.
`,
  })
})
afterAll(() => furua.close())

it.each([
  ['Hvor mange elever hadde kulturskolen i 2023?', '214 − 31 = 183'],
  ['Kor mange elevar hadde kulturskulen i 2023?', '214 − 31 = 183'],
  ['How many pupils did the school have in 2023?', '214 − 31 = 183'],
  ['Hvor mange ansatte hadde kulturskolen ved utgangen av 2023?', '19 + 2 = 21'],
  ['Hvor mange konserter var det i 2023?', '46 − 8 = 38'],
  ['Hva var sykefraværet i 2023?', '6,2 + 1,1 = 7,3 %'],
])('computes the year before of a figure and its change: %s', async (question, told) => {
  const { answer, derived, reason } = await furua.ask(question)
  expect(answer).toContain(told)
  expect(reason).toBe('figure-year-before')
  expect(derived.length).toBeGreaterThan(0)
})

it('gives what is told of the year before as it stands, and the change between the two', async () => {
  expect((await furua.ask('Hvor stor andel fullførte i 2023?')).answer).toContain('78,0 %')
  expect((await furua.ask('Hvor mange prosentpoeng økte andelen som fullførte fra 2023 til 2024?')).answer).toContain(
    '(81,5 − 78,0)',
  )
  expect((await furua.ask('Hvor mye lavere var sykefraværet i 2024 enn i 2023?')).answer).toMatch(/^1,1 prosentpoeng/)
})

it.each([
  ['two years before', 'Hvor mange elever hadde kulturskolen i 2022?'],
  ['a figure that only the year after has', 'Hvor stort var overskuddet i 2023?'],
  ['a share of what is not told', 'Hva var utgiftene til lokaler i 2023?'],
  ['a difference of which one side is missing', 'Hvor mye større var overskuddet i 2024 enn i 2023?'],
])('declines %s', async (_, question) => {
  expect((await furua.ask(question)).outcome).toBe('abstained')
})
