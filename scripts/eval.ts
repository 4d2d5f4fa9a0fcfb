/**
 * Grades the answers to the golden questions over the sample documents, and to the shared ones where ../shared is there.
 * `npm run eval` keeps the figures of the golden questions in test/golden/figures.json, so that a change shows its
 * effect; writes what went wrong to artifacts/; prints one JSON line last.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { evalFigures, evalTable } from '../src/cli/eval/eval-figures.ts'
import { readQuestions } from '../src/cli/eval/read-questions.ts'
import { type Evaluation, failureText, runQuestions } from '../src/cli/eval/run-questions.ts'
import { operatorOf } from '../src/domain/asker.ts'
import { tenantId } from '../src/domain/ids.ts'
import { openRakel } from '../src/index.ts'

const root = join(import.meta.dirname, '..')
const golden = join(root, 'test', 'golden')
const artifacts = join(root, 'artifacts')
const shared = join(root, '..', 'shared')
const tenant = tenantId('local')
const folder = mkdtempSync(join(tmpdir(), 'rakel-eval-'))

/** Each set in a store of its own: what one holds must not answer for the other. */
async function evaluate(name: string, questionsFile: string, documents: string): Promise<Evaluation> {
  const rakel = openRakel({ dataFolder: join(folder, name), tenant })
  try {
    await rakel.index(documents)
    const evaluation = await runQuestions(rakel, readQuestions(questionsFile), operatorOf(tenant))
    const failuresFile = join(artifacts, `eval-${name}-failures.txt`)
    writeFileSync(failuresFile, failureText(evaluation.grades))
    console.log(`${name}: what went wrong is in ${failuresFile}`)
    for (const line of evalTable(evaluation.grades)) console.log(line)
    return evaluation
  } finally {
    rakel.close()
  }
}

/** The shared grader judges, as it will when others run it. */
async function evaluateShared(): Promise<unknown> {
  const questionsFile = join(shared, 'questions', 'questions.jsonl')
  const { answers } = await evaluate('shared', questionsFile, join(shared, 'documents'))
  const answersFile = join(folder, 'answers.jsonl')
  writeFileSync(answersFile, answers.map((answer) => `${JSON.stringify(answer)}\n`).join(''))
  const grader = spawnSync(process.execPath, [join(shared, 'questions', 'grade.mjs'), questionsFile, answersFile], {
    encoding: 'utf8',
  })
  return JSON.parse(grader.stdout.trimEnd().split('\n').at(-1) ?? 'null')
}

try {
  mkdirSync(artifacts, { recursive: true })
  const { grades, figures } = await evaluate('golden', join(golden, 'questions.jsonl'), join(root, 'documents'))
  // Times are the machine's, not the change's.
  const { p50Ms, p95Ms, ...kept } = figures
  const groups = (of: typeof grades.byKind): unknown =>
    Object.fromEntries(
      [...of].toSorted(([a], [b]) => a.localeCompare(b)).map(([name, own]) => [name, evalFigures(own)]),
    )
  const file = { ...kept, byKind: groups(grades.byKind), byLanguage: groups(grades.byLanguage) }
  writeFileSync(join(golden, 'figures.json'), `${JSON.stringify(file, undefined, 2)}\n`)
  const isShared = existsSync(join(shared, 'questions', 'grade.mjs'))
  if (!isShared) console.log('../shared is not there: its questions were not asked.')
  console.log(
    JSON.stringify({ golden: { ...kept, p50Ms, p95Ms }, ...(isShared && { shared: await evaluateShared() }) }),
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
