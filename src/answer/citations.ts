import type { Citation } from '../domain/answer.ts'
import type { AgendaItem } from '../domain/meeting.ts'
import type { StoredPassage } from '../domain/passage.ts'
import type { StoredMeeting } from '../domain/register.ts'
import { foldSpaces } from '../norwegian/fold.ts'

/** Cites words of a meeting's document, of one of its items when given. */
export function citeMeeting(
  { document, meeting }: StoredMeeting,
  source: { readonly quote: string; readonly page: number | null },
  item?: AgendaItem,
): Citation {
  return {
    document: document.name,
    title: document.title,
    page: source.page,
    caseNumber: item?.caseNumber ?? null,
    meetingDate: meeting.date?.value ?? null,
    quote: source.quote,
    url: item?.link ?? null,
  }
}

export function citePassage(passage: StoredPassage, quote: string, url: string | null): Citation {
  return {
    document: passage.documentName,
    title: passage.documentTitle,
    page: passage.page,
    caseNumber: passage.caseNumber ?? null,
    meetingDate: passage.date ?? null,
    quote: foldSpaces(quote),
    url,
  }
}
