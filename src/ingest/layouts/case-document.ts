import { caseHeadingOf, isSameCase } from '../../domain/case-number.ts'
import { asciiFold, foldSpaces } from '../../norwegian/fold.ts'
import { dayIn } from '../minutes/header.ts'
import { labelOf } from '../minutes/labels.ts'
import type { PlacedBlock } from '../placed-block.ts'
import { labelledNumber, type RoutingRow, routingIn } from './case-routing.ts'
import type { LaidOut, Layout, LayoutInput } from './layout.ts'
import { readMinutes } from './minutes.ts'

const PROTOCOL =
  /^(?:saksprotokoll|særutskrift(?:\s+(?:av|frå|fra)\s+møtebok(?:en|a)?)?|saksutskrift|melding om vedtak)\s?:?$/iu
const REPORT =
  /^(?:sa(?:ks|ms)fr(?:am|em)legg|sakspapir|saksfr(?:am|em)stilling|samlet saksfr(?:am|em)stilling|samla saksframstilling|saksutredning|saksutgreiing)\s?:?$/iu
const MUNICIPALITY = /^(?:\p{L}[\p{L}-]*\s){1,3}(?:kommune|fylkeskommune|IKS|KF)$/iu
const LABELLED_LINE = /^[\p{L}\s./-]{2,40}:(?:\s|$)/u
const ROUTING_WORD = /^(?:saksgang|utvalg|utval|møtedato|utvalgssak|saksn(?:umme)?r\.?|behandling|dato|arkiv\S*)$/iu
/** Kind, routing and title stand this near the top. */
const HEAD_BLOCKS = 25

interface Head {
  readonly isProtocol: boolean
  readonly rows: readonly RoutingRow[]
  readonly caseNumber: string | undefined
  readonly title: PlacedBlock
  /** What stands above the matter and is told by its fields. */
  readonly used: ReadonlySet<PlacedBlock>
}

/** The head of a document about one matter; undefined for any other document. */
function headOf({ blocks }: LayoutInput): Head | undefined {
  const first = blocks.slice(0, HEAD_BLOCKS)
  const kind = first.slice(0, 8).find(({ text }) => PROTOCOL.test(text.trim()) || REPORT.test(text.trim()))
  if (!kind) return undefined
  const { rows, used } = routingIn(first)
  const labelled = labelledNumber(first)
  const body = first.findIndex((block) => {
    const label = block === kind ? undefined : labelOf(block.text)?.label
    return label === 'recommendation' || label === 'decision' || label === 'caseReport' || label === 'discussion'
  })
  const isTitle = (block: PlacedBlock): boolean =>
    block !== kind &&
    !used.has(block) &&
    block.kind !== 'table' &&
    block.text.length < 300 &&
    !MUNICIPALITY.test(block.text) &&
    !LABELLED_LINE.test(block.text) &&
    !ROUTING_WORD.test(block.text) &&
    labelOf(block.text) === undefined
  const above = first.slice(0, body < 0 ? undefined : body).filter(isTitle)
  const title = above.find((block) => block.kind === 'heading') ?? above.find(({ text }) => /\p{L}{3}/u.test(text))
  if (!title) return undefined
  const isProtocol = PROTOCOL.test(kind.text.trim())
  const numbered = rows.filter((row) => row.caseNumber)
  const own = isProtocol ? numbered.at(-1) : numbered[0]
  const heading = caseHeadingOf(title.text)
  const caseNumber = heading?.caseNumber ?? own?.caseNumber ?? labelled?.caseNumber
  const others = blocks.filter((block) => {
    const number = used.has(block) || block.kind === 'table' ? undefined : caseHeadingOf(block.text)?.caseNumber
    return number !== undefined && !rows.some((row) => row.caseNumber && isSameCase(row.caseNumber, number))
  })
  // A notice holds the reports of its matters, each with its number: it is no document of one matter.
  if (others.some((block) => block !== title)) return undefined
  if (!caseNumber && !first.some(({ text }) => /^(?:arkivsaks?\S*|saksbehandl[ae]r|sakshandsamar)\s?:/iu.test(text)))
    return undefined
  return { isProtocol, rows, caseNumber, title, used: labelled ? new Set([...used, labelled.block]) : used }
}

/** The row whose body the text says treated it last; else the row of the matter's number. */
function rowTreated({ rows, caseNumber }: Head, blocks: readonly PlacedBlock[]): RoutingRow | undefined {
  const named = (row: RoutingRow): boolean => {
    const stem = asciiFold(row.committee).slice(0, 12)
    return blocks.some(({ text }) => {
      const label = labelOf(text)
      return (label?.label === 'decision' || label?.label === 'discussion') && asciiFold(label.printed).includes(stem)
    })
  }
  return rows.findLast(named) ?? rows.find((row) => row.caseNumber !== undefined && row.caseNumber === caseNumber)
}

function readCase(input: LayoutInput, head: Head): LaidOut {
  const { title, used, caseNumber, isProtocol } = head
  const row = rowTreated(head, input.blocks)
  const blocks = input.blocks.filter((block) => !used.has(block))
  const start = {
    caseNumber: row?.caseNumber ?? caseNumber,
    title: caseHeadingOf(title.text)?.title || foldSpaces(title.text),
  }
  const laidOut = readMinutes({ ...input, blocks }, (block) => (block === title ? start : undefined), {
    decisionExtent: 'by-label',
  })
  const { meeting } = laidOut
  const quote = foldSpaces([...used].map(({ text }) => text).join(' '))
  const page = [...used][0]?.page ?? null
  const date = row?.date ? dayIn(row.date) : undefined
  return {
    ...laidOut,
    // What is only put forward is no meeting held, and no agenda of one.
    kind: isProtocol || meeting?.items.some((item) => item.decision) ? 'minutes' : 'other',
    meeting: meeting && {
      ...meeting,
      committee: row ? { value: row.committee, quote, page } : meeting.committee,
      date: date ? { value: date, quote, page } : meeting.date,
    },
    outline: [
      ...[...used].map((block) => ({ block, kind: 'attendance' as const, caseNumber: undefined, headings: [] })),
      ...laidOut.outline,
    ],
  }
}

/**
 * One matter on its own, as Public 360, ACOS and Elements print it: SAKSPROTOKOLL, SAKSFRAMLEGG, with a table of the bodies
 * that treat it.
 */
export const caseDocument: Layout = {
  name: 'case-document',
  score: (input) => (headOf(input) ? 0.85 : 0),
  read(input) {
    const head = headOf(input)
    if (!head) throw new Error('not a document of one matter')
    return readCase(input, head)
  },
}
