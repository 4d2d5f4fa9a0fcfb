import { makeEml } from '../../../scripts/mails.ts'
import { readEml } from '../../../src/ingest/readers/eml.ts'

const mail = (...lines: string[]): Uint8Array => Buffer.from(lines.join('\r\n'))
const HEAD = ['From: Kari <kari@example.no>', 'To: ola@example.no', 'MIME-Version: 1.0']

async function blocksOf(bytes: Uint8Array): Promise<[string, string][]> {
  const read = await readEml(bytes)
  if (typeof read === 'string') throw new Error(read)
  return (read.pages[0]?.blocks ?? []).map(({ kind, text }) => [kind, text])
}

async function attachedTo(bytes: Uint8Array): Promise<[string, string][]> {
  const read = await readEml(bytes)
  if (typeof read === 'string') throw new Error(read)
  return (read.attachments ?? []).map((file) => [
    file.name,
    'bytes' in file ? Buffer.from(file.bytes).toString() : file.failure,
  ])
}

describe('an e-mail', () => {
  it('is its subject and its text, without addresses of people', async () => {
    const bytes = mail(
      ...HEAD,
      'Subject: =?utf-8?Q?M=C3=B8te_i_r=C3=A5det?=',
      'Content-Type: text/plain; charset=iso-8859-1',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'R=E5det m=F8tes torsdag.',
      '',
      'Saken er utsatt.',
    )
    expect(await blocksOf(bytes)).toEqual([
      ['heading', 'Møte i rådet'],
      ['paragraph', 'Rådet møtes torsdag.'],
      ['paragraph', 'Saken er utsatt.'],
    ])
  })

  it('keeps the tables of HTML, names attachments and hands them on unopened', async () => {
    const bytes = mail(
      ...HEAD,
      'Subject: Budsjett',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p>Se under</p><table><tr><td>2024</td><td>1,5</td></tr></table><script>alert(1)</script>',
      '--b',
      'Content-Type: application/pdf',
      'Content-Disposition: attachment; filename="budsjett.pdf"',
      'Content-Transfer-Encoding: base64',
      '',
      'JVBERi0=',
      '--b--',
    )
    expect(await blocksOf(bytes)).toEqual([
      ['heading', 'Budsjett'],
      ['paragraph', 'Se under'],
      ['table', '2024 1,5'],
      ['paragraph', 'Vedlegg: budsjett.pdf'],
    ])
    expect(await attachedTo(bytes)).toEqual([['budsjett.pdf', '%PDF-']])
  })

  it('with e-mails within is one text, without their addresses', async () => {
    const inner = { subject: 'Vedtak', text: 'Rådet sa ja.', attachments: [{ name: 'a.txt', bytes: Buffer.from('A') }] }
    const bytes = makeEml({ subject: 'VS: Vedtak', text: 'Til orientering.', mails: [inner] })
    expect(await blocksOf(bytes)).toEqual([
      ['heading', 'VS: Vedtak'],
      ['paragraph', 'Til orientering.'],
      ['heading', 'Vedtak'],
      ['paragraph', 'Rådet sa ja.'],
      ['paragraph', 'Vedlegg: a.txt'],
    ])
    expect(await attachedTo(bytes)).toEqual([['a.txt', 'A']])
  })

  it('leaves out pictures that its text shows, signatures and calendar entries', async () => {
    const part = (name: string, mimeType: string, contentId?: string) => ({
      name,
      mimeType,
      bytes: Buffer.from(name),
      ...(contentId && { contentId }),
    })
    const bytes = makeEml({
      subject: 'Referat',
      html: '<p>Hilsen arkivet</p><img src="cid:logo@1">',
      attachments: [
        part('logo.png', 'image/png', 'logo@1'),
        part('side1.jpg', 'image/jpeg', 'side@1'),
        part('smime.p7s', 'application/pkcs7-signature'),
        part('møte.ics', 'text/calendar'),
        part('referat.pdf', 'application/pdf', 'pdf@1'),
      ],
    })
    expect((await attachedTo(bytes)).map(([name]) => name)).toEqual(['side1.jpg', 'referat.pdf'])
  })

  it('without words is what came along', async () => {
    const bytes = makeEml({
      subject: 'Referat',
      html: '<img src="x">',
      attachments: [{ name: 'a.txt', bytes: Buffer.from('A') }],
    })
    expect(await blocksOf(bytes)).toEqual([
      ['heading', 'Referat'],
      ['paragraph', 'Vedlegg: a.txt'],
    ])
  })

  it('that is encrypted is named so', async () => {
    const enveloped = Buffer.from('308006092a864886f70d010703a0803080', 'hex').toString('base64')
    const bytes = mail(
      ...HEAD,
      'Subject: Sikker post',
      'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m',
      'Content-Transfer-Encoding: base64',
      '',
      enveloped,
    )
    expect(await readEml(bytes)).toBe('encrypted')
  })

  it('without a text has none', async () => {
    expect(await readEml(mail(...HEAD, 'Subject: Tom', '', ''))).toBe('no-text')
  })
})
