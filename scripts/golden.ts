/**
 * Grades the answers to the golden questions, and to the shared ones where ../shared is there. `npm run golden`.
 * Writes what went wrong to artifacts/golden-failures.txt and prints one JSON line last.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Answer } from '../src/domain/answer.ts'
import { operatorOf } from '../src/domain/asker.ts'
import { tenantId } from '../src/domain/ids.ts'
import { openRakel } from '../src/index.ts'
import { type Failure, type Grades, grade } from '../test/golden/grade.ts'
import { readQuestions } from '../test/golden/read-questions.ts'

const root = join(import.meta.dirname, '..')
const shared = join(root, '..', 'shared')
const tenant = tenantId('local')
const folder = mkdtempSync(join(tmpdir(), 'rakel-golden-'))
const failuresFile = join(root, 'artifacts', 'golden-failures.txt')

type Given = Answer & { readonly id: string }
type Questions = ReturnType<typeof readQuestions>

/** Each set in a store of its own: what one holds must not answer for the other. */
async function answersTo(questions: Questions, documents: string, name: string): Promise<Given[]> {
  const rakel = openRakel({ dataFolder: join(folder, name), tenant })
  try {
    await rakel.index(documents)
    const answers: Given[] = []
    for (const { id, question } of questions)
      answers.push({ ...(await rakel.answer(question, operatorOf(tenant))), id })
    return answers
  } finally {
    rakel.close()
  }
}

function summary({ totals, score }: Grades): Record<string, string | number> {
  return {
    correct: `${totals.correct}/${totals.answerable}`,
    cited: `${totals.cited}/${totals.answerable}`,
    abstained: `${totals.abstained}/${totals.unanswerable}`,
    refused: totals.refused,
    inventedNumbers: totals.invented,
    score: Number(score.toFixed(3)),
  }
}

const byGroup = (grades: Grades['byKind']): string[] =>
  [...grades].map(([name, { correct, answerable, abstained, unanswerable }]) =>
    `${name.padEnd(14)} correct ${correct}/${answerable}, declined ${abstained}/${unanswerable}`.trimEnd(),
  )

const inWords = ({ id, why, question, answer }: Failure): string =>
  `${id}  ${why}\n    ? ${question}\n    > ${answer.replace(/\n/g, '\n      ')}\n`

/** The shared grader judges, as it will when others run it. */
async function gradeShared(): Promise<{ readonly figures: unknown; readonly report: string }> {
  const questionsFile = join(shared, 'questions', 'questions.jsonl')
  const answers = await answersTo(readQuestions(questionsFile), join(shared, 'documents'), 'shared')
  const answersFile = join(folder, 'answers.jsonl')
  writeFileSync(answersFile, answers.map((answer) => `${JSON.stringify(answer)}\n`).join(''))
  const grader = spawnSync(
    process.execPath,
    [join(shared, 'questions', 'grade.mjs'), questionsFile, answersFile, '--verbose'],
    { encoding: 'utf8' },
  )
  const lines = grader.stdout.trimEnd().split('\n')
  return { figures: JSON.parse(lines.at(-1) ?? 'null'), report: lines.slice(0, -1).join('\n') }
}

try {
  const questions = readQuestions()
  const grades = grade(questions, await answersTo(questions, join(root, 'documents'), 'golden'))
  const isShared = existsSync(join(shared, 'questions', 'grade.mjs'))
  const others = isShared ? await gradeShared() : undefined
  mkdirSync(join(root, 'artifacts'), { recursive: true })
  writeFileSync(
    failuresFile,
    [
      '== Golden questions',
      ...byGroup(grades.byKind),
      ...byGroup(grades.byLanguage),
      '',
      ...grades.failures.map(inWords),
      '== Shared questions',
      others?.report ?? '../shared is not there.',
      '',
    ].join('\n'),
  )
  for (const line of [...byGroup(grades.byKind), ...byGroup(grades.byLanguage)]) console.log(line)
  console.log(`What went wrong: ${failuresFile}`)
  if (!isShared) console.log('../shared is not there: its questions were not asked.')
  console.log(JSON.stringify({ golden: summary(grades), ...(others && { shared: others.figures }) }))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
