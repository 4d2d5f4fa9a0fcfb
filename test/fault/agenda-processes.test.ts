import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { tenantId } from '../../src/domain/ids.ts'
import { startFakeConnector } from '../fake-connector/fake-connector.ts'
import { openAt, temporaryFolder } from '../store/sqlite/temporary-store.ts'
import { channelOf, knownChannel, setupOf } from './agenda-world.ts'
import { isLongForm } from './kill-loop.ts'
import type { RunAgenda } from './run-agenda.ts'

const tenant = tenantId('local')
const child = fileURLToPath(new URL('./run-agenda.ts', import.meta.url))
const PROCESSES = isLongForm ? 20 : 6
const SLOTS = isLongForm ? 50 : 20
const ROUNDS = isLongForm ? 5 : 1

async function run(options: RunAgenda): Promise<void> {
  const running = spawn(process.execPath, [child, JSON.stringify(options)], { stdio: ['ignore', 'ignore', 'pipe'] })
  let stderr = ''
  running.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString()
  })
  const [code] = (await once(running, 'close')) as [number | null]
  if (code !== 0) throw new Error(`the child ended with ${code}: ${stderr}`)
}

// FAULTS F7
describe('many processes on one store', () => {
  const folder = temporaryFolder()

  it('post each slot once', async () => {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const startedMs = performance.now()
      // Some are refused as too many: those wait, and are posted once all the same.
      const connector = await startFakeConnector({ rateRetryAfterSeconds: 1 })
      connector.inject(...Array.from({ length: 5 }, () => ({ kind: 'status', status: 429, retryAfter: '1' }) as const))
      try {
        const file = join(folder, `round-${round}.sqlite`)
        const store = openAt(file)
        for (let slot = 0; slot < SLOTS; slot += 1) {
          store.conversations.save(knownChannel(`19:c${slot}@thread.tacv2`, connector.url))
          store.agenda.setups.save(setupOf(`19:c${slot}@thread.tacv2`))
        }
        store.close()
        const options = {
          file,
          url: connector.url,
          sendTimeoutMs: 15_000,
          visibilityLagMs: 0,
          slots: SLOTS,
        }
        await Promise.all(Array.from({ length: PROCESSES }, () => run(options)))
        const after = openAt(file)
        const states = after.agenda.outbox.list(tenant).map(({ state }) => state)
        after.close()
        const channels = connector.delivered().map(channelOf)
        const figures = {
          test: 'agenda-processes',
          processes: PROCESSES,
          slots: SLOTS,
          posts: channels.length,
          channels: new Set(channels).size,
          refusedAsTooMany: connector.requests.filter(({ status }) => status === 429).length,
          seconds: Math.round((performance.now() - startedMs) / 100) / 10,
        }
        process.stderr.write(`${JSON.stringify(figures)}\n`)
        expect(figures).toMatchObject({ posts: SLOTS, channels: SLOTS })
        expect(figures.refusedAsTooMany).toBeGreaterThanOrEqual(5)
        expect(states).toEqual(Array.from({ length: SLOTS }, () => 'posted'))
      } finally {
        await connector.close()
      }
    }
  }, 600_000)
})
