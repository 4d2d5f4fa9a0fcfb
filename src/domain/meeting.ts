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

export interface Meeting {
  readonly committee: Sourced<string> | undefined
  readonly date: Sourced<LocalDate> | undefined
  /** `HH:MM`, 24 hours, local. */
  readonly startTime: Sourced<string> | undefined
  readonly endTime: Sourced<string> | undefined
  readonly place: Sourced<string> | undefined
  readonly chair: People | undefined
  readonly minuteTaker: People | undefined
  readonly present: People | undefined
  readonly absent: People | undefined
  readonly items: readonly AgendaItem[]
}

export interface AgendaItem {
  /** As printed ("2024/M7-005", "PS 12/24"); undefined in minutes that number nothing. */
  readonly caseNumber: string | undefined
  readonly title: string
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
  readonly votes: readonly Vote[]
}

export interface Decision {
  /** Verbatim, without its label; paragraphs separated by a line break. */
  readonly text: string
  /** Verbatim with the label ("Vedtak: …"), white space folded: what a citation quotes. */
  readonly quote: string
  readonly page: number | null
}

/** One counting of votes, as the document states it. */
export interface Vote {
  /** The sentence or paragraph that tells of it, verbatim. */
  readonly quote: string
  readonly page: number | null
  /** Stated count of votes for and against; undefined where no number stands ("enstemmig"). */
  readonly forCount: number | undefined
  readonly againstCount: number | undefined
  readonly isUnanimous: boolean
}
