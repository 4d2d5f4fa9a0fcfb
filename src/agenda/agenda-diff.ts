import { caseNumberKey } from '../domain/case-number.ts'
import { asciiFold } from '../norwegian/fold.ts'
import type { PublicItem } from './ports.ts'

export interface AgendaDiff {
  readonly added: readonly PublicItem[]
  readonly removed: readonly PublicItem[]
  /** As they are now. */
  readonly retitled: readonly PublicItem[]
  /** Those that left their place among the others, with the new place, from 1. */
  readonly moved: readonly { readonly item: PublicItem; readonly place: number }[]
  /** The same matter under a new number, or with a new link. */
  readonly isRenumbered: boolean
}

const numberOf = ({ caseNumber }: PublicItem): string => (caseNumber === undefined ? '' : caseNumberKey(caseNumber))
const titleOf = ({ title, isRestricted }: PublicItem): string => (isRestricted ? '' : asciiFold(title))

/** Places (in `order`) of one longest run of growing values: what kept its order. */
function keptInOrder(order: readonly number[]): ReadonlySet<number> {
  const lengths: number[] = []
  const before: number[] = []
  for (const [at, value] of order.entries()) {
    let best = -1
    for (let earlier = 0; earlier < at; earlier += 1)
      if ((order[earlier] ?? 0) < value && (best < 0 || (lengths[earlier] ?? 0) > (lengths[best] ?? 0))) best = earlier
    lengths.push(best < 0 ? 1 : (lengths[best] ?? 0) + 1)
    before.push(best)
  }
  const kept = new Set<number>()
  for (let at = lengths.indexOf(Math.max(0, ...lengths)); at >= 0; at = before[at] ?? -1) kept.add(at)
  return kept
}

/**
 * What became of the items. An item is itself when number and title agree; else by its title (numbers shift when a matter
 * is put in between); else by its number (it got a new title).
 */
export function diffItems(old: readonly PublicItem[], now: readonly PublicItem[]): AgendaDiff {
  const left = new Set(old.keys())
  const oldOf = new Map<number, number>()
  const retitled: PublicItem[] = []
  let isRenumbered = false
  const pair = (
    isSame: (a: PublicItem, b: PublicItem) => boolean,
    found: (a: PublicItem, b: PublicItem) => void,
  ): void => {
    for (const [at, item] of now.entries()) {
      if (oldOf.has(at)) continue
      const match = [...left].find((index) => {
        const candidate = old[index]
        return candidate !== undefined && isSame(candidate, item)
      })
      if (match === undefined) continue
      const was = old[match]
      left.delete(match)
      oldOf.set(at, match)
      if (was) found(was, item)
    }
  }
  const noteLink = (a: PublicItem, b: PublicItem): void => {
    if (a.link !== b.link && a.isRestricted === b.isRestricted) isRenumbered = true
  }
  pair((a, b) => numberOf(a) === numberOf(b) && a.title === b.title, noteLink)
  pair(
    (a, b) => titleOf(a) !== '' && titleOf(a) === titleOf(b),
    (a, b) => {
      if (numberOf(a) !== numberOf(b) || a.link !== b.link) isRenumbered = true
      else retitled.push(b)
    },
  )
  pair(
    (a, b) => numberOf(a) !== '' && numberOf(a) === numberOf(b),
    (_, b) => {
      retitled.push(b)
    },
  )
  const paired = [...oldOf.keys()].sort((a, b) => a - b)
  const kept = keptInOrder(paired.map((at) => oldOf.get(at) ?? 0))
  return {
    added: now.filter((_, at) => !oldOf.has(at)),
    removed: [...left].flatMap((index) => old[index] ?? []),
    retitled,
    moved: paired.flatMap((at, place) => {
      const item = now[at]
      return kept.has(place) || !item ? [] : [{ item, place: at + 1 }]
    }),
    isRenumbered,
  }
}
