import { closeSync, mkdirSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { operatorOf } from '../../../src/domain/asker.ts'
import { Refused } from '../../../src/domain/errors.ts'
import { tenantId } from '../../../src/domain/ids.ts'
import { openConnection } from '../../../src/store/sqlite/connection.ts'
import { fileAt, generatedDocument } from '../generated-document.ts'
import { openAt, temporaryFolder } from './temporary-store.ts'

const tenant = tenantId('local')
const folder = temporaryFolder()

function refusalOf(work: () => unknown): Refused {
  try {
    work()
  } catch (error) {
    if (error instanceof Refused) return error
    throw error
  }
  throw new Error('it was not refused')
}

const withDatabase = (file: string, sql: string): void => {
  const db = new DatabaseSync(file)
  db.exec(sql)
  db.close()
}

describe('a store', () => {
  it('is durable before it promises, and erases what it deletes', () => {
    const db = openConnection(join(folder, 'pragmas.sqlite'), false)
    expect(db.one('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' })
    expect(db.one('PRAGMA synchronous')).toEqual({ synchronous: 2 })
    expect(db.one('PRAGMA secure_delete')).toEqual({ secure_delete: 1 })
    expect(db.one('PRAGMA foreign_keys')).toEqual({ foreign_keys: 1 })
    db.close()
  })

  it('has a tenant in every table', () => {
    const file = join(folder, 'tables.sqlite')
    openAt(file).close()
    const db = new DatabaseSync(file)
    const tables = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'passage_index%'")
      .all()
      .map((row) => String(row['name']))
    const without = tables.filter(
      (table) =>
        !db
          .prepare(`PRAGMA table_info(${table})`)
          .all()
          .some((column) => column['name'] === 'tenant'),
    )
    db.close()
    expect(tables.length).toBeGreaterThan(7)
    expect(without).toEqual([])
  })

  it('opened again is not changed by it', () => {
    const file = join(folder, 'again.sqlite')
    const store = openAt(file)
    store.documents.putDocument(tenant, fileAt('/a.pdf', 'a'), generatedDocument(1))
    store.close()
    const bytes = readFileSync(file)
    openAt(file).close()
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })

  it('may be closed twice', () => {
    const store = openAt(':memory:')
    store.close()
    expect(() => store.close()).not.toThrow()
  })

  it('shows one process what another has written, while it is open', () => {
    const file = join(folder, 'shared.sqlite')
    const writer = openAt(file)
    const reader = openAt(file, true)
    writer.documents.putDocument(tenant, fileAt('/a.pdf', 'a'), generatedDocument(1))
    expect(reader.register.documents(operatorOf(tenant))).toHaveLength(1)
    expect(reader.contentDigest(tenant)).toBe(writer.contentDigest(tenant))
    writer.documents.forgetFile(tenant, '/a.pdf')
    expect(reader.register.documents(operatorOf(tenant))).toEqual([])
    reader.close()
    writer.close()
  })

  it('opened to read refuses to be written to', () => {
    const file = join(folder, 'reading.sqlite')
    openAt(file).close()
    const reader = openAt(file, true)
    expect(refusalOf(() => reader.activities.claim('a', 1)).code).toBe('store-read-only')
    reader.close()
  })

  it('has the same digest whatever the order of the documents, and another for another word', () => {
    const one = openAt(':memory:')
    const two = openAt(':memory:')
    const three = openAt(':memory:')
    for (const number of [1, 2, 3])
      one.documents.putDocument(tenant, fileAt(`/a/${number}`, `${number}`), generatedDocument(number))
    for (const number of [3, 1, 2])
      two.documents.putDocument(tenant, fileAt(`/b/${number}`, `${number}`), generatedDocument(number))
    for (const number of [1, 2, 3]) {
      const parsed = generatedDocument(number)
      const passages = parsed.passages.map((passage) =>
        number === 2 && passage.ordinal === 5 ? { ...passage, text: `${passage.text}.` } : passage,
      )
      three.documents.putDocument(tenant, fileAt(`/a/${number}`, `${number}`), { ...parsed, passages })
    }
    expect(two.contentDigest(tenant)).toBe(one.contentDigest(tenant))
    expect(three.contentDigest(tenant)).not.toBe(one.contentDigest(tenant))
    for (const store of [one, two, three]) store.close()
  })
})

describe('a store that cannot be opened is refused in one sentence:', () => {
  it('a folder that is missing', () => {
    const error = refusalOf(() => openAt(join(folder, 'missing', 'rakel.sqlite')))
    expect(error.code).toBe('data-folder-missing')
    expect(error.message).toBe(`The data folder ${join(folder, 'missing')} does not exist.`)
  })

  it('no store to read from', () => {
    expect(refusalOf(() => openAt(join(folder, 'none.sqlite'), true)).code).toBe('store-missing')
  })

  it('a folder in its place', () => {
    mkdirSync(join(folder, 'folder.sqlite'))
    expect(refusalOf(() => openAt(join(folder, 'folder.sqlite'))).code).toBe('store-unopened')
  })

  it('a file that is no database, which stays as it is', () => {
    const file = join(folder, 'letter.sqlite')
    writeFileSync(file, 'Kjære kommune. '.repeat(500))
    expect(refusalOf(() => openAt(file)).code).toBe('not-a-store')
    expect(readFileSync(file, 'utf8')).toBe('Kjære kommune. '.repeat(500))
  })

  it('a database of another program, which stays as it is', () => {
    const file = join(folder, 'other.sqlite')
    withDatabase(file, 'CREATE TABLE invoice (amount)')
    const bytes = readFileSync(file)
    expect(refusalOf(() => openAt(file)).code).toBe('not-a-store')
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })

  it('a store of a newer version, to write and to read', () => {
    const file = join(folder, 'newer.sqlite')
    openAt(file).close()
    withDatabase(file, 'PRAGMA user_version = 9999')
    expect(refusalOf(() => openAt(file)).code).toBe('store-too-new')
    expect(refusalOf(() => openAt(file, true)).code).toBe('store-too-new')
  })

  it('a store with a damaged page, when that page is read', () => {
    const file = join(folder, 'damaged.sqlite')
    const store = openAt(file)
    for (let number = 1; number <= 5; number += 1)
      store.documents.putDocument(tenant, fileAt(`/${number}`, `${number}`), generatedDocument(number))
    store.close()
    const { size } = statSync(file)
    const handle = openSync(file, 'r+')
    writeSync(handle, Buffer.alloc(size - 8_192, 0xa5), 0, size - 8_192, 8_192)
    closeSync(handle)
    const error = refusalOf(() => {
      const damaged = openAt(file)
      try {
        damaged.contentDigest(tenant)
      } finally {
        damaged.close()
      }
    })
    expect(error.code).toBe('store-damaged')
  })
})

describe('a writer', () => {
  it('waits for another process and gives up with one sentence', () => {
    const file = join(folder, 'busy.sqlite')
    const store = openAt(file)
    const other = new DatabaseSync(file)
    other.exec('BEGIN IMMEDIATE')
    const startedMs = performance.now()
    expect(refusalOf(() => store.activities.claim('a', 1)).code).toBe('store-busy')
    expect(performance.now() - startedMs).toBeGreaterThan(4_000)
    expect(store.register.documents(operatorOf(tenant))).toEqual([])
    other.exec('ROLLBACK')
    expect(store.activities.claim('a', 1)).toBe(true)
    other.close()
    store.close()
  }, 20_000)
})
