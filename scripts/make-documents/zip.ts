import { crc32, inflateRawSync } from 'node:zlib'

export interface ZipEntry {
  readonly name: string
  readonly data: Buffer
}

const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50
const DEFLATED = 8
/** Names are UTF-8. */
const UTF8_FLAG = 0x0800

/** Reads the entries of an archive that is our own: no limits, no encryption, no ZIP64. In the archive's order. */
export function readZip(bytes: Buffer): ZipEntry[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0) throw new Error('not a zip archive')
  const count = bytes.readUInt16LE(end + 10)
  const entries: ZipEntry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    const method = bytes.readUInt16LE(at + 10)
    const compressedSize = bytes.readUInt32LE(at + 20)
    const nameLength = bytes.readUInt16LE(at + 28)
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const stored = bytes.subarray(start, start + compressedSize)
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      data: method === DEFLATED ? inflateRawSync(stored) : Buffer.from(stored),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** Writes entries without compression: deflate gives other bytes on other machines. */
export function writeStoredZip(entries: readonly ZipEntry[], modifiedUtc: Date): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, data } of entries) {
    const encodedName = Buffer.from(name, 'utf8')
    const shared = sharedHeader(encodedName, data, modifiedUtc)
    const local = Buffer.alloc(4)
    local.writeUInt32LE(LOCAL_HEADER)
    parts.push(local, shared, encodedName, data)

    const central = Buffer.alloc(46)
    central.writeUInt32LE(CENTRAL_HEADER, 0)
    central.writeUInt16LE(20, 4)
    shared.copy(central, 6)
    central.writeUInt32LE(offset, 42)
    directory.push(central, encodedName)
    offset += local.length + shared.length + encodedName.length + data.length
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END_OF_DIRECTORY, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, ...directory, end])
}

/** The 26 bytes that stand in both headers of an entry. */
function sharedHeader(encodedName: Buffer, data: Buffer, modifiedUtc: Date): Buffer {
  const header = Buffer.alloc(26)
  header.writeUInt16LE(20, 0)
  header.writeUInt16LE(UTF8_FLAG, 2)
  header.writeUInt16LE((modifiedUtc.getUTCHours() << 11) | (modifiedUtc.getUTCMinutes() << 5), 6)
  header.writeUInt16LE(
    ((modifiedUtc.getUTCFullYear() - 1980) << 9) | ((modifiedUtc.getUTCMonth() + 1) << 5) | modifiedUtc.getUTCDate(),
    8,
  )
  header.writeUInt32LE(crc32(data), 10)
  header.writeUInt32LE(data.length, 14)
  header.writeUInt32LE(data.length, 18)
  header.writeUInt16LE(encodedName.length, 22)
  return header
}
