import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openAt, STARTED_AT_MS, temporaryFolder } from '../store/sqlite/temporary-store.ts'
import { isLongForm } from './kill-loop.ts'

const PROCESSES = 8
const KEYS = 50
const ROUNDS = isLongForm ? 20 : 1
const child = fileURLToPath(new URL('./claim-activities.ts', import.meta.url))

const claimAll = (file: string): Promise<string[]> =>
  new Promise((resolve, reject) => {
    const claimer = spawn(process.execPath, [child, file, String(KEYS)], { stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    claimer.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString()
    })
    claimer.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString()
    })
    claimer.on('close', (code) => (code === 0 ? resolve(JSON.parse(stdout) as string[]) : reject(new Error(stderr))))
  })

// FAULTS F7 and F14
describe('the ledger of activities', () => {
  const folder = temporaryFolder()

  it('grants each key once to processes that make and open the store together', async () => {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const file = join(folder, `round-${round}.sqlite`)
      const won = await Promise.all(Array.from({ length: PROCESSES }, () => claimAll(file)))
      expect(won.flat().sort()).toEqual(Array.from({ length: KEYS }, (_, index) => `activity-${index + 1}`).sort())
    }
  }, 300_000)

  it('remembers a claim after a restart', () => {
    const file = join(folder, 'restart.sqlite')
    const before = openAt(file)
    expect(before.activities.claim('a', STARTED_AT_MS)).toBe(true)
    before.close()
    const after = openAt(file)
    expect(after.activities.claim('a', STARTED_AT_MS + 60_000)).toBe(false)
    after.close()
  })
})
