import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DEFAULT_TIMING } from './agenda/agenda-parts.ts'
import { createAgendaRunner } from './agenda/run-agenda.ts'
import { type Answerer, createAnswerer } from './answer/create-answerer.ts'
import type { Config } from './config.ts'
import type { AnswerQuestion } from './domain/answer.ts'
import { Refused } from './domain/errors.ts'
import type { TenantId } from './domain/ids.ts'
import { type IndexOptions, type IndexReport, indexFiles } from './ingest/index-files.ts'
import { createReaderPool } from './ingest/isolation/reader-pool.ts'
import { type Clock, movedClock, systemClock } from './platform/clock.ts'
import type { Log } from './platform/log.ts'
import { repeat } from './platform/repeat.ts'
import { analyse } from './search/analyse.ts'
import { createFindPassages } from './search/find-passages.ts'
import { openFolder } from './sources/folder-source.ts'
import { watchFolder } from './sources/watch-folder.ts'
import { openStore, type SqliteStore } from './store/sqlite/open-store.ts'

export interface RakelOptions {
  /** Holds rakel.sqlite; made when missing. */
  readonly dataFolder: string
  readonly tenant: TenantId
  readonly clock?: Clock
  /** Where the clock starts, for trying out; undefined: where it stands. */
  readonly clockStartMs?: number | undefined
}

/** Everything but the Teams edge: what the command line and the server share. */
export interface Rakel {
  readonly clock: Clock
  readonly store: SqliteStore
  readonly answer: AnswerQuestion
  /** How an answer came about; for the operator. */
  readonly explain: Answerer['explain']
  /** @throws Refused `no-such-folder` */
  index(path: string, options?: Omit<IndexOptions, 'tenant'>): Promise<IndexReport>
  close(): void
}

/** @throws Refused `data-folder` when the folder can neither be found nor made; and what `openStore` throws */
export function openRakel(options: RakelOptions): Rakel {
  const { dataFolder, tenant, clockStartMs } = options
  const given = options.clock ?? systemClock
  const clock = clockStartMs === undefined ? given : movedClock(given, clockStartMs)
  try {
    mkdirSync(dataFolder, { recursive: true })
  } catch (error) {
    throw new Refused('data-folder', `The data folder ${dataFolder} can neither be found nor made.`, { cause: error })
  }
  const store = openStore({ file: join(dataFolder, 'rakel.sqlite'), clock, analyse })
  // Started at the first file: a start without new files starts no process.
  const readers = createReaderPool({ ocr: true })
  const findPassages = createFindPassages(store.passages)
  const answerer = createAnswerer({ register: store.register, findPassages, clock })
  return {
    clock,
    store,
    answer: answerer.answer,
    explain: answerer.explain,
    index: async (path, options = {}) =>
      indexFiles(await openFolder(path), store.documents, { tenant, parse: readers.parseIsolated, ...options }),
    close() {
      readers.close()
      store.close()
    },
  }
}

/** Whose clocks posts go by, and how often it is looked whether one is due. */
export const ZONE = 'Europe/Oslo'
const TICK_MS = 30_000
const TICK_END_MS = 12_000

/** What agenda posts are planned from. */
export const agendaSources = ({ store }: Rakel, { tenant }: Pick<Config, 'tenant'>) => ({
  tenant,
  zone: ZONE,
  ...store.agenda,
})

export interface ServeReporter {
  readonly onProgress: NonNullable<IndexOptions['onProgress']>
  onListening(url: string): void
  onIndexed(report: IndexReport): void
  onPlayground(url: string): void
  /** Why there is no chat in the browser; the rest runs. */
  onPlaygroundRefused(reason: string): void
}

export interface RunningRakel {
  /** Stops taking questions, finishes those taken on, closes the store. */
  close(): Promise<void>
}

/**
 * Listens, reads the documents, and where no credentials are configured starts the browser client.
 * @param stop ends the reading early; the caller then closes what it gets
 * @throws Refused for a missing documents folder, a port in use, an unusable store; nothing is left running
 */
export async function serve(
  config: Config,
  log: Log,
  reporter: ServeReporter,
  stop?: AbortSignal,
): Promise<RunningRakel> {
  await openFolder(config.documentsFolder)
  const rakel = openRakel(config)
  const { clock } = rakel
  const { activities, conversations } = rakel.store
  const sources = agendaSources(rakel, config)
  let wake = (): void => undefined
  const stops: (() => Promise<void>)[] = []
  const close = async (): Promise<void> => {
    for (const stop of stops.reverse()) await stop()
    rakel.close()
  }
  try {
    const { startTeamsServer } = await import('./teams/start-teams-server.ts')
    const server = await startTeamsServer({
      config,
      answer: rakel.answer,
      activities,
      conversations,
      clock,
      log,
      agenda: {
        ...sources,
        adminConversation: config.adminConversation,
        managers: config.agendaManagers,
        wake: () => wake(),
      },
      publicUrl: config.publicUrl,
    })
    stops.push(() => server.close())
    const agenda = createAgendaRunner({
      ...sources,
      ...server.channels,
      clock,
      elapsedMs: () => performance.now(),
      log,
      holder: randomUUID(),
      timing: DEFAULT_TIMING,
    })
    reporter.onListening(server.url)
    const { onProgress } = reporter
    const readFolder = () => rakel.index(config.documentsFolder, { onProgress, ...(stop && { stop }) })
    reporter.onIndexed(await readFolder())
    // Not before the documents are read: a notice that is not read yet must not look withdrawn.
    const ticks = repeat(agenda.tick, TICK_MS, (error) => log.error('agenda.tick-failed', { cause: String(error) }))
    stops.push(() => ticks.close(TICK_END_MS))
    wake = ticks.wake
    wake()
    const watch = await watchFolder(config.documentsFolder, {
      onChange: async () => {
        reporter.onIndexed(await readFolder())
        wake()
      },
      onError: (error) => log.error('documents.watch', { error: error instanceof Error ? error.name : typeof error }),
    })
    stops.push(() => watch.close())
    if (config.playground && !stop?.aborted) {
      const { startPlayground } = await import('./playground.ts')
      const playground = await startPlayground({
        port: config.playgroundPort,
        botEndpoint: `${server.url}/api/messages`,
        workFolder: config.dataFolder,
        log,
      }).catch((error: unknown) => {
        // The chat in the browser is for trying: without it Rakel still serves.
        if (!(error instanceof Refused)) throw error
        reporter.onPlaygroundRefused(error.message)
        return undefined
      })
      if (playground) {
        stops.push(() => playground.close())
        reporter.onPlayground(playground.url)
      }
    }
  } catch (error) {
    await close()
    throw error
  }
  return { close }
}
