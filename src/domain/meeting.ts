import type { LocalDate } from './ids.ts'

/** A value with the words it was read from. `quote` is verbatim, white space folded. */
export interface Sourced<Value> {
  readonly value: Value
  readonly quote: string
  readonly page: number | null
}

export interface Attendee {
  /** Given name first: "Kari Nordmann". */
  readonly name: string
  /** Party, municipality or organisation, as printed. */
  readonly organisation: string | undefined
  /** "leder", "varamedlem for …", as printed. */
  readonly role: string | undefined
}

/**
 * A list of people as the document gives it. undefined where a meeting has no such field (unknown);
 * an empty `value` where the field is there and empty (none recorded).
 */
export type People = Sourced<readonly Attendee[]>

/** Somebody who met in another's place. */
export interface Substitute extends Attendee {
  /** Who was replaced; undefined where the document does not tell. */
  readonly substituteFor: string | undefined
}

export interface Meeting {
  readonly committee: Sourced<string> | undefined
  /** As printed: "3/2024"; "M3" where only the Decisions numbers of its items tell. */
  readonly number: Sourced<string> | undefined
  readonly date: Sourced<LocalDate> | undefined
  /** `HH:MM`, 24 hours, local. */
  readonly startTime: Sourced<string> | undefined
  readonly endTime: Sourced<string> | undefined
  readonly place: Sourced<string> | undefined
  readonly chair: People | undefined
  readonly minuteTaker: People | undefined
  readonly present: People | undefined
  readonly absent: People | undefined
  /** Of the administration and other guests: there without being members. */
  readonly othersPresent: People | undefined
  /** They are in `present` too. undefined where neither a field nor a remark tells of any. */
  readonly substitutes: Sourced<readonly Substitute[]> | undefined
  readonly items: readonly AgendaItem[]
}

/** Noark's kinds of item: a matter to decide, delegated, for reading, a question, for orientation, a message, an interpellation. */
export type ItemType = 'PS' | 'DS' | 'RS' | 'FO' | 'OS' | 'MS' | 'IP'

/**
 * What the decision's own words make of the matter. 'for-information' only where they do nothing else;
 * 'none-recorded' where no decision stands, whatever was recommended.
 */
export type ItemStatus = 'decided' | 'postponed' | 'sent-back' | 'for-information' | 'none-recorded'

export interface AgendaItem {
  /** As printed ("2024/M7-005", "PS 12/24"); undefined in minutes that number nothing. */
  readonly caseNumber: string | undefined
  readonly title: string
  /** From the number ("PS 12/24") or a title that says it ("Orienteringssaker"); undefined where neither does. */
  readonly type: ItemType | undefined
  readonly status: ItemStatus
  /** 1 for the first item of the meeting. */
  readonly order: number
  readonly page: number | null
  /** The heading as printed. */
  readonly heading: string
  /** Deep link of the case system. Carries ids of groups and tenants: shown only as a link, never as text. */
  readonly link: string | undefined
  readonly decision: Decision | undefined
  /** What was proposed. Never to be shown as a decision. */
  readonly recommendation: Sourced<string> | undefined
  /** What members proposed, in order. Never to be shown as a decision. */
  readonly proposals: readonly Proposal[]
  readonly votes: readonly Vote[]
}

export interface Decision {
  /** Verbatim, without its label; paragraphs separated by a line break. */
  readonly text: string
  /** Verbatim with the label ("Vedtak: …"), white space folded: what a citation quotes. */
  readonly quote: string
  readonly page: number | null
}

export type ProposalKind =
  | 'alternative'
  | 'additional'
  | 'amendment'
  | 'postponement'
  | 'send-back'
  | 'referral'
  | 'other'

/** What a member or a party proposed in the meeting. */
export interface Proposal {
  /** Person or body, as printed. */
  readonly who: string | undefined
  /** As printed beside the name: "SV", "Senterpartiet". */
  readonly party: string | undefined
  /** "SV, AP og KRF", as printed. */
  readonly onBehalfOf: string | undefined
  readonly kind: ProposalKind
  /** Verbatim, without the words that introduce it; paragraphs separated by a line break. */
  readonly text: string
  /** As the minutes state it; undefined where they do not. */
  readonly outcome: 'carried' | 'lost' | 'withdrawn' | undefined
  /** Place, among the item's votes, of the one over it; undefined where the minutes leave a doubt. */
  readonly vote: number | undefined
  /** The words that introduce it, and it, white space folded. */
  readonly quote: string
  readonly page: number | null
}

export interface Voter {
  readonly name: string
  /** As printed: "SP", "FrP"; the municipality where members stand for one. */
  readonly party: string | undefined
}

/** Those who voted one way. */
export interface VoteSide {
  /** 'for' on every side where alternatives stood against each other: `option` tells them apart. */
  readonly stance: 'for' | 'against' | 'blank'
  /** What they voted for or against, as printed: "forslaget", "forslag 1"; undefined in prose that does not tell. */
  readonly option: string | undefined
  /** As stated; undefined where only names stand. */
  readonly count: number | undefined
  readonly voters: readonly Voter[]
  /** As printed where parties stand instead of names: "SV", "2 H". */
  readonly parties: readonly string[]
}

/** One counting of votes, as the document states it. */
export interface Vote {
  /** The sentences that tell of it, verbatim. */
  readonly quote: string
  readonly page: number | null
  /** Stated counts; undefined where no number stands ("enstemmig") and where alternatives stood against each other. */
  readonly forCount: number | undefined
  readonly againstCount: number | undefined
  readonly blankCount: number | undefined
  readonly isUnanimous: boolean
  /** In the order they stand; empty where nobody is counted. Two or more that are 'for': alternatives. */
  readonly sides: readonly VoteSide[]
  /** What was voted over, as printed: "innstillingen", "tilleggsforslag"; of alternatives the one that the outcome names. */
  readonly subject: string | undefined
  /** What became of `subject`, where the document says it. */
  readonly outcome: 'carried' | 'lost' | undefined
  /** The chair's vote decided a tie. */
  readonly hasCastingVote: boolean
  /** Whether each list holds as many names as it states, and nobody twice; undefined without names or when a name could not be read. */
  readonly namesMatch: boolean | undefined
  /** Voters who are not among those present; undefined where the minutes have no list of those. */
  readonly unlistedVoters: readonly string[] | undefined
}
