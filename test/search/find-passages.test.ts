import fc from 'fast-check'
import { operatorOf } from '../../src/domain/asker.ts'
import { type DocumentId, tenantId } from '../../src/domain/ids.ts'
import type { StoredPassage } from '../../src/domain/passage.ts'
import { createFindPassages } from '../../src/search/find-passages.ts'
import type { PassageIndex } from '../../src/search/ports.ts'
import { memoryIndex } from './memory-index.ts'

const asker = operatorOf(tenantId('local'))

const passage = (ordinal: number, text: string, headings: readonly string[] = []): StoredPassage => ({
  ordinal,
  kind: 'body',
  text,
  page: 1,
  caseNumber: undefined,
  headings,
  document: 'doc' as DocumentId,
  documentName: 'referat.pdf',
  documentTitle: 'Møtereferat',
  documentKind: 'minutes',
  language: 'nb',
  committee: undefined,
  date: undefined,
  year: 2024,
})

const passages = [
  passage(0, 'Styret drøftet kostnader til drift.', ['Orientering']),
  passage(1, 'Lisenskostnadene skal utredes videre av daglig leder.', ['Sak 3 Lisenser']),
  passage(2, 'Sjukefråværet i kommunane gjekk ned med 1,5 %.', ['Sak 4 Bemanning']),
  passage(3, 'Møtet ble holdt 14.11.2024 på rådhuset.', ['Møtet']),
  passage(4, 'Saken tas til orientering.', ['Sak 5 Budsjett 2025']),
  ...Array.from({ length: 40 }, (_, at) => passage(5 + at, `Punkt ${at} om kommunen, saken og møtet i styret.`)),
]
const find = createFindPassages(memoryIndex(passages))
const first = (question: string): number | undefined => find(asker, question, {}, 5)[0]?.ordinal

describe('createFindPassages', () => {
  it.each([
    ['Hva ble sagt om lisenskostnad?', 1],
    ['Hvordan gikk det med sykefraværet?', 2],
    ['How did sick leave develop?', 2],
    ['Når var møtet 14. november 2024?', 3],
    ['Hva ble vedtatt om budsjettet?', 4],
    ['Kva vart sagt om lisenskostnadar?', 1],
  ])('puts first what answers "%s"', (question, ordinal) => expect(first(question)).toBe(ordinal))
  it('finds nothing for words that no passage has', () => {
    expect(find(asker, 'hvalfangst på Svalbard', {}, 5)).toEqual([])
    expect(find(asker, '', {}, 5)).toEqual([])
  })
  it('gives no more than asked for, best first', () => {
    const found = find(asker, 'saken i styret', {}, 7)
    expect(found).toHaveLength(7)
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a))
  })
  it('hands asker and filter to the index, which alone decides who may read', () => {
    const seen: unknown[] = []
    const index: PassageIndex = {
      holds: () => true,
      match: (who, _terms, narrowedBy) => {
        seen.push(who, narrowedBy)
        return []
      },
    }
    const filter = { committee: 'Styret' }
    createFindPassages(index)(asker, 'budsjett', filter, 3)
    expect(seen).toEqual([asker, filter])
  })
  it('stays quick when a whole document is pasted as the question', () => {
    const pasted = Array.from({ length: 20_000 }, (_, at) => `sak${at}`).join(' ')
    const startMs = performance.now()
    find(asker, pasted, {}, 5)
    expect(performance.now() - startMs).toBeLessThan(500)
  })
  it('answers any string without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (question) => {
        expect(find(asker, question, {}, 3).length).toBeLessThanOrEqual(3)
      }),
    )
  })
})
