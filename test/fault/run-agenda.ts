/**
 * Child of the agenda's fault tests: opens a store, ticks until every slot has a fate, and ends. Argument: JSON.
 * `killAt`: kills itself with SIGKILL at that point, counted over everything it asks of the store and the channel.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { FullOutbox } from '../../src/agenda/agenda-parts.ts'
import { createAgendaRunner } from '../../src/agenda/run-agenda.ts'
import { tenantId } from '../../src/domain/ids.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { silentLog } from '../../src/platform/log.ts'
import { openStore } from '../../src/store/sqlite/open-store.ts'
import { createSendPace } from '../../src/teams/send-pace.ts'
import { sleep } from '../../src/teams/sleep.ts'
import { meetingsFrom, noPromises, noticed, productChannels } from './agenda-world.ts'

/** Around the send, where a kill hurts most; all other points have a number only. */
export type KillPoint = 'claimed' | 'leaving' | 'left' | 'left-late' | 'after-send' | 'recorded'

export interface RunAgenda {
  readonly file: string
  readonly url: string
  readonly sendTimeoutMs: number
  readonly visibilityLagMs: number
  /** How many slots there are in all: one set-up each, all due. */
  readonly slots: number
  readonly killAt?: number | KillPoint
  /** Ends unkilled after this time, whatever is open. */
  readonly lifeMs?: number
}

const options = JSON.parse(process.argv[2] ?? '{}') as RunAgenda
const tenant = tenantId('local')
const store = openStore({ file: options.file, clock: systemClock, analyse: () => [] })
const { setups, orders, outbox } = store.agenda

let points = 0
const around = (name?: KillPoint): void => {
  points += 1
  if (options.killAt !== undefined && [points, name].includes(options.killAt)) process.kill(process.pid, 'SIGKILL')
}
const AFTER: Readonly<Record<string, KillPoint>> = { claim: 'claimed', claimAgain: 'claimed', record: 'recorded' }
/** Before and after every change of the store: a kill there is a kill between two commits. */
const counted: FullOutbox = Object.fromEntries(
  Object.entries(outbox).map(([name, method]) => [
    name,
    name === 'list'
      ? method
      : (...args: unknown[]) => {
          around()
          const result: unknown = (method as (...all: unknown[]) => unknown)(...args)
          around(AFTER[name])
          return result
        },
  ]),
) as unknown as FullOutbox

const { channel, reader } = productChannels({
  ...options,
  conversations: store.conversations,
  clock: systemClock,
  pace: createSendPace(systemClock, sleep),
})
/** How long ago the request left: on its way, arrived, or waiting for a late answer. */
const LEFT_FOR_MS: readonly (readonly [point: KillPoint, ms: number])[] = [
  ['leaving', 0],
  ['left', 5],
  ['left-late', 40],
]

const reported: string[] = []
const runner = createAgendaRunner({
  tenant,
  setups: { ...setups, list: (of) => setups.list(of).slice(0, options.slots) },
  orders,
  outbox: counted,
  meetings: meetingsFrom(() => [noticed({ date: comingDay() })]),
  promises: noPromises,
  zone: 'Europe/Oslo',
  channel: {
    ...channel,
    async post(to, post, mayStart) {
      around()
      const outcome = await channel.post(to, post, () => {
        const may = mayStart()
        if (may) for (const [point, ms] of LEFT_FOR_MS) setTimeout(around, ms, point)
        return may
      })
      around('after-send')
      return outcome
    },
  },
  reader: {
    async find(where, marker) {
      around()
      const found = await reader.find(where, marker)
      around()
      return found
    },
  },
  notify: async ({ key }) => {
    around()
    reported.push(key)
  },
  clock: systemClock,
  elapsedMs: () => performance.now(),
  log: silentLog,
  holder: `${process.pid}-${Math.random()}`,
  timing: {
    sendTimeoutMs: options.sendTimeoutMs,
    startWithinMs: 200,
    visibilityLagMs: options.visibilityLagMs,
    goneAfterMs: 3_600_000,
    firstWaitMs: 100,
  },
})

/** The one meeting that every test run is about: tomorrow, so that it is always to come. */
function comingDay(): ReturnType<typeof noticed>['date'] {
  return new Date(systemClock.nowMs() + 2 * 86_400_000).toISOString().slice(0, 10) as ReturnType<typeof noticed>['date']
}

const startedMs = performance.now()
const isOver = (): boolean => {
  const records = outbox.list(tenant)
  const settled = records.filter(({ state }) => state === 'posted' || state === 'uncertain' || state === 'failed')
  return (
    settled.length >= options.slots && settled.every(({ state, reportedAtMs }) => state === 'posted' || reportedAtMs)
  )
}
while (!isOver() && performance.now() - startedMs < (options.lifeMs ?? 60_000)) {
  await runner.tick()
  await pause(20)
}
store.close()
process.stdout.write(JSON.stringify({ points, reported }))
