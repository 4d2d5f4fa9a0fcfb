import type { Facts } from '../../src/domain/document.ts'
import type { Figure, MissingTable } from '../../src/domain/figure.ts'
import type { FollowUp } from '../../src/domain/follow-up.ts'
import type { Contradiction, Relation } from '../../src/domain/relation.ts'
import type { Table } from '../../src/domain/table.ts'
import { stemsOf } from '../../src/norwegian/stem.ts'
import { cells, type GoldDocument, type GoldTable, lines } from './gold-document.ts'
import { type Ledger, pairUp } from './ledger.ts'
import { hasPart, mentions, sameText, shareOfWords } from './same-text.ts'

interface GoldFigure {
  readonly line: string
  readonly isOptional: boolean
  readonly decimal: string
  readonly scale: number
  readonly unit: string | undefined
  readonly period: string | undefined
  readonly basis: string | undefined
  readonly measure: string | undefined
  readonly entity: string | undefined
}

function goldFigure({ text, isOptional }: { readonly text: string; readonly isOptional: boolean }): GoldFigure {
  const [amount = '', period, basis, measure, entity] = cells(text)
  const [value = '', unit] = amount.split(/ (.*)/)
  const [decimal = '', exponent = '0'] = value.split('e')
  return { line: text, isOptional, decimal, scale: Number(exponent), unit, period, basis, measure, entity }
}

const sameUnit = (expected: string, got: string): boolean =>
  sameText(expected, got) || stemsOf(expected).join(' ') === stemsOf(got).join(' ')

/** "2023", "2023-04", "2023-12-31" or "..2024-04-30" for what it is up to. */
function samePeriod(expected: string, { period }: Figure): boolean {
  if (!period) return false
  if (expected.startsWith('..')) return period.to === expected.slice(2)
  const days = new Date(Date.UTC(Number(expected.slice(0, 4)), Number(expected.slice(5, 7)), 0)).getUTCDate()
  const [from, to] =
    expected.length === 4
      ? [`${expected}-01-01`, `${expected}-12-31`]
      : expected.length === 7
        ? [`${expected}-01`, `${expected}-${days}`]
        : [expected, expected]
  return period.from === from && period.to === to
}

const words = (figure: Figure): string =>
  [figure.measure, figure.unit, figure.row, figure.column].filter(Boolean).join(' ')

const isTold = (cell: string | undefined): cell is string => cell !== undefined && cell !== '?' && cell !== '-'

function likeness(gold: GoldFigure, figure: Figure): number {
  if (gold.decimal !== figure.decimal) return 0
  const points = [
    gold.scale === figure.scale ? 2 : 0,
    isTold(gold.measure) && hasPart(gold.measure, words(figure)) ? 3 : 0,
    isTold(gold.period) && samePeriod(gold.period, figure) ? 2 : 0,
    isTold(gold.entity) && figure.entity && mentions(gold.entity, figure.entity) ? 2 : 0,
    isTold(gold.unit) && figure.unit && sameUnit(gold.unit, figure.unit) ? 2 : 0,
    isTold(gold.basis) && gold.basis === figure.basis ? 1 : 0,
    gold.isOptional ? 0 : 1,
  ]
  return points.reduce((sum, point) => sum + point, 1)
}

const asText = (figure: Figure): string =>
  `${figure.decimal}e${figure.scale} ${figure.unit ?? '-'} | ${figure.period?.from ?? '-'}/${figure.period?.to ?? '-'} | ${figure.basis ?? '-'} | ${words(figure)} | ${figure.entity ?? '-'}`

/** @returns how many numbers stand with another scale, or with the same digits and another decimal point */
function compareFigures(ledger: Ledger, gold: readonly string[], got: readonly Figure[]): number {
  const { pairs, extra } = pairUp(lines(gold).map(goldFigure), got, likeness)
  let wrongScales = 0
  const missing: string[] = []
  for (const { gold: line, found, at } of pairs) {
    if (line.isOptional) continue
    const path = `figures[${at}]`
    const cellsOf = [line.unit, line.period, line.basis, line.measure, line.entity].filter(
      (cell) => cell && cell !== '?',
    )
    if (!found) {
      missing.push(line.decimal)
      for (let field = 0; field < cellsOf.length + 2; field++) ledger.note(path, line.line, undefined, false)
      continue
    }
    ledger.note(`${path}.decimal`, line.decimal, found.decimal, true)
    ledger.note(`${path}.scale`, line.line, asText(found), line.scale === found.scale)
    if (line.scale !== found.scale) wrongScales++
    ledger.text(`${path}.unit (${line.line})`, line.unit, found.unit, sameUnit)
    ledger.text(`${path}.period (${line.line})`, line.period, found.period && asText(found), (expected) =>
      samePeriod(expected, found),
    )
    ledger.text(`${path}.basis (${line.line})`, line.basis, found.basis, sameText)
    ledger.text(`${path}.measure (${line.line})`, line.measure, words(found), hasPart)
    ledger.text(`${path}.entity (${line.line})`, line.entity, found.entity, mentions)
  }
  const digits = (decimal: string): string => decimal.replace('.', '')
  for (const figure of extra) {
    ledger.note('figures extra', undefined, `${asText(figure)}: ${figure.quote}`, false)
    if (missing.some((decimal) => digits(decimal) === digits(figure.decimal))) wrongScales++
  }
  return wrongScales
}

function compareTables(ledger: Ledger, gold: readonly GoldTable[], got: readonly Table[]): void {
  const { pairs, extra } = pairUp(gold, got, (line, table) => {
    if (line.rows !== table.rows.length || line.columns !== table.columns.length) return 0
    return 1 + (line.headers ?? []).filter((header, at) => sameText(header, table.columns[at]?.header ?? '')).length
  })
  for (const { gold: line, found, at } of pairs) {
    if (line.optional) continue
    ledger.note(
      `tables[${at}].rows`,
      line.rows,
      got.map((table) => table.rows.length),
      found !== undefined,
    )
    ledger.note(
      `tables[${at}].columns`,
      line.columns,
      got.map((table) => table.columns.length),
      found !== undefined,
    )
    for (const [column, header] of (line.headers ?? []).entries())
      ledger.text(`tables[${at}].headers[${column}]`, header, found?.columns[column]?.header, sameText)
    for (const [column, check] of (line.sums ?? []).entries())
      ledger.text(`tables[${at}].sums[${column}]`, check, found?.columns[column]?.sumCheck, sameText)
  }
  for (const table of extra)
    ledger.note(
      'tables extra',
      undefined,
      `${table.rows.length} rows: ${table.columns.map((column) => column.header).join(', ')}`,
      false,
    )
}

function compareMissingTables(ledger: Ledger, gold: readonly string[], got: readonly MissingTable[]): void {
  const { pairs, extra } = pairUp(lines(gold), got, ({ text, isOptional }, table) => {
    const share = shareOfWords(text, `${table.heading ?? ''} ${table.quote}`)
    return share === 1 ? (isOptional ? 1 : 2) : 0
  })
  for (const { gold: line, found, at } of pairs)
    if (!line.isOptional) ledger.note(`missingTables[${at}]`, line.text, found?.quote, found !== undefined)
  for (const table of extra) ledger.note('missingTables extra', undefined, table.quote, false)
}

function compareFollowUps(ledger: Ledger, gold: readonly string[], got: readonly FollowUp[]): void {
  const { pairs, extra } = pairUp(lines(gold), got, ({ text, isOptional }, followUp) => {
    const [who = '?', what = '', due = '?'] = cells(text)
    const share = shareOfWords(what, `${followUp.what} ${followUp.quote}`)
    if (share < 0.6) return 0
    const isWho = isTold(who) && followUp.who !== undefined && mentions(who, followUp.who)
    const isDue = isTold(due) && followUp.due !== undefined && mentions(due, followUp.due)
    return share * 2 + Number(isWho) + Number(isDue) + (isOptional ? 0 : 0.5)
  })
  for (const { gold: line, found, at } of pairs) {
    if (line.isOptional) continue
    const [who, what = '', due] = cells(line.text)
    const path = `followUps[${at}]`
    if (!found) for (const cell of [who, due]) if (cell !== '?') ledger.note(path, line.text, undefined, false)
    ledger.note(`${path}.what`, what, found?.what, shareOfWords(what, `${found?.what} ${found?.quote}`) === 1)
    if (!found) continue
    ledger.text(`${path}.who (${found.what})`, who, found.who, mentions)
    ledger.text(`${path}.due (${found.what})`, due, found.due, mentions)
  }
  for (const followUp of extra)
    ledger.note(
      'followUps extra',
      undefined,
      `${followUp.who ?? '-'} | ${followUp.what} | ${followUp.due ?? '-'}`,
      false,
    )
}

/** Lines of cells that are compared as words, told apart by their first cell. */
function compareLines(
  ledger: Ledger,
  path: string,
  gold: readonly string[],
  got: readonly (readonly (string | undefined)[])[],
): void {
  const { pairs, extra } = pairUp(lines(gold), got, ({ text, isOptional }, found) => {
    const [kind, ...rest] = cells(text)
    if (kind !== found[0]) return 0
    const same = rest.filter((cell, at) => isTold(cell) && mentions(cell, found[at + 1] ?? '')).length
    return 1 + same + (isOptional ? 0 : 0.5)
  })
  for (const { gold: line, found, at } of pairs) {
    if (line.isOptional) continue
    for (const [nth, cell] of cells(line.text).entries()) {
      if (found) ledger.text(`${path}[${at}][${nth}]`, cell, found[nth], mentions)
      else if (cell !== '?') ledger.note(`${path}[${at}]`, line.text, undefined, false)
    }
  }
  for (const found of extra) ledger.note(`${path} extra`, undefined, found.join(' | '), false)
}

const ofRelation = ({ kind, caseNumber, other, quote }: Relation): (string | undefined)[] => [
  kind,
  caseNumber,
  other,
  quote,
]
const ofContradiction = ({ kind, stated, found, quotes }: Contradiction): string[] => [kind, stated, found, ...quotes]

/** @returns numbers with a wrong scale */
export function compareFacts(ledger: Ledger, gold: GoldDocument, got: Facts): number {
  const wrongScales = compareFigures(ledger, gold.figures, got.figures)
  compareTables(ledger, gold.tables, got.tables)
  compareMissingTables(ledger, gold.missingTables, got.missingTables)
  compareFollowUps(ledger, gold.followUps, got.followUps)
  compareLines(ledger, 'relations', gold.relations, got.relations.map(ofRelation))
  compareLines(ledger, 'contradictions', gold.contradictions, got.contradictions.map(ofContradiction))
  return wrongScales
}
