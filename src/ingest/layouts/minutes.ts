import type { DocumentKind } from '../../domain/document.ts'
import { localDate } from '../../domain/ids.ts'
import type { AgendaItem, Attendee, Meeting, Sourced, Substitute } from '../../domain/meeting.ts'
import type { PassageKind } from '../../domain/passage.ts'
import { findTimes } from '../../norwegian/dates.ts'
import { foldSpaces } from '../../norwegian/fold.ts'
import { absentTold, presentTold } from '../minutes/attendance-told.ts'
import { findCommittee } from '../minutes/committee.ts'
import { dayIn, type Header, meetingFields, peopleOf, placeBehindTime, readHeader } from '../minutes/header.ts'
import { type FindItemStart, type ItemOptions, type ItemPart, splitItems } from '../minutes/items.ts'
import { labelOf } from '../minutes/labels.ts'
import { chairTold, minuteTakerTold } from '../minutes/offices.ts'
import { meetingNumberOf } from '../minutes/status.ts'
import { withUnlistedVoters } from '../minutes/votes.ts'
import type { PlacedBlock } from '../placed-block.ts'
import type { LaidOut, LayoutInput, OutlinedBlock } from './layout.ts'

const PASSAGE_KINDS: Partial<Record<ItemPart, PassageKind>> = {
  heading: 'heading',
  decision: 'decision',
  recommendation: 'recommendation',
}

/** The item in which minutes may tell who came. */
const OPENING = /(?<!\p{L})(?:opprop|navneopprop|namneopprop|oppmøte|åpning|opning|(?:møte)?innkalling)/iu
const NOTICE = /innkalling|saksliste|sakliste|dagsorden/iu

const passageKind = (block: PlacedBlock, part: ItemPart): PassageKind =>
  PASSAGE_KINDS[part] ?? (block.kind === 'table' ? 'table' : block.kind === 'heading' ? 'heading' : 'body')

/** The date that the first lines tell, or the title, or at last the file's name (2024-11-14). */
function dateBesideField(input: LayoutInput): Meeting['date'] {
  const first = input.blocks
    .slice(0, 8)
    .filter((block) => !/^\P{L}*(?:neste|forrige|førre)(?!\p{L})/iu.test(block.text))
  // A letter's own date ("Vår dato") is not the meeting's: lines that speak of the meeting come first.
  const candidates = [
    ...first.filter((block) => /m(?:øte|ote)/iu.test(block.text)),
    ...first.filter((block) => !/dato/iu.test(block.text)),
  ]
  for (const block of candidates) {
    const value = dayIn(block.text.slice(0, 200))
    if (value) return { value, quote: foldSpaces(block.text).slice(0, 300), page: block.page }
  }
  const inTitle = input.title && dayIn(input.title.value)
  if (input.title && inTitle) return { ...input.title, value: inTitle }
  const [, year, month, day] = /((?:19|20)\d{2})-?(\d{2})-?(\d{2})/.exec(input.fileName) ?? []
  const value = year ? localDate(Number(year), Number(month), Number(day)) : undefined
  return value ? { value, quote: input.fileName, page: null } : undefined
}

/** "… kl. 12:00 - 14:00 i rådhuset, møterom 2.": what stands behind the last time of the sentence that tells of the meeting. */
const PLACE_BEHIND_TIME = /^\s*,?\s(?:i|på|ved)\s(\p{L}[^.;:]{2,100})(?:[.;]|$)/u

const HEAD_LINES = 4

/** "Møtet ble satt kl. 10.00 og hevet kl. 12.30", "Møtet vart halde kl. 9 i rådhuset": told outside a field. */
function toldOutsideFields(blocks: readonly PlacedBlock[]): Pick<Meeting, 'startTime' | 'endTime' | 'place'> {
  let startTime: Sourced<string> | undefined
  let place: Sourced<string> | undefined
  let endTime: Sourced<string> | undefined
  // "Referat fra møtet 12. mars 2026 kl. 10.00–12.00, møterom 2" above everything else.
  const line = blocks
    .slice(0, HEAD_LINES)
    .find(({ text }) => text.length < 200 && dayIn(text) !== undefined && findTimes(text).length > 0 && !labelOf(text))
  if (line) {
    const told = { quote: foldSpaces(line.text), page: line.page }
    const [start, end] = findTimes(line.text)
    const where = placeBehindTime(line.text)
    if (start) startTime = { value: start.hhmm, ...told }
    if (end) endTime = { value: end.hhmm, ...told }
    if (where) place = { value: where, ...told }
  }
  for (const block of blocks) {
    if (
      !/\bmøtet\s+(?:ble\s+|vart\s+)?(?:holdt|halde|avholdt|satt|sett|starta|startet|åpnet|hevet|heva|avsluttet|avslutta|slutt)/iu.test(
        block.text,
      )
    )
      continue
    const times = findTimes(block.text)
    const where = PLACE_BEHIND_TIME.exec(block.text.slice(times.at(-1)?.end ?? block.text.length))?.[1]
    if (where && /holdt|halde/iu.test(block.text))
      place ??= { value: where.trim(), quote: foldSpaces(block.text).slice(0, 300), page: block.page }
    for (const time of times) {
      const before = block.text.slice(Math.max(0, time.start - 40), time.start)
      const found = { value: time.hhmm, quote: foldSpaces(block.text).slice(0, 300), page: block.page }
      if (/hevet|heva|avslutt|slutt/iu.test(before)) endTime ??= found
      else if (startTime && /holdt|halde/iu.test(block.text)) endTime ??= found
      else if (/holdt|halde|kl|satt|sett|start|åpnet/iu.test(before)) startTime ??= found
    }
  }
  return { startTime, endTime, place }
}

/** Minutes and notices of any layout: header fields, items, and what stands around them. */
export function readMinutes(input: LayoutInput, findStart: FindItemStart, options: ItemOptions): LaidOut {
  const firstItem = input.blocks.findIndex((block) => findStart(block) !== undefined)
  const header = readHeader(input.blocks, firstItem < 0 ? input.blocks.length : firstItem)
  const { before, items } = splitItems(header.rest, findStart, options)
  const committeeField = header.fields.get('committee')
  const committee = findCommittee(
    committeeField && {
      value: committeeField.entries.join(' '),
      quote: committeeField.quote,
      page: committeeField.page,
    },
    input.title,
    input.fileName,
    input.blocks,
  )
  const fields = meetingFields(header)
  const told = toldOutsideFields(input.blocks)
  const present = withSubstitutes(header, fields.present ?? presentTold(before))
  const opening = items.find(({ item }) => OPENING.test(item.title))?.blocks ?? []
  const aboutMeeting = [...before, ...opening.map(({ block }) => block)]
  const meeting: Meeting = {
    ...fields,
    committee,
    date: fields.date ?? dateBesideField(input),
    startTime: fields.startTime ?? told.startTime,
    endTime: fields.endTime ?? told.endTime,
    place: fields.place ?? told.place,
    chair: fields.chair ?? chairTold(present, input.blocks),
    minuteTaker: fields.minuteTaker ?? minuteTakerTold([present, fields.othersPresent], input.blocks),
    number: findMeetingNumber(input, firstItem, items),
    present,
    absent: fields.absent ?? absentTold(aboutMeeting),
    substitutes: findSubstitutes(header, present),
    items: withUnlistedVoters(
      items.map(({ item }) => item),
      present,
    ),
  }
  const kind: DocumentKind =
    NOTICE.test(`${input.title?.value ?? ''} ${input.fileName}`) && items.every(({ item }) => !item.decision)
      ? 'notice'
      : 'minutes'
  const outline: OutlinedBlock[] = [
    ...header.used.map((block): OutlinedBlock => ({ block, kind: 'attendance', caseNumber: undefined, headings: [] })),
    ...outlineAbove(before, input),
    ...items.flatMap(({ item, blocks }) => {
      let inner: string[] = []
      return blocks.map(({ block, part }): OutlinedBlock => {
        // What stands under a heading within an item ("Neste møte") is told by it as well.
        if (block.kind === 'heading') inner = isOwnHeading(block, item) ? [foldSpaces(block.text)] : []
        return {
          block,
          kind: passageKind(block, part),
          caseNumber: item.caseNumber,
          headings: [item.heading, ...inner],
        }
      })
    }),
  ]
  return { kind, meeting, sections: [], outline }
}

/** What stands above the items, each block below the heading it stands under; the title heads everything. */
function outlineAbove(before: readonly PlacedBlock[], { title }: LayoutInput): OutlinedBlock[] {
  let headings: string[] = []
  return before.map((block): OutlinedBlock => {
    const text = foldSpaces(block.text)
    if (block.kind === 'heading') headings = text === title?.value ? [] : [text]
    return { block, kind: passageKind(block, 'body'), caseNumber: undefined, headings }
  })
}

/** A heading that tells a matter: not the item's own, nor one that only names a part of it ("Vedtak"). */
const isOwnHeading = ({ text }: PlacedBlock, { heading }: AgendaItem): boolean =>
  foldSpaces(text) !== foldSpaces(heading) && labelOf(text) === undefined && !PART_OF_ITEM.test(text)
const PART_OF_ITEM =
  /^(?:saksbehandling|saksgrunnlag\b.*|saksutgreiing|saksutredning|saksframlegg|behandling|handsaming|votering|røysting|vedtak|innstilling|tilråding\p{L}*|forslag|referat|vedlegg)\P{L}*$/iu

/** Substitutes who met were present; they say for whom. */
function withSubstitutes(header: Header, present: Meeting['present']): Meeting['present'] {
  const field = header.fields.get('substitutes')
  if (!field || !present) return present
  const isListed = ({ name }: Attendee): boolean => present.value.some((person) => person.name === name)
  const substitutes = peopleOf(field)
    .filter((person) => !isListed(person))
    .map((person) => ({ ...person, role: person.role ?? 'varamedlem' }))
  if (substitutes.length === 0) return present
  return { ...present, value: [...present.value, ...substitutes], quote: `${present.quote} ${field.quote}` }
}

const SUBSTITUTE_FOR =
  /(?:^|[\s(])(?:(?:vara(?:medlem)?|møtte|møter|stedfortreder|stadfortredar)\s+)?for\s+(\p{Lu}[^,]*)/u
const SUBSTITUTE = /(?<!\p{L})(?:vara|varamedlem|vararepresentant|pva)(?!\p{L})|^møtte for\s/iu

/** "for Per Vik": a person, not a body that somebody speaks for. */
const FOR_SOMEBODY = /(?:^|,\s)for\s\p{Lu}\p{Ll}[\p{L}'-]*(?:\s\p{Lu}[\p{L}.'-]*)*\s\p{Lu}\p{Ll}[\p{L}'-]*(?=,|$)/u
const isSubstitute = (role: string): boolean => SUBSTITUTE.test(role) || FOR_SOMEBODY.test(role)

const asSubstitute = (person: Attendee): Substitute => ({
  ...person,
  substituteFor: SUBSTITUTE_FOR.exec(person.role ?? '')?.[1]?.trim(),
})

/** From a field of their own, or from remarks in the list of those present ("vara for …"). */
function findSubstitutes(header: Header, present: Meeting['present']): Meeting['substitutes'] {
  const remarked = present?.value.filter((person) => isSubstitute(person.role ?? '')).map(asSubstitute) ?? []
  const field = header.fields.get('substitutes')
  if (field) {
    const value = peopleOf(field).map(asSubstitute)
    const others = remarked.filter((person) => !value.some((known) => known.name === person.name))
    return { value: [...value, ...others], quote: field.quote, page: field.page }
  }
  return present && remarked.length > 0 ? { ...present, value: remarked } : undefined
}

const MEETING_NUMBER =
  /(?<!\p{L})(?:\p{L}*(?:råds|styre|utvalgs|utvals|skaps))?møte(?:t)?\s*(?:nr\.?|nummer)?\s*:?\s*(\d{1,3}\s?[/-]\s?(?:20)?\d{2}|(?<=(?:nr\.?|nummer)\s*:?\s*)\d{1,3})(?![\d.])/iu

/** "Møte nr. 3/2024" above the items, else the part of their numbers that all items share. */
function findMeetingNumber(
  input: LayoutInput,
  firstItem: number,
  items: ReturnType<typeof splitItems>['items'],
): Meeting['number'] {
  for (const block of input.blocks.slice(0, firstItem < 0 ? 10 : firstItem)) {
    const value = block.text.length < 300 ? MEETING_NUMBER.exec(block.text)?.[1] : undefined
    if (value) return { value: value.replace(/\s/g, ''), quote: foldSpaces(block.text), page: block.page }
  }
  const value = meetingNumberOf(items.flatMap(({ item }) => item.caseNumber ?? []))
  const [first] = items
  return value && first ? { value, quote: first.item.heading, page: first.item.page } : undefined
}
