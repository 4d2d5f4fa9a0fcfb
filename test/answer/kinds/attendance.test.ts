import { type Asking, havingRead } from '../ask.ts'

const COUNCIL_JANUARY = `Solnes kommune

MØTEPROTOKOLL

Utvalg:      Kommunestyret
Møtested:    Solnes rådhus, kommunestyresalen
Dato:        30.01.2025
Tidspunkt:   18:00 – 21:40

Følgende faste medlemmer møtte:
Navn                            Funksjon        Repr.   Merknad
Grete Hovland                   Ordfører        AP
Jan Erik Tveiten                Varaordfører    SP      Permisjon fra kl. 20.15
Aud Kristin Moen                Medlem          H
Nina Sørbø                      Medlem          AP

Følgende medlemmer hadde meldt forfall:
Navn                            Funksjon        Repr.
Per Olav Hagen                  Medlem          H

Følgende varamedlemmer møtte:
Navn                            Møtte for       Repr.
Siri Aune                       Per Olav Hagen  H

Fra administrasjonen møtte:
Navn                            Stilling
Knut Arne Fjeld                 Kommunedirektør

PS 1/25 Godkjenning av innkalling

Vedtak:
Innkallingen godkjennes.

PS 2/25 Salg av gamle Solnes skole

Vedtak:
Saken utsettes.

Neste møte: 27. februar 2025 kl. 18:00 i Solnes rådhus.
`

const COUNCIL_FEBRUARY = `Solnes kommune

MØTEPROTOKOLL

Utvalg:      Kommunestyret
Møtested:    Solnes kulturhus
Dato:        27.02.2025
Tidspunkt:   18:00 – 20:10

Til stede:
Navn                            Funksjon        Repr.   Møtte for
Jan Erik Tveiten                Ordfører        SP
Nina Sørbø                      Medlem          AP
Olav Dalen                      Varamedlem      AP      Grete Hovland

Forfall:
Navn                            Funksjon        Repr.
Grete Hovland                   Medlem          AP

PS 5/25 Salg av gamle Solnes skole

Vedtak:
Skolen selges for 4,2 mill. kr.
`

const COMMITTEE = `# Møtebok – Utval for oppvekst, Vestfjord kommune

**Møtedato:** 11. juni 2024
**Møtestad:** Vestfjord skule

**Til stades:** Ingunn Hauge (leiar, Sp), Turid Mo (Ap), Jorunn Eide (vara for Håvard Lie, KrF)

**Forfall:** Håvard Lie (KrF)

**Frå administrasjonen:** rådgivar Mons Berge (skreiv møteboka)

## Sak 11/24 Ny barnehage i Strandvika

**Vedtak:** Saka blir utsett til hausten.

## Neste møte

Tysdag 10. september 2024 kl. 14.00
`

const BOARD = `Referat fra styremøte i Midtdal Vannverk SA

Dato: 05.12.2024
Sted: Samfunnshuset
Til stede: Arvid Rustad (styreleder), Gunn Bakke, daglig leder Harald Nybø
Ikke møtt: Tone Viken
Vara: Ingen vara møtte
Referent: Harald Nybø

Sak 21/24 Lekkasjer
Vedtak: Tas til orientering.
`

let told: Asking
beforeAll(async () => {
  told = await havingRead({
    'solnes-kommunestyre-2025-01-30.txt': COUNCIL_JANUARY,
    'solnes-kommunestyre-2025-02-27.txt': COUNCIL_FEBRUARY,
    'vestfjord-oppvekst-2024-06-11.md': COMMITTEE,
    'midtdal-styre-2024-12-05.txt': BOARD,
  })
})
afterAll(() => told.close())

const answerTo = async (question: string): Promise<string> => {
  const { outcome, answer } = await told.ask(question)
  return `${outcome}: ${answer}`
}

describe('who met in whose place', () => {
  it.each([
    ['Hvem møtte for Grete Hovland i Solnes?', 'Olav Dalen'],
    ['Who stood in for Per Olav Hagen in Solnes?', 'Siri Aune'],
    ['Kven møtte Jorunn Eide for?', 'Håvard Lie'],
    ['Hvem møtte som vara i kommunestyret i Solnes i januar 2025?', 'Siri Aune (for Per Olav Hagen)'],
    ['Hvem manglet i Solnes i februar, og hvem møtte i stedet?', 'Olav Dalen (for Grete Hovland)'],
  ])('%s', async (question, name) => {
    expect(await answerTo(question)).toContain(name)
  })

  it('is told to be nobody where the minutes say so', async () => {
    const answer = await answerTo('Hvem hadde forfall til styremøtet i Midtdal i desember 2024, og møtte det vara?')
    expect(answer).toContain('Tone Viken')
    expect(answer).toContain('Ingen varamedlemmer')
  })

  it('is declined for somebody of whom no list tells', async () => {
    expect(await answerTo('Hvem møtte for Tone Viken?')).toMatch(/^abstained/)
  })
})

describe('who was there', () => {
  it('may be asked by party, which nobody may be of', async () => {
    expect(await answerTo('Hvor mange fra Ap møtte i Solnes kommunestyre i februar?')).toContain('2 står oppført')
    expect(await answerTo('Hvem møtte fra Venstre i kommunestyret 30.01.2025?')).toContain('Ingen slike')
    const parties = await answerTo('Hvilke partier var representert i Solnes kommunestyre 27. februar 2025?')
    expect(parties).toContain('SP og AP')
  })

  it('and left early stands beside the name', async () => {
    const answer = await answerTo('Hvem fikk permisjon fra kommunestyremøtet i Solnes i januar 2025?')
    expect(answer).toContain('Jan Erik Tveiten')
    expect(answer).toContain('20.15')
    expect(answer).not.toContain('Grete Hovland')
  })

  it('from the administration is told apart from the members', async () => {
    const answer = await answerTo('Hvem møtte fra administrasjonen i Solnes i januar 2025?')
    expect(answer).toContain('Knut Arne Fjeld (Kommunedirektør)')
    expect(answer).not.toContain('Nina Sørbø')
    expect(await answerTo('Kven skreiv møteboka i Vestfjord i juni 2024?')).toContain('Mons Berge')
  })
})

describe('the meeting that is meant', () => {
  it.each([
    ['Who was absent from the January meeting of the Solnes council?', 'Per Olav Hagen'],
    ['Kven leia møtet i oppvekstutvalet før sommaren?', 'Ingunn Hauge'],
    ['Hvor var det første møtet i Solnes kommunestyre i 2025?', 'Solnes rådhus'],
    ['Hvor var det siste møtet i Solnes kommunestyre?', 'Solnes kulturhus'],
    ['Hvor var møtet i Solnes som Grete Hovland ledet?', 'Solnes rådhus'],
    ['Who chaired the council meeting that Grete Hovland missed?', 'Jan Erik Tveiten'],
    ['Hvem ledet møtet der salget av skolen ble utsatt, og hva sto i budsjettet for 2026?', 'Grete Hovland'],
  ])('%s', async (question, told) => {
    expect(await answerTo(question)).toContain(told)
  })

  it('is not guessed: one that is not there is declined, and the newest of the body are named', async () => {
    const answer = await answerTo('Hvem var på møtet i Solnes kommunestyre i oktober?')
    expect(answer).toMatch(/^abstained/)
    expect(answer).not.toMatch(/ {2}/)
    expect(answer).toMatch(/27\.02\.2025.*30\.01\.2025/)
    expect(answer).not.toContain('Vannverk')
  })
})

describe('when the next meeting is', () => {
  it('is told by the newest minutes where no notice is there', async () => {
    expect(await answerTo('Når er neste møte i oppvekstutvalet?')).toContain('10. september 2024 kl. 14.00')
    const english = await answerTo('Who took the minutes in the Vestfjord committee, and when is the next meeting?')
    expect(english).toContain('10. september 2024')
  })

  it('is not told by older ones', async () => {
    const answer = await answerTo('Når er neste møte i kommunestyret i Solnes?')
    expect(answer).toMatch(/^abstained/)
    expect(answer).not.toContain('18:00')
  })
})

describe('what prose tells of who came and went', () => {
  let prose: Asking
  beforeAll(async () => {
    prose = await havingRead({
      'nordvikradet-2025-06-19.txt': `Møtereferat Nordvikrådet 19.06.2025

Dato: 19.06.2025
Til stede: Kari Lunde, Ola Rud, Anne Lise Moen
Forfall: Per Strand
Merknad: Ola Rud fikk permisjon og forlot møtet kl. 11:40.

Sak 1/25 Sentralbord
Anne Lise Moen, som møtte for Sundet, ba om et eget nummer.
Vedtak: Tas til orientering.
`,
    })
  })
  afterAll(() => prose.close())

  it('answers who left, and when', async () => {
    const { answer } = await prose.ask('Hvem forlot møtet i Nordvikrådet 19. juni 2025 før det var slutt, og når?')
    expect(answer).toContain('Ola Rud')
    expect(answer).toContain('11:40')
    expect(answer).not.toContain('Moen')
  })

  it('answers who met for a municipality, and for no other', async () => {
    const { answer } = await prose.ask('Hvem møtte på vegne av Sundet i Nordvikrådet i juni 2025?')
    expect(answer).toContain('Anne Lise Moen')
    expect(answer).not.toContain('Lunde')
    expect((await prose.ask('Hvem møtte for Eidet i Nordvikrådet i juni 2025?')).answer).not.toContain('Moen')
  })
})
