import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ParsedDocument } from '../../../src/domain/document.ts'
import { parseDocument } from '../../../src/ingest/parse-document.ts'
import { readFileBytes } from '../../../src/ingest/read-file.ts'

// Real documents that lie beside the project and are no part of it: only numbers of them are told here.
const folder = join(import.meta.dirname, '../../../../shared/documents')
const describeThere = existsSync(folder) ? describe : describe.skip

async function parsed(name: string): Promise<ParsedDocument> {
  const read = await readFileBytes(readFileSync(join(folder, name)), name)
  if ('code' in read) throw new Error(read.code)
  return parseDocument(read, name)
}

const numbers = ({ figures }: ParsedDocument): string[] =>
  figures.map(({ decimal, scale, unit, basis, period }) =>
    [decimal, scale, unit ?? '-', basis ?? '-', period?.from ?? '-', period?.to ?? '-'].join(' '),
  )
const doubts = ({ contradictions, missingTables }: ParsedDocument): string[] => [
  ...contradictions.map(({ kind, stated, found }) => `${kind} ${stated} ${found}`),
  ...missingTables.map(() => 'missing table'),
]

describeThere('one document as PDF, DOCX and raw text', () => {
  it.each(['ror-ikt-arsrapport-2020', 'samarbeidsradet-2024-11-14-referat'])(
    'has the same figures, contradictions and missing tables: %s',
    async (name) => {
      const [pdf, docx, raw] = await Promise.all(['.pdf', '.docx', '.raw.txt'].map((type) => parsed(name + type)))
      if (!pdf || !docx || !raw) throw new Error('not read')
      expect(numbers(docx)).toEqual(numbers(pdf))
      expect(numbers(raw)).toEqual(numbers(pdf))
      expect(doubts(docx)).toEqual(doubts(pdf))
      expect(doubts(raw)).toEqual(doubts(pdf))
    },
  )

  it('has the contradictions that a reader finds, and no others', async () => {
    const report = await parsed('ror-ikt-arsrapport-2020.pdf')
    expect(doubts(report)).toEqual([
      'sum 1201 1199',
      'sum 27 26',
      'date 14.04.2020 31.12.2020',
      ...Array.from({ length: 4 }, () => 'missing table'),
    ])
    // Counted by hand on the printed pages.
    const inText =
      '20 652 17334 75 3692 80 3720 9842 11510 95 5 31 22 39 1201 283 916 1128 6 4 7 35 27 22 5 1 6 11 8 4.44 3.48 2.71 3.88 60.496 11.519 2.431 500000 11.519 1.9'
    expect(
      report.figures
        .filter(({ row }) => row === undefined)
        .map(({ decimal }) => decimal)
        .join(' '),
    ).toBe(inText)
    expect(
      report.figures
        .filter(({ scale }) => scale === 6)
        .map(({ decimal }) => decimal)
        .join(' '),
    ).toBe('60.496 11.519 2.431 11.519 1.9')
    expect(report.figures.filter(({ row }) => row !== undefined)).toHaveLength(26)
    expect(doubts(await parsed('samarbeidsradet-2024-11-14-referat.pdf'))).toEqual(['missing table', 'missing table'])
  })

  it('has no contradictions where a reader finds none', async () => {
    const names = [
      'levanger-planutvalg-sak24-2026.txt',
      'steinkjer-formannskap-sak10-2026.txt',
      'steinkjer-hovedutvalg-sak30-2026.txt',
      'saft-dialogmote-2025-09-25.pdf',
      'saft-workshop-2025-01-16.pdf',
      'fad-2012-08-30-nynorsk.md',
      'fad-2013-04-08-nynorsk.md',
      'tillitsrammeverk-2023-03-06.md',
      'tillitsrammeverk-2024-03-05.md',
    ]
    for (const name of names) expect(doubts(await parsed(name))).toEqual([])
  })
})
