import { caseHeadingOf } from '../domain/case-number.ts'
import { labelOf } from './minutes/labels.ts'

/**
 * A line that begins something of its own whatever stands above it: an item, a labelled field, a numbered heading in
 * capitals. Poor text has lost the white space that would have told.
 */
export function startsBlock(text: string): boolean {
  return caseHeadingOf(text) !== undefined || labelOf(text) !== undefined || /^\d+(?:\.\d+)+\.?\s+\p{Lu}/u.test(text)
}
