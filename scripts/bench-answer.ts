/**
 * How long an answer without a model takes: the golden questions over the sample documents, in one process, after each
 * was asked once. `npm run bench:answer`. Prints one JSON line last, in ms.
 * `npm run bench:answer -- 500` puts 500 documents of filler (20,000 passages, made from a seed) beside them.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readQuestions } from '../src/cli/eval/read-questions.ts'
import { operatorOf } from '../src/domain/asker.ts'
import { tenantId } from '../src/domain/ids.ts'
import { openRakel } from '../src/index.ts'
import { fileAt, generatedDocument } from '../test/store/generated-document.ts'

const fillerCount = Number(process.argv[2] ?? 0)
const ROUNDS = fillerCount > 0 ? 1 : 5
const root = join(import.meta.dirname, '..')
const tenant = tenantId('local')
const folder = mkdtempSync(join(tmpdir(), 'rakel-answer-'))
const rakel = openRakel({ dataFolder: folder, tenant })
try {
  await rakel.index(join(root, 'documents'))
  for (let number = 1; number <= fillerCount; number += 1)
    rakel.store.documents.putDocument(
      tenant,
      fileAt(`/filler/${number}.md`, `filler ${number}`),
      generatedDocument(number),
    )
  const questions = readQuestions(join(root, 'test', 'golden', 'questions.jsonl'))
  const ask = async (question: string): Promise<number> => {
    const startedMs = performance.now()
    await rakel.answer(question, operatorOf(tenant))
    return performance.now() - startedMs
  }
  let firstMs = 0
  for (const [at, { question }] of questions.entries()) {
    const tookMs = await ask(question)
    if (at === 0) firstMs = tookMs
  }
  const timesMs: number[] = []
  for (let round = 0; round < ROUNDS; round += 1)
    for (const { question } of questions) timesMs.push(await ask(question))
  timesMs.sort((a, b) => a - b)
  const at = (share: number): number => Number((timesMs[Math.floor(timesMs.length * share)] ?? Number.NaN).toFixed(1))
  console.log(
    JSON.stringify({
      answers: timesMs.length,
      passages: rakel.store.status(tenant).passages,
      p50Ms: at(0.5),
      p95Ms: at(0.95),
      slowestMs: Number((timesMs.at(-1) ?? Number.NaN).toFixed(1)),
      firstMs: Number(firstMs.toFixed(1)),
    }),
  )
} finally {
  rakel.close()
  rmSync(folder, { recursive: true, force: true })
}
