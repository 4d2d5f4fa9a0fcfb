import { setTimeout as delay } from 'node:timers/promises'

/** @throws when the signal is aborted before the time is up */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>

export const sleep: Sleep = async (ms, signal) => {
  await delay(ms, undefined, { signal })
}
