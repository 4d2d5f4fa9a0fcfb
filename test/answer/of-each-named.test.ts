import { type Asking, havingRead } from './ask.ts'

const minutes = (date: string, people: string, vote: string): string => `Møteprotokoll

Utvalg: Teknisk utvalg
Dato: ${date}
Tid: 09:00 - 11:00
Til stede: ${people}

PS 1/${date.slice(-2)} Gangvei ved Lia
${vote}
Vedtak: Gangveien bygges.`

let rakel: Asking
beforeAll(async () => {
  rakel = await havingRead({
    'teknisk-2024-03-05.txt': minutes(
      '05.03.2024',
      'Kari Nesvold, leder; Ola Dahlmo, seniorrådgiver Nordvik; Per Vikhaug',
      'For forslaget stemte 2: Kari Nesvold (AP), Per Vikhaug (H). Imot forslaget stemte 1: Liv Bergstø (SP).',
    ),
    'teknisk-2025-06-04.txt': minutes(
      '04.06.2025',
      'Per Vikhaug, leder; Ola Dahlmo, avdelingsleder Nordvik',
      'For forslaget stemte 1: Per Vikhaug (H). Imot forslaget stemte 1: Kari Nesvold (AP).',
    ),
  })
}, 60_000)
afterAll(() => rakel.close())

describe('what is asked of two meetings', () => {
  it.each([
    'Hvor mange var til stede 5. mars 2024 sammenlignet med 4. juni 2025?',
    'Kor mange møtte i teknisk utval 05.03.2024 og 04.06.2025?',
    'How many attended the meeting on 5 March 2024 compared with 4 June 2025?',
    'Hvor mange deltok på møtene i mars 2024 og juni 2025?',
  ])('is answered of each: %s', async (question) => {
    const { outcome, answer, derived } = await rakel.ask(question)
    expect(outcome).toBe('answered')
    expect(derived.map(({ value }) => value)).toEqual(['3', '2'])
    expect(answer).not.toContain('Nordvik')
  })

  it('may be who led them', async () => {
    const { answer } = await rakel.ask('Hvem ledet møtene 5. mars 2024 og 4. juni 2025?')
    expect(answer).toMatch(/Kari Nesvold[\s\S]*Per Vikhaug/)
  })

  it('may be what somebody was in them', async () => {
    const { answer } = await rakel.ask(
      'Hvilken stilling hadde Ola Dahlmo i møtet i mars 2024, og hvilken i møtet i juni 2025?',
    )
    expect(answer).toMatch(/seniorrådgiver[\s\S]*avdelingsleder/)
  })

  it('is told of the one where one is named', async () => {
    const { answer } = await rakel.ask('Hvilken stilling hadde Ola Dahlmo i møtet i mars 2024?')
    expect(answer).toContain('seniorrådgiver')
    expect(answer).not.toContain('avdelingsleder')
  })
})

it('how somebody voted in two cases is told of each, also where the second only says who by a pronoun', async () => {
  const { answer } = await rakel.ask('Hva stemte Kari Nesvold i sak 1/24, og stemte hun i sak 1/25 også?')
  expect(answer).toMatch(/stemte for[\s\S]*stemte imot/)
})
