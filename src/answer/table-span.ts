import { monthOf } from '../norwegian/dates.ts'

const HALVES: readonly (readonly [RegExp, readonly [number, number]])[] = [
  [/(?:første|1\.?|first)\s+(?:halvår|half)/u, [1, 6]],
  [/(?:andre|annet|2\.?|second|siste|last)\s+(?:halvår|half)/u, [7, 12]],
  [
    /(?:seks|six|6)\s+(?:første|fyrste|first)|(?:første|fyrste|first)\s+(?:seks|six|6)\s+(?:måned|månad|month)/u,
    [1, 6],
  ],
  [/(?:seks|six|6)\s+(?:siste|last)|(?:siste|last)\s+(?:seks|six|6)\s+(?:måned|månad|month)/u, [7, 12]],
  [
    /(?:tre|three|3)\s+(?:første|fyrste|first)|(?:første|fyrste|first)\s+(?:tre|three|3)\s+(?:måned|månad|month)/u,
    [1, 3],
  ],
  [/(?:første|fyrste|1\.?|first)\s+(?:tertial)/u, [1, 4]],
  [/(?:andre|annet|2\.?|second)\s+(?:tertial)/u, [5, 8]],
  [/(?:tredje|siste|3\.?|third|last)\s+(?:tertial)/u, [9, 12]],
  [/(?:første|1\.?|first)\s+(?:kvartal|quarter)/u, [1, 3]],
  [/(?:andre|annet|2\.?|second)\s+(?:kvartal|quarter)/u, [4, 6]],
  [/(?:tredje|3\.?|third)\s+(?:kvartal|quarter)/u, [7, 9]],
  [/(?:fjerde|siste|4\.?|fourth|last)\s+(?:kvartal|quarter)/u, [10, 12]],
]

/** "Hvilket kvartal …?" is answered by no month. */
export const PART_OF_YEAR = /(?<!\p{L})(kvartal|tertial|halvår|uke|veke|quarter|week)(?:et|a|en|ene|er|s)?(?!\p{L})/u

/** The months from first to last that a question spans: "andre halvår", "januar til mars". */
export function monthsOf(question: string): readonly [number, number] | undefined {
  for (const [pattern, months] of HALVES) if (pattern.test(question)) return months
  const named = [...question.matchAll(/\p{L}{3,}/gu)]
    .map((match) => monthOf(match[0]))
    .filter((month) => month !== undefined)
  const [first, last] = [named[0], named.at(-1)]
  const isSpan =
    first !== undefined && last !== undefined && first < last && /(?<!\p{L})(?:til|to|through|–|-)\b/u.test(question)
  return isSpan ? [first, last] : undefined
}
