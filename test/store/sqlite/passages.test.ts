import { join } from 'node:path'
import fc from 'fast-check'
import { operatorOf } from '../../../src/domain/asker.ts'
import type { ParsedDocument } from '../../../src/domain/document.ts'
import { localDate, tenantId } from '../../../src/domain/ids.ts'
import type { Passage, PassageFilter } from '../../../src/domain/passage.ts'
import { openStore } from '../../../src/store/sqlite/open-store.ts'
import { fileAt, generatedDocument } from '../generated-document.ts'
import { openAt, steppingClock, temporaryFolder } from './temporary-store.ts'

const tenant = tenantId('local')
const operator = operatorOf(tenant)
const store = openAt(join(temporaryFolder(), 'rakel.sqlite'))
afterAll(() => store.close())

const passage = (ordinal: number, text: string, more: Partial<Passage> = {}): Passage => ({
  ordinal,
  kind: 'body',
  text,
  page: 1,
  caseNumber: undefined,
  headings: [],
  ...more,
})

const document = (
  number: number,
  passages: readonly Passage[],
  more: Partial<ParsedDocument> = {},
): ParsedDocument => ({
  ...generatedDocument(number, 0),
  title: `Møte ${number}`,
  passages,
  ...more,
})

// An even number is of Økonomiutvalget, an odd one of Samarbeidsrådet; the dates are 2021-03-03 and 2022-04-04 … .
const march = store.documents.putDocument(
  tenant,
  fileAt('/d/march.pdf', 'march'),
  document(2, [
    passage(0, 'fjellvann under brua', { kind: 'decision', caseNumber: 'PS 1/2', headings: ['Ferje', 'Vedtak'] }),
    passage(1, 'noe helt annet', { headings: ['fjellvann'] }),
  ]),
)
store.documents.putDocument(
  tenant,
  fileAt('/d/april.pdf', 'april'),
  document(3, [passage(0, 'fjellvann fjellvann fjellvann og litt til'), passage(1, '"rar" AND teikn NEAR(x) * ^ a:b')]),
)
store.documents.putDocument(
  tenant,
  fileAt('/d/report.docx', 'report'),
  document(4, [passage(0, 'fjellvann i årsrapporten', { page: null })], {
    kind: 'report',
    date: undefined,
    year: 2022,
    meeting: undefined,
  }),
)
store.documents.putDocument(
  tenantId('neighbour'),
  fileAt('/n/secret.pdf', 'secret'),
  document(5, [passage(0, 'fjellvann fjellvann naboens hemmelighet')]),
)

const found = (terms: readonly string[], filter: PassageFilter = {}, limit = 50) =>
  store.passages.match(operator, terms, filter, limit).map((hit) => `${hit.documentName}#${hit.ordinal}`)
const foundSorted = (filter: PassageFilter) => found(['fjellvann'], filter).sort()

describe('a match', () => {
  it('gives the passage with the facts of its document', () => {
    const [hit] = store.passages.match(operator, ['brua'], {}, 5)
    expect(hit).toStrictEqual({
      ordinal: 0,
      kind: 'decision',
      text: 'fjellvann under brua',
      page: 1,
      caseNumber: 'PS 1/2',
      headings: ['Ferje', 'Vedtak'],
      document: march,
      documentName: 'march.pdf',
      documentTitle: 'Møte 2',
      documentKind: 'minutes',
      language: 'nb',
      committee: 'Økonomiutvalget',
      date: '2022-03-03',
      year: 2022,
      score: expect.any(Number),
    })
  })

  it('finds any of the terms, in text, headings and title, best first', () => {
    expect(found(['fjellvann']).sort()).toEqual(['april.pdf#0', 'march.pdf#0', 'march.pdf#1', 'report.docx#0'])
    const scores = store.passages.match(operator, ['fjellvann', 'brua'], {}, 5).map((hit) => hit.score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(found(['fjellvann', 'brua'])[0]).toBe('march.pdf#0')
    expect(found(['møte', '3']).slice(0, 2)).toEqual(expect.arrayContaining(['april.pdf#0', 'april.pdf#1']))
  })

  it('gives no more than the limit, and those are the best', () => {
    expect(found(['fjellvann', 'brua'], {}, 2)).toEqual(found(['fjellvann', 'brua']).slice(0, 2))
    expect(found(['fjellvann'], {}, 0)).toEqual([])
  })

  it('finds nothing for no terms, empty terms and unknown terms', () => {
    expect(found([])).toEqual([])
    expect(found([''])).toEqual([])
    expect(found(['ukjent'])).toEqual([])
  })

  it('never sees another tenant, whatever is asked', () => {
    expect(found(['naboens'])).toEqual([])
    expect(found(['fjellvann'], {}, 1_000)).not.toContain('secret.pdf#0')
    const neighbour = operatorOf(tenantId('neighbour'))
    expect(store.passages.match(neighbour, ['fjellvann'], {}, 9).map((hit) => hit.documentName)).toEqual(['secret.pdf'])
    expect(store.passages.match(neighbour, ['fjellvann'], { document: march }, 9)).toEqual([])
  })

  it('takes any string for a stem and never for a query', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 6 }), (terms) => {
        expect(Array.isArray(store.passages.match(operator, terms, {}, 3))).toBe(true)
      }),
    )
    for (const query of [
      '*',
      '"',
      'fjell*',
      'NOT brua',
      'body_stems:brua',
      'fjellvann OR brua',
      "'; DROP TABLE passage",
    ])
      expect(found([query])).toEqual([])
  })

  it('finds exactly the stem that was indexed, whatever its signs', () => {
    const own = openStore({ file: ':memory:', clock: steppingClock(), analyse: (text) => [text] })
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }), (stem) => {
        own.documents.putDocument(tenant, fileAt('/a', stem), document(1, [passage(0, stem)]))
        expect(own.passages.match(operator, [stem], {}, 3)).toHaveLength(1)
        expect(own.passages.match(operator, [`${stem}x`], {}, 3)).toHaveLength(0)
      }),
    )
    own.close()
  })
})

describe('a filter', () => {
  it.each<[string, PassageFilter, string[]]>([
    ['a committee, in any case', { committee: 'ØKONOMIUTVALGET' }, ['march.pdf#0', 'march.pdf#1']],
    ['another committee', { committee: 'Samarbeidsrådet' }, ['april.pdf#0']],
    ['an unknown committee', { committee: 'Styret' }, []],
    ['one document', { document: march }, ['march.pdf#0', 'march.pdf#1']],
    ['kinds of document', { documentKinds: ['report', 'notice'] }, ['report.docx#0']],
    ['no kind of document', { documentKinds: [] }, []],
    ['kinds of passage', { passageKinds: ['decision'] }, ['march.pdf#0']],
    ['several at once', { passageKinds: ['body'], committee: 'økonomiutvalget' }, ['march.pdf#1']],
  ])('narrows to %s', (_name, filter, expected) => {
    expect(foundSorted(filter)).toEqual(expected)
  })

  it('narrows to dates, both ends included; a report counts as its whole year', () => {
    const first = localDate(2022, 3, 3)
    const last = localDate(2022, 12, 31)
    if (!first || !last) throw new Error('no such date')
    expect(foundSorted({ dateFrom: first, dateTo: first })).toEqual(['march.pdf#0', 'march.pdf#1', 'report.docx#0'])
    expect(foundSorted({ dateTo: last })).toEqual(['march.pdf#0', 'march.pdf#1', 'report.docx#0'])
    expect(foundSorted({ dateFrom: last })).toEqual(['april.pdf#0', 'report.docx#0'])
  })
})
