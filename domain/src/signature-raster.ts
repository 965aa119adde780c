import { type Box, cornersOf, type Point } from './signature-form.ts'
import { type Mapping, mapped } from './signature-plane.ts'

/** One byte a pixel, 0 black and 255 white, row by row. */
export interface GreyPicture {
  width: number
  height: number
  data: Uint8Array
}

/** The brightness between the pixels of a picture; what lies beyond its edge is as its edge. */
export function brightnessAt({ width, height, data }: GreyPicture, { x, y }: Point): number {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  const [right, low] = [x - left, y - top]
  const at = (column: number, row: number) =>
    data[clamped(row, height) * width + clamped(column, width)] ?? 255
  const upper = at(left, top) * (1 - right) + at(left + 1, top) * right
  const lower = at(left, top + 1) * (1 - right) + at(left + 1, top + 1) * right
  return upper * (1 - low) + lower * low
}

const clamped = (value: number, size: number) => Math.min(Math.max(value, 0), size - 1)

/** Does the whole box of the sheet lie within the picture? */
export const holds = (picture: GreyPicture, mapping: Mapping, box: Box): boolean =>
  cornersOf(box).every((corner) => {
    const { x, y } = mapped(mapping, corner)
    return x >= 0 && y >= 0 && x <= picture.width - 1 && y <= picture.height - 1
  })

/** A box of the sheet (mm) as if it had been looked at straight, with so many pixels a millimetre. */
export function straightened(picture: GreyPicture, mapping: Mapping, box: Box, perMm: number): GreyPicture {
  const [width, height] = [Math.round(box.width * perMm), Math.round(box.height * perMm)]
  const data = new Uint8Array(width * height)
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const place = { x: box.x + (column + 0.5) / perMm, y: box.y + (row + 0.5) / perMm }
      data[row * width + column] = brightnessAt(picture, mapped(mapping, place))
    }
  return { width, height, data }
}
