import type { TenantId } from '../domain/ids.ts'

/** Remembers which activities were taken on, so that a redelivery is not answered again. Survives a restart. */
export interface ActivityLedger {
  /**
   * At most one caller ever gets `true` for a key, across processes.
   * Keys older than 24 h may be forgotten (Teams redelivers within a minute).
   */
  claim(key: string, nowMs: number): boolean
}

/** What is needed to speak in a conversation again. Taken only from authenticated activities. */
export interface StoredConversation {
  /** For a channel the root id, without `;messageid=`. */
  readonly conversationId: string
  readonly kind: 'personal' | 'groupChat' | 'channel'
  readonly tenantId: string | undefined
  /** The SDK's conversation reference as JSON text: kept, not read, outside teams/. */
  readonly reference: string
  readonly learnedAtMs: number
}

export interface ConversationStore {
  save(conversation: StoredConversation): void
  find(conversationId: string): StoredConversation | undefined
  /** The bot was removed: nothing may be sent there again. */
  remove(conversationId: string): void
}

/** How many people have said to have read a post. Survives a restart; who they are is not kept. */
export interface ReadReceipts {
  /** A person counts once, however often noted. */
  note(tenant: TenantId, post: string, person: string): void
  count(tenant: TenantId, post: string): number
}
