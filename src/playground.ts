import { existsSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { Refused } from './domain/errors.ts'
import { startOwnedScript } from './platform/child-process.ts'
import type { Log } from './platform/log.ts'

/** The Microsoft 365 Agents Playground: a Teams-like client in the browser, for trying the bot without Teams. */
export interface Playground {
  readonly url: string
  close(): Promise<void>
}

export interface PlaygroundOptions {
  /** Another free one is taken when it is in use; 0 takes any. */
  readonly port: number
  /** The bot's `http://127.0.0.1:…/api/messages`. */
  readonly botEndpoint: string
  /** For its log and recording; made when missing. */
  readonly workFolder: string
  readonly log: Log
  /** Records every activity in the work folder. */
  readonly recordActivities?: boolean
  /** People and rooms; those of the checkout when absent. */
  readonly peopleFile?: string
}

const PEOPLE_FILE = join(import.meta.dirname, '..', '.m365agentsplayground.yml')
const READY_TIMEOUT_MS = 20_000
const POLL_MS = 50

/** @returns undefined where the package is not installed: it is licensed for evaluation and left out of production */
function findCli(): string | undefined {
  try {
    const cli = join(
      dirname(createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json')),
      'cli.js',
    )
    return existsSync(cli) ? cli : undefined
  } catch {
    return undefined
  }
}

/** It takes a random port by itself when its own is in use, but then names the wrong one to the bot. */
function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => (wanted === 0 ? reject(error) : resolve(freePort(0))))
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : wanted))
    })
  })
}

/** Answers only once its people file is read; the page itself is served before. */
async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/_debug/ping`, { signal: AbortSignal.timeout(1000) })
    await answer.body?.cancel()
    return answer.ok
  } catch {
    return false
  }
}

/**
 * Starts the playground and waits until it answers. It serves and calls this machine only, sends no telemetry, opens no
 * browser, and ends with us, however we end.
 * @returns undefined when it is not installed
 * @throws Refused `playground-failed` when it ends or stays silent; it is then stopped
 */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground | undefined> {
  const { botEndpoint, workFolder, log } = options
  const cli = findCli()
  if (!cli) return undefined
  mkdirSync(workFolder, { recursive: true })
  const logFile = join(workFolder, 'playground.log')
  const port = await freePort(options.port)
  const url = `http://127.0.0.1:${port}`
  const args = ['start', '--disable-telemetry', '--port', String(port), '--service-url', `${url}/_connector`]
  const child = await startOwnedScript(cli, options.recordActivities ? [...args, '--enable-events-recording'] : args, {
    folder: workFolder,
    env: {
      BOT_ENDPOINT: botEndpoint,
      DEFAULT_CHANNEL_ID: 'msteams',
      BROWSER: 'none',
      TEAMSAPPTESTER_BROWSER: 'none',
      // Its telemetry library reports on itself even when telemetry is off.
      APPLICATION_INSIGHTS_NO_STATSBEAT: 'true',
      M365_AGENTS_PLAYGROUND_LOGFILE: logFile,
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: options.peopleFile ?? PEOPLE_FILE,
    },
    onLine: (line) => log.debug('playground.line', { line }),
  })
  let hasEnded = false
  let isClosing = false
  void child.ended.then((how) => {
    hasEnded = true
    if (!isClosing) log.warn('playground.ended', { how: String(how) })
  })
  const close = async (): Promise<void> => {
    isClosing = true
    await child.stop()
  }
  for (let waitedMs = 0; !hasEnded && waitedMs < READY_TIMEOUT_MS; waitedMs += POLL_MS) {
    if (await isReady(url)) {
      log.debug('playground.started', { url, pid: child.pid })
      return { url, close }
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
  const why = hasEnded ? 'ended at once' : 'does not answer'
  await close()
  throw new Refused('playground-failed', `The Agents Playground ${why}; ${logFile} may say why.`)
}
