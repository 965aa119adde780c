import type { MeasuredQuality } from '@zhuji/domain/scan-quality.ts'
import type { Grey } from './grey.ts'

/** Pixels on either side within which an edge of print rises. */
const half = 4
/** Least difference of brightness that is print and no grain: a share of the paper's, which shrinks in the dark. */
const leastContrast = 0.2
const leastRange = 16

/**
 * Measures a straightened sheet near its final size. `steepness`: of the rise from print to paper, the share that
 * lies between two neighbouring pixels, in the middle of all strong edges; null without print. `ground`: how bright
 * the paper is. `blown`: the share of the sheet burnt to white although the rest is not.
 */
export function measureQuality(grey: Grey): Omit<MeasuredQuality, 'dotsPerPixel'> {
  const ground = groundOf(grey)
  const range = Math.max(leastRange, ground * leastContrast)
  return { steepness: steepnessOf(grey, range), ground, blown: blownOf(grey) }
}

function steepnessOf(grey: Grey, range: number): number | null {
  const found: number[] = []
  const { width, height } = grey
  for (let y = half; y < height - half; y += 2)
    for (let x = half; x < width - half; x += 3)
      for (const step of [1, width]) {
        const steepness = steepnessAt(grey.data, y * width + x, step, range)
        if (steepness !== null) found.push(steepness)
      }
  return found.length < 200 ? null : share(found, 0.5)
}

function steepnessAt(data: Uint8Array, at: number, step: number, range: number): number | null {
  let [low, high, most] = [255, 0, 0]
  let before = data[at - half * step] ?? 0
  for (let near = -half; near <= half; near++) {
    const value = data[at + near * step] ?? 0
    if (value < low) low = value
    if (value > high) high = value
    most = Math.max(most, Math.abs(value - before))
    before = value
  }
  return high - low < range ? null : most / (high - low)
}

const groundOf = ({ data }: Grey) => share(data, 0.8)

/** In blocks of eight: a lamp burns a patch, not a speck. */
function blownOf({ width, height, data }: Grey): number {
  if (share(data, 0.6) >= 238) return 0
  let [blown, blocks] = [0, 0]
  for (let top = 0; top + 8 <= height; top += 8)
    for (let left = 0; left + 8 <= width; left += 8) {
      blocks += 1
      if (isBurnt(data, top * width + left, width)) blown += 1
    }
  return blocks === 0 ? 0 : blown / blocks
}

function isBurnt(data: Uint8Array, at: number, width: number): boolean {
  for (let y = 0; y < 8; y++)
    for (let x = 0; x < 8; x++) if ((data[at + y * width + x] ?? 0) < 250) return false
  return true
}

function share(values: ArrayLike<number>, part: number): number {
  const sorted = Float32Array.from(values).sort()
  return sorted[Math.floor((sorted.length - 1) * part)] ?? 0
}
