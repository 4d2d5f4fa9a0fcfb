import { caseHeadingOf, caseNumberKey, isSameCase } from '../../domain/case-number.ts'
import type { Link } from '../../domain/document.ts'
import type { AgendaItem, Decision, Sourced } from '../../domain/meeting.ts'
import { endsWithAbbreviation } from '../../norwegian/abbreviations.ts'
import { foldSpaces } from '../../norwegian/fold.ts'
import type { PlacedBlock } from '../placed-block.ts'
import { startsListItem } from '../readers/lines.ts'
import { type ItemLabel, isHeaderLabel, labelOf } from './labels.ts'
import { joinParagraphs } from './paragraphs.ts'
import { readProposals } from './proposals.ts'
import { itemTypeOf, statusOf } from './status.ts'
import { readPlacedVotes } from './votes.ts'

/** Where an item begins, as a layout sees it. */
export interface ItemStart {
  readonly caseNumber: string | undefined
  readonly title: string
}

export type FindItemStart = (block: PlacedBlock) => ItemStart | undefined

export type ItemPart = ItemLabel | 'heading' | 'body'

/** A block of an item with the part it belongs to. */
export interface ItemBlock {
  readonly block: PlacedBlock
  readonly part: ItemPart
}

export interface SplitItem {
  readonly item: AgendaItem
  readonly blocks: readonly ItemBlock[]
}

export interface ItemOptions {
  /**
   * 'paragraph': only what stands with the label is the decision and discussion follows it (Decisions app).
   * 'section': everything up to the next label is the decision (protocols of case systems).
   * A label on a line of its own always opens a section, one with text behind it always a paragraph, unless this says otherwise.
   */
  readonly decisionExtent: 'paragraph' | 'section' | 'by-label'
}

export const caseHeadingStart: FindItemStart = (block) =>
  block.kind === 'table' ? undefined : caseHeadingOf(block.text)

/** What ends a decision that runs to the end of its item: signatures, running ends of the document. */
const AFTER_DECISION =
  /^(?:møtet (?:ble )?(?:hevet|avsluttet|slutt)|møtet vart heva|underskrift|signatur|rett utskrift|sign\.|referat(?:et)? (?:er )?(?:godkjent|signert)|neste møte|eventuelt)\b/iu

/** What came of the voting, below the words that were voted over. */
const TELLS_OF_VOTE =
  /^(?:(?:uttalelsen|uttalen|vedtaket|forslaget|framlegget|innstillingen|innstillinga|tilrådinga)\s(?:ble|vart|blei)\s(?:enstemmig|samrøystes|einstemmig|vedtatt|vedteke|vedteken)|(?:enstemmig|samrøystes|einstemmig)(?:\s(?:vedtatt|vedteke|godkjent|vedtak))?\s*\.?$|vedt(?:att|eke)\s(?:mot|med)\s.{1,60}\s(?:stemmer?|røyster?|røyst))/iu

/** What ends a recommendation that no label ends: the vote over it, or somebody else's proposal. */
const AFTER_RECOMMENDATION =
  /^(?:(?:for|i?mot)\s.{3,60}\s(?:stemte|røysta)\s+\d|dermed\s+(?:ble|vart)|dette\s+ble\s+satt\s+opp\s+mot|.{3,120}\s(?:fremmet|fremja|la fram|sette fram|satte fram)\s+(?:følgende|følgjande|slikt|forslag)|\p{Lu}[\p{L}\s]{2,60}\s[-–]\s(?:sak\s)?\d{1,4}\/\d{2,4}$|\p{Lu}[^.:]{3,60}\s(?:foreslo|føreslo)\s(?:at|å)\s)/iu

/** "Lukket: X" below an item of the list is no content. */
const MAX_MARK_CHARS = 30

interface OpenItem {
  start: ItemStart
  heading: string
  titleBelow: PlacedBlock | undefined
  page: number | null
  links: Link[]
  blocks: ItemBlock[]
}

/** Cuts blocks into items. An item listed first and treated later is one, standing where it is treated. */
export function splitItems(
  blocks: readonly PlacedBlock[],
  findStart: FindItemStart,
  options: ItemOptions,
): { before: readonly PlacedBlock[]; items: readonly SplitItem[] } {
  const before: PlacedBlock[] = []
  const open: OpenItem[] = []
  for (const [index, block] of blocks.entries()) {
    const found = findStart(block)
    const title = found && titleBelow(blocks, index, found, open, findStart)
    const start = title ? { ...found, title: foldSpaces(title.text) } : found
    const above = open.at(-1)
    if (above && above.titleBelow === block) above.blocks.push({ block, part: 'heading' })
    else if (start && above && isTreatmentOf(above.start, start)) above.blocks.push({ block, part: 'heading' })
    else if (start) {
      open.push({
        start,
        heading: foldSpaces(title ? `${block.text} ${title.text}` : block.text),
        titleBelow: title,
        page: block.page,
        links: [...block.links],
        blocks: [{ block, part: 'heading' }],
      })
    } else if (above) above.blocks.push({ block, part: 'body' })
    else before.push(block)
  }
  const merged = mergeRepeated(open)
  return { before, items: merged.map((item, index) => closeItem(item, index + 1, options)) }
}

const MAX_BARE_CHARS = 30
const MAX_TITLE_CHARS = 150

/** "Sak 3/25" alone in its line has its title in the next, unless an item of that number stands above. */
function titleBelow(
  blocks: readonly PlacedBlock[],
  index: number,
  start: ItemStart,
  open: readonly OpenItem[],
  findStart: FindItemStart,
): PlacedBlock | undefined {
  const [block, below] = [blocks[index], blocks[index + 1]]
  if (!block || !below || start.title !== '' || block.text.length > MAX_BARE_CHARS) return undefined
  if (open.some((other) => isTreatmentOf(other.start, start)) || findStart(below) || labelOf(below.text))
    return undefined
  const isLine = below.kind === 'paragraph' || below.kind === 'heading'
  return isLine && below.text.length <= MAX_TITLE_CHARS && !/[.:;]$/.test(below.text) ? below : undefined
}

/** "PS 21/25 Title" and below it "Kommunestyrets behandling av sak 21/2025": one item under its number of the list. */
const isTreatmentOf = (listed: ItemStart, { caseNumber, title }: ItemStart): boolean =>
  title === '' &&
  caseNumber !== undefined &&
  listed.caseNumber !== undefined &&
  isSameCase(listed.caseNumber, caseNumber)

/** The only item of a list that a line of treatment can mean. */
function listedAs(start: ItemStart, items: readonly OpenItem[]): OpenItem | undefined {
  if (start.title !== '') return undefined
  const listed = items.filter((other) => isTreatmentOf(other.start, start))
  return listed.length === 1 ? listed[0] : undefined
}

function mergeRepeated(items: readonly OpenItem[]): OpenItem[] {
  const merged: OpenItem[] = []
  const byKey = new Map<string, OpenItem>()
  for (const item of items) {
    const key = item.start.caseNumber ? caseNumberKey(item.start.caseNumber) : undefined
    const earlier = (key && byKey.get(key)) ?? listedAs(item.start, merged)
    if (!earlier) {
      merged.push(item)
      if (key) byKey.set(key, item)
      continue
    }
    // In a list of items each is a heading without content; the later, full one tells page and title.
    if (earlier.blocks.every(({ block, part }) => part === 'heading' || block.text.length <= MAX_MARK_CHARS)) {
      earlier.heading = item.heading
      earlier.page = item.page
    }
    earlier.start = { ...earlier.start, title: earlier.start.title || item.start.title }
    earlier.blocks.push(...item.blocks)
    earlier.links.push(...item.links)
  }
  return merged
}

/** A decision's paragraph that plainly goes on in the next: cut at "kl." or in the middle of a sentence. */
function goesOn(text: string, next: PlacedBlock): boolean {
  if (next.kind === 'heading' || next.kind === 'table') return false
  // An abbreviation may also end a sentence ("… 32 mill. kr."): then the next paragraph begins with a capital.
  if (endsWithAbbreviation(text) && /^[\p{Ll}\d]/u.test(next.text)) return true
  if (/:$/.test(text)) return true
  if (next.kind === 'listItem') return startsListItem(text) || /[:;,]$/.test(text)
  return /^\p{Ll}/u.test(next.text) && !/[.!?]$/.test(text)
}

function closeItem(open: OpenItem, order: number, options: ItemOptions): SplitItem {
  const blocks: ItemBlock[] = []
  const decisions: { text: string; blocks: PlacedBlock[]; label: string }[] = []
  const recommendations: PlacedBlock[][] = []
  let part: ItemPart = 'body'
  let isOpenParagraph = false
  for (const { block, part: given } of open.blocks) {
    if (given === 'heading') {
      blocks.push({ block, part: 'heading' })
      part = 'body'
      continue
    }
    const found = asTreated(block.kind === 'table' ? undefined : labelOf(block.text), blocks)
    if (found && !isHeaderLabel(found.label) && found.label !== 'agenda') {
      part = found.label
      blocks.push({ block, part })
      if (part === 'decision')
        decisions.push({ text: found.rest, blocks: found.rest ? [block] : [], label: block.text })
      if (part === 'recommendation') recommendations.push([block])
      isOpenParagraph =
        found.rest !== '' && (options.decisionExtent === 'paragraph' || options.decisionExtent === 'by-label')
      continue
    }
    if (part === 'decision') {
      const decision = decisions.at(-1)
      const last = decision?.blocks.at(-1)
      const lastText = decision && decision.blocks.length <= 1 && decision.text ? decision.text : (last?.text ?? '')
      const isFirst = decision !== undefined && decision.blocks.length === 0
      const isRest = /^\p{Ll}/u.test(block.text) && goesOn(lastText, block)
      const endsHere =
        (AFTER_DECISION.test(block.text) && !isRest) ||
        (!isFirst && (block.kind === 'heading' || TELLS_OF_VOTE.test(block.text)))
      const isPart =
        !endsHere &&
        (isFirst || (isOpenParagraph || options.decisionExtent === 'paragraph' ? goesOn(lastText, block) : true))
      if (isPart && decision) {
        decision.blocks.push(block)
        blocks.push({ block, part })
        continue
      }
      part = 'body'
    } else if (part === 'recommendation' && AFTER_RECOMMENDATION.test(block.text)) part = 'discussion'
    else if (part === 'recommendation' && block.kind !== 'heading') {
      const own = recommendations.at(-1)
      if (isOpenParagraph && !goesOn(own?.at(-1)?.text ?? '', block)) part = 'discussion'
      else own?.push(block)
    } else if (block.kind === 'heading') part = 'body'
    blocks.push({ block, part })
  }
  const treated = blocks.filter(({ part: of }) => of !== 'recommendation' && of !== 'caseReport')
  const votes = readPlacedVotes(treated.map(({ block }) => block))
  const decision = toDecision(decisions)
  const item: AgendaItem = {
    caseNumber: open.start.caseNumber,
    title: open.start.title,
    type: itemTypeOf(open.start.caseNumber, open.start.title),
    status: statusOf(decision?.text),
    order,
    page: open.page,
    heading: open.heading,
    link: open.links.map((link) => link.url).find((url) => /^https:\/\//.test(url)),
    decision,
    recommendation: toRecommendation(recommendations),
    proposals: readProposals(treated, votes, recommendations.length > 0),
    votes: votes.map(({ vote }) => vote),
  }
  return { item, blocks }
}

/** "Konklusjon" of a case report is what its writer concludes; only in minutes without one is it what was decided. */
function asTreated(found: ReturnType<typeof labelOf>, before: readonly ItemBlock[]): ReturnType<typeof labelOf> {
  if (found?.label !== 'decision' || !/^konklusjon/iu.test(found.printed)) return found
  const isReport = before.some(({ part }) => part === 'caseReport' || part === 'recommendation')
  return isReport ? { ...found, label: 'caseReport' } : found
}

/** The last one with words: a protocol may repeat the decision of an earlier committee above its own. */
function toDecision(
  found: readonly { text: string; blocks: readonly PlacedBlock[]; label: string }[],
): Decision | undefined {
  const last = found.findLast((decision) => decision.text || decision.blocks.length > 0)
  if (!last) return undefined
  const first = last.blocks[0]
  const texts = last.text
    ? [last.text, ...last.blocks.slice(1).map((block) => block.text)]
    : last.blocks.map((block) => block.text)
  const quoted = last.text ? last.blocks : [{ text: last.label }, ...last.blocks]
  return {
    text: joinParagraphs(texts),
    quote: foldSpaces(joinParagraphs(quoted.map((block) => block.text))),
    page: first?.page ?? null,
  }
}

function toRecommendation(found: readonly (readonly PlacedBlock[])[]): Sourced<string> | undefined {
  const last = found.at(-1)
  const [label, ...rest] = last ?? []
  if (!label) return undefined
  const own = labelOf(label.text)?.rest ?? ''
  const value = joinParagraphs([own, ...rest.map((block) => block.text)].filter(Boolean))
  const quote = foldSpaces([label, ...rest].map((block) => block.text).join(' '))
  return value ? { value, quote, page: label.page } : undefined
}
