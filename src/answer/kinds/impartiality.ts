import { fold } from '../../norwegian/fold.ts'
import { sentences } from '../../norwegian/sentences.ts'
import { stemOf } from '../../norwegian/stem.ts'
import { roleAsked } from '../asks-name-of.ts'
import { chooseMeetings, matchCommittee } from '../choose-meetings.ts'
import { citePassage } from '../citations.ts'
import type { Draft } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { fileNameWords } from '../file-name-words.ts'
import { knownNames } from '../known-names.ts'
import { meets } from '../meets.ts'
import { phrases } from '../phrases.ts'
import { sectionsOf } from '../sections.ts'
import { coverage, matterOf, stemSet, termWeights, topicOf } from '../topic.ts'
import { MOST_SEARCHED, SEARCHED } from './find-items.ts'
import { notFound, sourceInWords } from './passage.ts'

const TELLS = phrases('inhabil*/habil*/ugild*/fratrådte/fråtredde/fratrer/impartial*/disqualif*', 'iu')
/** "Hvilket verv gjorde at …?": what somebody is elsewhere made it so. */
const ASKS = phrases(`
  inhabil*/habil(e)/habilitet*/ugild*/fratrådte/fråtredde
  impartial*/disqualif*/recus*/conflict(s)_of_interest
  måtte/must/had_to gå_ut/forlate/fratre/leave/step_out/step_aside
  could/can/did/kunne/fikk/fekk ...40 NOT/not delta/være_med/vere_med/take_part/participate
  verv*/slektskap*/rolle*/role*/tie* gjorde/gjer/made/kept/hindret/hindra
`)
/** Not what the rules say of it. */
const ASKS_OF_SOMEBODY = /^(?:hvem|kven|who|hvorfor|kvifor|why|var|ble|blei|vart|was|were|did)(?!\p{L})/u
const GRAMMAR = new Set(
  `inhabil habil habilitet ugild kjent erklært funnet impartial disqualified conflict interest
  fratrådte fråtredde gikk gjekk gå måtte kunne vere være delta leave left
  grunn grunnen årsak verv gjorde why
  representant representanter representantane medlem møte møtet member`
    .split(/\s+/)
    .map(stemOf),
)
const MIN_COVERAGE = 0.6
const MOST_QUOTED_CHARS = 560

/** The sentences that tell of it; "Han ble kjent inhabil" with the one that tells who. */
function tellingLines(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const all = sentences(line).map((sentence) => sentence.text)
    return all.flatMap((sentence, index) => {
      if (!TELLS.test(sentence) || /:$/.test(sentence)) return []
      const before = all[index - 1]
      const isTold = before === undefined || TELLS.test(before)
      return [isTold || !/^(?:han|ho|hun|vedkom\p{L}+)\s/iu.test(sentence) ? sentence : `${before} ${sentence}`]
    })
  })
}

/**
 * Who could not take part in a matter, with the reason the minutes give: all they tell of it in that item.
 * @returns undefined when it is not asked for, or no item that can be meant tells of it
 */
export function answerImpartiality(inquiry: Inquiry): Draft | undefined {
  const { plan, asker, meetings, findPassages, texts } = inquiry
  // What somebody said or voted of it is asked of the vote.
  const question = fold(plan.question)
  if (plan.kind === 'vote' || !ASKS.test(question) || roleAsked(question) !== undefined) return undefined
  const committee = matchCommittee(plan.question, meetings)
  const choice = chooseMeetings(inquiry, committee)
  if (choice.kind === 'none') return undefined
  const documents = new Set(choice.groups.flatMap(({ all }) => all.map(({ document }) => document.id)))
  const terms = topicOf(plan.question, {
    language: plan.askedIn,
    without: new Set([...committee.stems, ...GRAMMAR]),
    withoutMonths: choice.isStated,
    names: knownNames(meetings),
  })
  const found = findPassages(asker, `${plan.question} inhabil habilitet fratrådte ugild`, SEARCHED, MOST_SEARCHED)
  const told = sectionsOf(inquiry, found).flatMap(({ passages }) => {
    const [first] = passages
    if (!first || !documents.has(first.document)) return []
    const lines = passages.flatMap((passage) => tellingLines(passage.text).map((text) => ({ passage, text })))
    if (lines.length === 0) return []
    const frame = [...first.headings, first.documentTitle, fileNameWords(first.documentName), first.date ?? '']
    const stems = stemSet([...frame, ...passages.map(({ text }) => text)].join('\n'))
    return [{ lines, stems, near: stemSet([...frame, ...lines.map(({ text }) => text)].join('\n')) }]
  })
  const weights = termWeights(
    terms,
    told.map(({ stems }) => stems),
  )
  const meant = told
    .filter(({ stems }) => terms.every((term) => !term.isSpecific || meets(term, stems) > 0))
    .map((one) => ({ ...one, score: coverage(terms, weights, one.stems) + coverage(terms, weights, one.near) }))
    .filter(({ stems }) => matterOf(terms).length === 0 || coverage(terms, weights, stems) >= MIN_COVERAGE)
    .toSorted((a, b) => b.score - a.score)
  const [best, next] = meant
  const hasMatter = matterOf(terms).length > 0
  // Nobody is told to have stood aside in the matter that is asked about.
  if (!best) return hasMatter && ASKS_OF_SOMEBODY.test(question) ? notFound(inquiry) : undefined
  // Without a word of the matter, only one can be meant.
  if (!hasMatter && next) return undefined
  let chars = 0
  const shown = best.lines.filter(({ text }, index) => {
    chars += text.length
    return index === 0 || chars <= MOST_QUOTED_CHARS
  })
  return {
    outcome: 'answered',
    paragraphs: shown.map(({ passage, text }, index) => ({
      text: `${index === 0 ? `${texts.passage(sourceInWords(passage, inquiry))}\n` : ''}«${text}»`,
      citations: [citePassage(passage, text, null)],
    })),
    derived: [],
    reason: 'impartiality',
  }
}
