import { passThroughGate, unfoundedNames, unfoundedNumbers } from '../../src/answer/gate.ts'
import type { Citation } from '../../src/domain/answer.ts'

const citation = (quote: string): Citation => ({
  document: 'referat-2024.pdf',
  title: 'Referat',
  page: 3,
  caseNumber: 'PS 12/24',
  meetingDate: null,
  quote,
  url: null,
})

const draft = (paragraphs: readonly { text: string; citations: readonly Citation[] }[], derived = []) =>
  ({ outcome: 'answered', paragraphs, derived, reason: 'test' }) as const

describe('unfoundedNumbers', () => {
  const quote = citation('Rammen er 42,539 mill. kr i 2025, 1 200 timer fra kl. 08:15.')

  it.each(['42,539 mill. kr', '1 200 timer', 'kl. 08:15', 'side 3', 'sak PS 12/24', 'år 2025'])('knows %s', (text) => {
    expect(unfoundedNumbers(text, '', [quote], [])).toEqual([])
  })

  it.each([
    ['42,5 mill. kr', '42,5'],
    ['425,39 mill.', '425,39'],
    ['8 personer', '8'],
    ['i 2026', '2026'],
  ])('finds the invented number in "%s"', (text, invented) => {
    expect(unfoundedNumbers(text, '', [citation('Rammen er 425 og 39 og 2025.')], [])).toContain(invented)
  })

  it('knows a grouped number in a row of a table, and no number that only its neighbours make', () => {
    const row = citation('Kommune 2023 2024 2025 Ålvik 1100,5 1 207,0 1 300,2')
    expect(unfoundedNumbers('Ålvik: 1 207,0', '', [row], [])).toEqual([])
    expect(unfoundedNumbers('Ålvik: 11 300,2', '', [row], [])).toEqual(['11 300,2'])
  })

  it('knows a cell of a row whose cells might be one number', () => {
    const row = citation('Type 2022 2023 2024 Unødig alarm 377 401 384')
    expect(unfoundedNumbers('Unødig alarm: 384', '', [row], [])).toEqual([])
    expect(unfoundedNumbers('Unødig alarm: 84', '', [row], [])).toEqual(['84'])
  })

  it('lets the question repeat its own numbers', () => {
    expect(unfoundedNumbers('Sak 99/2031 finnes ikke.', 'Hva ble vedtatt i sak 99/2031?', [], [])).toEqual([])
  })

  it('accepts a sum whose terms are quoted, and no other', () => {
    const terms = citation('3,773 i 2026 og 0,574 i 2027')
    const sum = { value: '4,347', operation: 'sum', from: ['3,773', '0,574'] } as const
    expect(unfoundedNumbers('4,347', '', [terms], [sum])).toEqual([])
    expect(unfoundedNumbers('4,347', '', [citation('3,773 alene')], [sum])).toEqual(['4,347'])
    expect(unfoundedNumbers('4,347', '', [terms], [{ ...sum, from: [] }])).toEqual(['4,347'])
  })
})

describe('unfoundedNames', () => {
  const people = new Set(['kari', 'storhaug', 'brattli'])
  const quote = citation('Til stede: Storhaug, Kari')

  it('knows a name that is quoted, in any order and with a genitive', () => {
    expect(unfoundedNames('Kari Storhaug ledet møtet. Det var Storhaugs forslag.', '', [quote], people)).toEqual([])
  })

  it('finds the name that no source has, and lets the question bring its own', () => {
    expect(unfoundedNames('Even Brattli ledet møtet.', '', [quote], people)).toEqual(['Brattli'])
    expect(unfoundedNames('Brattli står ikke oppført.', 'Var brattli der?', [quote], people)).toEqual([])
  })

  it('takes no common word for a name', () => {
    expect(unfoundedNames('Vedtaket gjelder storhaug skole.', '', [citation('Vedtak: Ja')], people)).toEqual([])
  })
})

describe('passThroughGate', () => {
  it('drops a paragraph that names somebody whom no quote names', () => {
    const quote = citation('Møteleder: Kari Storhaug')
    const passed = passThroughGate(
      draft([
        { text: 'Kari Storhaug ledet møtet.', citations: [quote] },
        { text: 'Even Brattli førte protokollen.', citations: [quote] },
      ]),
      '',
      new Set(['kari', 'storhaug', 'brattli']),
    )
    expect(passed?.paragraphs.map(({ text }) => text)).toEqual(['Kari Storhaug ledet møtet.'])
  })

  it('drops a paragraph with a number that stands nowhere, and keeps the rest', () => {
    const quote = citation('Budsjettet er 5 mill. kr.')
    const passed = passThroughGate(
      draft([
        { text: 'Budsjettet er 5 mill. kr.', citations: [quote] },
        { text: 'Det er 7 % mer.', citations: [quote] },
      ]),
      '',
    )
    expect(passed?.paragraphs.map(({ text }) => text)).toEqual(['Budsjettet er 5 mill. kr.'])
  })

  it('lets nothing out when the first paragraph falls, or nothing is cited', () => {
    expect(passThroughGate(draft([{ text: 'Det er 7.', citations: [citation('Det er 8.')] }]), '')).toBeUndefined()
    expect(passThroughGate(draft([{ text: 'Slik er det.', citations: [] }]), '')).toBeUndefined()
  })
})
