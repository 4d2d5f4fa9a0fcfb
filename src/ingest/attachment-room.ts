import { type AttachedFile, MAX_ATTACHMENTS } from './attached-file.ts'

/** What comes out of e-mails that lie in each other counts at each of them: all of it is in memory at once. */
const MAX_ATTACHED_BYTES = 100 * 1024 * 1024
/** So many attachments may take too long, or more than there is; then no other of the same file is tried. */
const MAX_TROUBLES = 3

/** What a file on the disk may still have in it, and how often that went wrong. */
export interface Room {
  attachments: number
  sizeBytes: number
  troubles: number
}

export const emptyRoom = (): Room => ({ attachments: MAX_ATTACHMENTS, sizeBytes: MAX_ATTACHED_BYTES, troubles: 0 })

export const hasTrouble = ({ troubles }: Room): boolean => troubles >= MAX_TROUBLES

/** @returns whether all of them have room; only then it is taken */
export function takeRoom(room: Room, attachments: readonly AttachedFile[]): boolean {
  const sizes = attachments.map((attached) => ('bytes' in attached ? attached.bytes.length : 0))
  const sizeBytes = sizes.reduce((sum, size) => sum + size, 0)
  if (attachments.length > room.attachments || sizeBytes > room.sizeBytes) return false
  room.attachments -= attachments.length
  room.sizeBytes -= sizeBytes
  return true
}
