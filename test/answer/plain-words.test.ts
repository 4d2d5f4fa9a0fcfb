import { type Asking, havingRead } from './ask.ts'

const COUNCIL = `Møteprotokoll

Utvalg: Kommunestyret
Dato: 12.06.2025
Møtested: Lyngvik rådhus

Til stede: Kari Storhaug (AP), Even Brattli (H), Solveig Moen (SP)
Forfall: Ingen

PS 20/25 Gamle fergekai

Fergekaia ble taksert til 4,8 mill. kr i mars 2025. Anlegget har stått tomt siden 2019. Taket lekker, og naboene har klaget.

Vedtak:
1. Gamle fergekai selges i det åpne markedet.
2. Minstepris settes til 4,5 mill. kr.

PS 21/25 Permisjonsreglement

Vedtak:
Saken utsettes til møtet 11. september 2025.

PS 22/25 Tilskudd til lag

| Søker | Søkt beløp | Innstilling |
| --- | --- | --- |
| Lyngvik skolekorps | 90 000 | 65 000 |
| Storelva turlag | 40 000 | 20 000 |

Vedtak:
Tilskuddene fordeles slik tabellen viser.
`

const OTHER_COUNCIL = `Møteprotokoll

Utvalg: Kommunestyret
Dato: 19.06.2025
Møtested: Havdal samfunnshus

Til stede: Ola Vik (AP), Nina Berg (H)
Forfall: Ingen

PS 31/25 Parkeringsavgift

Vedtak:
Avgiften settes til 28 kr i timen.
`

const REPORT = `# Fjordsamarbeidet – årsrapport 2024

## Året

Brannvernet hadde 612 utrykninger, en nedgang på 38. Kundesenteret tok imot 6 842 henvendelser i første halvår.

Kundesenteret får lengre åpningstid, og vaktrommet pusses opp. Budsjettet for kundesenteret er 7,2 mill. kr.

Tre ting må bli bedre:
- telefonlistene er gamle
- vaktrommet mangler strøm
- ingen hadde nøkkel
`

describe('plain questions over the papers of several municipalities', () => {
  let rakel: Asking
  beforeAll(async () => {
    rakel = await havingRead({
      'lyngvik-kommunestyre-2025-06-12.md': COUNCIL,
      'havdal-kommunestyre-2025-06-19.txt': OTHER_COUNCIL,
      'fjordsamarbeidet-arsrapport-2024.md': REPORT,
    })
  })
  afterAll(() => rakel.close())

  it('meets a verb and its particle with the noun that they make', async () => {
    const { answer } = await rakel.ask('Hvor mange ganger rykket brannvernet ut i 2024?')
    expect(answer).toContain('612 utrykninger')
  })

  it('gives all points of a list whose lead is what is asked', async () => {
    const { answer } = await rakel.ask('Hva må bli bedre?')
    expect(answer).toContain('telefonlistene')
    expect(answer).toContain('nøkkel')
  })

  it('leaves out who asks', async () => {
    const { answer } = await rakel.ask('Jeg jobber på servicetorget i Lyngvik. Hva er minsteprisen for Gamle fergekai?')
    expect(answer).toContain('4,5 mill. kr')
  })

  it.each([
    'Hvor mye ble Gamle fergekai solgt for?',
    'Hvor mange henvendelser fikk kundesenteret i andre halvår 2024?',
    'Hva ble vedtatt om permisjonsreglementet i kommunestyrets møte i september 2025?',
    'Hva er parkeringsavgiften i Lyngvik?',
    'Hva koster det å få lengre åpningstid på kundesenteret?',
  ])('declines what only sounds near: %s', async (question) =>
    expect(await rakel.ask(question)).toMatchObject({ outcome: 'abstained' }),
  )

  it('does not take one municipality for another whose body has the same name', async () => {
    const { answer } = await rakel.ask('Hva ble vedtatt om parkeringsavgift i kommunestyret i Havdal?')
    expect(answer).toContain('28 kr i timen')
  })

  it('does not take what was applied for as what was given', async () => {
    const { answer } = await rakel.ask('Hvor mye fikk Lyngvik skolekorps i tilskudd?')
    expect(answer).toMatch(/^Lyngvik skolekorps: 65 000 \(Innstilling/u)
    expect((await rakel.ask('Hvor mye søkte Lyngvik skolekorps om?')).answer).toContain('90 000')
  })

  it('quotes a short decision whole', async () => {
    const { answer } = await rakel.ask('Skal Gamle fergekai selges?')
    expect(answer).toContain('Gamle fergekai selges i det åpne markedet')
    expect(answer).toContain('Minstepris')
  })
})
