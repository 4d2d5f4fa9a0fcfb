import type { PostLanguage } from '../../../agenda/ports.ts'
import { nb } from './nb.ts'
import { nn } from './nn.ts'

/** Of the cards in a channel. */
export interface CardTexts {
  readonly askButton: string
  readonly askLabel: string
  readonly askMissing: string
  readonly askSend: string
  readonly calendarButton: string
  readonly readButton: string
  readonly readNoted: string
  readonly moreItems: (count: number) => string
  /** What is asked when a matter is chosen. */
  readonly questionAbout: (title: string) => string
  readonly questionAboutCase: (caseNumber: string, title: string) => string
  readonly restrictedMatter: string
}

/** What is said to those who set up agenda posts by chat. `when` and `day` come in words. */
export interface ChatTexts {
  readonly setUp: (committee: string, rule: string) => string
  readonly reminds: (rule: string) => string
  readonly postsDecisions: string
  readonly needsApproval: string
  readonly next: (meetingDay: string, when: string) => string
  readonly nextNow: (meetingDay: string) => string
  readonly noMeetingYet: (committee: string) => string
  readonly already: (meetingDay: string) => string
  readonly howToChange: string
  readonly whichCommittee: (committees: readonly string[]) => string
  readonly noCommittee: string
  readonly ruleNotUnderstood: string
  /** @param directoryId of the one who may not */
  readonly notAllowed: (directoryId: string | undefined) => string
  readonly notOwner: (directoryId: string) => string
  readonly onlyInChannels: string
  readonly nothingSetUp: string
  readonly stopped: (committees: string) => string
  readonly paused: (committees: string) => string
  readonly resumed: (committees: string) => string
  readonly planHeading: string
  readonly planSetup: (committee: string, rule: string, why: string) => string
  readonly planWhat: (kind: string, committee: string) => string
  readonly planMeeting: (meetingDay: string) => string
  readonly planWhen: (when: string) => string
  readonly planned: string
  readonly planRules: string
  readonly planMore: (count: number) => string
  readonly planButtons: Readonly<
    Record<
      | 'show'
      | 'approve'
      | 'postpone'
      | 'drop'
      | 'again'
      | 'untilLabel'
      | 'untilExample'
      | 'untilMissing'
      | 'postponeSend',
      string
    >
  >
  /** The post of a button is no longer to come. */
  readonly planTooOld: string
  readonly planEmpty: string
  readonly orderWith: (slotId: string) => string
  readonly readBy: (count: number) => string
  readonly now: string
  readonly kinds: Readonly<Record<'agenda' | 'reminder' | 'decisions', string>>
  readonly holds: Readonly<Record<'paused' | 'meeting-cancelled' | 'cancelled-by-person' | 'not-approved', string>>
  readonly states: Readonly<
    Record<'claimed' | 'waiting' | 'ordered' | 'posted' | 'uncertain' | 'failed' | 'skipped', string>
  >
  readonly closed: string
  readonly nothingNext: string
  readonly approved: (what: string, when: string) => string
  readonly postponed: (what: string, when: string) => string
  readonly postponeWhen: string
  readonly postponeImpossible: string
  readonly postponeUnclear: (first: string, second: string) => string
  readonly postponePast: (when: string) => string
  /** When it is planned anyway. */
  readonly postponeTooEarly: (plannedWhen: string) => string
  readonly postponeTooLate: (when: string, meetingDay: string) => string
  readonly dropped: (what: string) => string
  readonly introduced: string
  readonly introductionTooLong: (maxChars: number) => string
  readonly what: (kind: string, committee: string, meetingDay: string) => string
  readonly postAgain: (what: string) => string
  readonly postAgainNot: string
  readonly buttonTooOld: string
}

interface AgendaTexts {
  readonly card: CardTexts
  readonly chat: ChatTexts
}

const TEXTS: Readonly<Record<PostLanguage, AgendaTexts>> = { nb, nn }

export const cardTextsIn = (language: PostLanguage): CardTexts => TEXTS[language].card
export const chatTextsIn = (language: PostLanguage): ChatTexts => TEXTS[language].chat
