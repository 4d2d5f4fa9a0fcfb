import { caseHeadingOf } from '../domain/case-number.ts'
import { labelOf } from './minutes/labels.ts'

/** "6 KONKLUSJON" */
const CAPITAL_HEADING = /^\d{1,2}\.?\s+\p{Lu}{2}[^\p{Ll}]*$/u

/** The heading of an item or of a numbered section. */
export const startsSection = (text: string): boolean =>
  caseHeadingOf(text) !== undefined || /^\d+(?:\.\d+)+\.?\s+\p{Lu}/u.test(text) || CAPITAL_HEADING.test(text)

/** "Kari Nes (SV) fremmet følgende forslag:", "For forslaget stemte 9: …", "Dermed ble …" */
const TREATMENT =
  /^(?:\p{Lu}[^.:;]{2,80}\([^()]{1,60}\)\s(?:fremmet|fremma|fremja|la\sf|sette\sf|satte\sf|foreslo|føreslo)|(?:For|I?mot)\s[^.:;]{2,60}\s(?:stemte|røysta)\s\d{1,3}\s?:|Dermed\s(?:ble|vart)\s)/u

/**
 * A line that begins something of its own whatever stands above it: an item, a section, a labelled field. Poor text has
 * lost the white space that would have told.
 */
export const startsBlock = (text: string): boolean =>
  startsSection(text) || labelOf(text) !== undefined || TREATMENT.test(text)
