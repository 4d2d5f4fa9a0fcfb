import { attachmentNamer } from '../../../src/ingest/readers/attachment-names.ts'

const named = (...given: string[]): string[] => given.map(attachmentNamer())

describe('names of attachments', () => {
  it('lead nowhere', () => {
    expect(named('../../etc/passwd', 'C:\\Users\\o\\referat.pdf', '..', '/', '', 'a//b.txt')).toEqual([
      'passwd',
      'referat.pdf',
      'vedlegg',
      'vedlegg (2)',
      'vedlegg (3)',
      'b.txt',
    ])
  })

  it('show what they are, on one line', () => {
    expect(named('referat\u202efdp.exe', 'to\r\nlinjer\0.txt', 'a\u030arsmøte.pdf')).toEqual([
      'referat fdp.exe',
      'to linjer .txt',
      'årsmøte.pdf',
    ])
  })

  it('are different, also where upper and lower case are one, and of bounded length', () => {
    expect(named('kart.pdf', 'KART.PDF', 'kart (2).pdf', 'kart.pdf')).toEqual([
      'kart.pdf',
      'KART (2).PDF',
      'kart (2) (2).pdf',
      'kart (3).pdf',
    ])
    const [long = ''] = named(`${'langt '.repeat(100)}.pdf`)
    expect(long.length).toBeLessThanOrEqual(120)
    expect(long).toMatch(/\.pdf$/)
  })
})
