import type { AgendaItem, Meeting, People, Vote, VoteSide } from '../../domain/meeting.ts'
import type { Contradiction } from '../../domain/relation.ts'
import { fold, foldSpaces } from '../../norwegian/fold.ts'
import { joinLines } from '../../norwegian/hyphens.ts'
import { NUMBER_WORDS } from '../../norwegian/number-words.ts'
import { sentences } from '../../norwegian/sentences.ts'
import type { PlacedBlock } from '../placed-block.ts'
import { labelOf } from './labels.ts'
import { isSamePerson, readVoters } from './voters.ts'

const WORD_COUNTS: Readonly<Record<string, number>> = { ingen: 0, ...NUMBER_WORDS }
const COUNT = String.raw`(?<![\p{L}\d.,/-])(\d{1,3}|${Object.keys(WORD_COUNTS).join('|')})(?![\p{L}\d/]|[.,]\d)`
const VOTED = '(?:stemte|røysta|røystet|røystte)'
const VOTES = '(?:stemmer|stemmar|stemme|røyster|røyst)'

const STANCE = '(for|i?mot|blankt|blank)'
/** "For forslag 1 stemte 9: names", "Imot stemte Kari Nes (SV)." */
const STATED = new RegExp(
  String.raw`^${STANCE}(?:\s(.{2,120}?))?\s${VOTED}\s*:?\s*(?:${COUNT}(?:\s(?:representanter|representantar|medlemmer|medlemmar|medlemer|personer))?)?\s*[:,]?\s*(.*)$`,
  'isu',
)
/** "For: 5 (names)", "Nei-stemmer: 2", "Stemte imot: names". */
const LISTED = new RegExp(
  String.raw`^(?:${VOTED}\s)?(for|i?mot|ja|nei|blankt|blanke|blank|avholdende)(?:[- ]?${VOTES})?\s*:\s*(?:${COUNT})?\s*[:,]?\s*(.*)$`,
  'isu',
)
const NAMED = new RegExp(String.raw`^(\p{Lu}.{2,200}?)\s${VOTED}\s(for|i?mot|blankt)(?![\p{L}])`, 'su')

const UNANIMOUS =
  /(?<!\p{L})(?:enstemmige?|énstemmig|einstemmige?|samrøystes|ved akklamasjon|alle stemte for|alle røysta for)(?!\p{L})/iu
const WITHOUT_REMARKS = /(?:godkjent|godkjend|godkjende|godkjente|vedtatt|vedteke)\s+u(?:ten|tan)\s+merknad/iu
const COUNT_FOR = new RegExp(
  String.raw`${COUNT}\s+(?:${VOTED}|${VOTES})\s+for(?!\p{L})|(?:fikk|fekk)\s+${COUNT}\s+${VOTES}`,
  'iu',
)
const COUNT_AGAINST = new RegExp(
  String.raw`${COUNT}\s+(?:${VOTED}|${VOTES})\s+i?mot(?!\p{L})|(?<!\p{L})i?mot\s+${COUNT}(?:\s+${VOTES}|[.]?$)|(?:stemte|stemmer|røysta|røyster)\s+for\s*(?:,|og|,\s*og)\s+${COUNT}\s+i?mot(?!\p{L})`,
  'iu',
)
const COUNT_BLANK = new RegExp(
  String.raw`${COUNT}\s+(?:${VOTED}\s+)?(?:blankt|blanke|blank|avsto|avstod)(?!\p{L})`,
  'iu',
)
const BETWEEN = new RegExp(
  String.raw`(?<!\p{L})med\s+${COUNT}(?:\s+${VOTES})?\s+(?:mot|imot|for og)\s+${COUNT}(?:\s+${VOTES})?|${COUNT}(?:\s+${VOTES})?\s+mot\s+${COUNT}\s+${VOTES}`,
  'iu',
)
/** "5 for, 2 mot" */
const FOR_AND_AGAINST = new RegExp(String.raw`${COUNT}\s+for\s*(?:,|og)\s*${COUNT}\s+i?mot(?!\p{L})`, 'iu')
const CASTING = /dobbelt(?:stemme|røyst)|(?:leders|leiars|ordførers|ordførars)\s(?:stemme|røyst)\savgj/iu

const CARRIED =
  'vedtatt|vedtatte|vedteke|vedteken|vedtekne|vedtekte|godkjent|godkjente|godkjend|godkjende|tiltrådt|tiltrådd|bifalt|flertall|fleirtal'
const LOST = new RegExp(
  String.raw`(?<!\p{L})(?:falt|fall|forkastet|forkasta|avvist|nedstemt|nedrøysta|stemt ned|røysta ned|(?:ikke|ikkje)\s+(?:\p{L}+\s+){0,2}(?:${CARRIED}))(?!\p{L})`,
  'iu',
)
const WON = new RegExp(String.raw`(?<!\p{L})(?:${CARRIED}|vedtok|vedtaket (?:var|er))(?!\p{L})`, 'iu')
/** The sentence that tells what came of a counting. */
const THEREBY =
  /^(?:dermed|såleis|således|slik|med dette|etter dette|ved (?:voteringen|votering|avstemningen|avstemning|avstemming|røystinga|røysting))\s+(?:ble|vart|blei|er|var|vert|blir|fikk|fekk|falt|fall)\s+/iu
const BE = '(?:ble|vart|blei|er|var|vert|blir)'
/** What leads to a vote and is none of it: "Røysting:", "Punkt 2:". */
const LEADING = /^(?:(?:vedtak|voter\p{L}*|røyst\p{L}*|avstemm?ing\p{L}*|(?:punkt|pkt\.?)\s\d{1,2})\s*:\s*)+/iu
const SUBJECT = new RegExp(
  String.raw`^(.{2,120}?)\s+(?:${BE}|fikk|fekk|falt|fall)\s+(?:dermed\s+|etter dette\s+)?`,
  'iu',
)
const SUBJECT_BEHIND = new RegExp(
  String.raw`^(.{2,120}?)\s+(?:ikke|ikkje|enstemmig|einstemmig|samrøystes|falt|fall|forkastet|forkasta|avvist|nedstemt|lagt|${CARRIED})(?!\p{L})`,
  'iu',
)
/** Whether somebody may take part is settled before the matter: no vote over it. */
const IMPARTIALITY = /(?<!\p{L})(?:in)?habil|(?<!\p{L})u?gild(?:e|skap\p{L}*)?(?!\p{L})/iu
/** "Ved alternativ votering mellom A og B ble B vedtatt", "… falt A med 3 mot 6": the subject stands behind. */
const BY_VOTING =
  /^(?:ved|i)\s(?:den\s)?(?:alternativ\s)?(?:voter\p{L}*|avstemm?ing\p{L}*|røyst\p{L}*).{0,160}?\s(?:ble|vart|blei|falt|fall)\s(?:da\s)?(.{2,80}?)(?:\s(?:enstemmig|samrøystes|vedtatt|vedteke|forkastet|forkasta|nedstemt|ikke|ikkje|med|mot)(?!\p{L})|$)/iu
/** "Innstillingen fikk 4 stemmer, forslaget fra Nes 2 stemmer." */
const EACH_GOT = new RegExp(
  String.raw`^(.{3,80}?)\s(?:fikk|fekk)\s${COUNT}\s${VOTES}\s?(?:,|,?\s(?:og|mens|medan|mot))\s(.{3,80}?)\s(?:(?:fikk|fekk)\s)?${COUNT}\s${VOTES}`,
  'iu',
)
/** What another meeting did: told, not counted here. */
const EARLIER = /(?<!\p{L})(?:i|på)\s+(?:møte|møtet|sak)\s+(?:nr\.?\s*)?(?:den\s+)?\d/iu

/** Longer than any list of names, and more than any number of alternatives: what is longer is no minutes. */
const MAX_LIST_CHARS = 20_000
const MAX_SIDES = 12
/** How many sentences may stand between a counting and what came of it. */
const MAX_GAP = 4

const toCount = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : (WORD_COUNTS[text.toLowerCase()] ?? Number(text))

const outcomeIn = (text: string): Vote['outcome'] => (LOST.test(text) ? 'lost' : WON.test(text) ? 'carried' : undefined)

interface OpenSide {
  readonly stance: VoteSide['stance']
  readonly option: string | undefined
  readonly count: number | undefined
  /** The list of names as it stands so far. */
  names: string
}

interface Counting {
  readonly block: number
  readonly page: number | null
  quotes: string[]
  sides: OpenSide[]
  isUnanimous: boolean
  subject: string | undefined
  outcome: Vote['outcome']
  hasCastingVote: boolean
}

/** A vote and the place, among the blocks it was read from, where its first sentence stands. */
export interface PlacedVote {
  readonly vote: Vote
  readonly block: number
}

function statedSide(text: string): OpenSide | undefined {
  const stated = STATED.exec(text)
  const listed = stated ? null : LISTED.exec(text)
  const [word, option, count, names] = stated
    ? [stated[1], stated[2], stated[3], stated[4]]
    : [listed?.[1], undefined, listed?.[2], listed?.[3]]
  if (word === undefined) return undefined
  // Without a number only a list of names tells that this is a counting.
  if (count === undefined) {
    const isListWithoutNames = stated === null && !new RegExp(`^${VOTED}`, 'iu').test(text)
    const { voters, unread } = readVoters(names ?? '')
    if (isListWithoutNames || voters.length === 0 || unread > 0) return undefined
  }
  const stance = /^(?:for|ja)$/i.test(word) ? 'for' : /^(?:i?mot|nei)$/i.test(word) ? 'against' : 'blank'
  return {
    stance,
    option: option && foldSpaces(option),
    count: toCount(count),
    names: (names ?? '').slice(0, MAX_LIST_CHARS),
  }
}

/** Whether a text opens or closes a counting: it ends a proposal that stands above it. */
export const tellsOfVote = (text: string): boolean =>
  statedSide(text) !== undefined ||
  LEADING.test(text) ||
  THEREBY.test(text) ||
  /^(?:enstemmig|einstemmig|samrøystes)/iu.test(text)

/** A list of names that the page or the writer broke goes on in what follows. */
function goesOn(side: OpenSide, text: string): string | undefined {
  const names = side.names.trim()
  const isClosed = /[.]$/.test(names)
  const before = readVoters(names)
  const isFull = side.count !== undefined && before.voters.length >= side.count
  if (statedSide(text) || THEREBY.test(text) || text.length > 3000 || !/^[\p{L}(]/u.test(text) || labelOf(text))
    return undefined
  const isBrokenName = names !== '' && !/[,;:.)]$/.test(names)
  if (isFull && !isBrokenName) return undefined
  const joined = isBrokenName ? joinLines([names, text]) : `${names.replace(/[.:,;]$/, '')}; ${text}`
  const after = readVoters(joined)
  if (after.unread > before.unread || after.parties.length > before.parties.length) return undefined
  if (side.count !== undefined && after.voters.length > side.count) return undefined
  const added = after.voters.slice(before.voters.length)
  if (added.length === 0 && !isBrokenName) return undefined
  // The last name was broken off before its party: what follows completes it.
  if (isFull) return added.length === 0 && before.voters.at(-1)?.party === undefined ? joined : undefined
  // Behind a full stop a capitalised word without party may be anything.
  return isClosed && !added.every((voter) => voter.party !== undefined) ? undefined : joined
}

function subjectOf(told: string): string | undefined {
  const text = told.replace(LEADING, '')
  const thereby = THEREBY.exec(text)
  const behindVoting = thereby ? undefined : BY_VOTING.exec(text)?.[1]
  if (behindVoting) return foldSpaces(behindVoting)
  const found = thereby ? SUBJECT_BEHIND.exec(text.slice(thereby[0].length))?.[1] : SUBJECT.exec(text)?.[1]
  return found &&
    !/^(?:dette|det|den|han|hun|ho|saken|\d)(?!\s(?:\p{L}+\s)?\p{L}*(?:forslag|framlegg|innstilling))/iu.test(found)
    ? foldSpaces(found)
    : undefined
}

/** The parenthesis behind "stemmer": "mot 1 stemme (Kari Nes, SV)". */
function behindVotes(text: string): string | undefined {
  const found = new RegExp(String.raw`${VOTES}\s*\(`, 'iu').exec(text)
  if (!found) return undefined
  const from = found.index + found[0].length
  let depth = 1
  for (let at = from; at < text.length; at++) {
    if (text.charAt(at) === '(') depth++
    if (text.charAt(at) === ')' && --depth === 0) return text.slice(from, at)
  }
  return undefined
}

/** The sides of a counting told in a sentence: "vedtatt med 7 mot 2 stemmer". */
function sidesInProse(text: string): OpenSide[] {
  const each = EACH_GOT.exec(text)
  if (each?.[1] && each[3])
    return [
      { stance: 'for', option: foldSpaces(each[1]), count: toCount(each[2]), names: '' },
      { stance: 'for', option: foldSpaces(each[3]), count: toCount(each[4]), names: '' },
    ]
  const between = BETWEEN.exec(text) ?? FOR_AND_AGAINST.exec(text)
  const forMatch = COUNT_FOR.exec(text)
  const againstMatch = COUNT_AGAINST.exec(text)
  let forCount = toCount(between?.[1] ?? between?.[3] ?? forMatch?.[1] ?? forMatch?.[2])
  let againstCount = toCount(
    between?.[2] ?? between?.[4] ?? againstMatch?.[1] ?? againstMatch?.[2] ?? againstMatch?.[3],
  )
  // "falt mot 3 stemmer": the three were for it.
  if (forCount === undefined && againstMatch?.[2] !== undefined && LOST.test(text))
    [forCount, againstCount] = [againstCount, undefined]
  const blankCount = toCount(COUNT_BLANK.exec(text)?.[1])
  // "forkastet med 6 mot 3 stemmer" names the majority first.
  if (between && forCount !== undefined && againstCount !== undefined && forCount > againstCount && LOST.test(text))
    [forCount, againstCount] = [againstCount, forCount]
  const names = behindVotes(text) ?? ''
  const isAgainst = againstCount !== undefined
  const side = (stance: OpenSide['stance'], count: number, own: string): OpenSide => ({
    stance,
    option: undefined,
    count,
    names: own,
  })
  const sides = [
    ...(forCount === undefined ? [] : [side('for', forCount, isAgainst ? '' : names)]),
    ...(againstCount === undefined ? [] : [side('against', againstCount, names)]),
    ...(blankCount === undefined ? [] : [side('blank', blankCount, '')]),
  ]
  const named = sides.length === 0 ? NAMED.exec(text) : null
  const list = named?.[1] ? readVoters(named[1]) : undefined
  const isSure =
    list?.unread === 0 && list.voters.length > 0 && list.voters.every((voter) => voter.party ?? /\s/.test(voter.name))
  if (named?.[1] && named[2] && isSure)
    sides.push({
      stance: /^for$/i.test(named[2]) ? 'for' : /^blankt$/i.test(named[2]) ? 'blank' : 'against',
      option: undefined,
      count: undefined,
      names: named[1],
    })
  return sides
}

/** The one of several alternatives that a sentence names by a word no other has. */
function namedOption(text: string, sides: readonly OpenSide[]): string | undefined {
  const words = (of: string): string[] => fold(of).match(/\p{L}{3,}|\d+/gu) ?? []
  const inText = new Set(words(text))
  const named = sides.filter(({ option }) => {
    const others = new Set(sides.filter((side) => side.option !== option).flatMap((side) => words(side.option ?? '')))
    const own = words(option ?? '').filter((word) => !others.has(word))
    return own.length > 0 && own.every((word) => inText.has(word))
  })
  return named.length === 1 ? named[0]?.option : undefined
}

/** The alternative that got more votes than each other. */
function winnerOf(sides: readonly OpenSide[]): string | undefined {
  if (!isAlternative(sides) || sides.some(({ option, count }) => !option || count === undefined)) return undefined
  const [first, second] = sides.toSorted((a, b) => (b.count ?? 0) - (a.count ?? 0))
  return first && second && (first.count ?? 0) > (second.count ?? 0) ? first.option : undefined
}

const isAlternative = (sides: readonly OpenSide[]): boolean => sides.filter((side) => side.stance === 'for').length > 1

function checkNames(sides: readonly { count: number | undefined; names: string }[]): boolean | undefined {
  const lists = sides.map(({ count, names }) => ({ count, ...readVoters(names) }))
  const everybody = lists
    .flatMap(({ voters }) => voters.map((voter) => fold(voter.name)))
    .filter((name) => / /.test(name))
  if (new Set(everybody).size < everybody.length) return false
  const counted = lists.filter(({ count, voters }) => count !== undefined && voters.length > 0)
  if (counted.some(({ count, voters, parties, unread }) => voters.length !== count && parties.length + unread === 0))
    return false
  if (counted.length === 0 || counted.some(({ count, voters }) => voters.length !== count)) return undefined
  return true
}

function toVote(counting: Counting): Vote {
  const { sides, outcome, isUnanimous } = counting
  const countOf = (stance: VoteSide['stance']): number | undefined =>
    isAlternative(sides) ? undefined : sides.find((side) => side.stance === stance)?.count
  return {
    quote: foldSpaces(counting.quotes.join(' ')),
    page: counting.page,
    forCount: countOf('for'),
    againstCount: countOf('against'),
    blankCount: sides.find((side) => side.stance === 'blank')?.count,
    isUnanimous,
    sides: sides.map(({ stance, option, count, names }) => {
      const { voters, parties } = readVoters(names)
      return { stance, option, count, voters, parties }
    }),
    subject: counting.subject ?? (isAlternative(sides) ? undefined : sides.find((side) => side.option)?.option),
    outcome,
    hasCastingVote: counting.hasCastingVote,
    namesMatch: checkNames(sides),
    unlistedVoters: undefined,
  }
}

/**
 * The countings of votes that an item tells of, in order. A "for" and the "against" that follows it are one counting, and
 * so are alternatives that stand against each other; the sentence that tells the outcome ("Dermed ble …") belongs to it.
 */
export function readPlacedVotes(blocks: readonly PlacedBlock[]): PlacedVote[] {
  const countings: Counting[] = []
  let open: Counting | undefined
  let gap = 0
  const start = (block: number): Counting => {
    const counting: Counting = {
      block,
      page: blocks[block]?.page ?? null,
      quotes: [],
      sides: [],
      isUnanimous: false,
      subject: undefined,
      outcome: undefined,
      hasCastingVote: false,
    }
    countings.push(counting)
    return counting
  }
  const addSide = (block: number, side: OpenSide, text: string): void => {
    const last = open?.sides.at(-1)
    const isKnown = open?.sides.some((other) => other.stance === side.stance && other.option === side.option)
    const hasAgainst = open?.sides.some((other) => other.stance === 'against')
    // "For A … For B … Imot B …": B was not an alternative to A but the next vote.
    if (open && side.stance === 'against' && isAlternative(open.sides) && last?.option === side.option && last) {
      const quote = open.quotes.pop() ?? ''
      open.sides.pop()
      open = start(block)
      open.quotes.push(quote)
      open.sides.push(last)
    } else if (
      !open ||
      isKnown ||
      (side.stance === 'against' && hasAgainst) ||
      (side.stance === 'for' && hasAgainst) ||
      open.sides.length >= MAX_SIDES
    )
      open = start(block)
    open.sides.push(side)
    open.quotes.push(text)
    gap = 0
  }
  const close = (text: string): void => {
    if (!open) return
    open.quotes.push(text)
    open.hasCastingVote ||= CASTING.test(text)
    open.outcome = outcomeIn(text)
    const named = isAlternative(open.sides) ? namedOption(text, open.sides) : undefined
    open.subject = named ?? subjectOf(text)
    if (named && !open.outcome) open.outcome = 'carried'
    open = undefined
  }
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'heading') open = undefined
    for (const { text } of sentences(joinLines(block.text.replace(/^[•▪➢*]\s+/u, '').split('\n')))) {
      const side = statedSide(text)
      if (side) {
        addSide(index, side, text)
        continue
      }
      const last = open?.sides.at(-1)
      const longer = last && goesOn(last, text)
      if (open && last && longer !== undefined) {
        last.names = longer
        open.quotes.push(text)
        gap = 0
        continue
      }
      const sides = sidesInProse(text)
      const isUnanimous = UNANIMOUS.test(text)
      const tellsOutcome =
        THEREBY.test(text) ||
        CASTING.test(text) ||
        (outcomeIn(text) !== undefined && text.length < 200 && /forslag|framlegg|innstilling|tilråding/iu.test(text))
      if (open && open.sides.length > 0 && sides.length === 0 && !isUnanimous && tellsOutcome) {
        close(text)
        continue
      }
      if (++gap > MAX_GAP) open = undefined
      if (sides.length === 0 && !isUnanimous && !CASTING.test(text) && !WITHOUT_REMARKS.test(text)) continue
      if (EARLIER.test(text) || IMPARTIALITY.test(text)) continue
      if (countings.at(-1)?.quotes.join(' ') === text) continue
      const stances = new Set(open?.sides.map((side) => side.stance))
      if (
        open &&
        sides.length > 0 &&
        sides.every((side) => !stances.has(side.stance)) &&
        open.sides.every((side) => !side.option)
      ) {
        open.sides.push(...sides)
        open.quotes.push(text)
        open.outcome = outcomeIn(text)
        if (open.outcome) open = undefined
        continue
      }
      const counting = start(index)
      counting.quotes.push(text)
      counting.sides = sides
      counting.isUnanimous = isUnanimous && sides.every((side) => side.stance === 'for')
      counting.outcome = outcomeIn(text)
      counting.subject = subjectOf(text)
      counting.hasCastingVote = CASTING.test(text)
      const winner = winnerOf(sides)
      if (winner) {
        counting.subject = winner
        counting.outcome = 'carried'
      }
      // "7 stemte for. 0 stemte imot. Forslaget ble vedtatt."
      open = sides.length > 0 && counting.outcome === undefined ? counting : undefined
    }
  }
  return countings.map((counting) => ({ vote: toVote(counting), block: counting.block }))
}

export const readVotes = (blocks: readonly PlacedBlock[]): Vote[] => readPlacedVotes(blocks).map(({ vote }) => vote)

/** Notes who voted without being among those present. Spellings of one name may differ; see `isSamePerson`. */
export function withUnlistedVoters(items: readonly AgendaItem[], present: People | undefined): AgendaItem[] {
  const people = present?.value ?? []
  if (people.length === 0) return [...items]
  const isPresent = (name: string): boolean => people.some((person) => isSamePerson(person.name, name))
  return items.map((item) => ({
    ...item,
    votes: item.votes.map((vote) => ({
      ...vote,
      unlistedVoters: vote.sides.flatMap(({ voters }) =>
        voters.map((voter) => voter.name).filter((name) => !isPresent(name)),
      ),
    })),
  }))
}

/** Lists of names that are not as long as they say, and people who voted twice in one counting. */
export function voteContradictions({ items }: Meeting): Contradiction[] {
  return items.flatMap((item) =>
    item.votes.flatMap((vote): Contradiction[] => {
      if (vote.namesMatch !== false) return []
      const about = {
        kind: 'vote-names' as const,
        quotes: [vote.quote],
        page: vote.page,
        caseNumber: item.caseNumber,
      }
      const wrong = vote.sides.filter(
        ({ count, voters, parties }) =>
          count !== undefined && voters.length > 0 && parties.length === 0 && voters.length !== count,
      )
      const names = vote.sides.flatMap(({ voters }) => voters.map((voter) => voter.name))
      const seen = new Set<string>()
      const twice = names.filter((name) => / /.test(name) && seen.size === seen.add(name).size)
      return [
        ...wrong.map(({ count, voters }) => ({ ...about, stated: String(count), found: String(voters.length) })),
        ...twice.map((name) => ({ ...about, stated: name, found: `${name} × 2` })),
      ]
    }),
  )
}
