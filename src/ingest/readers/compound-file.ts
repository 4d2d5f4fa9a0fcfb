import { CannotRead } from './archive.ts'

/** A storage of a compound file (MS-CFB): a folder with streams and other storages. Names are as written. */
export interface Storage {
  has(name: string): boolean
  /**
   * @returns undefined when there is no such stream
   * @throws CannotRead `damaged` or `unsafe-inside`; never more bytes than the file has, over all streams together
   */
  read(name: string): Buffer | undefined
  /** Storages whose name begins so, by name. */
  storages(prefix: string): readonly Storage[]
}

/** The stream that makes a storage an e-mail of Outlook (MS-OXMSG). */
export const MSG_PROPERTIES = '__properties_version1.0'

const SIGNATURE = 'd0cf11e0a1b11ae1'
const HEADER_BYTES = 512
const ENTRY_BYTES = 128
const MAX_ENTRIES = 65_536
/** Sector numbers from here on are marks: end of chain, free, and the table's own sectors. */
const FIRST_MARK = 0xfffffffa
const END_OF_CHAIN = 0xfffffffe
const NO_ENTRY = 0xffffffff
const STORAGE = 1
const STREAM = 2
const ROOT = 5
/** Header fields, in bytes from the start. */
const AT = {
  sectorShift: 30,
  miniShift: 32,
  tableSectors: 44,
  directoryStart: 48,
  miniCutoff: 56,
  miniTableStart: 60,
  listStart: 68,
  listSectors: 72,
  list: 76,
} as const

/**
 * Sectors that are chained by a table. Each is handed out once: chains that meet, or lead back into themselves, are how a
 * small file claims to hold endlessly much.
 */
interface Sectors {
  /** @param sizeBytes how much of the chain is wanted; all of it when undefined */
  chain(start: number, sizeBytes: number | undefined): Buffer
}

function sectorsOf(content: Buffer, sectorBytes: number, next: Uint32Array): Sectors {
  const count = Math.min(next.length, Math.ceil(content.length / sectorBytes))
  const isTaken = new Uint8Array(count)
  return {
    chain(start, sizeBytes) {
      if (sizeBytes !== undefined && sizeBytes > content.length) throw new CannotRead('damaged')
      const wanted = sizeBytes === undefined ? count : Math.ceil(sizeBytes / sectorBytes)
      const parts: Buffer[] = []
      let sector = start
      for (; parts.length < wanted && sector < FIRST_MARK; sector = next[sector] ?? END_OF_CHAIN) {
        if (sector >= count) throw new CannotRead('damaged')
        if (isTaken[sector]) throw new CannotRead('unsafe-inside')
        isTaken[sector] = 1
        parts.push(content.subarray(sector * sectorBytes, (sector + 1) * sectorBytes))
      }
      if (sizeBytes === undefined && sector < FIRST_MARK) throw new CannotRead('unsafe-inside')
      const chained = Buffer.concat(parts)
      if (chained.length < (sizeBytes ?? 0)) throw new CannotRead('damaged')
      return chained.subarray(0, sizeBytes)
    },
  }
}

const numbersOf = (bytes: Buffer): Uint32Array =>
  Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => bytes.readUInt32LE(index * 4))

/** The sectors that hold the table: the first 109 stand in the header, the others in a chain of lists. */
function tableSectors(file: Buffer, body: Buffer, sectorBytes: number): number[] {
  const count = file.readUInt32LE(AT.tableSectors)
  const sectorCount = Math.ceil(body.length / sectorBytes)
  if (count > sectorCount) throw new CannotRead('damaged')
  const sectors = [...numbersOf(file.subarray(AT.list, HEADER_BYTES))]
  let list = file.readUInt32LE(AT.listStart)
  for (let read = 0; sectors.length < count && list < FIRST_MARK; read++) {
    if (list >= sectorCount || read > sectorCount) throw new CannotRead('damaged')
    const numbers = numbersOf(body.subarray(list * sectorBytes, (list + 1) * sectorBytes))
    sectors.push(...numbers.subarray(0, -1))
    list = numbers.at(-1) ?? END_OF_CHAIN
  }
  const table = sectors.slice(0, count)
  if (table.some((sector) => (sector + 1) * sectorBytes > body.length)) throw new CannotRead('damaged')
  return table
}

interface Entry {
  readonly name: string
  readonly type: number
  readonly siblings: readonly number[]
  readonly child: number
  readonly start: number
  readonly sizeBytes: number
}

function readEntries(directory: Buffer): Entry[] {
  const count = Math.floor(directory.length / ENTRY_BYTES)
  if (count > MAX_ENTRIES) throw new CannotRead('too-large-inside')
  return Array.from({ length: count }, (_, index) => {
    const entry = directory.subarray(index * ENTRY_BYTES, (index + 1) * ENTRY_BYTES)
    const nameBytes = Math.min(64, entry.readUInt16LE(64))
    return {
      name: entry.toString('utf16le', 0, Math.max(0, nameBytes - 2)),
      type: entry.readUInt8(66),
      siblings: [entry.readUInt32LE(68), entry.readUInt32LE(72)],
      child: entry.readUInt32LE(76),
      start: entry.readUInt32LE(116),
      sizeBytes: entry.readUInt32LE(120),
    }
  })
}

/** @returns for each entry the numbers of those directly in it; an entry has one place */
function readTree(entries: readonly Entry[]): number[][] {
  const isSeen = new Uint8Array(entries.length)
  const inside: number[][] = entries.map(() => [])
  const open: { at: number; holder: number }[] = [{ at: entries[0]?.child ?? NO_ENTRY, holder: 0 }]
  for (let place = open.pop(); place; place = open.pop()) {
    const { at, holder } = place
    if (at === NO_ENTRY) continue
    const entry = entries[at]
    if (!entry) throw new CannotRead('damaged')
    if (isSeen[at] || at === 0) throw new CannotRead('unsafe-inside')
    isSeen[at] = 1
    inside[holder]?.push(at)
    for (const sibling of entry.siblings) open.push({ at: sibling, holder })
    if (entry.type === STORAGE) open.push({ at: entry.child, holder: at })
  }
  return inside
}

/**
 * The root of a compound file, which Outlook's e-mails and the Office files of before 2007 are. Written anew and not taken
 * from a library: see docs/decisions/0011-mail-and-attachments.md.
 * @throws CannotRead `damaged`, `unsafe-inside` or `too-large-inside`
 */
export function openCompoundFile(bytes: Uint8Array): Storage {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length < HEADER_BYTES || file.toString('hex', 0, 8) !== SIGNATURE) throw new CannotRead('damaged')
  const [sectorShift, miniShift] = [file.readUInt16LE(AT.sectorShift), file.readUInt16LE(AT.miniShift)]
  if ((sectorShift !== 9 && sectorShift !== 12) || miniShift !== 6) throw new CannotRead('damaged')
  const sectorBytes = 1 << sectorShift
  const body = file.subarray(sectorBytes)
  const table = tableSectors(file, body, sectorBytes).map((sector) =>
    body.subarray(sector * sectorBytes, (sector + 1) * sectorBytes),
  )
  const sectors = sectorsOf(body, sectorBytes, numbersOf(Buffer.concat(table)))
  const entries = readEntries(sectors.chain(file.readUInt32LE(AT.directoryStart), undefined))
  const inside = readTree(entries)
  const root = entries[0]
  if (root?.type !== ROOT) throw new CannotRead('damaged')

  const miniCutoff = file.readUInt32LE(AT.miniCutoff)
  let small: Sectors | undefined
  const smallSectors = (): Sectors => {
    small ??= sectorsOf(
      sectors.chain(root.start, root.sizeBytes),
      1 << miniShift,
      numbersOf(sectors.chain(file.readUInt32LE(AT.miniTableStart), undefined)),
    )
    return small
  }
  const streams = new Map<number, Buffer>()
  const streamAt = (at: number, { start, sizeBytes }: Entry): Buffer => {
    const read = streams.get(at) ?? (sizeBytes < miniCutoff ? smallSectors() : sectors).chain(start, sizeBytes)
    streams.set(at, read)
    return read
  }
  const storageAt = (at: number): Storage => {
    const byName = new Map((inside[at] ?? []).map((child) => [entries[child]?.name ?? '', child]))
    return {
      has: (name) => byName.has(name),
      read(name) {
        const child = byName.get(name) ?? NO_ENTRY
        const entry = entries[child]
        return entry?.type === STREAM ? streamAt(child, entry) : undefined
      },
      storages: (prefix) =>
        [...byName]
          .filter(([name, child]) => name.startsWith(prefix) && entries[child]?.type === STORAGE)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([, child]) => storageAt(child)),
    }
  }
  return storageAt(0)
}
