export interface Point {
  x: number
  y: number
}

/** The corners of a sheet in a picture: top left, then clockwise; x and y as shares of its width and height. */
export type Quad = readonly [Point, Point, Point, Point]

/** The whole picture. */
export const wholePicture: Quad = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
]

export const scaled = (quad: Quad, across: number, down: number): Quad =>
  mapped(quad, ({ x, y }) => ({ x: x * across, y: y * down }))

export function mapped(quad: Quad, each: (point: Point, index: number) => Point): Quad {
  const [a, b, c, d] = quad
  return [each(a, 0), each(b, 1), each(c, 2), each(d, 3)]
}

/** What was bottom left becomes top left. */
const turnedRight = ([a, b, c, d]: Quad): Quad => [d, a, b, c]
const turnedLeft = ([a, b, c, d]: Quad): Quad => [b, c, d, a]

/** Where a quad lies after its whole picture made so many quarter turns to the right, read upright again. */
export function turnedAlong(quad: Quad, quarters: 1 | 3): Quad {
  const around = mapped(quad, ({ x, y }) => (quarters === 1 ? { x: 1 - y, y: x } : { x: y, y: 1 - x }))
  return quarters === 1 ? turnedRight(around) : turnedLeft(around)
}

/** Does a quad, in shares, leave nothing of the picture out? */
export const isWhole = (quad: Quad): boolean => areaOf(quad) > 0.9999

const cross = (a: Point, b: Point, c: Point) => (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x)

/** No corner turns the other way and none lies on the line of its neighbours: only such a shape can be straightened. */
export function isConvex([a, b, c, d]: Quad): boolean {
  const least = 1e-4
  return [cross(a, b, c), cross(b, c, d), cross(c, d, a), cross(d, a, b)].every((turn) => turn > least)
}

/** Twice the area would be the cross product of the diagonals. */
export const areaOf = ([a, b, c, d]: Quad): number =>
  Math.abs((c.x - a.x) * (d.y - b.y) - (c.y - a.y) * (d.x - b.x)) / 2

const apart = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)

/** Mean width and height in pixels of a quad given in pixels. */
export const meanSides = ([a, b, c, d]: Quad): { across: number; down: number } => ({
  across: (apart(a, b) + apart(d, c)) / 2,
  down: (apart(a, d) + apart(b, c)) / 2,
})

/**
 * Width over height of the sheet itself, as a phone's usual lens would have seen it: a tilted sheet looks shorter than
 * it is, and how much follows from its vanishing lines once the focal length is assumed.
 */
export function sheetAspect(quad: Quad, width: number, height: number): number {
  const focal = 0.74 * Math.max(width, height)
  const [a, b, c, d] = mapped(quad, ({ x, y }) => ({
    x: ((x - 0.5) * width) / focal,
    y: ((y - 0.5) * height) / focal,
  }))
  const [dx1, dx2, sx] = [b.x - c.x, d.x - c.x, a.x - b.x + c.x - d.x]
  const [dy1, dy2, sy] = [b.y - c.y, d.y - c.y, a.y - b.y + c.y - d.y]
  const under = dx1 * dy2 - dx2 * dy1
  const [g, h] = [(sx * dy2 - dx2 * sy) / under, (dx1 * sy - sx * dy1) / under]
  const across = Math.hypot(b.x - a.x + g * b.x, b.y - a.y + g * b.y, g)
  const down = Math.hypot(d.x - a.x + h * d.x, d.y - a.y + h * d.y, h)
  return across / down
}
