import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { says } from '../../src/cli/eval/grade.ts'
import { readQuestions } from '../../src/cli/eval/read-questions.ts'
import { foldSpace, madeText } from '../documents/made-text.ts'

const documents = join(import.meta.dirname, '..', '..', 'documents')
const stemOf = (name: string): string => name.replace(/\.[a-z]+$/, '')
const texts = new Map(
  readdirSync(documents)
    .filter((name) => name !== 'README.md')
    .map((name) => [stemOf(name), madeText(name, readFileSync(join(documents, name)))]),
)
const questions = readQuestions(join(import.meta.dirname, 'questions.jsonl'))
const answerable = questions.filter((question) => question.answerable)

describe('the golden questions', () => {
  it('are at least two hundred, a third of them traps, in all three languages', () => {
    expect(questions.length).toBeGreaterThanOrEqual(200)
    expect((questions.length - answerable.length) / questions.length).toBeGreaterThanOrEqual(1 / 3)
    expect(new Set(questions.map((question) => question.lang))).toEqual(new Set(['nb', 'nn', 'en']))
  })

  it('have ids and wordings of their own', () => {
    expect(new Set(questions.map((question) => question.id)).size).toBe(questions.length)
    expect(new Set(questions.map((question) => question.question)).size).toBe(questions.length)
  })

  it('quote evidence that stands verbatim in the document', () => {
    const absent = questions
      .flatMap(({ id, source, evidence, evidence_extra = [] }) =>
        [{ source, evidence }, ...evidence_extra].map((one) => ({ id, ...one })),
      )
      .filter(({ source, evidence }) => !(texts.get(source) ?? '').includes(foldSpace(evidence)))
    expect(absent).toEqual([])
  })

  it('tempt with near misses that stand verbatim in the document', () => {
    const absent = questions.filter(
      ({ source, near_miss: bait }) => bait && !(texts.get(source) ?? '').includes(foldSpace(bait)),
    )
    expect(absent).toEqual([])
  })

  it('give evidence with every answer and never with a trap', () => {
    expect(answerable.filter((question) => !question.evidence)).toEqual([])
    expect(questions.filter((question) => !question.answerable && (question.evidence || !question.trap))).toEqual([])
  })

  it('have model answers that hold what they ask for', () => {
    const lacking = answerable.flatMap((question) => {
      const { answer, evidence, evidence_extra = [], accept_any = [] } = question
      const known = [answer, evidence, ...evidence_extra.map((extra) => extra.evidence)].join('\n')
      return [
        ...question.must_contain.filter((wanted) => !says(known, wanted)),
        ...accept_any.filter((group) => !group.some((wanted) => says(known, wanted))).map(String),
        ...question.must_not_contain.filter((unwanted) => says(answer, unwanted)),
      ].map((what) => `${question.id} ${what}`)
    })
    expect(lacking).toEqual([])
  })
})
