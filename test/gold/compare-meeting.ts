import type { AgendaItem, Attendee, Meeting, Proposal, Substitute, Vote, VoteSide } from '../../src/domain/meeting.ts'
import { cells, type GoldItem, type GoldMeeting, type GoldVote, lines } from './gold-document.ts'
import { type Ledger, pairUp } from './ledger.ts'
import { sameText, sameWords } from './same-text.ts'

export interface DecisionCount {
  /** Decisions of the gold. */
  expected: number
  verbatim: number
  /** Read where none stands. */
  invented: number
  recommendationsAsDecisions: number
}

const sameCase = (expected: string, got: string): boolean => {
  const bare = (text: string): string => text.replace(/^sak(?:s?nr)?\.?:?\s*/i, '')
  return sameText(bare(expected), bare(got))
}

/** undefined in `gold` is not compared, null is "no such field". */
function comparePeople(
  ledger: Ledger,
  path: string,
  gold: readonly string[] | null | undefined,
  got: readonly (Attendee | Substitute)[] | undefined,
): void {
  if (gold === undefined) return
  ledger.note(path, gold === null ? 'unknown' : 'known', got === undefined ? 'unknown' : 'known', !gold === !got)
  if (!gold || !got) {
    for (const person of gold ?? []) ledger.note(`${path}[]`, person, undefined, false)
    return
  }
  const { pairs, extra } = pairUp(lines(gold), got, ({ text, isOptional }, person) =>
    sameText(cells(text)[0] ?? '', person.name) ? (isOptional ? 1 : 2) : 0,
  )
  for (const { gold: line, found, at } of pairs) {
    if (line.isOptional) continue
    const [name, second, role] = cells(line.text)
    ledger.note(`${path}[${at}].name`, name, found?.name, found !== undefined)
    if (path.endsWith('substitutes'))
      ledger.text(`${path}[${at}].for`, second, (found as Substitute | undefined)?.substituteFor, sameText)
    else ledger.text(`${path}[${at}].organisation`, second, found?.organisation, sameText)
    ledger.text(`${path}[${at}].role`, role, found?.role, sameText)
  }
  for (const person of extra) ledger.note(`${path} extra`, undefined, person.name, false)
}

function compareProposals(ledger: Ledger, path: string, gold: readonly string[], got: readonly Proposal[]): void {
  const { pairs, extra } = pairUp(lines(gold), got, ({ text, isOptional }, proposal) => {
    const [who = '', , kind, outcome] = cells(text)
    if (!sameText(who, proposal.who ?? '')) return 0
    return (
      (isOptional ? 1 : 2) +
      Number(kind === proposal.kind) +
      Number((outcome === '-' ? undefined : outcome) === proposal.outcome)
    )
  })
  ledger.note(
    `${path}.length`,
    gold.length,
    got.length,
    extra.length === 0 && pairs.every(({ gold: line, found }) => found || line.isOptional),
  )
  for (const { gold: line, found, at } of pairs) {
    if (line.isOptional) continue
    const [who, party, kind, outcome] = cells(line.text)
    ledger.text(`${path}[${at}].who`, who, found?.who, sameText)
    ledger.text(`${path}[${at}].party`, party, found?.party, sameText)
    ledger.text(`${path}[${at}].kind`, kind, found?.kind, sameText)
    ledger.text(`${path}[${at}].outcome`, outcome, found?.outcome, sameText)
  }
}

/** "Name (Party)" as the gold writes it. */
const voters = (side: VoteSide): string[] => side.voters.map(({ name, party }) => (party ? `${name} (${party})` : name))

function sideOf(line: string): { readonly stance: string; readonly count: string; readonly names: readonly string[] } {
  const [, stance = '', count = '', names = ''] = /^(\S+) (\d+): ?(.*)$/.exec(line) ?? []
  return { stance, count, names: names.split(';').map((name) => name.trim()) }
}

function likenessOfVotes(gold: GoldVote, vote: Vote): number {
  const sides = gold.sides.map(sideOf)
  const same = sides.filter(({ stance, count }) =>
    vote.sides.some((side) => side.stance === stance && String(side.count) === count),
  ).length
  if (sides.length > 0) return same
  if (gold.unanimous === '?') return 0.5
  return vote.isUnanimous === gold.unanimous ? 1 : 0
}

function compareVotes(ledger: Ledger, path: string, gold: readonly GoldVote[], got: readonly Vote[]): void {
  const { pairs, extra } = pairUp(gold, got, likenessOfVotes)
  ledger.note(
    `${path}.length`,
    gold.length,
    got.length,
    extra.length === 0 && pairs.every(({ gold: vote, found }) => found || vote.optional),
  )
  for (const { gold: vote, found, at } of pairs) {
    if (vote.optional) continue
    const here = `${path}[${at}]`
    for (const [nth, line] of vote.sides.entries()) {
      const { stance, count, names } = sideOf(line)
      const side = found?.sides.find((one) => one.stance === stance && String(one.count) === count)
      ledger.note(`${here}.sides[${nth}].count`, `${stance} ${count}`, found?.sides.map(voters), side !== undefined)
      const read = side ? voters(side) : []
      const isSame = read.length === names.length && names.every((name) => read.some((one) => sameText(name, one)))
      ledger.note(`${here}.sides[${nth}].names`, names.join('; '), read.join('; '), isSame)
    }
    if (vote.unanimous !== '?')
      ledger.note(`${here}.unanimous`, vote.unanimous, found?.isUnanimous, vote.unanimous === found?.isUnanimous)
    ledger.note(`${here}.casting`, vote.casting, found?.hasCastingVote, vote.casting === found?.hasCastingVote)
    ledger.text(`${here}.outcome`, vote.outcome, found?.outcome, sameText)
  }
}

function compareDecision(
  ledger: Ledger,
  path: string,
  gold: GoldItem,
  got: AgendaItem | undefined,
  count: DecisionCount,
): void {
  const text = got?.decision?.text
  ledger.text(path, gold.decision ?? null, text, sameWords)
  const isVerbatim = gold.decision !== undefined && text !== undefined && sameWords(gold.decision, text)
  if (gold.decision !== undefined) count.expected++
  if (isVerbatim) count.verbatim++
  if (gold.decision === undefined && text !== undefined) count.invented++
  const isRecommended = gold.recommendation !== undefined && text !== undefined && sameText(gold.recommendation, text)
  if (isRecommended && !isVerbatim) count.recommendationsAsDecisions++
}

function compareItem(
  ledger: Ledger,
  path: string,
  gold: GoldItem,
  got: AgendaItem | undefined,
  count: DecisionCount,
): void {
  if (!got) ledger.note(path, gold.caseNumber ?? gold.title, undefined, false)
  ledger.text(`${path}.caseNumber`, gold.caseNumber, got?.caseNumber, sameCase)
  ledger.text(`${path}.type`, gold.type, got?.type, sameText)
  ledger.text(`${path}.title`, gold.title, got?.title, sameText)
  ledger.text(`${path}.status`, gold.status, got?.status, sameText)
  ledger.text(`${path}.link`, gold.link, got?.link, sameText)
  compareDecision(ledger, `${path}.decision`, gold, got, count)
  ledger.text(`${path}.recommendation`, gold.recommendation ?? null, got?.recommendation?.value, sameWords)
  compareProposals(ledger, `${path}.proposals`, gold.proposals ?? [], got?.proposals ?? [])
  compareVotes(ledger, `${path}.votes`, gold.votes ?? [], got?.votes ?? [])
}

function compareItems(ledger: Ledger, gold: GoldMeeting, got: readonly AgendaItem[], count: DecisionCount): void {
  if (!gold.items) {
    const numbered = got.filter((item) => item.caseNumber || item.decision || item.recommendation)
    count.invented += got.filter((item) => item.decision).length
    ledger.note(
      'meeting.items',
      'nothing numbered or decided',
      numbered.map((item) => item.heading),
      numbered.length === 0,
    )
    return
  }
  const { pairs, extra } = pairUp(gold.items, got, (line, item) =>
    line.caseNumber && item.caseNumber
      ? Number(sameCase(line.caseNumber, item.caseNumber)) * 2
      : Number(line.title !== undefined && sameText(line.title, item.title)),
  )
  const isComplete = extra.length === 0 && pairs.every(({ gold: line, found }) => found || line.optional)
  ledger.note('meeting.items.length', gold.items.length, got.length, isComplete)
  for (const { gold: line, found, at } of pairs) {
    if (line.optional && !found) continue
    compareItem(ledger, `meeting.items[${at}]`, line, found, count)
    const page = gold.itemPages?.[at]
    if (page !== undefined) ledger.note(`meeting.items[${at}].page`, page, found?.page, page === found?.page)
    if (found) ledger.note(`meeting.items[${at}].order`, at + 1, found.order, found.order === at + 1)
  }
  for (const item of extra) {
    ledger.note('meeting.items extra', undefined, item.heading, false)
    if (item.decision) count.invented++
  }
}

export function compareMeeting(
  ledger: Ledger,
  gold: GoldMeeting,
  got: Meeting | undefined,
  count: DecisionCount,
): void {
  ledger.note('meeting', 'a meeting', got && 'a meeting', got !== undefined)
  for (const field of ['committee', 'number', 'date', 'startTime', 'endTime', 'place'] as const)
    ledger.text(`meeting.${field}`, gold[field], got?.[field]?.value, sameText)
  for (const field of ['chair', 'minuteTaker', 'present', 'absent', 'substitutes'] as const)
    comparePeople(ledger, `meeting.${field}`, gold[field], got?.[field]?.value)
  compareItems(ledger, gold, got?.items ?? [], count)
}
