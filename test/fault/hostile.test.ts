import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { makeEml, makeMsg } from '../../scripts/mails.ts'
import { tenantId } from '../../src/domain/ids.ts'
import { holderOf } from '../../src/domain/place.ts'
import { indexFiles } from '../../src/ingest/index-files.ts'
import { createReaderPool, type ReaderPool } from '../../src/ingest/isolation/reader-pool.ts'
import type { FailureCode } from '../../src/ingest/ports.ts'
import { failure } from '../../src/ingest/read-file.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { openFolder } from '../../src/sources/folder-source.ts'
import { openStore } from '../../src/store/sqlite/open-store.ts'
import { seededRandom, splitWords } from '../store/generated-document.ts'
import { isLongForm } from './kill-loop.ts'

const root = join(import.meta.dirname, '../..')
const tenant = tenantId('local')
const MB = 1024 * 1024
const MAX_PARENT_MB = 512
/** The short form takes the same path, only that patience ends sooner. */
const timeoutMs = isLongForm ? 30_000 : 3000
/** From the limit to the end of the process, on a machine that is busy with other tests. */
const KILLING_MS = 1500
const mutationCount = isLongForm ? 2000 : 100

type Outcome = FailureCode | 'read'

/** The same e-mail in both formats; `inside` is the place of an attachment in it. */
const ofBoth = (name: string, outcome: Outcome, inside = ''): Record<string, readonly Outcome[]> => ({
  [`${name}.eml${inside}`]: [outcome],
  [`${name}.msg${inside}`]: [outcome],
})

/** What must become of a file; files that are not named may be read or refused, as long as it is said. */
const EXPECTED: Readonly<Record<string, readonly Outcome[]>> = {
  'tom.pdf': ['empty'],
  'bare-blanke.txt': ['no-text'],
  'egentlig-pdf.docx': ['read'],
  'egentlig-docx.txt': ['read'],
  'egentlig-bilde.pdf': ['image-only'],
  'egentlig-gzip.txt': ['unsupported-format'],
  'bare-hode.pdf': ['damaged'],
  'zipbombe.docx': ['too-large-inside'],
  'zipbombe-loyver.docx': ['too-large-inside'],
  'tett-pakket.docx': ['too-large-inside', 'too-much-memory', 'took-too-long'],
  'overlapp.docx': ['unsafe-inside'],
  'zip-i-zip.zip': ['unsupported-format'],
  'zip-i-zip.docx': ['read'],
  'inneholder-seg-selv.docx': ['unsafe-inside'],
  'mange-deler.docx': ['too-large-inside'],
  'ut-av-mappen.docx': ['unsafe-inside'],
  'nul-navn.docx': ['unsafe-inside'],
  'kryptert-del.docx': ['encrypted'],
  'to-like-navn.docx': ['unsafe-inside'],
  'milliard.docx': ['unsafe-inside'],
  'xxe.docx': ['unsafe-inside'],
  'xxe-utf16.docx': ['unsafe-inside'],
  'dyp.docx': ['unsafe-inside', 'too-large-inside'],
  'makro.docm': ['macro'],
  'gammel.doc': ['unsupported-format'],
  'gammel-makro.doc': ['macro'],
  'passord.docx': ['encrypted'],
  'passord.pdf': ['encrypted'],
  '300-mb-tegning.pdf': ['too-much-memory', 'took-too-long'],
  'sirkel.pdf': ['no-text', 'damaged'],
  '100000-sider.pdf': ['too-large-inside', 'took-too-long'],
  'bare-bilde.pdf': ['image-only'],
  'xfa.pdf': ['xfa-form'],
  'skript.pdf': ['read'],
  'utf16.txt': ['read'],
  'en-linje.txt': ['too-large-inside'],
  'feil.rtf': ['unsupported-format'],
  'enormt-bilde.png': ['too-large-inside', 'image-only'],
  'sirkel-i-mappene.msg': ['unsafe-inside'],
  'sirkel-i-vedlegg.msg': ['unsafe-inside'],
  'mappe-i-seg-selv.msg': ['unsafe-inside'],
  'loyver-om-vedlegg.msg': ['damaged'],
  'loyver-om-emne.msg': ['damaged'],
  'felles-vedlegg.msg': ['unsafe-inside'],
  'post-i-word.doc': ['unsupported-format'],
  'kryptert.msg': ['encrypted'],
  'kryptert.eml': ['encrypted'],
  ...ofBoth('post-i-post-50', 'read'),
  ...ofBoth('10000-vedlegg', 'too-large-inside'),
  ...ofBoth('veier-ut', 'read'),
  ...ofBoth('darlig-selskap', 'read'),
  ...ofBoth('darlig-selskap', 'too-large-inside', '//bombe.docx'),
  ...ofBoth('darlig-selskap', 'macro', '//makro.docm'),
  ...ofBoth('darlig-selskap', 'packed-mail', '//winmail.dat'),
  ...ofBoth('darlig-selskap', 'damaged', '//avkortet.msg'),
  ...ofBoth('darlig-selskap', 'read', '//godt.pdf'),
  'mange-celler.xlsx': ['too-large-inside', 'too-much-memory', 'took-too-long'],
}
/** Take their time and are stopped like others: left out of the short form. */
const LONG_ONLY = [
  '300-mb-strek.pdf',
  'dyp.md',
  'etiketter.txt',
  'mange-linjer.txt',
  'seg-selv-som-skjema.pdf',
  'tallrekke.txt',
]
/** Each is the same file cut short. */
const TRUNCATED = /^avkortet-/

describe('hostile files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rakel-hostile-'))
  let pool: ReaderPool
  /** Where a reader of ours threw; each is a bug to be found. */
  const broken: string[] = []
  let peakMb = 0
  let sampling: NodeJS.Timeout

  beforeAll(() => {
    const made = spawnSync(process.execPath, [join(root, 'scripts/make-hostile-files.ts'), folder], {
      encoding: 'utf8',
    })
    if (made.status !== 0) throw new Error(made.stderr)
    if (!isLongForm) for (const name of LONG_ONLY) rmSync(join(folder, name))
    writeFileSync(join(folder, 'godt.md'), '# Møtereferat\n\nRådet vedtok å bygge en ny bro over elva.')
    pool = createReaderPool({ limits: { timeoutMs }, onBroke: (where) => broken.push(where) })
    sampling = setInterval(() => {
      peakMb = Math.max(peakMb, process.memoryUsage().rss / MB)
    }, 50)
  }, 60_000)
  afterAll(() => {
    clearInterval(sampling)
    pool.close()
    rmSync(folder, { recursive: true })
  })

  it(
    'each get a named outcome in time, the rest is indexed, and our process stays whole and small',
    async () => {
      const before = process.memoryUsage().rss / MB
      const store = openStore({ file: ':memory:', clock: systemClock, analyse: splitWords })
      const slow: string[] = []
      const source = await openFolder(folder)
      const report = await indexFiles(source, store.documents, {
        tenant,
        parse: async (bytes, name) => {
          const startMs = performance.now()
          const parsed = await pool.parseIsolated(bytes, name)
          if (performance.now() - startMs > timeoutMs + KILLING_MS) slow.push(name)
          return parsed
        },
      })
      const codes = new Map(report.failed.map((file) => [file.path.slice(folder.length + 1), file.failure]))
      const names = readdirSync(folder).map((name) => name.normalize('NFC'))
      expect(names.length).toBeGreaterThan(60)
      expect(slow).toEqual([])
      expect(broken).toEqual([])

      const wrong = Object.entries(EXPECTED)
        .map(([name, allowed]) => ({ name, got: (codes.get(name)?.code ?? 'read') as Outcome, allowed }))
        .filter(({ got, allowed }) => !allowed.includes(got))
      expect(wrong).toEqual([])
      for (const name of names.filter((name) => TRUNCATED.test(name)))
        expect([name, codes.get(name)?.code]).toEqual([name, 'damaged'])
      // A sentence of our own for each, and the same in status.
      for (const { code, message } of codes.values()) expect(message).toBe(failure(code).message)
      const status = store.status(tenant)
      expect(new Set(status.failures.map((file) => file.path))).toEqual(new Set(report.failed.map((file) => file.path)))
      // Each file has its place, and so has what came in an e-mail: below it, whatever its name was.
      const places = store.documents.knownFiles(tenant).map(({ path }) => path)
      const inFolder = (place: string): string => place.slice(folder.length + 1)
      expect(places.filter((place) => !holderOf(place)).map(inFolder)).toEqual(
        names.filter((name) => !name.startsWith('.')).sort(),
      )
      expect(places.filter((place) => holderOf(place)).length).toBeGreaterThan(20)
      for (const place of places)
        expect(
          inFolder(place)
            .split('//')
            .filter((part) => part === '..' || /[\\/\0]/.test(part)),
        ).toEqual([])
      expect(codes.has('godt.md')).toBe(false)
      store.close()
      // jest itself holds a few hundred MB; what counts is what reading adds, and the whole in the long form.
      expect(peakMb - before).toBeLessThan(250)
      if (isLongForm) expect(peakMb).toBeLessThan(MAX_PARENT_MB)
    },
    isLongForm ? 600_000 : 120_000,
  )

  it(
    `named in each of ${mutationCount} mutations of good files`,
    async () => {
      const random = seededRandom(20_26)
      const seeds = goodFiles()
      expect(seeds.length).toBeGreaterThanOrEqual(10)
      const outcomes = new Map<string, number>()
      for (let number = 0; number < mutationCount; number++) {
        const seed = seeds[number % seeds.length]
        if (!seed) throw new Error('no seed')
        const read = await pool.parseIsolated(mutated(seed.bytes, random), seed.name)
        const outcome = 'code' in read ? read.code : 'read'
        if ('code' in read) expect(read.message).toBe(failure(read.code).message)
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      }
      // Both must happen, or the mutations test nothing.
      expect(outcomes.get('read') ?? 0).toBeGreaterThan(0)
      expect(outcomes.get('damaged') ?? 0).toBeGreaterThan(0)
      expect(broken).toEqual([])
      expect([...outcomes.keys()]).not.toContain('reader-broke')
      expect(pool.pids().length).toBeLessThanOrEqual(1)
    },
    isLongForm ? 900_000 : 60_000,
  )
})

interface Seed {
  readonly name: string
  readonly bytes: Buffer
}

function goodFiles(): Seed[] {
  const samples = readdirSync(join(root, 'documents')).filter((name) => /\.(?:pdf|docx|md)$/.test(name))
  const kinds = ['pdf', 'docx', 'md'].flatMap((kind) => samples.filter((name) => name.endsWith(kind)).slice(0, 3))
  const text = (value: string): Uint8Array => new TextEncoder().encode(value)
  const attachments = [{ name: 'a.txt', bytes: text('Vedtak: nei.') }]
  const mail = {
    subject: 'Møte',
    text: 'Vedtak: ja.',
    attachments,
    mails: [{ subject: 'Inni', text: 'Her.', attachments }],
  }
  const sheet = zipSync({
    'xl/workbook.xml': text('<workbook xmlns:r="r"><sheets><sheet name="Ark" r:id="a"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': text(
      '<Relationships><Relationship Id="a" Type="t/w" Target="s.xml"/></Relationships>',
    ),
    'xl/s.xml': text('<worksheet><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row></worksheet>'),
  })
  return [
    ...kinds.map((name) => ({ name, bytes: readFileSync(join(root, 'documents', name)) })),
    { name: 'brev.msg', bytes: makeMsg(mail) },
    { name: 'brev.eml', bytes: makeEml(mail) },
    { name: 'ark.xlsx', bytes: Buffer.from(sheet) },
    {
      name: 'side.html',
      bytes: Buffer.from('<!doctype html><h1>Møte</h1><table><tr><td>1<td>2</table><p>Vedtak: ja.'),
    },
  ]
}

/** One to twenty bytes changed, a stretch removed, doubled or moved. */
function mutated(bytes: Buffer, random: () => number): Buffer {
  const at = (): number => Math.floor(random() * bytes.length)
  const kind = random()
  if (kind < 0.6) {
    const copy = Buffer.from(bytes)
    const count = 1 + Math.floor(random() * 20)
    for (let change = 0; change < count; change++) copy[at()] = Math.floor(random() * 256)
    return copy
  }
  const from = at()
  const to = Math.min(bytes.length, from + 1 + Math.floor(random() * 2000))
  const stretch = bytes.subarray(from, to)
  if (kind < 0.75) return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
  if (kind < 0.9) return Buffer.concat([bytes.subarray(0, to), stretch, bytes.subarray(to)])
  return Buffer.concat([stretch, bytes.subarray(0, from), bytes.subarray(to)])
}
