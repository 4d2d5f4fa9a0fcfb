import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Config, readConfig } from '../src/config.ts'
import { operatorOf } from '../src/domain/asker.ts'
import { Refused } from '../src/domain/errors.ts'
import { tenantId } from '../src/domain/ids.ts'
import { openRakel, type ServeReporter, serve } from '../src/index.ts'
import { silentLog } from '../src/platform/log.ts'

const documents = resolve(import.meta.dirname, '../documents')
const tenant = tenantId('local')
const folder = mkdtempSync(join(tmpdir(), 'rakel-index-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const configOf = (env: Record<string, string>): Config =>
  readConfig({ PORT: '0', PLAYGROUND: 'off', RAKEL_DOCUMENTS: documents, ...env }, folder)

function recorder(): ServeReporter & { readonly said: string[] } {
  const said: string[] = []
  return {
    said,
    onProgress: () => undefined,
    onListening: (url) => said.push(`listening ${url}`),
    onIndexed: (report) => said.push(`indexed ${report.indexed}`),
    onPlaygroundRefused: (reason) => said.push(`refused ${reason}`),
    onPlayground: (url) => said.push(`playground ${url}`),
  }
}

describe('openRakel', () => {
  it('holds the same content whichever folder the documents lie in and however often they are read', async () => {
    const copy = join(folder, 'copy')
    cpSync(documents, copy, { recursive: true, preserveTimestamps: true })
    const first = openRakel({ dataFolder: join(folder, 'first'), tenant })
    const second = openRakel({ dataFolder: join(folder, 'second'), tenant })
    try {
      await first.index(documents)
      await second.index(copy)
      const digest = first.store.contentDigest(tenant)
      expect(second.store.contentDigest(tenant)).toBe(digest)
      expect(await first.index(documents)).toMatchObject({
        indexed: 0,
        unchanged: 14,
        moved: 0,
        removed: 0,
        failed: [],
      })
      await first.index(documents, { isForced: true })
      expect(first.store.contentDigest(tenant)).toBe(digest)
    } finally {
      first.close()
      second.close()
    }
  })

  it('answers what another process has read, and nothing of another tenant', async () => {
    const question = 'Hva ble vedtatt i sak 2024/M3-005?'
    const rakel = openRakel({ dataFolder: join(folder, 'first'), tenant })
    try {
      expect(await rakel.answer(question, operatorOf(tenant))).toMatchObject({ outcome: 'answered' })
      expect(await rakel.answer(question, operatorOf(tenantId('nabo')))).toMatchObject({
        outcome: 'abstained',
        citations: [],
      })
    } finally {
      rakel.close()
    }
  })

  it('stops between two files when told to, keeps what it has and forgets nothing', async () => {
    const rakel = openRakel({ dataFolder: join(folder, 'stopped'), tenant })
    try {
      const stop = new AbortController()
      const report = await rakel.index(documents, {
        stop: stop.signal,
        onProgress: ({ done }) => done === 3 && stop.abort(),
      })
      expect(report).toMatchObject({ indexed: 4, removed: 0 })
      expect(await rakel.index(documents)).toMatchObject({ indexed: 10, unchanged: 4 })
    } finally {
      rakel.close()
    }
  })
})

describe('serve', () => {
  it('listens first, then reads, and starts no browser client when that is off', async () => {
    const reporter = recorder()
    const running = await serve(configOf({ RAKEL_DATA: 'serve' }), silentLog, reporter)
    expect(reporter.said).toEqual([expect.stringMatching(/^listening http:\/\/127\.0\.0\.1:\d+$/), 'indexed 14'])
    const url = reporter.said[0]?.slice('listening '.length)
    const health = await fetch(`${url}/healthz`)
    await health.text()
    expect(health.status).toBe(200)
    await running.close()
    await expect(fetch(`${url}/healthz`)).rejects.toThrow()
  })

  it('leaves nothing running when its port is in use, and the store can be opened again', async () => {
    const holder = createServer()
    await new Promise<void>((done) => holder.listen(0, '127.0.0.1', done))
    const address = holder.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const reporter = recorder()
    const config = configOf({ PORT: String(port), RAKEL_DATA: 'taken' })
    await expect(serve(config, silentLog, reporter)).rejects.toMatchObject({ code: 'port-in-use' })
    expect(reporter.said).toEqual([])
    await new Promise((done) => holder.close(done))
    await (await serve(config, silentLog, reporter)).close()
    expect(reporter.said).toHaveLength(2)
  })

  it('refuses a documents folder that is not there before it listens', async () => {
    const reporter = recorder()
    const serving = serve(configOf({ RAKEL_DOCUMENTS: 'nowhere', RAKEL_DATA: 'none' }), silentLog, reporter)
    await expect(serving).rejects.toBeInstanceOf(Refused)
    expect(reporter.said).toEqual([])
  })
})
