import type { Vote } from '../../domain/meeting.ts'
import { foldSpaces } from '../../norwegian/fold.ts'
import { sentences } from '../../norwegian/sentences.ts'
import type { PlacedBlock } from '../placed-block.ts'

const WORD_COUNTS: Readonly<Record<string, number>> = {
  en: 1,
  ei: 1,
  ein: 1,
  én: 1,
  to: 2,
  tre: 3,
  fire: 4,
  fem: 5,
  seks: 6,
  sju: 7,
  syv: 7,
  åtte: 8,
  ni: 9,
  ti: 10,
  elleve: 11,
  tolv: 12,
}
const COUNT = String.raw`(\d{1,3}|${Object.keys(WORD_COUNTS).join('|')})`

const UNANIMOUS = /\b(?:enstemmig|einstemmig|samrøystes|samrøystes|énstemmig|ved akklamasjon)\b/iu
const FOR_STATED = new RegExp(String.raw`^for\s+[\p{L}\s\d]{3,40}\s(?:stemte|røysta)\s+${COUNT}\b`, 'iu')
const AGAINST_STATED = new RegExp(String.raw`^i?mot\s+[\p{L}\s\d]{3,40}\s(?:stemte|røysta)\s+${COUNT}\b`, 'iu')
const COUNT_FOR = new RegExp(String.raw`\b${COUNT}\s+(?:stemte|stemmer|røyster|røysta)\s+for\b`, 'iu')
const COUNT_AGAINST = new RegExp(
  String.raw`\b${COUNT}\s+(?:stemte|stemmer|røyster|røysta)\s+i?mot\b|\bmot\s+${COUNT}\s+(?:stemmer?|røyster?|røyst)\b`,
  'iu',
)
const BETWEEN = new RegExp(String.raw`\bmed\s+${COUNT}\s+(?:mot|imot|for og)\s+${COUNT}\s*(?:stemmer?|røyster?)?`, 'iu')
const CASTING = /dobbelt(?:stemme|røyst)/iu

const toCount = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : (WORD_COUNTS[text.toLowerCase()] ?? Number(text))

interface Counting {
  quotes: string[]
  page: number | null
  forCount: number | undefined
  againstCount: number | undefined
  isUnanimous: boolean
}

/**
 * The countings of votes that an item tells of, in order. A "for" and the "against" that follows it are one counting,
 * and the sentence that tells the outcome ("Dermed ble …") belongs to it.
 */
export function readVotes(blocks: readonly PlacedBlock[]): Vote[] {
  const countings: Counting[] = []
  let open: Counting | undefined
  for (const block of blocks) {
    for (const { text } of sentences(block.text)) {
      const stated = toCount(FOR_STATED.exec(text)?.[1])
      const against = toCount(AGAINST_STATED.exec(text)?.[1])
      if (stated !== undefined || against !== undefined) {
        const isNew =
          !open ||
          (stated !== undefined && open.forCount !== undefined) ||
          (against !== undefined && open.againstCount !== undefined)
        if (isNew || !open) {
          open = { quotes: [], page: block.page, forCount: undefined, againstCount: undefined, isUnanimous: false }
          countings.push(open)
        }
        if (stated !== undefined) open.forCount = stated
        if (against !== undefined) open.againstCount = against
        open.quotes.push(text)
        continue
      }
      if (open && /^(?:dermed|såleis|således)\b/iu.test(text)) {
        open.quotes.push(text)
        open = undefined
        continue
      }
      const between = BETWEEN.exec(text)
      const inProse = toCount(COUNT_FOR.exec(text)?.[1] ?? between?.[1])
      const againstMatch = COUNT_AGAINST.exec(text)
      const inProseAgainst = toCount(againstMatch?.[1] ?? againstMatch?.[2] ?? between?.[2])
      const isUnanimous = UNANIMOUS.test(text)
      if (inProse !== undefined || inProseAgainst !== undefined || isUnanimous || CASTING.test(text))
        countings.push({
          quotes: [text],
          page: block.page,
          forCount: inProse,
          againstCount: inProseAgainst,
          isUnanimous,
        })
    }
  }
  return countings.map(({ quotes, ...counting }) => ({ ...counting, quote: foldSpaces(quotes.join(' ')) }))
}
