import fc from 'fast-check'
import { diffItems } from '../../src/agenda/agenda-diff.ts'
import type { PublicItem } from '../../src/agenda/ports.ts'

const item = (caseNumber: string | undefined, title: string, isRestricted = false): PublicItem => ({
  caseNumber,
  title,
  link: undefined,
  isRestricted,
})
const titles = (items: readonly PublicItem[]): string[] => items.map(({ title }) => title)

const [a, b, c, d] = [item('1/27', 'A'), item('2/27', 'B'), item('3/27', 'C'), item('4/27', 'D')]

describe('what became of the items', () => {
  it('is nothing where nothing changed', () => {
    expect(diffItems([a, b, c], [a, b, c])).toEqual({
      added: [],
      removed: [],
      retitled: [],
      moved: [],
      isRenumbered: false,
    })
  })

  it('tells added, removed and retitled', () => {
    const diff = diffItems([a, b, c], [a, item('3/27', 'C i sør'), d])
    expect([titles(diff.added), titles(diff.removed), titles(diff.retitled)]).toEqual([['D'], ['B'], ['C i sør']])
  })

  it('tells the one that moved, not those it passed', () => {
    expect(diffItems([a, b, c, d], [d, a, b, c]).moved).toEqual([{ item: d, place: 1 }])
    expect(diffItems([a, b, c, d], [a, c, b, d]).moved).toHaveLength(1)
  })

  it('follows a matter whose number shifted because one was put in between', () => {
    const now = [a, item('2/27', 'Ny'), item('3/27', 'B'), item('4/27', 'C')]
    expect(diffItems([a, b, c], now)).toMatchObject({
      added: [{ title: 'Ny' }],
      removed: [],
      retitled: [],
      moved: [],
      isRenumbered: true,
    })
  })

  it('does not take two restricted matters for one another by their like titles', () => {
    const [x, y] = [item('5/27', 'Unntatt offentlighet', true), item('6/27', 'Unntatt offentlighet', true)]
    expect(diffItems([x], [y])).toMatchObject({ added: [y], removed: [x] })
  })

  it('loses and invents nothing, and finds nothing where nothing is', () => {
    const items = fc.uniqueArray(
      fc.record({ number: fc.integer({ min: 1, max: 12 }), title: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F') }),
      {
        selector: ({ number }) => number,
        maxLength: 10,
      },
    )
    const made = (list: readonly { number: number; title: string }[]) =>
      list.map(({ number, title }) => item(`${number}/27`, title))
    fc.assert(
      fc.property(items, items, (before, after) => {
        const [old, now] = [made(before), made(after)]
        const diff = diffItems(old, now)
        expect(old.length - diff.removed.length).toBe(now.length - diff.added.length)
        const isSame = JSON.stringify(old) === JSON.stringify(now)
        const changes =
          diff.added.length + diff.removed.length + diff.retitled.length + diff.moved.length + Number(diff.isRenumbered)
        expect(changes === 0).toBe(isSame)
      }),
      { numRuns: 3_000 },
    )
  })
})
