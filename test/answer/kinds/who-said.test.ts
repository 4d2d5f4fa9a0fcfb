import { type Asking, havingRead } from '../ask.ts'

const FILES = {
  'badestyret-2025-03-06.txt': `Møtereferat Badestyret i Nordvik 06.03.2025

Dato: 06.03.2025
Tid: 09:00 - 11:00
Til stede: Kari Berg, Ola Dahl, Anne Lise Vik, Mich
Referent: Anne Lise Vik

Agenda

2025/M1-001 - Private skap i garderoben
Kari Berg mente at et forbud vil ramme dem som kommer rett fra jobb.

Ola Dahl spurte om skapene er brannsikre. Daglig leder svarte at de er kontrollert.

Anne Lise Vik etterlyste saken om ny varmepumpe.

Noen av foreldrene ønsket lengre åpningstid, men dette ble ikke støttet av driftssjefen som viste til kostnadene.

Foreldrerådet er bekymret for køen ved heisen. Skolene klarer ikke å fylle ut skjemaet for svømmeprøver.

De fleste var positive til kortere økter.

Mich: Må vi bytte alle nøklene?

Vedtak: Saken tas til orientering.

2025/M1-002 - Billetter
Liv Nes (SV) fremmet følgende forslag:
Resten av overskuddet brukes til gratis kurs for unge svømmere.

Forslaget falt mot 1 stemme.

Vedtak: Prisen er uendret.
`,
}

let nordvik: Asking
beforeAll(async () => {
  nordvik = await havingRead(FILES)
})
afterAll(() => nordvik.close())

describe('who asked, said or wanted something', () => {
  it.each([
    ['Hvem sa at et forbud mot skap går ut over folk som kommer fra jobben?', 'Kari Berg'],
    ['Kven lurte på om skapa er brannsikre?', 'Ola Dahl'],
    ['Hvem savnet saken om varmepumpa?', 'Anne Lise Vik'],
    ['Who wondered whether they must bytte the keys, nøklene?', 'Mich'],
    ['Hvem ville bruke overskuddet på kurs for ungdom?', 'Liv Nes'],
    ['Hvem var uenig i lengre åpningstid?', 'driftssjefen'],
    ['Kven var imot lengre opningstid?', 'driftssjefen'],
    ['Who could not fill in the skjema for svømmeprøver?', 'Skolene'],
    ['Hvem klarte ikke å levere skjemaet for svømmeprøver?', 'Skolene'],
  ])('is told by the sentence whose subject did: %s', async (question, name) => {
    const { answer, outcome } = await nordvik.ask(question)
    expect(outcome).toBe('answered')
    expect(answer).toContain(name)
  })

  it.each(['Hvem ville ha gratis parkering?', 'Hvem spurte om badstua?', 'Who said that the sauna is too hot?'])(
    'is declined where nobody did: %s',
    async (question) => {
      expect((await nordvik.ask(question)).outcome).toBe('abstained')
    },
  )
})

describe('what somebody thought', () => {
  it.each([
    ['Hva mente foreldrerådet om køen ved heisen?', 'bekymret'],
    ['Kva meinte deltakarane om kortare økter?', 'positive'],
    ['Hva syntes de om kortere økter på møtet i mars 2025?', 'positive'],
  ])('is told by words for a view, whoever was there where all are meant: %s', async (question, told) => {
    const { answer, outcome } = await nordvik.ask(question)
    expect(outcome).toBe('answered')
    expect(answer).toContain(told)
  })

  it('is not told by what another thought, nor by what is no view', async () => {
    for (const question of ['Hva mente driftssjefen om køen ved heisen?', 'Hva mente skolene om svømmeprøver?'])
      expect((await nordvik.ask(question)).outcome).toBe('abstained')
  })
})
