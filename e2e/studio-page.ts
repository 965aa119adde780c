import { create } from 'qrcode'
import { barsOf } from './barcodes.ts'

/** Pixels of a drawn page per millimetre: finer than any photo of it. */
const dotsPerMm = 8

export interface DrawnPage {
  widthMm: number
  heightMm: number
  width: number
  height: number
  /** RGB. */
  pixels: Uint8Array
}

type Colour = readonly [red: number, green: number, blue: number]
type Fill = (x: number, y: number, width: number, height: number, colour: Colour) => void

const paper: Colour = [248, 245, 236]
const frame: Colour = [168, 50, 44]
const ink: Colour = [30, 30, 34]

/**
 * A certificate-like page without fonts: a frame, lines of strokes as fine as print, a QR code, and one line as a bar
 * code whose narrowest bar is half a millimetre, the stroke of a printed character.
 */
export async function drawnPage(widthMm: number, heightMm: number, words: string): Promise<DrawnPage> {
  const [width, height] = [Math.round(widthMm * dotsPerMm), Math.round(heightMm * dotsPerMm)]
  const pixels = new Uint8Array(width * height * 3)
  const fill = filling(pixels, width, height)
  fill(0, 0, widthMm, heightMm, paper)
  fill(3, 3, widthMm - 6, heightMm - 6, frame)
  fill(3.7, 3.7, widthMm - 7.4, heightMm - 7.4, paper)
  drawStrokes(fill, widthMm, heightMm)
  drawQr(fill, words, widthMm, heightMm < 60 ? 0.72 : 0.8)
  const bars = await barsOf(words)
  for (const [at, dark] of bars.entries()) if (dark) fill(8 + at * 0.5, heightMm - 14, 0.5, 6, ink)
  return { widthMm, heightMm, width, height, pixels }
}

/** Fills rectangles given in mm. */
function filling(pixels: Uint8Array, width: number, height: number): Fill {
  return (x, y, wide, high, colour) => {
    const [left, right] = [Math.round(x * dotsPerMm), Math.min(width, Math.round((x + wide) * dotsPerMm))]
    const bottom = Math.min(height, Math.round((y + high) * dotsPerMm))
    for (let row = Math.round(y * dotsPerMm); row < bottom; row++)
      for (let at = (row * width + left) * 3; at < (row * width + right) * 3; at += 3) pixels.set(colour, at)
  }
}

/** In the upper right corner. */
function drawQr(fill: Fill, words: string, widthMm: number, module: number): void {
  const { modules } = create(words, { errorCorrectionLevel: 'M' })
  const left = widthMm - 8 - modules.size * module
  for (const [at, dark] of modules.data.entries()) {
    const [column, row] = [at % modules.size, Math.floor(at / modules.size)]
    if (dark) fill(left + column * module, 8 + row * module, module, module, ink)
  }
}

/** Characters of crossing strokes, 0.4 mm thick, on lines 7 mm apart. */
function drawStrokes(fill: Fill, widthMm: number, heightMm: number): void {
  let seed = 7
  const next = () => {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff
    return seed / 0x7fffffff
  }
  for (let y = Math.min(32, heightMm * 0.25); y < heightMm - 20; y += 7)
    for (let x = 9; x < widthMm - (y < 36 ? 40 : 13); x += 4.6) {
      if (next() < 0.12) continue
      for (let stroke = 0; stroke < 3; stroke++) {
        fill(x, y + next() * 3.2, 3.6, 0.4, ink)
        fill(x + next() * 3.2, y, 0.4, 3.6, ink)
      }
    }
}
