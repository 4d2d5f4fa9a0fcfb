import { basename } from 'node:path'

/** No path of a disk holds it: a file that came in another has the other's path, this, and its own name. */
const INSIDE = '//'

/** Where a file lies that came in another, such as the attachment of an e-mail. */
export const placeInside = (holder: string, name: string): string => `${holder}${INSIDE}${name}`

/** @returns the place of the file that this one came in; undefined for a file on the disk */
export function holderOf(place: string): string | undefined {
  const at = place.lastIndexOf(INSIDE)
  return at > 0 ? place.slice(0, at) : undefined
}

/** The file on the disk that a place is in, or is. */
export function fileAt(place: string): string {
  const holder = holderOf(place)
  return holder === undefined ? place : fileAt(holder)
}

/** What a file is called: `referat.pdf`, or for an attachment `innkalling.msg/referat.pdf`. */
export function nameAt(place: string): string {
  const holder = holderOf(place)
  return holder === undefined ? basename(place) : `${nameAt(holder)}/${place.slice(holder.length + INSIDE.length)}`
}
