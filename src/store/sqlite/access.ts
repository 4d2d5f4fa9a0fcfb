import type { Asker } from '../../domain/asker.ts'
import type { Parameters } from './connection.ts'

/**
 * The documents an asker may read, as a query of `document.key`. The one place where access is decided: every read of
 * documents, meetings and passages narrows by it before it counts, ranks or limits anything.
 */
export const READABLE_DOCUMENTS = 'SELECT key FROM document WHERE tenant = :askerTenant'

/** The values READABLE_DOCUMENTS needs. */
export const readableFor = (asker: Asker): Parameters => ({ askerTenant: asker.tenant })

/** Names what an asker may read: the same for all whom `READABLE_DOCUMENTS` lets read the same. */
export const scopeOf = (asker: Asker): string => asker.tenant
