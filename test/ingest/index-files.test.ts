import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { operatorOf } from '../../src/domain/asker.ts'
import { tenantId } from '../../src/domain/ids.ts'
import { type FileSource, type IndexOptions, indexFiles } from '../../src/ingest/index-files.ts'
import { MAX_FILE_BYTES } from '../../src/ingest/read-file.ts'
import { READER_VERSION } from '../../src/ingest/reader-version.ts'
import { openFolder } from '../../src/sources/folder-source.ts'
import { openStore, type SqliteStore } from '../../src/store/sqlite/open-store.ts'
import { madePdf } from './readers/made-pdf.ts'

const tenant = tenantId('local')
const operator = operatorOf(tenant)
let root: string
let folder: string
let store: SqliteStore

const storeFile = (): string => join(root, 'rakel.sqlite')
const open = (): SqliteStore =>
  openStore({
    file: storeFile(),
    clock: { nowMs: () => 1_750_000_000_000 },
    analyse: (text) => text.toLowerCase().match(/\p{L}+/gu) ?? [],
    readOnly: false,
  })

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rakel-index-'))
  folder = join(root, 'documents')
  mkdirSync(folder)
  store = open()
})
afterEach(() => {
  store.close()
  rmSync(root, { recursive: true, force: true })
})

const at = (name: string): string => join(folder, name)
const minutes = (decision: string): string => `Møtereferat styret 1.3.2024\n\nPS 1/24 Plan\nVedtak: ${decision}\n`
const put = (name: string, text: string | Buffer): void => writeFileSync(at(name), text)
const index = async (options: Partial<IndexOptions> = {}, source?: FileSource) =>
  indexFiles(source ?? (await openFolder(folder)), store.documents, { tenant, ...options })
const idOf = (name: string): string | undefined => store.findDocument(operator, name)?.summary.id
const decisionOf = (name: string): string | undefined =>
  store.findDocument(operator, name)?.parsed.meeting?.items[0]?.decision?.text
const names = (): string[] => store.register.documents(operator).map((document) => document.name)
const failures = (): [string, string | undefined][] =>
  store.documents
    .knownFiles(tenant)
    .filter((file) => file.failure)
    .map((file) => [file.path.slice(folder.length + 1), file.failure?.code])

describe('indexing', () => {
  it('again changes nothing', async () => {
    put('a.txt', minutes('Ja.'))
    expect(await index()).toEqual({ indexed: 1, unchanged: 0, moved: 0, removed: 0, failed: [] })
    const digest = store.contentDigest(tenant)
    const id = idOf('a.txt')
    expect(await index()).toEqual({ indexed: 0, unchanged: 1, moved: 0, removed: 0, failed: [] })
    expect([store.contentDigest(tenant), idOf('a.txt')]).toEqual([digest, id])
  })

  it('does not read again a file that was only touched', async () => {
    put('a.txt', minutes('Ja.'))
    await index()
    utimesSync(at('a.txt'), new Date(1_000_000), new Date(1_000_000))
    expect(await index()).toMatchObject({ indexed: 0, unchanged: 1, moved: 0 })
  })

  it('replaces a changed file and keeps its id', async () => {
    put('a.txt', minutes('Ja.'))
    await index()
    const id = idOf('a.txt')
    put('a.txt', minutes('Nei, aldri.'))
    expect(await index()).toMatchObject({ indexed: 1 })
    expect([idOf('a.txt'), decisionOf('a.txt'), names()]).toEqual([id, 'Nei, aldri.', ['a.txt']])
  })

  it('keeps the id of a renamed file without reading it', async () => {
    put('a.txt', minutes('Ja.'))
    await index()
    const id = idOf('a.txt')
    renameSync(at('a.txt'), at('b.txt'))
    expect(await index()).toEqual({ indexed: 0, unchanged: 0, moved: 1, removed: 0, failed: [] })
    expect([idOf('b.txt'), names()]).toEqual([id, ['b.txt']])
  })

  it('makes a copy the same document, which stays until its last file is gone', async () => {
    put('a.txt', minutes('Ja.'))
    await index()
    copyFileSync(at('a.txt'), at('b.txt'))
    expect(await index()).toMatchObject({ indexed: 0, unchanged: 1, moved: 1 })
    expect(names()).toHaveLength(1)
    rmSync(at('a.txt'))
    await index()
    expect(names()).toEqual(['b.txt'])
    rmSync(at('b.txt'))
    expect(await index()).toMatchObject({ removed: 1 })
    expect(names()).toEqual([])
  })

  it('forgets a deleted file, and files outside the folder stay', async () => {
    put('a.txt', minutes('Ja.'))
    put('b.txt', minutes('Nei.'))
    await index()
    rmSync(at('a.txt'))
    expect(await index({}, await openFolder(at('b.txt')))).toMatchObject({ removed: 0 })
    expect(names()).toHaveLength(2)
    expect(await index()).toMatchObject({ removed: 1 })
    expect(names()).toEqual(['b.txt'])
  })

  it('reads a file again when an older version of the reader read it, and keeps its id', async () => {
    put('a.txt', minutes('Ja.'))
    put('copy.txt', minutes('Ja.'))
    put('b.txt', minutes('Nei.'))
    await index()
    const ids = [idOf('a.txt'), idOf('b.txt')]
    store.close()
    const db = new DatabaseSync(storeFile())
    db.exec(`UPDATE document SET reader_version = ${READER_VERSION - 1}, title = 'Gammel' WHERE id = '${ids[0]}'`)
    db.close()
    store = open()
    expect(await index()).toMatchObject({ indexed: 1, unchanged: 2, moved: 0 })
    expect([idOf('a.txt'), idOf('b.txt')]).toEqual(ids)
    expect(store.findDocument(operator, 'a.txt')?.parsed).toMatchObject({
      readerVersion: READER_VERSION,
      title: 'Møtereferat styret 1.3.2024',
    })
    expect(await index()).toMatchObject({ indexed: 0, unchanged: 3 })
  })

  it('reads everything again when it must', async () => {
    put('a.txt', minutes('Ja.'))
    await index()
    const id = idOf('a.txt')
    expect(await index({ isForced: true })).toMatchObject({ indexed: 1, unchanged: 0 })
    expect(idOf('a.txt')).toBe(id)
  })

  it('names each file that cannot be read, takes its old content out of answers, and indexes the rest', async () => {
    put('good.txt', minutes('Ja.'))
    for (const name of ['empty.txt', 'damaged.pdf', 'encrypted.pdf', 'huge.txt', 'blank.txt', 'image.png'])
      put(name, minutes(name))
    await index()
    expect(names()).toHaveLength(7)
    const whole = await madePdf((pdf) => void pdf.text('Møte'))
    put('empty.txt', '')
    put('damaged.pdf', whole.subarray(0, 300))
    put('encrypted.pdf', await madePdf((pdf) => void pdf.text('Møte'), { userPassword: 'x' }))
    truncateSync(at('huge.txt'), MAX_FILE_BYTES + 1)
    put('blank.txt', ' \n\n ')
    writeFileSync(join(root, 'outside.txt'), minutes('Hemmelig.'))
    symlinkSync(join(root, 'outside.txt'), at('out.txt'))
    const report = await index()
    expect(report.failed).toHaveLength(6)
    expect(failures()).toEqual([
      ['blank.txt', 'no-text'],
      ['damaged.pdf', 'damaged'],
      ['empty.txt', 'empty'],
      ['encrypted.pdf', 'encrypted'],
      ['huge.txt', 'too-large'],
      ['out.txt', 'outside-folder'],
    ])
    expect(names().sort()).toEqual(['good.txt', 'image.png'])
  })

  it('names a file that goes or is locked while it is read', async () => {
    put('a.txt', minutes('Ja.'))
    put('b.txt', minutes('Nei.'))
    const source = await openFolder(folder)
    const flaky: FileSource = {
      list: () => source.list(),
      covers: (path) => source.covers(path),
      read: (path) => (path.endsWith('a.txt') ? Promise.reject(new Error('EACCES')) : source.read(path)),
    }
    expect(await index({}, flaky)).toMatchObject({
      indexed: 1,
      failed: [{ path: at('a.txt'), failure: { code: 'unreadable' } }],
    })
    expect(await index()).toMatchObject({ indexed: 1, unchanged: 1, failed: [] })
    expect(failures()).toEqual([])
  })

  it('finds a file again by its NFC name however the disk spells it', async () => {
    const name = 'møte-på-Å.txt'
    put(name.normalize('NFD'), minutes('Ja.'))
    await index()
    expect(names()).toEqual([name.normalize('NFC')])
    expect(await index()).toMatchObject({ unchanged: 1, indexed: 0, removed: 0 })
  })

  it('tells how far it is, ending at the total', async () => {
    put('a.txt', minutes('Ja.'))
    put('b.txt', minutes('Nei.'))
    const seen: [number, number][] = []
    await index({ onProgress: ({ done, total }) => seen.push([done, total]) })
    expect(seen).toEqual([
      [0, 2],
      [1, 2],
      [2, 2],
    ])
  })
})
