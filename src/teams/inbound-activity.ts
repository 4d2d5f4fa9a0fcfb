import type { StoredConversation } from './ports.ts'

export type ConversationKind = StoredConversation['kind']

/** An activity as the channel sent it, narrowed to what this edge reads. Every string is of unknown origin. */
export interface InboundActivity {
  readonly type: string
  readonly id: string | undefined
  readonly timestamp: string | undefined
  readonly channelId: string
  readonly serviceUrl: string
  readonly locale: string | undefined
  readonly text: string
  /** `add`, `remove`, … of an installationUpdate. */
  readonly action: string | undefined
  readonly fromId: string
  /** The directory's id of the person. */
  readonly fromDirectoryId: string | undefined
  readonly recipientId: string
  /** In a channel with `;messageid=`: the thread. */
  readonly conversationId: string
  readonly kind: ConversationKind
  /** Every directory tenant the activity names; they must agree. */
  readonly tenantIds: readonly string[]
  readonly mentions: readonly { readonly id: string; readonly text: string | undefined }[]
  readonly addedIds: readonly string[]
  readonly removedIds: readonly string[]
  /** As parsed, for the SDK. */
  readonly raw: Readonly<Record<string, unknown>>
}

type Fields = Readonly<Record<string, unknown>>

const MAX_ID_CHARS = 1024

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const fields = (value: unknown): Fields => (isFields(value) ? value : {})
const list = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isFields) : [])
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)
const id = (value: unknown): string | undefined => {
  const given = text(value)
  return given !== undefined && given.length <= MAX_ID_CHARS ? given : undefined
}
const ids = (value: unknown): string[] =>
  list(value).flatMap((account) => {
    const accountId = id(account['id'])
    return accountId ? [accountId] : []
  })

function kindOf(conversation: Fields): ConversationKind {
  const type = conversation['conversationType']
  if (type === 'channel' || type === 'groupChat' || type === 'personal') return type
  return conversation['isGroup'] === true ? 'groupChat' : 'personal'
}

/** @returns undefined when a field that every activity has is missing or of the wrong kind */
export function parseActivity(value: unknown): InboundActivity | undefined {
  if (!isFields(value)) return undefined
  const conversation = fields(value['conversation'])
  const from = fields(value['from'])
  const channelTenant = fields(fields(value['channelData'])['tenant'])
  const type = id(value['type'])
  const channelId = id(value['channelId'])
  const serviceUrl = id(value['serviceUrl'])
  const fromId = id(from['id'])
  const recipientId = id(fields(value['recipient'])['id'])
  const conversationId = id(conversation['id'])
  if (!type || !channelId || !serviceUrl || !fromId || !recipientId || !conversationId) return undefined
  const tenantIds = [text(channelTenant['id']), text(conversation['tenantId'])].filter((tenant) => tenant !== undefined)
  return {
    type,
    id: id(value['id']),
    timestamp: id(value['timestamp']),
    channelId,
    serviceUrl,
    locale: id(value['locale']),
    text: text(value['text']) ?? '',
    action: id(value['action']),
    fromId,
    fromDirectoryId: id(from['aadObjectId']),
    recipientId,
    conversationId,
    kind: kindOf(conversation),
    tenantIds,
    mentions: list(value['entities'])
      .filter((entity) => entity['type'] === 'mention')
      .flatMap((entity) => {
        const mentionedId = id(fields(entity['mentioned'])['id'])
        return mentionedId ? [{ id: mentionedId, text: text(entity['text']) }] : []
      }),
    addedIds: ids(value['membersAdded']),
    removedIds: ids(value['membersRemoved']),
    raw: value,
  }
}
