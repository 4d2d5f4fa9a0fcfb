import type { Asker } from '../domain/asker.ts'
import type { DocumentId } from '../domain/ids.ts'
import type { StoredPassage } from '../domain/passage.ts'
import type { Register } from './ports.ts'

interface Kept {
  readonly version: number
  readonly values: Map<string, unknown>
  readonly passages: Map<DocumentId, readonly StoredPassage[]>
}

/** Scopes kept at once; each holds all that one kind of asker may read of the register. */
const MOST_SCOPES = 8
/** Passages are most of the text: few documents are kept, and none of the longest. */
const MOST_DOCUMENTS = 64
const LONGEST_KEPT = 500

/**
 * The register, read from the store once per change; of passages those of the documents asked for last. What a deleted
 * or restricted document told is gone with the first read after the change.
 */
export function cachedRegister(register: Register): Register {
  const scopes = new Map<string, Kept>()

  function keptFor(asker: Asker): Kept {
    const { scope, version } = register.snapshot(asker)
    const known = scopes.get(scope)
    if (known?.version === version) return known
    const fresh: Kept = { version, values: new Map(), passages: new Map() }
    scopes.delete(scope)
    scopes.set(scope, fresh)
    const [oldest] = scopes.keys()
    if (scopes.size > MOST_SCOPES && oldest !== undefined) scopes.delete(oldest)
    return fresh
  }

  function once<Value>(asker: Asker, key: string, read: () => Value): Value {
    const { values } = keptFor(asker)
    if (!values.has(key)) values.set(key, read())
    return values.get(key) as Value
  }

  return {
    snapshot: (asker) => register.snapshot(asker),
    documents: (asker) => once(asker, 'documents', () => register.documents(asker)),
    meetings: (asker, filter) =>
      once(asker, `meetings ${JSON.stringify(filter)}`, () => register.meetings(asker, filter)),
    passagesOf(asker, document) {
      const { passages } = keptFor(asker)
      const known = passages.get(document)
      if (known) return known
      const read = register.passagesOf(asker, document)
      if (passages.size >= MOST_DOCUMENTS) passages.clear()
      if (read.length <= LONGEST_KEPT) passages.set(document, read)
      return read
    },
    figures: (asker, filter) => once(asker, `figures ${JSON.stringify(filter)}`, () => register.figures(asker, filter)),
    tables: (asker, filter) => once(asker, `tables ${JSON.stringify(filter)}`, () => register.tables(asker, filter)),
    missingTables: (asker) => once(asker, 'missingTables', () => register.missingTables(asker)),
    followUps: (asker, filter) =>
      once(asker, `followUps ${JSON.stringify(filter)}`, () => register.followUps(asker, filter)),
    relations: (asker) => once(asker, 'relations', () => register.relations(asker)),
    contradictions: (asker, filter) =>
      once(asker, `contradictions ${JSON.stringify(filter)}`, () => register.contradictions(asker, filter)),
  }
}
