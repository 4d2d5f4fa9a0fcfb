/** The only source of time, so that tests can move it. */
export interface Clock {
  /** Milliseconds since 1970 UTC. */
  nowMs(): number
}

/** Runs as `clock` does, from another time on. For trying things out. */
export function movedClock(clock: Clock, startMs: number): Clock {
  const aheadMs = startMs - clock.nowMs()
  return { nowMs: () => clock.nowMs() + aheadMs }
}

export const systemClock: Clock = { nowMs: () => Date.now() }
