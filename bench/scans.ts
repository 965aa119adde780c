import { randomBytes } from 'node:crypto'
import sharp from 'sharp'

const width = 827
const height = 1169
const wanted = 250 * 1024

/** Some A4 sheets at 100 dpi that keep every rule of a scan, each of about 250 KB: grain over lines of text. */
export function madeScans(): Promise<Buffer[]> {
  return Promise.all(Array.from({ length: 4 }, madeScan))
}

async function madeScan(): Promise<Buffer> {
  const grain = randomBytes(width * height)
  const pixels = Buffer.alloc(width * height * 3)
  for (let at = 0; at < width * height; at++) {
    const [x, y] = [at % width, Math.floor(at / width)]
    const ink = y % 24 < 8 && x % 11 < 7 && x > 80 && x < width - 80
    pixels.fill((ink ? 60 : 200) + ((grain[at] ?? 0) >> 3), at * 3, at * 3 + 3)
  }
  const encode = (quality: number) =>
    sharp(pixels, { raw: { width, height, channels: 3 } })
      .jpeg({ quality })
      .toBuffer()
  let best = await encode(90)
  for (let quality = 85; best.length > wanted; quality -= 5) best = await encode(quality)
  return withDensity(best)
}

// The encoder writes no density: a JFIF header says it, right after the start of the image.
function withDensity(jpeg: Buffer): Buffer {
  const app0 = Buffer.from([0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 1, 0, 100, 0, 100, 0, 0])
  return Buffer.concat([
    jpeg.subarray(0, 2),
    app0,
    jpeg.subarray(jpeg[3] === 0xe0 ? 4 + jpeg.readUInt16BE(4) : 2),
  ])
}
