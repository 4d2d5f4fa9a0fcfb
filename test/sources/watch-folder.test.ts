import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Refused } from '../../src/domain/errors.ts'
import { type FolderChange, type FolderWatch, watchFolder } from '../../src/sources/watch-folder.ts'

const WITHIN_MS = 5000

describe('a watched folder', () => {
  let folder: string
  let changes: FolderChange[]
  let watched: FolderWatch | undefined

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rakel-watch-'))
    changes = []
    writeFileSync(join(folder, 'gammelt.md'), '# Møte')
  })
  afterEach(async () => {
    await watched?.close()
    rmSync(folder, { recursive: true })
  })

  const start = async (more: { pollMs?: number; onChange?: (change: FolderChange) => void } = {}): Promise<void> => {
    watched = await watchFolder(folder, {
      settleMs: 150,
      onChange: (change) => void changes.push(change),
      onError: (error) => {
        if (!(error instanceof Error && error.message === 'full disk')) throw error
      },
      ...more,
    })
  }
  const until = async (isDone: () => boolean): Promise<void> => {
    const startMs = performance.now()
    while (!isDone()) {
      if (performance.now() - startMs > WITHIN_MS)
        throw new Error(`nothing after ${WITHIN_MS} ms: ${JSON.stringify(changes)}`)
      await sleep(20)
    }
  }
  const changed = (): string[] =>
    changes.flatMap((change) => change.changed).map((path) => path.slice(folder.length + 1))
  const gone = (): string[] => changes.flatMap((change) => change.gone).map((path) => path.slice(folder.length + 1))

  it('tells of new, changed, renamed and deleted files within seconds, also in new folders', async () => {
    await start()
    writeFileSync(join(folder, 'nytt.md'), '# Nytt')
    await until(() => changed().includes('nytt.md'))
    appendFileSync(join(folder, 'gammelt.md'), '\nmer')
    await until(() => changed().includes('gammelt.md'))
    renameSync(join(folder, 'nytt.md'), join(folder, 'omdøpt.md'))
    await until(() => changed().includes('omdøpt.md') && gone().includes('nytt.md'))
    mkdirSync(join(folder, 'råd/2024'), { recursive: true })
    writeFileSync(join(folder, 'råd/2024/sak.md'), '# Sak')
    await until(() => changed().includes('råd/2024/sak.md'))
    rmSync(join(folder, 'råd'), { recursive: true })
    await until(() => gone().includes('råd/2024/sak.md'))
  })

  it('waits for a file that is still being written, and tells of it once', async () => {
    await start()
    const path = join(folder, 'stor.md')
    for (let part = 0; part < 20; part++) {
      appendFileSync(path, 'x'.repeat(1000))
      await sleep(50)
      expect(changed()).not.toContain('stor.md')
    }
    await until(() => changed().includes('stor.md'))
    await sleep(500)
    expect(changed().filter((name) => name === 'stor.md')).toHaveLength(1)
  })

  it('tells of other files while one is written without end', async () => {
    await start()
    const writing = setInterval(() => appendFileSync(join(folder, 'logg.md'), 'x'), 40)
    try {
      writeFileSync(join(folder, 'rolig.md'), '# Rolig')
      await until(() => changed().includes('rolig.md'))
      expect(changed()).not.toContain('logg.md')
    } finally {
      clearInterval(writing)
    }
  })

  it('tells again of what could not be taken', async () => {
    let calls = 0
    await start({
      onChange: (change) => {
        if (++calls === 1) throw new Error('full disk')
        changes.push(change)
      },
    })
    writeFileSync(join(folder, 'nytt.md'), '# Nytt')
    await until(() => changed().includes('nytt.md'))
    expect(calls).toBe(2)
  })

  it('says nothing when nothing changes, and nothing after it was closed', async () => {
    await start({ pollMs: 100 })
    await sleep(500)
    expect(changes).toEqual([])
    await watched?.close()
    writeFileSync(join(folder, 'nytt.md'), '# Nytt')
    await sleep(500)
    expect(changes).toEqual([])
  })

  it('is refused when it is not there', async () => {
    const missing = watchFolder(join(folder, 'borte'), { onChange: () => undefined, onError: () => undefined })
    await expect(missing).rejects.toThrow(Refused)
  })
})
