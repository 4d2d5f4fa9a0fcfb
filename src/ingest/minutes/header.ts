import { caseHeadingOf } from '../../domain/case-number.ts'
import { localDate } from '../../domain/ids.ts'
import type { Attendee, Meeting, People, Sourced } from '../../domain/meeting.ts'
import { findDates, findTimes } from '../../norwegian/dates.ts'
import { foldSpaces } from '../../norwegian/fold.ts'
import { isGivenName } from '../../norwegian/given-names.ts'
import type { PlacedBlock } from '../placed-block.ts'
import type { Field, Finding } from './field.ts'
import { type HeaderLabel, isHeaderLabel, labelOf } from './labels.ts'
import { readPeople, saysNobody } from './people.ts'
import { headsAbsent, peopleFindings } from './people-lists.ts'
import { headsPeople, readPeopleTable } from './people-table.ts'

export interface Header {
  readonly fields: ReadonlyMap<HeaderLabel, Field>
  /** The blocks without those that the fields were read from. */
  readonly rest: readonly PlacedBlock[]
  readonly used: readonly PlacedBlock[]
}

/** Several fields on one line: "Dato: 12.02.2026  Tid: 10:00"; a sentence that tells a field ends another. */
const INNER_LABEL =
  /\s(?=(?:Dato|Møtedato|Tid|Tidspunkt|Klokkeslett|Sted|Stad|Møtested|Møtestad|Forfall|Referent|Møteleder|Møteleiar|Til stede|Til stades|Utvalg|Utval):\s|Fr[aå] administrasjonen (?:møtte|deltok)\s)/u

/** "Møtte: Kari Nes. Ikkje møtt: Ola Dahl. Vara: Liv Moe.": a label behind a full stop begins a field. */
function partsByLabel(text: string): string[] {
  const starts = [...text.matchAll(/(?<=[.;]\s)\p{Lu}[\p{L} ]{1,40}:\s/gu)].flatMap(({ 0: printed, index }) => {
    const found = labelOf(printed.trim())
    return found && isHeaderLabel(found.label) ? [index] : []
  })
  return [0, ...starts].map((start, at) => text.slice(start, starts[at]).trim())
}

/** "Kari Nes (H). Vara hadde ikke anledning til å møte.": a sentence behind the names. */
const TOLD_BESIDE = /(?<=[\p{Ll})])\.\s+\p{Lu}\p{Ll}+\s+(?:hadde|har|møtte|deltok|kunne|ble|vart|var)(?!\p{L})[\s\S]*$/u

/** "Medlemmer til" and, a row below, "stede:": a label that its narrow cell broke. */
function withWholeLabels(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return rows.flatMap((row, at) => {
    const [label = '', ...values] = row
    const [more = '', ...below] = rows[at + 1] ?? []
    const [first = ''] = rows[at - 1] ?? []
    const isBroken = (above: string, rest: string): boolean =>
      /^\p{Ll}[\p{L} ]*:$/u.test(rest) && labelOf(above) === undefined && labelOf(`${above} ${rest}`) !== undefined
    if (isBroken(first, label)) return []
    return isBroken(label, more)
      ? [[`${label} ${more}`, ...values.map((value, cell) => `${value} ${below[cell] ?? ''}`.trim())]]
      : [row]
  })
}

function rowFindings(block: PlacedBlock): Finding[] {
  const rows = withWholeLabels(block.rows ?? [])
  return rows.flatMap((row, at) => {
    const below = peopleBelow(block, at)
    if (below) return [below]
    const findings: Finding[] = []
    for (let index = 0; index < row.length; index++) {
      const cell = row[index] ?? ''
      const found = labelOf(cell)
      if (!found || !isHeaderLabel(found.label)) continue
      const value = found.rest || (row[index + 1] ?? '')
      if (!found.rest) index++
      const listed = LISTS.has(found.label) ? value.replace(TOLD_BESIDE, '') : value
      const entries = listed.split('\n').map(foldSpaces).filter(Boolean)
      // An empty field is shown by what follows it.
      const after = entries.length === 0 ? ` ${(rows[at + 1] ?? []).join(' ')}` : ''
      findings.push({
        label: found.label,
        field: { entries, quote: foldSpaces(found.rest ? cell : `${cell} ${value}${after}`), page: block.page },
        taken: 1,
      })
    }
    return findings
  })
}

/** "Til stede" in a row alone, and below it in the same table the heads and rows of a list of people. */
function peopleBelow({ rows = [], page }: PlacedBlock, at: number): Finding | undefined {
  const [label, ...others] = (rows[at] ?? []).filter((cell) => cell.trim() !== '')
  const found = label !== undefined && others.length === 0 ? labelOf(label) : undefined
  if (!found || found.rest || !isHeaderLabel(found.label) || !headsPeople(rows[at + 1] ?? [])) return undefined
  const end = rows.findIndex((row, index) => index > at + 1 && labelOf(row[0] ?? '') !== undefined)
  const people = rows.slice(at + 1, end < 0 ? undefined : end)
  const entries = people.slice(1).map((row) => row.join(', '))
  const quote = foldSpaces([label, ...people.map((row) => row.join(' '))].join(' '))
  return { label: found.label, field: { entries, rows: people, quote, page }, taken: 1 }
}

/** A block that may be a value under a label standing alone: a name, a list of names, a date; not a sentence. */
function isValue(block: PlacedBlock): boolean {
  if (block.kind === 'heading' || labelOf(block.text) || caseHeadingOf(block.text)) return false
  if (block.kind === 'table') return true
  return block.text.length < 400 && !/\p{Ll}{2,}[.!?]\s+\p{Lu}/u.test(block.text) && !/[:]$/.test(block.text)
}

function fieldBelow(blocks: readonly PlacedBlock[], index: number, printed: string): { field: Field; taken: number } {
  const block = blocks[index]
  const values: PlacedBlock[] = []
  for (let next = index + 1; next < blocks.length; next++) {
    const candidate = blocks[next]
    if (!candidate || !isValue(candidate)) break
    if (values.length > 0 && candidate.kind !== values[0]?.kind) break
    if (values.length > 0 && candidate.kind === 'paragraph' && !readPeople([candidate.text]).length) break
    values.push(candidate)
    if (candidate.kind === 'table') break
  }
  const entries = values.flatMap((value) =>
    value.rows
      ? value.rows.map((row) => row.filter(Boolean).join(', '))
      : [value.text.replace(/^(?:[•▪➢*–—-]|\d{1,2}[.)])\s+/u, '')],
  )
  const below = values.length > 0 ? values : blocks.slice(index + 1, index + 2)
  const quote = foldSpaces([printed, ...below.map((value) => value.text)].join(' '))
  const rows = values[0]?.rows
  return { field: { entries, ...(rows && { rows }), quote, page: block?.page ?? null }, taken: 1 + values.length }
}

/** Fields that no head leaves empty. */
const NEVER_EMPTY: ReadonlySet<HeaderLabel> = new Set<HeaderLabel>(['date', 'time', 'place'])

const labelAlone = (block: PlacedBlock | undefined): HeaderLabel | undefined => {
  const found = block && block.kind !== 'table' ? labelOf(block.text) : undefined
  return found && !found.rest && isHeaderLabel(found.label) ? found.label : undefined
}

/**
 * Labels one below the other and then their values: poor text read a table column by column. What belongs to which is
 * known where there are as many values as labels, or where all but one label have a value of their own kind; else
 * nothing is read from them.
 */
function columnRun(blocks: readonly PlacedBlock[], index: number): { findings: Finding[]; taken: number } | undefined {
  const labels: HeaderLabel[] = []
  for (let label = labelAlone(blocks[index]); label; label = labelAlone(blocks[index + labels.length]))
    labels.push(label)
  const end = blocks.findIndex((block, at) => at >= index + labels.length && !isValue(block))
  const values = blocks.slice(index + labels.length, end < 0 ? undefined : end)
  const [first] = labels
  const isColumn = labels.length > 2 || (labels.length === 2 && first !== undefined && NEVER_EMPTY.has(first))
  if (!isColumn || values.length < 2 || new Set(labels).size < labels.length) return undefined
  const taken = labels.length + values.length
  const isOf = (label: HeaderLabel, { text }: PlacedBlock): boolean =>
    (label === 'date' && dayIn(text) !== undefined) || (label === 'time' && timesIn(text, false).length > 0)
  const own = labels.map((label) => values.find((value) => isOf(label, value)))
  const open = labels.filter((_, at) => !own[at])
  const rest = values.filter((value) => !own.includes(value))
  const isPaired = values.length === labels.length
  const findings = labels.flatMap((label, at): Finding[] => {
    const paired = isPaired ? values.slice(at, at + 1) : open.length === 1 ? rest : []
    const mine = own[at] ? [own[at]] : paired
    const entries = mine.map(({ text }) => text)
    const quote = foldSpaces([blocks[index + at]?.text ?? '', ...entries].join(' '))
    return entries.length > 0 ? [{ label, field: { entries, quote, page: blocks[index]?.page ?? null }, taken: 1 }] : []
  })
  return { findings, taken }
}

/** Employers and employees stand in lists of their own. */
const OF_SIDE = /^arbeids(?:giver|gjevar|taker|takar)/iu
/** So do those in the room and those on the line. */
const IN_A_WAY = /^(?:\p{L}+\s){1,2}(?:(?:på|via)\s\p{L}+|fysisk|digitalt)\s?:/iu
const areOfSides = (...fields: readonly Field[]): boolean =>
  [OF_SIDE, IN_A_WAY].some((way) => fields.every(({ quote }) => way.test(quote)))

const LISTS: ReadonlySet<HeaderLabel> = new Set<HeaderLabel>(['present', 'absent', 'substitutes'])
const FULL_NAME = /^\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’.-]*){1,4}(?:\s*[,(].{0,80})?$/u

/** "Møtende medlemmer: Kari Nes" and the others one a line below it. */
function namesBelow(blocks: readonly PlacedBlock[], index: number): PlacedBlock[] {
  const below = blocks.slice(index + 1)
  const end = below.findIndex(
    (block) =>
      block.kind !== 'paragraph' ||
      !FULL_NAME.test(block.text) ||
      !isValue(block) ||
      !isGivenName(block.text.split(/[\s-]/)[0] ?? ''),
  )
  return end < 0 ? below : below.slice(0, end)
}

/** "Møteleder og referent: Kari Nes" */
function twoOffices(part: string, page: number | null): Finding[] | undefined {
  const [, one = '', other = '', rest = ''] = /^(\p{L}+)\s?(?:og|\/|&)\s?(\p{L}+):\s+(\S.*)$/iu.exec(part.trim()) ?? []
  const labels = [one, other].map((word) => labelOf(`${word}: ${rest}`)?.label)
  if (!labels.every((label) => label === 'chair' || label === 'minuteTaker')) return undefined
  const field: Field = { entries: [rest], quote: foldSpaces(part), page }
  return labels.flatMap((label) => (label && isHeaderLabel(label) ? [{ label, field, taken: 1 }] : []))
}

function findingsAt(blocks: readonly PlacedBlock[], index: number): Finding[] {
  const block = blocks[index]
  if (!block) return []
  if (block.kind === 'table') {
    const head = block.rows?.[0] ?? []
    return headsPeople(head) ? peopleFindings(block, headsAbsent(head) ? 'absent' : 'present') : rowFindings(block)
  }
  const parts = block.text.split(INNER_LABEL).flatMap(partsByLabel)
  const findings = parts.flatMap((part): Finding[] => {
    const two = twoOffices(part, block.page)
    if (two) return two
    const found = labelOf(part.trim())
    if (!found || !isHeaderLabel(found.label)) return []
    const below = blocks[index + 1]
    if (!found.rest && found.label === 'absent' && below?.rows && headsPeople(below.rows[0] ?? []))
      return peopleFindings(below, 'absent').map((finding) => ({ ...finding, taken: 2 }))
    if (!found.rest && parts.length === 1) {
      const { field, taken } = fieldBelow(blocks, index, block.text)
      const lists = below?.rows && headsPeople(below.rows[0] ?? []) ? peopleFindings(below, found.label) : []
      if (lists.length > 1) return lists.map((finding) => ({ ...finding, taken: 2 }))
      return [{ label: found.label, field, taken }]
    }
    const more = parts.length === 1 && LISTS.has(found.label) ? namesBelow(blocks, index) : []
    const entries = [...(found.rest ? [found.rest] : []), ...more.map(({ text }) => text)]
    const quote = foldSpaces([part, ...more.map(({ text }) => text)].join(' '))
    return [{ label: found.label, field: { entries, quote, page: block.page }, taken: 1 + more.length }]
  })
  return findings
}

/**
 * Finds the labelled fields of a meeting. They stand above the first item; poor text has them anywhere on the first
 * page, and then as a run of at least three.
 */
export function readHeader(blocks: readonly PlacedBlock[], firstItem: number): Header {
  const fields = new Map<HeaderLabel, Field>()
  const used = new Set<number>()
  const firstPage = blocks[0]?.page ?? null
  const take = (index: number, findings: readonly Finding[]): number => {
    // "Til stede" above "Medlemmer: …" heads the lists below it.
    for (const { label, field } of findings) {
      const known = fields.get(label)
      // "Til stede: 21, av disse 3 vara" counts those who are named further down.
      const isNameless = known && LISTS.has(label) && !known.entries.some(saysNobody) && peopleOf(known).length === 0
      if (!known || (LISTS.has(label) && known.entries.length === 0)) fields.set(label, field)
      else if (isNameless && peopleOf(field).length > 0) fields.set(label, field)
      // Those of the administration and those of the auditor stand in lists of their own.
      else if ((label === 'othersPresent' || areOfSides(known, field)) && !known.rows && !field.rows)
        fields.set(label, {
          ...known,
          entries: [...known.entries, ...field.entries],
          quote: `${known.quote} ${field.quote}`,
        })
    }
    const taken = Math.max(...findings.map((finding) => finding.taken))
    if (!findings.some(({ isShared }) => isShared))
      for (let offset = 0; offset < taken; offset++) used.add(index + offset)
    return taken
  }
  for (let index = 0; index < blocks.length; ) {
    const block = blocks[index]
    const isAbove = index < firstItem
    if (!isAbove && (firstPage === null || block?.page !== firstPage)) break
    const run = isAbove ? columnRun(blocks, index) : undefined
    if (run) {
      if (run.findings.length > 0) take(index, run.findings)
      index += run.taken
      continue
    }
    const findings = findingsAt(blocks, index)
    if (findings.length > 0 && (isAbove || runLength(blocks, index) >= 3)) index += take(index, findings)
    else index++
  }
  return {
    fields,
    rest: blocks.filter((_, index) => !used.has(index)),
    used: blocks.filter((_, index) => used.has(index)),
  }
}

/** How many header fields stand in a row around a block. */
function runLength(blocks: readonly PlacedBlock[], index: number): number {
  const isField = (at: number): boolean => findingsAt(blocks, at).length > 0
  const block = blocks[index]
  if (block?.kind === 'table') return rowFindings(block).length
  let from = index
  while (from > 0 && isField(from - 1)) from--
  let to = index
  while (to + 1 < blocks.length && isField(to + 1)) to++
  return to - from + 1
}

const sourced = <Value>(field: Field, value: Value): Sourced<Value> => ({ value, quote: field.quote, page: field.page })

export const peopleOf = (field: Field): Attendee[] =>
  field.rows
    ? readPeopleTable(field.rows)
    : OF_SIDE.test(field.quote)
      ? field.entries.flatMap((side) => readPeople([side]))
      : readPeople(field.entries)

/** Words that hold no name ("Det møtte 23 medlemmer") leave it unknown who they were; they do not say that nobody was. */
function people(field: Field | undefined): People | undefined {
  if (!field) return undefined
  const found = peopleOf(field)
  return found.length > 0 || field.entries.every(saysNobody) ? sourced(field, found) : undefined
}

/** The first date of a text that is a day, as a date. */
export function dayIn(text: string, defaultYear?: number): ReturnType<typeof localDate> {
  for (const { year, month, day } of findDates(text, defaultYear === undefined ? {} : { defaultYear }))
    if (year !== undefined && month !== undefined && day !== undefined) return localDate(year, month, day)
  return undefined
}

/** "… kl. 12:00 - 14:00 i rådhuset": what stands behind the last time of words that tell when a meeting was. */
export function placeBehindTime(text: string): string | undefined {
  const end = findTimes(text).at(-1)?.end
  const [, place] =
    /^\s*(?:,\s|(?=(?:i|på|ved)\s))(?:(?:i|på|ved)\s)?(\p{L}[^.;:]{2,80})[.;]?$/u.exec(
      text.slice(end ?? text.length),
    ) ?? []
  return place?.trim()
}

/** "13.00–14.30" is a time only where a label says so. */
function timesIn(text: string, isDateToo: boolean): ReturnType<typeof findTimes> {
  const times = findTimes(text)
  return times.length > 0 || isDateToo ? times : findTimes(`kl. ${text}`)
}

/** What the labelled fields say of the meeting; committee and items are found elsewhere. */
export function meetingFields(header: Header): Omit<Meeting, 'committee' | 'number' | 'substitutes' | 'items'> {
  const field = (label: HeaderLabel): Field | undefined => header.fields.get(label)
  const text = (label: HeaderLabel): string => field(label)?.entries.join(' ') ?? ''
  const dateField = field('date')
  const date = dateField ? dayIn(text('date')) : undefined
  const timeField = field('time') ?? dateField
  const [start, end] = timeField ? timesIn(timeField.entries.join(' '), timeField === dateField) : []
  const placeField = field('place')
  const placed = placeField?.entries.length ? placeField.entries.join(', ').replace(/[\s,.;]+$/, '') : undefined
  // "Tid og sted: 12. mars 2026 kl. 09:00, rådhuset"
  const beside =
    dateField && /^tid\P{L}+(?:og\s)?st[ae]d/iu.test(dateField.quote) ? placeBehindTime(text('date')) : undefined
  const present = people(field('present'))
  return {
    date: dateField && date ? sourced(dateField, date) : undefined,
    startTime: timeField && start ? sourced(timeField, start.hhmm) : undefined,
    endTime: timeField && end ? sourced(timeField, end.hhmm) : undefined,
    place:
      placeField && placed ? sourced(placeField, placed) : dateField && beside ? sourced(dateField, beside) : undefined,
    chair: people(field('chair')),
    minuteTaker: people(field('minuteTaker')),
    // No meeting is held by nobody: an empty list has its people told elsewhere.
    present: present?.value.length ? present : undefined,
    absent: people(field('absent')),
    othersPresent: people(field('othersPresent')),
  }
}
