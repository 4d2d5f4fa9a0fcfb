import { join } from 'node:path'
import { operatorOf } from '../../../src/domain/asker.ts'
import { localDate, tenantId } from '../../../src/domain/ids.ts'
import { fileAt, generatedDocument } from '../generated-document.ts'
import { openAt, temporaryFolder } from './temporary-store.ts'

const tenant = tenantId('local')
const operator = operatorOf(tenant)
const neighbour = operatorOf(tenantId('neighbour'))
const folder = temporaryFolder()
const store = openAt(join(folder, 'rakel.sqlite'))
const { register } = store
afterAll(() => store.close())

// Years: 1 -> 2021, 2 -> 2022, 3 -> 2023.
const [first, second, third] = [1, 2, 3].map((number) => {
  const parsed = generatedDocument(number, 5)
  const figures = parsed.figures.map((figure, index) =>
    index === 0 ? { ...figure, caseNumber: `PS 1${number}/24` } : figure,
  )
  return { ...parsed, figures }
})
if (!first || !second || !third) throw new Error('no documents')
for (const [index, parsed] of [first, second, third].entries())
  store.documents.putDocument(tenant, fileAt(`/d/${index + 1}.pdf`, `${index}`), parsed)
store.documents.putDocument(neighbour.tenant, fileAt('/n/nabo.pdf', 'n'), generatedDocument(4, 5))

const facts = <Fact>(told: readonly { readonly fact: Fact }[]): Fact[] => told.map(({ fact }) => fact)

describe('the facts of the register', () => {
  it('come newest document first and in it as they stand, exactly as they were read', () => {
    const inOrder = [third, second, first]
    expect(facts(register.figures(operator, {}))).toStrictEqual(inOrder.flatMap(({ figures }) => figures))
    expect(facts(register.tables(operator, {}))).toStrictEqual(inOrder.flatMap(({ tables }) => tables))
    expect(facts(register.missingTables(operator))).toStrictEqual(inOrder.flatMap((parsed) => parsed.missingTables))
    expect(facts(register.followUps(operator, {}))).toStrictEqual(inOrder.flatMap(({ followUps }) => followUps))
    expect(facts(register.relations(operator))).toStrictEqual(inOrder.flatMap(({ relations }) => relations))
    expect(facts(register.contradictions(operator, {}))).toStrictEqual(
      inOrder.flatMap((parsed) => parsed.contradictions),
    )
  })

  it('come with their document', () => {
    const [told] = register.figures(operator, {})
    expect(told?.document).toStrictEqual(register.documents(operator)[0])
  })

  it('of another tenant are not told', () => {
    expect(facts(register.figures(neighbour, {}))).toStrictEqual(generatedDocument(4, 5).figures)
    const [document] = register.documents(operator)
    if (!document) throw new Error('no document')
    expect(register.figures(neighbour, { document: document.id })).toEqual([])
  })

  it('are gone with their document', () => {
    const own = openAt(join(folder, 'own.sqlite'))
    own.documents.putDocument(tenant, fileAt('/d/1.pdf', '1'), first)
    own.documents.forgetFile(tenant, '/d/1.pdf')
    expect(own.register.figures(operator, {})).toEqual([])
    own.documents.putDocument(tenant, fileAt('/d/1.pdf', '1'), first)
    expect(facts(own.register.figures(operator, {}))).toStrictEqual(first.figures)
    own.close()
  })
})

describe('figures are narrowed', () => {
  const measures = (filter: object) => facts(register.figures(operator, filter)).map(({ measure }) => measure)

  it('by a part of the measure, whatever its case, in Norwegian letters too', () => {
    expect(measures({ measure: 'ÅRLEG RAMME' })).toEqual(['Årleg ramme 3', 'Årleg ramme 2', 'Årleg ramme 1'])
    expect(measures({ measure: 'ramme 2' })).toEqual(['Årleg ramme 2'])
  })

  it('by the label of a row or a column', () => {
    expect(measures({ measure: 'drift' })).toHaveLength(3)
    expect(measures({ measure: '2021' })).toEqual(['Årleg ramme 1'])
  })

  it('by year, unit, basis and entity, where an unknown one matches nothing', () => {
    expect(measures({ year: 2022 })).toEqual(['Årleg ramme 2'])
    expect(measures({ year: 1999 })).toEqual([])
    expect(measures({ unit: 'kr' })).toHaveLength(3)
    expect(measures({ unit: '%' })).toEqual([])
    expect(measures({ basis: 'budget', year: 2021 })).toEqual(['Årleg ramme 1'])
    expect(measures({ basis: 'accounts' })).toEqual([])
    expect(measures({ entity: 'ørvik' })).toHaveLength(3)
    expect(measures({ entity: 'undefined' })).toEqual([])
  })

  it('by item, however its number is spelt', () => {
    expect(measures({ caseNumber: 'sak 12/2024' })).toEqual(['Årleg ramme 2'])
    expect(measures({ caseNumber: 'ps 013/24' })).toEqual(['Årleg ramme 3'])
  })

  it('by document', () => {
    const [document] = register.documents(operator)
    if (!document) throw new Error('no document')
    expect(measures({ document: document.id })).toEqual(['Årleg ramme 3', 'sykefravær'])
  })
})

describe('follow-ups are narrowed', () => {
  it('by who, and by the day they are due, both ends included', () => {
    const day = localDate(2022, 11, 20)
    if (!day) throw new Error('no such date')
    expect(register.followUps(operator, { who: 'øystein' })).toHaveLength(3)
    expect(facts(register.followUps(operator, { dueFrom: day })).map(({ due }) => due)).toEqual([
      '20.11.2023',
      '20.11.2022',
    ])
    expect(facts(register.followUps(operator, { dueTo: day })).map(({ due }) => due)).toEqual([
      '20.11.2022',
      '20.11.2021',
    ])
  })
})

describe('contradictions are narrowed', () => {
  it('by kind', () => {
    expect(facts(register.contradictions(operator, { kind: 'date' })).map(({ stated }) => stated)).toEqual([
      '31.02.2020',
      '31.02.2020',
      '31.02.2020',
    ])
  })
})
