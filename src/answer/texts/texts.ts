import type { Language } from '../../domain/document.ts'
import type { FigureBasis } from '../../domain/figure.ts'
import type { FollowUpState } from '../../domain/follow-up.ts'
import type { MeetingFact } from '../plan/meeting-facts.ts'
import { en } from './en.ts'
import { nb } from './nb.ts'
import { nn } from './nn.ts'

/** Everything an answer says that is not a quote. Numbers come in as text, so that the gate sees them once. */
export interface Texts {
  /** "vedtak i sak PS 12/24, Budsjett (Formannskapet, 14. november 2024)" */
  decisionIn(item: string, meeting: string): string
  decisionsOf(meeting: string): string
  noDecision(item: string, meeting: string): string
  neverDecided: string
  noVote(item: string, meeting: string): string
  nobodyAgainst(item: string, meeting: string): string
  voteIn(item: string, meeting: string): string
  proposalsIn(item: string, meeting: string): string
  proposalOutcome: Readonly<Record<'carried' | 'lost' | 'withdrawn', string>>
  /** "5 for, 7 against" */
  voteCounts(forCount: string, againstCount: string): string
  noReasonForVote(item: string, meeting: string): string
  noProposalBy(name: string, item: string, meeting: string): string
  notWithdrawn(item: string, meeting: string): string
  /** Whoever is asked about proposed nothing there, but somebody did. */
  noSuchProposal(item: string, meeting: string): string
  /** @param option what was voted over, as printed; undefined where the minutes do not say */
  votedOne: Readonly<Record<'for' | 'against' | 'blank', (name: string, option: string | undefined) => string>>
  /** Only the counts are told. */
  noVoters(item: string, meeting: string): string
  notAmongVoters(name: string, item: string, meeting: string): string
  promises: string
  promiseNotShown: string
  yes: string
  no: string
  recommendedIn(item: string, meeting: string): string
  promiseState: Readonly<Record<FollowUpState, string>>
  readByMachine: string
  disagreement(about: string, one: string, oneFile: string, other: string, otherFile: string): string
  historyOf(item: string): string
  /** Above what several places tell of one figure. */
  toldTheSame: string
  toldOtherwise: string
  /** "2 + 3 = 5" */
  addsUp(terms: string): string
  doesNotAddUp(terms: string, stated: string): string
  contradiction(stated: string, found: string): string
  /** A date that cannot be, and what it stands against: the month's last day, the weekday, the end of the year reported on. */
  wrongDate(stated: string, found: string): string
  missingTable(source: string): string
  scale: Readonly<Record<0 | 3 | 6 | 9, string>>
  basis: Readonly<Record<FigureBasis, string>>
  percentagePoints: string
  /** By the sign of the difference; the terms as they stand in the quotes. */
  change: Readonly<Record<-1 | 0 | 1, (amount: string, terms: string) => string>>
  alsoDecided(item: string, meeting: string): string
  present(count: string, meeting: string, names: string): string
  absent(count: string, meeting: string, names: string): string
  noneAbsent(meeting: string): string
  nonePresent(meeting: string): string
  attendanceUnknown(meeting: string): string
  meetingsHeld(number: string, body: string, dates: string): string
  presentInAll(number: string, meetings: string, names: string): string
  wasPresent(name: string, meeting: string): string
  wasAbsent(name: string, meeting: string): string
  isNotListed(name: string, meeting: string): string
  metFor(name: string, absentee: string, meeting: string): string
  substitutes(count: string, meeting: string, names: string): string
  noSubstitutes(meeting: string): string
  /** Beside the name of who met in another's place. */
  inPlaceOf(absentee: string): string
  noneSuchPresent(meeting: string): string
  noneSuchAbsent(meeting: string): string
  represented(meeting: string, organisations: string): string
  /** Names with what stands beside them: when somebody came or went. */
  remarks(meeting: string, names: string): string
  othersPresent(meeting: string, names: string): string
  fact: Readonly<Record<MeetingFact, (meeting: string, value: string) => string>>
  factUnknown: Readonly<Record<MeetingFact, (meeting: string) => string>>
  items(count: string, meeting: string): string
  noItems(meeting: string): string
  /** "møtet i Formannskapet 14. november 2024" */
  meeting(committee: string | undefined, date: string | undefined): string
  tableValue(label: string, value: string): string
  passage(source: string): string
  dated(day: string, source: string): string
  notFound(documentCount: string): string
  /** One of two questions in a sentence, where the other is answered. */
  notFoundPart(part: string): string
  near(item: string): string
  noSuchCase(caseNumber: string): string
  casesNear(cases: string): string
  /** @param what when it was, as far as the question says; empty where it does not */
  noSuchMeeting(what: string): string
  noSuchBody(body: string): string
  meetingsThere(meetings: string): string
  whichMeeting: string
  whichCommittee(caseNumber: string): string
  notYetHeld(meeting: string): string
  understoodAs(question: string): string
  help: string
  and: string
  noDocuments: string
}

const TEXTS: Readonly<Record<Language, Texts>> = { nb, nn, en }

export const textsIn = (language: Language): Texts => TEXTS[language]
