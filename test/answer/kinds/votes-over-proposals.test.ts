import { type Asking, havingRead } from '../ask.ts'

const BOOK = `Møtebok for Kommunestyret
Møtedato: 12.11.2024
Møtestad: Sørvik samfunnshus

062/24 Skulerute 2025/2026
Framlegg til vedtak:
Skuleruta vert vedteken slik ho ligg føre.

KS - handsaming:
Jon Ek (V) sette fram slikt endringsframlegg:
Haustferien vert lagd til veke 41.
Røysting: Endringsframlegget fekk 2 røyster og fall. Framlegget til vedtak vart vedteke med 4 mot 2 røyster.

KS - vedtak:
Skuleruta vert vedteken slik ho ligg føre.

063/24 Meldingar
KS - vedtak:
Meldingane vert tekne til vitande.
`

const FILES = {
  'nordvik-formannskap-2025-03-06.txt': `Formannskapets behandling av sak 8/2025 i møte den 06.03.2025:

Behandling

Innstilling:
Nordvik kommune bygger ny ballbinge.

Kari Berg (Senterpartiet) fremmet følgende tilleggsforslag:
Ballbingen får lys.

For forslaget stemte 2: Kari Berg (SP), Anne Lise Vik (H).
Imot forslaget stemte 3: Ola Dahl (AP), Per Moe (AP), Liv Nes (FrP).
Dermed ble tilleggsforslag ikke vedtatt.

Liv Nes (Fremskrittspartiet) fremmet følgende tilleggsforslag:
Ballbingen stenges om natten.

For forslaget stemte 4: Liv Nes (FrP), Ola Dahl (AP), Per Moe (AP), Kari Berg (SP).
Imot forslaget stemte 1: Anne Lise Vik (H).
Dermed ble tilleggsforslag vedtatt.

Vedtak
Nordvik kommune bygger ny ballbinge.
Ballbingen stenges om natten.
`,
  'sorvik-kommunestyre-motebok.txt': BOOK,
}

let nordvik: Asking
beforeAll(async () => {
  nordvik = await havingRead(FILES)
})
afterAll(() => nordvik.close())

describe('a vote over somebody’s proposal', () => {
  it.each([
    'Hvor mange stemte for og imot tilleggsforslaget til Kari Berg om ballbingen?',
    'Kor mange røysta for Berg sitt tilleggsframlegg om ballbingen?',
    'How many voted for the Centre Party proposal about the ballbinge?',
  ])(
    'is told with both sides, and whoever proposed it is not taken for the voter asked about: %s',
    async (question) => {
      const { answer } = await nordvik.ask(question)
      expect(answer).toContain('For forslaget stemte 2')
      expect(answer).toContain('Imot forslaget stemte 3')
      expect(answer).not.toContain('stemte 4')
    },
  )

  it('is found by who voted and whose proposal it was, without a word of the matter', async () => {
    const { answer } = await nordvik.ask("Did Ola Dahl support the Progress Party's additional proposal in Nordvik?")
    expect(answer).toContain('For forslaget stemte 4')
  })
})

describe('several proposals', () => {
  it.each([
    'Hvilket av de to tilleggsforslagene om ballbingen fikk flest stemmer?',
    'Kva for eit av tilleggsframlegga om ballbingen fekk flest røyster?',
    'Which of the two additional proposals about the ballbinge got the most votes?',
  ])('are told each with its votes: %s', async (question) => {
    const { answer } = await nordvik.ask(question)
    expect(answer).toMatch(/Kari Berg .*2 (?:for|in favour), 3/u)
    expect(answer).toMatch(/Liv Nes .*4 (?:for|in favour), 1/u)
  })

  it.each(['Gikk forslaget om lys i ballbingen gjennom?', 'Falt forslaget fra Senterpartiet om lys i ballbingen?'])(
    'are told apart by what they say: %s',
    async (question) => {
      const { answer } = await nordvik.ask(question)
      expect(answer).toMatch(/ikke vedtatt, 2 for, 3 imot/u)
      expect(answer).not.toContain('Liv Nes')
    },
  )
})

describe('those of a party', () => {
  it.each([
    'Hvilke AP-representanter stemte imot lys i ballbingen?',
    'Hvilke Arbeiderparti-politikere stemte imot Senterpartiets forslag i Nordvik-saken om ballbingen?',
    'Who in the Labour party voted against lys in the ballbinge?',
  ])('are named, and nobody else: %s', async (question) => {
    const { answer, outcome } = await nordvik.ask(question)
    expect(outcome).toBe('answered')
    expect(answer.split('\n')[0]).toMatch(/^Ola Dahl (?:og|and) Per Moe /u)
  })

  it('stand on the other side than was asked: a no that shows it', async () => {
    const { answer, outcome } = await nordvik.ask('Hvilke representanter fra Høyre stemte imot lys i ballbingen?')
    expect({ outcome, first: answer.split('\n')[0] }).toEqual({
      outcome: 'abstained',
      first: 'Anne Lise Vik stemte for (forslaget):',
    })
  })
})

describe('a vote told by its counts', () => {
  it.each([
    'Kor mange røyster fekk framlegget om haustferie i veke 41?',
    'Hva ble stemmetallet da skoleruta ble vedtatt i Sørvik?',
  ])('is found by what was proposed, and by the municipality of its file: %s', async (question) => {
    const { answer, outcome } = await nordvik.ask(question)
    expect(outcome).toBe('answered')
    expect(answer).toMatch(/2 røyster/u)
  })

  it('does not tell who voted', async () => {
    const { outcome, reason } = await nordvik.ask('Kven røysta imot skuleruta i Sørvik?')
    expect({ outcome, reason }).toEqual({ outcome: 'abstained', reason: 'not-among-voters' })
  })

  it('names who proposed it, across bokmål and nynorsk', async () => {
    expect((await nordvik.ask('Hvem foreslo høstferie i uke 41 i Sørvik?')).answer).toContain('Jon Ek')
  })
})

describe('those who wanted a proposal, or were against it', () => {
  let board: Asking
  beforeAll(async () => {
    board = await havingRead({
      'solnes-utvalg-2025-03-12.txt': `Møteprotokoll

Utvalg: Utvalg for oppvekst
Dato: 12.03.2025

PS 10/25 Svømmehall på Neset

Behandling
Berit Dal (SV) fremmet følgende alternative forslag: «Svømmehallen bygges ved Stranda.»

Votering
For innstillingen stemte 3: Silje Moe (AP), Tor Hauge (SP), Eirik Sand (H). For Dals forslag stemte 2: Berit Dal (SV), Kari Foss (R). Dermed ble innstillingen vedtatt.

Vedtak
Svømmehallen bygges på Neset.

PS 11/25 Tilskudd til korpset

Behandling
Tor Hauge (SP) foreslo at tilskuddet økes til 80 000 kr.

Votering
Hauges forslag ble vedtatt med 3 mot 2 stemmer. For forslaget stemte Silje Moe (AP), Tor Hauge (SP) og Berit Dal (SV). Imot stemte Eirik Sand (H) og Kari Foss (R).

Vedtak
Korpset får 80 000 kr.

PS 12/25 Elektriske busser

Votering
Vedtatt med 4 mot 1 stemme. Eirik Sand stemte imot og ville kjøpe gassbusser.

Vedtak
Det kjøpes to elektriske busser.
`,
    })
  })
  afterAll(() => board.close())

  it.each([
    ['Hvem støttet Berit Dals forslag om svømmehallen?', ['Berit Dal', 'Kari Foss']],
    ['Hvem ville ha svømmehallen ved Stranda?', ['Berit Dal', 'Kari Foss']],
    ["Who supported Dal's proposal?", ['Berit Dal', 'Kari Foss']],
    ['Hvem gikk inn for forslaget fra Tor Hauge om korpset?', ['Silje Moe', 'Berit Dal']],
    ['Kven var mot å auke tilskotet til korpset?', ['Eirik Sand', 'Kari Foss']],
    ['Hvem i utvalget var imot elektriske busser, og hva ville han ha i stedet?', ['Eirik Sand', 'gassbusser']],
  ])('are told by those who voted so: %s', async (question, told) => {
    const { answer } = await board.ask(question)
    for (const words of told) expect(answer).toContain(words)
  })
})
