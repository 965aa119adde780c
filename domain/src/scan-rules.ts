import { type JpegDensity, type JpegFacts, readJpeg, shownSize } from './jpeg-facts.ts'
import { markers } from './jpeg-segments.ts'
import { type PaperName, sheets } from './scan-sheets.ts'

/** What a kind of scan must keep to; every limit is itself allowed. */
export interface ScanLimits {
  maxBytes: number
  dpi: { min: number; max: number }
  /**
   * The same limits where the file counts dots per centimetre. JFIF has whole dots only and so cannot say 72 or
   * 100 dpi: the nearest it can say, 28 and 39, count as these. The upper limit leaves EXIF its 39.37 and 39.4.
   */
  perCm: { min: number; max: number }
  /** Millimetres of either side. */
  side: { min: number; max: number }
}

/** Scans of certificates: 72–100 dpi, 300 × 1024 bytes (R5.1, guide G6), 40–600 mm a side (R5.3). */
export const certificateScan: ScanLimits = {
  maxBytes: 307_200,
  dpi: { min: 72, max: 100 },
  perCm: { min: 28, max: 39.4 },
  side: { min: 40, max: 600 },
}

/** The scan of the signature form: 100–200 dpi, 1 MB (R5.2). */
export const signatureScan: ScanLimits = {
  maxBytes: 1_048_576,
  dpi: { min: 100, max: 200 },
  perCm: { min: 39, max: 79 },
  side: certificateScan.side,
}

/** Millimetres that either side may differ from a paper's. */
const paperTolerance = 12

type Outcome = 'passed' | 'failed' | 'warning'

/** The answer to one rule and the numbers that its words need. */
export type ScanCheck =
  | { rule: 'size'; outcome: Outcome; facts: { bytes: number; maxBytes: number } }
  | { rule: 'jpeg'; outcome: Outcome; facts: { fault: JpegFault | null } }
  | { rule: 'upright'; outcome: Outcome; facts: { orientation: number } }
  | { rule: 'density-stated'; outcome: Outcome; facts: { source: JpegDensity['source'] } }
  | {
      rule: 'density-range'
      outcome: Outcome
      facts: { xDpi: number; yDpi: number; min: number; max: number }
    }
  | { rule: 'density-equal'; outcome: Outcome; facts: { xDpi: number; yDpi: number } }
  | {
      rule: 'physical-size'
      outcome: Outcome
      facts: { widthMm: number; heightMm: number; minMm: number; maxMm: number }
    }
  | { rule: 'paper'; outcome: Outcome; facts: { widthMm: number; heightMm: number; paper: PaperName | null } }

/** Why a file is no JPEG that decodes whole: no JPEG, broken, cut off, or of a coding browsers cannot show. */
export type JpegFault = 'not-jpeg' | 'jpeg-broken' | 'cut-off' | 'unusual-coding'

/** Millimetres of so many pixels at so many dots per inch. */
export const physicalSize = (pixels: number, dpi: number): number => (pixels / dpi) * 25.4

const within = (value: number, { min, max }: { min: number; max: number }) => value >= min && value <= max
const outcomeOf = (holds: boolean): Outcome => (holds ? 'passed' : 'failed')

type StatedOnce = Exclude<JpegDensity, { source: 'none' | 'conflict' }>

function isDensityWithin({ xDpi, yDpi, unit }: StatedOnce, limits: ScanLimits): boolean {
  // Back to dots per centimetre as they were written: 28 × 2.54 ÷ 2.54 may be a hair below 28.
  const perCm = (dpi: number) => Math.round((dpi / 2.54) * 1000) / 1000
  return [xDpi, yDpi].every((dpi) =>
    unit === 'cm' ? within(perCm(dpi), limits.perCm) : within(dpi, limits.dpi),
  )
}

/** The usual paper that a size fits within ±12 mm, either way up; null when none does. */
function paperOf(widthMm: number, heightMm: number): PaperName | null {
  const [short, long] = [Math.min(widthMm, heightMm), Math.max(widthMm, heightMm)]
  const isNear = (a: number, b: number) => Math.abs(a - b) <= paperTolerance
  const names = Object.keys(sheets) as PaperName[]
  return names.find((name) => isNear(short, sheets[name].short) && isNear(long, sheets[name].long)) ?? null
}

function densityChecks(read: JpegFacts, density: StatedOnce, limits: ScanLimits): ScanCheck[] {
  const { width, height } = shownSize(read)
  const { xDpi, yDpi } = density
  const [widthMm, heightMm] = [physicalSize(width, xDpi), physicalSize(height, yDpi)]
  const isSizeSound = within(widthMm, limits.side) && within(heightMm, limits.side)
  const paper = paperOf(widthMm, heightMm)
  return [
    {
      rule: 'density-range',
      outcome: outcomeOf(isDensityWithin(density, limits)),
      facts: { xDpi, yDpi, ...limits.dpi },
    },
    { rule: 'density-equal', outcome: outcomeOf(Math.abs(xDpi - yDpi) < 0.01), facts: { xDpi, yDpi } },
    {
      rule: 'physical-size',
      outcome: outcomeOf(isSizeSound),
      facts: { widthMm, heightMm, minMm: limits.side.min, maxMm: limits.side.max },
    },
    { rule: 'paper', outcome: paper ? 'passed' : 'warning', facts: { widthMm, heightMm, paper } },
  ]
}

/** Passes over the picture; programs make about ten, and each costs every decoder the whole of it. */
const mostPasses = 64

/** Baseline, extended or progressive Huffman coding with 8 bits, grey, colour or CMYK: what every browser shows. */
function faultOf({ complete, frame, precision, components, segments }: JpegFacts): JpegFault | null {
  if (!complete) return 'cut-off'
  const passes = segments.filter(({ marker }) => marker === markers.sos).length
  const isUsual =
    frame >= 0xc0 &&
    frame <= 0xc2 &&
    precision === 8 &&
    [1, 3, 4].includes(components) &&
    passes <= mostPasses
  return isUsual ? null : 'unusual-coding'
}

/**
 * Every rule about a scan, answered on its own from its bytes (R5.1, R5.2, R5.3, guide G6), in the order of
 * `ScanCheck`: size, a JPEG whole to its end, stored upright (at most a warning), density stated with unit in JFIF or EXIF without contradiction,
 * within its range, equal both ways, physical size in mm, and a usual paper (at most a warning). A rule that cannot
 * be asked — of no JPEG the density, without density the measures — is left out. Pixels are not decoded: whether
 * the scan data make a picture is for the server's decoder.
 */
export function scanChecks(bytes: Uint8Array, limits: ScanLimits = certificateScan): readonly ScanCheck[] {
  const size: ScanCheck = {
    rule: 'size',
    outcome: outcomeOf(bytes.length <= limits.maxBytes),
    facts: { bytes: bytes.length, maxBytes: limits.maxBytes },
  }
  const read = readJpeg(bytes)
  if (!read.granted) return [size, { rule: 'jpeg', outcome: 'failed', facts: { fault: read.refusal.code } }]

  const fault = faultOf(read.value)
  const jpeg: ScanCheck = { rule: 'jpeg', outcome: outcomeOf(fault === null), facts: { fault } }
  const { density, orientation } = read.value
  // Browsers turn it, other programs may not: told, since the picture itself is never changed (R5.6).
  const upright: ScanCheck = {
    rule: 'upright',
    outcome: orientation === 1 ? 'passed' : 'warning',
    facts: { orientation },
  }
  const isStated = density.source !== 'none' && density.source !== 'conflict'
  const stated: ScanCheck = {
    rule: 'density-stated',
    outcome: outcomeOf(isStated),
    facts: { source: density.source },
  }
  return [size, jpeg, upright, stated, ...(isStated ? densityChecks(read.value, density, limits) : [])]
}

/** A scan may be uploaded when no rule failed and all could be asked; warnings do not hinder (R5.3). */
export const scanAccepted = (checks: readonly ScanCheck[]): boolean =>
  checks.length > 0 && checks.every(({ outcome }) => outcome !== 'failed')
