import { type Decision, grant, refuse } from './decision.ts'
import { type ExifFacts, isExif, readExif, type StatedDensity } from './jpeg-exif.ts'
import {
  type JpegRefusal,
  type JpegSegment,
  type JpegWalk,
  markers,
  spells,
  uint16,
  walkJpeg,
} from './jpeg-segments.ts'

/**
 * What the file says about its density. `conflict`: JFIF and EXIF state different ones; the numbers are JFIF's,
 * those of EXIF stand beside. `none`: neither states one with a unit.
 */
export type JpegDensity =
  | { source: 'none' }
  | ({ source: 'jfif' | 'exif' } & StatedDensity)
  | ({ source: 'conflict'; exif: StatedDensity } & StatedDensity)

export interface JpegFacts {
  /** Pixels as stored, before any orientation. */
  width: number
  height: number
  /** 1 grey, 3 colour, 4 CMYK. */
  components: number
  /** Bits per sample. */
  precision: number
  /** The frame's marker, C0 (baseline) to CF. */
  frame: number
  progressive: boolean
  density: JpegDensity
  /** EXIF orientation, 1 (upright) to 8. */
  orientation: number
  hasGps: boolean
  hasThumbnail: boolean
  hasComment: boolean
  /** Several pictures in one file (MPF). */
  hasMpf: boolean
  /** Adobe's marker, with its colour transform (0 none, 1 YCbCr, 2 YCCK). */
  adobe: { transform: number } | null
  /** Bytes after EOI. */
  trailingBytes: number
  /** Whether the scans go on to an EOI. */
  complete: boolean
  segments: readonly JpegSegment[]
}

const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

interface Frame {
  width: number
  height: number
  components: number
  precision: number
}

/** The one frame before the first scan; the offset of the fault when it is missing, doubled, empty or misshapen. */
function frameOf(
  bytes: Uint8Array,
  { segments, end }: JpegWalk,
): (Frame & { marker: number }) | { at: number } {
  const frames = segments.filter(({ marker }) => isFrame(marker))
  const scan = segments.find(({ marker }) => marker === markers.sos)
  const [segment, second] = frames
  if (!segment || !scan) return { at: end }
  if (second) return { at: second.offset }
  const { payload, payloadEnd, offset, marker } = segment
  const components = bytes[payload + 5] ?? 0
  const isWhole = payloadEnd - payload === 6 + 3 * components && components > 0
  const [height, width] = [uint16(bytes, payload + 1), uint16(bytes, payload + 3)]
  if (!isWhole || width === 0 || height === 0 || offset > scan.offset) return { at: offset }
  return { marker, width, height, components, precision: bytes[payload] ?? 0 }
}

/** Is the segment the JFIF one (APP0)? Its density lies 7 bytes into the payload: unit, x, y. */
export const isJfif = (bytes: Uint8Array, { marker, payload, payloadEnd }: JpegSegment): boolean =>
  marker === markers.app0 && payloadEnd - payload >= 14 && spells(bytes, payload, payloadEnd, 'JFIF\0')

function jfifDensity(bytes: Uint8Array, { payload }: JpegSegment): StatedDensity | null {
  const unit = bytes[payload + 7]
  const [x, y] = [uint16(bytes, payload + 8), uint16(bytes, payload + 10)]
  if (x === 0 || y === 0 || (unit !== 1 && unit !== 2)) return null
  return unit === 2 ? { xDpi: x * 2.54, yDpi: y * 2.54, unit: 'cm' } : { xDpi: x, yDpi: y, unit: 'inch' }
}

/** JFIF rounds to whole dots: below one of its steps the two say the same. */
function agree(jfif: StatedDensity, exif: StatedDensity): boolean {
  const step = jfif.unit === 'cm' || exif.unit === 'cm' ? 2.54 : 1
  return Math.abs(jfif.xDpi - exif.xDpi) < step && Math.abs(jfif.yDpi - exif.yDpi) < step
}

function densityOf(jfif: StatedDensity | null, exif: StatedDensity | null): JpegDensity {
  if (!jfif) return exif ? { source: 'exif', ...exif } : { source: 'none' }
  if (!exif || agree(jfif, exif)) return { source: 'jfif', ...jfif }
  return { source: 'conflict', ...jfif, exif }
}

const noExif: ExifFacts = {
  density: null,
  orientation: 1,
  hasGps: false,
  hasThumbnail: false,
  hasOther: false,
}

/** XMP says places in words of EXIF. */
function hasXmpGps(bytes: Uint8Array, { payload, payloadEnd }: JpegSegment): boolean {
  if (!isXmp(bytes, { payload, payloadEnd })) return false
  return new TextDecoder().decode(bytes.subarray(payload, payloadEnd)).includes('GPSL')
}

/** Is this APP1 payload an XMP packet, main or extended? */
export const isXmp = (
  bytes: Uint8Array,
  { payload, payloadEnd }: Pick<JpegSegment, 'payload' | 'payloadEnd'>,
) => spells(bytes, payload, payloadEnd, 'http://ns.adobe.com/x')

/** Whether a segment tells a place, in EXIF or in XMP (R5.6). */
export function tellsPlace(bytes: Uint8Array, segment: JpegSegment): boolean {
  if (segment.marker !== markers.app1) return false
  return exifOf(bytes, segment)?.hasGps === true || hasXmpGps(bytes, segment)
}

/** The EXIF facts of a segment; null when it is none or its header does not hold. */
export const exifOf = (bytes: Uint8Array, { marker, payload, payloadEnd }: JpegSegment): ExifFacts | null =>
  marker === markers.app1 && isExif(bytes, payload, payloadEnd) ? readExif(bytes, payload, payloadEnd) : null

/** Pixels across and down as the picture is seen: orientations 5 to 8 lay it on its side. */
export const shownSize = ({
  width,
  height,
  orientation,
}: Pick<JpegFacts, 'width' | 'height' | 'orientation'>): { width: number; height: number } =>
  orientation >= 5 ? { width: height, height: width } : { width, height }

/** A thumbnail within JFIF (its last two bytes give the size) or in JFXX. */
export function hasJfifThumbnail(bytes: Uint8Array, segment: JpegSegment): boolean {
  if (segment.marker !== markers.app0) return false
  const { payload, payloadEnd } = segment
  if (spells(bytes, payload, payloadEnd, 'JFXX\0')) return true
  return isJfif(bytes, segment) && bytes[payload + 12] !== 0 && bytes[payload + 13] !== 0
}

function adobeOf(bytes: Uint8Array, segments: readonly JpegSegment[]): { transform: number } | null {
  const adobe = segments.find(({ marker, payload, payloadEnd }) =>
    isAdobe(bytes, marker, payload, payloadEnd),
  )
  return adobe ? { transform: bytes[adobe.payload + 11] ?? 0 } : null
}

/** Is this Adobe's colour marker (APP14)? */
export const isAdobe = (bytes: Uint8Array, marker: number, payload: number, end: number): boolean =>
  marker === markers.app14 && end - payload >= 12 && spells(bytes, payload, end, 'Adobe')

/**
 * What a JPEG is, from its bytes alone (R5.3, ITU-T T.81, JFIF 1.02, EXIF): size, coding, density with unit, and
 * what else it carries (R5.6). Refuses `not-jpeg`, or `jpeg-broken` with the offset of the first fault, also when
 * it has no frame or no scan. A file cut off within its scans is read, and not `complete`. Any bytes may be given:
 * it never throws and never reads outside them.
 */
export function readJpeg(bytes: Uint8Array): Decision<JpegFacts, JpegRefusal> {
  const walked = walkJpeg(bytes)
  if (!walked.granted) return walked
  const { segments, complete, end } = walked.value
  const frame = frameOf(bytes, walked.value)
  if ('at' in frame) return refuse({ code: 'jpeg-broken', at: frame.at })

  const jfif = segments.find((segment) => isJfif(bytes, segment))
  const exifs = segments.map((segment) => exifOf(bytes, segment)).filter((facts) => facts !== null)
  const exif = exifs[0] ?? noExif
  const { marker, ...size } = frame
  return grant({
    ...size,
    frame: marker,
    progressive: marker === 0xc2,
    density: densityOf(jfif ? jfifDensity(bytes, jfif) : null, exif.density),
    orientation: exif.orientation,
    hasGps: segments.some((segment) => tellsPlace(bytes, segment)),
    hasThumbnail:
      exifs.some((facts) => facts.hasThumbnail) ||
      segments.some((segment) => hasJfifThumbnail(bytes, segment)),
    hasComment: segments.some((segment) => segment.marker === markers.com),
    hasMpf: segments.some(
      ({ marker, payload, payloadEnd }) =>
        marker === markers.app2 && spells(bytes, payload, payloadEnd, 'MPF\0'),
    ),
    adobe: adobeOf(bytes, segments),
    trailingBytes: bytes.length - end,
    complete,
    segments,
  })
}
