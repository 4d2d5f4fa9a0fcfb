import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { operatorOf } from '../../../src/domain/asker.ts'
import type { ParsedDocument } from '../../../src/domain/document.ts'
import { documentId, tenantId } from '../../../src/domain/ids.ts'
import type { SqliteStore } from '../../../src/store/sqlite/open-store.ts'
import { fileAt, generatedDocument, hashOf } from '../generated-document.ts'
import { openAt, STARTED_AT_MS, temporaryFolder } from './temporary-store.ts'

const tenant = tenantId('local')
const operator = operatorOf(tenant)
const folder = temporaryFolder()
let count = 0
let file: string
let store: SqliteStore

beforeEach(() => {
  count += 1
  file = join(folder, `${count}.sqlite`)
  store = openAt(file)
})
afterEach(() => store.close())

const names = () => store.register.documents(operator).map((document) => document.name)

/** How often a text stands in any file of the data folder that belongs to the store. */
function occurrences(text: string): number {
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${count}.sqlite`))
    .map((name) => readFileSync(join(folder, name)).toString('latin1').split(text).length - 1)
    .reduce((sum, hits) => sum + hits, 0)
}

const saying = (text: string): ParsedDocument => {
  const document = generatedDocument(1, 3)
  return {
    ...document,
    title: `${text}tittel`,
    passages: document.passages.map((passage) => ({
      ...passage,
      text: `Her står ${text} i teksten.`,
      headings: [`${text}overskrift`],
    })),
    figures: document.figures.map((figure) => ({ ...figure, measure: `${text}mål` })),
    followUps: document.followUps.map((followUp) => ({ ...followUp, who: `${text}eier` })),
  }
}

describe('a document put', () => {
  it('comes back exactly, unknown fields unknown and empty lists empty', () => {
    const parsed = generatedDocument(7)
    store.documents.putDocument(tenant, fileAt('/d/m.pdf', 'm'), parsed)
    expect(store.findDocument(operator, 'm.pdf')?.parsed).toStrictEqual(parsed)
  })

  it('comes back exactly after the store was closed and opened', () => {
    const parsed = generatedDocument(8)
    store.documents.putDocument(tenant, fileAt('/d/m.pdf', 'm'), parsed)
    store.close()
    store = openAt(file)
    expect(store.findDocument(operator, '/d/m.pdf')?.parsed).toStrictEqual(parsed)
  })

  it('comes back exactly when it is a report without a meeting', () => {
    const parsed: ParsedDocument = {
      ...generatedDocument(9),
      kind: 'report',
      date: undefined,
      year: 2024,
      pageCount: null,
      meeting: undefined,
      sections: [{ number: '2.1', title: 'Økonomi', level: 2, page: 3 }],
    }
    store.documents.putDocument(tenant, fileAt('/d/r.docx', 'r'), parsed)
    expect(store.findDocument(operator, 'r.docx')?.parsed).toStrictEqual(parsed)
  })

  it('is known with the stamp of its file', () => {
    const at = fileAt('/d/m.pdf', 'm')
    const id = store.documents.putDocument(tenant, at, generatedDocument(1))
    expect(store.documents.knownFiles(tenant)).toStrictEqual([
      { ...at, document: id, readerVersion: 3, failure: undefined },
    ])
  })

  it('is not half there when its passages cannot be written', () => {
    const parsed = generatedDocument(1, 4)
    const digest = store.contentDigest(tenant)
    const doubled = { ...parsed, passages: [...parsed.passages, ...parsed.passages] }
    expect(() => store.documents.putDocument(tenant, fileAt('/d/m.pdf', 'm'), doubled)).toThrow()
    expect(store.contentDigest(tenant)).toBe(digest)
    expect(store.documents.knownFiles(tenant)).toEqual([])
  })

  it('with another fact has another digest', () => {
    const parsed = generatedDocument(1)
    store.documents.putDocument(tenant, fileAt('/d/m.pdf', 'm'), parsed)
    const digest = store.contentDigest(tenant)
    const changed = { ...parsed, figures: parsed.figures.map((figure) => ({ ...figure, decimal: '1' })) }
    store.documents.putDocument(tenant, fileAt('/d/m.pdf', 'm'), changed)
    expect(store.contentDigest(tenant)).not.toBe(digest)
    expect(store.findDocument(operator, 'm.pdf')?.parsed).toStrictEqual(changed)
  })

  it('put again changes nothing', () => {
    const id = store.documents.putDocument(tenant, fileAt('/d/m.pdf', 'm'), generatedDocument(1))
    const digest = store.contentDigest(tenant)
    expect(store.documents.putDocument(tenant, fileAt('/d/m.pdf', 'm'), generatedDocument(1))).toBe(id)
    expect(store.contentDigest(tenant)).toBe(digest)
  })
})

describe('the identity of a document', () => {
  it('survives a change of the file', () => {
    const id = store.documents.putDocument(tenant, fileAt('/d/m.pdf', 'old'), generatedDocument(1))
    expect(store.documents.putDocument(tenant, fileAt('/d/m.pdf', 'new'), generatedDocument(2))).toBe(id)
    expect(store.findDocument(operator, 'm.pdf')?.parsed).toStrictEqual(generatedDocument(2))
    expect(store.findDocument(operator, 'm.pdf')?.summary.contentHash).toBe(hashOf('new'))
    expect(store.status(tenant).documents).toBe(1)
  })

  it('survives a rename, and the new name is shown', () => {
    const id = store.documents.putDocument(tenant, fileAt('/d/old.pdf', 'm'), generatedDocument(1))
    expect(store.documents.putLocation(tenant, fileAt('/e/new.pdf', 'm'))).toBe(id)
    store.documents.forgetFile(tenant, '/d/old.pdf')
    const [summary] = store.register.documents(operator)
    expect(summary).toMatchObject({ id, name: 'new.pdf', path: '/e/new.pdf' })
  })

  it('is one for two files with the same bytes', () => {
    const id = store.documents.putDocument(tenant, fileAt('/d/a.pdf', 'm'), generatedDocument(1))
    expect(store.documents.putDocument(tenant, fileAt('/d/b.pdf', 'm'), generatedDocument(1))).toBe(id)
    expect(store.status(tenant).documents).toBe(1)
    expect(store.documents.knownFiles(tenant).map((known) => known.document)).toEqual([id, id])
  })

  it('splits when one of two equal files changes', () => {
    const id = store.documents.putDocument(tenant, fileAt('/d/a.pdf', 'm'), generatedDocument(1))
    store.documents.putLocation(tenant, fileAt('/d/b.pdf', 'm'))
    const other = store.documents.putDocument(tenant, fileAt('/d/b.pdf', 'changed'), generatedDocument(2))
    expect(other).not.toBe(id)
    expect(store.findDocument(operator, 'a.pdf')?.summary.id).toBe(id)
    expect(names().sort()).toEqual(['a.pdf', 'b.pdf'])
  })

  it('keeps the name it has when an unchanged file is noted again', () => {
    store.documents.putDocument(tenant, fileAt('/d/a.pdf', 'm'), generatedDocument(1))
    store.documents.putLocation(tenant, fileAt('/d/b.pdf', 'm'))
    store.documents.putLocation(tenant, { ...fileAt('/d/a.pdf', 'm'), modifiedMs: 5 })
    expect(names()).toEqual(['b.pdf'])
  })

  it('is not shared by tenants that hold the same bytes', () => {
    const other = tenantId('other')
    const id = store.documents.putDocument(tenant, fileAt('/d/a.pdf', 'm'), generatedDocument(1))
    expect(store.documents.putLocation(other, fileAt('/d/a.pdf', 'm'))).toBeUndefined()
    expect(store.documents.putDocument(other, fileAt('/d/a.pdf', 'm'), generatedDocument(1))).not.toBe(id)
    store.documents.forgetFile(other, '/d/a.pdf')
    expect(names()).toEqual(['a.pdf'])
  })
})

describe('a location put', () => {
  it('is refused for bytes that are not stored', () => {
    expect(store.documents.putLocation(tenant, fileAt('/d/a.pdf', 'unseen'))).toBeUndefined()
    expect(store.documents.knownFiles(tenant)).toEqual([])
  })

  it('lets go of what the path held before', () => {
    store.documents.putDocument(tenant, fileAt('/d/a.pdf', 'a'), generatedDocument(1))
    const id = store.documents.putDocument(tenant, fileAt('/d/b.pdf', 'b'), generatedDocument(2))
    expect(store.documents.putLocation(tenant, fileAt('/d/a.pdf', 'b'))).toBe(id)
    expect(store.status(tenant).documents).toBe(1)
  })
})

describe('a file that fails', () => {
  const failure = { code: 'damaged', message: 'Filen er skadet.' } as const

  it('is listed with its reason, and what it held is gone', () => {
    store.documents.putDocument(tenant, fileAt('/d/a.pdf', 'a'), generatedDocument(1))
    store.documents.putFailure(tenant, fileAt('/d/a.pdf', 'b'), hashOf('b'), failure)
    expect(store.status(tenant)).toMatchObject({ documents: 0, failures: [{ path: '/d/a.pdf', ...failure }] })
    expect(store.documents.knownFiles(tenant)).toMatchObject([
      { path: '/d/a.pdf', contentHash: hashOf('b'), document: undefined, failure },
    ])
  })

  it('without a hash is listed too, and is a document again when it can be read', () => {
    store.documents.putFailure(tenant, fileAt('/d/a.pdf', 'a'), undefined, failure)
    expect(store.documents.knownFiles(tenant)).toMatchObject([{ contentHash: undefined, failure }])
    store.documents.putDocument(tenant, fileAt('/d/a.pdf', 'a'), generatedDocument(1))
    expect(store.status(tenant)).toMatchObject({ documents: 1, failures: [] })
  })
})

describe('a file forgotten', () => {
  it('takes its document along, unless another path holds it', () => {
    store.documents.putDocument(tenant, fileAt('/d/a.pdf', 'm'), generatedDocument(1))
    store.documents.putLocation(tenant, fileAt('/d/b.pdf', 'm'))
    store.documents.forgetFile(tenant, '/d/b.pdf')
    expect(names()).toEqual(['a.pdf'])
    store.documents.forgetFile(tenant, '/d/a.pdf')
    expect(store.status(tenant)).toMatchObject({ documents: 0, passages: 0, meetings: 0, items: 0, decisions: 0 })
    expect(store.register.passagesOf(operator, documentId('gone'))).toEqual([])
  })

  it('that was never known is no error', () => {
    expect(() => store.documents.forgetFile(tenant, '/d/never.pdf')).not.toThrow()
  })

  // FAULTS F28. The filler makes the index spread over many pages, so that a word can hide in more than one.
  it('leaves none of its text in the data folder', () => {
    for (let number = 1; number <= 20; number += 1)
      store.documents.putDocument(tenant, fileAt(`/d/${number}.pdf`, `${number}`), generatedDocument(number))
    store.documents.putDocument(tenant, fileAt('/d/x.pdf', 'x'), saying('zyxhemmeligord'))
    for (let number = 21; number <= 40; number += 1)
      store.documents.putDocument(tenant, fileAt(`/d/${number}.pdf`, `${number}`), generatedDocument(number))
    expect(occurrences('zyxhemmeligord')).toBeGreaterThan(0)
    store.documents.forgetFile(tenant, '/d/x.pdf')
    expect(occurrences('zyxhemmeligord')).toBe(0)
    expect(occurrences('zyxhemmeligordoverskrift')).toBe(0)
  })

  describe('while another process reads, so that the log cannot be emptied, leaves none of its text', () => {
    const forgetWhileRead = () => {
      store.documents.putDocument(tenant, fileAt('/d/x.pdf', 'x'), saying('zyxhemmeligord'))
      const reader = new DatabaseSync(file)
      reader.exec('BEGIN; SELECT count(*) FROM document')
      store.documents.forgetFile(tenant, '/d/x.pdf')
      expect(occurrences('zyxhemmeligord')).toBeGreaterThan(0)
      reader.close()
    }

    it('after the next write', () => {
      forgetWhileRead()
      store.activities.claim('any', STARTED_AT_MS)
      expect(occurrences('zyxhemmeligord')).toBe(0)
    })

    it('once the store is opened again', () => {
      forgetWhileRead()
      const next = openAt(file)
      expect(occurrences('zyxhemmeligord')).toBe(0)
      next.close()
    })
  })

  it('leaves none of its text when its file changed instead', () => {
    store.documents.putDocument(tenant, fileAt('/d/x.pdf', 'x'), saying('zyxhemmeligord'))
    store.documents.putDocument(tenant, fileAt('/d/x.pdf', 'y'), generatedDocument(2))
    expect(occurrences('zyxhemmeligord')).toBe(0)
  })
})
