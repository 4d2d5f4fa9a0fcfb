import { type Asking, havingRead } from './ask.ts'

const FILES = {
  'brukarforum-2025-03-06.md': `# Møte i brukarforumet for digitale tenester i Nordvik

Dato: 6. mars 2025

## Til stades

- Kari Berg (møteleiar)
- Jon Ek (Sørvik kommune)

## 1. Varmepumpe

Kari Berg etterlyste saka om varmepumpa. Dagleg leiar orsaka dette. Ho kunne ikkje love ein ny dato for varmepumpa.

## 2. Brukarstøtta

Brukarstøtta svarte på 14 862 spørsmål på telefon i fjor.

Brukarforumet har bede om kveldsope.
`,
}

let nordvik: Asking
beforeAll(async () => {
  nordvik = await havingRead(FILES)
})
afterAll(() => nordvik.close())

describe('what a question takes for granted', () => {
  it.each([
    ['Kva dato lova dagleg leiar for varmepumpa?', 'the promise was not made'],
    ['Kva telefonnummer har brukarstøtta?', 'another number is of the telephone'],
    ['Hvilket telefonnummer har brukerstøtten?', 'the same in bokmål'],
    ['Kva har brukarforumet i Sørvik bede om?', 'only another place has such a body'],
    ['What did the user forum in Sørvik ask for?', 'the same in English'],
  ])('declines %s, since %s', async (question) => {
    expect((await nordvik.ask(question)).outcome).toBe('abstained')
  })

  it('answers where it asks for the denial itself', async () => {
    expect((await nordvik.ask('Kva kunne dagleg leiar ikkje love?')).answer).toContain('ikkje love')
  })
})
