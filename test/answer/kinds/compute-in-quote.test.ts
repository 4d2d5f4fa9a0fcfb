import { computeInQuote } from '../../../src/answer/kinds/compute-in-quote.ts'
import { planQuestion } from '../../../src/answer/plan.ts'

const computed = (question: string, quote: string, isOfAll = true) => {
  const plan = planQuestion(question, 2026)
  return computeInQuote(plan, quote, isOfAll, plan.language)
}

it('takes the smaller from the larger of two numbers that a quote sets against each other', () => {
  expect(
    computed('Hvor mange flere lekkasjer var det enn året før?', 'I 2024 var det 31 lekkasjer, mot 19 i 2023.'),
  ).toEqual({ text: '31 − 19 = 12', derived: [{ value: '12', operation: 'difference', from: ['31', '19'] }] })
  expect(computed('How much longer was the wait?', 'Ventetiden økte fra 39,5 til 48,0 sekunder.')?.text).toMatch(
    '= 8.5',
  )
  expect(
    computed('Kor mykje sparer vi?', 'Ny avtale kostar 1,200 mill. kr i året. I dag bruker vi 1,450 mill. kr.')?.text,
  ).toBe('1,450 − 1,200 = 0,250 mill. kr')
})

it('takes no two numbers for a pair where the quote does not tell of all that was asked', () => {
  const quote = 'Lønn kostet 11,250 mill. kr, og lisenser kostet 6,100 mill. kr.'
  expect(computed('Hvor mye mer kostet lønn enn strøm?', quote, false)).toBeUndefined()
})

it('leaves alone what is no single pair of one kind, and what asks for no computing', () => {
  expect(computed('Hvor mange flere ble det?', 'Det var 31 lekkasjer i 2024.')).toBeUndefined()
  expect(computed('Hvor mange flere ble det?', 'Det ble 5 mot 4 først og 7 mot 2 til slutt.')).toBeUndefined()
  expect(computed('Hvor mye mer?', 'Kostnaden er 3 mill. kr, mot 12 % av budsjettet.')).toBeUndefined()
  expect(
    computed('Hva skal vi gjøre for å spare?', 'Vi bruker 4 mill. kr. Et annet firma tar 3 mill. kr.'),
  ).toBeUndefined()
  expect(computed('Hvor mange lekkasjer var det?', 'I 2024 var det 31 lekkasjer, mot 19 i 2023.')).toBeUndefined()
})

it('adds the numbers of the two things that a question names', () => {
  const quote = 'Skolen sto for 6,9 mill. kr i 2024 og barnehagen for 4,1 mill. kr. Resten er drift, 1,2 mill. kr.'
  expect(computed('Hvor mye gikk til skolen og barnehagen til sammen?', quote)?.text).toBe('6,9 + 4,1 = 11,0 mill. kr')
  expect(computed('Hvor mye gikk til skolen og kirken til sammen?', quote)).toBeUndefined()
})

it('takes the share that was told from all of them, where the others are asked for', () => {
  const quote = 'Vi fikk 11 510 telefoner, med en svarprosent på 95 %.'
  expect(computed('Hvor stor andel av telefonene ble ikke besvart?', quote)?.text).toBe('100 − 95 = 5 %')
  expect(computed('Hvor stor andel ble ikke besvart?', 'I 2024 ble 5 % ikke besvart.')).toBeUndefined()
})

it('keeps each number to the year that was asked for', () => {
  const quote = 'Kuttene er på 3,773 mill. kr i 2026 og 0,574 mill. kr i 2027.'
  expect(computed('Hvor store er kuttene i 2026 og 2027 til sammen?', quote)?.text).toBe(
    '3,773 + 0,574 = 4,347 mill. kr',
  )
  expect(computed('Hvor mye mindre er kuttet i 2027 enn i 2026?', quote)?.text).toBe('3,773 − 0,574 = 3,199 mill. kr')
  expect(computed('Hvor store er kuttene i 2026 og 2028 til sammen?', quote)).toBeUndefined()
})

it.each([
  ['Hvor mange lærere mangler kurset?', 'Av de 60 har 45 tatt kurset.', '60 − 45 = 15'],
  ['Kor mange står att å busetje?', '24 er busette så langt, og kommunen er oppmoda (anmodet) om 38.', '38 − 24 = 14'],
  [
    'Hvor mye ble ikke brukt?',
    'Rammen var på 7,9 mill. kr, og det ble brukt 6,3 mill. kr.',
    '7,9 − 6,3 = 1,6 mill. kr',
  ],
])('tells what is left where a sentence says which number is the whole: %s', (question, quote, text) => {
  expect(computed(question, quote)?.text).toBe(text)
})

it('takes no two numbers for whole and part where nothing says so', () => {
  expect(computed('Hvor mange gjenstår?', 'Det kom 24 på onsdag, og 38 ringte.')).toBeUndefined()
})

it('tells the share of a whole, and what of it remains', () => {
  const quote = 'Så langt har 45 av 60 lærere tatt kurset.'
  expect(computed('Hvor stor andel av lærerne har tatt kurset?', quote)?.text).toBe('45 / 60 = 75,0 %')
  expect(computed('How many teachers have not taken the course?', quote)?.text).toBe('60 − 45 = 15')
})

it('knows "of them" for a part of what was told before', () => {
  const quote = 'Det ble meldt 268 avvik i 2024, og 201 av dem kom fra skolene.'
  expect(computed('Hvor mange avvik kom ikke fra skolene?', quote)?.text).toBe('268 − 201 = 67')
  expect(computed('Hvor stor andel kom fra skolene?', quote)?.text).toBe('201 / 268 = 75,0 %')
})

it('tells what is left of a hundred per cent', () => {
  const quote = 'Skole tar 41 % og helse 38,5 % av pengene. Resten går til vei og kultur.'
  expect(computed('Hvor mange prosent blir igjen til vei og kultur?', quote)).toEqual({
    text: '100 − 41 − 38,5 = 20,5 %',
    derived: [
      { value: '20,5', operation: 'difference', from: ['41', '38,5'] },
      { value: '100', operation: 'count', from: [] },
    ],
  })
  expect(computed('Hvor mange prosent går til skole?', quote)).toBeUndefined()
})

it('adds to the whole of a sentence what the next one says came to it', () => {
  const quote = 'Det møtte 24 i salen – 6 fra barnehagene og 18 fra skolene. I tillegg fulgte rundt 30 på nett.'
  expect(computed('Hvor mange fulgte kurset til sammen, i salen og på nett?', quote)?.text).toBe('24 + 30 = 54')
  expect(computed('Kor mange følgde kurset i alt?', quote)?.text).toBe('24 + 30 = 54')
  expect(computed('Hvor mange møtte i salen?', quote)).toBeUndefined()
  expect(
    computed('Hvor mange fulgte kurset til sammen?', 'Det møtte 24. I tillegg kostet det 30 000 kr.'),
  ).toBeUndefined()
})

it('computes what two things leave of the whole', () => {
  const shares = 'Lisenser utgjør 55 % av budsjettet, mens lønn utgjør 30 %.'
  expect(computed('Hvor stor andel av budsjettet er verken lønn eller lisenser?', shares)?.text).toBe(
    '100 − 30 − 55 = 15 %',
  )
  expect(computed('How much of it is something other than lønn and lisenser?', shares)?.text).toContain('= 15 %')
  const counts = 'Avdelingen hadde 210 saker, hvorav 120 var feilmeldinger og 80 var bestillinger.'
  expect(computed('Hvor mange av sakene var verken feilmeldinger eller bestillinger?', counts)?.text).toMatch(
    /^210 − 120 − 80 = 10/,
  )
  expect(computed('Hvor mange av sakene var verken feilmeldinger eller klager?', counts)).toBeUndefined()
})
