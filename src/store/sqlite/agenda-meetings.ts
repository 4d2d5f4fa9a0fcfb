import { postponedMatters, promisesFor } from '../../agenda/open-promises.ts'
import type { AgendaMeetings, OpenPromises } from '../../agenda/ports.ts'
import { decidedMeetings, type MeetingSource, noticedMeetings } from '../../agenda/public-meetings.ts'
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
  const between = (asker: Asker, dateFrom: LocalDate, dateTo: LocalDate): MeetingSource[] =>
    db.read(() =>
      register.meetings(asker, { dateFrom, dateTo }).map((stored) => ({
        ...stored,
        ...timesOf(asker, stored.document.id),
        get passages() {
          return register.passagesOf(asker, stored.document.id).map(({ text, caseNumber }) => ({ text, caseNumber }))
        },
      })),
    )
  const earlier = (asker: Asker, date: LocalDate): MeetingSource[] =>
    between(asker, plusDays(date, -EARLIER_DAYS), date)

  return {
    noticed: (asker, from, to) => noticedMeetings(between(asker, from, to)),
    decided: (asker, from, to) => decidedMeetings(between(asker, from, to)),
    promisedFor: (asker, committee, date) =>
      promisesFor(committee, date, earlier(asker, date), register.followUps(asker, {})),
    postponedTo: (asker, committee, date) =>
      postponedMatters(committee, date, earlier(asker, date), register.relations(asker)),
  }
}
