import { join } from 'node:path'
import type { StoredConversation } from '../../../src/teams/ports.ts'
import { openAt, STARTED_AT_MS, temporaryFolder } from './temporary-store.ts'

const folder = temporaryFolder()
const file = join(folder, 'rakel.sqlite')
const DAY_MS = 24 * 60 * 60 * 1000

describe('the ledger of activities', () => {
  it('grants a key once, and another key too', () => {
    const store = openAt(file)
    expect(store.activities.claim('a', STARTED_AT_MS)).toBe(true)
    expect(store.activities.claim('a', STARTED_AT_MS)).toBe(false)
    expect(store.activities.claim('a', STARTED_AT_MS + DAY_MS)).toBe(false)
    expect(store.activities.claim("b'; --", STARTED_AT_MS)).toBe(true)
    store.close()
  })

  it('forgets a key after a day, so that it does not grow for ever', () => {
    const store = openAt(join(folder, 'old.sqlite'))
    store.activities.claim('old', STARTED_AT_MS)
    store.activities.claim('new', STARTED_AT_MS + DAY_MS + 1)
    expect(store.activities.claim('old', STARTED_AT_MS + DAY_MS + 1)).toBe(true)
    store.close()
  })
})

describe('a conversation', () => {
  const conversation: StoredConversation = {
    conversationId: '19:prøve@thread.tacv2',
    kind: 'channel',
    tenantId: undefined,
    reference: '{"bot":{"id":"28:x"}}',
    learnedAtMs: STARTED_AT_MS,
  }

  it('is there exactly after a restart, as it was last saved', () => {
    const before = openAt(file)
    before.conversations.save({ ...conversation, kind: 'personal', tenantId: 'directory' })
    before.conversations.save(conversation)
    before.close()
    const after = openAt(file)
    expect(after.conversations.find(conversation.conversationId)).toStrictEqual(conversation)
    expect(after.conversations.find('19:other')).toBeUndefined()
    after.close()
  })

  it('is gone when removed', () => {
    const store = openAt(file)
    store.conversations.save(conversation)
    store.conversations.remove(conversation.conversationId)
    expect(store.conversations.find(conversation.conversationId)).toBeUndefined()
    store.close()
  })
})
