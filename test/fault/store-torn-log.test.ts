import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tenantId } from '../../src/domain/ids.ts'
import { fileAt, generatedDocument, seededRandom } from '../store/generated-document.ts'
import { openAt, temporaryFolder } from '../store/sqlite/temporary-store.ts'
import { isLongForm } from './kill-loop.ts'

const tenant = tenantId('local')
/** The long form cuts at every byte of the last 4 KB, the short one at every 97th. */
const STEP = isLongForm ? 1 : 97
const TAIL_BYTES = 4_096

// FAULTS F3
describe('a log whose last write was torn', () => {
  const folder = temporaryFolder()
  const original = join(folder, 'original.sqlite')
  const copy = join(folder, 'copy', 'rakel.sqlite')
  let older: string
  let newest: string
  let logBytes: number

  beforeAll(() => {
    const store = openAt(original)
    for (let number = 1; number <= 3; number += 1)
      store.documents.putDocument(tenant, fileAt(`/${number}.pdf`, `${number}`), generatedDocument(number, 5))
    older = store.contentDigest(tenant)
    store.documents.putDocument(tenant, fileAt('/4.pdf', '4'), generatedDocument(4, 5))
    newest = store.contentDigest(tenant)
    // Copied while open: closing would empty the log.
    mkdirSync(join(folder, 'copy'))
    copyFileSync(original, join(folder, 'torn.sqlite'))
    copyFileSync(`${original}-wal`, join(folder, 'torn.sqlite-wal'))
    store.close()
    logBytes = statSync(join(folder, 'torn.sqlite-wal')).size
  })

  const digestWithLog = (log: Buffer): string => {
    rmSync(`${copy}-shm`, { force: true })
    copyFileSync(join(folder, 'torn.sqlite'), copy)
    writeFileSync(`${copy}-wal`, log)
    const store = openAt(copy)
    try {
      return store.contentDigest(tenant)
    } finally {
      store.close()
    }
  }

  it('opens with every older commit, wherever it was cut', () => {
    const log = readFileSync(join(folder, 'torn.sqlite-wal'))
    expect(digestWithLog(log)).toBe(newest)
    for (let cut = 1; cut <= TAIL_BYTES; cut += STEP) expect(digestWithLog(log.subarray(0, logBytes - cut))).toBe(older)
  }, 300_000)

  it('opens with every older commit when the last block holds something else', () => {
    const random = seededRandom(3)
    for (let round = 0; round < 20; round += 1) {
      const log = readFileSync(join(folder, 'torn.sqlite-wal'))
      const from = log.length - 1 - Math.floor(random() * TAIL_BYTES)
      for (let at = from; at < log.length; at += 1) log[at] = Math.floor(random() * 256)
      expect(digestWithLog(log)).toBe(older)
    }
  }, 60_000)
})
