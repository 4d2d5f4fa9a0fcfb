/**
 * Writes files that are broken, misleading or made to harm, for the tests of the readers. Nothing in them is alive: no
 * program runs when they are opened.
 * Run: node scripts/make-hostile-files.ts <folder>
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { crc32, createDeflateRaw, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import PdfDocument from 'pdfkit'
import { type Written, writeCompoundFile } from './compound-file.ts'
import { type MadeMail, makeEml, makeMsg, msgFolder, writeMsg } from './mails.ts'
import { encodePng } from './png.ts'

const MB = 1024 * 1024
const folder = process.argv[2]
if (!folder) {
  console.error('Where to? node scripts/make-hostile-files.ts <folder>')
  process.exit(2)
}
mkdirSync(folder, { recursive: true })

const text = (value: string): Uint8Array => new TextEncoder().encode(value)
const write = (name: string, content: Uint8Array | string): void => writeFileSync(join(folder, name), content)

// Zip files by hand: what no honest packer makes.

interface ZipPart {
  readonly name: string | Uint8Array
  readonly packed: Uint8Array
  readonly method: 0 | 8
  readonly sizeBytes: number
  readonly checksum: number
  readonly flags?: number
  /** Where the directory says the part begins; where it does by default. */
  readonly claimedAt?: number
}

function localHeader({ name, packed, method, sizeBytes, checksum, flags = 0 }: ZipPart): Buffer {
  const bytes = Buffer.from(name)
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(flags, 6)
  header.writeUInt16LE(method, 8)
  header.writeUInt32LE(checksum, 14)
  header.writeUInt32LE(packed.length, 18)
  header.writeUInt32LE(sizeBytes, 22)
  header.writeUInt16LE(bytes.length, 26)
  return Buffer.concat([header, bytes])
}

function centralHeader(part: ZipPart, at: number, packedBytes: number): Buffer {
  const { name, method, sizeBytes, checksum, flags = 0 } = part
  const bytes = Buffer.from(name)
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50)
  header.writeUInt16LE(20, 6)
  header.writeUInt16LE(flags, 8)
  header.writeUInt16LE(method, 10)
  header.writeUInt32LE(checksum, 16)
  header.writeUInt32LE(packedBytes, 20)
  header.writeUInt32LE(sizeBytes, 24)
  header.writeUInt16LE(bytes.length, 28)
  header.writeUInt32LE(at, 42)
  return Buffer.concat([header, bytes])
}

function endRecord(count: number, directoryBytes: number, directoryAt: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(Math.min(count, 0xffff), 8)
  end.writeUInt16LE(Math.min(count, 0xffff), 10)
  end.writeUInt32LE(directoryBytes, 12)
  end.writeUInt32LE(directoryAt, 16)
  return end
}

function rawZip(parts: readonly ZipPart[]): Buffer {
  const body: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const part of parts) {
    const local = Buffer.concat([localHeader(part), part.packed])
    directory.push(centralHeader(part, part.claimedAt ?? at, part.packed.length))
    body.push(local)
    at += local.length
  }
  const central = Buffer.concat(directory)
  return Buffer.concat([...body, central, endRecord(parts.length, central.length, at)])
}

const deflated = (name: string | Uint8Array, content: Uint8Array, flags = 0): ZipPart => ({
  name,
  packed: deflateRawSync(content),
  method: 8,
  sizeBytes: content.length,
  checksum: crc32(content),
  flags,
})

/** Deflates the same chunk many times without ever holding what it unpacks to. */
async function repeated(
  chunk: Uint8Array,
  times: number,
  head: Uint8Array = text(''),
  tail: Uint8Array = text(''),
): Promise<{ packed: Buffer; checksum: number }> {
  const packed: Buffer[] = []
  let checksum = 0
  const chunks = function* (): Generator<Uint8Array> {
    for (const part of [head, ...Array.from({ length: times }, () => chunk), tail]) {
      checksum = crc32(part, checksum)
      yield part
    }
  }
  for await (const data of Readable.from(chunks()).pipe(createDeflateRaw({ level: 3 }))) packed.push(data as Buffer)
  return { packed: Buffer.concat(packed), checksum }
}

// Word files.

const CONTENT_TYPES =
  text(`<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`)
const ROOT_RELATIONS =
  text(`<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`)
const wordXml = (body: string, prolog = '<?xml version="1.0" encoding="UTF-8"?>'): Uint8Array =>
  text(
    `${prolog}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  )
const wordParagraph = (value: string): string => `<w:p><w:r><w:t>${value}</w:t></w:r></w:p>`
const SENTENCE = 'Rådet tok saken til orientering og ba om en ny gjennomgang i neste møte.'
const word = (document: Uint8Array, more: Readonly<Record<string, Uint8Array>> = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': ROOT_RELATIONS,
    'word/document.xml': document,
    ...more,
  })
const wordParts = (document: ZipPart): ZipPart[] => [
  deflated('[Content_Types].xml', CONTENT_TYPES),
  deflated('_rels/.rels', ROOT_RELATIONS),
  document,
]
const goodWord = word(wordXml(wordParagraph(SENTENCE).repeat(40)))

// PDF files by hand.

/** Objects from number 1 on; the first is the catalogue. */
function rawPdf(objects: readonly (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let at = parts[0]?.length ?? 0
  for (const [index, object] of objects.entries()) {
    const bytes = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')])
    offsets.push(at)
    parts.push(bytes)
    at += bytes.length
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${at}\n%%EOF`,
    ),
  )
  return Buffer.concat(parts)
}

const stream = (dictionary: string, content: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from(`<</Length ${content.length}${dictionary}>>\nstream\n`),
    content,
    Buffer.from('\nendstream'),
  ])
const CATALOGUE = '<</Type/Catalog/Pages 2 0 R>>'
const ONE_PAGE = '<</Type/Pages/Kids[3 0 R]/Count 1>>'
const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'
const page = (more = ''): string =>
  `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>${more}>>`
const drawn = (value: string): string => `BT /F1 12 Tf 72 700 Td (${value}) Tj ET\n`

const MARGINS = { top: 60, bottom: 60, left: 60, right: 60 }

function madePdf(draw: (pdf: PdfDocument) => void, userPassword?: string): Promise<Buffer> {
  const document = new PdfDocument({ size: 'A4', margins: MARGINS, ...(userPassword && { userPassword }) })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<Buffer>((resolve) => document.on('end', () => resolve(Buffer.concat(chunks))))
  draw(document)
  document.end()
  return ended
}

const goodPdf = await madePdf((pdf) => {
  for (let count = 0; count < 60; count++) pdf.text(`${count + 1}. ${SENTENCE}`)
})
const SIDE = 200
const greyPicture = encodePng({
  width: SIDE,
  height: SIDE,
  rgba: Uint8Array.from({ length: SIDE * SIDE * 4 }, (_, at) => (at % 4 === 3 ? 255 : (at >> 6) % 2 === 0 ? 255 : 200)),
})

// Empty, cut short, wrongly named.
write('tom.pdf', '')
write('en-byte.docx', 'P')
write('bare-blanke.txt', ' \n\t\n '.repeat(100))
for (const share of [0.02, 0.2, 0.5, 0.8, 0.97])
  write(`avkortet-${share * 100}.pdf`, goodPdf.subarray(0, Math.floor(goodPdf.length * share)))
for (const share of [0.1, 0.5, 0.95])
  write(`avkortet-${share * 100}.docx`, goodWord.subarray(0, Math.floor(goodWord.length * share)))
write('egentlig-pdf.docx', goodPdf)
write('egentlig-docx.txt', goodWord)
write('egentlig-bilde.pdf', greyPicture)
write('egentlig-gzip.txt', gzipSync(text(SENTENCE.repeat(1000))))
write('bare-hode.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(50_000, 0x5a)]))

// Zip.
const bomb = await repeated(text('a'.repeat(MB)), 300)
const bombBytes = 300 * MB
const bombPart: ZipPart = { name: 'word/document.xml', method: 8, sizeBytes: bombBytes, ...bomb }
write('zipbombe.docx', rawZip(wordParts(bombPart)))
write('zipbombe-loyver.docx', rawZip(wordParts({ ...bombPart, sizeBytes: 1000 })))
const [DENSE_HEAD, DENSE_TAIL] = Buffer.from(wordXml('|')).toString().split('|').map(text)
const dense = await repeated(
  text(Array.from({ length: 20_000 }, (_, at) => wordParagraph(`${SENTENCE} ${at * 7919}`)).join('')),
  60,
  DENSE_HEAD,
  DENSE_TAIL,
)
write('tett-pakket.docx', rawZip(wordParts({ name: 'word/document.xml', method: 8, sizeBytes: 150 * MB, ...dense })))
const kernel = deflated('word/document.xml', text('0'.repeat(100_000)))
write(
  'overlapp.docx',
  rawZip([kernel, ...Array.from({ length: 200 }, (_, at) => ({ ...kernel, name: `word/${at}.xml`, claimedAt: 0 }))]),
)
const nested = Array.from({ length: 6 }).reduce<Uint8Array>(
  (inner, _, at) => zipSync(Object.fromEntries(Array.from({ length: 8 }, (_, copy) => [`${at}-${copy}.zip`, inner]))),
  deflateSync(new Uint8Array(MB)),
)
write('zip-i-zip.zip', nested)
write('zip-i-zip.docx', word(wordXml(wordParagraph(SENTENCE)), { 'word/embeddings/a.zip': nested }))
const whole = rawZip([{ name: 'word/document.xml', packed: text(SENTENCE), method: 0, sizeBytes: 0, checksum: 0 }])
const directoryAt = whole.readUInt32LE(whole.length - 6)
whole.writeUInt32LE(whole.length - 47, directoryAt + 20)
write('inneholder-seg-selv.docx', whole)
write(
  'mange-deler.docx',
  zipSync({
    'word/document.xml': wordXml(wordParagraph(SENTENCE)),
    ...Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`word/media/${at}.bin`, new Uint8Array(1)])),
  }),
)
write(
  'ut-av-mappen.docx',
  word(wordXml(wordParagraph(SENTENCE)), { '../../../../etc/cron.d/rakel': text('* * * * * x') }),
)
write(
  'nul-navn.docx',
  rawZip([
    ...wordParts(deflated('word/document.xml', wordXml(wordParagraph(SENTENCE)))),
    deflated(Buffer.from('word/a\0b.xml'), text('x')),
  ]),
)
write('kryptert-del.docx', rawZip(wordParts(deflated('word/document.xml', wordXml(wordParagraph(SENTENCE)), 1))))
write(
  'to-like-navn.docx',
  rawZip([
    ...wordParts(deflated('word/document.xml', wordXml(wordParagraph(SENTENCE)))),
    deflated('word/document.xml', wordXml('annet')),
  ]),
)
const wrongSum = Buffer.from(goodWord)
wrongSum[Math.floor(wrongSum.length / 2)] = 0xff - (wrongSum[Math.floor(wrongSum.length / 2)] ?? 0)
write('feil-sum.docx', wrongSum)

// XML.
const LAUGHS = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a0 "ha">${Array.from({ length: 12 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`).join('')}]>`
write('milliard.docx', word(wordXml(wordParagraph('&a12;'), LAUGHS)))
const OUTSIDE = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
write('xxe.docx', word(wordXml(wordParagraph('&x;'), OUTSIDE)))
const wide = Buffer.concat([
  Buffer.from([0xff, 0xfe]),
  Buffer.from(Buffer.from(wordXml(wordParagraph('&x;'), OUTSIDE)).toString('utf8'), 'utf16le'),
])
write('xxe-utf16.docx', word(wide))
write('dyp.docx', word(wordXml('<w:tbl><w:tr><w:tc>'.repeat(60_000))))
write('makro.docm', word(wordXml(wordParagraph(SENTENCE)), { 'word/vbaProject.bin': new Uint8Array(2000) }))

// OLE.
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
write('gammel.doc', Buffer.concat([OLE, Buffer.alloc(4000), Buffer.from('WordDocument', 'utf16le')]))
write('gammel-makro.doc', Buffer.concat([OLE, Buffer.alloc(4000), Buffer.from('_VBA_PROJECT', 'utf16le')]))
write('passord.docx', Buffer.concat([OLE, Buffer.alloc(4000), Buffer.from('EncryptedPackage', 'utf16le')]))

// PDF.
async function bombStream(chunk: string, times: number): Promise<Buffer> {
  const { packed } = await repeated(text(chunk), times)
  const head = Buffer.from([0x78, 0xda])
  return stream('/Filter/FlateDecode', Buffer.concat([head, packed, Buffer.alloc(4)]))
}
write(
  '300-mb-tegning.pdf',
  rawPdf([CATALOGUE, ONE_PAGE, page(), await bombStream(drawn('Budsjett').repeat(25_000), 300), FONT]),
)
write(
  '300-mb-strek.pdf',
  rawPdf([CATALOGUE, ONE_PAGE, page(), await bombStream('0 0 m 9 9 l S\n'.repeat(75_000), 300), FONT]),
)
write(
  'sirkel.pdf',
  rawPdf([CATALOGUE, '<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>', '<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 1>>']),
)
write(
  '100000-sider.pdf',
  rawPdf([
    CATALOGUE,
    `<</Type/Pages/Kids[${Array.from({ length: 100_000 }, () => '3 0 R').join(' ')}]/Count 100000>>`,
    page(),
    stream('', text(drawn('Side'))),
    FONT,
  ]),
)
write(
  'loyver-om-sider.pdf',
  rawPdf([CATALOGUE, '<</Type/Pages/Kids[3 0 R]/Count 2000000000>>', page(), stream('', text(drawn('Side'))), FONT]),
)
write(
  'dype-lister.pdf',
  rawPdf([
    CATALOGUE,
    ONE_PAGE,
    page(`/X ${'['.repeat(200_000)}${']'.repeat(200_000)}`),
    stream('', text(drawn('Side'))),
    FONT,
  ]),
)
write(
  'seg-selv-som-skjema.pdf',
  rawPdf([
    CATALOGUE,
    ONE_PAGE,
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 6 0 R>>/Font<</F1 5 0 R>>>>>>',
    stream('', text('/X Do '.repeat(1000))),
    FONT,
    stream('/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>', text('/X Do /X Do')),
  ]),
)
let layered: Buffer = deflateSync(Buffer.alloc(20 * MB))
for (let layer = 0; layer < 30; layer++) layered = deflateSync(layered)
write(
  'mange-lag.pdf',
  rawPdf([CATALOGUE, ONE_PAGE, page(), stream(`/Filter[${'/FlateDecode'.repeat(31)}]`, layered), FONT]),
)
write('passord.pdf', await madePdf((pdf) => void pdf.text(SENTENCE), 'hemmelig'))
write('bare-bilde.pdf', await madePdf((pdf) => void pdf.image(Buffer.from(greyPicture), 50, 50, { width: 400 })))
const FORM = text('<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template/></xdp:xdp>')
write(
  'xfa.pdf',
  rawPdf([
    '<</Type/Catalog/Pages 2 0 R/NeedsRendering true/AcroForm<</Fields[]/XFA 6 0 R>>>>',
    ONE_PAGE,
    page(),
    stream('', text(drawn('Please wait...'))),
    FONT,
    stream('', FORM),
  ]),
)
write(
  'skript.pdf',
  rawPdf([
    '<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(while\\(true\\){})>>>>',
    ONE_PAGE,
    page(),
    stream('', text(drawn('Saken ble utsatt til neste moete'))),
    FONT,
  ]),
)

// Other formats.
write('utf16.txt', Buffer.from(`\ufeffMøte i rådet. ${SENTENCE}`, 'utf16le'))
write('nul-tegn.txt', `${SENTENCE}\0${SENTENCE}`)
write('en-linje.txt', Buffer.alloc(49 * MB, 'vedtak '))
write('mange-linjer.txt', Buffer.alloc(20 * MB, 'Vedtak: a\n1.1.1 Til stede: b,\n'))
write('tallrekke.txt', Array.from({ length: 3000 }, (_, at) => `${'1 '.repeat(600)}${at}`).join('\n'))
write('etiketter.txt', `${'Til stede: '.repeat(20_000)}\n${', '.repeat(300_000)}\n${'PS 1/24 '.repeat(30_000)}`)
write('dyp.md', `${'['.repeat(100_000)}x${'](a)'.repeat(1000)}\n\n${'> '.repeat(20_000)}y\n\n${'- '.repeat(5000)}z`)
write(
  'dyp.html',
  `<!doctype html><html><body>${'<div><b><table><tr><td>'.repeat(100_000)}Vedtak${'<a href="'.repeat(50_000)}`,
)
write('lukker-alt.html', `<html><body>${'<i>'.repeat(30_000)}${'</b>'.repeat(30_000)}Vedtak</body></html>`)
const boundaries = Array.from(
  { length: 1000 },
  (_, at) => `Content-Type: multipart/mixed; boundary="b${at}"\r\n\r\n--b${at}\r\n`,
)
write(
  'dyp.eml',
  `From: a@example.no\r\nDate: Mon, 1 Jan 2024 10:00:00 +0100\r\nMIME-Version: 1.0\r\n${boundaries.join('')}\r\n${SENTENCE}`,
)
write('feil.rtf', '{\\rtf1\\ansi Vedtak}')
const SHEET = 'xl/worksheets/sheet1.xml'
const book = (sheet: Uint8Array): Record<string, Uint8Array> => ({
  'xl/workbook.xml': text('<workbook xmlns:r="r"><sheets><sheet name="Ark" r:id="rId1"/></sheets></workbook>'),
  'xl/_rels/workbook.xml.rels': text(
    '<Relationships><Relationship Id="rId1" Type="t/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  ),
  [SHEET]: sheet,
})
const cells = Array.from(
  { length: 600_000 },
  (_, at) => `<row r="${at + 1}"><c r="XFD${at + 1}"><v>${(at * 7919) % 10_007}</v></c></row>`,
)
write('mange-celler.xlsx', zipSync(book(text(`<worksheet><sheetData>${cells.join('')}</sheetData></worksheet>`))))
write(
  'fjern-celle.xlsx',
  zipSync(
    book(
      text(
        '<worksheet><sheetData><row r="999999999"><c r="ZZZZZZ9"><v>1e999</v></c><c t="s"><v>-5</v></c><c r="A1" t="inlineStr"><is><t>Sum</t></is></c></row></sheetData></worksheet>',
      ),
    ),
  ),
)
write(
  'samme-lysbilde.pptx',
  zipSync({
    'ppt/presentation.xml': text(
      `<p:presentation xmlns:p="p" xmlns:r="r">${'<p:sldId r:id="rId1"/>'.repeat(100_000)}</p:presentation>`,
    ),
    'ppt/_rels/presentation.xml.rels': text(
      '<Relationships><Relationship Id="rId1" Type="t/slide" Target="slides/slide1.xml"/></Relationships>',
    ),
    'ppt/slides/slide1.xml': text(
      `<p:sld xmlns:p="p" xmlns:a="a"><p:sp><a:p><a:r><a:t>${SENTENCE.repeat(100)}</a:t></a:r></a:p></p:sp></p:sld>`,
    ),
  }),
)
const hugePicture = Buffer.from(greyPicture)
hugePicture.writeUInt32BE(60_000, 16)
hugePicture.writeUInt32BE(60_000, 20)
write('enormt-bilde.png', hugePicture)

// E-mails.
const attached = (name: string, bytes: Uint8Array) => ({ name, bytes })
const MAIL: MadeMail = { subject: 'Møte', text: SENTENCE, attachments: [attached('referat.pdf', goodPdf)] }
const LARGE_MAIL: MadeMail = { ...MAIL, attachments: [attached('referat.txt', Buffer.alloc(20_000, SENTENCE))] }
const goodMsg = makeMsg(LARGE_MAIL)
for (const share of [0.05, 0.5, 0.95])
  write(`avkortet-${share * 100}.msg`, goodMsg.subarray(0, Math.floor(goodMsg.length * share)))
const DIRECTORY_AT = 48
/** Fields of a directory entry, in bytes. */
const ENTRY = { child: 76, start: 116, size: 120 } as const
const ATTACHED_BYTES = '__substg1.0_37010102'
const FIRST_ATTACHMENT = '__attach_version1.0_#00000000'
function changedMsg(name: string, change: (msg: Written) => readonly [at: number, value: number]): void {
  const msg = writeMsg(LARGE_MAIL)
  const [at, value] = change(msg)
  msg.bytes.writeUInt32LE(value, at)
  write(name, msg.bytes)
}
changedMsg('sirkel-i-mappene.msg', ({ bytes, nextAt }) => {
  const start = bytes.readUInt32LE(DIRECTORY_AT)
  return [nextAt(start), start]
})
changedMsg('sirkel-i-vedlegg.msg', ({ bytes, entryAt, nextAt }) => {
  const start = bytes.readUInt32LE(entryAt(ATTACHED_BYTES) + ENTRY.start)
  return [nextAt(start + 1), start]
})
changedMsg('mappe-i-seg-selv.msg', ({ entryAt }) => {
  const number = (entryAt(FIRST_ATTACHMENT) - entryAt('Root Entry')) / 128
  return [entryAt(FIRST_ATTACHMENT) + ENTRY.child, number]
})
changedMsg('loyver-om-vedlegg.msg', ({ entryAt }) => [entryAt(ATTACHED_BYTES) + ENTRY.size, 0x7fffffff])
changedMsg('loyver-om-emne.msg', ({ entryAt }) => [entryAt('__substg1.0_0037001F') + ENTRY.size, 0x7fffffff])
const many = Array.from({ length: 150 }, (_, at) => attached(`${at}.txt`, Buffer.alloc(8192, `${at} `)))
const shared = writeMsg({ ...MAIL, attachments: [attached('stor.bin', Buffer.alloc(MB)), ...many] })
const sharedStart = shared.bytes.readUInt32LE(shared.entryAt(ATTACHED_BYTES) + ENTRY.start)
for (let at = shared.bytes.indexOf(Buffer.from(ATTACHED_BYTES, 'utf16le')); at >= 0; ) {
  shared.bytes.writeUInt32LE(sharedStart, at + ENTRY.start)
  shared.bytes.writeUInt32LE(MB, at + ENTRY.size)
  at = shared.bytes.indexOf(Buffer.from(ATTACHED_BYTES, 'utf16le'), at + 1)
}
write('felles-vedlegg.msg', shared.bytes)
write(
  'post-i-word.doc',
  writeCompoundFile({ WordDocument: text(SENTENCE), ObjectPool: { Mail: msgFolder(MAIL) } }).bytes,
)

const nestedMail = (depth: number): MadeMail => ({ ...MAIL, ...(depth > 0 && { mails: [nestedMail(depth - 1)] }) })
const NOTES = text('Møtereferat styret 1.3.2024')
const manyAttachments = {
  ...MAIL,
  attachments: Array.from({ length: 10_000 }, (_, at) => attached(`${at}.txt`, NOTES)),
}
const WAYS_OUT = [
  '../../../../etc/cron.d/rakel',
  'C:\\Windows\\a.txt',
  '..',
  '/',
  'a\0b.txt',
  `${'langt '.repeat(1000)}.txt`,
  '//a//b',
]
const badCompany = {
  ...MAIL,
  attachments: [
    attached('bombe.docx', rawZip(wordParts(bombPart))),
    attached('makro.docm', word(wordXml(wordParagraph(SENTENCE)), { 'word/vbaProject.bin': new Uint8Array(2000) })),
    attached('winmail.dat', Buffer.from('789f3e220100', 'hex')),
    attached('avkortet.msg', goodMsg.subarray(0, 3000)),
    attached('godt.pdf', goodPdf),
  ],
}
for (const [kind, make] of [
  ['eml', makeEml],
  ['msg', makeMsg],
] as const) {
  write(`post-i-post-50.${kind}`, make(nestedMail(50)))
  write(`10000-vedlegg.${kind}`, make(manyAttachments))
  write(
    `veier-ut.${kind}`,
    make({ ...MAIL, attachments: WAYS_OUT.map((name, at) => attached(name, text(`${SENTENCE} ${kind} ${at}`))) }),
  )
  write(`darlig-selskap.${kind}`, make(badCompany))
}
// Enveloped data of S/MIME, cut after its type.
const ENVELOPED = Buffer.from('308006092a864886f70d010703a0803080', 'hex')
write('kryptert.msg', makeMsg({ subject: 'Sikker', attachments: [attached('smime.p7m', ENVELOPED)] }))
write('kryptert.eml', makeEml({ subject: 'Sikker', attachments: [attached('smime.p7m', ENVELOPED)] }))
write(
  'mange-deler.eml',
  `From: a@example.no\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\n\r\n'.repeat(500_000)}`,
)

// Names.
const NAMES = [
  'referat\u202efdp.txt',
  `${'langt-navn-'.repeat(22)}.txt`,
  'linje\nskift.txt',
  'a\u030arsrapport.txt',
  'CON .txt',
  '\u200b\ufeff.txt',
  '-rf $(reboot) ; & | "quoted".txt',
]
for (const [number, name] of NAMES.entries()) write(name, `${SENTENCE} Sak ${number}.`)
