/**
 * Compares what is read from the project's documents, and the shared ones where ../shared is there, with the gold files.
 * `npm run gold`, `npm run gold -- FOLDER_OF_GOLD FOLDER_OF_DOCUMENTS` for others.
 * Writes what is wrong to artifacts/gold-wrong.txt and prints one JSON line last.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Comparison, compare, inAll } from '../test/gold/compare.ts'
import { readGold } from '../test/gold/gold-document.ts'
import { readDocument } from '../test/ingest/read-document.ts'

const root = join(import.meta.dirname, '..')
const wrongFile = join(root, 'artifacts', 'gold-wrong.txt')
const [goldFolder, documentFolder] = process.argv.slice(2)
const sets =
  goldFolder && documentFolder
    ? [{ name: 'given', gold: resolve(goldFolder), documents: resolve(documentFolder) }]
    : [
        { name: 'documents', gold: join(root, 'test/gold/documents'), documents: join(root, 'documents') },
        { name: 'others', gold: join(root, 'test/gold/others'), documents: join(root, 'test/gold/others/documents') },
        { name: 'shared', gold: join(root, 'test/gold/shared'), documents: join(root, '../shared/documents') },
      ]

const share = ({ fields, right }: Comparison): string => `${right}/${fields} ${((100 * right) / fields).toFixed(1)} %`

const summary = (all: Comparison): Record<string, string | number> => ({
  fields: all.fields,
  right: all.right,
  percent: Number(((100 * all.right) / all.fields).toFixed(2)),
  decisions: `${all.decisionsVerbatim}/${all.decisions}`,
  decisionsInvented: all.decisionsInvented,
  recommendationsAsDecisions: all.recommendationsAsDecisions,
  wrongScales: all.wrongScales,
})

const figures: Record<string, unknown> = {}
const report: string[] = []
const all: Comparison[] = []
for (const { name, gold, documents } of sets) {
  if (!existsSync(documents)) {
    console.log(`${documents} is not there: not compared.`)
    continue
  }
  const compared: Comparison[] = []
  for (const { name: file, gold: expected } of readGold(gold)) {
    const comparison = compare(expected, await readDocument(join(documents, file)))
    compared.push(comparison)
    console.log(`${file.padEnd(52)} ${share(comparison)}`)
    report.push(`== ${file}: ${share(comparison)}`)
    for (const { path, expected: want, got } of comparison.wrong)
      report.push(`${path}\n    expected ${want}\n    got      ${got}`)
    report.push('')
  }
  figures[name] = summary(inAll(compared))
  all.push(...compared)
}
mkdirSync(join(root, 'artifacts'), { recursive: true })
writeFileSync(wrongFile, report.join('\n'))
console.log(`What is wrong: ${wrongFile}`)
console.log(JSON.stringify({ ...figures, all: summary(inAll(all)) }))
