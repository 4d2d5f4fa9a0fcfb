import { type Asking, havingRead, NORDVIK } from './ask.ts'

/**
 * One question in the three languages, made from a pattern each and the words for what is asked about. The facts of the
 * answers must be the same: what is cited, and the numbers.
 */
interface Pattern {
  readonly nb: string
  readonly nn: string
  readonly en: string
}
type Language = keyof Pattern
const LANGUAGES: readonly Language[] = ['nb', 'nn', 'en']

const DATES: readonly Pattern[] = [
  { nb: '14. mai 2024', nn: '14. mai 2024', en: '14 May 2024' },
  { nb: '18.09.2024', nn: '18.09.2024', en: 'September 18, 2024' },
]
const BY_DATE: readonly Pattern[] = [
  {
    nb: 'Hvem var til stede i møtet {}?',
    nn: 'Kven var til stades i møtet {}?',
    en: 'Who was present at the meeting on {}?',
  },
  {
    nb: 'Hvem hadde forfall i møtet {}?',
    nn: 'Kven hadde forfall i møtet {}?',
    en: 'Who was absent from the meeting on {}?',
  },
  {
    nb: 'Hvem var referent i møtet {}?',
    nn: 'Kven var referent i møtet {}?',
    en: 'Who took the minutes at the meeting on {}?',
  },
  { nb: 'Hvor ble møtet {} holdt?', nn: 'Kvar vart møtet {} halde?', en: 'Where was the meeting on {} held?' },
  {
    nb: 'Hva ble vedtatt i møtet {}?',
    nn: 'Kva vart vedteke i møtet {}?',
    en: 'What was decided at the meeting on {}?',
  },
  {
    nb: 'Hvilke saker ble behandlet i møtet {}?',
    nn: 'Kva saker vart handsama i møtet {}?',
    en: 'Which items were considered at the meeting on {}?',
  },
]
const MATTERS: readonly Pattern[] = [
  { nb: 'budsjettet for 2025', nn: 'budsjettet for 2025', en: 'the budget for 2025' },
  { nb: 'felles sentralbord', nn: 'felles sentralbord', en: 'the shared switchboard' },
]
const BY_MATTER: readonly Pattern[] = [
  { nb: 'Hva ble vedtatt om {}?', nn: 'Kva vart vedteke om {}?', en: 'What was decided about {}?' },
  {
    nb: 'Hva er gjeldende vedtak om {}?',
    nn: 'Kva er gjeldande vedtak om {}?',
    en: 'What is the current decision on {}?',
  },
]
const CASES: readonly Pattern[] = ['2024/M2-003', '2024/M4-002', '2024/M9-099'].map((text) => ({
  nb: text,
  nn: text,
  en: text,
}))
const BY_CASE: readonly Pattern[] = [
  { nb: 'Hva ble vedtatt i sak {}?', nn: 'Kva vart vedteke i sak {}?', en: 'What was decided in case {}?' },
]
const FIGURES: readonly Pattern[] = [
  {
    nb: 'Hvor mange henvendelser svarte brukerstøtten på i 2024?',
    nn: 'Kor mange førespurnader svara brukarstøtta på i 2024?',
    en: 'How many enquiries did the service desk answer in 2024?',
  },
  {
    nb: 'Hvor mange alvorlige hendelser var det i januar 2024?',
    nn: 'Kor mange alvorlege hendingar var det i januar 2024?',
    en: 'How many serious incidents were there in January 2024?',
  },
]

const filled = (patterns: readonly Pattern[], things: readonly Pattern[]): Pattern[] =>
  patterns.flatMap((pattern) =>
    things.map(
      (thing) =>
        Object.fromEntries(
          LANGUAGES.map((language) => [language, pattern[language].replace('{}', thing[language])]),
        ) as unknown as Pattern,
    ),
  )

const PAIRS = [...filled(BY_DATE, DATES), ...filled(BY_MATTER, MATTERS), ...filled(BY_CASE, CASES), ...FIGURES]

let nordvik: Asking
beforeAll(async () => {
  nordvik = await havingRead(NORDVIK)
})
afterAll(() => nordvik.close())

/** What an answer tells, whatever its language. */
async function factsOf(question: string): Promise<unknown> {
  const { outcome, citations, derived, language } = await nordvik.ask(question)
  return {
    language,
    facts: {
      outcome,
      cited: citations.map(({ document, quote }) => `${document}: ${quote}`).sort(),
      derived: derived.map(({ value, operation }) => `${operation} ${value}`),
    },
  }
}

it('has pairs enough, most of them with an answer', async () => {
  expect(PAIRS.length).toBeGreaterThanOrEqual(20)
  const outcomes = await Promise.all(PAIRS.map(async ({ nb }) => (await nordvik.ask(nb)).outcome))
  expect(outcomes.filter((outcome) => outcome === 'answered').length).toBeGreaterThanOrEqual(PAIRS.length - 3)
})

it.each(PAIRS.map((pair) => [pair.nb, pair] as const))(
  'gives the same facts in three languages: %s',
  async (_, pair) => {
    const [nb, nn, en] = await Promise.all(LANGUAGES.map((language) => factsOf(pair[language])))
    expect(nn).toMatchObject({ language: 'nn', facts: (nb as { facts: unknown }).facts })
    expect(en).toMatchObject({ language: 'en', facts: (nb as { facts: unknown }).facts })
  },
)
