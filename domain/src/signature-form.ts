/** A point: millimetres from the sheet’s top left corner, or pixels of a picture. */
export interface Point {
  x: number
  y: number
}
export interface Box extends Point {
  width: number
  height: number
}

/** The printed form is one A4 sheet. */
export const sheet = { width: 210, height: 297 } as const

/** The signature frame; its printed line runs inside this box. */
export const frame: Box & { line: number } = { x: 45, y: 95, width: 120, height: 50, line: 0.6 }

/** White that stays around the frame, so that what crosses its line is seen. */
export const clearBand = 3.5

/** Every module of every code on the form is this wide: three pixels and more at 100 dpi. */
export const moduleSize = 1

/** The code that binds the form to its person: 29 modules (version 3), without its white margin of four. */
export const personCode: Box = { x: 160, y: 22, width: 29 * moduleSize, height: 29 * moduleSize }
export const personCodeVersion = 3
/** What it begins with; the marks say the same, so that a later layout can be told from this one. */
export const formCodePrefix = 'ZJ1'

/** The marks at the frame's corners are codes of 21 modules (version 1): each says which corner it stands at. */
const markSize = 21 * moduleSize
const markAt = (text: string, x: number, y: number) => ({ text, x, y, width: markSize, height: markSize })
export const frameMarks = [
  markAt('ZJSF1A', 16, 90),
  markAt('ZJSF1B', 173, 90),
  markAt('ZJSF1C', 16, 129),
  markAt('ZJSF1D', 173, 129),
] as const

/** The corners of a box, clockwise from its top left. */
export const cornersOf = ({ x, y, width, height }: Box): readonly [Point, Point, Point, Point] => [
  { x, y },
  { x: x + width, y },
  { x: x + width, y: y + height },
  { x, y: y + height },
]

/** The box grown by so many millimetres on each side. */
export const grown = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
})
