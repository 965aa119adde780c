import type { GreyPicture } from './signature-raster.ts'

/** How much darker than the paper around it each pixel is: 0 paper, 255 black. */
export interface Ink {
  width: number
  height: number
  darkness: Uint8Array
  /** The paper's own brightness, 0–255. */
  paper: number
}

/** Something written: pixels that hang together. */
export interface Blot {
  /** Pixels of it that are certainly ink. */
  strong: number
  pixels: readonly number[]
  left: number
  top: number
  right: number
  bottom: number
}

/** From here on a pixel may be ink, and from here on it certainly is. */
const faint = 30
const certain = 62

/** Squares of this many pixels are compared with their own paper, so that a shadow is no ink. */
const square = 32

/** What is written, told from paper and shadow: each pixel is compared with the paper about it. */
export function inkOf(picture: GreyPicture): Ink {
  const { width, height, data } = picture
  const [columns, rows] = [Math.ceil(width / square), Math.ceil(height / square)]
  const papers = new Float64Array(columns * rows)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      papers[row * columns + column] = paperOf(picture, column * square, row * square)
  const paperAt = (x: number, y: number) => {
    const [across, down] = [Math.max(0, x / square - 0.5), Math.max(0, y / square - 0.5)]
    const [left, top] = [Math.min(Math.floor(across), columns - 1), Math.min(Math.floor(down), rows - 1)]
    const [right, low] = [Math.min(left + 1, columns - 1), Math.min(top + 1, rows - 1)]
    const value = (column: number, row: number) => papers[row * columns + column] ?? 255
    const upper = value(left, top) * (1 - (across - left)) + value(right, top) * (across - left)
    const lower = value(left, low) * (1 - (across - left)) + value(right, low) * (across - left)
    return upper * (1 - (down - top)) + lower * (down - top)
  }
  const darkness = new Uint8Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      darkness[at] = Math.max(0, 255 * (1 - (data[at] ?? 255) / Math.max(1, paperAt(x, y))))
    }
  const sorted = [...papers].sort((a, b) => a - b)
  return { width, height, darkness, paper: sorted[Math.floor(sorted.length / 2)] ?? 255 }
}

/** The brightness that most of a square is not above: its paper, even where a third is written on. */
function paperOf({ width, height, data }: GreyPicture, left: number, top: number): number {
  const counts = new Uint32Array(256)
  let total = 0
  for (let y = top; y < Math.min(top + square, height); y++)
    for (let x = left; x < Math.min(left + square, width); x++) {
      const value = data[y * width + x] ?? 255
      counts[value] = (counts[value] ?? 0) + 1
      total += 1
    }
  let above = total * 0.2
  for (let value = 255; value >= 0; value--) {
    above -= counts[value] ?? 0
    if (above <= 0) return value
  }
  return 255
}

/** All that may be ink within these pixels (right and bottom exclusive), each blot by itself. */
export function blotsOf(
  ink: Ink,
  within: { left: number; top: number; right: number; bottom: number },
): Blot[] {
  const seen = new Uint8Array(ink.width * ink.height)
  const isInk = (x: number, y: number) => {
    if (x < within.left || y < within.top || x >= within.right || y >= within.bottom) return false
    const at = y * ink.width + x
    return seen[at] === 0 && (ink.darkness[at] ?? 0) >= faint
  }
  const blots: Blot[] = []
  for (let y = within.top; y < within.bottom; y++)
    for (let x = within.left; x < within.right; x++)
      if (isInk(x, y)) blots.push(blotAt(ink, x, y, isInk, seen))
  return blots
}

function blotAt(
  { width, darkness }: Ink,
  startX: number,
  startY: number,
  isInk: (x: number, y: number) => boolean,
  seen: Uint8Array,
): Blot {
  const pixels = [startY * width + startX]
  seen[startY * width + startX] = 1
  const blot = { strong: 0, pixels, left: startX, top: startY, right: startX, bottom: startY }
  for (let next = 0; next < pixels.length; next++) {
    const at = pixels[next] ?? 0
    const [x, y] = [at % width, Math.floor(at / width)]
    if ((darkness[at] ?? 0) >= certain) blot.strong += 1
    blot.left = Math.min(blot.left, x)
    blot.right = Math.max(blot.right, x)
    blot.top = Math.min(blot.top, y)
    blot.bottom = Math.max(blot.bottom, y)
    for (const [dx, dy] of neighbours)
      if (isInk(x + dx, y + dy)) {
        seen[(y + dy) * width + x + dx] = 1
        pixels.push((y + dy) * width + x + dx)
      }
  }
  return blot
}

const neighbours = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => [dx, dy] as const))

/** How opaque a pixel of ink is in the cut-out: paper 0, full ink 255. */
export const opacity = (darkness: number): number =>
  Math.round(Math.min(1, Math.max(0, (darkness - faint / 2) / (certain * 1.6 - faint / 2))) * 255)
