import sharp from 'sharp'
import { clamped, grounds, groundTile, lightOf, noiseOf, randomFrom } from './studio-ground.ts'
import { type DrawnPage, drawnPage } from './studio-page.ts'

export interface Corner {
  x: number
  y: number
}

/** How one photo is made; the same seed makes the same photo, byte for byte. */
export interface PhotoPlan {
  name: string
  words: string
  sheet: 'A4' | 'A5' | 'A3' | 'card'
  landscape: boolean
  /** Upright pixels. */
  width: number
  height: number
  ground: keyof typeof grounds
  /** EXIF orientation under which the pixels are stored. */
  orientation: 1 | 3 | 6 | 8
  shadow: boolean
  /** Standard deviation of the sensor's noise. */
  noise: number
  /** Degrees: about the page's own axes, and in the plane. */
  pitch: number
  yaw: number
  roll: number
  seed: number
}

export interface Photo {
  jpeg: Buffer
  /** Where the page's corners lie in the upright picture: top left, then clockwise. */
  corners: [Corner, Corner, Corner, Corner]
}

export const sizesMm = { A4: [210, 297], A5: [148, 210], A3: [297, 420], card: [85.6, 54] } as const

/** Forty plans from one seed: every ground, orientation and tilt, eight of them at 12 megapixels. */
export function photoPlans(): PhotoPlan[] {
  const next = randomFrom(20_260_101)
  const between = (low: number, high: number) => low + next() * (high - low)
  const names = Object.keys(grounds) as (keyof typeof grounds)[]
  return Array.from({ length: 40 }, (_, index) => {
    const sheet = among(['A4', 'A4', 'A4', 'A5', 'card', 'A4', 'A3', 'A4'] as const, index)
    const upright = sheet !== 'card' && index % 3 !== 2
    const [long, short] = index % 5 === 0 ? ([4000, 3000] as const) : framesOf[sheet]
    const number = String(index + 1).padStart(2, '0')
    return {
      name: `photo-${number}`,
      words: `ZJ-${number}`,
      sheet,
      landscape: sheet !== 'card' && !upright,
      width: upright ? short : long,
      height: upright ? long : short,
      ground: among(names, index),
      orientation: among([1, 6, 1, 8, 3] as const, index),
      shadow: index % 2 === 1,
      noise: between(1, 6),
      pitch: between(-22, 22),
      yaw: between(-18, 18),
      roll: between(-11, 11),
      seed: index + 1,
    }
  })
}

const among = <One>(all: readonly One[], index: number): One => all[index % all.length] as One

/** Long and short side in pixels of the smaller photos; A3 needs more to be read at all. */
const framesOf = { A4: [2400, 1800], A5: [2400, 1800], card: [2400, 1800], A3: [3200, 2400] } as const

/** Photographs a drawn page with a pinhole camera: tilt, uneven light, shadow, noise, a turned sensor. */
export async function photograph(plan: PhotoPlan): Promise<Photo> {
  const [short, long] = sizesMm[plan.sheet]
  const page = await drawnPage(plan.landscape ? long : short, plan.landscape ? short : long, plan.words)
  const corners = projected(plan, page)
  const pixels = exposed(plan, page, corners)
  const turned = sharp(pixels, { raw: { width: plan.width, height: plan.height, channels: 3 } })
  const jpeg = await turned
    .rotate({ 1: 0, 3: 180, 6: 270, 8: 90 }[plan.orientation])
    .withMetadata({ orientation: plan.orientation })
    .jpeg({ quality: 90 })
    .toBuffer()
  return { jpeg, corners }
}

/** The four corners through a 26 mm lens, the page filling most of the frame. */
function projected({ width, height, pitch, yaw, roll }: PhotoPlan, page: DrawnPage): Photo['corners'] {
  const focal = 0.74 * Math.max(width, height)
  const turn = turned([pitch, yaw, roll].map((degrees) => (degrees * Math.PI) / 180))
  const at = (distance: number) =>
    (
      [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, 1],
      ] as const
    ).map(([x, y]) => {
      const [px, py, pz] = turn((x * page.widthMm) / 2, (y * page.heightMm) / 2)
      return {
        x: width / 2 + (focal * px) / (pz + distance),
        y: height / 2 + (focal * py) / (pz + distance),
      }
    }) as Photo['corners']
  const margin = 0.045
  const fits = (quad: Photo['corners']) =>
    quad.every(
      ({ x, y }) =>
        x > margin * width && x < (1 - margin) * width && y > margin * height && y < (1 - margin) * height,
    )
  let distance = Math.max(page.widthMm, page.heightMm)
  while (!fits(at(distance))) distance *= 1.03
  return at(distance)
}

/** Turns a point of the page about its x, y and z axis. */
function turned([pitch = 0, yaw = 0, roll = 0]: number[]) {
  return (x: number, y: number): [number, number, number] => {
    const [cz, sz] = [Math.cos(roll), Math.sin(roll)]
    const [rx, ry] = [x * cz - y * sz, x * sz + y * cz]
    const [bx, bz] = [rx * Math.cos(yaw), -rx * Math.sin(yaw)]
    return [bx, ry * Math.cos(pitch) - bz * Math.sin(pitch), ry * Math.sin(pitch) + bz * Math.cos(pitch)]
  }
}

/** The homography that leads from the picture back to the page, row by row. */
export function backTo(width: number, height: number, corners: Photo['corners']): number[] {
  const [a, b, c, d] = corners
  const [dx1, dx2, sx] = [b.x - c.x, d.x - c.x, a.x - b.x + c.x - d.x]
  const [dy1, dy2, sy] = [b.y - c.y, d.y - c.y, a.y - b.y + c.y - d.y]
  const under = dx1 * dy2 - dx2 * dy1
  const [g, h] = [(sx * dy2 - dx2 * sy) / under, (dx1 * sy - sx * dy1) / under]
  const m = [
    b.x - a.x + g * b.x,
    d.x - a.x + h * d.x,
    a.x,
    b.y - a.y + g * b.y,
    d.y - a.y + h * d.y,
    a.y,
    g,
    h,
    1,
  ]
  const [m0 = 0, m1 = 0, m2 = 0, m3 = 0, m4 = 0, m5 = 0, m6 = 0, m7 = 0] = m
  const back = [
    m4 - m5 * m7,
    m2 * m7 - m1,
    m1 * m5 - m2 * m4,
    m5 * m6 - m3,
    m0 - m2 * m6,
    m2 * m3 - m0 * m5,
    m3 * m7 - m4 * m6,
    m1 * m6 - m0 * m7,
    m0 * m4 - m1 * m3,
  ]
  return back.map((value, at) => value * (at < 3 ? width : at < 6 ? height : 1))
}

function exposed(plan: PhotoPlan, page: DrawnPage, corners: Photo['corners']): Buffer {
  const { width, height } = plan
  const out = Buffer.allocUnsafe(width * height * 3)
  const [b0 = 0, b1 = 0, b2 = 0, b3 = 0, b4 = 0, b5 = 0, b6 = 0, b7 = 0, b8 = 0] = backTo(
    page.width,
    page.height,
    corners,
  )
  const [ground, noise, light] = [groundTile(plan), noiseOf(plan), lightOf(plan)]
  const colour = new Float64Array(3)
  let to = 0
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const under = 1 / (b6 * x + b7 * y + b8)
      const px = (b0 * x + b1 * y + b2) * under - 0.5
      const py = (b3 * x + b4 * y + b5) * under - 0.5
      if (!takeFrom(page, px, py, colour)) takeTile(ground, x, y, colour)
      const bright = light(x, y)
      const grain = noise[(x * 31 + y * 5779) & 0xffff] ?? 0
      for (let channel = 0; channel < 3; channel++)
        out[to++] = clamped((colour[channel] ?? 0) * bright + grain)
    }
  return out
}

/** The page's colour between four of its pixels; false beside the page. */
function takeFrom({ width, height, pixels }: DrawnPage, x: number, y: number, colour: Float64Array): boolean {
  if (!(x >= 0 && y >= 0 && x < width - 1 && y < height - 1)) return false
  const [left, top] = [x | 0, y | 0]
  const [fx, fy] = [x - left, y - top]
  const at = (top * width + left) * 3
  const down = at + width * 3
  for (let channel = 0; channel < 3; channel++) {
    const upper = (pixels[at + channel] as number) * (1 - fx) + (pixels[at + 3 + channel] as number) * fx
    const lower = (pixels[down + channel] as number) * (1 - fx) + (pixels[down + 3 + channel] as number) * fx
    colour[channel] = upper * (1 - fy) + lower * fy
  }
  return true
}

function takeTile(tile: Uint8Array, x: number, y: number, colour: Float64Array): void {
  const at = ((y & 511) * 512 + (x & 511)) * 3
  for (let channel = 0; channel < 3; channel++) colour[channel] = tile[at + channel] as number
}
