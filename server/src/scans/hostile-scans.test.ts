import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusalTable } from '@zhuji/contract/refusal-words.ts'
import { concat, jfif } from '@zhuji/domain/fixtures/jpeg-parts.ts'
import sharp from 'sharp'
import {
  archive,
  claiming,
  codedAs,
  inDifferentUnits,
  inManyPasses,
  offsetOf,
  overwritten,
  padded,
  page,
  plainSheet,
  sheetWith,
  uploaded,
  withBits,
  withJfif,
} from '../../test/hostile-files.ts'
import type { World } from '../../test/world.ts'

interface Check {
  rule: string
  outcome: string
  facts: Record<string, unknown>
}

/** Neither row nor file, and the record is what it was. */
async function nothingStored(w: World): Promise<void> {
  const counts = await w.ctx.db
    .selectNoFrom((one) => [
      one.selectFrom('scan').select(one.fn.countAll<string>().as('n')).as('scans'),
      one.selectFrom('revision_scan').select(one.fn.countAll<string>().as('n')).as('pages'),
      one.selectFrom('record').select('version').as('version'),
    ])
    .executeTakeFirstOrThrow()
  assert.deepEqual(counts, { scans: '0', pages: '0', version: 1 })
  const files = []
  for await (const keys of w.ctx.files.list(new Date(Date.now() + 60_000))) files.push(...keys)
  assert.deepEqual(files, [])
}

const picture = (format: 'png' | 'gif' | 'webp' | 'tiff') =>
  sharp({ create: { width: 595, height: 842, channels: 3, background: '#fff' } })
    .toFormat(format)
    .withMetadata({ density: 72 })
    .toBuffer()

const stump = async () => {
  const sheet = await sheetWith()
  return sheet.subarray(0, offsetOf(sheet, 0xda) + 30)
}

/** Whose failed rules a person reads; of a fault in the coding, which. */
const refused: [what: string, make: () => Promise<Uint8Array>, failed: string[], fault?: string][] = [
  ['cut off before its end', async () => (await sheetWith()).slice(0, -2), ['jpeg'], 'cut-off'],
  ['cut off within its first pass', stump, ['jpeg'], 'cut-off'],
  ['cut off before any pass', async () => (await sheetWith()).slice(0, 100), ['jpeg'], 'jpeg-broken'],
  ['a stump that ends as if whole', async () => concat(await stump(), [0xff, 0xd9]), ['jpeg'], 'jpeg-broken'],
  ['a PNG named .jpg', async () => new Uint8Array(await picture('png')), ['jpeg'], 'not-jpeg'],
  ['a GIF', async () => new Uint8Array(await picture('gif')), ['jpeg'], 'not-jpeg'],
  ['a WebP', async () => new Uint8Array(await picture('webp')), ['jpeg'], 'not-jpeg'],
  ['a TIFF', async () => new Uint8Array(await picture('tiff')), ['jpeg'], 'not-jpeg'],
  ['SVG with a script', async () => Buffer.from(`<svg onload="alert(1)"/>`), ['jpeg'], 'not-jpeg'],
  ['HTML', async () => Buffer.from(page), ['jpeg'], 'not-jpeg'],
  ['a PDF', async () => Buffer.from('%PDF-1.7\n1 0 obj\n'), ['jpeg'], 'not-jpeg'],
  ['an archive', async () => archive(), ['jpeg'], 'not-jpeg'],
  ['an archive before the picture', async () => concat(archive(), await sheetWith()), ['jpeg'], 'not-jpeg'],
  ['no byte', async () => new Uint8Array(), ['jpeg'], 'not-jpeg'],
  ['one byte', async () => Uint8Array.of(0xff), ['jpeg'], 'not-jpeg'],
  ['markers to its end', async () => concat([0xff, 0xd8], endless(70_000)), ['jpeg'], 'jpeg-broken'],
  [
    'fill bytes to its end',
    async () => concat([0xff, 0xd8], Buffer.alloc(300_000, 0xff)),
    ['jpeg'],
    'jpeg-broken',
  ],
  ['a segment longer than the file', async () => lengthLied(0xdb, 0xffff), ['jpeg'], 'jpeg-broken'],
  ['a segment shorter than its length', async () => lengthLied(0xdb, 1), ['jpeg'], 'jpeg-broken'],
  ['a frame longer than its parts', async () => lengthLied(0xc0, 40), ['jpeg'], 'jpeg-broken'],
  ['a frame of no width', async () => claiming(await sheetWith(), 0, 842), ['jpeg'], 'jpeg-broken'],
  ['a frame of no height', async () => claiming(await sheetWith(), 595, 0), ['jpeg'], 'jpeg-broken'],
  ['two frames', async () => twoFrames(), ['jpeg'], 'jpeg-broken'],
  ['arithmetic coding', async () => codedAs(await sheetWith(), 0xc9), ['jpeg'], 'unusual-coding'],
  ['progressive arithmetic coding', async () => codedAs(await sheetWith(), 0xca), ['jpeg'], 'unusual-coding'],
  ['lossless coding', async () => codedAs(await sheetWith(), 0xc3), ['jpeg'], 'unusual-coding'],
  ['twelve bits', async () => withBits(await sheetWith(), 12), ['jpeg'], 'unusual-coding'],
  ['hundreds of passes', () => inManyPasses(2_300), ['jpeg'], 'unusual-coding'],
  [
    'millions of pixels in few bytes',
    async () => claiming(await sheetWith(), 65_500, 65_500),
    ['physical-size'],
  ],
  ['a strip of millions of pixels', async () => claiming(await sheetWith(), 600, 65_500), ['physical-size']],
  ['a real picture of many pixels', async () => vast(), ['physical-size']],
  [
    'more pixels than its data',
    async () => claiming(await sheetWith(), 1_400, 1_400),
    ['jpeg'],
    'jpeg-broken',
  ],
  ['no density at all', () => plainSheet(), ['density-stated']],
  ['a density without unit', () => sheetWith(jfif(0, 72)), ['density-stated']],
  ['a density of zero', () => sheetWith(jfif(1, 0)), ['density-stated']],
  ['JFIF against EXIF', () => sheetWith(...inDifferentUnits.contradicting), ['density-stated']],
  ['27 dots a centimetre', () => sheetWith(jfif(2, 27)), ['density-range']],
  ['40 dots a centimetre', () => sheetWith(jfif(2, 40)), ['density-range']],
  ['72 dots a centimetre', () => sheetWith(jfif(2, 72)), ['density-range']],
  ['another density down than across', () => sheetWith(jfif(1, 72, 96)), ['density-equal']],
  ['a byte over 300 KB', async () => padded(307_201), ['size']],
]

/** Segments of no content, one after the other, and no picture. */
const endless = (count: number) => Buffer.from('ffe00002'.repeat(count), 'hex')
const lengthLied = async (marker: number, length: number) =>
  overwritten(await sheetWith(), marker, 2, length >> 8, length & 0xff)
async function twoFrames(): Promise<Uint8Array> {
  const sheet = await sheetWith()
  const at = offsetOf(sheet, 0xc0)
  const end = offsetOf(sheet, 0xc4)
  return concat(sheet.subarray(0, end), sheet.subarray(at, end), sheet.subarray(end))
}
const vast = async () => withJfif(await plainSheet({ width: 3_000, height: 3_000, quality: 30 }), 100)

for (const [what, make, failed, fault] of refused)
  test(`R5.1 R5.3 R5.6 refused and nothing of it kept: ${what}`, async (t) => {
    const bytes = await make()
    const { w, answer } = await uploaded(t, bytes)
    assert.deepEqual([answer.statusCode, answer.json().code], [422, 'scan-refused'], answer.body)
    const checks: Check[] = answer.json().details.checks
    const failures = checks.filter(({ outcome }) => outcome === 'failed')
    assert.deepEqual(
      failures.map(({ rule }) => rule),
      failed,
    )
    assert.equal(checks.find(({ rule }) => rule === 'jpeg')?.facts.fault, fault ?? null)
    await nothingStored(w)
  })

test('R5.1 R5.6 a body over the limit is refused unread, in words', async (t) => {
  const { w, answer } = await uploaded(t, Buffer.alloc(2 * 1024 * 1024 + 1))
  assert.deepEqual([answer.statusCode, answer.json().code], [413, 'too-large'])
  assert.ok('too-large' in refusalTable)
  await nothingStored(w)
})
