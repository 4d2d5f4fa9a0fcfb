import { createHash } from 'node:crypto'
import { asciiFold } from '../norwegian/fold.ts'
import type { Slot, SlotKey } from './ports.ts'

const MARKER_CHARS = 24
const ID_CHARS = 10

/** One spelling for one slot: tenant, channel, committee without case and accents, date, kind. */
export const slotKey = ({ tenant, channel, committee, meetingDate, kind }: Slot): SlotKey =>
  [tenant, channel, asciiFold(committee), meetingDate, kind].map(encodeURIComponent).join('/') as SlotKey

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What a person writes instead of the key. */
export const slotId = (key: SlotKey): string => digest(key).slice(0, ID_CHARS)

/** The word that a message is found by. The message that replaces a deleted one has another. */
export const markerOf = (key: SlotKey, generation: number): string =>
  `rakel${digest(`${key} ${generation}`).slice(0, MARKER_CHARS)}`

/** "Fellesrådet" is the body that minutes call "Fellesrådet for Firklang IKT". */
export function isSameCommittee(left: string, right: string): boolean {
  const [short = '', long = ''] = [asciiFold(left), asciiFold(right)].sort((a, b) => a.length - b.length)
  return short === long || (short !== '' && long.startsWith(`${short} `))
}
