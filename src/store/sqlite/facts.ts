import type { FactRegister } from '../../answer/ports.ts'
import type { Asker } from '../../domain/asker.ts'
import { isSameCase } from '../../domain/case-number.ts'
import type { Facts } from '../../domain/document.ts'
import type { TenantId } from '../../domain/ids.ts'
import type { FactFilter, Told } from '../../domain/register.ts'
import { READABLE_DOCUMENTS, readableFor } from './access.ts'
import type { Connection, Parameters } from './connection.ts'
import { foldName } from './fold-name.ts'
import { DOCUMENT_COLUMNS, type DocumentRow, NEWEST_FIRST, summaryOf } from './rows.ts'
import { fromJson, toJson } from './stored-json.ts'

type FactKind = keyof Facts
type FactOf<Kind extends FactKind> = Facts[Kind][number]

interface Names {
  readonly subject: readonly (string | undefined)[]
  readonly party?: readonly (string | undefined)[]
}

/** The words a fact is found by. */
const NAMES: { readonly [Kind in FactKind]: (fact: FactOf<Kind>) => Names } = {
  figures: ({ measure, row, column, entity }) => ({ subject: [measure, row, column], party: [entity] }),
  tables: ({ caption }) => ({ subject: [caption] }),
  missingTables: ({ heading }) => ({ subject: [heading] }),
  followUps: ({ what, who }) => ({ subject: [what], party: [who] }),
  relations: ({ itemTitle }) => ({ subject: [itemTitle] }),
  contradictions: ({ stated }) => ({ subject: [stated] }),
}
const KINDS = Object.keys(NAMES) as FactKind[]

const folded = (names: readonly (string | undefined)[] = []): string =>
  names.flatMap((name) => (name === undefined ? [] : [foldName(name)])).join('\n')

/** To be called inside the transaction that writes the document. */
export function writeFacts(db: Connection, tenant: TenantId, document: number, facts: Facts): void {
  const write = <Kind extends FactKind>(kind: Kind): void => {
    const list: readonly FactOf<Kind>[] = facts[kind]
    for (const [position, fact] of list.entries()) {
      const { subject, party } = NAMES[kind](fact)
      db.run(
        `INSERT INTO fact (document, kind, position, tenant, body, subject_folded, party_folded)
          VALUES (:document, :kind, :position, :tenant, :body, :subject, :party)`,
        { document, kind, position, tenant, body: toJson(fact), subject: folded(subject), party: folded(party) },
      )
    }
  }
  KINDS.forEach((kind) => {
    write(kind)
  })
}

export function factsOf(db: Connection, document: number): Facts {
  const read = <Kind extends FactKind>(kind: Kind): FactOf<Kind>[] =>
    db
      .all<{ body: string }>('SELECT body FROM fact WHERE document = :document AND kind = :kind ORDER BY position', {
        document,
        kind,
      })
      .map((row) => fromJson<FactOf<Kind>>(row.body))
  return {
    figures: read('figures'),
    tables: read('tables'),
    missingTables: read('missingTables'),
    followUps: read('followUps'),
    relations: read('relations'),
    contradictions: read('contradictions'),
  }
}

/** Conditions on `fact AS f` by the parameter they need; those whose parameter is not given are left out. */
const CONDITIONS = {
  document: 'd.id = :document',
  subject: 'instr(f.subject_folded, :subject) > 0',
  party: 'instr(f.party_folded, :party) > 0',
  unit: 'f.unit = :unit',
  basis: 'f.basis = :basis',
  yearStart: 'f.period_to >= :yearStart',
  yearEnd: 'f.period_from <= :yearEnd',
  dueFrom: 'f.due_date >= :dueFrom',
  dueTo: 'f.due_date <= :dueTo',
  subkind: 'f.subkind = :subkind',
} as const
type Narrowing = { readonly [Name in keyof typeof CONDITIONS]?: string | undefined }

const nameOf = (name: string | undefined): string | undefined => (name === undefined ? undefined : foldName(name))
const yearOf = (year: number): string => String(year).padStart(4, '0')

export function createFactRegister(db: Connection): FactRegister {
  function list<Kind extends FactKind>(
    kind: Kind,
    asker: Asker,
    { document, caseNumber }: FactFilter,
    narrowing: Narrowing,
  ): Told<FactOf<Kind>>[] {
    const conditions: string[] = caseNumber === undefined ? [] : ['f.case_number IS NOT NULL']
    const values: Parameters = {}
    for (const [name, value] of Object.entries({ ...narrowing, document })) {
      if (value === undefined) continue
      conditions.push(CONDITIONS[name as keyof Narrowing])
      values[name] = value
    }
    return db
      .all<DocumentRow & { readonly body: string; readonly caseNumber: string | null }>(
        `SELECT ${DOCUMENT_COLUMNS}, f.body, f.case_number AS caseNumber
          FROM document AS d JOIN fact AS f ON f.document = d.key AND f.kind = :kind
          WHERE d.key IN (${READABLE_DOCUMENTS})${conditions.map((condition) => ` AND ${condition}`).join('')}
          ORDER BY ${NEWEST_FIRST}, d.key, f.position`,
        { ...values, kind, ...readableFor(asker) },
      )
      .filter((row) => caseNumber === undefined || (row.caseNumber !== null && isSameCase(row.caseNumber, caseNumber)))
      .map((row) => ({ document: summaryOf(row), fact: fromJson<FactOf<Kind>>(row.body) }))
  }

  return {
    figures: (asker, filter) =>
      list('figures', asker, filter, {
        subject: nameOf(filter.measure),
        party: nameOf(filter.entity),
        unit: filter.unit,
        basis: filter.basis,
        ...(filter.year !== undefined && {
          yearStart: `${yearOf(filter.year)}-01-01`,
          yearEnd: `${yearOf(filter.year)}-12-31`,
        }),
      }),
    tables: (asker, filter) => list('tables', asker, filter, {}),
    missingTables: (asker) => list('missingTables', asker, {}, {}),
    followUps: (asker, filter) =>
      list('followUps', asker, filter, {
        party: nameOf(filter.who),
        dueFrom: filter.dueFrom,
        dueTo: filter.dueTo,
      }),
    relations: (asker) => list('relations', asker, {}, {}),
    contradictions: (asker, filter) => list('contradictions', asker, filter, { subkind: filter.kind }),
  }
}
