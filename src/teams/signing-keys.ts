import { type CryptoKey, importJWK } from 'jose'
import { Refused } from '../domain/errors.ts'
import type { Clock } from '../platform/clock.ts'

export interface SigningKey {
  readonly key: CryptoKey
  /** Channels the key may speak for; empty when the provider names none. */
  readonly endorsements: readonly string[]
}

export interface SigningKeys {
  /**
   * @returns undefined for a key the provider does not know
   * @throws Refused `metadata-unavailable` when the provider cannot be asked and nothing is known from before
   */
  find(keyId: string): Promise<SigningKey | undefined>
}

const MAX_AGE_MS = 24 * 3_600_000
/** Forged key ids must not make this bot hammer the provider. */
const LOOK_AGAIN_AFTER_MS = 10 * 60_000
const AFTER_FAILURE_MS = 5_000
const TIMEOUT_MS = 5_000

async function getJson(url: string): Promise<Record<string, unknown>> {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' })
  const body: unknown = response.ok ? await response.json() : undefined
  if (typeof body !== 'object' || body === null) throw new Error(`HTTP ${response.status}`)
  return body as Record<string, unknown>
}

async function readKeys(metadataUrl: string): Promise<Map<string, SigningKey>> {
  const metadata = await getJson(metadataUrl)
  const { keys } = await getJson(String(metadata['jwks_uri']))
  const found = new Map<string, SigningKey>()
  for (const jwk of (Array.isArray(keys) ? keys : []) as Readonly<Record<string, unknown>>[]) {
    const { kty, kid, n, e, endorsements } = jwk
    if (kty !== 'RSA' || typeof kid !== 'string' || typeof n !== 'string' || typeof e !== 'string') continue
    const key = await importJWK({ kty, n, e }, 'RS256').catch(() => undefined)
    if (key && !(key instanceof Uint8Array))
      found.set(kid, { key, endorsements: Array.isArray(endorsements) ? endorsements.map(String) : [] })
  }
  if (found.size === 0) throw new Error('no keys')
  return found
}

/** Keys are kept for 24 h; an outage of the provider does not invalidate those already known. */
export function createSigningKeys(metadataUrl: string, clock: Clock): SigningKeys {
  let known = new Map<string, SigningKey>()
  let readAtMs = Number.NEGATIVE_INFINITY
  let failedAtMs = Number.NEGATIVE_INFINITY
  let reading: Promise<void> | undefined

  const read = (): Promise<void> => {
    if (clock.nowMs() - failedAtMs < AFTER_FAILURE_MS) return Promise.resolve()
    reading ??= readKeys(metadataUrl)
      .then(
        (keys) => {
          known = keys
          readAtMs = clock.nowMs()
        },
        () => {
          failedAtMs = clock.nowMs()
        },
      )
      .finally(() => {
        reading = undefined
      })
    return reading
  }

  return {
    async find(keyId) {
      const ageMs = clock.nowMs() - readAtMs
      if (ageMs > MAX_AGE_MS || (!known.has(keyId) && ageMs > LOOK_AGAIN_AFTER_MS)) await read()
      if (known.size === 0)
        throw new Refused('metadata-unavailable', 'The keys of the Bot Framework could not be fetched.')
      return known.get(keyId)
    },
  }
}
