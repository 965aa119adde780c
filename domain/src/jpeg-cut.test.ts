import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { ascii, concat, exif, jfif, segmentOf, withHead } from './fixtures/jpeg-parts.ts'
import { type CutPart, cutJpeg } from './jpeg-cut.ts'
import { type JpegFacts, readJpeg } from './jpeg-facts.ts'

const raw = Buffer.from(Array.from({ length: 40 * 24 * 3 }, (_, i) => (i * i * 17 + i * 5) & 0xff))
const picture = () => sharp(raw, { raw: { width: 40, height: 24, channels: 3 } })
const baseline = new Uint8Array(await picture().jpeg().toBuffer())
const progressive = new Uint8Array(await picture().jpeg({ progressive: true }).toBuffer())
const cmyk = new Uint8Array(await picture().toColourspace('cmyk').jpeg().toBuffer())
const profiled = new Uint8Array(await picture().withIccProfile('p3').jpeg().toBuffer())

const pixels = async (bytes: Uint8Array) => (await sharp(bytes).raw().toBuffer()).toString('hex')
const facts = (bytes: Uint8Array): JpegFacts => {
  const read = readJpeg(bytes)
  assert.ok(read.granted)
  return read.value
}
const xmp = (text: string) => segmentOf(0xe1, ascii(`http://ns.adobe.com/xap/1.0/\0${text}`))
const density = { x: [72, 1], y: [72, 1], unit: 2 } satisfies Parameters<typeof exif>[0]

const cases: [why: string, bytes: Uint8Array, removed: CutPart[]][] = [
  ['nothing to cut', withHead(baseline, jfif(1, 72)), []],
  ['no JFIF at all', withHead(baseline), []],
  ['EXIF with density alone', withHead(baseline, exif(density)), []],
  ['EXIF with a place', withHead(baseline, jfif(1, 72), exif({ gps: true })), ['location']],
  ['XMP with a place', withHead(baseline, xmp('exif:GPSLatitude')), ['location', 'other-metadata']],
  ['XMP', withHead(baseline, xmp('dc:creator')), ['other-metadata']],
  ['EXIF thumbnail', withHead(baseline, exif({ thumbnail: true })), ['thumbnail']],
  ['EXIF camera', withHead(baseline, exif({ model: true })), ['other-metadata']],
  ['broken EXIF', withHead(baseline, segmentOf(0xe1, ascii('Exif\0\0XX'))), ['other-metadata']],
  ['JFIF thumbnail', withHead(baseline, jfif(1, 72, 72, [3, 2])), ['thumbnail']],
  ['JFXX', withHead(baseline, jfif(1, 72), segmentOf(0xe0, ascii('JFXX\0\x13'))), ['thumbnail']],
  ['a second JFIF', withHead(baseline, jfif(1, 72), jfif(1, 96)), ['other-metadata']],
  ['comment', withHead(baseline, segmentOf(0xfe, ascii('hi'))), ['comment']],
  ['IPTC', withHead(baseline, segmentOf(0xed, ascii('Photoshop 3.0\0'))), ['other-metadata']],
  ['MPF', withHead(baseline, segmentOf(0xe2, ascii('MPF\0'))), ['other-metadata']],
  ['bytes after the end', concat(withHead(baseline, jfif(1, 72)), ascii('PK')), ['trailing-bytes']],
  ['a second picture after the end', concat(baseline, baseline), ['trailing-bytes']],
  [
    'everything, progressive',
    concat(
      withHead(
        progressive,
        exif({ ...density, littleEndian: true, gps: true, thumbnail: true, model: true }),
        jfif(0, 1, 1, [1, 1]),
        segmentOf(0xfe, ascii('hi')),
      ),
      [0],
    ),
    ['location', 'thumbnail', 'comment', 'trailing-bytes', 'other-metadata'],
  ],
  ['CMYK with Adobe’s marker', withHead(cmyk, exif({ ...density, gps: true })), ['location']],
]
for (const [why, bytes, removed] of cases)
  test(`R5.6 cut without loss, told, and to the same again: ${why}`, async () => {
    const cut = cutJpeg(bytes)
    assert.deepEqual(cut.removed, removed)
    assert.equal(await pixels(cut.bytes), await pixels(bytes))
    assert.deepEqual(cutJpeg(cut.bytes), { bytes: cut.bytes, removed: [] })
    const { hasGps, hasThumbnail, hasComment, hasMpf, trailingBytes } = facts(cut.bytes)
    assert.deepEqual(
      [hasGps, hasThumbnail, hasComment, hasMpf, trailingBytes],
      [false, false, false, false, 0],
    )
  })

test('R5.6 frame, tables, scans, colour profile and Adobe’s marker stay byte for byte and in order', () => {
  const image = (bytes: Uint8Array) =>
    facts(bytes)
      .segments.filter(({ marker }) => marker < 0xe0 || marker === 0xe2 || marker === 0xee)
      .map(({ offset, end }) => Buffer.from(bytes.subarray(offset, end)).toString('hex'))
  for (const source of [baseline, progressive, cmyk, profiled]) {
    const noisy = withHead(source, exif({ ...density, gps: true }), segmentOf(0xfe, ascii('hi')))
    const cut = cutJpeg(noisy).bytes
    assert.deepEqual(image(cut), image(noisy))
  }
  assert.ok(facts(cutJpeg(profiled).bytes).segments.some(({ marker }) => marker === 0xe2))
  assert.notEqual(facts(cutJpeg(cmyk).bytes).adobe, null)
})

const stated: [why: string, bytes: Uint8Array, density: JpegFacts['density']][] = [
  [
    'of JFIF, per inch',
    withHead(baseline, jfif(1, 72, 96)),
    { source: 'jfif', xDpi: 72, yDpi: 96, unit: 'inch' },
  ],
  [
    'of JFIF, per cm',
    withHead(baseline, jfif(2, 30)),
    { source: 'jfif', xDpi: 76.2, yDpi: 76.2, unit: 'cm' },
  ],
  ['of EXIF', withHead(baseline, exif(density)), { source: 'jfif', xDpi: 72, yDpi: 72, unit: 'inch' }],
  [
    'of EXIF, whole per cm',
    withHead(baseline, exif({ x: [30, 1], y: [30, 1], unit: 3 })),
    { source: 'jfif', xDpi: 76.2, yDpi: 76.2, unit: 'cm' },
  ],
  [
    'of EXIF, 28.35 per cm',
    withHead(baseline, exif({ x: [2835, 100], y: [2835, 100], unit: 3 })),
    { source: 'jfif', xDpi: 72, yDpi: 72, unit: 'inch' },
  ],
  [
    'of EXIF beside JFIF without unit',
    withHead(baseline, jfif(0, 1), exif(density)),
    { source: 'jfif', xDpi: 72, yDpi: 72, unit: 'inch' },
  ],
  [
    'of JFIF in a conflict',
    withHead(baseline, jfif(1, 72), exif({ x: [300, 1], y: [300, 1] })),
    { source: 'jfif', xDpi: 72, yDpi: 72, unit: 'inch' },
  ],
  ['nowhere', withHead(baseline), { source: 'none' }],
]
for (const [why, bytes, expected] of stated)
  test(`R5.6 the density stays: ${why}`, () =>
    assert.deepEqual(facts(cutJpeg(bytes).bytes).density, expected))

test('R5.6 the orientation stays, alone in its EXIF', () => {
  for (const orientation of [2, 6, 8]) {
    const bytes = withHead(baseline, jfif(1, 72), exif({ orientation, gps: true, model: true }))
    const cut = cutJpeg(bytes)
    assert.equal(facts(cut.bytes).orientation, orientation)
    assert.deepEqual(cut.removed, ['location', 'other-metadata'])
    assert.deepEqual(cutJpeg(cut.bytes), { bytes: cut.bytes, removed: [] })
  }
})

test('R5.6 an RGB file without JFIF keeps its density in EXIF, and its colours', async () => {
  const adobe = segmentOf(0xee, concat(ascii('Adobe'), [0, 100, 0, 0, 0, 0, 0]))
  const bytes = withHead(baseline, exif({ ...density, gps: true, orientation: 6 }), adobe)
  const cut = cutJpeg(bytes)
  assert.equal(await pixels(cut.bytes), await pixels(bytes))
  assert.deepEqual(facts(cut.bytes).density, { source: 'exif', xDpi: 72, yDpi: 72, unit: 'inch' })
  assert.equal(facts(cut.bytes).orientation, 6)
  assert.deepEqual(cutJpeg(cut.bytes), { bytes: cut.bytes, removed: [] })
})

test('R5.6 what is no whole JPEG comes back as it is', () => {
  for (const bytes of [ascii('no picture'), baseline.slice(0, -2), baseline.slice(0, 100)])
    assert.equal(cutJpeg(bytes).bytes, bytes)
})
