import { stemOf } from '../../src/norwegian/stem.ts'
import { analyse, analyseQuestion } from '../../src/search/analyse.ts'

const meets = (question: string, text: string, language: 'nb' | 'nn' | 'en' = 'nb'): string[] => {
  const stems = new Set(analyse(text))
  return analyseQuestion(question, language).filter((stem) => stems.has(stem))
}

describe('analyseQuestion', () => {
  it('cuts a compound that no passage has into words that some have', () => {
    const isHeld = (stem: string): boolean => ['fjordbåt', 'fjord', 'båt', 'rute'].map(stemOf).includes(stem)
    expect(analyseQuestion('Hva med fjordbåtruta?', 'nb', isHeld)).toEqual(
      expect.arrayContaining([stemOf('fjordbåtruta'), stemOf('ruta')]),
    )
    expect(analyseQuestion('Hva med fjordbåt?', 'nb', isHeld)).toEqual([stemOf('fjordbåt')])
  })
  it('drops words that ask but do not tell', () => {
    expect(analyseQuestion('Hva ble vedtatt om parkering?', 'nb')).toEqual(['vedtak', 'parkering'])
  })
  it('keeps them when there is nothing else', () => {
    expect(analyseQuestion('Hva er det?', 'nb').length).toBeGreaterThan(0)
    expect(analyseQuestion('', 'nb')).toEqual([])
  })
  it('names each stem once', () => {
    const stems = analyseQuestion('budsjett, budsjettet og budsjetter', 'nb')
    expect(stems).toEqual([...new Set(stems)])
  })
})

describe('a question meets a text', () => {
  it.each([
    ['across inflection', 'avtaler med kommunene', 'Avtalen gjelder hver kommune.', 'nb', 2],
    ['across bokmål and nynorsk', 'sykefravær på skolene', 'Sjukefråværet ved skulane auka.', 'nb', 2],
    ['across nynorsk and bokmål', 'Kva seier rekneskapen om tenestene?', 'Regnskapet viser tjenester.', 'nn', 2],
    ['across English and Norwegian', 'sick leave budget', 'Sykefraværet og budsjettet', 'en', 2],
    ['through a compound', 'Hva blir kostnaden?', 'Lisenskostnadene øker.', 'nb', 1],
    ['from a compound', 'lisenskostnader', 'kostnader for lisens', 'nb', 2],
    ['through hyphens', 'FJO-IKT', 'et FJO-IKT-møte', 'nb', 2],
    ['in numbers however grouped', '11510', 'Vi fikk 11.510 og 11 510 telefoner', 'nb', 1],
  ] as const)('%s', (_how, question, text, language, least) => {
    expect(meets(question, text, language).length).toBeGreaterThanOrEqual(least)
  })
  it('in a date however it is written', () => {
    expect(meets('møtet 14. november 2024', 'Dato 14.11.2024')).toContain('2024-11-14')
    expect(meets('meeting on November 14, 2024', 'Dato 14.11.2024', 'en')).toContain('2024-11-14')
  })
})
