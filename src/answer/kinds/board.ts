import type { RankedPassage } from '../../domain/passage.ts'
import { monthOf } from '../../norwegian/dates.ts'
import { fold } from '../../norwegian/fold.ts'
import { citePassage } from '../citations.ts'
import type { Draft } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { fileNameWords } from '../file-name-words.ts'
import { knownNames } from '../known-names.ts'
import { meets } from '../meets.ts'
import { sectionsOf } from '../sections.ts'
import { stemSet, type Term, topicOf } from '../topic.ts'
import { MOST_SEARCHED, SEARCHED } from './find-items.ts'
import { sourceInWords } from './passage.ts'

/** "Hvem satt i styret?", "Who represented Nordby on the board?", "Kven leidde styret?" */
const ASKS_MEMBERS =
  /^(?:hvem|kven|who|hvilke|kva for|which)(?!\p{L}).*(?<!\p{L})(?:satt|sat|sitter|sitt|sits?|medlem\p{L}*|members?|representer\p{L}*|represent\p{L}*|utgj\p{L}+|består|bestod|besto)(?!\p{L})/u
/** An office on the board that may be asked for, and how a list tells it. */
const OFFICES: readonly (readonly [asked: RegExp, told: RegExp])[] = [
  [/(?<!\p{L})(?:nest(?:leder|leiar)|deputy|vice)/u, /(?<!\p{L})nest(?:leder|leiar)(?!\p{L})/iu],
  [
    /(?<!\p{L})(?:ledet|leda|ledde|leia|leidde|(?:styre)?(?:leder|leiar)|chaired|chair\p{L}*|led|leads?)(?!\p{L})/u,
    /(?<!\p{L})(?:styre)?(?:leder|leiar)(?!\p{L})/iu,
  ],
]
/** Elected councils are no boards. */
const BODY = /(?<!\p{L})(?:\p{L}*(?<!kommune|by|fylkes|herreds)styret?|board)(?!\p{L})/u
const BODY_STEMS = /^(?:styre|styret|board|leder|leiar|ledet|leda|ledde|leia|leidde|led|chaired|chair|satt|sat)$/u
/** "• Kari Nes, styremedlem, Nordby kommune", "Per Vik (Sørby)" */
const MEMBER = /^(?:[•*–-]\s)?\p{Lu}[\p{L}.]+(?:[ -]\p{Lu}[\p{L}.]*){1,4}(?:,\s|\s[–-]\s|\s\(|$)/u
/** Such a list is one of a board where it says so of somebody. */
const TELLS_ROLE = /(?<!\p{L})(?:styre|nest|vara)?(?:leder|leiar|medlem)(?!\p{L})/iu
const FEWEST = 2

interface Line {
  readonly text: string
  readonly passage: RankedPassage
}

/** A list of a board's members, as a report lays it out; none where a section has no such list. */
const membersIn = (passages: readonly RankedPassage[]): readonly Line[] =>
  passages.flatMap((passage) => {
    const lines = passage.text.split('\n').filter((text) => MEMBER.test(text))
    return lines.length >= FEWEST && TELLS_ROLE.test(passage.text) ? lines.map((text) => ({ text, passage })) : []
  })

/**
 * Who sat on a board, who led it, and who was there for a place that is named, from the list in a report.
 * @returns undefined when that is not asked, or no report of the board's owner and year lists its members
 */
export function answerBoard(inquiry: Inquiry): Draft | undefined {
  const { plan, asker, findPassages, meetings, texts } = inquiry
  const question = fold(plan.question)
  const office = OFFICES.find(([asked]) => asked.test(question))?.[1]
  if (!BODY.test(question) || !/^(?:hvem|kven|who|hvilke|kva for|which)(?!\p{L})/u.test(question)) return undefined
  if (!office && !ASKS_MEMBERS.test(question)) return undefined
  const { years } = plan.meeting
  const named = topicOf(plan.question, { language: plan.askedIn, names: knownNames(meetings) }).filter(
    ({ isSpecific, text, folded }) =>
      isSpecific && !/^\d/.test(text) && monthOf(folded) === undefined && !BODY_STEMS.test(folded),
  )
  const found = findPassages(asker, `${plan.question} styremedlem styreleder`, SEARCHED, MOST_SEARCHED)
  for (const { passages } of sectionsOf(inquiry, found)) {
    const [first] = passages
    if (first?.documentKind !== 'report') continue
    if (years.length > 0 && (first.year === undefined || !years.includes(first.year))) continue
    const lines = membersIn(passages)
    const owner = stemSet([first.documentTitle, fileNameWords(first.documentName)].join('\n'))
    const isIn = (term: Term, { text }: Line): boolean => meets(term, stemSet(text)) === 1
    const places = named.filter((term) => meets(term, owner) === 0)
    if (lines.length === 0 || !places.every((term) => lines.some((line) => isIn(term, line)))) continue
    const isMeant = (line: Line): boolean => places.some((term) => isIn(term, line)) || office?.test(line.text) === true
    const shown = places.length > 0 || office ? lines.filter(isMeant) : lines
    if (shown.length === 0) continue
    return {
      outcome: 'answered',
      paragraphs: shown.map(({ text, passage }, index) => ({
        text: `${index === 0 ? `${texts.passage(sourceInWords(passage, inquiry))}\n` : ''}«${text}»`,
        citations: [citePassage(passage, text, null)],
      })),
      derived: [],
      reason: 'board',
    }
  }
  return undefined
}
