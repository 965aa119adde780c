import { type Decision, grant, refuse } from './decision.ts'

/** One marker of a JPEG and what belongs to it; offsets are bytes from the start of the file. */
export interface JpegSegment {
  /** The code after FF: C0 for SOF0, E1 for APP1, DA for SOS … */
  marker: number
  /** Of the marker's FF; fill bytes before it belong to the scan that they follow, else to nothing. */
  offset: number
  /** Of the first byte after the length; the end where the marker has none. */
  payload: number
  /** After the payload. */
  payloadEnd: number
  /** After the segment: after the entropy-coded data in the case of SOS, else `payloadEnd`. */
  end: number
}

/** All segments between SOI and EOI, and whether the file really reaches an EOI. */
export interface JpegWalk {
  segments: readonly JpegSegment[]
  /** False when the data end within a scan or before EOI. */
  complete: boolean
  /** After EOI, or the length of an incomplete file. */
  end: number
}

export type JpegRefusal = { code: 'not-jpeg' } | { code: 'jpeg-broken'; at: number }

export const markers = {
  sos: 0xda,
  eoi: 0xd9,
  com: 0xfe,
  app0: 0xe0,
  app1: 0xe1,
  app2: 0xe2,
  app14: 0xee,
} as const

const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7
const isBare = (marker: number) => marker === 0x01

/** The unsigned 16-bit number at an offset, most significant byte first; 0 beyond the end. */
export const uint16 = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)

/** Do the bytes at an offset spell this ASCII text? False beyond `end`. */
export function spells(bytes: Uint8Array, at: number, end: number, text: string): boolean {
  if (at + text.length > end) return false
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false
  return true
}

/** The end of entropy-coded data from an offset: the FF of the next marker that is no restart, or the length. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from)
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !isRestart(next)) return at
    at = bytes.indexOf(0xff, at + (next === 0xff ? 1 : 2))
  }
  return bytes.length
}

/** The last FF of a run of them: those before it are fill bytes. */
function afterFill(bytes: Uint8Array, from: number): number {
  let at = from
  while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1
  return at
}

/** The segment whose FF lies at an offset, or null when there is none or it does not fit into the file. */
function segmentAt(bytes: Uint8Array, offset: number): JpegSegment | null {
  if (bytes[offset] !== 0xff) return null
  const marker = bytes[offset + 1] ?? 0
  const bare = { marker, offset, payload: offset + 2, payloadEnd: offset + 2, end: offset + 2 }
  if (marker === markers.eoi || isBare(marker)) return bare
  // 00 and 02–BF are no markers, D0–D8 have no place between segments.
  if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd8)) return null
  const payloadEnd = offset + 2 + uint16(bytes, offset + 2)
  if (payloadEnd < offset + 4 || payloadEnd > bytes.length) return null
  const end = marker === markers.sos ? endOfScan(bytes, payloadEnd) : payloadEnd
  return { marker, offset, payload: offset + 4, payloadEnd, end }
}

/**
 * Walks a JPEG from SOI to EOI over every marker, fill byte, restart and scan (ITU-T T.81, annex B; R5.3). Refuses
 * `not-jpeg` when it does not begin FF D8 FF, `jpeg-broken` with the offset where no segment fits before the
 * first scan or between scans. A file that ends within or right after a scan is walked and not complete. Never
 * reads out of bounds, never throws.
 */
export function walkJpeg(bytes: Uint8Array): Decision<JpegWalk, JpegRefusal> {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) return refuse({ code: 'not-jpeg' })
  const segments: JpegSegment[] = []
  let at = 2
  while (at < bytes.length || segments.at(-1)?.marker !== markers.sos) {
    const segment = segmentAt(bytes, afterFill(bytes, at))
    if (!segment) return refuse({ code: 'jpeg-broken', at })
    if (segment.marker === markers.eoi) return grant({ segments, complete: true, end: segment.end })
    segments.push(segment)
    at = segment.end
  }
  return grant({ segments, complete: false, end: bytes.length })
}
