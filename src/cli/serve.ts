import type { Config } from '../config.ts'
import { serve } from '../index.ts'
import { systemClock } from '../platform/clock.ts'
import { createLog } from '../platform/log.ts'
import { print, reportLines, showProgress } from './terminal.ts'

/** Runs until it is told to stop. */
export async function runServe(config: Config): Promise<never> {
  const stop = new AbortController()
  const stopped = new Promise<void>((resolveStop) => stop.signal.addEventListener('abort', () => resolveStop()))
  // Not `once`: npm and an older Node hand on a Ctrl-C that the terminal sent us already, and the second must not kill.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort())
  const log = createLog((line) => process.stderr.write(line), systemClock, config.logLevel)
  const running = await serve(
    config,
    log,
    {
      onProgress: showProgress,
      onListening(url) {
        print(`Rakel listens on ${url}`)
        if (config.clockStartMs !== undefined)
          print(`The clock was moved: it started at ${new Date(config.clockStartMs).toISOString()}.`)
        if (!config.bot)
          print('No bot credentials are configured: only this machine is served, and nobody is authenticated.')
      },
      onIndexed(report) {
        print(`${config.documentsFolder}: ${reportLines(report).join('\n')}`)
      },
      onPlaygroundRefused(reason) {
        print(`No chat in the browser: ${reason}`)
      },
      onPlayground(url) {
        print(`Chat in the browser: ${url}`)
      },
    },
    stop.signal,
  )
  if (!stop.signal.aborted) print('Ready. Ctrl-C stops.')
  await stopped
  print('Stopping …')
  await running.close()
  // At once: a Node that ends by itself lets go of its signals first, and a Ctrl-C handed on late would kill it then.
  process.exit(0)
}
