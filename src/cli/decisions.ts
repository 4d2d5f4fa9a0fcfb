import { itemsOf } from '../answer/kinds/find-items.ts'
import { groupMeetings } from '../answer/meeting-groups.ts'
import type { Register } from '../answer/ports.ts'
import { tellingStems } from '../answer/same-matter.ts'
import { type Asker, operatorOf } from '../domain/asker.ts'
import { type LocalDate, localDate } from '../domain/ids.ts'
import type { ItemStatus } from '../domain/meeting.ts'
import { asciiFold } from '../norwegian/fold.ts'
import { UsageError } from './arguments.ts'
import type { Command } from './command.ts'
import { print } from './terminal.ts'

const STATUSES: readonly ItemStatus[] = ['decided', 'postponed', 'sent-back', 'for-information', 'none-recorded']

export interface DecisionListing {
  /** Part of the body's name. */
  readonly committee: string | undefined
  /** Both ends included. */
  readonly from: LocalDate | undefined
  readonly to: LocalDate | undefined
  /** Without one, items that have no decision are left out. */
  readonly status: ItemStatus | undefined
  /** Words that title or decision must hold, in any form. */
  readonly about: string | undefined
  readonly json: boolean
}

const MOST_CHARS = 100

/** One line of it, cut at a word. */
export function inOneLine(text: string, most = MOST_CHARS): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= most ? line : `${line.slice(0, most).replace(/\s+\S*$/, '')} …`
}

export const placeOf = (document: string, page: number | null): string =>
  page === null ? document : `${document}, page ${page}`

/**
 * `rakel decisions`: what was decided, newest meeting first, with its opening words and where they stand; as JSON one object
 * a line. A meeting that lies in several forms is listed once.
 * @returns the exit code
 */
export function runDecisions(
  register: Pick<Register, 'meetings'>,
  asker: Asker,
  { committee, from, to, status, about, json }: DecisionListing,
  write: (line: string) => void,
): number {
  const stored = register.meetings(asker, { ...(from && { dateFrom: from }), ...(to && { dateTo: to }) })
  const wanted = about === undefined ? [] : tellingStems(about)
  const found = groupMeetings(stored.filter(({ document }) => document.kind === 'minutes'))
    .filter(
      ({ best }) =>
        committee === undefined || asciiFold(best.meeting.committee?.value ?? '').includes(asciiFold(committee)),
    )
    .flatMap(itemsOf)
    .filter(({ item }) => (status === undefined ? item.decision !== undefined : item.status === status))
    .filter(({ item }) => {
      const stems = new Set(tellingStems(`${item.title} ${item.decision?.text ?? ''}`))
      return wanted.every((stem) => stems.has(stem))
    })
  const numberWidth = Math.max(0, ...found.map(({ item }) => item.caseNumber?.length ?? 0))
  const statusWidth = Math.max(0, ...found.map(({ item }) => item.status.length))
  for (const { meeting, item } of found) {
    const date = meeting.meeting.date?.value
    const body = meeting.meeting.committee?.value
    if (json) {
      write(
        JSON.stringify({
          document: meeting.document.name,
          page: item.decision?.page ?? item.page,
          date,
          committee: body,
          caseNumber: item.caseNumber,
          title: item.title,
          type: item.type,
          status: item.status,
          decision: item.decision?.text,
          quote: item.decision?.quote,
          proposals: item.proposals,
          votes: item.votes,
        }),
      )
      continue
    }
    const start = `${(date ?? '').padEnd(10)}  ${(item.caseNumber ?? '').padEnd(numberWidth)}  `
    write(`${start}${item.status.padEnd(statusWidth)}  ${[item.title, body].filter(Boolean).join(' – ')}`)
    const words = item.decision ? inOneLine(item.decision.text) : 'no decision is recorded'
    write(`${' '.repeat(12)}${words}  (${placeOf(meeting.document.name, item.decision?.page ?? item.page)})`)
  }
  return 0
}

/** @throws UsageError for what is no day, month or year */
export function dayOption(name: string, text: string | undefined, end: 'first' | 'last'): LocalDate | undefined {
  if (text === undefined) return undefined
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? []
  const months = month === undefined ? (end === 'first' ? 1 : 12) : Number(month)
  const days = day !== undefined ? [Number(day)] : end === 'first' ? [1] : [31, 30, 29, 28]
  const date = days.map((of) => localDate(Number(year), months, of)).find((found) => found !== undefined)
  if (year === undefined || date === undefined)
    throw new UsageError(`--${name} needs a date: 2024-11-20, 2024-11 or 2024.`)
  return date
}

export const listDecisions: Command = ({ rakel, config, args: { options, flags } }) => {
  const status = STATUSES.find((known) => known === options.status)
  if (options.status !== undefined && status === undefined)
    throw new UsageError(`--status is one of ${STATUSES.join(', ')}.`)
  const listing: DecisionListing = {
    committee: options.committee,
    from: dayOption('from', options.from, 'first'),
    to: dayOption('to', options.to, 'last'),
    status,
    about: options.about,
    json: flags.has('json'),
  }
  return runDecisions(rakel.store.register, operatorOf(config.tenant), listing, print)
}
