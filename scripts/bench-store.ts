/**
 * Fills a store with filler and measures it: `node scripts/bench-store.ts [documents] [passages a document]`.
 * The last line is JSON. The words are invented, with the frequencies of a natural text; the stems are just words, so
 * the cost of stemming is not in it.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { operatorOf } from '../src/domain/asker.ts'
import { localDate, tenantId } from '../src/domain/ids.ts'
import type { PassageFilter } from '../src/domain/passage.ts'
import { systemClock } from '../src/platform/clock.ts'
import { openStore } from '../src/store/sqlite/open-store.ts'
import {
  commonestWords,
  fileAt,
  generatedDocument,
  seededRandom,
  splitWords,
} from '../test/store/generated-document.ts'

const documentCount = Number(process.argv[2] ?? 500)
const passagesEach = Number(process.argv[3] ?? 40)
const QUERIES = 400
const TERMS = 8
const CLAIMS = 200
/** Questions lose their function words before they are matched; these are the filler's. */
const STOP_WORDS = 100

const tenant = tenantId('local')
const operator = operatorOf(tenant)
const folder = mkdtempSync(join(tmpdir(), 'rakel-bench-'))
const file = join(folder, 'rakel.sqlite')
const open = () => openStore({ file, clock: systemClock, analyse: splitWords })
const round = (value: number): number => Math.round(value * 100) / 100

/** @returns milliseconds of each run, ascending */
const timed = (runs: number, work: (run: number) => void): number[] =>
  Array.from({ length: runs }, (_, run) => {
    const started = performance.now()
    work(run)
    return performance.now() - started
  }).sort((a, b) => a - b)

const at = (sorted: readonly number[], share: number): number =>
  round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN)

try {
  let store = open()
  const documents = Array.from({ length: documentCount }, (_, index) => generatedDocument(index + 1, passagesEach))
  const puts = timed(documentCount, (run) => {
    const parsed = documents[run]
    if (parsed) store.documents.putDocument(tenant, fileAt(`/bench/${run}.pdf`, `${run}`), parsed)
  })
  store.close()
  const [opening = Number.NaN] = timed(1, () => {
    store = open()
  })

  const random = seededRandom(42)
  const stopWords = new Set(commonestWords(STOP_WORDS))
  const wordOfText = (): string => {
    const passages = documents[Math.floor(random() * documentCount)]?.passages ?? []
    const stems = splitWords(passages[Math.floor(random() * passages.length)]?.text ?? '')
    return stems[Math.floor(random() * stems.length)] ?? ''
  }
  const tellingWord = (): string => {
    const word = wordOfText()
    return stopWords.has(word) ? tellingWord() : word
  }
  const questionsOf = (draw: () => string) => Array.from({ length: QUERIES }, () => Array.from({ length: TERMS }, draw))
  const questions = questionsOf(tellingWord)
  const filters: Record<string, PassageFilter> = {
    all: {},
    committee: { committee: 'Samarbeidsrådet' },
    year: Object.fromEntries([
      ['dateFrom', localDate(2023, 1, 1)],
      ['dateTo', localDate(2023, 12, 31)],
    ]),
  }
  let found = 0
  const match = (filter: PassageFilter, asked = questions) =>
    timed(QUERIES, (run) => {
      found += store.passages.match(operator, asked[run] ?? [], filter, 20).length
    })
  match({})
  const matches = Object.fromEntries(
    Object.entries(filters).map(([name, filter]) => {
      const times = match(filter)
      return [name, { p50: at(times, 0.5), p95: at(times, 0.95), max: at(times, 1) }]
    }),
  )
  const withStopWords = match({}, questionsOf(wordOfText))
  const claims = timed(CLAIMS, (run) => store.activities.claim(`bench-${run}`, systemClock.nowMs()))
  const { passages } = store.status(tenant)
  const replaced = timed(20, (run) => {
    store.documents.putDocument(tenant, fileAt(`/bench/${run}.pdf`, `changed ${run}`), generatedDocument(run + 9_000))
  })
  const forgotten = timed(20, (run) => store.documents.forgetFile(tenant, `/bench/${run}.pdf`))
  store.close()
  process.stdout.write(
    `${JSON.stringify({
      documents: documentCount,
      passages,
      fileMb: round(statSync(file).size / 2 ** 20),
      putMs: { p50: at(puts, 0.5), p95: at(puts, 0.95) },
      openMs: round(opening),
      matchTerms: TERMS,
      matchFound: round(found / QUERIES / 5),
      matchMs: matches,
      matchWithStopWordsMs: { p50: at(withStopWords, 0.5), p95: at(withStopWords, 0.95) },
      claimMs: { p50: at(claims, 0.5), p95: at(claims, 0.95) },
      replaceMs: { p50: at(replaced, 0.5), p95: at(replaced, 0.95) },
      forgetMs: { p50: at(forgotten, 0.5), p95: at(forgotten, 0.95) },
    })}\n`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
