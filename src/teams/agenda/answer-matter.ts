import type { AgendaMeetings, PostLanguage, PublicItem } from '../../agenda/ports.ts'
import type { Answer, AnswerQuestion } from '../../domain/answer.ts'
import type { Asker } from '../../domain/asker.ts'
import { caseNumberKey } from '../../domain/case-number.ts'
import type { LocalDate } from '../../domain/ids.ts'
import { asciiFold } from '../../norwegian/fold.ts'
import { plusDays } from '../../platform/zoned-time.ts'
import { cardTextsIn } from './texts/texts.ts'

/** A matter of a posted agenda, with its meeting. */
export interface AskedMatter {
  readonly matter: PublicItem
  readonly committee: string
  readonly date: LocalDate
  /** Of the post. */
  readonly language: PostLanguage
}

const EARLIER_DAYS = 5 * 365

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

/** The latest decided matter of the committee that was called the same before this meeting. */
function decidedBefore({ matter, committee, date }: AskedMatter, asker: Asker, meetings: AgendaMeetings) {
  const title = asciiFold(matter.title)
  return meetings
    .decided(asker, plusDays(date, -EARLIER_DAYS), plusDays(date, -1), committee)
    .toSorted((a, b) => (a.date < b.date ? 1 : -1))
    .flatMap(({ items }) => items)
    .find((item) => item.decision !== undefined && asciiFold(item.title) === title)
}

/**
 * What was decided about a matter of an agenda. A title that names a year ("Møteplan 2027") is looked for in that year's
 * meetings, the coming one among them: then the latest decision under the same title is asked for by its number.
 * @returns undefined for an answer that rests on a restricted matter: the channel's card must not bring it out
 */
export async function answerMatter(
  asked: AskedMatter,
  asker: Asker,
  ask: AnswerQuestion,
  meetings: AgendaMeetings,
): Promise<Answer | undefined> {
  const texts = cardTextsIn(asked.language)
  let answer = await ask(texts.questionAbout(asked.matter.title), asker)
  if (answer.reason === NOT_YET_HELD) {
    const { caseNumber } = decidedBefore(asked, asker, meetings) ?? {}
    if (caseNumber !== undefined) answer = await ask(texts.questionAboutCase(caseNumber, asked.matter.title), asker)
  }
  return answer.citations.some((citation) => isRestricted(citation, asker, meetings)) ? undefined : answer
}
