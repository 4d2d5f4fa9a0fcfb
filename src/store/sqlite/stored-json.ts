/**
 * A domain object as JSON text and back. Plain JSON drops undefined, and undefined (unknown) must not become an absent
 * field or an empty list (none recorded); it is written as a marker that no domain object can look like.
 */
const MARKER = '$undefined'

export const toJson = (value: object): string =>
  JSON.stringify(value, (_key, entry: unknown) => (entry === undefined ? { [MARKER]: true } : entry))

function restore(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(restore)
  if (typeof value !== 'object' || value === null) return value
  if (Object.hasOwn(value, MARKER)) return undefined
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, restore(entry)]))
}

/** The type is the caller's word: the text was written by `toJson` from that type. */
export const fromJson = <Value>(text: string): Value => restore(JSON.parse(text)) as Value
