import { cornersOf, frame, type Point } from './signature-form.ts'
import { type Mapping, mapped, mappingOf } from './signature-plane.ts'
import { brightnessAt, type GreyPicture } from './signature-raster.ts'

/** How far the printed line may lie from where the marks put it: paper is not flat. Millimetres. */
const reach = 2.4
const step = 0.1
const looks = 30
/** Of the looks along one side, so many have to find one line. */
const agreeing = 0.6
const agreement = 0.35

/** A straight line `offset = start + slope × along`, in millimetres off the side as printed. */
interface Line {
  start: number
  slope: number
}

/** The frame as the middle of its printed line. */
const middle = {
  x: frame.x + frame.line / 2,
  y: frame.y + frame.line / 2,
  width: frame.width - frame.line,
  height: frame.height - frame.line,
}

/**
 * The mapping made exact by the frame's own printed line, which the marks have brought within reach; null when one
 * of its four sides cannot be seen.
 */
export function mappingByFrame(picture: GreyPicture, mapping: Mapping): Mapping | null {
  const seen = (place: Point) => brightnessAt(picture, mapped(mapping, place))
  const { x, y, width, height } = middle
  const top = sideLine(width, (along, off) => seen({ x: x + along, y: y + off }))
  const bottom = sideLine(width, (along, off) => seen({ x: x + along, y: y + height + off }))
  const left = sideLine(height, (along, off) => seen({ x: x + off, y: y + along }))
  const right = sideLine(height, (along, off) => seen({ x: x + width + off, y: y + along }))
  if (!top || !bottom || !left || !right) return null
  const found = [
    meeting(top, 0, left, 0),
    meeting(top, 0, right, width),
    meeting(bottom, height, right, width),
    meeting(bottom, height, left, 0),
  ]
  const pairs = cornersOf(middle).map((sheet, at) => {
    const corner = found[at] ?? { x: 0, y: 0 }
    return { sheet, picture: mapped(mapping, { x: x + corner.x, y: y + corner.y }) }
  })
  return mappingOf(pairs)
}

/** Where a level line at `y` and an upright one at `x` meet: their slopes are small, so two rounds are exact enough. */
function meeting(level: Line, y: number, upright: Line, x: number): Point {
  let place = { x, y }
  for (let round = 0; round < 2; round++)
    place = {
      x: x + upright.start + upright.slope * place.y,
      y: y + level.start + level.slope * place.x,
    }
  return place
}

function sideLine(length: number, seen: (along: number, off: number) => number): Line | null {
  const points: { along: number; off: number }[] = []
  for (let look = 0; look < looks; look++) {
    const along = ((look + 0.5) / looks) * length
    const off = darkest(along, seen)
    if (off !== null) points.push({ along, off })
  }
  const line = robustLine(points)
  if (!line) return null
  const near = points.filter(({ along, off }) => Math.abs(line.start + line.slope * along - off) <= agreement)
  return near.length >= looks * agreeing ? line : null
}

/** Where the darkest stripe of the line's width lies; null where nothing is darker than its surroundings. */
function darkest(along: number, seen: (along: number, off: number) => number): number | null {
  const count = Math.round((2 * reach) / step) + 1
  const values = Array.from({ length: count }, (_, at) => seen(along, at * step - reach))
  const half = Math.round(frame.line / step / 2)
  let best = half
  const stripe = (at: number) =>
    values.slice(at - half, at + half + 1).reduce((sum, value) => sum + value, 0) / (2 * half + 1)
  for (let at = half; at < count - half; at++) if (stripe(at) < stripe(best)) best = at
  const paper = [...values].sort((a, b) => b - a)[Math.floor(count / 4)] ?? 255
  return stripe(best) < paper * 0.85 ? best * step - reach : null
}

/** The line of the median slope and the median start: a stroke across the frame does not bend it. */
function robustLine(points: readonly { along: number; off: number }[]): Line | null {
  if (points.length < looks * agreeing) return null
  const slopes = points.flatMap((one, at) =>
    points.slice(at + 5).map((other) => (other.off - one.off) / (other.along - one.along)),
  )
  const slope = median(slopes)
  return { slope, start: median(points.map(({ along, off }) => off - slope * along)) }
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
