import { type Asker, operatorOf } from '../../src/domain/asker.ts'
import { tenantId } from '../../src/domain/ids.ts'
import { parseDocument } from '../../src/ingest/parse-document.ts'
import { readText } from '../../src/ingest/readers/text.ts'
import type { SqliteStore } from '../../src/store/sqlite/open-store.ts'
import { fileAt } from '../store/generated-document.ts'
import { openAt } from '../store/sqlite/temporary-store.ts'

const tenant = tenantId('local')
export const operator: Asker = operatorOf(tenant)

/** Minutes of a body on a day (dd.mm.yyyy) with these items; a notice where the title says so. */
export const minutesText = (title: string, date: string, items: string): string => `${title} ${date}

Dato: ${date}
Tid: 09:00 - 11:00
Sted: Nordvik rådhus
Til stede: Kari Berg (Nordvik), Ola Dahl (Sørvik)
Forfall: Ingen
Referent: Kari Berg

Agenda

${items}`

/** A store in memory that has read these texts, by file name. */
export function havingTold(files: Readonly<Record<string, string>>): SqliteStore {
  const store = openAt(':memory:')
  for (const [name, text] of Object.entries(files)) {
    const read = readText(new TextEncoder().encode(text))
    if (typeof read === 'string') throw new Error(`${name}: ${read}`)
    store.documents.putDocument(tenant, fileAt(`/d/${name}`, text), parseDocument(read, name))
  }
  return store
}
