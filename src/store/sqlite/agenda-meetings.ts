import { postponedMatters, promisesFor } from '../../agenda/open-promises.ts'
import type { AgendaMeetings, OpenPromise, OpenPromises } from '../../agenda/ports.ts'
import { decidedMeetings, type MeetingSource, noticedMeetings } from '../../agenda/public-meetings.ts'
import { isSameCommittee } from '../../agenda/slots.ts'
import { stateOf, type ToldMeeting } from '../../answer/follow-up-state.ts'
import type { Register } from '../../answer/ports.ts'
import type { Asker } from '../../domain/asker.ts'
import type { DocumentId, LocalDate } from '../../domain/ids.ts'
import type { StoredPassage } from '../../domain/passage.ts'
import type { StoredMeeting } from '../../domain/register.ts'
import { plusDays } from '../../platform/zoned-time.ts'
import type { Connection } from './connection.ts'

/** A promise that nobody kept for two years is no longer of the next meeting. */
const EARLIER_DAYS = 730
const MOST_REMEMBERED = 1_000

interface FileTimes {
  readonly knownSinceMs: number
  readonly modifiedMs: number
}

type Source = MeetingSource & ToldMeeting

/**
 * Results that hold as long as no document came, changed or went: the agenda is looked at every half minute, and
 * documents change a few times a day. What an asker may read must become part of the key or of `stamp` when it can change.
 */
function createMemory(db: Connection) {
  const known = new Map<string, { readonly stamp: string; readonly result: unknown }>()
  const stamps = new Map<string, { readonly change: string; readonly stamp: string }>()

  const stampOf = (tenant: string): string => {
    // Of other processes, and of this one: as long as nothing at all was written there is nothing to count.
    const others = db.one<{ data_version: number }>('PRAGMA data_version')?.data_version
    const own = db.one<{ changes: number }>('SELECT total_changes() AS changes')?.changes
    const change = `${others} ${own}`
    const last = stamps.get(tenant)
    if (last?.change === change) return last.stamp
    const row = db.one<{ stamp: string }>(
      `SELECT count(*) || ' ' || coalesce(max(noted_at_ms), 0) || ' ' || coalesce(max(sequence), 0) AS stamp
        FROM location WHERE tenant = :tenant`,
      { tenant },
    )
    const stamp = row?.stamp ?? ''
    stamps.set(tenant, { change, stamp })
    return stamp
  }

  return <Result>(asker: Asker, what: readonly (string | undefined)[], read: () => Result): Result => {
    const stamp = stampOf(asker.tenant)
    const key = JSON.stringify([asker, what])
    const remembered = known.get(key)
    if (remembered?.stamp === stamp) return remembered.result as Result
    const result = read()
    if (known.size >= MOST_REMEMBERED) known.clear()
    known.set(key, { stamp, result })
    return result
  }
}

/** What posts are made of: everything goes through the register, which lets out only what the asker may read. */
export function createAgendaReading(db: Connection, register: Register): AgendaMeetings & OpenPromises {
  const remember = createMemory(db)

  const timesOf = (asker: Asker, document: DocumentId): FileTimes =>
    db.one<FileTimes>(
      `SELECT min(l.noted_at_ms) AS knownSinceMs, max(l.modified_ms) AS modifiedMs
        FROM document AS d JOIN location AS l ON l.tenant = d.tenant AND l.document = d.key
        WHERE d.tenant = :tenant AND d.id = :document`,
      { tenant: asker.tenant, document },
    ) ?? { knownSinceMs: 0, modifiedMs: 0 }

  /** Passages are read when they are first looked at: many meetings are put aside before. */
  const sourceOf = (asker: Asker, stored: StoredMeeting): Source => {
    let passages: readonly StoredPassage[] | undefined
    return {
      ...stored,
      ...timesOf(asker, stored.document.id),
      get passages() {
        passages ??= register.passagesOf(asker, stored.document.id)
        return passages
      },
    }
  }

  const between = (asker: Asker, dateFrom: LocalDate, dateTo: LocalDate, committee: string | undefined): Source[] =>
    db.read(() =>
      register
        .meetings(asker, { dateFrom, dateTo })
        .filter(({ meeting: { committee: body } }) => !committee || (body && isSameCommittee(body.value, committee)))
        .map((stored) => sourceOf(asker, stored)),
    )

  const earlier = (asker: Asker, committee: string, date: LocalDate): Source[] =>
    between(asker, plusDays(date, -EARLIER_DAYS), date, committee)

  const promises = (asker: Asker, committee: string, date: LocalDate): OpenPromise[] => {
    const meetings = earlier(asker, committee, date)
    const byDocument = new Map(meetings.map((meeting) => [meeting.document.id, meeting]))
    return promisesFor(committee, date, meetings, register.followUps(asker, {}), ({ document, fact }) => {
      const madeAt = byDocument.get(document.id)
      return madeAt !== undefined && stateOf(fact, madeAt, meetings, date).state === 'kept'
    })
  }

  return {
    noticed: (asker, from, to, committee) =>
      remember(asker, ['noticed', from, to, committee], () => noticedMeetings(between(asker, from, to, committee))),
    decided: (asker, from, to, committee) =>
      remember(asker, ['decided', from, to, committee], () => decidedMeetings(between(asker, from, to, committee))),
    promisedFor: (asker, committee, date) =>
      remember(asker, ['promised', committee, date], () => promises(asker, committee, date)),
    postponedTo: (asker, committee, date) =>
      remember(asker, ['postponed', committee, date], () =>
        postponedMatters(committee, date, earlier(asker, committee, date), register.relations(asker)),
      ),
  }
}
