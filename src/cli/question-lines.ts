import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Refused } from '../domain/errors.ts'

/** A line of a questions file, which says at least what is asked. */
export interface QuestionLine {
  /** As given; the line's number where it has none. */
  readonly id: unknown
  readonly question: string
}

/**
 * The questions of a file with one JSON object a line; empty lines count for nothing.
 * @throws Refused `no-such-file` when it is not there, is a folder or may not be read; `bad-question-file` for a line
 *   that is no JSON object with a "question"
 */
export function readQuestionLines(file: string): (QuestionLine & Readonly<Record<string, unknown>>)[] {
  return textOf(file)
    .replace(/^\ufeff/, '')
    .split('\n')
    .flatMap((line, index) => {
      if (!line.trim()) return []
      const number = index + 1
      let asked: { id?: unknown; question?: unknown } | null
      try {
        asked = JSON.parse(line)
      } catch {
        throw new Refused('bad-question-file', `${resolve(file)}: line ${number} is not JSON.`)
      }
      const question = asked?.question
      if (typeof question !== 'string')
        throw new Refused('bad-question-file', `${resolve(file)}: line ${number} has no "question".`)
      return [{ ...asked, id: asked?.id ?? number, question }]
    })
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new Refused('no-such-file', `${resolve(file)} is no file that can be read.`, { cause })
  }
}
