import { readZip } from '../../scripts/make-documents/zip.ts'

export const foldSpace = (text: string): string => text.replace(/\s+/g, ' ').trim()

/**
 * What a made document says, in the order it says it, white space folded. Reads our own files only, and on purpose
 * without the project's readers: it checks what they are later given.
 */
export function madeText(fileName: string, bytes: Buffer): string {
  if (fileName.endsWith('.pdf')) return foldSpace(drawnText(bytes.toString('latin1')))
  if (fileName.endsWith('.docx')) return foldSpace(wordText(bytes))
  return foldSpace(bytes.toString('utf8').replaceAll('**', ''))
}

/** The text operators of an uncompressed PDF with WinAnsi fonts. */
function drawnText(pdf: string): string {
  const lines = [...pdf.matchAll(/\[([^\]]*)\] TJ/g)].map(([, operands = '']) =>
    [...operands.matchAll(/<([0-9a-f]*)>/g)].map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1')).join(''),
  )
  return new TextDecoder('windows-1252').decode(Buffer.from(lines.join('\n'), 'latin1'))
}

function wordText(docx: Buffer): string {
  const body = readZip(docx).find(({ name }) => name === 'word/document.xml')
  if (!body) throw new Error('no word/document.xml')
  return body.data
    .toString('utf8')
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
