import { composeExif, type ExifFacts } from './jpeg-exif.ts'
import {
  exifOf,
  hasJfifThumbnail,
  isAdobe,
  isJfif,
  type JpegFacts,
  readJpeg,
  tellsPlace,
} from './jpeg-facts.ts'
import { type JpegSegment, markers, spells } from './jpeg-segments.ts'

/** What was cut out of a file, in the words for its owner (R5.6). */
export const cutParts = ['location', 'thumbnail', 'comment', 'trailing-bytes', 'other-metadata'] as const
export type CutPart = (typeof cutParts)[number]

const isMetadata = (marker: number) => (marker >= 0xe0 && marker <= 0xef) || marker === markers.com

/** Metadata that decide how the pixels look: colour transform and colour profile. */
const decidesColour = (bytes: Uint8Array, { marker, payload, payloadEnd }: JpegSegment) =>
  isAdobe(bytes, marker, payload, payloadEnd) ||
  (marker === markers.app2 && spells(bytes, payload, payloadEnd, 'ICC_PROFILE\0'))

/** What goes with a segment that is not kept. */
function partsOf(bytes: Uint8Array, segment: JpegSegment): CutPart[] {
  if (segment.marker === markers.com) return ['comment']
  const parts: CutPart[] = tellsPlace(bytes, segment) ? ['location'] : []
  const exif = exifOf(bytes, segment)
  if (exif) return [...parts, ...partsOfExif(exif)]
  if (hasJfifThumbnail(bytes, segment)) return ['thumbnail']
  return [...parts, 'other-metadata']
}

const partsOfExif = (exif: ExifFacts): CutPart[] => [
  ...(exif.hasThumbnail ? (['thumbnail'] as const) : []),
  ...(exif.hasOther ? (['other-metadata'] as const) : []),
]

/** A JFIF segment without thumbnail: version, unit and density of the one given, or 1.02 with EXIF's density. */
function jfifSegment(bytes: Uint8Array, { density }: JpegFacts, jfif: JpegSegment | undefined): Uint8Array {
  const segment = Uint8Array.of(0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 2, 0, 0, 1, 0, 1, 0, 0)
  if (jfif) segment.set(bytes.subarray(jfif.payload + 5, jfif.payload + 12), 9)
  if (density.source !== 'exif') return segment

  const perCm = density.unit === 'cm' && isWhole(density.xDpi / 2.54) && isWhole(density.yDpi / 2.54)
  const step = perCm ? 2.54 : 1
  const view = new DataView(segment.buffer)
  view.setUint8(11, perCm ? 2 : 1)
  const dots = (dpi: number) => Math.min(Math.max(Math.round(dpi / step), 1), 0xffff)
  view.setUint16(12, dots(density.xDpi))
  view.setUint16(14, dots(density.yDpi))
  return segment
}

const isWhole = (number: number) => Math.abs(number - Math.round(number)) < 1e-6

/** Three components that no JFIF calls YCbCr: to add one would change the colours of those that are RGB. */
const mayBeRgb = (bytes: Uint8Array, { components, adobe, segments, frame }: JpegFacts) => {
  if (components !== 3) return false
  const first = segments.find(({ marker }) => marker === frame)
  return (
    adobe?.transform === 0 || (adobe === null && first !== undefined && bytes[first.payload + 6] === 0x52)
  )
}

/** The density and the orientation, said anew at the head of the file. */
function headOf(bytes: Uint8Array, facts: JpegFacts): Uint8Array[] {
  const { density, orientation, segments } = facts
  const jfif = segments.find((segment) => isJfif(bytes, segment))
  const needsJfif = jfif !== undefined || density.source === 'exif'
  const asExif = jfif === undefined && density.source === 'exif' && mayBeRgb(bytes, facts)
  const head: Uint8Array[] = [Uint8Array.of(0xff, 0xd8)]
  if (needsJfif && !asExif) head.push(jfifSegment(bytes, facts, jfif))
  if (asExif) head.push(composeExif(orientation, density))
  else if (orientation !== 1) head.push(composeExif(orientation, null))
  return head
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/**
 * Drops without loss what a scan need not carry (R5.6): EXIF, XMP, IPTC, MPF, comments, thumbnails, bytes after
 * EOI. Frame, tables, scans, Adobe's marker and the colour profile stay byte for byte and in order; only fill
 * bytes between segments go. The density stays as JFIF (written anew where only EXIF stated it, rounded to whole
 * dots), the orientation as an EXIF of one tag, so that the picture looks the same. RGB files without JFIF keep
 * the density in EXIF, since JFIF would turn their colours. `removed` names what the person is told, in the order
 * of `cutParts`. A second cut changes nothing. What is no whole JPEG comes back as it is.
 */
export function cutJpeg(bytes: Uint8Array): { bytes: Uint8Array; removed: readonly CutPart[] } {
  const read = readJpeg(bytes)
  if (!read.granted || !read.value.complete) return { bytes, removed: [] }
  const facts = read.value
  const kept = (segment: JpegSegment) => !isMetadata(segment.marker) || decidesColour(bytes, segment)
  const jfif = facts.segments.find((segment) => isJfif(bytes, segment))

  const removed = new Set<CutPart>(facts.trailingBytes > 0 ? ['trailing-bytes'] : [])
  for (const segment of facts.segments) {
    const saidAnew = segment === jfif && !hasJfifThumbnail(bytes, segment)
    if (!kept(segment) && !saidAnew) for (const part of partsOf(bytes, segment)) removed.add(part)
  }
  const image = facts.segments.filter(kept).map(({ offset, end }) => bytes.subarray(offset, end))
  return {
    bytes: joined([...headOf(bytes, facts), ...image, Uint8Array.of(0xff, markers.eoi)]),
    removed: cutParts.filter((part) => removed.has(part)),
  }
}
