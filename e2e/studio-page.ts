import { create } from 'qrcode'
import sharp from 'sharp'
import { barsOf } from './barcodes.ts'

/** Pixels of a drawn page per millimetre: finer than any photo of it. */
export const dotsPerMm = 8

export interface DrawnPage {
  widthMm: number
  heightMm: number
  width: number
  height: number
  /** RGB. */
  pixels: Uint8Array
}

/**
 * A certificate-like page without fonts: a frame, lines of strokes as fine as print, a QR code, and one line as a bar
 * code whose narrowest bar is half a millimetre, the stroke of a printed character.
 */
export async function drawnPage(widthMm: number, heightMm: number, words: string): Promise<DrawnPage> {
  const [width, height] = [widthMm * dotsPerMm, heightMm * dotsPerMm].map(Math.round) as [number, number]
  const qr = await qrRects(words, widthMm, heightMm)
  const line = await lineRects(words, heightMm)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${widthMm} ${heightMm}">
    <rect width="100%" height="100%" fill="#f8f5ec"/>
    <rect x="3" y="3" width="${widthMm - 6}" height="${heightMm - 6}" fill="none" stroke="#a8322c" stroke-width="0.7"/>
    <g fill="#1e1e22">${strokes(widthMm, heightMm)}${qr}${line}</g>
  </svg>`
  const { data } = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { widthMm, heightMm, width, height, pixels: data }
}

const rect = (x: number, y: number, width: number, height: number) =>
  `<rect x="${x.toFixed(3)}" y="${y.toFixed(3)}" width="${width.toFixed(3)}" height="${height.toFixed(3)}"/>`

/** The upper right quarter; a module is 0.8 mm, as small as certificates print them. */
async function qrRects(words: string, widthMm: number, heightMm: number): Promise<string> {
  const { modules } = create(words, { errorCorrectionLevel: 'M' })
  const module = heightMm < 60 ? 0.72 : 0.8
  const left = widthMm - 8 - modules.size * module
  return Array.from(modules.data, (dark, at) =>
    dark
      ? rect(
          left + (at % modules.size) * module,
          8 + Math.floor(at / modules.size) * module,
          module * 1.02,
          module * 1.02,
        )
      : '',
  ).join('')
}

async function lineRects(words: string, heightMm: number): Promise<string> {
  const bars = await barsOf(words)
  return bars.map((dark, at) => (dark ? rect(8 + at * 0.5, heightMm - 14, 0.5, 6) : '')).join('')
}

/** Characters of crossing strokes, 0.4 mm thick, on lines 7 mm apart. */
function strokes(widthMm: number, heightMm: number): string {
  let seed = 7
  const next = () => {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff
    return seed / 0x7fffffff
  }
  let drawn = ''
  for (let y = Math.min(32, heightMm * 0.25); y < heightMm - 20; y += 7)
    for (let x = 9; x < widthMm - (y < 36 ? 40 : 13); x += 4.6) {
      if (next() < 0.12) continue
      for (let stroke = 0; stroke < 3; stroke++) {
        drawn += rect(x, y + next() * 3.2, 3.6, 0.4)
        drawn += rect(x + next() * 3.2, y, 0.4, 3.6)
      }
    }
  return drawn
}
