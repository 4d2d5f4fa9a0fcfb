import type { AgendaItem, Meeting } from '../../domain/meeting.ts'
import type { Connection } from './connection.ts'
import { fromJson } from './stored-json.ts'

/** @param body of the table `meeting` */
export const meetingOf = (db: Connection, document: number, body: string): Meeting => ({
  ...fromJson<Omit<Meeting, 'items'>>(body),
  items: db
    .all<{ body: string }>('SELECT body FROM agenda_item WHERE document = :document ORDER BY position', { document })
    .map((row) => fromJson<AgendaItem>(row.body)),
})
