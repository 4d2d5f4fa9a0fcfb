import { effectIn, givesEffect, givesReason } from '../../src/answer/cause-and-effect.ts'
import { planQuestion } from '../../src/answer/plan.ts'
import { type Asking, havingRead } from './ask.ts'

const REPORT = `# Årsrapport 2024 Sundet brannvesen

## 1 Prosjekt Grunnmur

Prosjekt Grunnmur ble avsluttet i 2023. Det var mange brudd i kjelleren også den gangen.

## 2 Drift

Lagringen i kjelleren er nå inne i sitt åttende år, og vi fikk problemer med minnet.

Dette resulterte i mange driftsbrudd om høsten.

Strømmen falt ut i juni. Årsaken var et lynnedslag. Ansatte kom ikke inn på PC-ene før neste dag.

Vi flyttet 37 systemer til skyen. Strømforbruket gikk ned med 21 % som følge av dette.

## 3 Oppdrag

Merforbruket på lønn skyldes skogbrannen i mai og flere helseoppdrag.

Økningen i helseoppdrag skyldes at ambulansen på Moen ble lagt ned.

## 4 Bemanning

Sykefraværet var 6,2 % i 2024, mot 5,1 % i 2023. Det høye tallet er et resultat av få, lange fravær.

Fire stillinger tas bort. Det vil kunne ha følgende konsekvenser for vakta:

- lengre responstid om natta
- færre øvelser

For regnskapet betyr det lavere utgifter til lønn.

## 5 Høring

Siste tur går kl. 20. Mange må slutte tidlig på øvelsene i garasjen.

Kari Moe, brannsjef

Hva får flyttingen av stasjonen å si, er det spurt om i høringen.
`

describe('cause and effect', () => {
  let rakel: Asking
  const answer = async (question: string): Promise<string> => (await rakel.ask(question)).answer

  beforeAll(async () => {
    rakel = await havingRead({ 'sundet-brannvesen-arsrapport-2024.md': REPORT })
  }, 60_000)
  afterAll(() => rakel.close())

  it('are known by what the one did to the other, and not by a word that only looks alike', () => {
    expect(givesReason('Flyttingen førte til lange køer.')).toBe(true)
    expect(givesReason('Nedgangen har sammenheng med flyttingen.')).toBe(true)
    expect(givesReason('Grunnskolen og Prosjekt Grunnmur ble omtalt.')).toBe(false)
    expect(givesEffect('Kuttet medfører færre kurs.')).toBe(true)
    expect(givesEffect('Møtet begynte klokka ni.')).toBe(false)
  })

  it('are told apart: the effect stands before "skyldes" and behind "førte til"', () => {
    expect(effectIn('Økningen skyldes nye oppdrag.')).toBe('økningen ')
    expect(effectIn('Brannen førte til stenging.')).toBe(' stenging.')
    expect(effectIn('Skolen ble stengt.')).toBe('skolen ble stengt.')
  })

  it.each([
    'Hvorfor var det så mange driftsbrudd i 2024?',
    'Kvifor var det så mange driftsbrudd i 2024?',
    'Hva førte til driftsbruddene om høsten?',
  ])('may stand in two paragraphs: %s', async (question) => {
    expect(await answer(question)).toMatch(/åttende år[\s\S]*driftsbrudd/)
  })

  it('may stand in three sentences, or be pointed back at', async () => {
    expect(await answer('Hvorfor kom ikke de ansatte inn på PC-ene i juni?')).toContain('lynnedslag')
    expect(await answer('Hvorfor gikk strømforbruket ned?')).toContain('skyen')
  })

  it('may stand there without a word for it, beside all that was asked about', async () => {
    expect(await answer('Hvorfor slutter mange tidlig på øvelsene?')).toContain('kl. 20')
  })

  it('is of what was asked about, and not a part of the cause of something else', async () => {
    expect(await answer('Hvorfor ble det flere helseoppdrag?')).toContain('ambulansen på Moen')
  })

  it('is told in words, though figures stand beside it', async () => {
    const told = await answer('Hvorfor var sykefraværet høyt i 2024?')
    expect(told).toContain('få, lange fravær')
    expect(planQuestion('Hva er grunnen til det høye sykefraværet?', 2026).wanted).toBe('any')
    expect(planQuestion('Hvor stor andel av fraværet skyldes forkjølelse?', 2026).wanted).toBe('percent')
  })

  it.each([
    'Hva får det å si for vakta at fire stillinger tas bort?',
    'Kva har det å seie for vakta at fire stillingar vert tekne bort?',
    'Hvilke konsekvenser får det for vakta at fire stillinger tas bort?',
  ])('may be a list of what comes of something: %s', async (question) => {
    expect(await answer(question)).toMatch(/responstid[\s\S]*øvelser/)
  })

  it('is declined where nobody tells why', async () => {
    expect((await rakel.ask('Hvorfor sluttet brannsjefen i Sundet?')).outcome).toBe('abstained')
  })
})
