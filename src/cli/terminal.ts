import type { IndexProgress, IndexReport } from '../ingest/index-files.ts'

export const print = (text: string): void => {
  process.stdout.write(`${text}\n`)
}
export const complain = (text: string): void => {
  process.stderr.write(`${text}\n`)
}

/** Who reads our output may stop reading (`rakel status | head`): then nobody wants the rest. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

let firstMs = 0
/** Too little was done to tell how long the rest takes. */
const FEW_DONE = 3

/** "3 min" or "40 s", from how long the files so far took; empty while too few are done to tell. */
function timeLeft(done: number, total: number): string {
  if (done < FEW_DONE) return ''
  const leftS = Math.round((((performance.now() - firstMs) / done) * (total - done)) / 1000)
  return leftS >= 90 ? `${Math.round(leftS / 60)} min` : `${leftS} s`
}

/** A bar where there is a terminal; else nothing, so that logs stay readable. */
export function showProgress({ done, total, path }: IndexProgress): void {
  if (!process.stderr.isTTY || total === 0) return
  if (done === 0) firstMs = performance.now()
  const width = 24
  const filled = Math.round((done / total) * width)
  const bar = `${'█'.repeat(filled)}${'░'.repeat(width - filled)}`
  const name = path.split('/').at(-1) ?? ''
  const room = Math.max(10, (process.stderr.columns ?? 80) - width - 24)
  const line = [bar, `${done}/${total}`, timeLeft(done, total), name.slice(0, room)].filter(Boolean).join(' ')
  process.stderr.write(done === total ? '\r\x1b[K' : `\r\x1b[K${line}`)
}

export const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

export function reportLines(report: IndexReport): string[] {
  const parts = [
    `${plural(report.indexed, 'document', 'documents')} read`,
    ...(report.unchanged ? [`${report.unchanged} unchanged`] : []),
    ...(report.moved ? [`${report.moved} moved or copied`] : []),
    ...(report.removed ? [`${report.removed} removed`] : []),
    ...(report.failed.length ? [`${report.failed.length} not readable`] : []),
  ]
  return [
    `${parts.join(', ')}.`,
    ...report.failed.map(({ path, failure }) => `  ${path}: ${failure.message} (${failure.code})`),
  ]
}
