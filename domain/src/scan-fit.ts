import { type Decision, grant, refuse } from './decision.ts'
import type { ScanLimits } from './scan-rules.ts'
import type { SheetSize } from './scan-sheets.ts'

/** What an encoder is asked for: pixels that are true to scale at this density, and a quality from 1 to 100. */
export interface Encoding {
  width: number
  height: number
  dpi: number
  quality: number
}

export interface FittedScan {
  bytes: Uint8Array
  dpi: number
  quality: number
}

/** Pixels of so many mm, true to scale 1:1 (R5.1). */
export const pixelsOf = (mm: number, dpi: number): number => Math.max(1, Math.round((mm / 25.4) * dpi))

/** Below it print frays: fewer dots at a better quality read better. */
const legible = 60
const best = 95
const worst = 20
/** Dots a step goes down when the quality would have to. */
const step = 7

/**
 * The most legible JPEG of a sheet within the limits (R5.1, G6): the highest density that fits its bytes at a quality
 * fit to read, and the highest quality there; only where no density does, the lowest density at what quality fits.
 * The encoder gives whole bytes, density included. Refuses `does-not-fit`.
 */
export async function fitScan(
  { widthMm, heightMm }: SheetSize,
  limits: Pick<ScanLimits, 'dpi' | 'maxBytes'>,
  encode: (encoding: Encoding) => Promise<Uint8Array>,
): Promise<Decision<FittedScan, { code: 'does-not-fit' }>> {
  const tried = async (dpi: number, quality: number): Promise<FittedScan | null> => {
    const [width, height] = [pixelsOf(widthMm, dpi), pixelsOf(heightMm, dpi)]
    const bytes = await encode({ width, height, dpi, quality })
    return bytes.length <= limits.maxBytes ? { bytes, dpi, quality } : null
  }
  for (const dpi of densities(limits.dpi)) {
    const least = await tried(dpi, legible)
    if (least) return grant(await highest(legible + 1, best, (quality) => tried(dpi, quality), least))
  }
  const last = await highest(worst, legible - 1, (quality) => tried(limits.dpi.min, quality), null)
  return last ? grant(last) : refuse({ code: 'does-not-fit' })
}

function densities({ min, max }: { min: number; max: number }): number[] {
  const down: number[] = []
  for (let dpi = max; dpi > min; dpi -= step) down.push(dpi)
  return [...down, min]
}

/** The result of the highest quality in a range that gives one, by halving it. */
async function highest<Found extends FittedScan | null>(
  from: number,
  to: number,
  tried: (quality: number) => Promise<FittedScan | null>,
  otherwise: Found,
): Promise<FittedScan | Found> {
  let found: FittedScan | Found = otherwise
  let [low, high] = [from, to]
  while (low <= high) {
    const middle = (low + high + 1) >> 1
    const fits = await tried(middle)
    if (fits) {
      found = fits
      low = middle + 1
    } else high = middle - 1
  }
  return found
}
