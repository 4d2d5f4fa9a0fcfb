import { sentences } from '../norwegian/sentences.ts'
import { topicOf } from './topic.ts'

/** "Jeg sitter i kommunestyret og …", "I work at the help desk. …": who asks is no part of what is asked. */
const INTRODUCES_SELF =
  /^(?:som\s.{3,40},|(?:jeg|eg|vi|me|i|we)(?:\s|'m\s)(?:er|sitter|sit|jobber|jobbar|arbeider|arbeidar|bor|bur|får|lurer|lurar|work|am|are|live|sit|wonder)(?!\p{L}).{3,80}?(?:[.,:]|\s(?:og|and|men|but)))\s+/iu
/** "Apart from the help desk, what would …?": what is set aside is not asked about. */
const SETS_ASIDE =
  '(?:apart from|besides|other than|in addition to|except for|bortsett fr[aå]|utenom|utanom|foruten|med unntak av|ved siden av|ved sida av|i tillegg til)'
const SET_ASIDE = new RegExp(String.raw`^${SETS_ASIDE}\s[^,?]{2,60},\s*|,?\s${SETS_ASIDE}\s[^,?]{2,60}(?=\?*$)`, 'giu')

/** The question points back at what was said before it. */
const POINTS_BACK =
  /(?<!\p{L})(?:det|den|dette|denne|de|dei|han|hun|ho|henne|ham|der|da|dit|it|that|this|these|they|them|he|she|him|her|there|then)(?!\p{L})/iu
const MIN_TELLING = 2

/** What comes before a question, and the question: "Vi har lest budsjettet. Hva ble rammen?" */
export interface QuestionParts {
  readonly context: string
  readonly question: string
}

/** The question without what only leads to it; whole where it says too little alone or points back. */
export function questionItself(asked: string): QuestionParts {
  const told = asked.trim().replace(INTRODUCES_SELF, '').replace(SET_ASIDE, '')
  const parts = sentences(told)
  const last = parts.at(-1)
  if (!last || parts.length < 2 || parts.slice(0, -1).some(({ text }) => text.endsWith('?')))
    return { context: '', question: told }
  const telling = topicOf(last.text, { language: 'nb' }).filter(({ importance }) => importance === 1)
  if (telling.length < MIN_TELLING || POINTS_BACK.test(last.text)) return { context: '', question: told }
  return { context: told.slice(0, last.start).trim(), question: last.text }
}
