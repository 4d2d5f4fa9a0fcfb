import { type Asking, havingRead } from '../ask.ts'

let nordvik: Asking
beforeAll(async () => {
  nordvik = await havingRead({
    'nordvik-brann-arsrapport-2024.md': `# Årsrapport 2024 Nordvik brann IKS

## 1 Selskapet

### 1.1 Styret

Styret består av:

- Kari Berg, styreleder, Sørvik kommune
- Ola Dahl, nestleder, Granby kommune
- Anne Lise Vik, styremedlem, Lillevik kommune (fram til 1.3.2024)
- Per Moe (Lillevik), fra 1.3.2024

### 1.2 Mål

Styret har satt disse målene for 2025:

- ny brannbil
- flere øvelser
`,
  })
})
afterAll(() => nordvik.close())

describe('who sits on a board that keeps no minutes here', () => {
  it.each([
    ['Hvem ledet styret i Nordvik brann i 2024?', ['Kari Berg'], ['Ola Dahl', 'Per Moe']],
    ['Kven er nestleiar i styret for Nordvik brann?', ['Ola Dahl'], ['Kari Berg']],
    ['Who represented Lillevik on the board of Nordvik brann in 2024?', ['Anne Lise Vik', 'Per Moe'], ['Kari Berg']],
    ['Hvem satt i styret i Nordvik brann?', ['Kari Berg', 'Ola Dahl', 'Anne Lise Vik', 'Per Moe'], []],
    ['Hvem ledet styret i Nordvik brann, og hvem satt der for Granby?', ['Kari Berg', 'Ola Dahl'], ['Per Moe']],
  ] as const)('is told by the list in its report: %s', async (question, told, untold) => {
    const { answer } = await nordvik.ask(question)
    for (const name of told) expect(answer).toContain(name)
    for (const name of untold) expect(answer).not.toContain(name)
  })

  it.each([
    'Hvem satt i styret i Nordvik brann i 2022?',
    'Hvem satt i styret i Nordvik brann for Solheim?',
    'Hvem leder kommunestyret i Nordvik?',
  ])('is declined for another year, place or body: %s', async (question) => {
    expect((await nordvik.ask(question)).outcome).toBe('abstained')
  })

  it('does not keep the report from telling of the board', async () => {
    expect((await nordvik.ask('Hvilke mål har styret i Nordvik brann for 2025?')).answer).toContain('ny brannbil')
  })
})
