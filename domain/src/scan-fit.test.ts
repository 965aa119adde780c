import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Encoding, fitScan, pixelsOf } from './scan-fit.ts'
import { certificateScan, signatureScan } from './scan-rules.ts'

const a4 = { widthMm: 210, heightMm: 297 }
/** An encoder that needs so many bytes for a pixel at quality 100. */
const encoder = (perPixel: number) => {
  const asked: Encoding[] = []
  const encode = async (encoding: Encoding) => {
    asked.push(encoding)
    const { width, height, quality } = encoding
    return new Uint8Array(Math.round(width * height * perPixel * (quality / 100)))
  }
  return { asked, encode }
}
const fitted = async (perPixel: number, size = a4, limits = certificateScan) => {
  const { asked, encode } = encoder(perPixel)
  const decision = await fitScan(size, limits, encode)
  return { asked, scan: decision.granted ? decision.value : null, decision }
}

test('R5.1 G6 true to scale: A4 at 100 dpi is 827 × 1169 pixels, a card at 72 dpi 243 × 153', async () => {
  assert.deepEqual([pixelsOf(210, 100), pixelsOf(297, 100)], [827, 1169])
  assert.deepEqual([pixelsOf(85.6, 72), pixelsOf(54, 72)], [243, 153])
  const { asked } = await fitted(0.1)
  assert.deepEqual([asked[0]?.width, asked[0]?.height, asked[0]?.dpi], [827, 1169, 100])
})

test('R5.4 what is small anyway gets 100 dpi at the best quality, in few tries', async () => {
  const { scan, asked } = await fitted(0.1)
  assert.deepEqual([scan?.dpi, scan?.quality], [100, 95])
  assert.ok(asked.length <= 7, `${asked.length} tries`)
})

test('R5.4 G6 the highest quality that fits into 307200 bytes is found, and one more would not fit', async () => {
  const { scan } = await fitted(0.4)
  assert.equal(scan?.dpi, 100)
  assert.ok(scan && scan.bytes.length <= 307_200)
  assert.ok(827 * 1169 * 0.4 * ((scan.quality + 1) / 100) > 307_200)
})

test('R5.1 G6 G134 at most 300 KB: a file of exactly 307200 bytes is taken, one byte more is not', async () => {
  const of = (length: number) => fitScan(a4, certificateScan, async () => new Uint8Array(length))
  const exact = await of(307_200)
  assert.equal(exact.granted && exact.value.quality, 95)
  assert.deepEqual(await of(307_201), { granted: false, refusal: { code: 'does-not-fit' } })
})

test('R5.4 the density goes down only where print would fray, and not below 72 dpi', async () => {
  const { scan, asked } = await fitted(0.7)
  assert.ok(scan && scan.dpi < 100 && scan.dpi >= 72 && scan.quality >= 60)
  const above = asked.filter(({ dpi }) => dpi > scan.dpi)
  assert.ok(above.length > 0 && above.every(({ quality }) => quality === 60))
})

test('R5.4 where no density reads well, the lowest takes what quality fits; else it is refused', async () => {
  const rough = await fitted(1.2)
  assert.ok(rough.scan && rough.scan.dpi === 72 && rough.scan.quality < 60 && rough.scan.quality >= 20)
  assert.deepEqual((await fitted(9)).decision, { granted: false, refusal: { code: 'does-not-fit' } })
})

test('R5.2 the signature’s limits make 200 dpi and up to 1 MB', async () => {
  const { scan } = await fitted(0.2, a4, signatureScan)
  assert.deepEqual([scan?.dpi, scan?.quality], [200, 95])
})
