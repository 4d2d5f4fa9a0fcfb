import type { ParsedText } from '../../../src/domain/document.ts'
import type { Passage } from '../../../src/domain/passage.ts'

export const passage = (text: string, rest: Partial<Passage> = {}): Omit<Passage, 'ordinal'> => ({
  kind: 'body',
  text,
  page: 1,
  caseNumber: undefined,
  headings: ['1 Om året'],
  ...rest,
})
export const tablePassage = (rows: readonly (readonly (string | number)[])[], rest: Partial<Passage> = {}) =>
  passage(rows.map((row) => row.join('\t')).join('\n'), { kind: 'table', ...rest })

/** A report on 2024 that says this. */
export const report = (
  passages: readonly (Omit<Passage, 'ordinal'> | string)[],
  rest: Partial<ParsedText> = {},
): ParsedText => ({
  format: 'text',
  kind: 'report',
  language: 'nb',
  title: 'Fjordvik IKT årsrapport 2024',
  date: undefined,
  year: 2024,
  pageCount: 1,
  layout: 'report',
  readerVersion: 1,
  meeting: undefined,
  sections: [],
  passages: passages.map((entry, ordinal) => ({ ...(typeof entry === 'string' ? passage(entry) : entry), ordinal })),
  ...rest,
})
