import type { ConversationStore, StoredConversation } from '../../teams/ports.ts'
import type { Connection } from './connection.ts'

interface ConversationRow {
  readonly id: string
  readonly tenant: string | null
  readonly kind: string
  readonly reference: string
  readonly learnedAtMs: number
}

export const createConversationStore = (db: Connection): ConversationStore => ({
  save: (conversation) =>
    db.write(() => {
      db.run(
        `INSERT INTO conversation (id, tenant, kind, reference, learned_at_ms)
          VALUES (:id, :tenant, :kind, :reference, :learnedAtMs)
          ON CONFLICT (id) DO UPDATE SET tenant = excluded.tenant, kind = excluded.kind,
            reference = excluded.reference, learned_at_ms = excluded.learned_at_ms`,
        {
          id: conversation.conversationId,
          tenant: conversation.tenantId ?? null,
          kind: conversation.kind,
          reference: conversation.reference,
          learnedAtMs: conversation.learnedAtMs,
        },
      )
    }),

  find: (conversationId) => {
    const row = db.one<ConversationRow>(
      `SELECT id, tenant, kind, reference, learned_at_ms AS learnedAtMs FROM conversation WHERE id = :conversationId`,
      { conversationId },
    )
    return (
      row && {
        conversationId: row.id,
        kind: row.kind as StoredConversation['kind'],
        tenantId: row.tenant ?? undefined,
        reference: row.reference,
        learnedAtMs: row.learnedAtMs,
      }
    )
  },

  remove: (conversationId) => {
    db.write(() => db.run('DELETE FROM conversation WHERE id = :conversationId', { conversationId }))
    db.flush()
  },
})
