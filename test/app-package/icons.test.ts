import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { drawColourIcon, drawOutlineIcon } from '../../scripts/icons.ts'
import { decodePng, encodePng } from '../../scripts/png.ts'

const folder = join(import.meta.dirname, '..', '..', 'appPackage')
const colour = drawColourIcon()

describe('the icons', () => {
  it('in the repository are what the script draws', () => {
    for (const [file, drawn] of [
      ['color.png', colour],
      ['outline.png', drawOutlineIcon()],
    ] as const) {
      const kept = decodePng(readFileSync(join(folder, file)))
      expect([kept.width, kept.height]).toEqual([drawn.width, drawn.height])
      expect(Buffer.from(kept.rgba).equals(drawn.rgba)).toBe(true)
    }
  })

  it('keep the drawing of the colour icon within the middle that Teams never crops', () => {
    const { width, height, rgba } = colour
    const ground = rgba.slice(0, 4)
    let outermost = width
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++)
        if (ground.some((value, i) => value !== rgba[(y * width + x) * 4 + i]))
          outermost = Math.min(outermost, x, y, width - 1 - x, height - 1 - y)
    expect(outermost).toBeGreaterThanOrEqual(30)
  })
})

describe('PNG files', () => {
  const image = fc
    .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }))
    .chain(([width, height]) =>
      fc
        .uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 })
        .map((rgba) => ({ width, height, rgba })),
    )

  it('come back as they were written', () => {
    fc.assert(fc.property(image, (original) => expect(decodePng(encodePng(original))).toEqual(original)))
  })

  it('that are cut short or changed in one byte are refused with a reason, or still read as the same image', () => {
    fc.assert(
      fc.property(image, fc.nat(), fc.integer({ min: 1, max: 255 }), fc.boolean(), (original, at, change, cut) => {
        const png = encodePng(original)
        const place = at % png.length
        const damaged = cut ? png.subarray(0, place) : Buffer.from(png)
        if (!cut) damaged[place] = (damaged[place] ?? 0) ^ change
        let read: unknown
        try {
          read = decodePng(damaged)
        } catch (error) {
          expect((error as Error).message).not.toBe('')
          return
        }
        expect(read).toEqual(original)
      }),
    )
  })

  it('of each row filter are read', () => {
    // A 2 × 5 RGB image whose rows use the filters 0 to 4; every pixel is (10, 20, 30) after unfiltering.
    const rows = Buffer.from(
      [
        [0, 10, 20, 30, 10, 20, 30],
        [1, 10, 20, 30, 0, 0, 0],
        [2, 0, 0, 0, 0, 0, 0],
        [3, 5, 10, 15, 0, 0, 0],
        [4, 0, 0, 0, 0, 0, 0],
      ].flat(),
    )
    const header = Buffer.from([0, 0, 0, 2, 0, 0, 0, 5, 8, 2, 0, 0, 0])
    const chunk = (type: string, data: Buffer): Buffer => {
      const whole = Buffer.alloc(data.length + 12)
      whole.writeUInt32BE(data.length, 0)
      whole.write(type, 4, 'latin1')
      data.copy(whole, 8)
      whole.writeUInt32BE(crc32(whole.subarray(4, 8 + data.length)), 8 + data.length)
      return whole
    }
    const png = Buffer.concat([
      Buffer.from('89504e470d0a1a0a', 'hex'),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ])
    const pixels = Array.from({ length: 10 }, () => [10, 20, 30, 255]).flat()
    expect(decodePng(png)).toEqual({ width: 2, height: 5, rgba: Uint8Array.from(pixels) })
  })
})
