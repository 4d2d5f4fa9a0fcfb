/**
 * Of things that words may mean, those that no other is better than: "årsgebyr vann" means the row of water, though the
 * row of sewage has the word for the fee as well.
 * @param met how well each of the words meets a thing
 */
export function undominated<Thing>(things: readonly Thing[], met: (thing: Thing) => readonly number[]): Thing[] {
  const all = things.map((thing) => ({ thing, met: met(thing) }))
  const isBetter = (one: readonly number[], other: readonly number[]): boolean =>
    one.every((share, at) => share >= (other[at] ?? 0)) && one.some((share, at) => share > (other[at] ?? 0))
  return all.filter((one) => !all.some((other) => isBetter(other.met, one.met))).map(({ thing }) => thing)
}
