import type { People } from '../../domain/meeting.ts'
import { foldSpaces } from '../../norwegian/fold.ts'
import { sentences } from '../../norwegian/sentences.ts'
import type { PlacedBlock } from '../placed-block.ts'
import { readPeople } from './people.ts'

const NAME = String.raw`\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}.'’-]*){1,4}(?:\s\([^()]{1,40}\))?`
const NAMES = String.raw`(${NAME}(?:(?:,|\s(?:og|samt))\s${NAME})*)`
const ABSENCE = '(?:forfall|frafall|avbud|fravær|fråvær)'
const NOT_COME = String.raw`(?:ikke|ikkje)\s(?:møte|delta|komme)`
const STAYED_AWAY = [
  String.raw`(?:hadde|har)\s(?:(?:meldt|varslet|varsla)\s)?(?:gyldig\s)?${ABSENCE}`,
  String.raw`(?:meldte|melde)\s${ABSENCE}`,
  String.raw`var\s(?:fraværende|fråverande|forhindret|forhindra|(?:ikke|ikkje)\s(?:til\sstede|til\sstades|tilstede))`,
  String.raw`kunne\s(?:dessverre\s|diverre\s)?${NOT_COME}`,
  String.raw`(?:hadde|har)\s(?:ikke|ikkje)\s(?:anledning|høve|mulighet)\stil\så\s(?:møte|delta)`,
  String.raw`møtte\s(?:ikke|ikkje)`,
].join('|')
/** "Kari Nes hadde meldt forfall", "I dag hadde Kari Nes og Ola Dahl forfall", "Det var meldt forfall fra Kari Nes". */
const TELLS: readonly RegExp[] = [
  new RegExp(String.raw`${NAMES}\s(?:${STAYED_AWAY})(?!\p{L})`, 'u'),
  new RegExp(String.raw`(?:hadde|har)\s${NAMES}\s(?:meldt\s)?${ABSENCE}(?!\p{L})`, 'u'),
  new RegExp(
    String.raw`(?:^|\s)(?:[Ff]orfall|[Ff]rafall|[Aa]vbud|[Ff]ravær)\s(?:(?:var|er|ble|vart)\s)?(?:meldt\s)?(?:fra|frå|av|for)\s${NAMES}`,
    'u',
  ),
]

/** "Kari Nes (leder), Ola Dahl og Per Vik møtte." */
const THEY_CAME = new RegExp(
  String.raw`^(?:(?:I møtet|Følgende|Følgjande)\s)?(?:[Mm]øtte\s${NAMES}|${NAMES}\s(?:møtte|deltok|var\s(?:til\sstede|til\sstades|tilstede)))(?:\s(?:i|på)\s(?:møtet|møte))?[.]?$`,
  'u',
)

/** Who was there where no field tells, only a sentence that names two or more and says nothing else. */
export function presentTold(blocks: readonly PlacedBlock[]): People | undefined {
  for (const { text, page } of blocks)
    for (const sentence of sentences(text)) {
      const [, before, behind] = THEY_CAME.exec(sentence.text.trim()) ?? []
      const value = readPeople([before ?? behind ?? ''])
      if (value.length > 1) return { value, quote: foldSpaces(sentence.text), page }
    }
  return undefined
}

/**
 * Who was absent where no field tells, only sentences about the meeting.
 * @param blocks those that tell of the meeting, not of its matters
 */
export function absentTold(blocks: readonly PlacedBlock[]): People | undefined {
  const told = blocks.flatMap(({ text, page }) =>
    sentences(text).flatMap((sentence) => {
      const names = TELLS.map((pattern) => pattern.exec(sentence.text)?.[1]).find(Boolean)
      const people = names ? readPeople([names]) : []
      return people.length > 0 ? [{ people, quote: foldSpaces(sentence.text), page }] : []
    }),
  )
  const [first] = told
  if (!first) return undefined
  return {
    value: told.flatMap(({ people }) => people),
    quote: told.map(({ quote }) => quote).join(' '),
    page: first.page,
  }
}
