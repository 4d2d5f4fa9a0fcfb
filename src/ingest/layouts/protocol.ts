import { caseHeadingOf } from '../../domain/case-number.ts'
import { caseHeadingStart, type FindItemStart } from '../minutes/items.ts'
import type { Layout } from './layout.ts'
import { readMinutes } from './minutes.ts'

/** "Formannskapets behandling av sak 10/2026 i møte den 12.02.2026:" heads a single item's protocol. */
const TREATMENT = /^.{3,80}?s?\s+behandling\s+av\s+sak\s+(\d{1,4}\/\d{2,4})\s+i\s+møte/iu

const findStart: FindItemStart = (block) => {
  const treated = block.kind === 'table' ? undefined : TREATMENT.exec(block.text)?.[1]
  return treated ? { caseNumber: treated, title: '' } : caseHeadingStart(block)
}

/**
 * Protocols and notices of Elements, Public 360 and ACOS, and Word letters with numbered items: labelled parts, the
 * decision last, over as many paragraphs as it needs.
 */
export const protocol: Layout = {
  name: 'protocol',
  score(input) {
    if (input.blocks.some((block) => TREATMENT.test(block.text))) return 0.9
    const items = input.blocks.filter((block) => block.kind !== 'table' && caseHeadingOf(block.text)).length
    return items === 0 ? 0 : items === 1 ? 0.6 : 0.8
  },
  read: (input) => readMinutes(input, findStart, { decisionExtent: 'by-label' }),
}
