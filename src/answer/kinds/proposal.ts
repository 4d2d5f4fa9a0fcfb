import type { Proposal } from '../../domain/meeting.ts'
import { fold } from '../../norwegian/fold.ts'
import { namesPerson } from '../asked-people.ts'
import { chooseMeetings, matchCommittee } from '../choose-meetings.ts'
import { citeItem } from '../citations.ts'
import type { Draft, DraftParagraph } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { fileNameWords } from '../file-name-words.ts'
import { knownNames } from '../known-names.ts'
import { meets } from '../meets.ts'
import { isOneOf, partiesIn } from '../parties.ts'
import { votesOver } from '../proposal-votes.ts'
import { ofKindAsked } from '../proposals-asked.ts'
import { coverage, stemSet, type Term, termWeights, topicOf } from '../topic.ts'
import { itemInWords, meetingInShort } from '../words.ts'
import { type FoundItem, itemsAbout, itemsOf, itemsWithNumber } from './find-items.ts'
import { PROPOSAL_GRAMMAR } from './grammar.ts'

const MOST_SHOWN = 3
const MOST_QUOTED_CHARS = 260
const MIN_COVERAGE = 0.38
const NEARLY_BEST = 0.15

export interface FoundProposal {
  readonly found: FoundItem
  readonly proposal: Proposal
}

const bareWords = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)} …` : text)

/**
 * A proposal in its own words, with who made it and what became of it.
 * @param isFirst tells first of which item it is
 */
export function paragraphsOf(
  { found, proposal }: FoundProposal,
  inquiry: Inquiry,
  isFirst: boolean,
  most = MOST_QUOTED_CHARS,
): DraftParagraph[] {
  const { texts, language } = inquiry
  const lead = isFirst
    ? `${texts.proposalsIn(itemInWords(found.item, language), meetingInShort(found.meeting, language))}\n`
    : ''
  const who = [proposal.who, proposal.party && `(${proposal.party})`].filter(Boolean).join(' ')
  const vote = votesOver(found.item).get(proposal)
  const { forCount, againstCount, sides = [] } = vote ?? {}
  const ofAlternatives = sides.flatMap(({ option, count }) =>
    option === undefined || count === undefined ? [] : [texts.tableValue(option, String(count))],
  )
  const counts =
    forCount === undefined || againstCount === undefined
      ? ofAlternatives.join(', ')
      : texts.voteCounts(String(forCount), String(againstCount))
  const fate = [proposal.outcome && texts.proposalOutcome[proposal.outcome], counts].filter(Boolean).join(', ')
  const sources = [proposal, ...(vote ? [vote] : [])]
  return [
    {
      text: `${lead}• ${[who, fate].filter(Boolean).join(': ')}\n«${bareWords(proposal.quote, most)}»`,
      citations: sources.flatMap((source) => citeItem(found.meeting, source, found.item)),
    },
  ]
}

/** The proposals of the items a question can mean. */
function candidates(inquiry: Inquiry, terms: readonly Term[], named: readonly Term[]): FoundProposal[] {
  const { plan, meetings } = inquiry
  const committee = matchCommittee(plan.question, meetings)
  const [number] = plan.caseNumbers
  const choice = chooseMeetings(inquiry, committee)
  const groups = choice.kind === 'some' ? choice.groups : []
  const items = number ? itemsWithNumber(committee.groups, number.text) : groups.flatMap(itemsOf)
  const about = number || terms.length === 0 ? [] : itemsAbout(inquiry, groups, terms)
  const isAbout = new Set(about.filter(({ score }) => score >= (about[0]?.score ?? 0) * 0.6).map(({ item }) => item))
  return items.flatMap((found) => {
    const { document, meeting } = found.meeting
    const { committee: body, date, present } = meeting
    const people = (present?.value ?? []).map(({ name, organisation }) => `${name} ${organisation ?? ''}`).join(' ')
    const frame = stemSet(
      [found.item.title, body?.value ?? '', date?.value.slice(0, 4) ?? '', people, fileNameWords(document.name)].join(
        '\n',
      ),
    )
    const isNamed = ({ quote, party, onBehalfOf }: Proposal): boolean =>
      named.every(
        (term) =>
          meets(term, frame) > 0 ||
          meets(term, stemSet([quote, party ?? '', onBehalfOf ?? ''].join(' '))) > 0 ||
          partiesIn(term.text).length > 0,
      )
    const stems = stemSet(found.item.title)
    const weights = termWeights(terms, [stems])
    return found.item.proposals
      .filter(
        (proposal) =>
          number !== undefined ||
          (isNamed(proposal) &&
            (isAbout.has(found.item) ||
              coverage(terms, weights, new Set([...stems, ...stemSet(`${proposal.text} ${proposal.quote}`)])) >=
                MIN_COVERAGE)),
      )
      .map((proposal) => ({ found, proposal }))
  })
}

/**
 * Who proposed what, and what became of it.
 * @returns undefined when no proposal is recorded that can be meant: prose may tell of it
 */
export function answerProposal(inquiry: Inquiry): Draft | undefined {
  const { plan, meetings, texts, language } = inquiry
  const committee = matchCommittee(plan.question, meetings)
  const parties = partiesIn(plan.question)
  const all = topicOf(plan.question, {
    language: plan.askedIn,
    without: new Set([...committee.stems, ...PROPOSAL_GRAMMAR]),
    names: knownNames(meetings),
  })
  const matter = all.filter((term) => !term.isSpecific)
  const named = all.filter((term) => term.isSpecific)
  const pool = candidates(inquiry, matter, named)
  if (pool.length === 0) return undefined
  const isWithdrawn = pool.some(({ proposal }) => proposal.outcome === 'withdrawn')
  if (ASKS_WITHDRAWN.test(fold(plan.question)) && !isWithdrawn) return notWithdrawn(pool, inquiry)
  const asksWhose =
    parties.length > 0 || all.some((term) => term.isSpecific && pool.some(({ found }) => isSomebody(term, found)))
  const theirs = pool.filter(
    ({ proposal }) =>
      namesPerson(plan.question, proposal.who ?? '') ||
      isOneOf(proposal.party, parties) ||
      isOneOf(proposal.onBehalfOf, parties) ||
      all.some((term) => term.isSpecific && fold(proposal.who ?? '') === term.folded),
  )
  if (asksWhose && theirs.length === 0) {
    const [near] = pool
    if (!near) return undefined
    const words = [itemInWords(near.found.item, language), meetingInShort(near.found.meeting, language)] as const
    return {
      outcome: 'abstained',
      paragraphs: [
        {
          text: texts.noSuchProposal(...words),
          citations: citeItem(near.found.meeting, near.proposal, near.found.item),
        },
      ],
      derived: [],
      reason: 'no-such-proposal',
    }
  }
  const shown = bestOf(theirs.length > 0 ? theirs : pool, matter, plan.question)
  return {
    outcome: 'answered',
    paragraphs: shown.flatMap((entry, index) => paragraphsOf(entry, inquiry, index === 0)),
    derived: [],
    reason: 'proposal',
  }
}

const ASKS_WITHDRAWN = /(?<!\p{L})(?:trakk|trekte|trukket|trekt|withdr[ae]wn?)(?!\p{L})/u

/** A proposal that was never withdrawn: what became of it is told instead. */
function notWithdrawn(pool: readonly FoundProposal[], inquiry: Inquiry): Draft {
  const { texts, language } = inquiry
  const theirs = pool.filter(({ proposal }) => namesPerson(inquiry.plan.question, proposal.who ?? ''))
  const shown = (theirs.length > 0 ? theirs : pool).slice(0, 1)
  const lead = shown.map(({ found }) => ({
    text: texts.notWithdrawn(itemInWords(found.item, language), meetingInShort(found.meeting, language)),
    citations: shown.flatMap(({ proposal }) => citeItem(found.meeting, proposal, found.item)),
  }))
  return {
    outcome: 'abstained',
    paragraphs: [...lead, ...shown.flatMap((entry) => paragraphsOf(entry, inquiry, false))],
    derived: [],
    reason: 'not-withdrawn',
  }
}

/** Whether a name of the question is one of the meeting's people, or of the bodies that meet in it. */
function isSomebody(term: Term, { meeting: { meeting } }: FoundItem): boolean {
  const listed = [...(meeting.present?.value ?? []), ...(meeting.absent?.value ?? [])]
  return listed.some(({ name }) => namesPerson(term.text, name))
}

/** Those whose kind and words meet the question best, in the order they stand. */
function bestOf(pool: readonly FoundProposal[], terms: readonly Term[], question: string): readonly FoundProposal[] {
  const rest = ofKindAsked(question, pool, ({ proposal }) => proposal.kind)
  const asksLost = /(?<!\p{L})(?:falt|fall|fell|nedstemt|tapt\p{L}*|avvist|lost|rejected|voted down)(?!\p{L})/u.test(
    fold(question),
  )
  const lost = rest.filter(({ proposal }) => proposal.outcome === 'lost')
  const meant = asksLost && lost.length > 0 ? lost : rest
  const stems = meant.map(({ proposal, found }) => stemSet(`${proposal.quote} ${found.item.title}`))
  const weights = termWeights(terms, stems)
  const shares = stems.map((set) => coverage(terms, weights, set))
  const best = Math.max(...shares)
  return meant.filter((_, index) => (shares[index] ?? 0) >= best - NEARLY_BEST).slice(0, MOST_SHOWN)
}
