import { Refused } from '../../domain/errors.ts'
import { readQuestionLines } from '../question-lines.ts'
import type { GoldenQuestion } from './grade.ts'

/**
 * Questions with their keys.
 * @throws Refused as `readQuestionLines` does; `bad-question-file` for a line without the key it is graded by
 */
export function readQuestions(file: string): GoldenQuestion[] {
  return readQuestionLines(file).map((line) => {
    const { id, lang = 'nb', kind = 'any', answerable, must_contain = [], must_not_contain = [] } = line
    if (typeof answerable !== 'boolean')
      throw new Refused('bad-question-file', `${file}: question ${String(id)} does not say whether it is "answerable".`)
    return {
      source: '',
      evidence: '',
      ...line,
      id: String(id),
      lang,
      kind,
      answerable,
      must_contain,
      must_not_contain,
    } as GoldenQuestion
  })
}
