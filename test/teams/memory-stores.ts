import type { ActivityLedger, ConversationStore, StoredConversation } from '../../src/teams/ports.ts'

export function memoryLedger(): ActivityLedger {
  const claimed = new Set<string>()
  return {
    claim(key) {
      if (claimed.has(key)) return false
      claimed.add(key)
      return true
    },
  }
}

export function memoryConversations(): ConversationStore & { readonly all: Map<string, StoredConversation> } {
  const all = new Map<string, StoredConversation>()
  return {
    all,
    save: (conversation) => {
      all.set(conversation.conversationId, conversation)
    },
    find: (conversationId) => all.get(conversationId),
    remove: (conversationId) => {
      all.delete(conversationId)
    },
  }
}
