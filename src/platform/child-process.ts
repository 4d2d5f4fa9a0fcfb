import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

export interface OwnedProcess {
  readonly pid: number
  /** Settles when it has ended, with its exit code or the signal that ended it. Never rejects. */
  readonly ended: Promise<number | string>
  /** Asks it to end, and after 2 s makes it. Settles when it has ended; may be called again. */
  stop(): Promise<void>
}

export interface OwnedProcessOptions {
  readonly folder: string
  /** The whole environment of the child: nothing of ours is handed on, so that no secret is. */
  readonly env: Readonly<Record<string, string>>
  /** A line of its standard output or error. */
  readonly onLine: (line: string) => void
}

const STOP_TIMEOUT_MS = 2000
/** What a program needs to find its libraries and its home; none of it is a setting of ours. */
const PASSED_ON = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'LANG', 'SystemRoot', 'USERPROFILE', 'APPDATA']
const GUARD = pathToFileURL(join(import.meta.dirname, 'child-guard.ts')).href

/**
 * Runs a script on our Node. It can serve and call this machine only, and it ends when we end, also by kill -9.
 * @throws the system's error when it cannot be started
 */
export async function startOwnedScript(
  script: string,
  args: readonly string[],
  { folder, env, onLine }: OwnedProcessOptions,
): Promise<OwnedProcess> {
  const passedOn = PASSED_ON.flatMap((name) => (process.env[name] ? [[name, process.env[name]] as const] : []))
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', GUARD, script, ...args], {
    cwd: folder,
    env: { ...Object.fromEntries(passedOn), ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    windowsHide: true,
  })
  const ended = new Promise<number | string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? code ?? 0))
    child.once('error', () => child.pid === undefined && resolve('not started'))
  })
  await new Promise((resolve, reject) => child.once('spawn', () => resolve(undefined)).once('error', reject))
  child.on('error', () => undefined)
  for (const output of [child.stdout, child.stderr]) if (output) createInterface({ input: output }).on('line', onLine)

  const killAtExit = (): boolean => child.kill('SIGKILL')
  process.once('exit', killAtExit)
  void ended.then(() => process.off('exit', killAtExit))
  return {
    pid: child.pid ?? 0,
    ended,
    async stop() {
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS)
      await ended
      clearTimeout(timer)
    },
  }
}
