import type { Clock } from '../platform/clock.ts'

export interface TurnLimits {
  /** `busy`: say so once; `silent`: it was said a moment ago. For `go`, `done` must follow. */
  admit(person: string): 'go' | 'busy' | 'silent'
  done(person: string): void
}

const PER_PERSON = 4
const IN_ALL = 64
const SAY_AGAIN_AFTER_MS = 10_000

/** One person's flood of questions must not make the others wait. */
export function createTurnLimits(clock: Clock): TurnLimits {
  const running = new Map<string, number>()
  const toldAtMs = new Map<string, number>()
  let inAll = 0
  return {
    admit(person) {
      const own = running.get(person) ?? 0
      if (own < PER_PERSON && inAll < IN_ALL) {
        running.set(person, own + 1)
        inAll++
        return 'go'
      }
      const nowMs = clock.nowMs()
      for (const [other, at] of toldAtMs) if (nowMs - at >= SAY_AGAIN_AFTER_MS) toldAtMs.delete(other)
      if (toldAtMs.has(person)) return 'silent'
      toldAtMs.set(person, nowMs)
      return 'busy'
    },
    done(person) {
      const left = (running.get(person) ?? 1) - 1
      if (left > 0) running.set(person, left)
      else running.delete(person)
      inAll--
    },
  }
}
