// Draws the Teams icons from shapes: a sheet of minutes that is also a speech bubble, holding a quotation in «guillemets».
// Run it (npm run icons) after changing a shape; the files it writes are kept in git.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodePng, type Image } from './png.ts'

/** Signed distance in icon units to a shape's edge, negative inside. */
type Shape = (x: number, y: number) => number
type Colour = readonly [red: number, green: number, blue: number]

const SPRUCE: Colour = [0x1f, 0x4e, 0x46]
const SPRUCE_DARK: Colour = [0x16, 0x3a, 0x35]
const PAPER: Colour = [0xff, 0xfa, 0xf0]
const FOLD: Colour = [0xd9, 0xe2, 0xd4]
const ROWANBERRY: Colour = [0xd1, 0x3f, 0x2b]
const WHITE: Colour = [0xff, 0xff, 0xff]

const roundedBox =
  (left: number, top: number, right: number, bottom: number, radius: number): Shape =>
  (x, y) => {
    const dx = Math.abs(x - (left + right) / 2) - (right - left) / 2 + radius
    const dy = Math.abs(y - (top + bottom) / 2) - (bottom - top) / 2 + radius
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius
  }

/** A polygon with corners given clockwise or not. */
function polygon(...points: readonly (readonly [number, number])[]): Shape {
  return (x, y) => {
    let nearest = Number.POSITIVE_INFINITY
    let isInside = false
    for (const [i, [ax, ay]] of points.entries()) {
      const [bx, by] = points[(i + 1) % points.length] ?? [ax, ay]
      nearest = Math.min(nearest, segmentDistance(x, y, ax, ay, bx, by))
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside
    }
    return isInside ? -nearest : nearest
  }
}

function segmentDistance(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)
  const t = Math.min(1, Math.max(0, along))
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay))
}

/** An open line with round ends and corners. */
const line =
  (width: number, ...points: readonly (readonly [number, number])[]): Shape =>
  (x, y) => {
    let nearest = Number.POSITIVE_INFINITY
    for (const [i, [bx, by]] of points.entries()) {
      const from = points[i - 1]
      if (from) nearest = Math.min(nearest, segmentDistance(x, y, from[0], from[1], bx, by))
    }
    return nearest - width / 2
  }

const union =
  (...shapes: readonly Shape[]): Shape =>
  (x, y) =>
    Math.min(...shapes.map((shape) => shape(x, y)))
const minus =
  (shape: Shape, cut: Shape): Shape =>
  (x, y) =>
    Math.max(shape(x, y), -cut(x, y))
const stroke =
  (shape: Shape, width: number): Shape =>
  (x, y) =>
    Math.abs(shape(x, y)) - width / 2

/** One chevron: its point at (x, y), arms reaching `reach` to the side and `rise` up and down. */
const chevron = (x: number, y: number, reach: number, rise: number, width: number): Shape =>
  line(width, [x + reach, y - rise], [x, y], [x + reach, y + rise])

/** Lays one colour over the image, its edge softened over one pixel. */
function paint(image: Image, shape: Shape, [red, green, blue]: Colour): void {
  for (let y = 0; y < image.height; y++)
    for (let x = 0; x < image.width; x++) {
      const cover = Math.min(1, Math.max(0, 0.5 - shape(x + 0.5, y + 0.5)))
      if (cover === 0) continue
      const at = (y * image.width + x) * 4
      const under = (image.rgba[at + 3] ?? 0) / 255
      const alpha = cover + under * (1 - cover)
      const mix = (over: number, below: number): number =>
        Math.round((over * cover + below * under * (1 - cover)) / alpha)
      image.rgba.set(
        [
          mix(red, image.rgba[at] ?? 0),
          mix(green, image.rgba[at + 1] ?? 0),
          mix(blue, image.rgba[at + 2] ?? 0),
          Math.round(alpha * 255),
        ],
        at,
      )
    }
}

const canvas = (side: number): Image => ({ width: side, height: side, rgba: new Uint8Array(side * side * 4) })

/** 192 × 192, opaque to the edges (Teams rounds the corners); the drawing keeps within the middle 120. */
export function drawColourIcon(): Image {
  const image = canvas(192)
  paint(image, () => -1, SPRUCE)
  const bubble = minus(
    union(roundedBox(40, 38, 152, 128, 12), polygon([58, 120], [94, 120], [58, 154])),
    polygon([126, 32], [160, 32], [160, 66]),
  )
  paint(image, (x, y) => bubble(x - 4, y - 5), SPRUCE_DARK)
  paint(image, bubble, PAPER)
  paint(image, polygon([126, 38], [126, 64], [152, 64]), FOLD)
  for (const x of [52, 69]) paint(image, chevron(x, 86, 13, 18, 8.5), ROWANBERRY)
  for (const x of [140, 123]) paint(image, chevron(x, 86, -13, 18, 8.5), ROWANBERRY)
  return image
}

/** 32 × 32, white on transparent, as the Teams app bar asks. */
export function drawOutlineIcon(): Image {
  const image = canvas(32)
  const bubble = minus(
    union(roundedBox(3, 4, 29, 24, 3.5), polygon([7, 12], [16, 12], [16, 22], [7, 30])),
    polygon([22, 2], [31, 2], [31, 11]),
  )
  paint(image, stroke(bubble, 1.7), WHITE)
  for (const x of [6.5, 11]) paint(image, chevron(x, 14, 2.9, 3.9, 1.5), WHITE)
  for (const x of [25.5, 21]) paint(image, chevron(x, 14, -2.9, 3.9, 1.5), WHITE)
  return image
}

if (import.meta.main) {
  const folder = join(import.meta.dirname, '..', 'appPackage')
  for (const [name, image] of [
    ['color.png', drawColourIcon()],
    ['outline.png', drawOutlineIcon()],
  ] as const) {
    const png = encodePng(image)
    writeFileSync(join(folder, name), png)
    console.log(`${name}: ${image.width} × ${image.height}, ${png.length} bytes`)
  }
}
