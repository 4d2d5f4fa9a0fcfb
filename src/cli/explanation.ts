import type { Explanation } from '../answer/create-answerer.ts'

const MOST_TEXT_CHARS = 110

/** Plan, matter, what the search found and what the gate stopped, line by line. */
export function explanationLines({ plan, terms, passages, unfounded, answer }: Explanation): string[] {
  const { meeting } = plan
  const stated = [
    ...meeting.dates,
    ...meeting.months.map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}`),
    ...meeting.years,
    ...(meeting.relative ? [meeting.relative] : []),
  ]
  return [
    `plan      ${plan.kind}, in ${plan.language}, wants ${plan.wanted}${plan.isCount ? ', a count' : ''}${plan.isYesNo ? ', yes or no' : ''}`,
    `stated    ${[...plan.caseNumbers.map(({ text }) => text), ...stated].join(', ') || 'nothing'}`,
    `matter    ${terms.map(({ text, isSpecific, importance }) => `${text}${isSpecific ? '!' : importance < 1 ? '?' : ''}`).join(' ') || 'none'}   (! must be met, ? need not)`,
    'evidence',
    ...passages.map(({ score, documentName, page, caseNumber, text }) => {
      const place = [documentName, page === null ? '' : `p. ${page}`, caseNumber ?? ''].filter(Boolean).join(', ')
      return `  ${score.toFixed(2)}  ${place}: ${text.replace(/\s+/g, ' ').slice(0, MOST_TEXT_CHARS)}`
    }),
    `gate      ${unfounded.length > 0 ? `stopped ${unfounded.join(', ')}` : 'every number and name has a source'}`,
    `outcome   ${answer.outcome} (${answer.reason}), ${answer.elapsedMs} ms`,
  ]
}
