import { type Sentence, sentences } from '../../norwegian/sentences.ts'

/** The longest of all sample minutes has 700. What is longer is a table or a heap of words without stops. */
const MAX_SENTENCE_CHARS = 2000

/** The sentences that a reader could follow: reading for facts looks back and forth in each, which takes its length squared. */
export const readableSentences = (text: string): Sentence[] =>
  sentences(text).filter((sentence) => sentence.text.length <= MAX_SENTENCE_CHARS)
