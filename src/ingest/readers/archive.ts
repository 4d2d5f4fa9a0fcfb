import { crc32, inflateRawSync } from 'node:zlib'
import { zipSync } from 'fflate'
import type { FailureCode } from '../ports.ts'

const MB = 1024 * 1024
const MAX_ENTRIES = 2000
const MAX_TOTAL_BYTES = 200 * MB
const MAX_RATIO = 100
/** Small parts of white space pack better than any limit; only from here on does the ratio count. */
const RATIO_FROM_BYTES = 1 * MB
/** The end record is 22 bytes and a comment of at most 64 kB. */
const MAX_TAIL_BYTES = 22 + 0xffff

const END_RECORD = 0x06054b50
const CENTRAL_HEADER = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const ENCRYPTED_FLAG = 1
const STORED = 0
const DEFLATED = 8
/** Stands in a 32-bit field whose value is in the ZIP64 extra field instead. */
const IN_EXTRA_FIELD = 0xffffffff
const ZIP64_FIELD = 1

/** Thrown by a reader at whatever depth it finds that a file may not be read. */
export class CannotRead extends Error {
  override readonly name = 'CannotRead'
  readonly code: FailureCode
  constructor(code: FailureCode) {
    super(code)
    this.code = code
  }
}

/** @returns what is read, or why a part of it may not be */
export async function orRefusal<Read>(read: () => Read | Promise<Read>): Promise<Read | FailureCode> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof CannotRead) return error.code
    throw error
  }
}

/** A zip file whose directory has been checked before anything in it was inflated. */
export interface Archive {
  readonly names: readonly string[]
  /**
   * @returns undefined when there is no such part
   * @throws CannotRead when it is damaged, or larger than the limits, which are counted over all parts read
   */
  read(name: string): Buffer | undefined
}

interface Entry {
  readonly name: string
  readonly method: number
  readonly isEncrypted: boolean
  readonly checksum: number
  readonly packedBytes: number
  readonly localAt: number
}

interface Place {
  readonly from: number
  readonly to: number
}

function endRecordAt(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - MAX_TAIL_BYTES)
  for (let at = bytes.length - 22; at >= lowest; at--) if (bytes.readUInt32LE(at) === END_RECORD) return at
  throw new CannotRead('damaged')
}

/** Values that did not fit 32 bits, in the order their fields come. */
function zip64Values(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; ) {
    const sizeBytes = extra.readUInt16LE(at + 2)
    const body = extra.subarray(at + 4, at + 4 + sizeBytes)
    if (extra.readUInt16LE(at) === ZIP64_FIELD)
      return Array.from({ length: Math.floor(body.length / 8) }, (_, index) => Number(body.readBigUInt64LE(index * 8)))
    at += 4 + sizeBytes
  }
  return []
}

/** No name leads anywhere but down from the archive's root. */
function safeName(raw: Buffer): string {
  const name = raw.toString('utf8').replaceAll('\\', '/')
  const isUnsafe =
    name.includes('\0') || name.startsWith('/') || /^[a-z]:/i.test(name) || name.split('/').includes('..')
  if (isUnsafe) throw new CannotRead('unsafe-inside')
  return name
}

interface Directory {
  readonly entries: Entry[]
  readonly startsAt: number
}

function readDirectory(bytes: Buffer): Directory {
  const end = endRecordAt(bytes)
  const count = bytes.readUInt16LE(end + 10)
  if (count > MAX_ENTRIES) throw new CannotRead('too-large-inside')
  const entries: Entry[] = []
  const startsAt = bytes.readUInt32LE(end + 16)
  let at = startsAt
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(at) !== CENTRAL_HEADER) throw new CannotRead('damaged')
    const nameBytes = bytes.readUInt16LE(at + 28)
    const extraBytes = bytes.readUInt16LE(at + 30)
    const extraAt = at + 46 + nameBytes
    const large = zip64Values(bytes.subarray(extraAt, extraAt + extraBytes))
    const [size, packed, local] = [24, 20, 42].map((field) => bytes.readUInt32LE(at + field))
    if (size === IN_EXTRA_FIELD) large.shift()
    entries.push({
      name: safeName(bytes.subarray(at + 46, extraAt)),
      method: bytes.readUInt16LE(at + 10),
      isEncrypted: (bytes.readUInt16LE(at + 8) & ENCRYPTED_FLAG) !== 0,
      checksum: bytes.readUInt32LE(at + 16),
      packedBytes: (packed === IN_EXTRA_FIELD ? large.shift() : packed) ?? 0,
      localAt: (local === IN_EXTRA_FIELD ? large.shift() : local) ?? 0,
    })
    at = extraAt + extraBytes + bytes.readUInt16LE(at + 32)
  }
  return { entries, startsAt }
}

function placeOf(bytes: Buffer, { localAt, packedBytes }: Entry): Place {
  if (bytes.readUInt32LE(localAt) !== LOCAL_HEADER) throw new CannotRead('damaged')
  const from = localAt + 30 + bytes.readUInt16LE(localAt + 26) + bytes.readUInt16LE(localAt + 28)
  if (from + packedBytes > bytes.length) throw new CannotRead('damaged')
  return { from, to: from + packedBytes }
}

/** Honest programs write part after part; parts that share bytes are how a small file claims to hold petabytes. */
function refuseOverlaps({ entries, startsAt }: Directory, places: readonly Place[]): void {
  if (places.some((place) => place.to > startsAt)) throw new CannotRead('unsafe-inside')
  const ordered = entries
    .map((entry, index) => ({ start: entry.localAt, end: places[index]?.to ?? entry.localAt }))
    .sort((a, b) => a.start - b.start)
  for (const [index, { start }] of ordered.entries())
    if (index > 0 && start < (ordered[index - 1]?.end ?? 0)) throw new CannotRead('unsafe-inside')
}

/** @throws CannotRead */
function checkedEntries(bytes: Buffer): { entries: Entry[]; places: Place[] } {
  try {
    const directory = readDirectory(bytes)
    const { entries } = directory
    if (entries.some((entry) => entry.isEncrypted)) throw new CannotRead('encrypted')
    const places = entries.map((entry) => placeOf(bytes, entry))
    refuseOverlaps(directory, places)
    return { entries, places }
  } catch (error) {
    // A field that points out of the file.
    if ((error as Error).name === 'RangeError') throw new CannotRead('damaged')
    throw error
  }
}

/** @throws CannotRead `damaged`, `encrypted`, `unsafe-inside` or `too-large-inside`; nothing has been inflated then */
export function openArchive(given: Uint8Array): Archive {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  const { entries, places } = checkedEntries(bytes)
  const indexOf = new Map(entries.map(({ name }, index) => [name, index]))
  if (indexOf.size < entries.length) throw new CannotRead('unsafe-inside')
  let leftBytes = MAX_TOTAL_BYTES
  return {
    names: entries.map((entry) => entry.name),
    read(name) {
      const index = indexOf.get(name) ?? -1
      const entry = entries[index]
      const place = places[index]
      if (!entry || !place) return undefined
      const packed = bytes.subarray(place.from, place.to)
      const limit = Math.min(leftBytes, Math.max(RATIO_FROM_BYTES, packed.length * MAX_RATIO))
      const content = unpack(packed, entry.method, limit)
      if (crc32(content) !== entry.checksum) throw new CannotRead('damaged')
      leftBytes -= content.length
      return content
    },
  }
}

function unpack(packed: Buffer, method: number, limit: number): Buffer {
  if (method !== STORED && method !== DEFLATED) throw new CannotRead('damaged')
  if (method === STORED) {
    if (packed.length > limit) throw new CannotRead('too-large-inside')
    return packed
  }
  if (limit < 1) throw new CannotRead('too-large-inside')
  try {
    return inflateRawSync(packed, { maxOutputLength: limit })
  } catch (error) {
    const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    throw new CannotRead(isTooLarge ? 'too-large-inside' : 'damaged')
  }
}

/** A new zip of parts that were read within the limits: a library that is handed this can find nothing else. */
export const packAgain = (parts: Readonly<Record<string, Uint8Array>>): Uint8Array => zipSync(parts, { level: 0 })
