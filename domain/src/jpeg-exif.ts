import { spells } from './jpeg-segments.ts'

/** Dots per inch in either direction, and the unit in which the file said so. */
export interface StatedDensity {
  xDpi: number
  yDpi: number
  unit: 'inch' | 'cm'
}

/** What matters of an EXIF segment. */
export interface ExifFacts {
  /** Of tags 282, 283, 296; null when not stated in full, or without unit. */
  density: StatedDensity | null
  /** Tag 274, 1 (upright) to 8; 1 when not stated. */
  orientation: number
  hasGps: boolean
  hasThumbnail: boolean
  /** Whether it says anything beyond the above. */
  hasOther: boolean
}

const identifier = 'Exif\0\0'
const tags = { orientation: 274, xResolution: 282, yResolution: 283, unit: 296, gps: 34853 } as const
const known: ReadonlySet<number> = new Set(Object.values(tags))

/** Reads numbers of a TIFF in its byte order; 0 beyond its end, so that no offset can lead outside. */
interface TiffReader {
  length: number
  uint16(at: number): number
  uint32(at: number): number
}

function tiffReader(tiff: Uint8Array): TiffReader | null {
  const littleEndian = spells(tiff, 0, tiff.length, 'II')
  if (!littleEndian && !spells(tiff, 0, tiff.length, 'MM')) return null
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  const fits = (at: number, bytes: number) => at >= 0 && at + bytes <= view.byteLength
  const reader: TiffReader = {
    length: view.byteLength,
    uint16: (at) => (fits(at, 2) ? view.getUint16(at, littleEndian) : 0),
    uint32: (at) => (fits(at, 4) ? view.getUint32(at, littleEndian) : 0),
  }
  return reader.uint16(2) === 42 ? reader : null
}

/** The entries of a directory, tag to the offset of its entry; the first of a tag counts. */
function directoryAt(tiff: TiffReader, at: number): { entries: Map<number, number>; next: number } {
  const entries = new Map<number, number>()
  if (at < 8 || at + 2 > tiff.length) return { entries, next: 0 }
  const count = Math.min(tiff.uint16(at), Math.floor((tiff.length - at - 2) / 12))
  for (let i = 0; i < count; i++) {
    const entry = at + 2 + 12 * i
    if (!entries.has(tiff.uint16(entry))) entries.set(tiff.uint16(entry), entry)
  }
  return { entries, next: tiff.uint32(at + 2 + 12 * tiff.uint16(at)) }
}

/** An unsigned rational's value (type 5), 0 when there is none. */
function rationalOf(tiff: TiffReader, entry: number | undefined): number {
  if (entry === undefined || tiff.uint16(entry + 2) !== 5) return 0
  const at = tiff.uint32(entry + 8)
  const denominator = tiff.uint32(at + 4)
  return denominator === 0 ? 0 : tiff.uint32(at) / denominator
}

/** A short's value (type 3), the default when there is none. */
const shortOf = (tiff: TiffReader, entry: number | undefined, otherwise: number) =>
  entry !== undefined && tiff.uint16(entry + 2) === 3 ? tiff.uint16(entry + 8) : otherwise

function densityOf(tiff: TiffReader, entries: Map<number, number>): StatedDensity | null {
  const x = rationalOf(tiff, entries.get(tags.xResolution))
  const y = rationalOf(tiff, entries.get(tags.yResolution))
  // Without tag 296 the unit is the inch (EXIF); 1 means a ratio only.
  const unit = shortOf(tiff, entries.get(tags.unit), 2)
  if (x <= 0 || y <= 0 || (unit !== 2 && unit !== 3)) return null
  return unit === 3 ? { xDpi: x * 2.54, yDpi: y * 2.54, unit: 'cm' } : { xDpi: x, yDpi: y, unit: 'inch' }
}

/** Is this APP1 payload (from, end) an EXIF one? */
export const isExif = (bytes: Uint8Array, from: number, end: number): boolean =>
  spells(bytes, from, end, identifier)

/**
 * What an EXIF payload says, either byte order: density, orientation, whether a place, a thumbnail or anything
 * else is in it (R5.3, R5.6). Null when its TIFF header does not hold. Never reads outside from–end.
 */
export function readExif(bytes: Uint8Array, from: number, end: number): ExifFacts | null {
  const tiff = tiffReader(bytes.subarray(Math.min(from + identifier.length, end), end))
  if (!tiff) return null
  const first = directoryAt(tiff, tiff.uint32(4))
  const second = directoryAt(tiff, first.next)
  const orientation = shortOf(tiff, first.entries.get(tags.orientation), 1)
  return {
    density: densityOf(tiff, first.entries),
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    hasGps: first.entries.has(tags.gps),
    hasThumbnail: second.entries.size > 0,
    hasOther: [...first.entries.keys()].some((tag) => !known.has(tag)),
  }
}

/**
 * A whole APP1 segment that says no more than orientation (1–8) and, where given, density: for what JFIF cannot
 * carry. Densities are kept to a hundredth.
 */
export function composeExif(orientation: number, density: StatedDensity | null): Uint8Array {
  const entries: [tag: number, type: number, value: number][] = [[tags.orientation, 3, orientation]]
  const perUnit = density?.unit === 'cm' ? 2.54 : 1
  const count = density ? 4 : 1
  const rationals = 8 + 2 + 12 * count + 4
  if (density) {
    entries.push([tags.xResolution, 5, rationals], [tags.yResolution, 5, rationals + 8])
    entries.push([tags.unit, 3, density.unit === 'cm' ? 3 : 2])
  }
  const length = rationals + (density ? 16 : 0)
  const segment = new Uint8Array(10 + length)
  segment.set([0xff, 0xe1, (8 + length) >> 8, (8 + length) & 0xff, 0x45, 0x78, 0x69, 0x66, 0, 0])
  const view = new DataView(segment.buffer, 10)
  view.setUint32(0, 0x4d4d002a)
  view.setUint32(4, 8)
  view.setUint16(8, count)
  entries.forEach(([tag, type, value], index) => {
    const at = 10 + 12 * index
    view.setUint16(at, tag)
    view.setUint16(at + 2, type)
    view.setUint32(at + 4, 1)
    if (type === 3) view.setUint16(at + 8, value)
    else view.setUint32(at + 8, value)
  })
  if (!density) return segment
  const hundredths = (dpi: number) => Math.min(Math.max(Math.round((dpi / perUnit) * 100), 1), 0xffffffff)
  const written = [hundredths(density.xDpi), 100, hundredths(density.yDpi), 100]
  written.forEach((number, index) => {
    view.setUint32(rationals + 4 * index, number)
  })
  return segment
}
