import { type Asking, havingRead } from './ask.ts'

const council = (date: string, sum: string, more = ''): string => `Møtereferat Vannrådet for Nordvik og Sørby ${date}

Dato: ${date}
Tid: 09:00 - 11:00
Til stede: Kari Nes, rådmann Nordvik (møteleder); Ola Dahl, økonomisjef Sørby
Forfall: Ingen

Sak 1/25 Ramme for vannverket
Ola Dahl ba om at pumpene på Øvre Li blir sjekket hvert kvartal.
Vedtak: Rammen for vannverket settes til ${sum} mill. kr.

Sak 2/25 Eventuelt
${more}`

const SCHOOL = `LIAGRENDA SKOLE

MØTEREFERAT

SAMARBEIDSUTVALGET

Dato: 03.02.2025

Til stede: Per Vik, Liv Moe

Sak 1/24-25
Uteområdet
Det skal plantes epletrær.

Sak 2/24-25
Eventuelt
Neste møte torsdag 24. april kl. 08.15`

const OTHER_SCHOOL = `LIAGRENDA UNGDOMSSKOLE

MØTEREFERAT

ELEVRÅDET

Dato: 05.02.2025

Til stede: Jon Berg, Eva Lie

Sak 1/24-25
Ball
Neste møte 8. mai`

let rakel: Asking
beforeAll(async () => {
  rakel = await havingRead({
    'vannradet-2025-03-20.txt': council('20.03.2025', '33,900'),
    'vannradet-2025-09-25.txt': council(
      '25.09.2025',
      '33,400',
      'Befaringsmøtet om demningen er satt til 14. oktober 2025. Neste møte er i uke 49.',
    ),
    'su-2025-02-03.txt': SCHOOL,
    'elevrad-2025-02-05.txt': OTHER_SCHOOL,
  })
}, 60_000)
afterAll(() => rakel.close())

describe('a meeting named by its month or season', () => {
  it.each([
    ['Hva ble vedtatt om rammen for vannverket i septembermøtet?', '33,400'],
    ['Hva ble vedtatt om rammen for vannverket i møtet i mars?', '33,900'],
    ['Kva vedtok vannrådet i mars om ramma for vannverket?', '33,900'],
    ['What was decided about the frame for vannverket in the March meeting?', '33,900'],
    ['What was decided about the frame for vannverket at the meeting in September 2025?', '33,400'],
    ['Hva ble vedtatt om rammen for vannverket på høstmøtet?', '33,400'],
  ])('is that one: %s', async (question, sum) => {
    const { outcome, answer } = await rakel.ask(question)
    expect(outcome).toBe('answered')
    expect(answer).toContain(sum)
    expect(answer).not.toContain(sum === '33,400' ? '33,900' : '33,400')
  })

  it('may be the meeting in which somebody asked for something', async () => {
    const { answer } = await rakel.ask('Hva ba Ola Dahl om i marsmøtet?')
    expect(answer).toContain('20.03.2025')
    expect(answer).not.toContain('25.09.2025')
  })
})

it.each([
  ['Hvem møtte i vannrådet 20. mars?', '20.03.2025'],
  ['Hva ble vedtatt om rammen for vannverket i møtet 25. september?', '33,400'],
])('a day without its year is that of the meeting that was then: %s', async (question, told) => {
  const { outcome, answer } = await rakel.ask(question)
  expect(outcome).toBe('answered')
  expect(answer).toContain(told)
})

describe('how many meetings there were', () => {
  it.each([
    'Hvor mange møter hadde vannrådet i 2025?',
    'Kor mange møte heldt vannrådet i 2025?',
    'How many meetings did vannrådet hold in 2025?',
  ])('is told by those that minutes are of: %s', async (question) => {
    const { answer, derived } = await rakel.ask(question)
    expect(derived.map(({ value }) => value)).toEqual(['2'])
    expect(answer).toContain('2025')
  })

  it('is not counted of a year without minutes', async () => {
    expect((await rakel.ask('Hvor mange møter hadde vannrådet i 2019?')).outcome).toBe('abstained')
  })
})

describe('the next meeting', () => {
  it.each(['Når er neste SU-møte på Liagrenda skole?', 'When is the next meeting at Liagrenda skole?'])(
    'is that of the body, known by its initials or its owner: %s',
    async (question) => {
      const { answer } = await rakel.ask(question)
      expect(answer).toContain('24. april')
      expect(answer).not.toContain('8. mai')
    },
  )

  it('may be told by its week', async () => {
    expect((await rakel.ask('Når er neste møte i vannrådet?')).answer).toContain('uke 49')
  })
})

it('a meeting that is only told of is not the one that tells', async () => {
  const { answer } = await rakel.ask('Når er befaringsmøtet om demningen?')
  expect(answer).toContain('14. oktober 2025')
})

it.each(['Which members were present at the meeting on 20 March 2025?', 'Hvilke medlemmer møtte i vannrådet i mars?'])(
  'members who were present are those of the list: %s',
  async (question) => {
    const { reason, answer } = await rakel.ask(question)
    expect(reason).toBe('attendance-present')
    expect(answer).toContain('Ola Dahl')
  },
)
