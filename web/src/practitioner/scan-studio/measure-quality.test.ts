import assert from 'node:assert/strict'
import { test } from 'node:test'
import { qualityFaultsOf } from '@zhuji/domain/scan-quality.ts'
import sharp, { type Sharp } from 'sharp'
import { drawnPage } from '../../../../e2e/studio-page.ts'
import type { Grey } from './grey.ts'
import { measureQuality } from './measure-quality.ts'

const page = await drawnPage(210, 297, 'ZJ-00')
const scan = () =>
  sharp(page.pixels, { raw: { width: page.width, height: page.height, channels: 3 } }).resize(827, 1169)
const greyOf = async (picture: Sharp): Promise<Grey> => {
  const { data, info } = await sharp(await picture.png().toBuffer())
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: new Uint8Array(data) }
}
const faultsOf = async (picture: Sharp) =>
  qualityFaultsOf({ ...measureQuality(await greyOf(picture)), dotsPerPixel: 2 })
const blurred = async (sigma: number) => sharp(await scan().png().toBuffer()).blur(sigma)

test('R5.5 a page as a scanner sees it has no fault, nor has one in poor but sufficient light', async () => {
  assert.deepEqual(await faultsOf(scan()), [])
  assert.deepEqual(await faultsOf(scan().linear(0.6, 0)), [])
  assert.deepEqual(await faultsOf(await blurred(0.8)), [])
})

test('R5.5 print that a hand’s shake has smeared is told, in any light', async () => {
  assert.deepEqual(await faultsOf(await blurred(1.6)), ['blurred'])
  assert.deepEqual(await faultsOf((await blurred(2)).linear(0.6, 0)), ['blurred'])
})

test('R5.5 too dark is told, and blurred as well where it is both', async () => {
  assert.deepEqual(await faultsOf(scan().linear(0.35, 0)), ['dark'])
  assert.deepEqual(await faultsOf((await blurred(2)).linear(0.35, 0)), ['blurred', 'dark'])
})

test('R5.5 a lamp’s reflection on shaded paper is told; white paper is none', async () => {
  const lamp = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="827" height="1169"><circle cx="400" cy="500" r="90" fill="#fff"/></svg>',
  )
  const shaded = await scan().linear(0.75, 0).png().toBuffer()
  assert.deepEqual(await faultsOf(sharp(shaded).composite([{ input: lamp }])), ['glare'])
  assert.deepEqual(await faultsOf(scan().linear(1.1, 0)), [])
})

test('R5.5 an empty sheet is not called blurred', async () => {
  const blank = sharp({ create: { width: 400, height: 500, channels: 3, background: '#eee' } })
  assert.equal(measureQuality(await greyOf(blank)).steepness, null)
})
