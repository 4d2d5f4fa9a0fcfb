import type { Clock } from '../platform/clock.ts'
import type { Sleep } from './sleep.ts'

interface Rate {
  readonly sends: number
  readonly windowMs: number
}

/**
 * Teams allows 7 in 1 s, 8 in 2 s, 60 in 30 s and 1800 in 1 h per conversation, and 30 to 50 a second per tenant
 * (documented, "estimation only"). One less of each, because the far side counts arrivals, not departures.
 */
const PER_CONVERSATION: readonly Rate[] = [
  { sends: 6, windowMs: 1_000 },
  { sends: 7, windowMs: 2_000 },
  { sends: 55, windowMs: 30_000 },
  { sends: 1_700, windowMs: 3_600_000 },
]
const IN_ALL: readonly Rate[] = [{ sends: 28, windowMs: 1_000 }]
const MOST_LANES = 5_000

/** Remembers when sends left and says how long the next one must wait. */
class Window {
  readonly #rates: readonly Rate[]
  readonly #longestMs: number
  #sentAtMs: number[] = []

  constructor(rates: readonly Rate[]) {
    this.#rates = rates
    this.#longestMs = Math.max(...rates.map((rate) => rate.windowMs))
  }

  waitMs(nowMs: number): number {
    return Math.max(
      0,
      ...this.#rates.map(({ sends, windowMs }) => {
        const oldest = this.#sentAtMs.at(-sends)
        return oldest === undefined ? 0 : oldest + windowMs - nowMs
      }),
    )
  }

  note(nowMs: number): void {
    this.#sentAtMs.push(nowMs)
    const first = this.#sentAtMs.findIndex((at) => at > nowMs - this.#longestMs)
    if (first > 64) this.#sentAtMs = this.#sentAtMs.slice(first)
  }

  isIdle(nowMs: number): boolean {
    return (this.#sentAtMs.at(-1) ?? 0) < nowMs - this.#longestMs
  }
}

export interface SendPace {
  /** Returns when a send to this conversation may leave, and counts it. Called by one sender per conversation at a time. */
  waitForTurn(lane: string, signal: AbortSignal): Promise<void>
}

export function createSendPace(clock: Clock, sleep: Sleep): SendPace {
  const all = new Window(IN_ALL)
  const lanes = new Map<string, Window>()

  const laneOf = (lane: string): Window => {
    const known = lanes.get(lane)
    if (known) return known
    if (lanes.size >= MOST_LANES) for (const [key, window] of lanes) if (window.isIdle(clock.nowMs())) lanes.delete(key)
    const window = new Window(PER_CONVERSATION)
    lanes.set(lane, window)
    return window
  }

  return {
    async waitForTurn(lane, signal) {
      const own = laneOf(lane)
      for (;;) {
        const nowMs = clock.nowMs()
        const waitMs = Math.max(own.waitMs(nowMs), all.waitMs(nowMs))
        if (waitMs <= 0) break
        await sleep(waitMs, signal)
      }
      own.note(clock.nowMs())
      all.note(clock.nowMs())
    },
  }
}
