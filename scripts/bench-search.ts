/**
 * How well passages are found: NorQuAD's questions over its passages, ranked by analyse + BM25 + rerank.
 * Run: node scripts/bench-search.ts [folder of NorQuAD] [n: take every nth question]. Prints one JSON line last.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { operatorOf } from '../src/domain/asker.ts'
import { type DocumentId, tenantId } from '../src/domain/ids.ts'
import type { StoredPassage } from '../src/domain/passage.ts'
import { detectLanguage } from '../src/norwegian/language.ts'
import { analyseQuestion } from '../src/search/analyse.ts'
import { createFindPassages } from '../src/search/find-passages.ts'
import { memoryIndex } from '../test/search/memory-index.ts'

const DEPTH = 10
const folder = process.argv[2] ?? join(import.meta.dirname, '../../shared/benchmarks/norquad')
if (!existsSync(join(folder, 'corpus.jsonl'))) {
  console.error(`NorQuAD is not in ${folder}; nothing was measured.`)
  process.exit(2)
}

const lines = (name: string): string[] => readFileSync(join(folder, name), 'utf8').trim().split('\n')
const corpus = lines('corpus.jsonl').map((line) => JSON.parse(line) as Record<'_id' | 'doc' | 'title' | 'text', string>)
const everyNth = Number(process.argv[3] ?? 1)
const questions = lines('queries.jsonl')
  .filter((_, at) => at % everyNth === 0)
  .map((line) => JSON.parse(line) as Record<'_id' | 'text', string>)
const relevant = new Map<string, Set<string>>()
for (const line of lines('qrels.tsv').slice(1)) {
  const [question = '', passage = ''] = line.split('\t')
  relevant.set(question, (relevant.get(question) ?? new Set()).add(passage))
}

const idOf = new Map<string, string>()
const passages = corpus.map(({ _id, doc, title, text }, ordinal): StoredPassage => {
  idOf.set(`${doc}/${ordinal}`, _id)
  return {
    ordinal,
    kind: 'body',
    text,
    page: null,
    caseNumber: undefined,
    headings: [],
    document: doc as DocumentId,
    documentName: doc,
    documentTitle: title,
    documentKind: 'other',
    language: 'nb',
    committee: undefined,
    date: undefined,
    year: undefined,
  }
})

const asker = operatorOf(tenantId('local'))
const index = memoryIndex(passages)
const find = createFindPassages(index)

/** Gain of one question, given the passages in order. */
function ndcg(found: readonly StoredPassage[], wanted: ReadonlySet<string>): number {
  let gain = 0
  found.slice(0, DEPTH).forEach((passage, rank) => {
    if (wanted.has(idOf.get(`${passage.document}/${passage.ordinal}`) ?? '')) gain += 1 / Math.log2(rank + 2)
  })
  let ideal = 0
  for (let rank = 0; rank < Math.min(DEPTH, wanted.size); rank += 1) ideal += 1 / Math.log2(rank + 2)
  return ideal === 0 ? 0 : gain / ideal
}

let bm25 = 0
let reranked = 0
let first = 0
let judged = 0
const rerankMs: number[] = []
for (const question of questions) {
  const wanted = relevant.get(question._id)
  if (!wanted) continue
  judged += 1
  const terms = analyseQuestion(question.text, detectLanguage(question.text))
  const startMs = performance.now()
  const plain = index.match(asker, terms, {}, DEPTH)
  const middleMs = performance.now()
  const found = find(asker, question.text, {}, DEPTH)
  rerankMs.push(performance.now() - middleMs - (middleMs - startMs))
  bm25 += ndcg(plain, wanted)
  const gain = ndcg(found, wanted)
  reranked += gain
  if (gain === 1) first += 1
}
rerankMs.sort((a, b) => a - b)
const round = (value: number, places: number): number => Number(value.toFixed(places))
console.log(
  JSON.stringify({
    questions: judged,
    passages: passages.length,
    bm25Ndcg10: round(bm25 / judged, 4),
    ndcg10: round(reranked / judged, 4),
    firstIsRight: round(first / judged, 4),
    rerankMsP50: round(rerankMs[Math.floor(judged * 0.5)] ?? 0, 2),
    rerankMsP95: round(rerankMs[Math.floor(judged * 0.95)] ?? 0, 2),
  }),
)
