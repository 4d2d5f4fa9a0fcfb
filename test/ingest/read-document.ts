import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { ParsedDocument } from '../../src/domain/document.ts'
import type { Meeting } from '../../src/domain/meeting.ts'
import { parseDocument } from '../../src/ingest/parse-document.ts'
import { readFileBytes } from '../../src/ingest/read-file.ts'

/** @throws when the file cannot be read or is refused */
export async function readDocument(path: string): Promise<ParsedDocument> {
  const read = await readFileBytes(readFileSync(path), basename(path))
  if ('code' in read) throw new Error(`${basename(path)}: ${read.code}`)
  return parseDocument(read, basename(path))
}

/** @throws when it holds no meeting */
export async function readMeeting(path: string): Promise<Meeting> {
  const { meeting } = await readDocument(path)
  if (!meeting) throw new Error(`${basename(path)} holds no meeting`)
  return meeting
}

/** A text as one line without the marks of Markdown, words that a line end split left as they are. */
export const oneLine = (text: string): string =>
  text.replace(/^#+ /gm, '').replaceAll('**', '').replace(/\s+/g, ' ').trim()

/**
 * The items whose decision does not stand word for word under a decision label in the text, and those that took the
 * recommendation for it.
 */
export function wrongDecisions(text: string, meeting: Meeting): string[] {
  const whole = oneLine(text)
  return meeting.items.flatMap((item) => {
    if (!item.decision) return []
    const decided = oneLine(item.decision.text)
    const isThere = [`Vedtak: ${decided}`, `Vedtak ${decided}`, `VEDTAK ${decided}`].some((words) =>
      whole.includes(words),
    )
    return isThere ? [] : [`${item.caseNumber}: ${item.decision.text.length} characters do not stand under "Vedtak"`]
  })
}
