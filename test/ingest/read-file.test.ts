import { zipSync } from 'fflate'
import { MAX_FILE_BYTES, readFileBytes, sniffFormat } from '../../src/ingest/read-file.ts'
import { madePdf } from './readers/made-pdf.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const OLE = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)

describe('what a file is', () => {
  it.each([
    ['pdf', bytes('%PDF-1.7\n'), 'brev.txt'],
    ['pdf', bytes('\n\n%PDF-1.4\n'), 'brev.docx'],
    ['docx', zipSync({ 'word/document.xml': bytes('<w:document/>') }), 'brev.pdf'],
    ['xlsx', zipSync({ 'xl/workbook.xml': bytes('<x/>') }), 'brev.docx'],
    ['pptx', zipSync({ 'ppt/presentation.xml': bytes('<x/>') }), 'brev.zip'],
    ['unsupported-format', zipSync({ 'brev.txt': bytes('Møte') }), 'brev.docx'],
    ['html', bytes('<!DOCTYPE html><p>Møte'), 'brev.txt'],
    ['email', bytes('From: a@example.no\r\nMIME-Version: 1.0\r\n\r\nMøte'), 'brev.txt'],
    ['email', bytes('Content-Type: multipart/signed; boundary=b\r\n\r\n--b'), 'smime.p7m'],
    ['text', bytes('Dato: 1. mars\nFra: rådet\n\nMøte'), 'brev.eml'],
    ['image', Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), 'brev.pdf'],
    ['unsupported-format', bytes('{\\rtf1 Møte}'), 'brev.txt'],
    ['encrypted', Buffer.concat([OLE, Buffer.from('EncryptedPackage', 'utf16le')]), 'brev.docx'],
    ['unsupported-format', Buffer.concat([OLE, Buffer.from('WordDocument', 'utf16le')]), 'brev.doc'],
    ['unsupported-format', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0), 'bilde.md'],
    ['empty', new Uint8Array(), 'brev.pdf'],
    ['markdown', bytes('# Møte'), 'MØTE.MD'],
    ['text', bytes('# Møte'), 'mote.txt'],
    ['text', Buffer.from('\ufeffMøte', 'utf16le'), 'mote.txt'],
  ])('is %s by its bytes', (format, content, name) => {
    expect(sniffFormat(content, name)).toBe(format)
  })

  it('is refused with one sentence when it cannot be read', async () => {
    const whole = await madePdf((pdf) => void pdf.text('Møte'))
    const codeOf = async (content: Uint8Array, name = 'a.pdf'): Promise<string> => {
      const read = await readFileBytes(content, name)
      if (!('code' in read)) throw new Error('it was read')
      expect(read.message).toMatch(/^[A-Z][^\n]*\.$/)
      return read.code
    }
    expect(await codeOf(new Uint8Array())).toBe('empty')
    expect(await codeOf(bytes(' \n \n'), 'a.txt')).toBe('no-text')
    expect(await codeOf(whole.subarray(0, 200))).toBe('damaged')
    expect(await codeOf(zipSync({ 'word/document.xml': bytes('<w:document') }))).toBe('damaged')
    expect(await codeOf(new Uint8Array(MAX_FILE_BYTES + 1))).toBe('too-large')
  })
})
