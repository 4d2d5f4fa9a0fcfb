import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { evalFigures, evalTable, percentile } from '../../../src/cli/eval/eval-figures.ts'
import { readQuestions } from '../../../src/cli/eval/read-questions.ts'
import { failureText, runQuestions } from '../../../src/cli/eval/run-questions.ts'
import type { Answer } from '../../../src/domain/answer.ts'
import { operatorOf } from '../../../src/domain/asker.ts'
import { tenantId } from '../../../src/domain/ids.ts'

const asker = operatorOf(tenantId('local'))
const folder = mkdtempSync(join(tmpdir(), 'rakel-questions-'))
afterAll(() => rmSync(folder, { recursive: true }))

const written = (lines: readonly unknown[]): string => {
  const file = join(folder, 'questions.jsonl')
  writeFileSync(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))
  return file
}
const key = {
  lang: 'nb',
  kind: 'budget',
  must_contain: ['32,915'],
  source: 'rapport',
  evidence: 'Budsjettet var 32,915',
}
const asked = [
  { id: 'A', question: 'Hvor stort var budsjettet?', answerable: true, ...key },
  { id: 'B', question: 'Hvor stort var overskuddet?', answerable: true, ...key },
  { id: 'C', question: 'Hva er hovedstaden?', answerable: false, lang: 'nb', kind: 'unanswerable' },
]
const answerOf = (question: string): Answer => {
  const isKnown = question.includes('budsjettet')
  return {
    question,
    language: 'nb',
    outcome: isKnown ? 'answered' : 'abstained',
    answer: isKnown ? 'Budsjettet var 32,915 mill. kr.' : 'Det finner jeg ikke.',
    paragraphs: [],
    citations: isKnown
      ? [
          {
            document: 'rapport.pdf',
            title: '',
            page: 1,
            caseNumber: null,
            meetingDate: null,
            quote: 'Budsjettet var 32,915',
            url: null,
          },
        ]
      : [],
    derived: [],
    reason: 'test',
    mode: 'model-free',
    elapsedMs: isKnown ? 9 : 3,
  }
}
const rakel = { answer: async (question: string) => answerOf(question) }

describe('runQuestions', () => {
  it('gives shares of what was asked, with the times', async () => {
    const { figures, grades } = await runQuestions(rakel, readQuestions(written(asked)), asker)
    expect(figures).toEqual({
      questions: 3,
      correct: 0.5,
      cited: 1,
      abstentionRecall: 1,
      overRefusal: 0.5,
      inventedNumbers: 0,
      p50Ms: 3,
      p95Ms: 9,
    })
    expect(failureText(grades)).toContain('B  outcome abstained; lacks "32,915"\n    ? Hvor stort var overskuddet?')
    expect(
      evalTable(grades)
        .find((line) => line.startsWith('budget'))
        ?.split(/\s+/),
    ).toEqual('budget 1/2 1/1 – 1/2 0'.split(' '))
  })

  it('tells of no share where nothing was asked', () => {
    const none = {
      answerable: 0,
      correct: 0,
      cited: 0,
      unanswerable: 0,
      abstained: 0,
      refused: 0,
      invented: 0,
      missing: 0,
    }
    expect(evalFigures(none)).toMatchObject({ correct: null, abstentionRecall: null })
    expect(percentile([], 0.5)).toBeNull()
    expect(percentile([4, 1, 3, 2], 0.5)).toBe(3)
  })
})

describe('readQuestions', () => {
  it('names the line that is no question and the question without its key', () => {
    expect(() => readQuestions(written([asked[0], '{"question": ']))).toThrow(/line 2 is not JSON/)
    expect(() => readQuestions(written([asked[0], '', '[]']))).toThrow(/line 3 has no "question"/)
    expect(() => readQuestions(written(['null']))).toThrow(/line 1 has no "question"/)
    expect(() => readQuestions(written([{ id: 'X', question: 'Hva?' }]))).toThrow(/question X does not say/)
    expect(() => readQuestions(join(folder, 'none.jsonl'))).toThrow(/is no file that can be read/)
  })
})
