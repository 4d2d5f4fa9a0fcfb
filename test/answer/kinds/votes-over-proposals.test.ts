import { type Asking, havingRead } from '../ask.ts'

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
