export interface Wrong {
  /** "meeting.items[3].decision" */
  readonly path: string
  readonly expected: string
  readonly got: string
}

/** Counts fields as they are compared. */
export interface Ledger {
  readonly wrong: Wrong[]
  fields: number
  /** One field. */
  note(path: string, expected: unknown, got: unknown, isRight: boolean): void
  /** A text by the rules of GoldText; '?' and undefined are not counted. */
  text(path: string, expected: string | null | undefined, got: string | undefined, isSame: SameText): void
}

type SameText = (expected: string, got: string) => boolean

const shown = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing'))

export function createLedger(): Ledger {
  const ledger: Ledger = {
    wrong: [],
    fields: 0,
    note(path, expected, got, isRight) {
      ledger.fields++
      if (!isRight) ledger.wrong.push({ path, expected: shown(expected), got: shown(got) })
    },
    text(path, expected, got, isSame) {
      if (expected === undefined || expected === '?') return
      const isUntold = expected === null || expected === '-'
      const isRight = isUntold ? got === undefined : got !== undefined && isSame(expected, got)
      ledger.note(path, isUntold ? undefined : expected, got, isRight)
    },
  }
  return ledger
}

export interface Paired<Gold, Found> {
  readonly pairs: readonly { readonly gold: Gold; readonly found: Found | undefined; readonly at: number }[]
  /** Found, and in no gold line. */
  readonly extra: readonly Found[]
}

/**
 * Gives each gold line the found thing most like it, best first; of equals the nearest in order.
 * @param likeness 0 = not the same thing
 */
export function pairUp<Gold, Found>(
  gold: readonly Gold[],
  found: readonly Found[],
  likeness: (gold: Gold, found: Found) => number,
): Paired<Gold, Found> {
  const candidates = gold
    .flatMap((line, at) => found.map((thing, of) => ({ at, of, score: likeness(line, thing) })))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || Math.abs(a.at - a.of) - Math.abs(b.at - b.of))
  const foundAt = new Map<number, number>()
  const taken = new Set<number>()
  for (const { at, of } of candidates) {
    if (foundAt.has(at) || taken.has(of)) continue
    foundAt.set(at, of)
    taken.add(of)
  }
  return {
    pairs: gold.map((line, at) => ({ gold: line, found: found[foundAt.get(at) ?? -1], at })),
    extra: found.filter((_, of) => !taken.has(of)),
  }
}
