import { findCaseNumbers } from '../domain/case-number.ts'
import type { Language } from '../domain/document.ts'
import { findDates, monthOf } from '../norwegian/dates.ts'
import { wordsFromEnglish } from '../norwegian/english.ts'
import { similar } from '../norwegian/similar.ts'
import { stemOf, stemsOfTokens } from '../norwegian/stem.ts'
import { isStopWord } from '../norwegian/stop-words.ts'
import { tokens } from '../norwegian/tokens.ts'

/** One thing that a question is about: any of its stems will do (an English word has several Norwegian ones). */
export interface Term {
  readonly text: string
  readonly stems: readonly string[]
  /** A name or a number: an answer that lacks it is about something else. */
  readonly isSpecific: boolean
}

/** Words that say what kind of question it is, in stems: they are of no matter. */
const GRAMMAR = new Set(
  `vedta vedtatt vedtok vedtak vedteke bestemt bestemme beslutte besluttet avgjort sak saken saker sakene møte møtet møter
  gjelde gjelder si sier sto stod stå handle handler ført oppført føre gjort skje skjedde siste gjeldende punkt dokument
  referat protokoll rapport decide decided decision meeting item case minutes report held holdt avholdt meaning hva mange mye
  nevnt mention mentioned kommune til stede tilstede hvilken hvilke finnes svar informasjon document
  antall stort stor store liten lite størst høy mener mente`
    .split(/\s+/)
    .map(stemOf),
)

const MIN_COMPOUND_PART = 5

/** The matter of a question without its grammar, its dates and its case numbers. */
export function topicOf(question: string, language: Language, alsoWithout: ReadonlySet<string> = new Set()): Term[] {
  const covered = [...findDates(question), ...findCaseNumbers(question)].filter(
    ({ text }) => /\d/.test(text) && !/^\d{4}$/.test(text.trim()),
  )
  const isCovered = (start: number): boolean => covered.some((span) => start >= span.start && start < span.end)
  const words = tokens(question).filter((token) => !isCovered(token.start))
  const terms: Term[] = []
  for (const [index, word] of words.entries()) {
    if (isStopWord(word.folded)) continue
    if (word.kind === 'word' && monthOf(word.folded) !== undefined && language !== 'en') {
      terms.push({ text: word.text, stems: [word.folded], isSpecific: true })
      continue
    }
    const isName = index > 0 && /^\p{Lu}/u.test(word.text)
    const own = stemsOfTokens([word])
    const english = language === 'en' ? wordsFromEnglish([word.folded]).map(stemOf) : []
    const stems = [...new Set([...own, ...english])]
    if (stems.every((stem) => GRAMMAR.has(stem) || alsoWithout.has(stem))) continue
    if (english.length > 0 && english.every((stem) => GRAMMAR.has(stem) || alsoWithout.has(stem))) continue
    terms.push({ text: word.text, stems, isSpecific: word.kind === 'number' || (isName && english.length === 0) })
  }
  return terms
}

/** How well a term is met by a text's stems: 1 the word, 0.7 inside a compound, 0.5 misspelt, 0 not at all. */
export function meets(term: Term, stems: ReadonlySet<string>): number {
  if (term.stems.some((stem) => stems.has(stem))) return 1
  if (/^\d/.test(term.text)) return 0
  let best = 0
  for (const wanted of term.stems) {
    if (wanted.length < MIN_COMPOUND_PART - 1) continue
    for (const stem of stems) {
      if (stem.length < MIN_COMPOUND_PART - 1) continue
      const isPart =
        (stem.length > wanted.length &&
          wanted.length >= MIN_COMPOUND_PART &&
          (stem.startsWith(wanted) || stem.endsWith(wanted))) ||
        (wanted.length > stem.length &&
          stem.length >= MIN_COMPOUND_PART &&
          (wanted.startsWith(stem) || wanted.endsWith(stem)))
      if (isPart) best = Math.max(best, 0.7)
      else if (best < 0.5 && wanted.length >= 6 && stem.charAt(0) === wanted.charAt(0) && similar(wanted, stem))
        best = 0.5
    }
  }
  return best
}

export const stemSet = (text: string): ReadonlySet<string> => new Set(stemsOfTokens(tokens(text)))

/** Rarer terms weigh more: `log(1 + N / n)` over the texts that are compared. */
export function termWeights(terms: readonly Term[], texts: readonly ReadonlySet<string>[]): number[] {
  return terms.map((term) => {
    const having = texts.filter((stems) => meets(term, stems) > 0).length
    return Math.log(1 + (texts.length + 1) / (having + 0.5))
  })
}

/** Share of the terms' weight that a text meets, 0 to 1. */
export function coverage(terms: readonly Term[], weights: readonly number[], stems: ReadonlySet<string>): number {
  let met = 0
  let total = 0
  for (const [index, term] of terms.entries()) {
    const weight = weights[index] ?? 0
    total += weight
    met += weight * meets(term, stems)
  }
  return total > 0 ? met / total : 0
}
