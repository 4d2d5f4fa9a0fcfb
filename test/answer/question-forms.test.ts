import { expandShorthand } from '../../src/answer/expand-shorthand.ts'
import { isVerb } from '../../src/answer/is-verb.ts'
import { phraseAt, synonymsOf } from '../../src/answer/lexicon.ts'
import { isOneOf, partiesIn } from '../../src/answer/parties.ts'
import { plansOf } from '../../src/answer/plan/plans-of.ts'
import { questionItself } from '../../src/answer/question-itself.ts'
import { splitQuestion } from '../../src/answer/split-question.ts'
import { stemSet, topicOf } from '../../src/answer/topic.ts'
import { stemOf } from '../../src/norwegian/stem.ts'
import { tokens } from '../../src/norwegian/tokens.ts'

describe('expandShorthand', () => {
  it.each([
    ['hva ble vedtatt i mars 23', 'hva ble vedtatt i mars 2023'],
    ['hva skjedde på desembermøtet 2025', 'hva skjedde på møtet i desember 2025'],
    ['hva skjedde i junimøtet i 2024', 'hva skjedde i møtet i juni 2024'],
    ['hvem var på marsmøtet', 'hvem var på møtet i mars'],
  ])('writes out: %s', (short, long) => expect(expandShorthand(short)).toBe(long))

  it.each(['fristen er 23. mars 2024', 'What happened on March 23, 2024?', 'mars 2023', 'maimøtene'])(
    'leaves as it is: %s',
    (question) => expect(expandShorthand(question)).toBe(question),
  )
})

describe('splitQuestion', () => {
  it.each([
    ['Hvem ledet møtet, og hvem manglet?', ['Hvem ledet møtet', 'hvem manglet?']],
    ['Når var møtet og hvor var det?', ['Når var møtet', 'hvor var det?']],
    ['Who took the minutes, and when was it held?', ['Who took the minutes', 'when was it held?']],
  ])('parts %s', (question, parts) => expect(splitQuestion(question)).toEqual(parts))

  it.each(['Hva ble vedtatt om skole og barnehage?', 'Hvem var der?', 'Da møtet begynte, hvem var der?'])(
    'keeps whole: %s',
    (question) => expect(splitQuestion(question)).toBeUndefined(),
  )

  it('gives each part its own kind, and both the meeting that the sentence states', () => {
    const [first, second] = plansOf('Hvem ledet møtet 14.11.2024, og hvem hadde forfall?', 2026)
    expect(first).toMatchObject({ kind: 'meeting-fact', facts: ['chair'] })
    expect(second).toMatchObject({ kind: 'attendance', attendance: 'absent', meeting: { dates: ['2024-11-14'] } })
  })
})

describe('questionItself', () => {
  it.each([
    ['Vi har lest budsjettet. Hvor stor ble rammen for skolen?', 'Hvor stor ble rammen for skolen?'],
    ['Jeg er ny i rådet og lurer på hva fondet brukes til', 'lurer på hva fondet brukes til'],
  ])('leaves out what only leads to it: %s', (asked, question) => expect(questionItself(asked).question).toBe(question))

  it('stays whole where it points back', () =>
    expect(questionItself('Saken om broen ble utsatt. Hva ble bestemt da?').question).toContain('broen'))
})

describe('isVerb', () => {
  const verbsOf = (question: string): string[] =>
    tokens(question).flatMap((token, index, all) => (isVerb(all, index) ? [token.folded] : []))
  it.each([
    ['Hvem betaler regningen?', ['betaler']],
    ['Hvor mye betalte Sørvik?', ['betalte']],
    ['Hva koster det å utvide åpningstiden?', ['koster', 'utvide']],
    ['Skal de ikke kutte stillinger?', ['kutte']],
    ['Hvilken dato startet arbeidet?', ['startet']],
    ['Hvorfor er forprosjektet forsinket?', ['forsinket']],
    ['Hvor stor prisøkning har Nordsoft varslet?', ['varslet']],
    ['Når ble det nye bygget tatt i bruk?', ['tatt']],
  ])('finds what was done in: %s', (question, verbs) =>
    expect(verbsOf(question)).toEqual(expect.arrayContaining(verbs)),
  )

  it('takes the subject behind a modal for no verb', () =>
    expect(verbsOf('Får ansatte lese jobbpost hjemme?')).toEqual(['lese']))

  it.each(['Hvor mange ansatte har Sørvik?', 'Hvilken dato gjelder fristen?', 'Hva ble det endelige vedtaket?'])(
    'takes no noun for a verb: %s',
    (question) =>
      expect(verbsOf(question)).not.toEqual(expect.arrayContaining(['ansatte', 'dato', 'fristen', 'vedtaket'])),
  )
})

describe('phrases of the lexicon', () => {
  it('knows a phrase in any inflection, and the words that mean the same', () => {
    const stems = ['gikk', 'av'].map(stemOf)
    const found = phraseAt(stems, 0)
    expect(found?.taken).toBe(2)
    expect(synonymsOf(found?.key ?? '')).toContain(stemOf('slutte'))
    expect(synonymsOf(stemOf('slutte'))).toContain(found?.key)
  })

  it('finds it in a text as well as in a question', () => {
    const [term] = topicOf('Når går hun av?', { language: 'nb' }).filter(({ stems }) =>
      stems.some((s) => s.includes('_')),
    )
    expect(term).toBeUndefined()
    const [phrase] = topicOf('Når skal hun gå av?', { language: 'nb' })
    expect(stemSet('Daglig leder går av med pensjon.').has(phrase?.stems[0] ?? '')).toBe(true)
  })
})

describe('parties', () => {
  it('knows a party by its name and its short form', () => {
    expect(partiesIn('Hva foreslo Arbeiderpartiet og FrP?')).toEqual(['ap', 'frp'])
    expect(isOneOf('Senterpartiet', ['sp'])).toBe(true)
    expect(isOneOf('SV, AP og KRF', ['krf'])).toBe(true)
    expect(isOneOf('H', ['sp'])).toBe(false)
    expect(isOneOf(undefined, ['sp'])).toBe(false)
  })
  it('takes no single letter of a question for a party', () => expect(partiesIn('Hva er plan A og H?')).toEqual([]))
})
