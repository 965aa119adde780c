import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exif, jfif, segmentOf } from '@zhuji/domain/fixtures/jpeg-parts.ts'
import { scanChecks, signatureScan } from '@zhuji/domain/scan-rules.ts'
import sharp from 'sharp'
import {
  archive,
  claiming,
  comment,
  inDifferentUnits,
  inManyPasses,
  padded,
  page,
  plainSheet,
  sheetWith,
  uploaded,
  withBits,
  withJfif,
  withTail,
} from '../../test/hostile-files.ts'
import { recordUrl } from '../../test/records.ts'
import { press } from '../../test/world.ts'

const kept: [what: string, make: () => Promise<Uint8Array>, removed: string[], warnings?: string[]][] = [
  ['progressive', async () => withJfif(await plainSheet({ progressive: true })), []],
  ['CMYK with Adobe’s marker', async () => withJfif(await plainSheet({ cmyk: true })), []],
  ['an archive after its end', async () => withTail(await sheetWith(), archive()), ['trailing-bytes']],
  ['HTML after its end', async () => withTail(await sheetWith(), page), ['trailing-bytes']],
  ['a PDF after its end', async () => withTail(await sheetWith(), '%PDF-1.7'), ['trailing-bytes']],
  [
    'another picture after its end',
    async () => withTail(await sheetWith(), await sheetWith()),
    ['trailing-bytes'],
  ],
  ['a script in a comment', () => sheetWith(jfif(1, 72), comment(page)), ['comment']],
  ['a script in EXIF', () => sheetWith(jfif(1, 72), segmentOf(0xe1, Buffer.from(page))), ['other-metadata']],
  [
    'a script for a program',
    () => sheetWith(jfif(1, 72), segmentOf(0xed, Buffer.from(page))),
    ['other-metadata'],
  ],
  ['28 dots a centimetre', () => sheetWith(jfif(2, 28)), []],
  ['39 dots a centimetre', () => sheetWith(jfif(2, 39)), []],
  ['28.35 dots a centimetre', () => sheetWith(inDifferentUnits.fractional), []],
  ['JFIF and EXIF that agree', () => sheetWith(jfif(1, 72), exif({ x: [72, 1], y: [72, 1], unit: 2 })), []],
  ['stored turned', () => sheetWith(jfif(1, 72), exif({ orientation: 6 })), [], ['upright']],
  ['stored mirrored', () => sheetWith(jfif(1, 72), exif({ orientation: 2 })), [], ['upright']],
  ['exactly 300 KB', () => padded(307_200), ['trailing-bytes']],
]
const pixels = async (bytes: Uint8Array) =>
  (await sharp(bytes).autoOrient().raw().toBuffer()).toString('base64')

for (const [what, make, removed, warnings = []] of kept)
  test(`R5.3 R5.6 accepted, the picture untouched, what need not be there gone: ${what}`, async (t) => {
    const bytes = await make()
    const { w, holder, record, answer } = await uploaded(t, bytes)
    assert.equal(answer.statusCode, 201, answer.body)
    assert.deepEqual([answer.json().removed, answer.json().warnings], [removed, warnings])
    const url = recordUrl(holder, record.id, '/versions/2/scans/1')
    const { rawPayload } = await press(w.app, holder.cookies, { url })
    assert.equal(await pixels(rawPayload), await pixels(bytes))
    for (const trace of ['PK\x03\x04', '<script', '%PDF']) assert.equal(rawPayload.indexOf(trace), -1, trace)
    assert.deepEqual(rawPayload.subarray(-2), Buffer.of(0xff, 0xd9))
    assert.equal(rawPayload.indexOf(Buffer.of(0xff, 0xd9)), rawPayload.length - 2)
  })

test('R5.3 a picture stored turned is kept with the measures that are seen', async (t) => {
  const turned = await sheetWith(jfif(1, 72), exif({ orientation: 6 }))
  const { answer } = await uploaded(t, turned)
  const [{ width, height }] = answer.json().record.scans
  assert.deepEqual([width, height], [842, 595])
})

/** Of the signature's form the same files: what its own limits answer (R5.2). */
const asSignature: [what: string, make: () => Promise<Uint8Array>, failed: string[]][] = [
  ['A4 at 100 dpi', async () => a4(100), []],
  ['A4 at 200 dpi', async () => a4(200), []],
  ['A4 at 99 dpi', async () => a4(99), ['density-range']],
  ['39 dots a centimetre', async () => withJfif(await blank(827, 1169), 39, 2), []],
  ['a byte over 1 MB', async () => Buffer.concat([await a4(100), Buffer.alloc(1_048_577)]), ['size']],
  ['millions of pixels', async () => claiming(await a4(200), 65_500, 65_500), ['physical-size']],
  ['hundreds of passes', () => inManyPasses(2_300), ['jpeg']],
  ['JFIF against EXIF', () => sheetWith(...inDifferentUnits.contradicting), ['density-stated']],
  [
    'a PNG',
    async () =>
      new Uint8Array(
        await sharp(await a4(100))
          .png()
          .toBuffer(),
      ),
    ['jpeg'],
  ],
  ['twelve bits', async () => withBits(await a4(100), 12), ['jpeg']],
]
const blank = (width: number, height: number) => plainSheet({ width, height })
const a4 = async (dpi: number) => withJfif(await blank(Math.round(8.27 * dpi), Math.round(11.69 * dpi)), dpi)
for (const [what, make, failed] of asSignature)
  test(`R5.2 R5.3 as a signature’s form: ${what}`, async () => {
    const checks = scanChecks(await make(), signatureScan)
    assert.deepEqual(
      checks.filter(({ outcome }) => outcome === 'failed').map(({ rule }) => rule),
      failed,
    )
  })
