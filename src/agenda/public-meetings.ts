import { caseNumberKey } from '../domain/case-number.ts'
import type { FileFormat } from '../domain/document.ts'
import type { LocalDate } from '../domain/ids.ts'
import type { AgendaItem } from '../domain/meeting.ts'
import type { StoredMeeting } from '../domain/register.ts'
import { findDates } from '../norwegian/dates.ts'
import { asciiFold } from '../norwegian/fold.ts'
import { sentences } from '../norwegian/sentences.ts'
import type { DecidedMeeting, NoticedMeeting, PostLanguage } from './ports.ts'
import { closedMatters, type NoticePassage, publicItem } from './public-item.ts'

/** A document that tells of a meeting, with what the store knows of its file. */
export interface MeetingSource extends StoredMeeting {
  readonly knownSinceMs: number
  readonly modifiedMs: number
  readonly passages: readonly NoticePassage[]
}

interface Dated extends MeetingSource {
  readonly committee: string
  readonly date: LocalDate
}

const NOTICE = /innkalling|saksliste|sakliste|sakskart|dagsorden|avlys/iu
const SUPPLEMENT = /tillegg|ettersend/iu
const DRAFT = /(?<!\p{L})(?:utkast|kladd|førebels|foreløpig)(?!\p{L})/iu
const CANCELLED = /(?<!\p{L})(?:avlyst|avlyses|avlysning|avlysing|avlysast|avlyse|kansellert|innstilt)(?!\p{L})/iu
const MEETING_CANCELLED =
  /(?<!\p{L})møtet?(?!\p{L}).{0,60}?\s(?:er|blir|vert|ble|vart)\s+(?:dermed\s+|derfor\s+|difor\s+)?(?:avlyst|kansellert|innstilt)(?!\p{L})/iu
const formatRank = (format: FileFormat): number => (format === 'pdf' ? 0 : format === 'docx' ? 1 : 2)

const nameOf = ({ document }: StoredMeeting): string => `${document.title} ${document.name}`.normalize('NFC')
export const isNotice = (source: StoredMeeting): boolean =>
  source.document.kind === 'notice' || NOTICE.test(nameOf(source))

const languageOf = (source: StoredMeeting): PostLanguage => (source.document.language === 'nn' ? 'nn' : 'nb')

/** Sources by committee and date; those that tell neither can not be posted anywhere. */
function byMeeting(sources: readonly MeetingSource[]): (readonly [Dated, ...Dated[]])[] {
  const groups = new Map<string, [Dated, ...Dated[]]>()
  for (const source of sources) {
    const committee = source.meeting.committee?.value
    const date = source.meeting.date?.value
    if (!committee || !date) continue
    const dated = { ...source, committee, date }
    const key = `${asciiFold(committee)}|${date}`
    const group = groups.get(key)
    if (group) group.push(dated)
    else groups.set(key, [dated])
  }
  return [...groups.values()]
}

/** Newest file first; of files of the same time the one with pages. */
const newestFirst = (sources: readonly Dated[]): Dated[] =>
  sources.toSorted(
    (a, b) =>
      b.modifiedMs - a.modifiedMs ||
      formatRank(a.document.format) - formatRank(b.document.format) ||
      (a.document.id < b.document.id ? -1 : 1),
  )

const keyOf = (item: AgendaItem): string =>
  item.caseNumber === undefined ? `title ${asciiFold(item.title || item.heading)}` : caseNumberKey(item.caseNumber)

/** The first source's items, and behind them those of the others that it does not have. */
function mergedItems(sources: readonly Dated[]): { readonly item: AgendaItem; readonly source: Dated }[] {
  const seen = new Set<string>()
  return sources.flatMap((source) =>
    source.meeting.items.flatMap((item) => {
      const key = keyOf(item)
      if (seen.has(key)) return []
      seen.add(key)
      return [{ item, source }]
    }),
  )
}

/** "Møtet er avlyst" of this meeting: a sentence that names another day speaks of another meeting. */
function saysCancelled({ document, passages, date }: Dated): boolean {
  if (CANCELLED.test(nameOf({ document } as StoredMeeting))) return true
  return passages
    .filter(({ caseNumber }) => caseNumber === undefined)
    .flatMap(({ text }) => sentences(text))
    .some(
      ({ text }) =>
        MEETING_CANCELLED.test(text) &&
        findDates(text).every(
          ({ month, day }) => month === undefined || day === undefined || date.endsWith(`${pad(month)}-${pad(day)}`),
        ),
    )
}
const pad = (number: number): string => String(number).padStart(2, '0')

/**
 * Coming meetings as their notices announce them. The newest notice counts; a supplement ("tilleggssaksliste") adds its
 * items behind; a cancellation newer than the notice cancels.
 */
export function noticedMeetings(sources: readonly MeetingSource[]): NoticedMeeting[] {
  return byMeeting(sources.filter(isNotice)).map((group) => {
    const sorted = newestFirst(group)
    const mains = sorted.filter((source) => !SUPPLEMENT.test(nameOf(source)))
    const supplements = sorted.filter((source) => SUPPLEMENT.test(nameOf(source))).toReversed()
    const newest = mains[0] ?? sorted[0] ?? group[0]
    // A letter that cancels has no items of its own; what it cancels is still to be shown, struck through.
    const main = mains.find(({ meeting }) => meeting.items.length > 0) ?? newest
    const language = languageOf(main)
    const closed = closedMatters(group.flatMap(({ passages }) => passages))
    const { startTime, endTime, place } = main.meeting
    return {
      committee: main.committee,
      date: main.date,
      startTime: startTime?.value,
      endTime: endTime?.value,
      place: place?.value,
      items: mergedItems([main, ...supplements]).map(({ item }) => publicItem(item, closed, language)),
      isCancelled: saysCancelled(newest),
      language,
      knownSinceMs: Math.min(...group.map(({ knownSinceMs }) => knownSinceMs)),
      documents: group.map(({ document }) => document.id),
    }
  })
}

/**
 * Meetings that were held, as their minutes tell. Drafts are left out. What the notice or the minutes mark as restricted
 * shows neither title nor decision.
 */
export function decidedMeetings(sources: readonly MeetingSource[]): DecidedMeeting[] {
  return byMeeting(sources).flatMap((group) => {
    const minutes = newestFirst(group.filter((source) => !isNotice(source) && !DRAFT.test(nameOf(source))))
    const main = minutes.toSorted((a, b) => b.meeting.items.length - a.meeting.items.length)[0]
    if (main?.document.kind !== 'minutes') return []
    const language = languageOf(main)
    const closed = closedMatters(group.flatMap(({ passages }) => passages))
    const marked = new Set(
      group
        .flatMap(({ meeting }) => meeting.items)
        .filter((item) => publicItem(item, closed, language).isRestricted)
        .map(keyOf),
    )
    const items = mergedItems([main, ...minutes.filter((source) => source !== main)]).map(({ item }) => {
      const shown = publicItem(item, marked.has(keyOf(item)) ? { ...closed, isWhole: true } : closed, language)
      return { ...shown, decision: shown.isRestricted ? undefined : item.decision?.text }
    })
    return [
      {
        committee: main.committee,
        date: main.date,
        items,
        language,
        knownSinceMs: Math.min(...minutes.map(({ knownSinceMs }) => knownSinceMs)),
      },
    ]
  })
}
