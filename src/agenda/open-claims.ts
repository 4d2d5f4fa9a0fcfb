import type { Claim, ClaimResult, SlotKey } from './ports.ts'

/** What this process knows of its claims and cannot be read from the store. Lost with the process; then others take over. */
export interface OpenClaims {
  /** Sends of this process that have not ended. */
  readonly inFlight: Set<SlotKey>
  /** Claims that settle, since when (by `elapsedMs`). */
  readonly settling: Map<SlotKey, { readonly claim: Claim; readonly sinceMs: number }>
  /** Results that the store could not take (disk full). */
  readonly unrecorded: Map<SlotKey, { readonly claim: Claim; readonly result: ClaimResult }>
  /** When an uncertain slot was last looked for (by `elapsedMs`). */
  readonly lookedAt: Map<SlotKey, number>
}

export const createOpenClaims = (): OpenClaims => ({
  inFlight: new Set(),
  settling: new Map(),
  unrecorded: new Map(),
  lookedAt: new Map(),
})
