import type { LocalDate } from '../domain/ids.ts'
import { formatDate } from '../norwegian/dates.ts'
import { instantOf, zonedTimeAt } from '../platform/zoned-time.ts'
import { diffItems } from './agenda-diff.ts'
import type { AgendaPost, PostItem, PublicItem, ShownAgenda, SlotKey } from './ports.ts'
import { markerOf } from './slots.ts'
import { type PostTexts, textsOf } from './texts/texts.ts'

export interface PostContext {
  readonly key: SlotKey
  readonly generation: number
  readonly zone: string
  readonly nowMs: number
}

/** A card may be 28 KB; a council's longest agendas have some 150 matters. */
const LONGEST_TITLE = 240
const MOST_ITEMS = 100
const MOST_LINES = 12
const LONGEST_LINE = 300

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`

/** "10. februar 2027". */
export const dayInWords = (date: LocalDate, language: 'nb' | 'nn'): string => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return formatDate({ year, month, day }, language)
}

/** "onsdag 10. februar 2027". */
export function weekdayAndDay(date: LocalDate, language: 'nb' | 'nn'): string {
  const weekday = textsOf(language).weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ''
  return `${weekday} ${dayInWords(date, language)}`
}

export const matterOf = ({ caseNumber, title }: PublicItem): string =>
  cut([caseNumber, title].filter(Boolean).join(' '), LONGEST_LINE)

const timeOf = ({ meeting }: ShownAgenda, texts: PostTexts): string =>
  meeting.startTime === undefined
    ? texts.unknown
    : `kl. ${[meeting.startTime, meeting.endTime].filter(Boolean).join('–')}`

/**
 * What changed, in words. Never the old title of a matter: it may have been taken back because the public should not
 * have seen it.
 */
export function changeLines(old: ShownAgenda, now: ShownAgenda): string[] {
  const texts = textsOf(now.language)
  const lines: string[] = []
  if (old.standing.is !== 'on' && now.standing.is === 'on') lines.push(texts.backOn)
  const [oldTime, newTime] = [timeOf(old, texts), timeOf(now, texts)]
  if (oldTime !== newTime) lines.push(texts.changedTime(oldTime, newTime))
  if (old.meeting.place !== now.meeting.place)
    lines.push(texts.changedPlace(old.meeting.place ?? texts.unknown, now.meeting.place ?? texts.unknown))
  const diff = diffItems(old.meeting.items, now.meeting.items)
  for (const item of diff.added) lines.push(texts.added(matterOf(item)))
  const numbered = diff.removed.flatMap(({ caseNumber }) => (caseNumber === undefined ? [] : [caseNumber]))
  for (const caseNumber of numbered) lines.push(texts.removed(caseNumber))
  if (diff.removed.length > numbered.length) lines.push(texts.removedCount(diff.removed.length - numbered.length))
  for (const item of diff.retitled) lines.push(texts.retitled(matterOf(item)))
  for (const { item, place } of diff.moved) lines.push(texts.moved(matterOf(item), place))
  if (diff.isRenumbered) lines.push(texts.itemsChanged)
  if (JSON.stringify([old.promises, old.postponed]) !== JSON.stringify([now.promises, now.postponed]))
    lines.push(texts.promisesChanged)
  if (old.introduction !== now.introduction) lines.push(texts.introductionChanged)
  return lines
}

function standingLines({ standing, language }: ShownAgenda): string[] {
  const texts = textsOf(language)
  switch (standing.is) {
    case 'on':
      return []
    case 'cancelled':
      return [texts.cancelled]
    case 'withdrawn':
      return [texts.withdrawn]
    case 'moved':
      return [texts.movedTo(weekdayAndDay(standing.to, language))]
  }
}

function capped(lines: readonly string[]): string[] {
  const shown = lines.slice(0, MOST_LINES).map((line) => cut(line, LONGEST_LINE))
  return lines.length > MOST_LINES ? [...shown, `… (+${lines.length - MOST_LINES})`] : shown
}

const postItem = ({ caseNumber, title, link, isRestricted }: PublicItem): PostItem => ({
  caseNumber,
  title: cut(title, LONGEST_TITLE),
  link,
  isRestricted,
})

function plainTextOf(post: Omit<AgendaPost, 'plainText'>): string {
  return [
    post.title,
    ...post.notices,
    post.introduction,
    ...post.facts.map(({ label, text }) => `${label}: ${text}`),
    post.itemsHeading,
    ...post.items.map(({ caseNumber, title }) => `• ${[caseNumber, title].filter(Boolean).join(' ')}`),
    ...[...post.sections, ...(post.changes ? [post.changes] : [])].flatMap(({ heading, lines }) => [
      heading,
      ...lines.map((line) => `• ${line}`),
    ]),
  ]
    .filter(Boolean)
    .join('\n')
}

/**
 * The post of an agenda or a reminder.
 * @param old what the message showed before; undefined for a new message
 */
export function agendaPost(shown: ShownAgenda, old: ShownAgenda | undefined, context: PostContext): AgendaPost {
  const { meeting, language, standing } = shown
  const texts = textsOf(language)
  const day = weekdayAndDay(meeting.date, language)
  const isOn = standing.is === 'on'
  const changes = old ? changeLines(old, shown) : []
  const changed = zonedTimeAt(context.nowMs, context.zone)
  const items = meeting.items.slice(0, MOST_ITEMS).map(postItem)
  const promised = shown.promises.map(({ who, what, promisedOn }) =>
    texts.promise(who, what, dayInWords(promisedOn, language)),
  )
  const postponed = shown.postponed.map(({ caseNumber, title, postponedOn }) =>
    texts.postponedMatter([caseNumber, title].filter(Boolean).join(' '), dayInWords(postponedOn, language)),
  )
  const sections = [
    { heading: texts.promised, lines: capped(promised) },
    { heading: texts.postponed, lines: capped(postponed) },
  ].filter(({ lines }) => lines.length > 0)
  const post = {
    kind: shown.kind,
    key: context.key,
    marker: markerOf(context.key, context.generation),
    language,
    title: (shown.kind === 'agenda' ? texts.agendaTitle : texts.reminderTitle)(cut(meeting.committee, 120), day),
    isStruck: !isOn,
    notices: [...standingLines(shown), ...(context.generation > 1 ? [texts.replaces] : [])],
    introduction: shown.introduction,
    facts: [
      { label: texts.date, text: day },
      { label: texts.time, text: timeOf(shown, texts) },
      ...(meeting.place ? [{ label: texts.place, text: cut(meeting.place, LONGEST_LINE) }] : []),
    ],
    itemsHeading: meeting.items.length === 0 ? texts.noItems : texts.items(meeting.items.length),
    items,
    sections,
    changes:
      changes.length > 0
        ? {
            heading: texts.changedAt(dayInWords(changed.date as LocalDate, language), changed.time),
            lines: capped(changes),
          }
        : undefined,
    calendar:
      isOn && meeting.startTime !== undefined
        ? {
            startsAtMs: instantOf(meeting.date, meeting.startTime, context.zone),
            endsAtMs:
              meeting.endTime === undefined ? undefined : instantOf(meeting.date, meeting.endTime, context.zone),
            place: meeting.place,
          }
        : undefined,
  }
  return { ...post, plainText: plainTextOf(post) }
}
