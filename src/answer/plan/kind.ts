import { phrases } from '../phrases.ts'
import { asksAgenda } from './asks-agenda.ts'
import { ASKS_DECISION, NAMES_DECISION } from './asks-decision.ts'
import { ASKS_FOLLOW_UP, ASKS_FOR_TASK } from './asks-follow-up.ts'
import { ASKS_HISTORY } from './asks-history.ts'
import { asksFateOfProposal, asksProposal } from './asks-proposal.ts'
import { ASKS_WHETHER_RIGHT, asksCounting, NAMES_VOTE, SUPPORTED, UNANIMOUS, WAS_AGAINST } from './asks-vote.ts'
import { asksAttendance } from './attendance.ts'
import { ASKS_FOR_HELP } from './forms.ts'
import type { MeetingFact } from './meeting-facts.ts'

/** What an answer must be. 'passage' is every question that asks for none of the others. */
export type QuestionKind =
  | 'vote'
  | 'proposal'
  | 'history'
  | 'follow-up'
  | 'decision'
  | 'attendance'
  | 'meeting-fact'
  | 'agenda'
  | 'passage'
  | 'help'

/** "Hvor mye lavere er vedtaket enn forslaget?", "Er de enige om hvor mange …?": of two figures, not of a decision. */
const SETS_NUMBERS_AGAINST = phrases(`
  SO_MUCH = mye/mykje/mange/stor*/much/many
  hvor/kor/how SO_MUCH ... enn/than
  *enig(e)/*einig(e)/*samde/*agree om/on/about hvor/kor/how SO_MUCH
`)

/** Facts that no other kind of question names. */
const OF_NO_OTHER: ReadonlySet<MeetingFact> = new Set<MeetingFact>([
  'minuteTaker',
  'chair',
  'nextMeeting',
  'documentDate',
])

/** What else a question says, before its kind is told. */
export interface Told {
  readonly facts: readonly MeetingFact[]
  /** It states a day or a month of the meeting. */
  readonly isDated: boolean
}

/** The kind whose words are found first: what is narrower stands before what is wider. @param text folded */
export function kindOf(text: string, { facts, isDated }: Told): QuestionKind {
  if (ASKS_FOR_HELP.test(text)) return 'help'
  if (SETS_NUMBERS_AGAINST.test(text) && !NAMES_VOTE.test(text)) return 'passage'
  if (facts.some((fact) => OF_NO_OTHER.has(fact))) return 'meeting-fact'
  if (asksAttendance(text, isDated)) return 'attendance'
  if (ASKS_HISTORY.test(text)) return 'history'
  if (asksFateOfProposal(text)) return 'proposal'
  if (UNANIMOUS.test(text) || asksCounting(text) || SUPPORTED.test(text) || WAS_AGAINST.test(text)) return 'vote'
  const asksDecision = ASKS_DECISION.test(text)
  if (NAMES_VOTE.test(text) && !ASKS_WHETHER_RIGHT.test(text) && !asksDecision) return 'vote'
  if (ASKS_FOR_TASK.test(text)) return 'follow-up'
  if (asksProposal(text)) return 'proposal'
  if (ASKS_FOLLOW_UP.test(text)) return 'follow-up'
  if (asksDecision) return 'decision'
  if (asksAgenda(text)) return 'agenda'
  if (facts.length > 0) return 'meeting-fact'
  return NAMES_DECISION.test(text) ? 'decision' : 'passage'
}
