import { type FigureListing, runFigures } from '../../src/cli/figures.ts'
import { operatorOf } from '../../src/domain/asker.ts'
import { Refused } from '../../src/domain/errors.ts'
import { tenantId } from '../../src/domain/ids.ts'
import { fileAt, generatedDocument } from '../store/generated-document.ts'
import { openAt } from '../store/sqlite/temporary-store.ts'

const tenant = tenantId('local')
const operator = operatorOf(tenant)
const store = openAt(':memory:')
afterAll(() => store.close())
for (const number of [1, 2])
  store.documents.putDocument(tenant, fileAt(`/d/møte-${number}.pdf`, `${number}`), generatedDocument(number, 5))

const everything: FigureListing = {
  measure: undefined,
  year: undefined,
  entity: undefined,
  document: undefined,
  json: false,
  contradictions: false,
}
const listed = (listing: Partial<FigureListing>): string[] => {
  const lines: string[] = []
  expect(runFigures(store, operator, { ...everything, ...listing }, (line) => lines.push(line))).toBe(0)
  return lines
}

describe('rakel figures', () => {
  it('lists what is measured with amount, period, basis and place, under its document', () => {
    expect(listed({ year: 2022 })).toEqual([
      'møte-2.pdf:',
      '   60,496 mill. kr  Årleg ramme 2  (2022, budget, Ørvik kommune, Drift / 2022, case PS 1/2, page 1)',
    ])
  })

  it('narrows by measure, entity and document', () => {
    expect(listed({ measure: 'sykefravær' })).toHaveLength(4)
    expect(listed({ entity: 'ørvik', document: 'møte-1' })).toHaveLength(2)
    expect(listed({ entity: 'nowhere' })).toEqual([])
  })

  it('prints JSON a line, with the name of the document', () => {
    const [first] = listed({ json: true, measure: 'ramme 1' }).map((line) => JSON.parse(line))
    expect(first).toMatchObject({ document: 'møte-1.pdf', decimal: '60.496', scale: 6, unit: 'kr' })
  })

  it('lists contradictions with the words they stand in', () => {
    const lines = listed({ contradictions: true, document: 'møte-1' })
    expect(lines[1]).toMatch(
      /^ {2}! a sum does not fit: 27 is stated, 26 is found \(case PS 1\/1, page 3\)\n {6}“.+”\n/,
    )
    expect(listed({ contradictions: true, json: true })).toHaveLength(4)
  })

  it('refuses a name that fits none or several documents', () => {
    expect(() => listed({ document: 'finnes ikke' })).toThrow(Refused)
    expect(() => listed({ document: 'møte-' })).toThrow('møte-1.pdf, møte-2.pdf')
  })
})
