import type { Proposal } from '../../domain/meeting.ts'
import { fold, foldSpaces } from '../../norwegian/fold.ts'
import { sentences } from '../../norwegian/sentences.ts'
import type { PlacedBlock } from '../placed-block.ts'
import { type Label, labelOf } from './labels.ts'
import { joinParagraphs } from './paragraphs.ts'
import { isParty } from './voters.ts'
import { type PlacedVote, tellsOfVote } from './votes.ts'
import { decidedBy, kindIn, type PlacedProposal } from './votes-over-proposals.ts'

interface TreatedBlock {
  readonly block: PlacedBlock
  readonly part: Label | 'heading' | 'body'
}

const PROPOSED =
  '(?:fremmet|fremma|fremja|fremjet|foreslo|foreslår|føreslo|la\\s+f?ram|la\\s+frem|sette\\s+f?ram|satte\\s+f?r[ea]m|kom\\s+med|gjorde|framsatte|fremsatte|framsette|leverte)'
const WORD = String.raw`\p{L}{0,30}(?:forslag(?:et)?|framlegg(?:et)?|fremlegg(?:et)?)`
/** "Kari Nes (SV) fremmet på vegne av SV og AP følgende alternative forslag: …" */
const BY_NAME = new RegExp(String.raw`^(\p{Lu}[^.:;]{1,120}?)\s+(${PROPOSED})(?!\p{L})\s*(.*)$`, 'su')
/** "Tilleggsforslag fra Kari Nes (SV): …" */
const BY_LABEL = new RegExp(
  String.raw`^((?:alternativt\s|nytt\s|felles\s)?${WORD})(?:\s+(?:nr\.?\s*)?\d{1,2})?\s+(?:fra|frå|fremmet av|fremja av|framsatt av|v\/|ved)\s*([^:]{2,100}?)\s*(?::\s*(.*))?$`,
  'isu',
)
/** "Alternativt forslag:", "Forslag 1:" */
const BARE_LABEL = new RegExp(
  String.raw`^((?:alternativt\s|nytt\s|felles\s)?${WORD})(?:\s+(?:nr\.?\s*)?\d{1,2})?\s*:\s*(.*)$`,
  'isu',
)
/** "Det ble fremmet følgende forslag fra SV: …" */
const PASSIVE = new RegExp(
  String.raw`^det\s+(?:ble|vart|blei|kom)\s+(?:fremmet|fremja|fremma|lagt\s+f?r[ae]m|framsatt|inn)\s+(.{0,60}?${WORD}.*)$`,
  'isu',
)
/** "Etter en pause la Kari Nes fram slikt forslag: …" */
const INVERTED = new RegExp(
  String.raw`^(?:\p{Lu}[^.:;]{0,80}?\s)?(?:fremmet|fremma|fremja|foreslo|føreslo|la|sette|satte)\s+(\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’.-]+){1,4}(?:\s\([^()]{1,40}\))?)\s+(?:f?r[ae]m\s+)?((?:følgende|følgjande|slikt|dette|desse|disse|et|eit)\s.{0,60}?${WORD}[^:.]{0,80}:.*)$`,
  'su',
)
const FROM = /(?:^|\s)(?:fra|frå|av|v\/|ved)\s*(\p{Lu}[^:]{1,80}?)(?=\s+(?:om|på vegne)|:|\.|$)/u
const ON_BEHALF =
  /(?:^|[\s,(])på\s+vegn[ea]r?\s+av\s+(.{1,100}?)(?=\s+(?:følgende|følgjande|dette|desse|disse|et\s|eit\s|alternativt|forslag|fremmet|fremja)|[:.]|,?\s*$)/iu
/** Small words and offices that may stand in the name of who proposes; any other small word makes it a sentence. */
const NAME_WORD =
  /^(?:\p{Lu}[\p{L}'’.-]*,?|og|samt|v\/\p{Lu}?[\p{L}'’.-]*|von|van|de|der|på|vegne|vegner|av|representanten|ordfører(?:en)?|ordførar(?:en)?|varaordfører(?:en)?|kommunedirektør(?:en)?|rådmann(?:en)?|leder(?:en)?|leiar(?:en)?|daglig|dagleg|nestleder(?:en)?|medlem|\/)$/u
const IS_OUTCOME = new RegExp(
  String.raw`^(?:${WORD}|innstillinga?|innstillingen|tilrådinga)(?:\s[^.:;]{1,80})?\s(?:ble|vart|blei|fikk|fekk|falt|fall|er)(?!\p{L})`,
  'iu',
)
const WITHDRAWN =
  /(?:forslaget|framlegget|fremlegget)\s+(?:ble|vart|blei|er)\s+(?:trukket|trekt|trukke)|(?<!\p{L})(?:trakk|trekte|trekker|trekk)\s+(?:\p{L}+\s+){0,2}\p{L}*(?:forslag|framlegg|fremlegg)(?:et|ene|a)?(?!\p{L})/iu
const SET_AGAINST = /satt opp mot|sett opp mot|stilt opp mot/iu
/** What a party had put into the minutes is none of its proposal. */
const RECORDED = /^protokolltilfør/iu
const MARKER = /^(\d{1,2})\)$/

const KINDS_BY_TEXT: readonly (readonly [Proposal['kind'], RegExp])[] = [
  [
    'postponement',
    /(?<!\p{L})sak(?:en|a)?\s+(?:\p{L}+\s+)?(?:utsettes|utsettast|utsetjast|utsett)|å\s+(?:utsette|utsetje)\s+(?:saken|saka|behandlingen|handsaminga)/iu,
  ],
  [
    'send-back',
    /(?<!\p{L})sak(?:en|a)\s+(?:sendes|sendast|returneres)\s+(?:tilbake|attende|til)|å\s+(?:sende|returnere)\s+sak(?:en|a)\s+(?:tilbake|attende)/iu,
  ],
]

interface Opening {
  readonly who: string | undefined
  readonly party: string | undefined
  readonly onBehalfOf: string | undefined
  /** The word that tells its kind: "tilleggsforslag". */
  readonly word: string
  /** What stands behind the introduction in the same block. */
  readonly rest: string
  /** The proposal is told in the sentence itself: nothing below belongs to it. */
  readonly isInline: boolean
}

function proposer(text: string): Pick<Opening, 'who' | 'party'> | undefined {
  const [, name = '', party] = /^([^()]+?)\s*(?:\(([^()]{1,60})\))?,?$/u.exec(text.trim()) ?? []
  const own = name.replace(ON_BEHALF, '').trim()
  if (!own.split(/\s+/).every((word) => NAME_WORD.test(word))) return undefined
  return { who: own, party: party ?? (isParty(own) ? own : undefined) }
}

const kindWord = (text: string): string =>
  new RegExp(String.raw`(?:alternativ[et]*\s+)?${WORD}`, 'iu').exec(text)?.[0] ?? ''

/** How a block opens a proposal; undefined for a block that does not. */
function openingOf(text: string): Opening | undefined {
  if (/til\s+(?:vedtak|innstilling|tilråding|uttalelse)\s*:/iu.test(text.slice(0, 160))) return undefined
  const byLabel = BY_LABEL.exec(text)
  const labelled = byLabel?.[2] && proposer(byLabel[2])
  if (byLabel?.[1] && labelled) {
    return { ...labelled, onBehalfOf: undefined, word: byLabel[1], rest: byLabel[3] ?? '', isInline: false }
  }
  const bare = BARE_LABEL.exec(text)
  if (bare?.[1])
    return {
      who: undefined,
      party: undefined,
      onBehalfOf: undefined,
      word: bare[1],
      rest: bare[2] ?? '',
      isInline: false,
    }
  const passive = PASSIVE.exec(text)
  const inverted = passive ? null : INVERTED.exec(text)
  const byName = passive || inverted ? null : BY_NAME.exec(text)
  const behind = byName?.[3] ?? passive?.[1] ?? inverted?.[2]
  if (behind === undefined) return undefined
  const named = proposer(byName?.[1] ?? inverted?.[1] ?? FROM.exec(behind)?.[1] ?? '')
  if (byName && !named) return undefined
  const suggests = /^f(?:o|ø)resl/iu.test(byName?.[2] ?? '')
  const colon = /^([^:.]{0,200}?):\s*(.*)$/su.exec(behind)
  const introduction = colon?.[1] ?? behind
  if (!suggests && !new RegExp(WORD, 'iu').test(introduction)) return undefined
  if (/(?<!\p{L})(?:ikke|ikkje|ingen|inga)(?!\p{L})/iu.test(introduction) && !colon) return undefined
  const onBehalfOf = ON_BEHALF.exec(`${byName?.[1] ?? ''} ${introduction}${colon ? ':' : ''}`)?.[1]
  const frame = { who: named?.who, party: named?.party, onBehalfOf, word: kindWord(introduction) }
  if (colon) return { ...frame, rest: colon[2] ?? '', isInline: false }
  const about = new RegExp(String.raw`^.*?${WORD}\s+(?:om\s+)?`, 'isu')
  return { ...frame, rest: suggests ? behind : behind.replace(about, ''), isInline: true }
}

const NO_OPENING = { opening: undefined, heading: '' }

/** What stands of a proposal in front of the sentence that votes over it; undefined where no sentence does. */
function beforeVote(text: string): string | undefined {
  const told = sentences(text).find(
    (sentence) =>
      tellsOfVote(sentence.text) ||
      IS_OUTCOME.test(sentence.text) ||
      SET_AGAINST.test(sentence.text) ||
      WITHDRAWN.test(sentence.text) ||
      RECORDED.test(sentence.text),
  )
  return told && text.slice(0, told.start).trim()
}

/** A block opens a proposal as a whole, or one of its sentences tells of one. */
function openingIn(text: string): { opening: Opening | undefined; heading: string } {
  const whole = openingOf(text)
  if (whole && !whole.isInline) return { opening: whole, heading: text }
  for (const sentence of sentences(text)) {
    const opening = openingOf(sentence.text)
    if (opening) return { opening, heading: sentence.text }
  }
  return NO_OPENING
}

const VOTE_LABELS: ReadonlySet<Label> = new Set<Label>(['vote', 'decision'])

interface OpenProposal extends Opening {
  readonly index: number
  readonly marker: number | undefined
  readonly heading: string
  readonly blocks: PlacedBlock[]
  isBeforeVote: boolean
}

function gather(blocks: readonly TreatedBlock[]): OpenProposal[] {
  const found: OpenProposal[] = []
  let open: OpenProposal | undefined
  let marker: number | undefined
  for (const [index, { block, part }] of blocks.entries()) {
    const text = block.text.trim()
    const { opening, heading } =
      part === 'decision' || part === 'heading' || block.kind === 'table' ? NO_OPENING : openingIn(text)
    if (opening) {
      if (open) open.isBeforeVote = true
      const own = opening.isInline ? undefined : beforeVote(heading)
      const rest = (own && openingOf(own)?.rest) ?? opening.rest
      found.push({ ...opening, rest, index, marker, heading: own ?? heading, blocks: [], isBeforeVote: false })
      open = opening.isInline || own !== undefined ? undefined : found.at(-1)
      marker = undefined
      continue
    }
    const number = MARKER.exec(text)?.[1]
    if (number) marker = Number(number)
    const label = labelOf(text)?.label
    const own = beforeVote(block.text)
    const isVote = own !== undefined || (label !== undefined && VOTE_LABELS.has(label))
    const ends =
      isVote || number !== undefined || label !== undefined || block.kind === 'heading' || part === 'decision'
    if (open && ends) {
      if (own) open.blocks.push({ ...block, text: own })
      open.isBeforeVote ||= isVote || number !== undefined
      open = undefined
    } else open?.blocks.push(block)
  }
  return found
}

/** A vote ends a proposal for sure; without one only the first paragraph and the list below it are certain. */
function ownBlocks({ blocks, isBeforeVote, rest }: OpenProposal): readonly PlacedBlock[] {
  if (isBeforeVote) return blocks
  const first = rest ? 0 : 1
  const end = blocks.findIndex((block, at) => at >= first && block.kind !== 'listItem')
  return end < 0 ? blocks : blocks.slice(0, end)
}

/**
 * What members proposed, in order, with what the votes below say became of it.
 * @param blocks of an item, without recommendation and case report
 * @param votes read from the same blocks
 * @param hasRecommendation the recommendation counts as "forslag 1" where proposals are numbered
 */
export function readProposals(
  blocks: readonly TreatedBlock[],
  votes: readonly PlacedVote[],
  hasRecommendation: boolean,
): Proposal[] {
  const open = gather(blocks)
  const proposals = open.map((found): Proposal => {
    const own = ownBlocks(found)
    const [first, ...others] = own
    const behalf =
      !found.rest && first && first.text.length < 120 && !/[.!?]$/.test(first.text)
        ? ON_BEHALF.exec(first.text)?.[1]
        : undefined
    const texts = [found.rest, ...(behalf && others.length > 0 ? others : own).map((block) => block.text)].filter(
      Boolean,
    )
    const text = joinParagraphs(texts)
    const kind = kindIn(found.word) ?? KINDS_BY_TEXT.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other'
    return {
      who: found.who,
      party: found.party,
      onBehalfOf: found.onBehalfOf ?? (behalf && others.length > 0 ? behalf.replace(/,$/, '') : undefined),
      kind,
      text,
      outcome: undefined,
      vote: undefined,
      quote: foldSpaces([found.heading, ...own.map((block) => block.text)].join(' ')),
      page: blocks[found.index]?.block.page ?? null,
    }
  })
  const placed = proposals.map((proposal, at): PlacedProposal => {
    const { index = 0, marker, heading = '' } = open[at] ?? {}
    return { proposal, block: index, heading, number: marker ?? (hasRecommendation ? at + 2 : at + 1) }
  })
  const decided = decidedBy(placed, votes)
  const outcomes = decided.map((one): Proposal['outcome'] => one?.outcome)
  for (const [at, { block }] of blocks.entries()) {
    if (!WITHDRAWN.test(block.text)) continue
    const isAbove = (found: OpenProposal): boolean => found.index < at
    const named = open.findLastIndex(
      (found) => isAbove(found) && found.who !== undefined && fold(block.text).includes(fold(found.who)),
    )
    const last = named >= 0 ? named : open.findLastIndex(isAbove)
    if (last >= 0) outcomes[last] ??= 'withdrawn'
  }
  return proposals.flatMap((proposal, index) =>
    proposal.text ? [{ ...proposal, outcome: outcomes[index], vote: decided[index]?.vote }] : [],
  )
}
