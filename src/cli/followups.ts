import { type StateOfFollowUp, stateOf, type ToldMeeting } from '../answer/follow-up-state.ts'
import type { Register } from '../answer/ports.ts'
import { type Asker, operatorOf } from '../domain/asker.ts'
import type { FollowUp } from '../domain/follow-up.ts'
import type { LocalDate } from '../domain/ids.ts'
import type { StoredMeeting, Told } from '../domain/register.ts'
import { asciiFold } from '../norwegian/fold.ts'
import { type Clock, systemClock } from '../platform/clock.ts'
import type { Command } from './command.ts'
import { inOneLine, placeOf } from './decisions.ts'
import { print } from './terminal.ts'

export interface FollowUpListing {
  /** Leaves out what was kept. */
  readonly open: boolean
  /** Part of who is to do it. */
  readonly who: string | undefined
  readonly json: boolean
}

/** One telling of each: the same minutes may lie in several forms, and pages are worth more than none. */
function distinct(told: readonly Told<FollowUp>[]): Told<FollowUp>[] {
  const kept = new Map<string, Told<FollowUp>>()
  for (const entry of told) {
    const { caseNumber, quote } = entry.fact
    const key = [entry.document.date ?? entry.document.id, caseNumber, asciiFold(quote).replace(/\W+/g, '')].join('|')
    const known = kept.get(key)
    if (!known || (known.fact.page === null && entry.fact.page !== null)) kept.set(key, entry)
  }
  return [...kept.values()]
}

/**
 * `rakel followups`: what was promised, newest meeting first, whether it was kept, and the words that show it; as JSON one
 * object a line.
 * @returns the exit code
 */
export function runFollowUps(
  register: Pick<Register, 'meetings' | 'followUps' | 'passagesOf'>,
  asker: Asker,
  { open, who, json }: FollowUpListing,
  today: LocalDate,
  write: (line: string) => void,
): number {
  const meetings = register.meetings(asker, {})
  const byDocument = new Map<string, StoredMeeting>(meetings.map((meeting) => [meeting.document.id, meeting]))
  const told: ToldMeeting[] = meetings.map((meeting) => ({
    ...meeting,
    passages: register.passagesOf(asker, meeting.document.id),
  }))
  const found = distinct(register.followUps(asker, who === undefined ? {} : { who })).flatMap(({ document, fact }) => {
    const madeAt = byDocument.get(document.id)
    const became: StateOfFollowUp = madeAt ? stateOf(fact, madeAt, told, today) : { state: 'open', shownBy: undefined }
    return open && became.state === 'kept' ? [] : [{ document, fact, ...became }]
  })
  for (const { document, fact, state, shownBy } of found) {
    if (json) {
      const shown = shownBy && { ...shownBy, document: shownBy.document.name }
      write(JSON.stringify({ document: document.name, date: document.date, ...fact, state, shownBy: shown }))
      continue
    }
    const due = [fact.due, fact.dueDate && !fact.due?.includes(fact.dueDate) ? fact.dueDate : undefined]
    const about = [fact.who ?? 'nobody named', due.filter(Boolean).join(' = ')].filter(Boolean).join(', ')
    write(`${(document.date ?? '').padEnd(10)}  ${state.padEnd(7)}  ${inOneLine(fact.what)}`)
    const place = [fact.caseNumber, placeOf(document.name, fact.page)].filter(Boolean).join(', ')
    write(`${' '.repeat(21)}${about}  (${place})`)
    if (shownBy) {
      const where = [shownBy.caseNumber, placeOf(shownBy.document.name, shownBy.page)].filter(Boolean).join(', ')
      write(`${' '.repeat(21)}“${inOneLine(shownBy.quote)}”  (${where})`)
    }
  }
  return 0
}

const dayInNorway = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short' })

const todayIn = (clock: Clock): LocalDate => dayInNorway.format(clock.nowMs()) as LocalDate

export const listFollowUps: Command = ({ rakel, config, args: { options, flags } }) =>
  runFollowUps(
    rakel.store.register,
    operatorOf(config.tenant),
    { open: flags.has('open'), who: options.who, json: flags.has('json') },
    todayIn(systemClock),
    print,
  )
