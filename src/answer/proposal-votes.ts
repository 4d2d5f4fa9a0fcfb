import type { AgendaItem, Proposal, ProposalKind, Vote } from '../domain/meeting.ts'

/** How a vote names the kind of proposal that it was over. */
const SUBJECT: Readonly<Record<ProposalKind, RegExp>> = {
  alternative: /alternativ|forslag \d|framlegg \d/iu,
  additional: /tillegg/iu,
  amendment: /endring/iu,
  postponement: /uts[ea]t/iu,
  'send-back': /tilbake|attende/iu,
  referral: /oversend/iu,
  other: /forslag|framlegg/iu,
}

/**
 * The vote over each proposal, where the minutes leave no doubt: as many votes name its kind as there are proposals of
 * it, and they stand in the same order; or the item has one proposal and one vote over "forslaget".
 */
export function votesOver({ proposals, votes }: AgendaItem): ReadonlyMap<Proposal, Vote> {
  const pairs = new Map<Proposal, Vote>()
  for (const [kind, own] of Map.groupBy(proposals, (proposal) => proposal.kind)) {
    const over = votes.filter(({ subject }) => subject !== undefined && SUBJECT[kind].test(subject))
    if (over.length === own.length)
      for (const [index, proposal] of own.entries()) {
        const vote = over[index]
        if (vote && agrees(proposal, vote)) pairs.set(proposal, vote)
      }
  }
  // "Nes sitt forslag": a vote may say whose it was over.
  for (const proposal of proposals) {
    const own = proposals.filter(({ who }) => who === proposal.who)
    const named = votes.filter((vote) => namesProposer(vote, proposal))
    const [vote] = named
    if (vote && own.length === 1 && agrees(proposal, vote)) pairs.set(proposal, vote)
  }
  const [only, another] = proposals
  const general = votes.filter(({ subject }) => SUBJECT.other.test(subject ?? ''))
  if (only && !another && general.length === 1 && general[0] && agrees(only, general[0])) pairs.set(only, general[0])
  return pairs
}

/** Whether what was voted over is called by whoever proposed it. */
function namesProposer({ subject, sides }: Vote, { who }: Proposal): boolean {
  const surname = who?.split(/\s+/).at(-1)
  if (surname === undefined) return false
  const isCalled = new RegExp(
    `(?<!\\p{L})${surname}(?:['’]?s)?(?!\\p{L}).*(?:forslag|framlegg)|(?:forslag|framlegg).*(?<!\\p{L})${surname}(?!\\p{L})`,
    'iu',
  )
  return [subject, ...sides.map(({ option }) => option)].some((text) => text !== undefined && isCalled.test(text))
}

const tellsVoters = ({ sides }: Vote): boolean =>
  sides.some(({ voters, parties }) => voters.length + parties.length > 0)

/** The words right behind a vote that is told by its counts, which tell who they were: "For forslaget stemte …". */
export function votersBehind({ votes }: AgendaItem, vote: Vote): readonly Vote[] {
  const next = votes[votes.indexOf(vote) + 1]
  if (!next || tellsVoters(vote) || vote.isUnanimous || !tellsVoters(next)) return []
  return next.sides.every(({ option = 'forslaget' }) => /^(?:forslaget|framlegget)$/iu.test(option)) ? [next] : []
}

/** Who voted for a proposal, told in the vote over it or right behind. */
export function supportersTold(item: AgendaItem, proposal: Proposal): Vote | undefined {
  const over = votesOver(item).get(proposal)
  const told = over && [over, ...votersBehind(item, over)].find(tellsVoters)
  return told?.sides.some(({ stance }) => stance === 'for') ? told : undefined
}

/** Of alternatives a vote tells which was carried; the others' fate is the opposite. */
const agrees = ({ outcome, kind }: Proposal, vote: Vote): boolean =>
  outcome === undefined || vote.outcome === undefined || outcome === vote.outcome || kind === 'alternative'
