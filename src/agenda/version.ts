import { createHash } from 'node:crypto'
import type { DecidedItem, PublicItem, Shown } from './ports.ts'

const itemParts = (item: PublicItem & Partial<DecidedItem>): unknown[] => [
  item.caseNumber ?? null,
  item.title,
  item.link ?? null,
  item.isRestricted,
  item.decision ?? null,
]

/** Hash of what a reader would see. The words around it (texts, layout) are left out: a new Rakel edits no old post. */
export function versionOf(shown: Shown): string {
  const { meeting } = shown
  const parts: unknown[] = [shown.kind, meeting.committee, meeting.date, meeting.items.map(itemParts), shown.language]
  if (shown.kind !== 'decisions')
    parts.push(
      shown.meeting.startTime ?? null,
      shown.meeting.endTime ?? null,
      shown.meeting.place ?? null,
      shown.standing.is,
      shown.standing.is === 'moved' ? shown.standing.to : null,
      shown.introduction,
      shown.promises.map(({ who, what, promisedOn, caseNumber }) => [
        who ?? null,
        what,
        promisedOn,
        caseNumber ?? null,
      ]),
      shown.postponed.map(({ caseNumber, title, postponedOn }) => [caseNumber ?? null, title, postponedOn]),
    )
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)
}
