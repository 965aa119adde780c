import sharp from 'sharp'

/** A real JPEG of an A4 sheet at this density, with words on it, that keeps the rules of a scan (R5.1). */
export async function madeScan(words: string, dpi = 96): Promise<Buffer> {
  const width = Math.round((210 / 25.4) * dpi)
  const height = Math.round((297 / 25.4) * dpi)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="#fdfaf2"/>
    <rect x="20" y="20" width="${width - 40}" height="${height - 40}" fill="none" stroke="#a33" stroke-width="4"/>
    <text x="50%" y="30%" font-size="40" text-anchor="middle" fill="#222">${words}</text>
    ${Array.from({ length: 8 }, (_, line) => `<rect x="90" y="${420 + line * 40}" width="${width - 180 - line * 20}" height="6" fill="#555"/>`).join('')}
  </svg>`
  const jpeg = await sharp(Buffer.from(svg)).jpeg({ quality: 70 }).toBuffer()
  return withDensity(jpeg, dpi)
}

// The encoder writes no density: a JFIF header says it, right after the start of the image.
function withDensity(jpeg: Buffer, dpi: number): Buffer {
  const app0 = Buffer.from([0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 1, 0, dpi, 0, dpi, 0, 0])
  return Buffer.concat([
    jpeg.subarray(0, 2),
    app0,
    jpeg.subarray(jpeg[3] === 0xe0 ? 4 + jpeg.readUInt16BE(4) : 2),
  ])
}
