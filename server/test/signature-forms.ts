import {
  type Box,
  frame,
  frameMarks,
  type Point,
  personCode,
  personCodeVersion,
  sheet,
} from '@zhuji/domain/signature-form.ts'
import QRCode from 'qrcode'
import sharp from 'sharp'

const perMm = 10

/** A printed form as black and white dots: what a person then signs, and a scanner sees. */
export interface PaperForm {
  width: number
  height: number
  dots: Uint8Array
}

/** Prints the form with this code; without one the sheet bears its frame and marks only. */
export function printedForm(
  code: string | null,
  marks: readonly string[] = frameMarks.map((one) => one.text),
): PaperForm {
  const [width, height] = [sheet.width * perMm, sheet.height * perMm]
  const paper = { width, height, dots: new Uint8Array(width * height).fill(250) }
  const { x, y, line } = frame
  for (const side of [
    { x, y, width: frame.width, height: line },
    { x, y: y + frame.height - line, width: frame.width, height: line },
    { x, y, width: line, height: frame.height },
    { x: x + frame.width - line, y, width: line, height: frame.height },
  ])
    fill(paper, side)
  for (const mark of frameMarks) if (marks.includes(mark.text)) printCode(paper, mark, mark.text, 'H', 1)
  if (code !== null) printCode(paper, personCode, code, 'Q', personCodeVersion)
  return paper
}

function printCode(paper: PaperForm, box: Box, text: string, level: 'H' | 'Q', version: number): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: level, version })
  const size = box.width / modules.size
  for (const [at, dark] of modules.data.entries())
    if (dark)
      fill(paper, {
        x: box.x + (at % modules.size) * size,
        y: box.y + Math.floor(at / modules.size) * size,
        width: size,
        height: size,
      })
}

/** Covers a box of the sheet. */
export function fill({ width, dots }: PaperForm, box: Box, shade = 25): void {
  for (let y = Math.round(box.y * perMm); y < Math.round((box.y + box.height) * perMm); y++)
    dots.fill(
      shade,
      y * width + Math.round(box.x * perMm),
      y * width + Math.round((box.x + box.width) * perMm),
    )
}

/** A name written within the frame. */
export const signing: readonly Point[] = Array.from({ length: 60 }, (_, at) => ({
  x: frame.x + 30 + at,
  y: frame.y + 25 + 14 * Math.sin(at / 4) * Math.cos(at / 17),
}))

/** Writes with a pen of this width (mm) along the points. */
export function write(paper: PaperForm, points: readonly Point[], { pen = 0.6, shade = 40 } = {}): PaperForm {
  for (const [at, from] of points.entries()) {
    const to = points[at + 1] ?? from
    for (let share = 0; share < 1; share += 0.02)
      dot(paper, from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share, pen / 2, shade)
  }
  return paper
}

function dot({ width, dots }: PaperForm, x: number, y: number, radius: number, shade: number): void {
  const reach = Math.ceil(radius * perMm)
  const [middleX, middleY] = [Math.round(x * perMm), Math.round(y * perMm)]
  for (let down = -reach; down <= reach; down++)
    for (let across = -reach; across <= reach; across++)
      if (Math.hypot(across, down) <= radius * perMm)
        dots[(middleY + down) * width + middleX + across] = shade
}

export interface Scanning {
  dpi?: number
  /** What the file says it is scanned at; the truth unless told. */
  statedDpi?: number
  /** Where a point of the picture (mm) lies on the sheet (mm); itself unless told. */
  lies?: (point: Point) => Point
  /** Pixels that one pixel is smeared over. */
  blur?: number
  /** Light that falls on a point of the picture (mm): 1 unless told. */
  light?: (point: Point) => number
  quality?: number
  /** Of eleven pixels the toner came off so many, in stripes; of none unless told. */
  specks?: number
}

/** The sheet as a scanner or a camera sees it, in a file that keeps the rules of R5.2. */
export async function scanned(paper: PaperForm, scanning: Scanning = {}): Promise<Buffer> {
  const { dpi = 150, lies = (point) => point, blur = 1, light = () => 1, quality = 60, specks = 0 } = scanning
  const mm = 25.4 / dpi
  const [width, height] = [Math.round(sheet.width / mm), Math.round(sheet.height / mm)]
  const data = Buffer.alloc(width * height)
  const looks = [-0.34, 0, 0.34].map((one) => one * blur)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let sum = 0
      for (const down of looks)
        for (const across of looks) {
          const at = lies({ x: (x + 0.5 + across) * mm, y: (y + 0.5 + down) * mm })
          sum += dotAt(paper, at)
        }
      const noise = ((x * 7919 + y * 104729) % 11) - 5
      // The pen writes a little lighter, and does not come off.
      const isSpeck = sum / 9 < 33 && (x * 7919 + y * 104729) % 11 < specks
      const seen = isSpeck ? 245 : (sum / 9) * light({ x: x * mm, y: y * mm }) + noise
      data[y * width + x] = Math.max(0, Math.min(255, seen))
    }
  const jpeg = await sharp(data, { raw: { width, height, channels: 1 } })
    .jpeg({ quality })
    .toBuffer()
  return withDpi(jpeg, scanning.statedDpi ?? dpi)
}

// Beside the sheet lies a grey table.
function dotAt({ width, height, dots }: PaperForm, { x, y }: Point): number {
  const [column, row] = [Math.floor(x * perMm), Math.floor(y * perMm)]
  return column < 0 || row < 0 || column >= width || row >= height ? 190 : (dots[row * width + column] ?? 190)
}

/** The same file, saying so many dots per inch. */
export function withDpi(jpeg: Buffer, dpi: number): Buffer {
  const jfif = Buffer.from([0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 1, 0, dpi, 0, dpi, 0, 0])
  return Buffer.concat([
    jpeg.subarray(0, 2),
    jfif,
    jpeg.subarray(jpeg[3] === 0xe0 ? 4 + jpeg.readUInt16BE(4) : 2),
  ])
}

/** Turned about the middle of the sheet by so many degrees. */
export const turned =
  (degrees: number) =>
  ({ x, y }: Point): Point => {
    const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
    const [across, down] = [x - sheet.width / 2, y - sheet.height / 2]
    return { x: sheet.width / 2 + across * cos - down * sin, y: sheet.height / 2 + across * sin + down * cos }
  }

/** How the sheet lies under a camera that looks from a corner: none of its sides is level or as long as its opposite. */
export const fromCorner = ({ x, y }: Point): Point => {
  const [across, down] = [x - sheet.width / 2, y - sheet.height / 2]
  const depth = 1 + 0.0005 * across + 0.0006 * down
  return {
    x: sheet.width / 2 + (across * 1.2 + 0.05 * down) / depth,
    y: sheet.height / 2 + (down * 1.16 + 0.04 * across) / depth,
  }
}
