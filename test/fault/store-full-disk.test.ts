import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { operatorOf } from '../../src/domain/asker.ts'
import { Refused } from '../../src/domain/errors.ts'
import { tenantId } from '../../src/domain/ids.ts'
import { fileAt, generatedDocument } from '../store/generated-document.ts'
import { openAt, STARTED_AT_MS, temporaryFolder } from '../store/sqlite/temporary-store.ts'

const tenant = tenantId('local')
const operator = operatorOf(tenant)
const folder = temporaryFolder()

/** @returns whether a small disk lies at the folder now; only root may make one */
function mountSmallDisk(at: string, options: string): boolean {
  mkdirSync(at)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', at], { stdio: 'ignore' })
    return true
  } catch {
    process.stderr.write(`No small disk can be mounted at ${at} by this user: the test on it is skipped.\n`)
    return false
  }
}

function codeOf(work: () => unknown): string {
  try {
    work()
    return 'done'
  } catch (error) {
    return error instanceof Refused ? error.code : `not refused: ${String(error)}`
  }
}

// FAULTS F5
describe('a full disk', () => {
  const disk = join(folder, 'full')
  const isMounted = mountSmallDisk(disk, 'size=2m')
  const test = isMounted ? it : it.skip
  afterAll(() => isMounted && execFileSync('umount', ['-l', disk]))

  test('refuses new documents, answers from the old ones, and heals when there is room', () => {
    const store = openAt(join(disk, 'rakel.sqlite'))
    const put = (number: number) =>
      store.documents.putDocument(tenant, fileAt(`/${number}.pdf`, `${number}`), generatedDocument(number))
    put(1)
    const terms = generatedDocument(1).passages[0]?.text.split(' ').slice(0, 3) ?? []
    const ballast = join(disk, 'ballast')
    const fill = () => {
      const { bavail, bsize } = statfsSync(disk)
      writeFileSync(ballast, Buffer.alloc(Math.max(0, Number(bavail) * Number(bsize))))
    }
    fill()

    const before = store.contentDigest(tenant)
    const codes = [2, 3, 4, 5].map((number) => codeOf(() => put(number)))
    expect(codes.at(-1)).toBe('storage-full')
    const stored = codes.filter((code) => code === 'done').length
    expect(codes.filter((code) => code === 'storage-full').length).toBe(codes.length - stored)
    if (stored === 0) expect(store.contentDigest(tenant)).toBe(before)
    expect(store.passages.match(operator, terms, {}, 5).length).toBeGreaterThan(0)
    expect(store.register.meetings(operator, {}).length).toBe(1 + stored)

    rmSync(ballast)
    put(6)
    expect(store.activities.claim('after', STARTED_AT_MS)).toBe(true)
    expect(store.status(tenant).documents).toBe(2 + stored)
    store.close()
    const again = openAt(join(disk, 'rakel.sqlite'))
    expect(again.status(tenant).documents).toBe(2 + stored)
    again.close()
  })

  test('is told in one sentence when a store is made on it', () => {
    const tiny = join(folder, 'tiny')
    mountSmallDisk(tiny, 'size=8k')
    try {
      expect(codeOf(() => openAt(join(tiny, 'rakel.sqlite')))).toBe('storage-full')
    } finally {
      execFileSync('umount', ['-l', tiny])
    }
  })
})

// FAULTS F6
describe('a disk that cannot be written to', () => {
  const disk = join(folder, 'locked')
  const isMounted = mountSmallDisk(disk, 'size=2m,ro')
  afterAll(() => isMounted && execFileSync('umount', ['-l', disk]))
  ;(isMounted ? it : it.skip)('is told in one sentence', () => {
    expect(codeOf(() => openAt(join(disk, 'rakel.sqlite')))).toBe('data-folder-read-only')
  })
})
