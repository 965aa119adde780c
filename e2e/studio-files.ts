import sharp from 'sharp'
import { drawnPage } from './studio-page.ts'

/** A drawn A4 page as a flat picture of so many dots per inch. */
export async function flatPage(words: string, dpi: number) {
  const page = await drawnPage(210, 297, words)
  const raw = { width: page.width, height: page.height, channels: 3 } as const
  return sharp(page.pixels, { raw }).resize(Math.round((210 / 25.4) * dpi), Math.round((297 / 25.4) * dpi), {
    fit: 'fill',
  })
}

/** A PDF of A4 pages, each one picture from edge to edge, as scanners write them. */
export async function pdfOf(words: readonly string[]): Promise<Buffer> {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  const offsets: number[] = []
  let length = parts[0]?.length ?? 0
  const add = (...pieces: (string | Buffer)[]) => {
    offsets.push(length)
    const whole = Buffer.concat([
      Buffer.from(`${offsets.length} 0 obj\n`),
      ...pieces.map((piece) => Buffer.from(piece)),
      Buffer.from('\nendobj\n'),
    ])
    parts.push(whole)
    length += whole.length
  }
  const kids = words.map((_, index) => `${3 + index * 3} 0 R`).join(' ')
  add('<</Type/Catalog/Pages 2 0 R>>')
  add(`<</Type/Pages/Kids[${kids}]/Count ${words.length}>>`)
  for (const [index, text] of words.entries()) {
    const first = 3 + index * 3
    const jpeg = await (await flatPage(text, 150)).jpeg({ quality: 85 }).toBuffer()
    const { width = 0, height = 0 } = await sharp(jpeg).metadata()
    const draw = 'q 595.28 0 0 841.89 0 0 cm /P Do Q'
    add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595.28 841.89]/Contents ${first + 1} 0 R/Resources<</XObject<</P ${first + 2} 0 R>>>>>>`,
    )
    add(`<</Length ${draw.length}>>stream\n${draw}\nendstream`)
    add(
      `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length ${jpeg.length}>>stream\n`,
      jpeg,
      '\nendstream',
    )
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const count = offsets.length + 1
  parts.push(
    Buffer.from(
      `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer<</Size ${count}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}
