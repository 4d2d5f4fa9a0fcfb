import { caseHeadingOf } from '../domain/case-number.ts'
import { labelOf } from './minutes/labels.ts'

/** "6 KONKLUSJON" */
const CAPITAL_HEADING = /^\d{1,2}\.?\s+\p{Lu}{2}[^\p{Ll}]*$/u

/** The heading of an item or of a numbered section. */
export const startsSection = (text: string): boolean =>
  caseHeadingOf(text) !== undefined || /^\d+(?:\.\d+)+\.?\s+\p{Lu}/u.test(text) || CAPITAL_HEADING.test(text)

/**
 * A line that begins something of its own whatever stands above it: an item, a section, a labelled field. Poor text has
 * lost the white space that would have told.
 */
export const startsBlock = (text: string): boolean => startsSection(text) || labelOf(text) !== undefined
