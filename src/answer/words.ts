import type { Language } from '../domain/document.ts'
import type { AgendaItem } from '../domain/meeting.ts'
import type { StoredMeeting } from '../domain/register.ts'
import { formatDate } from '../norwegian/dates.ts'
import { textsIn } from './texts/texts.ts'

/** "14. november 2024" in the reader's language. */
export function dateInWords(date: string, language: Language): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return formatDate({ year, month, day }, language)
}

/** The date as Norwegian minutes write it, 14.11.2024; spelled out in English. */
export function shortDate(date: string, language: Language): string {
  const [year, month, day] = date.split('-')
  return language === 'en' ? dateInWords(date, language) : `${day}.${month}.${year}`
}

/** "møtet i Formannskapet 14.11.2024" */
export function meetingInWords({ meeting }: StoredMeeting, language: Language): string {
  return textsIn(language).meeting(meeting.committee?.value, meeting.date && shortDate(meeting.date.value, language))
}

/** "Formannskapet, 14.11.2024" */
export function meetingInShort({ meeting, document }: StoredMeeting, language: Language): string {
  const parts = [meeting.committee?.value, meeting.date && shortDate(meeting.date.value, language)].filter(Boolean)
  return parts.join(', ') || document.title
}

/** "sak PS 12/24 Budsjett" */
export function itemInWords(item: AgendaItem, language: Language): string {
  const noun = language === 'en' ? 'item' : 'sak'
  return [noun, item.caseNumber, item.title && `«${item.title}»`].filter(Boolean).join(' ')
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export function listInWords(names: readonly string[], language: Language): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} ${textsIn(language).and} ${names.at(-1)}`
}
