/*
 * Terms
 *   setup       one committee's agenda in one channel, as a secretary or the operator set it up
 *   channel     a Teams channel, named by its root conversation id
 *   rule        when a post falls due, told from the meeting's date
 *   slot        one post that is to be made: channel + committee + meeting date + kind. Its key, never the time, is
 *               what guards against a second post
 *   claim       the durable mark that one process is about to send; made before the send, one per slot and attempt
 *   attempt     1 for the first send of a slot; more only when an earlier one certainly had no effect, or was looked for
 *               in the channel and is not there, or when a person asked for it
 *   generation  1 for the first message of a slot; 2 for the one that replaces a message somebody deleted
 *   marker      a word in the message that a reader of the channel finds it by; one per slot and generation
 *   outcome     what the channel said of one send: sent, refused, not now, or unknown
 *   record      the durable result of a claim
 *   settle      to wait until a send that may be under way has ended and shows
 */
import type { Asker } from '../domain/asker.ts'
import type { DocumentId, LocalDate, TenantId } from '../domain/ids.ts'

export type PostLanguage = 'nb' | 'nn'

/** `days` calendar or working days before the meeting's date, at `time` (`HH:MM`) by the zone's clocks. */
export interface Rule {
  readonly days: number
  readonly counts: 'calendar' | 'working'
  readonly time: string
}

/** An item as the public may see it. It cannot hold what was recommended, voted or decided. */
export interface PublicItem {
  readonly caseNumber: string | undefined
  /** Of a restricted item: the marker and the legal basis only. */
  readonly title: string
  /** undefined for a restricted item. */
  readonly link: string | undefined
  readonly isRestricted: boolean
}

/** A coming meeting as its notices announce it: only what a post may show. */
export interface NoticedMeeting {
  readonly committee: string
  readonly date: LocalDate
  /** `HH:MM`. */
  readonly startTime: string | undefined
  readonly endTime: string | undefined
  readonly place: string | undefined
  readonly items: readonly PublicItem[]
  readonly isCancelled: boolean
  readonly language: PostLanguage
  /** When the first of its notices was taken in. */
  readonly knownSinceMs: number
  readonly documents: readonly DocumentId[]
}

/** An item with what was decided, for the post after the meeting. The decision of a restricted item is left out. */
export interface DecidedItem extends PublicItem {
  /** Verbatim; undefined where none is recorded. */
  readonly decision: string | undefined
}

/** A meeting that was held, as its minutes tell of it. */
export interface DecidedMeeting {
  readonly committee: string
  readonly date: LocalDate
  readonly items: readonly DecidedItem[]
  readonly language: PostLanguage
  /** When the first of its minutes was taken in. */
  readonly knownSinceMs: number
}

/**
 * Meetings as far as the channel may see them, between two dates, both included; of one committee (by
 * `isSameCommittee`) where one is named, which is much cheaper.
 */
export interface AgendaMeetings {
  noticed(asker: Asker, from: LocalDate, to: LocalDate, committee?: string): readonly NoticedMeeting[]
  decided(asker: Asker, from: LocalDate, to: LocalDate, committee?: string): readonly DecidedMeeting[]
}

/** A promise read from earlier minutes. */
export interface OpenPromise {
  readonly who: string | undefined
  readonly what: string
  /** The meeting it was given in. */
  readonly promisedOn: LocalDate
  readonly caseNumber: string | undefined
}

export interface PostponedMatter {
  readonly caseNumber: string | undefined
  readonly title: string
  readonly postponedOn: LocalDate
}

/** What earlier meetings left for a meeting, restricted matters left out. */
export interface OpenPromises {
  promisedFor(asker: Asker, committee: string, date: LocalDate): readonly OpenPromise[]
  postponedTo(asker: Asker, committee: string, date: LocalDate): readonly PostponedMatter[]
}

export interface AgendaSetup {
  readonly tenant: TenantId
  readonly channel: string
  /** As written at set-up; minutes may write it longer ("Fellesrådet" for "Fellesrådet for Firklang IKT"). */
  readonly committee: string
  readonly rule: Rule
  /** undefined: no reminder. */
  readonly reminder: Rule | undefined
  /** A post with the decisions once the minutes are there. */
  readonly postsDecisions: boolean
  /** Nothing is posted before a person has approved the slot. */
  readonly needsApproval: boolean
  /** Stands above the items; empty for none. */
  readonly introduction: string
  /** undefined: that of the notice. */
  readonly language: PostLanguage | undefined
  /** Why nothing is posted: somebody's word ('paused'), or a refusal that closed the channel. undefined: it is open. */
  readonly pausedBecause: string | undefined
  /** Directory id of the person, or 'operator'. */
  readonly setUpBy: string
  readonly setUpAtMs: number
}

/** Set-ups last. One channel may have several committees, each once. */
export interface AgendaSetups {
  list(tenant: TenantId): readonly AgendaSetup[]
  /** Replaces the one of the same channel and committee. */
  save(setup: AgendaSetup): void
  /** @returns false when there was none. What was posted stays known, so that a new set-up does not post it again. */
  remove(tenant: TenantId, channel: string, committee: string): boolean
  /** No more is posted in this channel until somebody sets it up again. */
  close(tenant: TenantId, channel: string, because: string): void
}

export type SlotKind = 'agenda' | 'reminder' | 'decisions'

export interface Slot {
  readonly tenant: TenantId
  readonly channel: string
  readonly committee: string
  readonly meetingDate: LocalDate
  readonly kind: SlotKind
}

declare const slotKeyBrand: unique symbol
export type SlotKey = string & { readonly [slotKeyBrand]: true }

/** What people have decided about one slot before it is posted. */
export interface SlotOrder {
  readonly isApproved: boolean
  readonly isCancelled: boolean
  /** Not before this instant, whatever the rule says. */
  readonly postponedUntilMs: number | undefined
  /** In place of the set-up's. */
  readonly introduction: string | undefined
}

/** Nobody has decided anything. */
export const NO_ORDER: SlotOrder = {
  isApproved: false,
  isCancelled: false,
  postponedUntilMs: undefined,
  introduction: undefined,
}

export interface SlotOrders {
  find(slot: Slot): SlotOrder | undefined
  save(slot: Slot, order: SlotOrder): void
}

/** How the meeting of a slot stands, for the agenda and the reminder. */
export type MeetingStanding =
  | { readonly is: 'on' }
  | { readonly is: 'cancelled' }
  /** Its notice is no longer among the documents. */
  | { readonly is: 'withdrawn' }
  | { readonly is: 'moved'; readonly to: LocalDate }

/** All that an agenda post or a reminder shows, kept to tell what changed. It cannot hold an outcome. */
export interface ShownAgenda {
  readonly kind: 'agenda' | 'reminder'
  readonly meeting: Omit<NoticedMeeting, 'knownSinceMs' | 'language' | 'isCancelled'>
  readonly standing: MeetingStanding
  readonly introduction: string
  readonly promises: readonly OpenPromise[]
  readonly postponed: readonly PostponedMatter[]
  readonly language: PostLanguage
}

export interface ShownDecisions {
  readonly kind: 'decisions'
  readonly meeting: Omit<DecidedMeeting, 'knownSinceMs' | 'language'>
  readonly language: PostLanguage
}

export type Shown = ShownAgenda | ShownDecisions

/**
 * claimed    a send is under way, or was when its process died
 * waiting    the send certainly had no effect and is tried again
 * ordered    to be posted (again): a person asked, or the message was deleted
 * posted     the message is there
 * uncertain  it may be there or not, and nobody may look
 * failed     the channel refused it
 * skipped    it was not posted, for the reason in `code`
 */
export type SlotState = 'claimed' | 'waiting' | 'ordered' | 'posted' | 'uncertain' | 'failed' | 'skipped'

export interface SlotRecord {
  readonly key: SlotKey
  readonly slot: Slot
  readonly state: SlotState
  readonly attempt: number
  readonly generation: number
  /** Why, in a stable code; undefined where nothing is to be explained. */
  readonly code: string | undefined
  readonly messageId: string | undefined
  readonly shown: Shown | undefined
  readonly updateCount: number
  /** Failed or waiting tries since the last success. */
  readonly troubleCount: number
  /** What stands for posting or updating must wait until then. */
  readonly notBeforeMs: number
  /** The version that the channel refused to take as an update. */
  readonly refusedVersion: string | undefined
  /** Since when the meeting's notice is gone; undefined while it is there. */
  readonly missingSinceMs: number | undefined
  readonly holder: string | undefined
  readonly leasedAtMs: number
  readonly leaseUntilMs: number
  readonly changedAtMs: number
  readonly postedAtMs: number | undefined
  /** When the administrator was told of this state; undefined while not. */
  readonly reportedAtMs: number | undefined
}

/** Who claims: a name no other process has, and how long others leave it alone. */
export interface Claimant {
  readonly holder: string
  readonly nowMs: number
  readonly leaseMs: number
}

export interface Claim {
  readonly key: SlotKey
  readonly holder: string
  readonly attempt: number
  readonly generation: number
}

export type ClaimResult =
  | { readonly state: 'posted'; readonly messageId: string }
  | { readonly state: 'waiting'; readonly code: string; readonly notBeforeMs: number }
  | { readonly state: 'uncertain' | 'failed' | 'skipped'; readonly code: string }

/**
 * Every method is one transaction, durable when it returns.
 * @throws Refused `storage-full`, `store-busy` …; then nothing changed
 */
export interface Outbox {
  /**
   * Takes a slot that nobody ever took, or one that is waiting or ordered and due. At most one caller ever gets a claim
   * for a slot and attempt, across processes and after kill -9.
   * @param shown what will be posted: kept, so that a message found later is known to show it
   */
  claim(slot: Slot, shown: Shown, by: Claimant): Claim | undefined
  /** Whether the claim is still this holder's, to be asked right before anything is sent. */
  holds(claim: Claim): boolean
  /** @returns false when somebody else has taken the slot over, unless the result is that it was posted in this attempt */
  record(claim: Claim, result: ClaimResult, nowMs: number): boolean
  /** By meeting date. @param from leaves out earlier meetings */
  list(tenant: TenantId, from?: LocalDate): readonly SlotRecord[]
}

/** Claims whose process died, or whose send had no known outcome. */
export interface OutboxRecovery {
  /** Takes over a claim whose lease has ended. It must then settle before it is looked for. One caller gets it. */
  takeOver(record: SlotRecord, by: Claimant): Claim | undefined
  /** Keeps a claim while it settles. @returns false when it is no longer the holder's */
  extend(claim: Claim, by: Claimant): boolean
  /** A new attempt of a claim that was looked for and is not there. */
  claimAgain(claim: Claim, shown: Shown, by: Claimant): Claim | undefined
  /** A person asks for a slot that is uncertain, failed or skipped to be posted. @returns false in any other state */
  order(key: SlotKey, nowMs: number): boolean
}

/** Updates of posted messages: one process at a time, so that an older version never comes last. */
export interface OutboxUpdates {
  /** @returns the record as it now stands, when nobody else is updating it and it is not to wait */
  begin(key: SlotKey, by: Claimant): SlotRecord | undefined
  finish(key: SlotKey, by: Claimant, result: UpdateResult): void
  noteMissing(key: SlotKey, sinceMs: number | undefined): void
}

export type UpdateResult =
  | { readonly is: 'updated'; readonly shown: Shown }
  | { readonly is: 'unchanged' }
  | { readonly is: 'try-later'; readonly code: string; readonly notBeforeMs: number }
  | { readonly is: 'refused'; readonly code: string; readonly version: string }
  /** The message is gone: `again` has a new one posted, once; otherwise the slot is over. */
  | { readonly is: 'gone'; readonly code: string; readonly again: boolean }

/** Reports reach the administrator at least once, and by one process at a time. */
export interface OutboxReports {
  take(record: SlotRecord, by: Claimant): boolean
  done(record: SlotRecord, nowMs: number): void
}

export type SendOutcome =
  | { readonly is: 'sent'; readonly messageId: string }
  /** The other side said no and will say no again. `MESSAGE_GONE` and `CHANNEL_CLOSED` are told apart. */
  | { readonly is: 'refused'; readonly code: string }
  /** Certainly without effect, and worth another try: too many requests, not reached, or `mayStart` said no. */
  | { readonly is: 'not-now'; readonly code: string; readonly retryAfterMs: number | undefined }
  /** It may have been delivered: 5xx, reset, silence. */
  | { readonly is: 'unknown'; readonly code: string }

/** The message that was to be updated is not there. */
export const MESSAGE_GONE = 'message-gone'
/** The bot may not or can not speak in the channel. The same code as the Teams edge gives its refusals. */
export const CHANNEL_CLOSED = 'conversation-closed'

/** Speaks in a channel. Never throws for what the other side does. */
export interface PostToChannel {
  /**
   * Starts a new thread. One request; repeated only after an answer that it had no effect.
   * @param mayStart asked in the same moment as a request leaves, for each request; when it says no, none leaves. A
   * request that left ends within the send timeout.
   */
  post(channel: string, post: ChannelPost, mayStart: () => boolean): Promise<SendOutcome>
  /** Replaces a message of this bot. The same update may come twice. */
  update(channel: string, messageId: string, post: ChannelPost, mayStart: () => boolean): Promise<SendOutcome>
}

export type LookUp =
  | { readonly is: 'found'; readonly messageId: string }
  /** The channel was read back to a day before now, by its own times, and holds no such message. */
  | { readonly is: 'not-found' }
  | { readonly is: 'not-permitted' }
  | { readonly is: 'unavailable'; readonly code: string }

export interface ReadChannel {
  /** Looks for a message of this bot that holds the marker, replies apart. Deleted messages are not there. */
  find(channel: string, marker: string): Promise<LookUp>
}

/** What the administrator is to know. */
export interface FateReport {
  readonly key: SlotKey
  readonly slot: Slot
  readonly state: SlotState
  readonly code: string | undefined
  /** One sentence, without text of documents. */
  readonly message: string
}

/** Tells a person. May be called again for the same state after a crash. */
export type NotifyAdministrator = (report: FateReport) => Promise<void>

export interface PostItem {
  readonly caseNumber: string | undefined
  readonly title: string
  readonly link: string | undefined
  readonly isRestricted: boolean
}

/**
 * An agenda or a reminder, ready to be laid out. Texts come from documents as they stand: the edge makes them safe.
 * It cannot hold an outcome.
 */
export interface AgendaPost {
  readonly kind: 'agenda' | 'reminder'
  readonly key: SlotKey
  /** Lower-case letters and digits only: survives HTML, JSON and Markdown. */
  readonly marker: string
  readonly language: PostLanguage
  readonly title: string
  /** The meeting will not be held as announced: what follows is struck through. */
  readonly isStruck: boolean
  /** Said first: cancelled, moved, replaces a deleted post. */
  readonly notices: readonly string[]
  readonly introduction: string
  /** Date, time, place. */
  readonly facts: readonly { readonly label: string; readonly text: string }[]
  readonly itemsHeading: string
  readonly items: readonly PostItem[]
  /** "Lovet til dette møtet", "Utsatt til dette møtet". */
  readonly sections: readonly { readonly heading: string; readonly lines: readonly string[] }[]
  readonly changes: { readonly heading: string; readonly lines: readonly string[] } | undefined
  /** For an .ics; undefined when no time is known or the meeting is off. */
  readonly calendar:
    | { readonly startsAtMs: number; readonly endsAtMs: number | undefined; readonly place: string | undefined }
    | undefined
  /** All of it as plain text, for notifications and screen readers. */
  readonly plainText: string
}

/** The post after the meeting. */
export interface DecisionsPost {
  readonly kind: 'decisions'
  readonly key: SlotKey
  readonly marker: string
  readonly language: PostLanguage
  readonly title: string
  readonly notices: readonly string[]
  readonly items: readonly (PostItem & {
    /** Verbatim, or its beginning; undefined where none is shown. */
    readonly decision: string | undefined
    readonly isCut: boolean
    /** Said in place of a decision. */
    readonly note: string | undefined
  })[]
  readonly plainText: string
}

export type ChannelPost = AgendaPost | DecisionsPost
