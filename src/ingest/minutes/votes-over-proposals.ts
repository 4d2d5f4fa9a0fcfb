import type { Proposal, ProposalKind, Vote } from '../../domain/meeting.ts'
import { fold } from '../../norwegian/fold.ts'
import type { PlacedVote } from './votes.ts'

/** A proposal and where among the blocks of its item it begins. */
export interface PlacedProposal {
  readonly proposal: Proposal
  readonly block: number
  /** The words that introduce it: "Tilleggsforslag fra SV:" may stand alone above the vote. */
  readonly heading: string
  /** Where proposals are numbered: "forslag 2". */
  readonly number: number
}

/** What became of a proposal, and in which of the item's votes. */
export interface Decided {
  readonly vote: number
  readonly outcome: Vote['outcome']
}

const KINDS: readonly (readonly [ProposalKind, RegExp])[] = [
  ['alternative', /alternativ/iu],
  ['additional', /tillegg/iu],
  ['amendment', /endring/iu],
  ['postponement', /utset/iu],
  ['send-back', /tilbakesend|returforslag/iu],
  ['referral', /oversend/iu],
]

/** The kind of proposal that a word tells: "tilleggsforslaget". */
export const kindIn = (text: string): ProposalKind | undefined => KINDS.find(([, pattern]) => pattern.test(text))?.[0]

/** A vote is over one of the proposals just above it. */
const MAX_PENDING = 20
const GENERIC = /^(?:det\s+)?(?:forslag|forslaget|framlegget|framlegg|fremlegget)$/iu
const SEVERAL = /(?:forslagene|framlegga|fremleggene)(?!\p{L})/iu
const RECOMMENDED = /innstilling|tilråding|kommunedirektøren|kommunaldirektøren|rådmannen/u
/** "innstillingen med tilleggsforslaget fra SV", "tilrådinga og endringsframlegget": carried with it. */
const TOGETHER =
  /(?:innstilling|tilråding)\p{L}*\s(?:med|og|inkludert|samt)\s(.*(?:forslag|framlegg|endring|tillegg).*)$/u
const SPECIAL = /omforent|felles|subsidiær|nytt/u

const words = (text: string): string[] =>
  (fold(text).match(/[\p{L}\d]{3,}/gu) ?? []).flatMap((word) => [word, word.replace(/s$/u, '')])

const holds = (subject: string, name: string): boolean =>
  new RegExp(String.raw`(?<!\p{L})${name.replace(/[^\p{L}\s]/gu, '.')}s?(?!\p{L})`, 'iu').test(subject)

/** Those a vote calls by whoever made them: in whose name, by name, by party. */
function calledBy(subject: string, pending: readonly PlacedProposal[]): readonly PlacedProposal[] {
  const said = new Set(words(subject))
  const ways = [
    ({ onBehalfOf }: Proposal) => onBehalfOf !== undefined && holds(subject, onBehalfOf),
    ({ who }: Proposal) => who !== undefined && words(who).some((word) => said.has(word)),
    ({ party }: Proposal) => party !== undefined && holds(subject, party),
  ]
  for (const isCalled of ways) {
    const called = pending.filter(({ proposal }) => isCalled(proposal))
    if (called.length > 0) return called
  }
  return []
}

/** The proposals that the words of a vote mean ("tilleggsforslaget fra Nes", "forslag 2", "forslaget"). */
function meantBy(subject: string, pending: readonly PlacedProposal[]): readonly PlacedProposal[] {
  const text = fold(subject)
  const together = TOGETHER.exec(text)?.[1]
  if (together !== undefined) return meantBy(together, pending)
  if (RECOMMENDED.test(text)) return []
  const numbered = /(?:forslag|framlegg)\s+(?:nr\.?\s*)?(\d{1,2})$/u.exec(text)?.[1]
  if (numbered) return pending.filter(({ number }) => number === Number(numbered))
  const kind = kindIn(text)
  const ofKind = pending.filter(({ proposal }) => proposal.kind === kind)
  const called = calledBy(subject, pending)
  const both = called.filter((one) => ofKind.includes(one))
  if (called.length > 0) return both.length > 0 ? both : called
  if (kind !== undefined) return ofKind
  // "det omforente forslaget", "fellesforslaget": told by the word that introduced it.
  const special = SPECIAL.exec(text)?.[0]
  if (special) return pending.filter(({ proposal }) => fold(proposal.quote.slice(0, 200)).includes(special))
  return GENERIC.test(subject.trim()) ? pending.slice(-1) : []
}

/** An alternative that is told in words ("å legge tjenesten til Nordby"), met by what the proposal says. */
function isWorded(option: string, others: readonly string[], { who, text }: Proposal): boolean {
  const elsewhere = new Set(others.flatMap(words))
  const own = words(option).filter((word) => !elsewhere.has(word))
  const said = new Set(words(`${who ?? ''} ${text}`))
  return own.length > 0 && own.every((word) => said.has(word) || said.has(word.replace(/s$/u, '')))
}

const optionsOf = ({ sides }: Vote): string[] =>
  sides.filter(({ stance }) => stance === 'for').flatMap(({ option }) => option ?? [])

/** Which proposals stood as alternatives in one vote, and which of them won. */
function amongAlternatives(
  vote: Vote,
  options: readonly string[],
  pending: readonly PlacedProposal[],
): ReadonlyMap<PlacedProposal, Vote['outcome']> {
  const { subject, outcome } = vote
  return new Map(
    pending.flatMap((one): [PlacedProposal, Vote['outcome']][] => {
      const others = (option: string): string[] => options.filter((other) => other !== option)
      const own = options.find(
        (option) => meantBy(option, pending).includes(one) || isWorded(option, others(option), one.proposal),
      )
      if (own === undefined) return []
      const isKnown = outcome === 'carried' && subject !== undefined
      const isWinner = isKnown && (fold(subject) === fold(own) || meantBy(subject, pending).includes(one))
      return [[one, isKnown ? (isWinner ? 'carried' : 'lost') : undefined]]
    }),
  )
}

/** What the votes of an item made of each proposal, in the order of the proposals; undefined where that is in doubt. */
export function decidedBy(proposals: readonly PlacedProposal[], votes: readonly PlacedVote[]): (Decided | undefined)[] {
  const decided = new Map<PlacedProposal, Decided>()
  let opened = 0
  for (const [index, { vote, block: at }] of votes.entries()) {
    const last = opened
    while (opened < proposals.length && (proposals[opened]?.block ?? 0) <= at) opened++
    const above = proposals.slice(Math.max(0, opened - MAX_PENDING), opened)
    const pending = above.filter((one) => one.proposal.text && !decided.has(one))
    const options = optionsOf(vote)
    if (options.length > 1) {
      for (const [one, outcome] of amongAlternatives(vote, options, pending)) decided.set(one, { vote: index, outcome })
      continue
    }
    // A label without a proposal of its own says which one is voted over.
    const label = proposals
      .slice(last, opened)
      .findLast(({ proposal }) => !proposal.text)
      ?.heading.replace(/:$/u, '')
    const subjects = [label, ...options, vote.subject].filter((subject) => subject !== undefined)
    const several = subjects.map((subject) => meantBy(subject, pending)).filter(({ length }) => length > 0)
    const fewest = several.toSorted((a, b) => a.length - b.length)[0] ?? []
    const isOfAll = subjects.some((subject) => SEVERAL.test(subject) || TOGETHER.test(fold(subject)))
    const alike = votes.slice(index).filter(({ vote: { subject = '' } }) => fold(subject) === fold(vote.subject ?? ''))
    // As many votes that call theirs alike: minutes vote in the order they list.
    const meant = isOfAll ? fewest : alike.length >= fewest.length ? fewest.slice(0, 1) : []
    for (const one of meant) decided.set(one, { vote: index, outcome: vote.outcome })
  }
  return proposals.map((one) => decided.get(one))
}
