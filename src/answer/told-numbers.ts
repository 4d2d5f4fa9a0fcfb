import { fold } from '../norwegian/fold.ts'
import { NUMBER_WORDS } from '../norwegian/number-words.ts'
import { type FoundNumber, findNumbers } from '../norwegian/numbers.ts'
import { sentences } from '../norwegian/sentences.ts'
import { isStopWord } from '../norwegian/stop-words.ts'
import { tokens } from '../norwegian/tokens.ts'
import { stemSet } from './topic.ts'

/** A number of a sentence with the words that tell what it is of. */
export interface ToldNumber {
  readonly literal: string
  readonly decimal: string
  readonly scale: FoundNumber['scale']
  readonly unit: string | undefined
  readonly sentence: string
  /** Stems of the words between it and the next number; of those before it where none follow. */
  readonly near: ReadonlySet<string>
  /** The word right behind it, folded; undefined where that is no noun: "3 692 er blitt meldt på telefon". */
  readonly counts: string | undefined
}

const IS_NOUN = /\p{L}{3,}(?:er|ar|r|n|t|d|k|l|m|s|g|p|e|a)$/u
const NO_NOUN =
  /^(?:er|ble|blei|vart|var|har|hadde|kom|kjem|gjennom|via|fra|frå|på|i|med|ved|som|per|hos|til|av|og|eller|prosent|fysisk|digitalt|totalt|faste|nye|were|was|came|by|from|through|of|are)$/u
const isYear = ({ literal, unit }: Pick<ToldNumber, 'literal' | 'unit'>): boolean =>
  unit === undefined && /^(?:19|20)\d{2}$/.test(literal)

type Place = Pick<ToldNumber, 'literal' | 'decimal' | 'scale' | 'unit'> & {
  readonly start: number
  readonly end: number
}

/** "ni menn og tre kvinner": small numbers in letters count what stands behind them. */
const inLetters = (text: string): Place[] =>
  tokens(text).flatMap(({ folded, text: literal, start, end }): Place[] => {
    const value = NUMBER_WORDS[folded]
    return value === undefined || value < 2
      ? []
      : [{ literal, decimal: String(value), scale: 0, unit: undefined, start, end }]
  })

const inDigits = (text: string): Place[] =>
  findNumbers(text).map(({ literal, decimal, scale, unit, start }) => {
    const from = text.indexOf(literal, start)
    return { literal, decimal, scale, unit, start: from, end: from + literal.length }
  })

const telling = (text: string): ReadonlySet<string> =>
  new Set([...stemSet(text)].filter((stem) => !/^\d/.test(stem) && !isStopWord(stem)))

function inSentence(sentence: string): ToldNumber[] {
  const places = [...inDigits(sentence), ...inLetters(sentence)]
    .filter((place) => !isYear(place))
    .sort((a, b) => a.start - b.start)
  return places.map((place, index) => {
    const { literal, decimal, scale, unit, start, end } = place
    const behind = sentence.slice(end, places[index + 1]?.start)
    const ahead = sentence.slice(places[index - 1]?.end ?? 0, start)
    const after = telling(behind)
    const [word] = tokens(behind)
    const isNoun =
      word !== undefined &&
      word.kind === 'word' &&
      /^\s$/u.test(behind.slice(0, word.start)) &&
      IS_NOUN.test(word.folded) &&
      !NO_NOUN.test(word.folded)
    return {
      literal,
      decimal,
      scale,
      unit,
      sentence,
      near: after.size > 0 ? after : telling(ahead),
      counts: isNoun ? fold(word.text) : undefined,
    }
  })
}

/** The numbers of a text, those in letters too; years are none. */
export const toldNumbers = (text: string): ToldNumber[] =>
  sentences(text).flatMap(({ text: sentence }) => inSentence(sentence))
