import { readEml } from '../../../src/ingest/readers/eml.ts'

const mail = (...lines: string[]): Uint8Array => Buffer.from(lines.join('\r\n'))
const HEAD = ['From: Kari <kari@example.no>', 'To: ola@example.no', 'MIME-Version: 1.0']

async function blocksOf(bytes: Uint8Array): Promise<[string, string][]> {
  const read = await readEml(bytes)
  if (typeof read === 'string') throw new Error(read)
  return (read.pages[0]?.blocks ?? []).map(({ kind, text }) => [kind, text])
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

  it('keeps the tables of HTML, and names attachments without opening them', async () => {
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
  })

  it('without a text has none', async () => {
    expect(await readEml(mail(...HEAD, 'Subject: Tom', '', ''))).toBe('no-text')
  })
})
