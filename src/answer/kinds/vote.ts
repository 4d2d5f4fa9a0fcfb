import type { AgendaItem, Proposal, Vote } from '../../domain/meeting.ts'
import { fold } from '../../norwegian/fold.ts'
import { sentences } from '../../norwegian/sentences.ts'
import { tokens } from '../../norwegian/tokens.ts'
import { namesPerson } from '../asked-people.ts'
import { isOfMatter, matchCommittee } from '../choose-meetings.ts'
import { citeItem } from '../citations.ts'
import type { Draft, DraftParagraph } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { type KnownNames, knownNames } from '../known-names.ts'
import type { MeetingGroup } from '../meeting-groups.ts'
import { isOneOf, partiesIn, withoutParties } from '../parties.ts'
import { phrases } from '../phrases.ts'
import { supportersTold, votersBehind, votesOver } from '../proposal-votes.ts'
import { asksOfSeveral, isProposer, ofKindAsked, partiesAsVoters, proposalsAsked } from '../proposals-asked.ts'
import { coverage, stemSet, type Term, termWeights, topicOf } from '../topic.ts'
import { itemInWords, listInWords, meetingInShort } from '../words.ts'
import { noSuchCase } from './decision.ts'
import { type FoundItem, itemsAbout, itemsOf, itemsWithNumber } from './find-items.ts'
import { VOTE_GRAMMAR } from './grammar.ts'
import { paragraphsOf } from './proposal.ts'
import { ASKS_WHY } from './reason.ts'

const MOST_QUOTED_CHARS = 600
const ASKS_AGAINST = /(?<!\p{L})(?:i?mot|against)\b/iu
const ASKS_FOR = phrases(`
  stemte/stemme/røysta/røyste/gikk/gjekk/vote(d)/went/var/were (inn) for/in_favour
  støtt*/support*/backed
`)
const MOST_COMPARED = 4
const MOST_COMPARED_CHARS = 420
/** A vote that meets this much more of the question than another is the one that was asked about. */
const CLEARLY_BETTER = 0.15
const SAME_MATTER = 0.7

/** The item whose votes are asked about: by its number, or the best about the matter that has any. */
function itemWithVotes(inquiry: Inquiry, terms: readonly Term[]): FoundItem | Draft | undefined {
  const { plan, meetings } = inquiry
  const committee = matchCommittee(plan.question, meetings)
  const [number] = plan.caseNumbers
  // Of two numbers, the body that is named may be the other's.
  const groups = plan.caseNumbers.length > 1 ? meetings : committee.groups
  if (number) return itemsWithNumber(groups, number.text)[0] ?? noSuchCase(inquiry, number.text)
  const all = itemsAbout(inquiry, committee.groups, terms, true)
  const years = plan.meeting.years.filter((year) => !isOfMatter(plan.question, year))
  const ofYears = all.filter(({ meeting: { meeting } }) => years.includes(Number(meeting.date?.value.slice(0, 4))))
  const about = ofYears.length > 0 ? ofYears : all
  const [best] = about
  if (!best) return onlyItemOf(inquiry, committee.groups)
  // Of items about as near the matter, one that has votes; another matter's votes are no answer.
  return about.find(({ item, score }) => item.votes.length > 0 && best && score >= best.score * SAME_MATTER) ?? best
}

/** Whoever names no matter may name who voted over whose proposal: the one item where both stand. */
function onlyItemOf({ plan }: Inquiry, groups: readonly MeetingGroup[]): FoundItem | undefined {
  const proposed = groups
    .flatMap(itemsOf)
    .filter(({ item }) => proposalsAsked(plan.question, item).some(({ who }) => who))
  const [only, another] =
    proposed.length > 1 ? proposed.filter(({ item }) => personAsked(plan.question, item) !== undefined) : proposed
  return another ? undefined : only
}

/** The proposals that a question may mean: of whoever it says made them, else all. */
const proposalsPool = (question: string, item: AgendaItem): readonly Proposal[] => {
  const theirs = proposalsAsked(question, item)
  return theirs.length > 0 ? theirs : item.proposals
}

/** The votes whose words meet the question best; all of them when none stands out. */
function votesMeant(question: string, item: AgendaItem, terms: readonly Term[]): readonly Vote[] {
  const over = votesOver(item)
  const asked = ofKindAsked(question, proposalsPool(question, item), ({ kind }) => kind)
  const theirs = asked.flatMap(
    (proposal) => (asksNames(question) ? supportersTold(item, proposal) : undefined) ?? over.get(proposal) ?? [],
  )
  const isNarrowed = theirs.length > 0 && asked.length < item.proposals.length
  const votes = isNarrowed ? theirs : item.votes
  const proposals = new Map([...over].map(([proposal, vote]) => [vote, proposal.text]))
  const stems = votes.map((vote) =>
    stemSet(
      [vote.quote, vote.subject ?? '', proposals.get(vote) ?? '', ...vote.sides.map(({ option }) => option ?? '')].join(
        ' ',
      ),
    ),
  )
  const weights = termWeights(terms, stems)
  const shares = stems.map((set) => coverage(terms, weights, set))
  const best = Math.max(...shares)
  const meant = votes.filter((_, index) => (shares[index] ?? 0) >= best - CLEARLY_BETTER)
  return asksNames(question) ? [...new Set(meant.flatMap((vote) => [vote, ...votersBehind(item, vote)]))] : meant
}

const hasNobodyAgainst = ({ isUnanimous, againstCount, sides }: Vote): boolean =>
  isUnanimous ||
  (!againstCount &&
    sides.every(
      ({ stance, voters, count }) => stance === 'for' && sides.length < 2 && (voters.length > 0 || count !== undefined),
    ))

/** As many as can be read at once; the first always. */
function withinReach(votes: readonly Vote[]): readonly Vote[] {
  let chars = 0
  return votes.filter(({ quote }, index) => {
    chars += quote.length
    return index === 0 || chars <= MOST_QUOTED_CHARS
  })
}

/** "Hvem stemte imot?": the sentences that tell of those, and how it ended; the whole where no side stands alone. */
function ofSideAsked(question: string, { quote, sides }: Vote): string {
  if (!ASKS_WHO_AGAINST.test(fold(question)) || !sides.some(({ stance }) => stance === 'against')) return quote
  const told = sentences(quote)
    .map(({ text }) => text)
    .filter((text) => TELLS_AGAINST.test(text) || TELLS_OUTCOME.test(text))
  return told.some((text) => TELLS_AGAINST.test(text)) ? told.join(' ') : quote
}
const ASKS_WHO_AGAINST =
  /(?<!\p{L})(?:hvem|kven|who|hvilke|kva for|which)(?!\p{L}).{0,40}(?<!\p{L})(?:i?mot|against)(?!\p{L})/u
const TELLS_AGAINST =
  /^(?:i?mot|against)(?!\p{L})|(?<!\p{L})stemte\s+(?:i?mot)(?!\p{L})|(?<!\p{L})røysta\s+(?:i?mot)(?!\p{L})/iu
const TELLS_OUTCOME = /^(?:dermed|med dette|forslaget|framlegget|innstillingen|tilrådinga)(?!\p{L})/iu

/** The voter that a question names, as printed; not whose proposal was voted over. */
const personAsked = (question: string, { votes }: AgendaItem): string | undefined =>
  votes
    .flatMap(({ sides }) => sides.flatMap(({ voters }) => voters))
    .find(({ name }) => namesPerson(question, name) && !isProposer(question, name))?.name

/** Minutes tell how members voted, not why: what was said before the vote is not each one's reason. */
function withoutReason(meant: readonly Vote[], { item, meeting }: FoundItem, { texts, language }: Inquiry): Draft {
  const words = [itemInWords(item, language), meetingInShort(meeting, language)] as const
  return {
    outcome: 'abstained',
    paragraphs: meant.slice(0, 1).map((vote) => ({
      text: `${texts.noReasonForVote(...words)}\n«${vote.quote}»`,
      citations: citeItem(meeting, vote, item),
    })),
    derived: [],
    reason: 'no-reason-recorded',
  }
}

/** "Hvem stemte imot?", "Kva heiter dei som røysta mot?" */
const asksNames = (question: string): boolean =>
  /(?<!\p{L})(?:hvem|kven|who|which (?:member|representative|councillor)s?|hvilke[nt]? (?:medlem|representant)\p{L}*|(?:hva|kva)\s(?:heter|heiter)|navn|namn|names?)(?!\p{L})/u.test(
    fold(question),
  )

/** "Hvilket forslag fikk flest stemmer?": no voter is asked about. */
const ASKS_COUNT =
  /(?<!\p{L})(?:flest|mest|most|hvor mange|kor mange|how many|stemmetall\p{L}*|røystetal\p{L}*)(?!\p{L})/u

/** How it went, of whoever's proposal it was. */
const ASKS_OUTCOME = phrases(`
  avstemning*/avrøysting*/votering*/vote om/over/on
  hvordan_gikk/korleis_gjekk/by_what_vote/which(_one)_passed
  how_did ... go
`)

/** Whether a vote is told by its counts alone. */
function tellsNobody({ quote: told, subject, sides }: Vote, meetings: readonly MeetingGroup[]): boolean {
  const { people } = knownNames(meetings)
  // "Innstillingen med endringen fra Nes": whose it was, not who voted.
  const quote = subject ? told.replace(subject, ' ') : told
  return (
    sides.every(({ voters, parties }) => voters.length + parties.length === 0) &&
    partiesIn(quote).length === 0 &&
    !tokens(quote).some(({ text, folded }) => /^\p{Lu}/u.test(text) && people.has(folded))
  )
}

/** A party is asked about that neither proposed anything nor stands among the voters. */
function isOfUntoldParty(question: string, item: AgendaItem, meant: readonly Vote[]): boolean {
  const parties = partiesIn(question)
  if (parties.length === 0 || proposalsAsked(question, item).length > 0) return false
  return !meant.some(
    ({ quote, sides }) =>
      partiesIn(quote).some((party) => parties.includes(party)) ||
      sides.some(({ voters }) => voters.some(({ party }) => isOneOf(party, parties))),
  )
}

function untold({ item, meeting }: FoundItem, meant: readonly Vote[], { plan, texts, language }: Inquiry): Draft {
  const parties = partiesIn(plan.question).map((party) => party.toUpperCase())
  const words = [itemInWords(item, language), meetingInShort(meeting, language)] as const
  return {
    outcome: 'abstained',
    paragraphs: meant.slice(0, 1).map((vote) => ({
      text: `${parties.length > 0 ? texts.notAmongVoters(listInWords(parties, language), ...words) : texts.noVoters(...words)}\n«${vote.quote}»`,
      citations: citeItem(meeting, vote, item),
    })),
    derived: [],
    reason: 'not-among-voters',
  }
}

/** On which side one voter stands, vote by vote. */
function ofPerson(person: string, meant: readonly Vote[], { item, meeting }: FoundItem, inquiry: Inquiry): Draft {
  const { texts } = inquiry
  const paragraphs = withinReach(meant).flatMap((vote): DraftParagraph[] => {
    const side = vote.sides.find(({ voters }) => voters.some(({ name }) => name === person))
    if (!side) return []
    const [first = ''] = sentences(vote.quote)
      .map(({ text }) => text)
      .filter((text) => text.includes(person))
    return [
      {
        text: `${texts.votedOne[side.stance](person, side.option)}\n«${first || vote.quote}»`,
        citations: citeItem(meeting, vote, item),
      },
    ]
  })
  return { outcome: 'answered', paragraphs, derived: [], reason: 'vote-of-person' }
}

/** "Hvilket av de to forslagene fikk flest stemmer?": each with what became of it. */
function ofEach(found: FoundItem, inquiry: Inquiry): Draft | undefined {
  const { question } = inquiry.plan
  if (!asksOfSeveral(question)) return undefined
  const over = votesOver(found.item)
  const asked = ofKindAsked(question, proposalsPool(question, found.item), ({ kind }) => kind)
  const counted = asked.filter((proposal) => over.has(proposal)).slice(0, MOST_COMPARED)
  if (counted.length < 2) return undefined
  const most = Math.floor(MOST_COMPARED_CHARS / counted.length)
  const paragraphs = counted.flatMap((proposal, at) => paragraphsOf({ found, proposal }, inquiry, at === 0, most))
  return { outcome: 'answered', paragraphs, derived: [], reason: 'votes-of-each' }
}

/** On which side those of a party stand, vote by vote; a no where none of them stands on the side asked for. */
function ofParty(
  parties: readonly string[],
  meant: readonly Vote[],
  found: FoundItem,
  inquiry: Inquiry,
): Draft | undefined {
  const { plan, texts, language } = inquiry
  const question = fold(plan.question)
  const stance = ASKS_AGAINST.test(question) ? 'against' : ASKS_FOR.test(question) ? 'for' : undefined
  const told = withinReach(meant).flatMap((vote) =>
    vote.sides.flatMap((side) => {
      const names = side.voters.filter(({ party }) => isOneOf(party, parties)).map(({ name }) => name)
      const [first = vote.quote] = sentences(vote.quote).flatMap(({ text }) =>
        text.includes(names[0] ?? '\n') ? [text] : [],
      )
      const text = `${texts.votedOne[side.stance](listInWords(names, language), side.option)}\n«${first}»`
      return names.length > 0 ? [{ side, text, citations: citeItem(found.meeting, vote, found.item) }] : []
    }),
  )
  if (told.length === 0) return undefined
  const areAlternatives = meant.some(({ sides }) => sides.filter((side) => side.stance === 'for').length > 1)
  const asked = told.filter(({ side }) => stance === undefined || areAlternatives || side.stance === stance)
  const shown = asked.length > 0 || plan.isYesNo ? 'answered' : 'abstained'
  const paragraphs = (asked.length > 0 ? asked : told).map(({ text, citations }) => ({ text, citations }))
  return { outcome: shown, paragraphs, derived: [], reason: 'vote-of-party' }
}

/** "Brekkhaug sitt forslag", "forslaget fra Brekkhaug": whose proposal is said to have been voted over. */
const OWN_PROPOSAL =
  /(?<!\p{L})(\p{L}{4,}?)(?:s|\s+sitt|\s+sin)\s+(?:\p{L}+\s+)?\p{L}*(?:forslag|framlegg)|(?:forslag|framlegg)\p{L}*\s+(?:til|fra|frå|from|av)\s+(?:\p{Lu}\p{L}+\s+)*(\p{L}{4,})/iu

function proposerAsked(question: string, { people }: KnownNames): string | undefined {
  const match = OWN_PROPOSAL.exec(question)
  const name = match?.[1] ?? match?.[2]
  return name !== undefined && people.has(fold(name)) ? name : undefined
}

/** What the minutes tell of a vote, in their words; or that they tell of none. */
export function answerVote(inquiry: Inquiry): Draft | undefined {
  const { plan, meetings, language, texts } = inquiry
  const committee = matchCommittee(plan.question, meetings)
  const terms = topicOf(withoutParties(plan.question), {
    language: plan.askedIn,
    without: new Set([...committee.stems, ...VOTE_GRAMMAR]),
  })
  const found = itemWithVotes(inquiry, terms)
  if (!found) return undefined
  if ('outcome' in found) return found
  const { item, meeting } = found
  const proposer = proposerAsked(plan.question, knownNames(meetings))
  if (proposer !== undefined && !item.proposals.some(({ who }) => namesPerson(proposer, who ?? ''))) {
    const source = item.decision ?? { quote: item.heading, page: item.page }
    return {
      outcome: 'abstained',
      paragraphs: [
        {
          text: texts.noProposalBy(proposer, itemInWords(item, language), meetingInShort(meeting, language)),
          citations: citeItem(meeting, source, item),
        },
      ],
      derived: [],
      reason: 'no-such-proposal',
    }
  }
  const words = [itemInWords(item, language), meetingInShort(meeting, language)] as const
  if (item.votes.length === 0) {
    const source = item.decision ?? { quote: item.heading, page: item.page }
    return {
      outcome: 'abstained',
      paragraphs: [{ text: texts.noVote(...words), citations: citeItem(meeting, source, item) }],
      derived: [],
      reason: 'no-vote-recorded',
    }
  }
  const meant = votesMeant(
    plan.question,
    item,
    topicOf(plan.question, { language: plan.askedIn, without: committee.stems }),
  )
  const asked = fold(plan.question)
  const isOfPerson = asksNames(plan.question) || !(ASKS_COUNT.test(asked) || ASKS_OUTCOME.test(asked))
  const person = isOfPerson ? personAsked(plan.question, item) : undefined
  const each = ofEach(found, inquiry)
  if (each) return each
  if (ASKS_WHY.test(fold(plan.question))) return withoutReason(meant, found, inquiry)
  if (asksNames(plan.question) && meant.every((vote) => !vote.isUnanimous && tellsNobody(vote, meetings)))
    return untold(found, meant, inquiry)
  const parties = partiesAsVoters(plan.question)
  const theirs = parties.length > 0 ? ofParty(parties, meant, found, inquiry) : undefined
  if (theirs) return theirs
  if (isOfUntoldParty(plan.question, item, meant)) return untold(found, meant, inquiry)
  if (person !== undefined) return ofPerson(person, meant, found, inquiry)
  const isFalsePremise = ASKS_AGAINST.test(plan.question) && meant.every(hasNobodyAgainst)
  if (isFalsePremise)
    return {
      outcome: 'abstained',
      paragraphs: meant.slice(0, 1).map((vote) => ({
        text: `${texts.nobodyAgainst(...words)}\n«${vote.quote}»`,
        citations: citeItem(meeting, vote, item),
      })),
      derived: [],
      reason: 'nobody-against',
    }
  const paragraphs = withinReach(meant).map(
    (vote, index): DraftParagraph => ({
      text: `${index === 0 ? `${texts.voteIn(...words)}\n` : ''}«${ofSideAsked(plan.question, vote)}»`,
      citations: citeItem(meeting, vote, item),
    }),
  )
  return { outcome: 'answered', paragraphs, derived: [], reason: 'vote' }
}
