import { join } from 'node:path'
import { operatorOf } from '../../../src/domain/asker.ts'
import { documentId, localDate, tenantId } from '../../../src/domain/ids.ts'
import { fileAt, generatedDocument } from '../generated-document.ts'
import { openAt, temporaryFolder } from './temporary-store.ts'

const tenant = tenantId('local')
const operator = operatorOf(tenant)
const neighbour = operatorOf(tenantId('neighbour'))
const store = openAt(join(temporaryFolder(), 'rakel.sqlite'))
afterAll(() => store.close())

// Dates: 1 -> 2021-02-02, 2 -> 2022-03-03, 3 -> 2023-04-04.
for (const number of [2, 3, 1])
  store.documents.putDocument(tenant, fileAt(`/d/møte-${number}.pdf`, `${number}`), generatedDocument(number, 5))
store.documents.putDocument(tenant, fileAt('/d/Årsrapport 2023.docx', 'report'), {
  ...generatedDocument(4, 5),
  kind: 'report',
  date: undefined,
  year: 2023,
  meeting: undefined,
})
store.documents.putDocument(neighbour.tenant, fileAt('/n/nabo.pdf', 'n'), generatedDocument(5, 5))

const names = (list: readonly { readonly name: string }[]) => list.map((document) => document.name)

describe('the register', () => {
  it('lists documents newest first, those without a date last', () => {
    expect(names(store.register.documents(operator))).toEqual([
      'møte-3.pdf',
      'møte-2.pdf',
      'møte-1.pdf',
      'Årsrapport 2023.docx',
    ])
  })

  it('gives meetings newest first, each exactly as it was read', () => {
    const meetings = store.register.meetings(operator, {})
    expect(names(meetings.map((stored) => stored.document))).toEqual(['møte-3.pdf', 'møte-2.pdf', 'møte-1.pdf'])
    expect(meetings.map((stored) => stored.meeting)).toStrictEqual(
      [3, 2, 1].map((n) => generatedDocument(n, 5).meeting),
    )
  })

  it('narrows meetings to dates, both ends included', () => {
    const march = localDate(2022, 3, 3)
    if (!march) throw new Error('no such date')
    const on = (filter: object) => names(store.register.meetings(operator, filter).map((stored) => stored.document))
    expect(on({ dateFrom: march })).toEqual(['møte-3.pdf', 'møte-2.pdf'])
    expect(on({ dateTo: march })).toEqual(['møte-2.pdf', 'møte-1.pdf'])
    expect(on({ dateFrom: march, dateTo: march })).toEqual(['møte-2.pdf'])
  })

  it('gives the passages of a document in order, and none of one that is gone or of another tenant', () => {
    const [document] = store.register.documents(operator)
    if (!document) throw new Error('no document')
    const passages = store.register.passagesOf(operator, document.id)
    expect(passages.map((passage) => passage.text)).toEqual(generatedDocument(3, 5).passages.map(({ text }) => text))
    expect(passages[0]).toMatchObject({ documentName: 'møte-3.pdf', committee: 'Samarbeidsrådet', date: '2023-04-04' })
    expect(store.register.passagesOf(operator, documentId('gone'))).toEqual([])
    expect(store.register.passagesOf(neighbour, document.id)).toEqual([])
  })

  it('shows a tenant only its own', () => {
    expect(names(store.register.documents(neighbour))).toEqual(['nabo.pdf'])
    expect(store.register.meetings(neighbour, {})).toHaveLength(1)
    expect(store.findDocument(neighbour, 'møte-3.pdf')).toBeUndefined()
    expect(store.status(neighbour.tenant)).toMatchObject({ documents: 1, passages: 5, meetings: 1 })
  })
})

describe('a document is found by', () => {
  it.each([
    ['its path', '/d/møte-1.pdf', 'møte-1.pdf'],
    ['its file name', 'møte-2.pdf', 'møte-2.pdf'],
    ['its name in other letters, in composed or decomposed form', 'a\u030arsrapport 2023.DOCX', 'Årsrapport 2023.docx'],
    ['the beginning of its name', 'årsrap', 'Årsrapport 2023.docx'],
    ['a part of its name', '2023', 'Årsrapport 2023.docx'],
  ])('%s', (_how, name, expected) => {
    expect(store.findDocument(operator, name)?.summary.name).toBe(expected)
  })

  it('no name that fits more than one, but those are listed', () => {
    expect(store.findDocument(operator, 'møte-')).toBeUndefined()
    expect(names(store.documentsNamed(operator, 'MØTE-'))).toEqual(['møte-1.pdf', 'møte-2.pdf', 'møte-3.pdf'])
  })

  it('no name that fits none, nor an empty one', () => {
    expect(store.documentsNamed(operator, 'finnes ikke')).toEqual([])
    expect(store.documentsNamed(operator, ' ')).toEqual([])
  })
})

describe('the status', () => {
  it('counts what there is and tells when it last changed', () => {
    const items = [1, 2, 3].flatMap((number) => generatedDocument(number, 5).meeting?.items ?? [])
    expect(store.status(tenant)).toStrictEqual({
      documents: 4,
      passages: 20,
      meetings: 3,
      items: items.length,
      decisions: items.filter((item) => item.decision).length,
      failures: [],
      lastIndexedAtMs: expect.any(Number),
    })
    expect(store.status(tenantId('nobody'))).toMatchObject({ documents: 0, lastIndexedAtMs: undefined })
  })
})
