import fc from 'fast-check'
import type { ChannelPost } from '../../src/agenda/ports.ts'
import type { AgendaRunner } from '../../src/agenda/run-agenda.ts'
import type { LocalDate } from '../../src/domain/ids.ts'
import { plusDays } from '../../src/platform/zoned-time.ts'
import { day, noticed } from '../fault/agenda-world.ts'
import { type AgendaBench, startBench, tenant, winter } from './agenda-bench.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const STEP_MS = 10 * MINUTE_MS

let bench: AgendaBench
let posted: { readonly channel: string; readonly atMs: number; readonly title: string }[]
beforeEach(async () => {
  bench = await startBench()
  posted = []
})
afterEach(() => bench.close())

/** A process whose sends are noted with the time its clock shows. */
const processOf = (): AgendaRunner =>
  bench.runner({
    channel: {
      async post(channel: string, { title }: ChannelPost, mayStart) {
        if (mayStart()) posted.push({ channel, atMs: bench.nowMs, title })
        return { is: 'sent', messageId: String(posted.length) }
      },
      update: async (_channel, messageId) => ({ is: 'sent', messageId }),
    },
  })

/** Sets the clock as the hours pass, or as somebody sets it, and lets every process look. */
async function look(atMs: number, runners: readonly AgendaRunner[]): Promise<void> {
  bench.elapsedMs += Math.max(0, atMs - bench.nowMs)
  bench.nowMs = atMs
  for (const runner of runners) await runner.tick()
}

/** The last Sundays of March and October, to 2040. */
const changes: LocalDate[] = Array.from({ length: 15 }, (_, index) => 2026 + index).flatMap((year) =>
  ['03', '10'].map((month) => {
    const last = day(`${year}-${month}-31`)
    return plusDays(last, -new Date(`${last}T00:00:00Z`).getUTCDay())
  }),
)

/** When each time of the day of a change comes, in UTC, for one who looks every ten minutes. The clocks change at 01:00 UTC. */
const COMES_AT = {
  '03': {
    '00:00': '23:00',
    '01:59': '01:00',
    // These are left out that night: the first moment after.
    '02:00': '01:00',
    '02:30': '01:00',
    '02:59': '01:00',
    '03:00': '01:00',
    '08:00': '06:00',
  },
  '10': {
    '00:00': '22:00',
    '01:59': '00:00',
    // These come twice that night: the first pass.
    '02:00': '00:00',
    '02:30': '00:30',
    '02:59': '01:00',
    '03:00': '02:00',
    '08:00': '07:00',
  },
} as const
type Time = keyof (typeof COMES_AT)['03']
const times = Object.keys(COMES_AT['03']) as Time[]

// FAULTS F9
describe('over every clock change to 2040', () => {
  beforeEach(() => {
    for (const time of times)
      bench.setUp({
        channel: `19:${time}@thread.tacv2`,
        rule: { days: 1, counts: 'calendar', time },
        setUpAtMs: winter('2025-12-01 08:00'),
      })
    bench.meetings = changes.map((change) => noticed({ date: plusDays(change, 1) }))
  })

  it('every slot is posted once, at its local hour, by two processes that look every ten minutes', async () => {
    const runners = [processOf(), processOf()]
    const wrong: string[] = []
    for (const change of changes) {
      posted = []
      const eveningMs = Date.parse(`${plusDays(change, -1)}T21:50:00Z`)
      for (let step = 0; step <= 27; step += 1) await look(eveningMs + step * STEP_MS, runners)
      for (let hour = 3; hour <= 8; hour += 1) await look(Date.parse(`${change}T0${hour}:00:00Z`), runners)
      const season = change.slice(5, 7) as keyof typeof COMES_AT
      for (const time of times) {
        const at = posted
          .filter(({ channel }) => channel.includes(time))
          .map(({ atMs }) => new Date(atMs).toISOString())
        const comesAt = COMES_AT[season][time]
        const expected = `${comesAt > '20:00' ? plusDays(change, -1) : change}T${comesAt}:00.000Z`
        if (at.join() !== expected) wrong.push(`${change} ${time}: ${at.join() || 'never'} instead of ${expected}`)
      }
    }
    expect(changes).toHaveLength(30)
    expect(wrong).toEqual([])
    const records = bench.store.outbox.list(tenant)
    expect(records).toHaveLength(30 * times.length)
    expect(records.every(({ state, attempt }) => state === 'posted' && attempt === 1)).toBe(true)
    process.stderr.write(
      `${JSON.stringify({ test: 'agenda-clock-changes', changes: 30, slots: records.length, wrong: wrong.length })}\n`,
    )
  }, 120_000)

  // FAULTS F11
  it('a night that nothing ran is made up for in the morning, once', async () => {
    for (const change of changes) {
      posted = []
      const morningMs = Date.parse(`${change}T07:00:00Z`)
      for (const atMs of [morningMs, morningMs + MINUTE_MS]) await look(atMs, [processOf(), processOf()])
      expect(posted.map(({ channel }) => channel).sort()).toEqual(times.map((time) => `19:${time}@thread.tacv2`))
    }
  }, 60_000)
})

// FAULTS F10
describe('a clock that is set back and forth', () => {
  it('posts no slot twice, and each is posted, or reported as missed', async () => {
    const jump = fc.constantFrom(-2 * HOUR_MS, 2 * HOUR_MS, 24 * HOUR_MS, -24 * HOUR_MS, 30_000, 10 * MINUTE_MS)
    await fc.assert(
      fc.asyncProperty(fc.array(jump, { minLength: 1, maxLength: 25 }), async (jumps) => {
        await bench.close()
        bench = await startBench()
        posted = []
        bench.setUp({ reminder: { days: 1, counts: 'calendar', time: '12:00' } })
        bench.meetings = ['2027-02-10', '2027-02-12'].map((date) => noticed({ date: day(date) }))
        const runners = [processOf(), processOf()]
        let atMs = winter('2027-02-02 08:00')
        for (const by of jumps) {
          atMs += by
          await look(atMs, runners)
        }
        // Put right, and on until both meetings are over.
        for (let hour = 0; hour < 12 * 24; hour += 6) await look(winter('2027-02-02 08:00') + hour * HOUR_MS, runners)
        expect(new Set(posted.map(({ title }) => title)).size).toBe(posted.length)
        for (const { state, code, reportedAtMs, slot } of bench.store.outbox.list(tenant))
          expect(state === 'posted' || (code === 'missed' && (slot.kind === 'reminder' || reportedAtMs))).toBeTruthy()
        const agendas = bench.store.outbox.list(tenant).filter(({ slot }) => slot.kind === 'agenda')
        expect(agendas).toHaveLength(2)
      }),
      { numRuns: 25 },
    )
  }, 120_000)
})
