/** Writes compound files (MS-CFB), which Outlook's e-mails are: for tests of what reads them. */

export interface Folder {
  readonly [name: string]: Uint8Array | Folder
}

const SECTOR_BYTES = 512
const MINI_BYTES = 64
const MINI_CUTOFF = 4096
const NUMBERS_IN_SECTOR = SECTOR_BYTES / 4
const LISTED_IN_HEADER = 109
const TABLE_MARK = 0xfffffffd
const LIST_MARK = 0xfffffffc
const END_OF_CHAIN = 0xfffffffe
const FREE = 0xffffffff
const NONE = 0xffffffff

interface Entry {
  readonly name: string
  readonly type: 1 | 2 | 5
  readonly content: Uint8Array
  left: number
  right: number
  child: number
  start: number
}

/** Shorter names come first; that is how programs look them up. */
const inOrder = (a: string, b: string): number => a.length - b.length || (a.toUpperCase() < b.toUpperCase() ? -1 : 1)

function entriesOf(root: Folder): Entry[] {
  const entries: Entry[] = []
  const add = (name: string, type: Entry['type'], content: Uint8Array): number =>
    entries.push({ name, type, content, left: NONE, right: NONE, child: NONE, start: END_OF_CHAIN }) - 1
  const fill = (holder: number, folder: Folder): void => {
    const names = Object.keys(folder).sort(inOrder)
    const numbers = names.map((name) => {
      const part = folder[name]
      if (part instanceof Uint8Array) return add(name, 2, part)
      const number = add(name, 1, new Uint8Array())
      if (part) fill(number, part)
      return number
    })
    const balance = (from: number, to: number): number => {
      if (from >= to) return NONE
      const middle = (from + to) >> 1
      const number = numbers[middle] ?? NONE
      const entry = entries[number]
      if (entry) Object.assign(entry, { left: balance(from, middle), right: balance(middle + 1, to) })
      return number
    }
    const entry = entries[holder]
    if (entry) entry.child = balance(0, numbers.length)
  }
  fill(add('Root Entry', 5, new Uint8Array()), root)
  return entries
}

const padded = (bytes: Uint8Array, unit: number): Buffer =>
  Buffer.concat([bytes, Buffer.alloc((unit - (bytes.length % unit)) % unit)])

function numbersToBytes(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4)
  for (const [index, number] of numbers.entries()) bytes.writeUInt32LE(number, index * 4)
  return bytes
}

/** Contents one after the other, each a chain of its own. */
function chained(unit: number): { add(content: Uint8Array): number; next: number[]; bytes(): Buffer } {
  const parts: Buffer[] = []
  const next: number[] = []
  return {
    next,
    add(content) {
      if (content.length === 0) return END_OF_CHAIN
      const start = next.length
      const count = Math.ceil(content.length / unit)
      for (let at = 1; at < count; at++) next.push(start + at)
      next.push(END_OF_CHAIN)
      parts.push(padded(content, unit))
      return start
    },
    bytes: () => Buffer.concat(parts),
  }
}

function directoryOf(entries: readonly Entry[]): Buffer {
  const bytes = Buffer.alloc(Math.ceil(entries.length / 4) * SECTOR_BYTES)
  for (let at = 0; at < bytes.length; at += 128) bytes.fill(0xff, at + 68, at + 80)
  for (const [index, { name, type, content, left, right, child, start }] of entries.entries()) {
    const at = index * 128
    bytes.write(name, at, 62, 'utf16le')
    bytes.writeUInt16LE((name.length + 1) * 2, at + 64)
    bytes.writeUInt8(type, at + 66)
    bytes.writeUInt8(1, at + 67)
    bytes.writeUInt32LE(left, at + 68)
    bytes.writeUInt32LE(right, at + 72)
    bytes.writeUInt32LE(child, at + 76)
    bytes.writeUInt32LE(start, at + 116)
    bytes.writeUInt32LE(content.length, at + 120)
  }
  return bytes
}

/** Where the parts lie, for tests that damage them. */
export interface Written {
  readonly bytes: Buffer
  /** Of the directory's entry with this name; the first one. */
  entryAt(name: string): number
  /** Of the number that says which sector follows. */
  nextAt(sector: number): number
}

export function writeCompoundFile(root: Folder): Written {
  const entries = entriesOf(root)
  const large = chained(SECTOR_BYTES)
  const small = chained(MINI_BYTES)
  for (const entry of entries)
    if (entry.type === 2) entry.start = (entry.content.length < MINI_CUTOFF ? small : large).add(entry.content)
  const smallBytes = small.bytes()
  const [rootEntry] = entries
  if (rootEntry) Object.assign(rootEntry, { content: smallBytes, start: large.add(smallBytes) })
  const miniTable = padded(numbersToBytes(small.next), SECTOR_BYTES).fill(0xff, small.next.length * 4)
  const miniTableStart = large.add(miniTable)
  const directoryStart = large.add(directoryOf(entries))

  const used = large.next.length
  let tables = 0
  let lists = 0
  for (let before = -1; before !== tables + lists; ) {
    before = tables + lists
    tables = Math.ceil((used + tables + lists) / NUMBERS_IN_SECTOR)
    lists = Math.ceil(Math.max(0, tables - LISTED_IN_HEADER) / (NUMBERS_IN_SECTOR - 1))
  }
  const tableNumbers = Array.from({ length: tables }, (_, index) => used + index)
  const listed = tableNumbers.slice(LISTED_IN_HEADER)
  const listNumbers = Array.from({ length: lists }, (_, index) => {
    const own = listed.slice(index * (NUMBERS_IN_SECTOR - 1), (index + 1) * (NUMBERS_IN_SECTOR - 1))
    const following = index + 1 < lists ? used + tables + index + 1 : END_OF_CHAIN
    return [...own, ...Array.from({ length: NUMBERS_IN_SECTOR - 1 - own.length }, () => FREE), following]
  })
  const next = [...large.next, ...tableNumbers.map(() => TABLE_MARK), ...listNumbers.map(() => LIST_MARK)]
  const table = padded(numbersToBytes(next), SECTOR_BYTES).fill(0xff, next.length * 4)

  const header = Buffer.alloc(SECTOR_BYTES)
  header.write('d0cf11e0a1b11ae1', 'hex')
  for (const [at, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const)
    header.writeUInt16LE(value, at)
  for (const [at, value] of [
    [44, tables],
    [48, directoryStart],
    [56, MINI_CUTOFF],
    [60, miniTableStart],
    [64, miniTable.length / SECTOR_BYTES],
    [68, lists > 0 ? used + tables : END_OF_CHAIN],
    [72, lists],
  ] as const)
    header.writeUInt32LE(value, at)
  const inHeader = Array.from({ length: LISTED_IN_HEADER }, (_, index) => tableNumbers[index] ?? FREE)
  numbersToBytes(inHeader).copy(header, 76)
  const bytes = Buffer.concat([header, large.bytes(), table, numbersToBytes(listNumbers.flat())])
  return {
    bytes,
    entryAt: (name) => (directoryStart + 1) * SECTOR_BYTES + entries.findIndex((entry) => entry.name === name) * 128,
    nextAt: (sector) => (used + 1) * SECTOR_BYTES + sector * 4,
  }
}
