import type { FileFormat } from '../domain/document.ts'
import type { StoredMeeting } from '../domain/register.ts'
import { asciiFold } from '../norwegian/fold.ts'
import { fileNameWords } from './file-name-words.ts'
import { municipalityOf } from './municipality-of.ts'

/** One meeting, with every document that tells of it. The best is read from: minutes before notice, pages before none. */
export interface MeetingGroup {
  readonly best: StoredMeeting
  readonly all: readonly StoredMeeting[]
}

const FORMAT_RANK: Readonly<Record<FileFormat, number>> = {
  pdf: 0,
  docx: 1,
  pptx: 2,
  xlsx: 2,
  html: 2,
  markdown: 2,
  email: 3,
  msg: 3,
  text: 3,
  image: 4,
}

/** What a meeting's documents are called: minutes may name the body without its municipality. */
export const namesOfDocuments = ({ all }: MeetingGroup): string[] =>
  all.map(({ document }) => `${fileNameWords(document.name)} ${document.title}`)

const rank = ({ document }: StoredMeeting): number =>
  (document.kind === 'minutes' ? 0 : 10) + FORMAT_RANK[document.format]

const keyOf = ({ document, meeting }: StoredMeeting): string => {
  const committee = meeting.committee ? asciiFold(meeting.committee.value) : ''
  const date = meeting.date?.value ?? ''
  // Without body or date nothing tells that two documents are about one meeting. A protocol of one item is a part of it.
  const isKnown = committee !== '' && date !== ''
  return isKnown ? `${committee}|${date}` : document.id
}

/** By the list they came in, which a cached register gives again and again. */
const known = new WeakMap<readonly StoredMeeting[], readonly MeetingGroup[]>()

/** Newest first, as given. Documents of one meeting with different items (protocols of single items) all keep theirs. */
export function groupMeetings(stored: readonly StoredMeeting[]): readonly MeetingGroup[] {
  const before = known.get(stored)
  if (before) return before
  const groups = toGroups(stored)
  known.set(stored, groups)
  return groups
}

/** "Formannskapet" of two municipalities may meet on one day. What tells no municipality goes with the first. */
function ofMunicipalities(all: readonly StoredMeeting[]): readonly (readonly StoredMeeting[])[] {
  const ownerOf = ({ document, meeting }: StoredMeeting): string | undefined =>
    municipalityOf(document.title, meeting.committee?.value, document.name)
  const owners = [...new Set(all.flatMap((entry) => ownerOf(entry) ?? []))]
  return owners.length < 2
    ? [all]
    : owners.map((owner) => all.filter((entry) => (ownerOf(entry) ?? owners[0]) === owner))
}

function toGroups(stored: readonly StoredMeeting[]): MeetingGroup[] {
  const groups = new Map<string, StoredMeeting[]>()
  for (const entry of stored) {
    const key = keyOf(entry)
    groups.set(key, [...(groups.get(key) ?? []), entry])
  }
  return [...groups.values()].flatMap(ofMunicipalities).map((all) => {
    const sorted = all.toSorted((a, b) => rank(a) - rank(b) || b.meeting.items.length - a.meeting.items.length)
    return { best: sorted[0] as StoredMeeting, all: sorted }
  })
}
