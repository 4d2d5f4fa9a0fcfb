const LONGEST_MS = 3_600_000
const FIRST_BACKOFF_MS = 1_000
const LONGEST_BACKOFF_MS = 60_000

/**
 * How long to wait after a 429 or 412: what Retry-After says (seconds or an HTTP date, at most 1 h), else a doubling
 * back-off; always a little more, so that many conversations do not come back in the same instant.
 * @param attempt 1 after the first refusal
 * @param random from 0 to 1
 */
export function retryDelayMs(retryAfter: string | undefined, attempt: number, nowMs: number, random: number): number {
  const told = toldMs(retryAfter?.trim() ?? '', nowMs)
  if (told !== undefined) return Math.min(told, LONGEST_MS) + random * Math.min(1_000, told * 0.1 + 50)
  return Math.min(FIRST_BACKOFF_MS * 2 ** (attempt - 1), LONGEST_BACKOFF_MS) * (0.5 + random * 0.5)
}

function toldMs(retryAfter: string, nowMs: number): number | undefined {
  if (/^\d{1,9}(?:\.\d{1,3})?$/.test(retryAfter)) return Number(retryAfter) * 1_000
  const atMs = /[a-z]/i.test(retryAfter) ? Date.parse(retryAfter) : Number.NaN
  return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - nowMs)
}
