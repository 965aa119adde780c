import type { TestContext } from 'node:test'
import { ascii, concat, exif, jfif, segmentOf, withHead } from '@zhuji/domain/fixtures/jpeg-parts.ts'
import { markers, walkJpeg } from '@zhuji/domain/jpeg-segments.ts'
import { strToU8, zipSync } from 'fflate'
import sharp, { type JpegOptions } from 'sharp'
import { givenHolder, givenRecord, sendScan } from './records.ts'
import { world } from './world.ts'

const grey = { r: 190, g: 190, b: 200 }

/** A sheet of so many pixels as an encoder leaves it, without any density. */
export async function plainSheet(
  options: JpegOptions & { width?: number; height?: number; cmyk?: boolean } = {},
): Promise<Uint8Array> {
  const { width = 595, height = 842, cmyk = false, ...coding } = options
  const sheet = sharp({ create: { width, height, channels: 3, background: grey } })
  const inColours = cmyk ? sheet.toColourspace('cmyk') : sheet
  return withHead(new Uint8Array(await inColours.jpeg({ quality: 70, ...coding }).toBuffer()))
}

/** A4 at 72 dpi with these segments at its head; without any, JFIF states the density. */
export const sheetWith = async (...segments: Uint8Array[]): Promise<Uint8Array> =>
  withHead(await plainSheet(), ...(segments.length > 0 ? segments : [jfif(1, 72)]))

/** Where a segment begins; its payload is four bytes on. */
export function offsetOf(jpeg: Uint8Array, marker: number): number {
  const walked = walkJpeg(jpeg)
  const found = walked.granted ? walked.value.segments.find((one) => one.marker === marker) : undefined
  if (!found) throw new Error(`no segment ${marker.toString(16)}`)
  return found.offset
}

/** The sheet with some bytes written over, counted from the start of a segment. */
export function overwritten(jpeg: Uint8Array, marker: number, at: number, ...bytes: number[]): Uint8Array {
  const changed = jpeg.slice()
  changed.set(bytes, offsetOf(jpeg, marker) + at)
  return changed
}

const uint16 = (value: number) => [value >> 8, value & 0xff]
const baseline = 0xc0

/** The same few bytes, said to be a picture of so many pixels. */
export const claiming = (jpeg: Uint8Array, width: number, height: number): Uint8Array =>
  overwritten(jpeg, baseline, 5, ...uint16(height), ...uint16(width))

/** The frame under another name: C3 lossless, C9 arithmetic … */
export const codedAs = (jpeg: Uint8Array, frame: number): Uint8Array => overwritten(jpeg, baseline, 1, frame)

export const withBits = (jpeg: Uint8Array, bits: number): Uint8Array => overwritten(jpeg, baseline, 4, bits)

export const withTail = (jpeg: Uint8Array, tail: Uint8Array | string): Uint8Array =>
  concat(jpeg, typeof tail === 'string' ? ascii(tail) : tail)

export const comment = (text: string): Uint8Array => segmentOf(markers.com, ascii(text))

/** An archive that any program opens though a picture stands before it. */
export const archive = (): Uint8Array => zipSync({ 'run.html': strToU8('<script>alert(1)</script>') })

export const page = '<!doctype html><script>alert(1)</script>'

/**
 * A picture in thousands of passes, every one of them lawful and a few bytes long: each frequency by itself, from its
 * highest bit to its lowest. Every decoder goes over the whole picture for each.
 */
export async function inManyPasses(side: number): Promise<Uint8Array> {
  const picture = withHead(await plainSheet({ width: side, height: side, progressive: true }), jfif(1, 100))
  const walked = walkJpeg(picture)
  const segments = walked.granted ? walked.value.segments : []
  const first = segments.findIndex(({ marker }) => marker === markers.sos)
  const pass = segments.slice(first + 1).find(({ marker }) => marker === markers.sos)
  if (!pass) throw new Error('a progressive picture has several passes')
  const passOf = (frequency: number, high: number, low: number) => {
    const bytes = picture.slice(pass.offset, pass.end)
    bytes.set([frequency, frequency, (high << 4) | low], 7)
    return bytes
  }
  const passes = Array.from({ length: 63 }, (_, index) => [
    passOf(index + 1, 0, 13),
    ...Array.from({ length: 13 }, (_, bit) => passOf(index + 1, 13 - bit, 12 - bit)),
  ])
  return concat(picture.subarray(0, pass.offset), ...passes.flat(), [0xff, markers.eoi])
}

export const inDifferentUnits = {
  /** 28.35 dots a centimetre, as many programs write 72 dpi. */
  fractional: exif({ x: [2835, 100], y: [2835, 100], unit: 3 }),
  contradicting: [jfif(1, 72), exif({ x: [300, 1], y: [300, 1], unit: 2 })],
} as const

/** Sends the file as a page of a new record, in a world of its own. */
export async function uploaded(t: TestContext, bytes: Uint8Array) {
  const w = await world(t)
  const holder = await givenHolder(w)
  const record = await givenRecord(w, holder)
  const answer = await sendScan(w, holder, record, Buffer.from(bytes))
  return { w, holder, record, answer }
}

/** The sheet of an encoder with JFIF's density before it. */
export const withJfif = (sheet: Uint8Array, dots = 72, unit = 1): Uint8Array =>
  concat([0xff, 0xd8], jfif(unit, dots), sheet.subarray(2))

export async function padded(length: number): Promise<Uint8Array> {
  const sheet = await sheetWith()
  return new Uint8Array(Buffer.concat([sheet, Buffer.alloc(length - sheet.length)]))
}
