import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { operatorOf } from '../../../src/domain/asker.ts'
import { tenantId } from '../../../src/domain/ids.ts'
import { fileAt, generatedDocument, hashOf } from '../generated-document.ts'
import { openAt, temporaryFolder } from './temporary-store.ts'

const tenant = tenantId('local')
const folder = temporaryFolder()
const firstStep = join(import.meta.dirname, '../../../src/store/sqlite/migrations/0001-documents-and-state.sql')

/** A store as the first version of Rakel left it, holding one document. */
function oldStore(): string {
  const file = join(folder, 'old.sqlite')
  const db = new DatabaseSync(file)
  db.exec(readFileSync(firstStep, 'utf8'))
  db.exec('PRAGMA user_version = 1')
  db.prepare(
    `INSERT INTO document (tenant, id, content_hash, format, kind, language, title, layout)
      VALUES ('local', 'kept', ?, 'pdf', 'minutes', 'nb', 'Gammelt', 'protocol')`,
  ).run(hashOf('a'))
  db.prepare(
    `INSERT INTO location (tenant, path, sequence, document, size_bytes, modified_ms, content_hash, noted_at_ms)
      VALUES ('local', '/d/a.pdf', 1, 1, 1, 1, ?, 1)`,
  ).run(hashOf('a'))
  db.close()
  return file
}

describe('a store of the first schema', () => {
  it('keeps its documents, marked as read before reader versions were kept', () => {
    const store = openAt(oldStore())
    expect(store.documents.knownFiles(tenant)).toMatchObject([{ document: 'kept', readerVersion: 0 }])
    store.documents.putDocument(tenant, fileAt('/d/a.pdf', 'a'), { ...generatedDocument(1), readerVersion: 2 })
    expect(store.documents.knownFiles(tenant)).toMatchObject([{ document: 'kept', readerVersion: 2 }])
    expect(store.findDocument(operatorOf(tenant), 'a.pdf')?.parsed.readerVersion).toBe(2)
    store.close()
  })
})
