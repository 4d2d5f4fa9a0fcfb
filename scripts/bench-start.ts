/**
 * How long a fresh `rakel serve` takes over the sample documents, with a warm store and compile cache: from the start of
 * the process to listening, and to ready. `npm run bench:start`. Prints one JSON line last, in ms.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const RUNS = 7
const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'rakel-start-'))

interface Start {
  readonly listeningMs: number
  readonly readyMs: number
}

function start(): Promise<Start> {
  const startedMs = performance.now()
  const child = spawn(process.execPath, [join(root, 'bin', 'rakel.mjs'), 'serve', '--data', folder], {
    cwd: folder,
    env: {
      ...process.env,
      PORT: '0',
      PLAYGROUND: 'off',
      LOG_LEVEL: 'warn',
      RAKEL_DOCUMENTS: join(root, 'documents'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  let listeningMs = Number.NaN
  let readyMs = Number.NaN
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
    const nowMs = performance.now() - startedMs
    if (Number.isNaN(listeningMs) && said.includes('Rakel listens')) listeningMs = nowMs
    if (Number.isNaN(readyMs) && said.includes('Ready.')) {
      readyMs = nowMs
      child.kill('SIGTERM')
    }
  })
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', (code) =>
      code === 0 && !Number.isNaN(readyMs)
        ? done({ listeningMs, readyMs })
        : fail(new Error(`rakel serve ended with ${code}: ${said}`)),
    )
  })
}

const median = (values: readonly number[]): number =>
  Math.round([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN)

try {
  const { readyMs: firstReadyMs } = await start()
  const runs: Start[] = []
  for (let run = 0; run < RUNS; run += 1) runs.push(await start())
  console.log(
    JSON.stringify({
      runs: RUNS,
      listeningMs: median(runs.map((run) => run.listeningMs)),
      readyMs: median(runs.map((run) => run.readyMs)),
      slowestReadyMs: Math.round(Math.max(...runs.map((run) => run.readyMs))),
      firstReadyMs: Math.round(firstReadyMs),
    }),
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
