import type { FactRegister } from '../answer/ports.ts'
import type { Asker } from '../domain/asker.ts'
import type { DocumentSummary } from '../domain/document.ts'
import { Refused } from '../domain/errors.ts'
import type { Figure } from '../domain/figure.ts'
import type { DocumentId } from '../domain/ids.ts'
import type { Told } from '../domain/register.ts'
import type { Disagreement } from '../domain/relation.ts'
import { contradictionLines, disagreementLines } from './contradictions.ts'

/** What a listing needs of the store. */
export interface FactSource {
  readonly register: FactRegister
  documentsNamed(asker: Asker, name: string): readonly DocumentSummary[]
}

export interface FigureListing {
  readonly measure: string | undefined
  /** Four digits. */
  readonly year: number | undefined
  readonly entity: string | undefined
  /** File name, or a part of one that only one document has. */
  readonly document: string | undefined
  readonly json: boolean
  /** Lists what cannot be right instead of figures. */
  readonly contradictions: boolean
  /** Listed with the contradictions of all documents. */
  readonly between?: readonly Disagreement[]
}

/** @throws Refused `no-such-document` when no document is called so, or several are */
export function documentCalled(source: FactSource, asker: Asker, name: string): DocumentId {
  const [found, another] = source.documentsNamed(asker, name)
  if (!found) throw new Refused('no-such-document', `No document is called ${name}; see rakel status.`)
  if (another) {
    const names = source.documentsNamed(asker, name).map((entry) => entry.name)
    throw new Refused('no-such-document', `${name} may be any of: ${names.join(', ')}.`)
  }
  return found.id
}

const SCALE_WORDS = { 0: '', 3: ' tusen', 6: ' mill.', 9: ' mrd.' } as const
const BASIS_WORDS = { budget: 'budget', 'revised-budget': 'revised budget', accounts: 'accounts', forecast: 'forecast' }

/** "-15,3 mill. kr", as printed but with its sign and with the scale that a caption or a header gave it. */
export function amountText({ literal, decimal, scale, unit }: Figure): string {
  const sign = decimal.startsWith('-') ? '-' : ''
  return `${sign}${literal}${SCALE_WORDS[scale]}${unit === undefined ? '' : ` ${unit}`}`
}

export function figureLine(figure: Figure): string {
  const { measure, period, basis, entity, row, column, caseNumber, page } = figure
  const cell = row === undefined ? undefined : [row, column].filter(Boolean).join(' / ')
  const about = [
    period?.text,
    basis && BASIS_WORDS[basis],
    entity,
    cell === measure ? undefined : cell,
    caseNumber && `case ${caseNumber}`,
    page === null ? undefined : `page ${page}`,
  ].filter(Boolean)
  return `${amountText(figure).padStart(18)}  ${measure}${about.length > 0 ? `  (${about.join(', ')})` : ''}`
}

function withDocuments<Fact>(told: readonly Told<Fact>[], lineOf: (fact: Fact) => string): string[] {
  return told.flatMap(({ document, fact }, index) => {
    const isFirst = told[index - 1]?.document.id !== document.id
    return [...(isFirst ? [`${document.name}:`] : []), lineOf(fact)]
  })
}

/**
 * `rakel figures`: what is measured, document by document, newest first; as JSON one object a line.
 * @returns the exit code
 */
export function runFigures(
  source: FactSource,
  asker: Asker,
  listing: FigureListing,
  print: (line: string) => void,
): number {
  const { measure, year, entity, json } = listing
  const document = listing.document === undefined ? undefined : documentCalled(source, asker, listing.document)
  const within = document === undefined ? {} : { document }
  if (listing.contradictions) {
    const told = source.register.contradictions(asker, within)
    if (json) for (const { document: of, fact } of told) print(JSON.stringify({ document: of.name, ...fact }))
    else for (const line of withDocuments(told, (fact) => contradictionLines(fact).join('\n'))) print(line)
    const between = document === undefined ? (listing.between ?? []) : []
    for (const each of between) print(json ? JSON.stringify(each) : disagreementLines(each).join('\n'))
    return 0
  }
  const told = source.register.figures(asker, {
    ...within,
    ...(measure !== undefined && { measure }),
    ...(year !== undefined && { year }),
    ...(entity !== undefined && { entity }),
  })
  if (json) for (const { document: of, fact } of told) print(JSON.stringify({ document: of.name, ...fact }))
  else for (const line of withDocuments(told, figureLine)) print(line)
  return 0
}
