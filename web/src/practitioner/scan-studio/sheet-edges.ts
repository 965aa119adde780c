import type { Grey } from './grey.ts'
import { mapped, type Point, type Quad } from './quad.ts'

/** A quad whose sides lie on the edges of the picture, in pixels, and how much of the weakest side does (0 to 1). */
export interface FittedQuad {
  quad: Quad
  support: number
}

interface Line {
  through: Point
  along: Point
}

const samples = 48
/** Steps of brightness below which there is no edge. */
const leastStep = 7
/** Pixels that a point of an edge may lie off its line. */
const tolerance = 1.6

/** Moves each side of a roughly known quad onto the strongest straight edge within reach, and says how well it fits. */
export function fitToEdges(grey: Grey, rough: Quad, reach: number): FittedQuad {
  const centre = {
    x: rough.reduce((sum, { x }) => sum + x / 4, 0),
    y: rough.reduce((sum, { y }) => sum + y / 4, 0),
  }
  const sides = rough.map((from, index) => {
    const to = rough[(index + 1) % 4] ?? from
    return fitSide(grey, from, to, centre, reach)
  })
  const quad = mapped(rough, (corner, index) => {
    const [before, after] = [sides[(index + 3) % 4], sides[index]]
    return (before && after && meeting(before.line, after.line)) ?? corner
  })
  return { quad, support: Math.min(...sides.map(({ support }) => support)) }
}

function fitSide(grey: Grey, from: Point, to: Point, centre: Point, reach: number) {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length }
  const side = (centre.x - from.x) * along.y - (centre.y - from.y) * along.x
  const out = side < 0 ? { x: along.y, y: -along.x } : { x: -along.y, y: along.x }
  const points: Point[] = []
  for (let sample = 0; sample < samples; sample++) {
    const share = 0.05 + (0.9 * sample) / (samples - 1)
    const at = { x: from.x + along.x * length * share, y: from.y + along.y * length * share }
    const offset = strongestStep(grey, at, out, along, reach)
    if (offset !== null) points.push({ x: at.x + out.x * offset, y: at.y + out.y * offset })
  }
  const inliers = onOneLine(points)
  const line = inliers.length >= 8 ? lineThrough(inliers) : { through: from, along }
  return { line, support: inliers.length / samples }
}

/** How far along a direction the brightness changes most, to a fraction of a pixel; null when it hardly does. */
function strongestStep(grey: Grey, at: Point, out: Point, along: Point, reach: number): number | null {
  const brightness = (offset: number) => {
    const [x, y] = [at.x + out.x * offset, at.y + out.y * offset]
    const one = (by: number) => sampled(grey, x + along.x * by, y + along.y * by)
    return (one(-2) + one(-1) + one(0) + one(1) + one(2)) / 5
  }
  const count = 2 * Math.ceil(reach) + 1
  const profile = Array.from({ length: count + 4 }, (_, index) => brightness(index - 2 - (count - 1) / 2))
  const steps = Array.from(
    { length: count },
    (_, index) =>
      Math.abs(
        (profile[index + 4] ?? 0) +
          (profile[index + 3] ?? 0) -
          (profile[index + 1] ?? 0) -
          (profile[index] ?? 0),
      ) / 2,
  )
  let best = 0
  for (let index = 1; index < count; index++) if ((steps[index] ?? 0) > (steps[best] ?? 0)) best = index
  const [left, peak, right] = [steps[best - 1] ?? 0, steps[best] ?? 0, steps[best + 1] ?? 0]
  if (peak < leastStep) return null
  const bend = left - 2 * peak + right
  return best - (count - 1) / 2 + (bend < 0 ? (left - right) / (2 * bend) : 0)
}

function sampled({ width, height, data }: Grey, x: number, y: number): number {
  const [inX, inY] = [Math.min(Math.max(x, 0), width - 1.001), Math.min(Math.max(y, 0), height - 1.001)]
  const [left, top] = [Math.floor(inX), Math.floor(inY)]
  const [fx, fy] = [inX - left, inY - top]
  const at = top * width + left
  const upper = (data[at] ?? 0) * (1 - fx) + (data[at + 1] ?? 0) * fx
  const lower = (data[at + width] ?? 0) * (1 - fx) + (data[at + width + 1] ?? 0) * fx
  return upper * (1 - fy) + lower * fy
}

/** The largest set of points near one line, tried through pairs that lie far apart. */
function onOneLine(points: readonly Point[]): Point[] {
  let most: Point[] = []
  const half = Math.floor(points.length / 2)
  for (let first = 0; first < half; first += 2)
    for (let second = half; second < points.length; second += 2) {
      const [a, b] = [points[first], points[second]]
      if (!a || !b) continue
      const near = points.filter((point) => offLine(point, a, b) <= tolerance)
      if (near.length > most.length) most = near
    }
  return most
}

function offLine(point: Point, a: Point, b: Point): number {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1
  return Math.abs((point.x - a.x) * (b.y - a.y) - (point.y - a.y) * (b.x - a.x)) / length
}

/** The line of least squared distances. */
function lineThrough(points: readonly Point[]): Line {
  const through = {
    x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
    y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
  }
  let [xx, xy, yy] = [0, 0, 0]
  for (const { x, y } of points) {
    xx += (x - through.x) ** 2
    xy += (x - through.x) * (y - through.y)
    yy += (y - through.y) ** 2
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2
  return { through, along: { x: Math.cos(angle), y: Math.sin(angle) } }
}

function meeting(a: Line, b: Line): Point | null {
  const under = a.along.x * b.along.y - a.along.y * b.along.x
  if (Math.abs(under) < 0.2) return null
  const share = ((b.through.x - a.through.x) * b.along.y - (b.through.y - a.through.y) * b.along.x) / under
  return { x: a.through.x + a.along.x * share, y: a.through.y + a.along.y * share }
}
