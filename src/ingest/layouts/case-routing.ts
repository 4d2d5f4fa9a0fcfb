import { caseHeadingOf } from '../../domain/case-number.ts'
import { findDates } from '../../norwegian/dates.ts'
import { foldSpaces } from '../../norwegian/fold.ts'
import type { PlacedBlock } from '../placed-block.ts'

/** One line of a matter's way through the bodies: "61/24 | Hovedutvalg for oppvekst | 12.09.2024". */
export interface RoutingRow {
  readonly caseNumber: string | undefined
  readonly committee: string
  /** As printed. */
  readonly date: string | undefined
}

const BODY_COLUMN =
  /^(?:utvalg|utval|organ|saksgang|behandl(?:et|es|ing)(?:\s(?:i|av))?|handsama i|styre\/råd\/utvalg)\s?:?$/iu
const DATE_COLUMN = /^(?:møtedato|dato|møtedag)\s?:?$/iu
const HEADER_LINE =
  /^(?=.*(?:møtedato|dato))(?=.*(?:utvalg|utval|organ|saksgang|behandl))(?:(?:saks?(?:nr|nummer)|utvalgssak(?:snr)?|utvalg|utval|organ|saksgang|behandlet i|behandles av|møtedato|dato)[.:]*\s*)+$/iu
const NUMBER = /(?<![\d/])((?:\p{Lu}{1,5}[-\s])?\d{1,4}\/(?:(?:19|20)\d{2}|\d{2}))(?![\d/])/u

/** A row's parts in any order; undefined where no body is named. */
function rowOf(text: string): RoutingRow | undefined {
  const [date] = findDates(text).filter(({ day }) => day !== undefined)
  const caseNumber = NUMBER.exec(date ? text.replace(date.text, ' ') : text)?.[1]
  const committee = foldSpaces(
    [date?.text, caseNumber].reduce<string>((rest, part) => (part ? rest.replace(part, ' ') : rest), text),
  ).replace(/^[\s.,:|-]+|[\s.,:|-]+$/gu, '')
  return /^\p{Lu}\p{L}{2,}/u.test(committee) && committee.length < 80
    ? { caseNumber, committee, date: date?.text }
    : undefined
}

/** The table or lines that tell which bodies treat a matter, with the blocks it stands in. */
export function routingIn(blocks: readonly PlacedBlock[]): {
  readonly rows: readonly RoutingRow[]
  readonly used: ReadonlySet<PlacedBlock>
} {
  const used = new Set<PlacedBlock>()
  for (const [index, block] of blocks.entries()) {
    const [head = [], ...rows] = block.rows ?? []
    const isTable =
      head.some((cell) => BODY_COLUMN.test(cell.trim())) && head.some((cell) => DATE_COLUMN.test(cell.trim()))
    if (isTable) return { rows: rows.flatMap((row) => rowOf(row.join('  ')) ?? []), used: used.add(block) }
    if (block.kind === 'table' || !HEADER_LINE.test(foldSpaces(block.text))) continue
    used.add(block)
    const found: RoutingRow[] = []
    for (const line of blocks.slice(index + 1)) {
      const row = line.kind === 'paragraph' && line.text.length < 120 ? rowOf(line.text) : undefined
      if (!row?.caseNumber && !row?.date) break
      found.push(row)
      used.add(line)
    }
    return { rows: found, used }
  }
  return { rows: [], used }
}

/** "Utvalgssaksnr: 61/24" on a line of its own. */
export function labelledNumber(blocks: readonly PlacedBlock[]): { caseNumber: string; block: PlacedBlock } | undefined {
  for (const block of blocks) {
    const number =
      /^(?:saks?(?:nr|nummer)|sak nr|utvalgssak(?:s?nr)?|utvalssak(?:s?nr)?)\.?\s*:?\s+(\S.{2,20})$/iu.exec(
        block.text,
      )?.[1]
    const caseNumber = number && (caseHeadingOf(`${number} X`)?.caseNumber ?? NUMBER.exec(number)?.[1])
    if (caseNumber) return { caseNumber, block }
  }
  return undefined
}
