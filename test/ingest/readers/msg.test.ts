import { writeCompoundFile } from '../../../scripts/compound-file.ts'
import { type MadeMail, makeMsg, msgFolder, writeMsg } from '../../../scripts/mails.ts'
import type { OpenedFile } from '../../../src/ingest/attached-file.ts'
import { readFileBytes, sniffFormat } from '../../../src/ingest/read-file.ts'

const text = (value: string): Buffer => Buffer.from(value)
const MAIL: MadeMail = {
  subject: 'Møte i rådet',
  text: 'Rådet møtes torsdag.\r\n\r\nSaken er utsatt.',
  attachments: [{ name: 'kart.pdf', bytes: Buffer.alloc(20_000, 'k') }],
}

async function opened(bytes: Uint8Array): Promise<OpenedFile> {
  const read = await readFileBytes(bytes, 'brev.msg')
  if ('code' in read) throw new Error(read.code)
  return read
}
const blocksOf = async (bytes: Uint8Array): Promise<[string, string][]> =>
  ((await opened(bytes)).pages[0]?.blocks ?? []).map((block) => [block.kind, block.text])
const attachedTo = async (bytes: Uint8Array): Promise<[string, number | string][]> =>
  ((await opened(bytes)).attachments ?? []).map((file) => [
    file.name,
    'bytes' in file ? file.bytes.length : file.failure,
  ])
const codeOf = async (bytes: Uint8Array, name = 'brev.msg'): Promise<string> => {
  const read = await readFileBytes(bytes, name)
  return 'code' in read ? read.code : 'read'
}

describe('an e-mail saved by Outlook', () => {
  it('is its subject, its text and the names of its attachments', async () => {
    expect(await opened(makeMsg(MAIL))).toMatchObject({ format: 'msg', title: 'Møte i rådet' })
    expect(await blocksOf(makeMsg(MAIL))).toEqual([
      ['heading', 'Møte i rådet'],
      ['paragraph', 'Rådet møtes torsdag.'],
      ['paragraph', 'Saken er utsatt.'],
      ['paragraph', 'Vedlegg: kart.pdf'],
    ])
  })

  it('keeps the tables of HTML', async () => {
    const html = '<p>Årets tall</p><table><tr><td>2024</td><td>1,5</td></tr></table>'
    expect(await blocksOf(makeMsg({ subject: 'Budsjett', text: 'Årets tall 2024 1,5', html }))).toEqual([
      ['heading', 'Budsjett'],
      ['paragraph', 'Årets tall'],
      ['table', '2024 1,5'],
    ])
  })

  it('written before Unicode is read by its code page', async () => {
    const narrow = (value: string): Buffer => Buffer.from(value, 'latin1')
    const { '__substg1.0_0037001F': _, '__substg1.0_1000001F': __, ...rest } = msgFolder(MAIL)
    const { bytes } = writeCompoundFile({
      ...rest,
      '__substg1.0_0037001E': narrow('Møte'),
      '__substg1.0_1000001E': narrow('Rådet sa nei.'),
    })
    expect((await blocksOf(bytes)).slice(0, 2)).toEqual([
      ['heading', 'Møte'],
      ['paragraph', 'Rådet sa nei.'],
    ])
  })

  it('gives the very bytes of its attachments, small and large, also where the table of sectors has lists of its own', async () => {
    const large = Buffer.from(Uint8Array.from({ length: 9_000_000 }, (_, at) => (at * 7919) >> 8))
    const small = text('Vedtak: ja')
    const attachments = [
      { name: 'stor.bin', bytes: large },
      { name: 'liten.txt', bytes: small },
    ]
    const read = (await opened(makeMsg({ ...MAIL, attachments }))).attachments ?? []
    expect(
      read.map((file) => 'bytes' in file && Buffer.compare(file.bytes, [large, small][read.indexOf(file)] ?? small)),
    ).toEqual([0, 0])
  })

  it('leaves out pictures of its text, signatures and calendar entries, and names what is only linked to', async () => {
    const logo = { name: 'image001.png', bytes: text('png'), mimeType: 'image/png', contentId: 'image001@01' }
    const attachments = [
      logo,
      { name: 'side1.jpg', bytes: text('jpg'), mimeType: 'image/jpeg' },
      { name: 'smime.p7s', bytes: text('sig'), mimeType: 'application/pkcs7-signature' },
      { name: 'invitasjon.ics', bytes: text('BEGIN:VCALENDAR') },
      { name: 'i skyen.docx', bytes: text(''), isLink: true },
    ]
    expect(await attachedTo(makeMsg({ ...MAIL, attachments }))).toEqual([
      ['side1.jpg', 3],
      ['i skyen.docx', 'only-linked'],
    ])
  })

  it('that is nothing but a sealed packet is named so', async () => {
    const enveloped = Buffer.from('308006092a864886f70d010703a0803080', 'hex')
    const sealed = (bytes: Uint8Array): Buffer =>
      makeMsg({ subject: 'Sikker post', attachments: [{ name: 'smime.p7m', bytes }] })
    expect(await codeOf(sealed(enveloped))).toBe('encrypted')
    const signed = Buffer.from(enveloped.toString('hex').replace('010703', '010702'), 'hex')
    expect(await codeOf(sealed(signed))).toBe('packed-mail')
    expect(await codeOf(makeMsg({ subject: 'Tom' }))).toBe('no-text')
  })

  it('is told from old Office files, whichever holds the other', () => {
    const office = (more = {}) => writeCompoundFile({ WordDocument: text('x'), ...more }).bytes
    expect(sniffFormat(office(), 'a.msg')).toBe('unsupported-format')
    expect(sniffFormat(office({ ObjectPool: { Mail: msgFolder(MAIL) } }), 'a.doc')).toBe('unsupported-format')
    expect(sniffFormat(office({ Macros: { _VBA_PROJECT: text('x') } }), 'a.doc')).toBe('macro')
    expect(sniffFormat(writeCompoundFile({ EncryptedPackage: text('x') }).bytes, 'a.docx')).toBe('encrypted')
    const attachments = [
      { name: 'a.doc', bytes: office() },
      { name: 'b.docx', bytes: writeCompoundFile({ EncryptedPackage: text('x') }).bytes },
      { name: 'c.pdf', bytes: text('%PDF-1.7') },
    ]
    expect(sniffFormat(makeMsg({ ...MAIL, attachments }), 'brev.pdf')).toBe('msg')
  })
})

describe('a damaged or hostile e-mail of Outlook', () => {
  const DIRECTORY_AT = 48
  const SIZE = 120
  const START = 116
  const CHILD = 76

  /** The e-mail with a number overwritten. */
  function changed(change: (written: ReturnType<typeof writeMsg>) => readonly [at: number, value: number]): Buffer {
    const written = writeMsg(MAIL)
    const [at, value] = change(written)
    written.bytes.writeUInt32LE(value, at)
    return written.bytes
  }
  const largeStream = '__substg1.0_37010102'

  it('cut short anywhere is damaged', async () => {
    const whole = makeMsg(MAIL)
    for (let share = 1; share < 20; share++)
      expect([share, await codeOf(whole.subarray(0, (whole.length * share) / 20))]).toEqual([share, 'damaged'])
  })

  it('claims no more than it has', async () => {
    for (const name of [largeStream, '__substg1.0_0037001F', 'Root Entry'])
      for (const size of [0x7fffffff, 0xffffffff, 60_000])
        expect([name, size, await codeOf(changed(({ entryAt }) => [entryAt(name) + SIZE, size]))]).toEqual([
          name,
          size,
          'damaged',
        ])
  })

  it('with chains that lead back into themselves, or meet, is not opened', async () => {
    const loops = [
      changed(({ bytes, nextAt }) => [nextAt(bytes.readUInt32LE(DIRECTORY_AT)), bytes.readUInt32LE(DIRECTORY_AT)]),
      changed(({ bytes, entryAt, nextAt }) => {
        const start = bytes.readUInt32LE(entryAt(largeStream) + START)
        return [nextAt(start + 1), start]
      }),
      changed(({ bytes, entryAt }) => [
        entryAt(largeStream) + START,
        bytes.readUInt32LE(entryAt('Root Entry') + START),
      ]),
    ]
    for (const bytes of loops) expect(await codeOf(bytes)).toBe('unsafe-inside')
  })

  it('with a folder in itself is not opened', async () => {
    const ATTACHMENT = '__attach_version1.0_#00000000'
    const inItself = changed(({ bytes, entryAt }) => {
      const number = (entryAt(ATTACHMENT) - entryAt('Root Entry')) / 128
      expect(bytes.readUInt32LE(entryAt('Root Entry') + CHILD)).toBeGreaterThan(0)
      return [entryAt(ATTACHMENT) + CHILD, number]
    })
    expect(await codeOf(inItself)).toBe('unsafe-inside')
    expect(await codeOf(changed(({ entryAt }) => [entryAt(ATTACHMENT) + CHILD, 0]))).toBe('unsafe-inside')
    expect(await codeOf(changed(({ entryAt }) => [entryAt(ATTACHMENT) + CHILD, 99_999]))).toBe('damaged')
  })
})
