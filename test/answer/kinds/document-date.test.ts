import { type Asking, havingRead } from '../ask.ts'

const NOTICE = `# Møteinnkalling

| Utvalg | Havnestyret |
|---|---|
| Dato | 17.09.2026 |
| Tid | 10:00 |
| Sted | Solnes havn |

## Sak 12/26 Ny kai

Saken legges fram til behandling.

Solnes, 27. august 2026

Trude Vold
leder
`
const MINUTES = `# Møteprotokoll

| Utvalg | Havnestyret |
|---|---|
| Dato | 14.05.2026 |
| Sted | Solnes havn |
| Til stede | Trude Vold (leder), Geir Lien |

Innkallingen ble sendt ut 29. april 2026 og var uten merknader.

## Sak 8/26 Årsmelding

Vedtak: Årsmeldingen godkjennes.
`

let papers: Asking
beforeAll(async () => {
  papers = await havingRead({ 'havnestyret-innkalling.md': NOTICE, 'havnestyret-protokoll.md': MINUTES })
})
afterAll(() => papers.close())

describe('the day that a paper itself bears', () => {
  it.each([
    'Hvilken dato er innkallingen til havnestyrets møte 17. september 2026 skrevet?',
    'Når er innkallinga til møtet 17.09.2026 dagsett?',
    'When is the notice of the meeting on 17 September 2026 dated?',
  ])('is not that of the meeting: %s', async (question) => {
    const { outcome, answer, citations } = await papers.ask(question)
    expect(outcome).toBe('answered')
    expect(answer).toMatch(/27\. august 2026|27 August 2026/)
    expect(citations.map(({ quote }) => quote)).toContain('Solnes, 27. august 2026')
  })

  it('is read in the text where no line of its own has it', async () => {
    const { outcome, answer } = await papers.ask('Når ble innkallingen til havnestyret 14. mai 2026 sendt ut?')
    expect(outcome).toBe('answered')
    expect(answer).toContain('29. april 2026')
  })

  it('is not made up of the day of the meeting', async () => {
    const { outcome } = await papers.ask('Når er protokollen fra møtet 14. mai 2026 underskrevet?')
    expect(outcome).not.toBe('answered')
  })
})
