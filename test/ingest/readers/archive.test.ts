import fc from 'fast-check'
import { zipSync } from 'fflate'
import { CannotRead, openArchive, packAgain } from '../../../src/ingest/readers/archive.ts'
import { openOffice, readXmlBytes, relationsOf, walkPart } from '../../../src/ingest/readers/archive-office.ts'
import { zipOf } from './office-files.ts'

const codeOf = (work: () => unknown): string => {
  try {
    work()
    return 'read'
  } catch (error) {
    if (error instanceof CannotRead) return error.code
    throw error
  }
}

describe('an archive', () => {
  it('gives back what was packed, stored or deflated', () => {
    const content = fc.dictionary(
      fc.stringMatching(/^[a-zæøå]{1,8}(?:\/[a-z]{1,8})?$/),
      fc.uint8Array({ maxLength: 300 }),
    )
    fc.assert(
      fc.property(content, fc.boolean(), (parts, isStored) => {
        const bytes = isStored ? packAgain(parts) : zipSync(parts)
        const archive = openArchive(bytes)
        expect([...archive.names].sort()).toEqual(Object.keys(parts).sort())
        for (const [name, expected] of Object.entries(parts))
          expect(new Uint8Array(archive.read(name) ?? [])).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })

  it('is read or refused with a code, whatever bytes are changed or cut off', () => {
    const whole = zipSync({
      'word/document.xml': new Uint8Array(500).fill(7),
      'a/b.xml': new TextEncoder().encode('<a/>'),
    })
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(whole.length - 1), fc.nat(255), (end, at, byte) => {
        const bytes = Uint8Array.from(whole)
        bytes[at] = byte
        const codes = [bytes, bytes.subarray(0, end)].map((some) =>
          codeOf(() => {
            const archive = openArchive(some)
            for (const name of archive.names) archive.read(name)
          }),
        )
        for (const code of codes)
          expect(['read', 'damaged', 'encrypted', 'unsafe-inside', 'too-large-inside']).toContain(code)
      }),
      { numRuns: 500 },
    )
  })

  it('stops at the limit of all parts together, not of each', () => {
    const parts = Object.fromEntries(Array.from({ length: 4 }, (_, at) => [`${at}`, new Uint8Array(60 * 1024 * 1024)]))
    const archive = openArchive(packAgain(parts))
    expect(archive.names.map((name) => codeOf(() => archive.read(name)))).toEqual([
      'read',
      'read',
      'read',
      'too-large-inside',
    ])
  })

  it('lets white space pack well, but nothing large', () => {
    const small = openArchive(zipSync({ a: new Uint8Array(900_000) }))
    expect(codeOf(() => small.read('a'))).toBe('read')
    const large = openArchive(zipSync({ a: new Uint8Array(9_000_000) }))
    expect(codeOf(() => large.read('a'))).toBe('too-large-inside')
  })
})

describe('a part of an Office file', () => {
  it.each([
    ['a document type', '<?xml version="1.0"?><!DOCTYPE a><a/>'],
    ['an entity', '<!ENTITY x "y"><a/>'],
  ])('is refused with %s, in each encoding', (_, xml) => {
    const bigEndian = Buffer.from(`\ufeff${xml}`, 'utf16le').swap16()
    for (const content of [Buffer.from(xml), Buffer.from(`\ufeff${xml}`, 'utf16le'), bigEndian]) {
      const archive = openArchive(zipSync({ 'a.xml': content }))
      expect(codeOf(() => readXmlBytes(archive, 'a.xml'))).toBe('unsafe-inside')
    }
  })

  it('is refused when it is nested deeper than honest ones', () => {
    const archive = openArchive(zipOf({ 'deep.xml': '<a>'.repeat(300), 'flat.xml': '<a></a>'.repeat(3000) }))
    expect(codeOf(() => walkPart(archive, 'deep.xml', {}))).toBe('unsafe-inside')
    expect(codeOf(() => walkPart(archive, 'flat.xml', {}))).toBe('read')
  })

  it('is found from the part that names it', () => {
    const archive = openArchive(
      zipOf({
        'ppt/slides/_rels/s.xml.rels':
          '<Relationships><Relationship Id="a" Type="x/notes" Target="../notes/n.xml"/><Relationship Id="b" Type="x/h" Target="/ppt/m.xml"/></Relationships>',
      }),
    )
    const relations = relationsOf(archive, 'ppt/slides/s.xml')
    expect(relations.get('a')).toEqual({ type: 'notes', target: 'ppt/notes/n.xml', isOutside: false })
    expect(relations.get('b')?.target).toBe('ppt/m.xml')
  })

  it('that is a program refuses the file', () => {
    expect(codeOf(() => openOffice(zipOf({ 'xl/workbook.xml': '<a/>', 'xl/vbaProject.bin': 'x' })))).toBe('macro')
  })
})
