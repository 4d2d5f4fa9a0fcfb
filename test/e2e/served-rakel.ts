import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** `rakel serve` as a user starts it: a process of its own, on free ports, with the sample documents and a new store. */
export interface ServedRakel {
  readonly botUrl: string
  readonly playgroundUrl: string
  /** All it has printed so far. */
  readonly output: () => string
  /** Ctrl-C. @returns how it ended: its exit code, or the signal that was needed */
  readonly stop: () => Promise<number | string>
}

const root = join(import.meta.dirname, '..', '..')
const START_TIMEOUT_MS = 20_000
const STOP_TIMEOUT_MS = 10_000

/** @param settings on top of the usual ones */
export async function serveRakel(settings: Readonly<Record<string, string>> = {}): Promise<ServedRakel> {
  const folder = mkdtempSync(join(tmpdir(), 'rakel-e2e-'))
  mkdirSync(join(folder, 'home'))
  const child = spawn(process.execPath, [join(root, 'bin', 'rakel.mjs'), 'serve'], {
    // Not the checkout, whose .env may name a real bot.
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      HOME: join(folder, 'home'),
      RAKEL_DOCUMENTS: join(root, 'documents'),
      RAKEL_DATA: join(folder, 'data'),
      PORT: '0',
      PLAYGROUND_PORT: '0',
      ...settings,
    },
  })
  const killAtExit = (): boolean => child.kill('SIGKILL')
  process.once('exit', killAtExit)
  let output = ''
  const ended = new Promise<number | string>((resolve) =>
    child.once('exit', (code, signal) => resolve(signal ?? code ?? 0)),
  )
  const stop = async (): Promise<number | string> => {
    child.kill('SIGINT')
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS)
    const how = await ended
    clearTimeout(timer)
    process.off('exit', killAtExit)
    rmSync(folder, { recursive: true, force: true })
    return how
  }
  const isReady = new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), START_TIMEOUT_MS)
    void ended.then(() => resolve(false))
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (part: string) => {
        output += part
        if (/^Ready\./m.test(output)) resolve(true)
      })
    void ended.finally(() => clearTimeout(timer))
  })
  if (await isReady) {
    const botUrl = /^Rakel listens on (\S+)$/m.exec(output)?.[1]
    const playgroundUrl = /^Chat in the browser: (\S+)$/m.exec(output)?.[1]
    if (botUrl && playgroundUrl) return { botUrl, playgroundUrl, output: () => output, stop }
  }
  await stop()
  throw new Error(`rakel serve did not start:\n${output}`)
}
