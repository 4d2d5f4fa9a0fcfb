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
  const [only, another] = proposals
  const general = votes.filter(({ subject }) => SUBJECT.other.test(subject ?? ''))
  if (only && !another && general.length === 1 && general[0] && agrees(only, general[0])) pairs.set(only, general[0])
  return pairs
}

/** Of alternatives a vote tells which was carried; the others' fate is the opposite. */
const agrees = ({ outcome, kind }: Proposal, vote: Vote): boolean =>
  outcome === undefined || vote.outcome === undefined || outcome === vote.outcome || kind === 'alternative'
