import { withoutLinks } from '../safe-text.ts'

/** Not shown; keeps two braces from being read as a function of the card (`{{DATE(…)}}`). */
const BREAK = '\u2060'

/** For a TextRun, which reads no markdown: text of documents, shown as written, that starts nothing. */
export const plainRun = (text: string): string =>
  withoutLinks(text)
    .replace(/\s+/g, ' ')
    .replace(/[{}](?=[{}])/g, `$&${BREAK}`)
    .trim()

/** For a TextBlock, which reads markdown, and on some phones no escapes: what could be markup is left out. */
export const plainHeading = (text: string): string =>
  plainRun(text)
    .replace(/[\\`*_~[\]<>|]/g, ' ')
    .replace(/^[\s#+=-]+/, '')
    .replace(/^(\d+)[.)]\s/, `$1${BREAK} `)
    .replace(/\s+/g, ' ')
    .trim()
