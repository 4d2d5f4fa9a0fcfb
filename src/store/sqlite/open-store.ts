import type { FullOutbox } from '../../agenda/agenda-parts.ts'
import type { AgendaMeetings, AgendaSetups, OpenPromises, SlotOrders } from '../../agenda/ports.ts'
import type { Register } from '../../answer/ports.ts'
import type { TenantId } from '../../domain/ids.ts'
import type { DocumentStore } from '../../ingest/ports.ts'
import type { Clock } from '../../platform/clock.ts'
import type { PassageIndex } from '../../search/ports.ts'
import type { ActivityLedger, ConversationStore, ReadReceipts } from '../../teams/ports.ts'
import { createActivityLedger } from './activities.ts'
import { createAgendaReading } from './agenda-meetings.ts'
import { createAgendaOutbox } from './agenda-outbox.ts'
import { createAgendaSetups, createSlotOrders } from './agenda-setups.ts'
import { openConnection } from './connection.ts'
import { contentDigestOf } from './content-digest.ts'
import type { Analyse } from './content-writer.ts'
import { createConversationStore } from './conversations.ts'
import { createDocumentStore } from './documents.ts'
import { createDocumentFinder, type DocumentFinder } from './find-document.ts'
import { createPassageIndex } from './passages.ts'
import { createReadReceipts } from './read-receipts.ts'
import { createRegister } from './register.ts'
import { type StoreStatus, statusOf } from './status.ts'

export interface StoreOptions {
  /** Path of rakel.sqlite, whose folder exists; or `:memory:`. */
  readonly file: string
  readonly clock: Clock
  /** Stems of a text, as questions are analysed. */
  readonly analyse: Analyse
  /** Opens an existing store without changing it. */
  readonly readOnly?: boolean
}

/** What the agenda part keeps and reads. */
export interface AgendaStore {
  readonly setups: AgendaSetups
  readonly orders: SlotOrders
  readonly outbox: FullOutbox
  readonly meetings: AgendaMeetings
  readonly promises: OpenPromises
  readonly receipts: ReadReceipts
}

/** All that lasts, in one SQLite file that several processes may open. Times are in ms since 1970 UTC. */
export interface SqliteStore extends DocumentFinder {
  readonly documents: DocumentStore
  readonly passages: PassageIndex
  readonly register: Register
  readonly activities: ActivityLedger
  readonly conversations: ConversationStore
  readonly agenda: AgendaStore
  status(tenant: TenantId): StoreStatus
  /** Equal for equal content, whatever way it came about; see content-digest.ts. */
  contentDigest(tenant: TenantId): string
  close(): void
}

/**
 * @throws Refused with one sentence: `data-folder-missing`, `data-folder-read-only`, `store-missing`, `store-too-new`,
 * `store-too-old` (read-only), `not-a-store`, `store-damaged`, `storage-full`
 */
export function openStore({ file, clock, analyse, readOnly = false }: StoreOptions): SqliteStore {
  const db = openConnection(file, readOnly)
  const register = createRegister(db)
  const reading = createAgendaReading(db, register)
  return {
    documents: createDocumentStore(db, clock, analyse),
    passages: createPassageIndex(db),
    register,
    activities: createActivityLedger(db),
    conversations: createConversationStore(db),
    agenda: {
      setups: createAgendaSetups(db),
      orders: createSlotOrders(db),
      outbox: createAgendaOutbox(db),
      meetings: reading,
      promises: reading,
      receipts: createReadReceipts(db),
    },
    ...createDocumentFinder(db),
    status: (tenant) => statusOf(db, tenant),
    contentDigest: (tenant) => contentDigestOf(db, tenant),
    close: () => db.close(),
  }
}
