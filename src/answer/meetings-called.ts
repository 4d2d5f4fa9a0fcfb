import { monthOf } from '../norwegian/dates.ts'
import { asciiFold } from '../norwegian/fold.ts'
import { stemOf } from '../norwegian/stem.ts'
import { tokens } from '../norwegian/tokens.ts'
import { type MeetingGroup, namesOfDocuments } from './meeting-groups.ts'

const CALLED = /^(\p{L}[\p{L}-]{2,}?\p{L})-?møtet?s?$/u
/** A body's meeting is found by its body; these say when it was, or of which sort. */
const OF_BODY =
  /(?:råds?|styre|utvalgs?|utvals?|skaps?|nemnds?|gruppe|gruppa|forum|ting|komit[eé]|parti|team)$|^(?:vår|høst|haust|sommer|sommar|jule?|års?|ekstra|del|fjern|nett|digital|teams|møte)$/u

/** What a word calls a meeting, that is neither its body nor its time: "fokus" of "fokusmøtet". */
function callingIn(question: string): string | undefined {
  for (const { folded } of tokens(question)) {
    const [, calling] = CALLED.exec(folded) ?? []
    if (calling !== undefined && !OF_BODY.test(calling) && monthOf(calling) === undefined) return calling
  }
  return undefined
}

/** The meetings whose papers call them as the question does; all where it calls them nothing. */
export function meetingsCalled(question: string, groups: readonly MeetingGroup[]): readonly MeetingGroup[] {
  const calling = callingIn(question)
  if (calling === undefined) return groups
  const name = asciiFold(calling)
  const isOf = (word: string): boolean => word.startsWith(name) || stemOf(word) === stemOf(calling)
  return groups.filter((group) =>
    [group.best.meeting.committee?.value ?? '', ...namesOfDocuments(group)]
      .flatMap((text) => tokens(text))
      .some(({ folded }) => isOf(asciiFold(folded))),
  )
}
