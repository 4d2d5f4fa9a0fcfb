import { postponedMatters, promisesFor } from '../../agenda/open-promises.ts'
import type { AgendaMeetings, OpenPromises } from '../../agenda/ports.ts'
import { decidedMeetings, type MeetingSource, noticedMeetings } from '../../agenda/public-meetings.ts'
import { stateOf, type ToldMeeting } from '../../answer/follow-up-state.ts'
import type { Register } from '../../answer/ports.ts'
import type { Asker } from '../../domain/asker.ts'
import type { DocumentId, LocalDate } from '../../domain/ids.ts'
import { plusDays } from '../../platform/zoned-time.ts'
import type { Connection } from './connection.ts'

/** A promise that nobody kept for two years is no longer of the next meeting. */
const EARLIER_DAYS = 730

interface FileTimes {
  readonly knownSinceMs: number
  readonly modifiedMs: number
}

/** What posts are made of: everything goes through the register, which lets out only what the asker may read. */
export function createAgendaReading(db: Connection, register: Register): AgendaMeetings & OpenPromises {
  const timesOf = (asker: Asker, document: DocumentId): FileTimes =>
    db.one<FileTimes>(
      `SELECT min(l.noted_at_ms) AS knownSinceMs, max(l.modified_ms) AS modifiedMs
        FROM document AS d JOIN location AS l ON l.tenant = d.tenant AND l.document = d.key
        WHERE d.tenant = :tenant AND d.id = :document`,
      { tenant: asker.tenant, document },
    ) ?? { knownSinceMs: 0, modifiedMs: 0 }

  /** Passages are read when they are looked at: most meetings are put aside by their committee before. */
  const between = (asker: Asker, dateFrom: LocalDate, dateTo: LocalDate): (MeetingSource & ToldMeeting)[] =>
    db.read(() =>
      register.meetings(asker, { dateFrom, dateTo }).map((stored) => ({
        ...stored,
        ...timesOf(asker, stored.document.id),
        get passages() {
          return register.passagesOf(asker, stored.document.id)
        },
      })),
    )
  const earlier = (asker: Asker, date: LocalDate): (MeetingSource & ToldMeeting)[] =>
    between(asker, plusDays(date, -EARLIER_DAYS), date)

  return {
    noticed: (asker, from, to) => noticedMeetings(between(asker, from, to)),
    decided: (asker, from, to) => decidedMeetings(between(asker, from, to)),
    promisedFor: (asker, committee, date) => {
      const meetings = earlier(asker, date)
      return promisesFor(committee, date, meetings, register.followUps(asker, {}), ({ document, fact }) => {
        const madeAt = meetings.find((meeting) => meeting.document.id === document.id)
        return madeAt !== undefined && stateOf(fact, madeAt, meetings, date).state === 'kept'
      })
    },
    postponedTo: (asker, committee, date) =>
      postponedMatters(committee, date, earlier(asker, date), register.relations(asker)),
  }
}
