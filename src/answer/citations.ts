import type { Citation } from '../domain/answer.ts'
import type { DocumentSummary } from '../domain/document.ts'
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

/**
 * Cites words of an item; and its heading, where the title that an answer names has a number that the words lack, or where
 * they say less than it does: "Saken tas til orientering" is of any item.
 */
export function citeItem(
  stored: StoredMeeting,
  source: { readonly quote: string; readonly page: number | null },
  item: AgendaItem,
): Citation[] {
  const numbers = item.title.match(/\d+/g) ?? []
  const isTold = numbers.every((number) => source.quote.includes(number)) && source.quote.length > item.heading.length
  const heading = isTold ? [] : [citeMeeting(stored, { quote: item.heading, page: item.page }, item)]
  return [citeMeeting(stored, source, item), ...heading]
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

/** Cites words of a document of which no more than their place is known: a figure, a promise, a contradiction. */
export function citeDocument(
  document: DocumentSummary,
  source: { readonly quote: string; readonly page: number | null; readonly caseNumber: string | undefined },
): Citation {
  return {
    document: document.name,
    title: document.title,
    page: source.page,
    caseNumber: source.caseNumber ?? null,
    meetingDate: document.date ?? null,
    quote: foldSpaces(source.quote),
    url: null,
  }
}
