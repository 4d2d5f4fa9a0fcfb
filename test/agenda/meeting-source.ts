import type { MeetingSource } from '../../src/agenda/public-meetings.ts'
import { contentHash, documentId } from '../../src/domain/ids.ts'
import type { AgendaItem, Meeting, Sourced } from '../../src/domain/meeting.ts'
import { day } from '../fault/agenda-world.ts'
import { tenant } from './agenda-bench.ts'

const sourced = <Value>(value: Value): Sourced<Value> => ({ value, quote: String(value), page: 1 })

export const itemOf = (
  caseNumber: string | undefined,
  title: string,
  changes: Partial<AgendaItem> = {},
): AgendaItem => ({
  caseNumber,
  title,
  type: undefined,
  status: 'none-recorded',
  order: 1,
  page: 1,
  heading: [caseNumber, title].filter(Boolean).join(' '),
  link: undefined,
  decision: undefined,
  recommendation: undefined,
  proposals: [],
  votes: [],
  ...changes,
})

interface SourceChanges {
  readonly id?: string
  readonly title?: string
  readonly kind?: 'notice' | 'minutes'
  readonly date?: string
  readonly committee?: string
  readonly items?: readonly AgendaItem[]
  readonly meeting?: Partial<Meeting>
  readonly modifiedMs?: number
  readonly passages?: MeetingSource['passages']
  readonly format?: 'pdf' | 'docx'
}

/** A document of an invented committee's meeting. */
export function sourceOf(changes: SourceChanges = {}): MeetingSource {
  const {
    id = 'one',
    kind = 'notice',
    date = '2027-02-10',
    committee = 'Fellesrådet',
    modifiedMs = 1,
    format = 'pdf',
  } = changes
  const title = changes.title ?? (kind === 'notice' ? 'Møteinnkalling Fellesrådet' : 'Møtereferat Fellesrådet')
  return {
    document: {
      id: documentId(id),
      tenant,
      name: `${id}.${format}`,
      path: `/d/${id}.${format}`,
      contentHash: contentHash(id),
      format,
      kind,
      language: 'nb',
      title,
      date: day(date),
      year: undefined,
      pageCount: 1,
    },
    meeting: {
      committee: sourced(committee),
      number: undefined,
      substitutes: undefined,
      othersPresent: undefined,
      date: sourced(day(date)),
      startTime: sourced('10:00'),
      endTime: undefined,
      place: sourced('Rådhuset'),
      chair: undefined,
      minuteTaker: undefined,
      present: undefined,
      absent: undefined,
      items: changes.items ?? [itemOf('1/27', 'Budsjett')],
      ...changes.meeting,
    },
    knownSinceMs: modifiedMs,
    modifiedMs,
    passages: changes.passages ?? [],
  }
}
