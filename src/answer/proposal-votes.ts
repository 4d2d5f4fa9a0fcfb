import type { AgendaItem, Proposal, Vote } from '../domain/meeting.ts'

/** The vote over each proposal, where the minutes leave no doubt. */
export const votesOver = ({ proposals, votes }: AgendaItem): ReadonlyMap<Proposal, Vote> =>
  new Map(
    proposals.flatMap((proposal): [Proposal, Vote][] => {
      const vote = proposal.vote === undefined ? undefined : votes[proposal.vote]
      return vote ? [[proposal, vote]] : []
    }),
  )

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
