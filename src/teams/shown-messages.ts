const MOST_REMEMBERED = 200

/** Messages of this process's own that may be replaced. Nobody's word is taken for which message that is. */
export interface ShownMessages {
  note(conversationId: string, messageId: string): void
  has(conversationId: string, messageId: string): boolean
}

export function createShownMessages(): ShownMessages {
  const known = new Set<string>()
  const keyOf = (...ids: readonly string[]): string => JSON.stringify(ids)
  return {
    note(conversationId, messageId) {
      const oldest = known.size >= MOST_REMEMBERED ? known.values().next().value : undefined
      if (oldest !== undefined) known.delete(oldest)
      known.add(keyOf(conversationId, messageId))
    },
    has: (conversationId, messageId) => known.has(keyOf(conversationId, messageId)),
  }
}
