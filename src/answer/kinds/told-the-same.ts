import type { Figure } from '../../domain/figure.ts'
import { scaledDecimal } from '../../norwegian/numbers.ts'
import { stemOf } from '../../norwegian/stem.ts'
import { isStopWord } from '../../norwegian/stop-words.ts'
import { citeDocument } from '../citations.ts'
import type { Draft } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { amount } from '../figure-draft.ts'
import { type FigureCandidate, figurePool, type Least, passageOf, yearOfFigure } from '../figure-pool.ts'
import { unitsOf } from '../figure-series.ts'
import { knownNames } from '../known-names.ts'
import { meets } from '../meets.ts'
import { isMeasure } from '../operation.ts'
import { SUM_ROW } from '../table-columns.ts'
import { stemSet, type Term, topicOf } from '../topic.ts'
import { sourceInWords } from './passage.ts'

/** Who tells it, and that it is told: no part of what is measured. */
const OF_TELLING =
  /^(?:styre|råd|utval|formannskap|nemnd|board|council|committee|tekst|tabell|kapit|kjelde|kilde|dokument|årsrapport|årsmelding|rapport|referat|protokoll|møtebok|notat|regnskap$|rekneskap|forelop|foreløp|førebels|overalt|sted|stad|plass|enig|einig|samd|samme|same|likt|like|stem|samsvar|avvik|motsi|motse|sprik|tall|tal$|antall|oppgi|annen|annet|anna|text|table|chapter|source|report|minutes|agree|consist|contradict|match|figure|number|everywhere|throughout|place|say)/u

/** A sum row is of the whole; the rows of others are none of it. */
const isOfWhole = ({ row, entity }: Figure): boolean => entity === undefined || row === undefined

/** The stems of a figure's name, and of its row, that no word of the question means. */
const foreign = ({ measure, row = '' }: Figure, terms: readonly Term[]): string =>
  [...stemSet(`${measure}\n${row.replace(SUM_ROW, '')}`)]
    .filter((stem) => !/^\d/.test(stem) && !isStopWord(stem) && !OF_TELLING.test(stem))
    .filter((stem) => !terms.some((term) => meets(term, new Set([stem])) > 0.5))
    .sort()
    .join(' ')

/** A surplus is what a table calls the result. */
const RESULT = ['resultat', 'årsresultat'].map(stemOf)
const withResult = (term: Term): Term =>
  /^(?:over|under)sk(?:udd|ot)|^(?:surplus|deficit)/u.test(term.folded)
    ? { ...term, stems: [...term.stems, ...RESULT] }
    : term

/** What a figure is worth, and how coarsely it is told: "1,2 mill." may be 1 249 000. */
function rangeOf({ fact }: FigureCandidate): { readonly worth: number; readonly half: number } {
  const places = fact.decimal.split('.')[1]?.length ?? 0
  return { worth: Number(scaledDecimal(fact.decimal, fact.scale)), half: 10 ** (fact.scale - places) / 2 }
}

function isSame(one: FigureCandidate, other: FigureCandidate): boolean {
  const [a, b] = [rangeOf(one), rangeOf(other)]
  return Math.abs(a.worth - b.worth) <= (a.half === b.half ? 0 : Math.max(a.half, b.half))
}

/** What a sentence measures may stand anywhere in it: "Utlånet var 41 200 bøker". */
const LEAST: readonly Least[] = [
  { all: 0.7, own: 0.35 },
  { all: 0.7, own: 0 },
]

/** The figures of one measure and one time that several places tell; none where it is one place, or two measures. */
function toldBy(inquiry: Inquiry, terms: readonly Term[], least: Least): readonly FigureCandidate[] {
  const { plan } = inquiry
  const { years } = plan.meeting
  const isOfTime = ({ fact }: FigureCandidate): boolean => years.length === 0 || years.includes(yearOfFigure(fact) ?? 0)
  const all = figurePool(inquiry, terms, least).filter((entry) => isOfTime(entry) && isOfWhole(entry.fact))
  const units = unitsOf(all, plan)
  const [best] = all.filter(({ fact }) => units.includes(fact.unit))
  if (!best) return []
  const isMoney = best.fact.unit === 'kr' || best.fact.unit === '%'
  const alike = all.filter(
    ({ fact }) =>
      (isMoney ? fact.unit === best.fact.unit : fact.unit !== 'kr' && fact.unit !== '%') &&
      fact.entity === best.fact.entity &&
      (fact.basis ?? best.fact.basis) === (best.fact.basis ?? fact.basis) &&
      (fact.period?.from ?? best.fact.period?.from) === (best.fact.period?.from ?? fact.period?.from) &&
      foreign(fact, terms) === foreign(best.fact, terms),
  )
  const places = Map.groupBy(alike, ({ document, fact }) => `${document.id}|${fact.passage}`)
  // Two numbers of one sentence measure two things.
  const isOfOne = alike.some((one, at) =>
    alike.slice(0, at).some((other) => other.fact.quote === one.fact.quote && !isSame(other, one)),
  )
  return places.size < 2 || isOfOne ? [] : [...places.values()].flatMap(([first]) => first ?? [])
}

/**
 * Whether all places tell the same of a figure: every value that is told, each with its place.
 * @returns undefined unless two places tell one measure of one time
 */
export function answerToldTheSame(inquiry: Inquiry): Draft | undefined {
  const { plan, texts, meetings } = inquiry
  const terms = topicOf(plan.question, { language: plan.askedIn, wanted: plan.wanted, names: knownNames(meetings) })
    .filter((term) => isMeasure(term) && !OF_TELLING.test(term.folded))
    .map(withResult)
  const all = LEAST.map((least) => toldBy(inquiry, terms, least)).find(({ length }) => length > 0) ?? []
  const values = all.filter((entry, index) => !all.slice(0, index).some((earlier) => isSame(earlier, entry)))
  if (all.length === 0) return undefined
  const shown = values.length > 1 ? values : all.slice(0, 2)
  const paragraphs = shown.map((entry) => {
    const passage = passageOf(inquiry, entry)
    const source = passage ? sourceInWords({ ...passage, score: 0 }, inquiry) : entry.document.title
    return `${amount(entry, inquiry)} (${source})\n«${entry.fact.quote}»`
  })
  const lead = values.length > 1 ? texts.toldOtherwise : texts.toldTheSame
  const citations = shown.map(({ document, fact }) => citeDocument(document, fact))
  return {
    outcome: 'answered',
    paragraphs: [{ text: [lead, ...paragraphs].join('\n'), citations }],
    derived: [],
    reason: 'told-the-same',
  }
}
