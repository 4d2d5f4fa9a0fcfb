import type { AgendaMeetings, PostLanguage, PublicItem } from '../../agenda/ports.ts'
import type { Answer, AnswerQuestion } from '../../domain/answer.ts'
import type { Asker } from '../../domain/asker.ts'
import { caseNumberKey } from '../../domain/case-number.ts'
import { cardTextsIn } from './texts/texts.ts'

/** Of an answer that knows the matter only from the meeting to come. */
const NOT_YET_HELD = 'not-yet-held'

/** Whether a citation is of a matter that the public may not see. */
function isRestricted(
  { caseNumber, meetingDate }: Answer['citations'][number],
  asker: Asker,
  meetings: AgendaMeetings,
) {
  if (caseNumber === null || meetingDate === null) return false
  const key = caseNumberKey(caseNumber)
  return meetings
    .decided(asker, meetingDate, meetingDate)
    .flatMap(({ items }) => items)
    .some((item) => item.isRestricted && item.caseNumber !== undefined && caseNumberKey(item.caseNumber) === key)
}

/**
 * What was decided about a matter of an agenda, or how it went so far.
 * @returns undefined for an answer that rests on a restricted matter: the channel's card must not bring it out
 */
export async function answerMatter(
  { title }: PublicItem,
  language: PostLanguage,
  asker: Asker,
  ask: AnswerQuestion,
  meetings: AgendaMeetings,
): Promise<Answer | undefined> {
  const texts = cardTextsIn(language)
  let answer = await ask(texts.questionAbout(title), asker)
  if (answer.reason === NOT_YET_HELD) {
    const history = await ask(texts.historyOf(title), asker)
    if (history.outcome === 'answered') answer = history
  }
  return answer.citations.some((citation) => isRestricted(citation, asker, meetings)) ? undefined : answer
}
