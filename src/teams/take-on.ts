import { createHash } from 'node:crypto'
import type { Clock } from '../platform/clock.ts'
import type { Log } from '../platform/log.ts'
import type { InboundActivity } from './inbound-activity.ts'
import type { ActivityLedger } from './ports.ts'

/** Hashed: the ledger must not hold what was asked. */
const key = (kind: string, ...parts: readonly string[]): string =>
  `${kind}:${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}`

/**
 * Teams delivers again when it was not answered in 15 s; a second layer does so under a new activity id, with the
 * same sender, text and time.
 */
export function deliveryKeys(activity: InboundActivity): string[] {
  const { channelId, conversationId, id, timestamp, fromId, text, type } = activity
  return [
    ...(id ? [key('id', channelId, conversationId, id)] : []),
    ...(type === 'message' && timestamp ? [key('said', channelId, conversationId, fromId, text, timestamp)] : []),
  ]
}

const MOST_REMEMBERED = 10_000

/**
 * @returns a function that is true once per activity, across redeliveries and restarts. When the ledger cannot write,
 * this process's memory takes its place: answering twice after a restart is better than not answering.
 */
export function createTakeOn(ledger: ActivityLedger, clock: Clock, log: Log): (activity: InboundActivity) => boolean {
  const remembered = new Set<string>()
  const claim = (deliveryKey: string): boolean => {
    if (remembered.has(deliveryKey)) return false
    try {
      return ledger.claim(deliveryKey, clock.nowMs())
    } catch (error) {
      log.warn('teams.ledger-failed', { error: error instanceof Error ? error.name : typeof error })
      const oldest = remembered.size >= MOST_REMEMBERED ? remembered.values().next().value : undefined
      if (oldest !== undefined) remembered.delete(oldest)
      remembered.add(deliveryKey)
      return true
    }
  }
  // Every key is claimed, even after one was taken, so that later deliveries are known by either.
  return (activity) => deliveryKeys(activity).map(claim).every(Boolean)
}
