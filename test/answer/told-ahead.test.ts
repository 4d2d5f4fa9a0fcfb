import { asksWhatHappened } from '../../src/answer/told-ahead.ts'
import { type Asking, havingRead } from './ask.ts'

const REPORT = (year: number, text: string): string => `# Nordvik bad årsrapport ${year}

## 1 Om badet

${text}
`

const FILES = {
  'nordvik-bad-arsrapport-2023.md': REPORT(2023, 'Det nye stupetårnet åpner 1. mars 2024.'),
  'nordvik-bad-arsrapport-2024.md': REPORT(2024, 'Det nye stupetårnet åpnet 15. mai 2024, etter at taket ble lekket.'),
}

let nordvik: Asking
beforeAll(async () => {
  nordvik = await havingRead(FILES)
})
afterAll(() => nordvik.close())

describe('when something happened', () => {
  it.each(['Når åpnet det nye stupetårnet?', 'When did the new stupetårn open?'])(
    'is told by what was written afterwards, not by the plan: %s',
    async (question) => {
      expect((await nordvik.ask(question)).citations[0]?.document).toBe('nordvik-bad-arsrapport-2024.md')
    },
  )

  it.each(['når skal tårnet åpne', 'når er fristen', 'when will it open'])(
    'is not what a plan asks: %s',
    (question) => {
      expect(asksWhatHappened(question)).toBe(false)
    },
  )
})
