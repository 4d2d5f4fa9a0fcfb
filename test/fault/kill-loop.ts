import { type ChildProcess, spawn } from 'node:child_process'
import { seededRandom } from '../store/generated-document.ts'

export interface KillLoop {
  /** Program and arguments; started anew after every kill. */
  readonly command: readonly [program: string, ...args: string[]]
  readonly env?: Readonly<Record<string, string>>
  /** How many times the child is killed before it may run to its end. */
  readonly kills: number
  /** The same seed kills at the same delays. */
  readonly seed: number
  /** Whether the work is done; looked at after every kill, with no child running. May throw to fail the loop. */
  isDone(): boolean
  /** The shortest and longest life of a child that is killed. The delays are spread evenly between. */
  readonly lifeMs: readonly [shortest: number, longest: number]
  /** Makes undone what was done, so that there is more to kill. Called when the work was done before the last kill. */
  startOver?(): void
}

export interface KillReport {
  /** Children that SIGKILL ended while they worked. */
  readonly killed: number
  /** Children that ended by themselves before their kill. */
  readonly finished: number
  /** Of the last run, which nobody killed. */
  readonly lastRunMs: number
}

interface Ending {
  readonly code: number | null
  readonly signal: string | null
  readonly stderr: string
}

function run({ command, env }: Pick<KillLoop, 'command' | 'env'>): { child: ChildProcess; ended: Promise<Ending> } {
  const [program, ...args] = command
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] })
  let stderr = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString()
  })
  const ended = new Promise<Ending>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code, signal, stderr }))
  })
  return { child, ended }
}

/** How long the command lives when nobody kills it, to choose `lifeMs` by. */
export async function undisturbedMs(what: Pick<KillLoop, 'command' | 'env'>): Promise<number> {
  const startedMs = performance.now()
  const ending = await run(what).ended
  if (ending.code !== 0) throw new Error(`the child ended with ${ending.code ?? ending.signal}: ${ending.stderr}`)
  return performance.now() - startedMs
}

/**
 * Runs a command, kills it with SIGKILL at seeded moments, starts it again, and at last lets it finish.
 * @throws when the child ended by itself with an error, or finished with the work undone
 */
export async function killLoop(loop: KillLoop): Promise<KillReport> {
  const random = seededRandom(loop.seed)
  const [shortest, longest] = loop.lifeMs
  let killed = 0
  let finished = 0
  while (killed < loop.kills) {
    const { child, ended } = run(loop)
    const timer = setTimeout(() => child.kill('SIGKILL'), shortest + random() * (longest - shortest))
    const ending = await ended
    clearTimeout(timer)
    if (ending.signal === 'SIGKILL') killed += 1
    else if (ending.code === 0) finished += 1
    else throw new Error(`the child ended with ${ending.code ?? ending.signal}: ${ending.stderr}`)
    if (finished > 2 * loop.kills + 10) throw new Error('the child finishes before it is killed: choose shorter lives')
    if (loop.isDone() && killed < loop.kills) loop.startOver?.()
  }
  const lastRunMs = await undisturbedMs(loop)
  if (!loop.isDone()) throw new Error('the last run ended well, but the work is not done')
  return { killed, finished, lastRunMs }
}

/** `RAKEL_FAULT=long` runs the long form of the fault tests. */
export const isLongForm = process.env['RAKEL_FAULT'] === 'long'
