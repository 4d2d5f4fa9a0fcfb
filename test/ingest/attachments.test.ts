import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type MadeMail, makeEml, makeMsg } from '../../scripts/mails.ts'
import { operatorOf } from '../../src/domain/asker.ts'
import { tenantId } from '../../src/domain/ids.ts'
import { MAX_ATTACHMENTS } from '../../src/ingest/attached-file.ts'
import { type IndexOptions, indexFiles } from '../../src/ingest/index-files.ts'
import { parseFile } from '../../src/ingest/parse-file.ts'
import { failure } from '../../src/ingest/read-file.ts'
import { openFolder } from '../../src/sources/folder-source.ts'
import { openStore, type SqliteStore } from '../../src/store/sqlite/open-store.ts'
import { splitWords } from '../store/generated-document.ts'
import { madePdf } from './readers/made-pdf.ts'

const tenant = tenantId('local')
const operator = operatorOf(tenant)
const MINUTES_PDF = 'fellesradet-2023-03-15-referat.pdf'
const pdf = readFileSync(join(import.meta.dirname, '../../documents', MINUTES_PDF))
const text = (value: string): Buffer => Buffer.from(value)
const minutes = (decision: string): Buffer => text(`Møtereferat styret 1.3.2024\n\nPS 1/24 Plan\nVedtak: ${decision}\n`)
const attached = (name: string, bytes: Uint8Array) => ({ name, bytes })
const MAIL: MadeMail = { subject: 'Referat', text: 'Se vedlagt referat.', attachments: [attached('referat.pdf', pdf)] }

let root: string
let folder: string
let store: SqliteStore

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rakel-mail-'))
  folder = join(root, 'documents')
  mkdirSync(folder)
  store = openStore({
    file: join(root, 'rakel.sqlite'),
    clock: { nowMs: () => 1_750_000_000_000 },
    analyse: splitWords,
  })
})
afterEach(() => {
  store.close()
  rmSync(root, { recursive: true, force: true })
})

const at = (name: string): string => join(folder, name)
const put = (name: string, bytes: Uint8Array): void => writeFileSync(at(name), bytes)
const index = async (options: Partial<IndexOptions> = {}, path = folder) =>
  indexFiles(await openFolder(path), store.documents, { tenant, ...options })
const names = (): string[] =>
  store.register
    .documents(operator)
    .map((document) => document.name)
    .sort()
const find = (name: string) => store.findDocument(operator, name)
const failures = (): [string, string][] =>
  store.status(tenant).failures.map(({ path, code }) => [path.slice(folder.length + 1), code])

describe.each([
  ['EML', 'brev.eml', makeEml],
  ['MSG', 'brev.msg', makeMsg],
])('the attachments of an e-mail as %s', (_kind, mail, make) => {
  it('are documents of their own, named after it, with meeting, decisions and pages', async () => {
    put(mail, make(MAIL))
    expect(await index()).toEqual({ indexed: 2, unchanged: 0, moved: 0, removed: 0, failed: [] })
    expect(names()).toEqual([mail, `${mail}/referat.pdf`])
    const parsed = find(`${mail}/referat.pdf`)?.parsed
    expect(parsed).toMatchObject({ format: 'pdf', kind: 'minutes', date: '2023-03-15', pageCount: 2 })
    expect(parsed?.meeting?.items).toHaveLength(7)
    expect(new Set(parsed?.passages.map(({ page }) => page))).toEqual(new Set([1, 2]))
    // What the PDF alone gives, and nothing of the e-mail.
    const alone = await parseFile(pdf, 'referat.pdf')
    expect(parsed).toEqual(alone)
  })

  it('are found by their own name, and gone with the e-mail', async () => {
    put(mail, make(MAIL))
    await index()
    expect(find('referat.pdf')?.summary.name).toBe(`${mail}/referat.pdf`)
    put('mars.eml', makeEml({ ...MAIL, attachments: [attached('gammelt referat.pdf', minutes('Ja.'))] }))
    await index()
    expect(find('referat.pdf')?.summary.name).toBe(`${mail}/referat.pdf`)
    rmSync(at('mars.eml'))
    await index()
    rmSync(at(mail))
    expect(await index()).toEqual({ indexed: 0, unchanged: 0, moved: 0, removed: 1, failed: [] })
    expect(names()).toEqual([])
    expect(store.status(tenant)).toMatchObject({ documents: 0, passages: 0 })
  })

  it('are not read again while the e-mail is the same, and keep their identity when it is renamed', async () => {
    put(mail, make(MAIL))
    await index()
    const id = find('referat.pdf')?.summary.id
    const read: string[] = []
    const parse: IndexOptions['parse'] = (bytes, name) => {
      read.push(name)
      return parseFile(bytes, name)
    }
    expect(await index({ parse })).toEqual({ indexed: 0, unchanged: 1, moved: 0, removed: 0, failed: [] })
    expect(read).toEqual([])
    renameSync(at(mail), at(`ny-${mail}`))
    expect(await index({ parse })).toEqual({ indexed: 0, unchanged: 0, moved: 1, removed: 0, failed: [] })
    // The e-mail is opened to see what is in it; the PDF is known.
    expect(read).toEqual([`ny-${mail}`])
    expect(names()).toEqual([`ny-${mail}`, `ny-${mail}/referat.pdf`])
    expect(find('referat.pdf')?.summary.id).toBe(id)
  })

  it('stay while one copy of the e-mail is left', async () => {
    put(mail, make(MAIL))
    copyFileSync(at(mail), at(`kopi-${mail}`))
    await index()
    rmSync(at(mail))
    await index()
    expect(names()).toEqual([`kopi-${mail}`, `kopi-${mail}/referat.pdf`])
  })

  it('change with the e-mail: new ones are read, those it no longer has are forgotten', async () => {
    put(mail, make({ ...MAIL, attachments: [attached('a.txt', minutes('Ja.')), attached('b.txt', minutes('Nei.'))] }))
    await index()
    const id = find('b.txt')?.summary.id
    put(mail, make({ ...MAIL, attachments: [attached('b.txt', minutes('Aldri i livet.'))] }))
    expect(await index()).toMatchObject({ indexed: 2, removed: 0, failed: [] })
    expect(names()).toEqual([mail, `${mail}/b.txt`])
    expect(find('b.txt')?.summary.id).toBe(id)
    expect(find('b.txt')?.parsed.meeting?.items[0]?.decision?.text).toBe('Aldri i livet.')
  })

  it('that also lie in the folder are one document with it, which outlives the e-mail', async () => {
    put('a-referat.pdf', pdf)
    put(mail, make(MAIL))
    expect(await index()).toMatchObject({ indexed: 2, failed: [] })
    expect(names()).toHaveLength(2)
    rmSync(at(mail))
    await index()
    expect(names()).toEqual(['a-referat.pdf'])
  })

  it('each fail under a name of their own, and the rest is read', async () => {
    const locked = await madePdf((document) => void document.text('Møte'), { userPassword: 'x' })
    put(
      mail,
      make({
        ...MAIL,
        attachments: [
          attached('hemmelig.pdf', locked),
          attached('regneark.xls', Buffer.concat([text('ÐÏ'), Buffer.alloc(600)])),
          attached('tom.txt', new Uint8Array()),
          attached('winmail.dat', Buffer.from('789f3e220100', 'hex')),
          attached('referat.pdf', pdf),
        ],
      }),
    )
    expect((await index()).failed).toHaveLength(4)
    expect(failures()).toEqual([
      [`${mail}//hemmelig.pdf`, 'encrypted'],
      [`${mail}//regneark.xls`, 'unsupported-format'],
      [`${mail}//tom.txt`, 'empty'],
      [`${mail}//winmail.dat`, 'packed-mail'],
    ])
    expect(names()).toEqual([mail, `${mail}/referat.pdf`])
    rmSync(at(mail))
    await index()
    expect(failures()).toEqual([])
  })

  it('that failed because the machine was busy are tried again, others not', async () => {
    put(
      mail,
      make({ ...MAIL, attachments: [attached('a.txt', minutes('Ja.')), attached('b.zip', text('PK\x03\x04'))] }),
    )
    const busy: IndexOptions['parse'] = async (bytes, name) =>
      name === 'a.txt' ? failure('took-too-long') : parseFile(bytes, name)
    await index({ parse: busy })
    expect(failures().map(([, code]) => code)).toEqual(['took-too-long', 'damaged'])
    await index()
    expect(failures().map(([, code]) => code)).toEqual(['damaged'])
    expect(await index({ parse: () => Promise.reject(new Error('read again')) })).toMatchObject({ unchanged: 1 })
  })

  it('are read again when the run before was stopped among them', async () => {
    put(mail, make({ ...MAIL, attachments: [attached('a.txt', minutes('Ja.')), attached('b.txt', minutes('Nei.'))] }))
    const killed: IndexOptions['parse'] = async (bytes, name) => {
      if (name === 'b.txt') throw new Error('killed')
      return parseFile(bytes, name)
    }
    await expect(index({ parse: killed })).rejects.toThrow('killed')
    expect(names()).toEqual([`${mail}/a.txt`])
    expect(await index()).toMatchObject({ indexed: 2, failed: [] })
    expect(names()).toEqual([mail, `${mail}/a.txt`, `${mail}/b.txt`])
  })

  it('of forwarded e-mails belong to the one that holds them; deeper ones than four are named, not read', async () => {
    const nested = (depth: number): MadeMail => ({
      subject: `Nivå ${depth}`,
      text: `Tekst ${depth}.`,
      attachments: [attached('sak.txt', minutes(`Nivå ${depth}.`))],
      mails: depth < 50 ? [nested(depth + 1)] : [],
    })
    put(mail, make(nested(0)))
    expect((await index()).failed).toHaveLength(1)
    expect(failures()[0]?.[1]).toBe('too-deep-inside')
    expect(names()).toEqual([
      mail,
      ...['sak (2)', 'sak (3)', 'sak (4)', 'sak (5)', 'sak'].map((name) => `${mail}/${name}.txt`),
    ])
    const told = find(mail)?.parsed.passages.map((passage) => passage.text)
    expect(told).toEqual(expect.arrayContaining(['Tekst 0.', 'Tekst 4.']))
    expect(told).not.toContain('Tekst 5.')
  })

  it('that are e-mail files have theirs read too, down to the fourth', async () => {
    const wrapped = (depth: number): Buffer =>
      depth === 7
        ? minutes('Dypt nede.')
        : make({
            subject: `Nivå ${depth}`,
            text: 'Se vedlegg.',
            attachments: [attached(`${depth}.eml`, wrapped(depth + 1))],
          })
    put(mail, wrapped(0))
    await index()
    expect(names()).toEqual(
      [mail, '0.eml', '0.eml/1.eml', '0.eml/1.eml/2.eml', '0.eml/1.eml/2.eml/3.eml'].map((name, place) =>
        place === 0 ? name : `${mail}/${name}`,
      ),
    )
    expect(failures()).toEqual([[`${mail}//0.eml//1.eml//2.eml//3.eml//4.eml`, 'too-deep-inside']])
    rmSync(at(mail))
    await index()
    expect([names(), failures()]).toEqual([[], []])
  })

  it('of a signed e-mail, which Outlook keeps as one file of its parts, are read', async () => {
    const whole = makeEml({
      subject: 'Signert',
      text: 'Se vedlegg.',
      attachments: [attached('sak.txt', minutes('Ja.'))],
    })
    const parts = whole.subarray(whole.indexOf('Content-Type: multipart/'))
    put(mail, make({ subject: 'Signert', attachments: [attached('smime.p7m', parts)] }))
    expect(await index()).toMatchObject({ failed: [] })
    expect(names()).toEqual([mail, `${mail}/smime.p7m`, `${mail}/smime.p7m/sak.txt`])
    expect(find('sak.txt')?.parsed.meeting?.items[0]?.decision?.text).toBe('Ja.')
  })

  it('are refused with the e-mail when they are too many', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, number) => attached(`${number}.txt`, text(`Nr. ${number}`)))
    put(mail, make({ ...MAIL, attachments: many(MAX_ATTACHMENTS + 1) }))
    await index()
    expect([failures(), names()]).toEqual([[[mail, 'too-large-inside']], []])
    // Spread over e-mail files within it is no way around.
    const half = make({ subject: 'Halve', text: 'Her.', attachments: many(MAX_ATTACHMENTS / 2) })
    put(
      mail,
      make({
        ...MAIL,
        attachments: [
          attached('1.eml', half),
          attached('2.eml', Buffer.concat([half, text('\r\n')])),
          attached('3.txt', minutes('Ja.')),
        ],
      }),
    )
    await index()
    expect(failures()).toEqual([[`${mail}//2.eml`, 'too-large-inside']])
    expect(find(`${mail}/3.txt`)?.summary.kind).toBe('minutes')
  })

  it('are not half read when it is told to stop among them', async () => {
    put(mail, make({ ...MAIL, attachments: [attached('a.txt', minutes('Ja.')), attached('b.txt', minutes('Nei.'))] }))
    const stop = new AbortController()
    const stopping: IndexOptions['parse'] = async (bytes, name) => {
      if (name === 'a.txt') stop.abort()
      return parseFile(bytes, name)
    }
    expect(await index({ parse: stopping, stop: stop.signal })).toMatchObject({ indexed: 1, removed: 0 })
    expect(names()).toEqual([`${mail}/a.txt`])
    await index()
    expect(names()).toEqual([mail, `${mail}/a.txt`, `${mail}/b.txt`])
  })

  it('are left when three of them took too long', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}.txt`)
    put(mail, make({ ...MAIL, attachments: names.map((name) => attached(name, minutes(`Sak ${name}.`))) }))
    const tried: string[] = []
    const slow: IndexOptions['parse'] = async (bytes, name) => {
      tried.push(name)
      return name === mail ? parseFile(bytes, name) : failure('took-too-long')
    }
    await index({ parse: slow })
    expect(tried).toEqual([mail, 'a.txt', 'b.txt', 'c.txt'])
    expect(failures()).toEqual(names.map((name) => [`${mail}//${name}`, 'took-too-long']))
    expect(await index()).toMatchObject({ indexed: 5, failed: [] })
  })

  it('are forgotten too when only the e-mail is read anew', async () => {
    put(mail, make(MAIL))
    await index()
    put(mail, make({ ...MAIL, attachments: [] }))
    await index({}, at(mail))
    expect(names()).toEqual([mail])
  })
})
