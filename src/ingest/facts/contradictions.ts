import type { ParsedText } from '../../domain/document.ts'
import type { Figure } from '../../domain/figure.ts'
import type { Passage } from '../../domain/passage.ts'
import type { Contradiction } from '../../domain/relation.ts'
import type { Table } from '../../domain/table.ts'
import { foldSpaces } from '../../norwegian/fold.ts'
import { compareDecimals, scaledDecimal, subtractDecimals } from '../../norwegian/numbers.ts'
import { dateContradictions } from './contradictions-dates.ts'
import { totalContradictions } from './contradictions-totals.ts'
import { columnSum } from './tables.ts'

/** A column whose parts do not make its sum, further apart than rounding can put them. */
function tableContradictions(tables: readonly Table[]): Contradiction[] {
  return tables.flatMap((table) =>
    table.columns.flatMap(({ header, sumCheck }, column): Contradiction[] => {
      const sum = sumCheck === 'differs' ? columnSum(table.rows, column, header) : undefined
      if (!sum || sum.isRounding) return []
      const { page, caseNumber, rows, columns } = table
      const names = columns.map((entry) => entry.header).join(' ')
      return [
        {
          kind: 'sum',
          stated: sum.stated,
          found: sum.found.replace('.', ','),
          quotes: [
            foldSpaces(rows.at(-1)?.join(' ') ?? ''),
            foldSpaces([names, ...rows.map((row) => row.join(' '))].join(' ')),
          ],
          page,
          caseNumber,
        },
      ]
    }),
  )
}

const DEVIATION = /^(?:mindreforbruk|merforbruk|meirforbruk|overskudd|underskudd|overforbruk|underforbruk)/iu

/** Budget, what was spent and the difference, told in one breath: the difference must be that of the two. */
function deviationContradictions(figures: readonly Figure[]): Contradiction[] {
  const byPassage = Map.groupBy(
    figures.filter(({ unit, row }) => unit === 'kr' && row === undefined),
    ({ passage }) => passage,
  )
  return [...byPassage.values()].flatMap((near): Contradiction[] => {
    const [budget, other] = near.filter(({ basis }) => basis === 'budget')
    const [spent, spentToo] = near.filter(
      ({ basis, measure }) => basis === 'accounts' && /^(?:forbruk|regnskap|driften|utgift)/iu.test(measure),
    )
    const [deviation, another] = near.filter(({ basis, measure }) => basis === 'accounts' && DEVIATION.test(measure))
    if (!budget || !spent || !deviation || other || spentToo || another) return []
    if (budget.period?.text !== spent.period?.text || spent.period?.text !== deviation.period?.text) return []
    const exact = ({ decimal, scale }: Figure): string => scaledDecimal(decimal, scale)
    const difference = subtractDecimals(exact(budget), exact(spent)).replace('-', '')
    const places = Math.min(
      ...[budget, spent, deviation].map(({ decimal, scale }) => (decimal.split('.')[1]?.length ?? 0) - scale),
    )
    const off = Math.abs(Number(subtractDecimals(difference, exact(deviation).replace('-', ''))))
    // Each of the three may be rounded.
    if (compareDecimals(difference, exact(deviation).replace('-', '')) === 0 || off <= 1.5 * 10 ** -places) return []
    return [
      {
        kind: 'sum',
        stated: exact(deviation).replace('.', ','),
        found: difference.replace('.', ','),
        quotes: [...new Set([budget.quote, spent.quote, deviation.quote])],
        page: deviation.page,
        caseNumber: deviation.caseNumber,
      },
    ]
  })
}

/** A hundred names with their parties have half as many. */
const MAX_VOTE_CHARS = 10_000
const NAMED_VOTES = /(?<!\p{L})(?:stemte|røysta|røystet|stemmer?)\s(?<count>\d{1,3})\s?:\s(?<names>\p{Lu}.*)$/u

/** "For forslaget stemte 9: …" against the names behind it, where every name has its party. */
function voteContradictions(passages: readonly Passage[]): Contradiction[] {
  return passages.flatMap((passage) =>
    passage.text.split('\n').flatMap((line): Contradiction[] => {
      if (line.length > MAX_VOTE_CHARS) return []
      const { count, names } = NAMED_VOTES.exec(line)?.groups ?? {}
      if (count === undefined || names === undefined) return []
      const list = /^(?:\p{Lu}[^(),.:;\d]+\([^()]{1,40}\)(?:,\s|\sog\s|\.|$))+/u.exec(names)?.[0] ?? ''
      // A page break or a remark inside the list: better silent than wrong.
      if (
        list.length < names.trimEnd().length &&
        !/^\s+\p{Lu}/u.test(names.slice(list.length)) &&
        names.slice(list.length).trim() !== ''
      )
        return []
      const found = [...list.matchAll(/\([^()]{1,40}\)/gu)].length
      if (found === 0 || found === Number(count) || !/\.\s*$/u.test(list)) return []
      const { page, caseNumber } = passage
      return [{ kind: 'vote-names', stated: count, found: String(found), quotes: [foldSpaces(line)], page, caseNumber }]
    }),
  )
}

/**
 * What cannot all be right in one text: sums, shares, counts of votes and dates. Silent where a difference can be
 * rounding, where parts may be left out, or where a list is cut.
 */
export const readContradictions = (
  text: ParsedText,
  tables: readonly Table[],
  figures: readonly Figure[],
): Contradiction[] => [
  ...tableContradictions(tables),
  ...totalContradictions(text.passages),
  ...deviationContradictions(figures),
  ...dateContradictions(text),
  ...voteContradictions(text.passages),
]
