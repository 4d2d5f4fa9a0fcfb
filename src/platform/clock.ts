/** The only source of time, so that tests can move it. */
export interface Clock {
  /** Milliseconds since 1970 UTC. */
  nowMs(): number
}

export const systemClock: Clock = { nowMs: () => Date.now() }
