import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { concat, exif, jfif, segmentOf, withHead } from './fixtures/jpeg-parts.ts'
import { withDensity } from './jpeg-density.ts'
import { readJpeg } from './jpeg-facts.ts'

const raw = Buffer.from(Array.from({ length: 40 * 24 * 3 }, (_, i) => (i * i * 17 + i * 5) & 0xff))
const picture = () => sharp(raw, { raw: { width: 40, height: 24, channels: 3 } })
const baseline = new Uint8Array(await picture().jpeg().toBuffer())
const cmyk = new Uint8Array(await picture().toColourspace('cmyk').jpeg().toBuffer())
// Adobe's marker with transform 0: three components that are RGB.
const rgb = withHead(baseline, segmentOf(0xee, concat([65, 100, 111, 98, 101, 0, 100, 0, 0, 0, 0, 0])))

const pixels = async (bytes: Uint8Array) => (await sharp(bytes).raw().toBuffer()).toString('hex')
const written = (bytes: Uint8Array, dpi: number): Uint8Array => {
  const decision = withDensity(bytes, dpi)
  assert.ok(decision.granted)
  return decision.value
}
const factsOf = (bytes: Uint8Array) => {
  const read = readJpeg(bytes)
  assert.ok(read.granted)
  return read.value
}

const files: [what: string, bytes: Uint8Array, source: string][] = [
  ['JFIF without unit, as canvases write it', withHead(baseline, jfif(0, 1)), 'jfif'],
  ['JFIF by centimetre', withHead(baseline, jfif(2, 28)), 'jfif'],
  ['no density at all', withHead(baseline), 'jfif'],
  ['EXIF alone', withHead(baseline, exif({ x: [72, 1], y: [72, 1], unit: 2 })), 'jfif'],
  ['JFIF and EXIF in conflict', withHead(baseline, jfif(1, 300), exif({ x: [72, 1], y: [72, 1] })), 'jfif'],
  ['a turned picture', withHead(baseline, exif({ orientation: 6 })), 'jfif'],
  ['RGB, which JFIF would turn', rgb, 'exif'],
  ['CMYK', cmyk, 'jfif'],
]
for (const [what, bytes, source] of files)
  test(`R5.1 a density is written, twice alike, and no pixel moves: ${what}`, async () => {
    const before = Uint8Array.from(bytes)
    const once = written(bytes, 96)
    const { density, orientation } = factsOf(once)
    assert.deepEqual(density, { source, xDpi: 96, yDpi: 96, unit: 'inch' })
    assert.equal(orientation, factsOf(bytes).orientation)
    assert.equal(await pixels(once), await pixels(bytes))
    assert.deepEqual(written(once, 96), once)
    assert.deepEqual(written(written(bytes, 72), 96), once)
    assert.deepEqual(bytes, before)
  })

test('R5.1 what is no whole JPEG gets no density', () => {
  for (const bytes of [new Uint8Array(), Uint8Array.of(1, 2, 3), baseline.slice(0, -2)])
    assert.deepEqual(withDensity(bytes, 96), { granted: false, refusal: { code: 'not-a-whole-jpeg' } })
})
