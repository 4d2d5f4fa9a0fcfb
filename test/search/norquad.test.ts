import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const folder = resolve(import.meta.dirname, '../../../shared/benchmarks/norquad')
const isThere = existsSync(folder)

describe(isThere ? 'NorQuAD' : `NorQuAD (skipped: ${folder} is not on this machine)`, () => {
  const measured = isThere ? it : it.skip
  measured(
    'ranks at least as well as was measured',
    () => {
      const script = resolve(import.meta.dirname, '../../scripts/bench-search.ts')
      const output = execFileSync(process.execPath, [script, folder, '4'], { encoding: 'utf8' })
      const figures = JSON.parse(output.trim().split('\n').at(-1) ?? '{}') as { ndcg10: number; rerankMsP50: number }
      expect(figures.ndcg10).toBeGreaterThanOrEqual(0.86)
    },
    120_000,
  )
})
