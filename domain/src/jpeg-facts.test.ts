import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { ascii, concat, type ExifParts, exif, jfif, segmentOf, withHead } from './fixtures/jpeg-parts.ts'
import { cutJpeg } from './jpeg-cut.ts'
import { type JpegFacts, readJpeg } from './jpeg-facts.ts'
import { scanChecks } from './scan-rules.ts'

const image = (width = 48, height = 40, options: { progressive?: boolean; grey?: boolean } = {}) => {
  const pixels = Buffer.from(
    Array.from({ length: width * height * 3 }, (_, i) => (i * i * 31 + i * 7) & 0xff),
  )
  const picture = sharp(pixels, { raw: { width, height, channels: 3 } })
  return (options.grey ? picture.toColourspace('b-w') : picture)
    .jpeg({ progressive: options.progressive ?? false })
    .toBuffer()
}
const small = new Uint8Array(await image())
const facts = (bytes: Uint8Array): JpegFacts => {
  const read = readJpeg(bytes)
  assert.ok(read.granted, JSON.stringify(read))
  return read.value
}
const head = (...segments: Uint8Array[]) => facts(withHead(small, ...segments))

test('R5.3 size, components and coding are read from the frame', async () => {
  const { width, height, components, progressive, precision, frame, complete } = facts(small)
  assert.deepEqual(
    { width, height, components, progressive, precision, frame, complete },
    { width: 48, height: 40, components: 3, progressive: false, precision: 8, frame: 0xc0, complete: true },
  )
  const other = facts(new Uint8Array(await image(300, 20, { progressive: true, grey: true })))
  assert.deepEqual([other.width, other.height, other.components, other.progressive], [300, 20, 1, true])
  assert.equal(other.complete, true)
  assert.ok(other.segments.filter(({ marker }) => marker === 0xda).length > 1)
})

const inch = (xDpi: number, yDpi = xDpi) => ({ xDpi, yDpi, unit: 'inch' as const })
const densities: [why: string, segments: Uint8Array[], density: JpegFacts['density']][] = [
  ['nothing', [], { source: 'none' }],
  ['JFIF per inch', [jfif(1, 72, 96)], { source: 'jfif', ...inch(72, 96) }],
  ['JFIF per cm', [jfif(2, 28)], { source: 'jfif', xDpi: 28 * 2.54, yDpi: 28 * 2.54, unit: 'cm' }],
  ['JFIF unit 0', [jfif(0, 72)], { source: 'none' }],
  ['JFIF unit 3', [jfif(3, 72)], { source: 'none' }],
  ['JFIF 0 dots', [jfif(1, 0)], { source: 'none' }],
  ['JFIF 0 dots down', [jfif(1, 72, 0)], { source: 'none' }],
  ['EXIF per inch', [exif({ x: [72, 1], y: [145, 2], unit: 2 })], { source: 'exif', ...inch(72, 72.5) }],
  ['EXIF without unit is per inch', [exif({ x: [72, 1], y: [72, 1] })], { source: 'exif', ...inch(72) }],
  ['EXIF unit 1', [exif({ x: [72, 1], y: [72, 1], unit: 1 })], { source: 'none' }],
  ['EXIF unit 4', [exif({ x: [72, 1], y: [72, 1], unit: 4 })], { source: 'none' }],
  [
    'EXIF per cm',
    [exif({ x: [30, 1], y: [30, 1], unit: 3 })],
    { source: 'exif', xDpi: 76.2, yDpi: 76.2, unit: 'cm' },
  ],
  ['EXIF in x only', [exif({ x: [72, 1], unit: 2 })], { source: 'none' }],
  ['EXIF with 0 below', [exif({ x: [72, 0], y: [72, 1], unit: 2 })], { source: 'none' }],
  ['EXIF with 0 above', [exif({ x: [0, 1], y: [72, 1], unit: 2 })], { source: 'none' }],
  [
    'JFIF unit 0 beside EXIF',
    [jfif(0, 1), exif({ x: [72, 1], y: [72, 1] })],
    { source: 'exif', ...inch(72) },
  ],
  ['both alike', [jfif(1, 72), exif({ x: [725, 10], y: [72, 1] })], { source: 'jfif', ...inch(72) }],
  [
    'both, apart by one',
    [jfif(1, 72), exif({ x: [73, 1], y: [72, 1] })],
    { source: 'conflict', ...inch(72), exif: inch(73, 72) },
  ],
  [
    'both alike by steps of a cm',
    [jfif(2, 28), exif({ x: [72, 1], y: [72, 1] })],
    { source: 'jfif', xDpi: 71.12, yDpi: 71.12, unit: 'cm' },
  ],
]
for (const [why, segments, density] of densities)
  test(`R5.3 density: ${why}`, () => assert.deepEqual(head(...segments).density, density))

test('R5.3 EXIF is read alike in either byte order', () => {
  const parts: ExifParts = { x: [72, 1], y: [96, 1], unit: 2, orientation: 6, gps: true, thumbnail: true }
  for (const littleEndian of [false, true]) {
    const { density, orientation, hasGps, hasThumbnail } = head(exif({ ...parts, littleEndian }))
    assert.deepEqual(density, { source: 'exif', ...inch(72, 96) })
    assert.deepEqual(
      { orientation, hasGps, hasThumbnail },
      { orientation: 6, hasGps: true, hasThumbnail: true },
    )
  }
})

test('R5.3 what sharp writes as 72 dpi reads as 72 dpi', async () => {
  const bytes = new Uint8Array(await sharp(small).withMetadata({ density: 72 }).jpeg().toBuffer())
  const { density } = facts(bytes)
  assert.ok(density.source === 'exif' || density.source === 'jfif')
  assert.equal(Math.round(density.xDpi), 72)
})

test('R5.6 place, thumbnail, comment, second pictures and bytes after the end are each seen', () => {
  const plain = { gps: false, thumbnail: false, comment: false, mpf: false, trailing: 0 }
  const seen = (bytes: Uint8Array) => {
    const { hasGps, hasThumbnail, hasComment, hasMpf, trailingBytes } = facts(bytes)
    return { gps: hasGps, thumbnail: hasThumbnail, comment: hasComment, mpf: hasMpf, trailing: trailingBytes }
  }
  const xmp = segmentOf(0xe1, ascii('http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude="31"/>'))
  assert.deepEqual(seen(withHead(small, jfif(1, 72), exif({ orientation: 1 }))), plain)
  assert.deepEqual(seen(withHead(small, exif({ gps: true }))), { ...plain, gps: true })
  assert.deepEqual(seen(withHead(small, xmp)), { ...plain, gps: true })
  assert.deepEqual(seen(withHead(small, exif({ thumbnail: true }))), { ...plain, thumbnail: true })
  assert.deepEqual(seen(withHead(small, jfif(1, 72, 72, [2, 2]))), { ...plain, thumbnail: true })
  assert.deepEqual(seen(withHead(small, segmentOf(0xe0, ascii('JFXX\0\x10')))), { ...plain, thumbnail: true })
  assert.deepEqual(seen(withHead(small, segmentOf(0xfe, ascii('hello')))), { ...plain, comment: true })
  assert.deepEqual(seen(withHead(small, segmentOf(0xe2, ascii('MPF\0')))), { ...plain, mpf: true })
  assert.deepEqual(seen(concat(small, [1, 2, 3])), { ...plain, trailing: 3 })
})

test('R5.3 Adobe’s marker is seen with its transform', () => {
  assert.deepEqual(head(segmentOf(0xee, concat(ascii('Adobe'), [0, 100, 0, 0, 0, 0, 1]))).adobe, {
    transform: 1,
  })
  assert.equal(facts(small).adobe, null)
})

test('R5.3 no frame, two frames, an empty or misshapen one, or no scan: broken at its place', () => {
  const { segments } = facts(small)
  const frame = segments.find(({ marker }) => marker === 0xc0)
  const scan = segments.find(({ marker }) => marker === 0xda)
  assert.ok(frame && scan)
  const changed = (at: number, value: number) => small.with(at, value)
  const refusal = (bytes: Uint8Array) => {
    const read = readJpeg(bytes)
    return read.granted ? null : read.refusal
  }
  const broken = (at: number) => ({ code: 'jpeg-broken', at })
  assert.deepEqual(refusal(changed(frame.payload + 2, 0)), broken(frame.offset))
  assert.deepEqual(refusal(changed(frame.payload + 4, 0)), broken(frame.offset))
  assert.deepEqual(refusal(changed(frame.payload + 5, 4)), broken(frame.offset))
  const noFrame = concat(small.subarray(0, frame.offset), small.subarray(frame.end))
  assert.deepEqual(refusal(noFrame), broken(noFrame.length))
  const twice = concat(small.subarray(0, frame.end), small.subarray(frame.offset))
  assert.deepEqual(refusal(twice), broken(frame.end))
  const late = concat(noFrame.subarray(0, -2), small.subarray(frame.offset, frame.end), [0xff, 0xd9])
  assert.deepEqual(refusal(late), broken(noFrame.length - 2))
  assert.deepEqual(refusal(concat(small.subarray(0, scan.offset), [0xff, 0xd9])), broken(scan.offset + 2))
})

const rich = withHead(
  new Uint8Array(await image(16, 16, { progressive: true })),
  jfif(1, 72, 72, [2, 2]),
  exif({ x: [72, 1], y: [72, 1], unit: 2, gps: true, thumbnail: true, model: true }),
  exif({ littleEndian: true, x: [72, 1], y: [72, 1], unit: 2, gps: true, thumbnail: true }),
  segmentOf(0xfe, ascii('hello')),
)

test('R5.3 cut off at every length it never throws, and is never complete', () => {
  for (let length = 0; length < rich.length; length++) {
    const cut = rich.slice(0, length)
    const read = readJpeg(cut)
    assert.equal(read.granted && read.value.complete, false)
    assert.equal(scanChecks(cut).find(({ rule }) => rule === 'jpeg')?.outcome, 'failed')
    assert.equal(cutJpeg(cut).bytes, cut)
  }
})

test('R5.3 with any byte replaced by 00, 7F, D9 or FF it never throws and cuts to the same again', () => {
  for (let at = 0; at < rich.length; at++)
    for (const value of [0, 0x7f, 0xd9, 0xff]) {
      const mutant = rich.with(at, value)
      readJpeg(mutant)
      scanChecks(mutant)
      const once = cutJpeg(mutant)
      const again = cutJpeg(once.bytes)
      assert.deepEqual(again.bytes, once.bytes, `byte ${at} = ${value}`)
      assert.deepEqual(again.removed, [])
    }
})

test('R5.3 a view into a greater buffer is read within its own bounds', () => {
  const room = concat(new Uint8Array(7), rich, new Uint8Array(9))
  assert.deepEqual(facts(room.subarray(7, 7 + rich.length)), facts(rich))
})
