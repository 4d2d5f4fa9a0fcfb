import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createReaderPool, type ReaderPool } from '../../../src/ingest/isolation/reader-pool.ts'
import { readFileBytes } from '../../../src/ingest/read-file.ts'

const root = join(import.meta.dirname, '../../..')
const sample = (name: string): string => join(root, 'documents', name)
const PDF = 'fellesradet-2023-03-15-referat.pdf'
const text = (value: string): Uint8Array => new TextEncoder().encode(value)
/** Keeps a reader busy for some ten seconds. */
const SLOW = text(`<html><body>${'<div><b>'.repeat(80_000)}${'<i></b>'.repeat(80_000)}Vedtak</body></html>`)

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return !readFileSync(`/proc/${pid}/stat`, 'latin1').includes(') Z ')
  } catch {
    return false
  }
}
async function until(isDone: () => boolean, withinMs: number): Promise<void> {
  const startMs = performance.now()
  while (!isDone()) {
    if (performance.now() - startMs > withinMs) throw new Error(`not within ${withinMs} ms`)
    await sleep(20)
  }
}

describe('reading in another process', () => {
  let pool: ReaderPool | undefined
  afterEach(() => pool?.close())

  it('gives what reading in this process gives, from bytes and from a path', async () => {
    pool = createReaderPool()
    const bytes = readFileSync(sample(PDF))
    const here = await readFileBytes(bytes, PDF)
    expect(await pool.readIsolated(bytes, PDF)).toEqual(here)
    expect(await pool.readIsolated(sample(PDF), PDF)).toEqual(here)
    const parsed = await pool.parseIsolated(bytes, PDF)
    expect('code' in parsed ? parsed.code : parsed.pageCount).toBe(2)
  })

  it('starts no process before there is a file, and uses one for many', async () => {
    pool = createReaderPool()
    expect(pool.pids()).toEqual([])
    await pool.readIsolated(text('Vedtak'), 'a.txt')
    const [first] = pool.pids()
    await Promise.all(['a', 'b', 'c'].map((name) => pool?.readIsolated(text(name), `${name}.txt`)))
    expect(pool.pids()).toEqual([first])
  })

  it('ends a file that takes too long, and reads the next', async () => {
    pool = createReaderPool({ limits: { timeoutMs: 1500 } })
    const startMs = performance.now()
    expect(await pool.readIsolated(SLOW, 'a.html')).toMatchObject({ code: 'took-too-long' })
    expect(performance.now() - startMs).toBeLessThan(3000)
    expect(await pool.readIsolated(text('Vedtak'), 'b.txt')).toMatchObject({ format: 'text' })
  })

  it('ends a file that takes too much memory, inside the heap and outside it', async () => {
    const many = text('Vedtak: a\n1.1.1 Til stede: b,\n'.repeat(400_000))
    pool = createReaderPool({ limits: { heapMb: 60, residentMb: 4000 } })
    expect(await pool.readIsolated(many, 'a.txt')).toMatchObject({ code: 'too-much-memory' })
    pool.close()
    pool = createReaderPool({ limits: { heapMb: 4000, residentMb: 160 } })
    expect(await pool.readIsolated(many, 'a.txt')).toMatchObject({ code: 'too-much-memory' })
    expect(await pool.readIsolated(text('Vedtak'), 'b.txt')).toMatchObject({ format: 'text' })
  })

  it('does not try a failed file again and again', async () => {
    pool = createReaderPool({ limits: { timeoutMs: 2000 } })
    const times: number[] = []
    for (let attempt = 0; attempt < 4; attempt++) {
      const startMs = performance.now()
      expect(await pool.readIsolated(SLOW, 'a.html')).toMatchObject({ code: 'took-too-long' })
      times.push(performance.now() - startMs)
    }
    expect(Math.min(...times.slice(0, 3))).toBeGreaterThan(1900)
    expect(times[3]).toBeLessThan(200)
    // Other content is read, whatever its name.
    expect(await pool.readIsolated(text('<html>Vedtak</html>'), 'a.html')).toMatchObject({ format: 'html' })
  })

  it('names a file that cannot be opened or is too large', async () => {
    pool = createReaderPool()
    expect(await pool.readIsolated(sample('borte.pdf'), 'borte.pdf')).toMatchObject({ code: 'unreadable' })
    expect(await pool.readIsolated(new Uint8Array(51 * 1024 * 1024), 'a.pdf')).toMatchObject({ code: 'too-large' })
  })

  it('refuses what is asked when it is closed, and leaves no process', async () => {
    pool = createReaderPool()
    await pool.readIsolated(text('Vedtak'), 'a.txt')
    const [pid = 0] = pool.pids()
    const slow = pool.readIsolated(SLOW, 'a.html')
    const waiting = pool.readIsolated(text('Vedtak'), 'b.txt')
    const refused = [slow, waiting].map((asked) => expect(asked).rejects.toMatchObject({ code: 'reader-closed' }))
    await sleep(50)
    pool.close()
    await Promise.all(refused)
    await until(() => !isAlive(pid), 2000)
  })

  it('leaves no process when the one that started it is killed with -9, even in the middle of a file', async () => {
    const script = `
      import { createReaderPool } from ${JSON.stringify(join(root, 'src/ingest/isolation/reader-pool.ts'))}
      const pool = createReaderPool()
      await pool.readIsolated(Buffer.from('Vedtak'), 'a.txt')
      console.log(pool.pids()[0])
      await pool.readIsolated(Buffer.from('<html><body>' + '<div><b>'.repeat(80000) + '<i></b>'.repeat(80000) + 'x'), 'a.html')`
    const parent = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const pid = await new Promise<number>((resolve) => parent.stdout.once('data', (data) => resolve(Number(data))))
    await sleep(500)
    expect(isAlive(pid)).toBe(true)
    parent.kill('SIGKILL')
    await until(() => !isAlive(pid), 3000)
  })

  it('keeps nobody alive who has nothing left to do', async () => {
    const script = `
      import { createReaderPool } from ${JSON.stringify(join(root, 'src/ingest/isolation/reader-pool.ts'))}
      await createReaderPool().readIsolated(Buffer.from('Vedtak'), 'a.txt')`
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], { stdio: 'ignore' })
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0)
  })
})
