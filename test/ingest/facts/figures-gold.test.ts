import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ParsedDocument } from '../../../src/domain/document.ts'
import type { Figure } from '../../../src/domain/figure.ts'
import { parseDocument } from '../../../src/ingest/parse-document.ts'
import { readFileBytes } from '../../../src/ingest/read-file.ts'

const folder = join(import.meta.dirname, '../../../documents')

async function parsed(name: string): Promise<ParsedDocument> {
  const read = await readFileBytes(readFileSync(join(folder, name)), name)
  if ('code' in read) throw new Error(read.code)
  return parseDocument(read, name)
}

/** "value scale unit period": a year alone is the whole year, `-12-31` its last day. */
function written({ decimal, scale, unit, period }: Figure): string {
  const [from = '', to = ''] = [period?.from, period?.to]
  const isYear = from.endsWith('-01-01') && to.endsWith('-12-31') && from.slice(0, 4) === to.slice(0, 4)
  const time = isYear
    ? from.slice(0, 4)
    : from === to
      ? from
      : from.slice(0, 7) === to.slice(0, 7)
        ? from.slice(0, 7)
        : `${from}/${to}`
  return `${decimal} ${scale} ${unit ?? ''} ${time}`.replace(/\s+/g, ' ').trim()
}

const months = (year: number, counts: readonly number[]): string[] =>
  counts.map((count, index) => `${count} 0 ${year}-${String(index + 1).padStart(2, '0')}`)

/** Every number of the report that measures or counts, taken by hand from the printed pages. */
const GOLD: Readonly<Record<string, readonly string[]>> = {
  'firklang-arsrapport-2023.pdf': [
    '418 0 maskiner 2023',
    ...['14862 0 henvendelse 2023', '8417 0 henvendelse 2023', '91 0 % 2023', '90 0 % 2023', '50 0 ansatt 2023'],
    ...months(2022, [4, 3, 3, 2, 1, 2, 1, 2, 4, 5, 3, 2]),
    ...months(2023, [3, 2, 4, 1, 2, 5, 0, 1, 3, 6, 4, 2]),
    ...['32 0 2022', '33 0 2023'],
    ...['21', '2', '6', '9', '4'].map((count) => `${count} 0 årsverk 2023-12-31`),
    ...['15 0 menn 2023', '6 0 kvinner 2023', '5.1 0 % 2023', '4.6 0 % 2022', '3.9 0 % 2021'],
    ...['31.480', '31.126', '0.354'].map((amount) => `${amount} 6 kr 2023`),
    ...['46', '27', '18', '9', '100'].map((share) => `${share} 0 % 2023`),
    ...['14.481', '8.500', '5.666', '2.833', '31.480'].map((amount) => `${amount} 6 kr 2023`),
    ...['16.940', '9.315', '3.108'].map((amount) => `${amount} 6 kr 2023`),
  ],
  'firklang-arsrapport-2025.pdf': [
    ...['3415 0 bruker 2025', '6740 0 innbygger 2025-12-31', '15344 0 henvendelse 2025', '7912 0 henvendelse 2025'],
    ...['93 0 % 2025', '90 0 % 2025'],
    ...months(2024, [2, 3, 2, 4, 1, 3, 1, 2, 2, 3, 7, 1]),
    ...months(2025, [1, 2, 1, 3, 2, 1, 0, 2, 1, 4, 2, 1]),
    ...['31 0 2024', '20 0 2025'],
    ...['41206 0 anrop 2025', '39 0 sekund 2025'],
    ...['22', '2', '8', '8', '4'].map((count) => `${count} 0 årsverk 2025-12-31`),
    ...['4.8 0 % 2025', '6.3 0 % 2024', '5.1 0 % 2023'],
    ...['34.260', '33.918', '0.342'].map((amount) => `${amount} 6 kr 2025`),
    ...['45', '27', '18', '10', '100'].map((share) => `${share} 0 % 2025`),
    ...['15.417', '9.250', '6.167', '3.426', '34.260'].map((amount) => `${amount} 6 kr 2025`),
    ...['1.533 6 kr 2025-01-01', '1.875 6 kr 2025-12-31', '33.575 6 kr 2026'],
  ],
}

/** How many of the one are among the other, each counted once. */
function matched(found: readonly string[], gold: readonly string[]): number {
  const left = [...gold]
  return found.filter((entry) => {
    const at = left.indexOf(entry)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }).length
}

describe('the figures of a report', () => {
  it.each(Object.entries(GOLD))(
    'are those counted by hand, with value, scale, unit and time: %s',
    async (name, gold) => {
      const found = (await parsed(name)).figures.map(written)
      const right = matched(found, gold)
      console.log(
        `${name}: ${gold.length} by hand, ${found.length} found, ${right} right: precision ${(right / found.length).toFixed(3)}, recall ${(right / gold.length).toFixed(3)}`,
      )
      expect(found.toSorted()).toEqual(gold.toSorted())
    },
  )
})

describe('what does not fit in the documents of the project', () => {
  const CLEAN = [
    'firklang-arsrapport-2023.pdf',
    'firklang-arsrapport-2025.pdf',
    'eldarvik-formannskap-2024-05-23-protokoll.pdf',
    'fellesradet-2024-11-20-referat.pdf',
    'ulvstol-formannskap-2024-05-30-protokoll.docx',
  ]

  it('is one list of the report on 2024, and its table that is a picture', async () => {
    const { contradictions, missingTables } = await parsed('firklang-arsrapport-2024.docx')
    expect(contradictions).toMatchObject([{ kind: 'sum', stated: '24', found: '23' }])
    expect(missingTables).toMatchObject([{ heading: '4.2 Fordeling mellom kommunene' }])
  })

  it.each(CLEAN)('is nothing in %s', async (name) => {
    const { contradictions, missingTables } = await parsed(name)
    expect(contradictions).toEqual([])
    expect(missingTables).toEqual([])
  })
})
