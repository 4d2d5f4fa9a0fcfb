import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** 8-bit RGBA, four bytes a pixel, rows from the top. */
export interface Image {
  readonly width: number
  readonly height: number
  readonly rgba: Uint8Array
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const HEADER_BYTES = 13
/** More than any icon; keeps a hostile file from asking for gigabytes. */
const MAX_SIDE = 4096

function chunk(type: string, data: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

export function encodePng({ width, height, rgba }: Image): Buffer {
  const header = Buffer.alloc(HEADER_BYTES)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const rows = Buffer.alloc(height * (width * 4 + 1))
  for (let y = 0; y < height; y++) rows.set(rgba.subarray(y * width * 4, (y + 1) * width * 4), y * (width * 4 + 1) + 1)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Undoes a row's filter in place (PNG specification, 9.2). */
function unfilter(filter: number, row: Uint8Array, above: Uint8Array, pixelBytes: number): void {
  for (let i = 0; i < row.length; i++) {
    const left = row[i - pixelBytes] ?? 0
    const up = above[i] ?? 0
    const upLeft = above[i - pixelBytes] ?? 0
    const value = row[i] ?? 0
    if (filter === 1) row[i] = value + left
    else if (filter === 2) row[i] = value + up
    else if (filter === 3) row[i] = value + ((left + up) >> 1)
    else if (filter === 4) {
      const estimate = left + up - upLeft
      const [toLeft, toUp, toUpLeft] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - upLeft)]
      row[i] = value + (toLeft <= toUp && toLeft <= toUpLeft ? left : toUp <= toUpLeft ? up : upLeft)
    } else if (filter !== 0) throw new Error(`unknown row filter ${filter}`)
  }
}

/**
 * Reads what design tools export as an icon: 8 bits a channel, RGB or RGBA, not interlaced.
 * @throws Error with a short reason for anything else
 */
export function decodePng(bytes: Uint8Array): Image {
  const file = Buffer.from(bytes)
  if (!file.subarray(0, 8).equals(SIGNATURE)) throw new Error('not a PNG file')
  let header: Buffer | undefined
  const data: Buffer[] = []
  for (let at = 8; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at)
    if (at + 12 + length > file.length) break
    const type = file.toString('latin1', at + 4, at + 8)
    const body = file.subarray(at + 8, at + 8 + length)
    if (crc32(file.subarray(at + 4, at + 8 + length)) !== file.readUInt32BE(at + 8 + length))
      throw new Error('damaged (a checksum is wrong)')
    if (type === 'IHDR' && length === HEADER_BYTES) header = body
    if (type === 'IDAT') data.push(body)
    at += 12 + length
  }
  if (!header) throw new Error('damaged (no header)')
  const width = header.readUInt32BE(0)
  const height = header.readUInt32BE(4)
  const [depth, colour, , , interlace] = header.subarray(8)
  if (width > MAX_SIDE || height > MAX_SIDE) throw new Error('too large')
  if (depth !== 8 || (colour !== 2 && colour !== 6) || interlace !== 0)
    throw new Error('not 8-bit RGB or RGBA without interlacing')
  const pixelBytes = colour === 6 ? 4 : 3
  const rowBytes = width * pixelBytes
  const expectedBytes = height * (rowBytes + 1)
  const rows = inflateSync(Buffer.concat(data), { maxOutputLength: expectedBytes + 1 })
  if (rows.length !== expectedBytes) throw new Error('damaged (too few or too many rows)')
  const rgba = new Uint8Array(width * height * 4)
  let above: Uint8Array = new Uint8Array(rowBytes)
  for (let y = 0; y < height; y++) {
    const start = y * (rowBytes + 1)
    const row = rows.subarray(start + 1, start + 1 + rowBytes)
    unfilter(rows[start] ?? 0, row, above, pixelBytes)
    for (let x = 0; x < width; x++) {
      rgba.set(row.subarray(x * pixelBytes, (x + 1) * pixelBytes), (y * width + x) * 4)
      if (pixelBytes === 3) rgba[(y * width + x) * 4 + 3] = 255
    }
    above = row
  }
  return { width, height, rgba }
}
