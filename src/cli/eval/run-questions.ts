import type { Asker } from '../../domain/asker.ts'
import type { Rakel } from '../../index.ts'
import { type EvalFigures, evalFigures, percentile } from './eval-figures.ts'
import { type GivenAnswer, type GoldenQuestion, type Grades, grade } from './grade.ts'

export interface Evaluation {
  readonly grades: Grades
  readonly answers: readonly GivenAnswer[]
  readonly figures: EvalFigures & { readonly p50Ms: number | null; readonly p95Ms: number | null }
}

/** Asks every question once, each without the others' context, and grades what comes. */
export async function runQuestions(
  rakel: Pick<Rakel, 'answer'>,
  questions: readonly GoldenQuestion[],
  asker: Asker,
): Promise<Evaluation> {
  const answers: GivenAnswer[] = []
  for (const { id, question } of questions) answers.push({ ...(await rakel.answer(question, asker)), id })
  const grades = grade(questions, answers)
  const timesMs = answers.flatMap(({ elapsedMs }) => elapsedMs ?? [])
  return {
    grades,
    answers,
    figures: { ...evalFigures(grades.totals), p50Ms: percentile(timesMs, 0.5), p95Ms: percentile(timesMs, 0.95) },
  }
}

/** What went wrong, for a reader: the question, why it failed, and what was answered. */
export const failureText = ({ failures }: Grades): string =>
  failures
    .map(
      ({ id, why, question, answer }) =>
        `${id}  ${why}\n    ? ${question}\n    > ${answer.replace(/\n/g, '\n      ')}\n`,
    )
    .join('\n')
