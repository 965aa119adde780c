import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { madeScan } from '../../test/records.ts'
import { RefusedError } from '../platform/refused-error.ts'
import { decodesWhole } from './decode.ts'

test('R5.3 a picture decodes from the first row to the last, a damaged one does not', async () => {
  const bytes = await madeScan()
  assert.equal(await decodesWhole(bytes), true)
  assert.equal(await decodesWhole(bytes.subarray(0, bytes.length / 2)), false)
})

test('R5.6 nothing but JPEG reaches a decoder', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
  const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  assert.deepEqual([await decodesWhole(svg), await decodesWhole(png)], [false, false])
})

test('R5.3 who would wait behind too many is told to come again, the others are served', async () => {
  const bytes = await madeScan()
  const answers = await Promise.allSettled(Array.from({ length: 50 }, () => decodesWhole(bytes)))
  const refused = answers.filter((answer) => answer.status === 'rejected')
  assert.equal(refused.length, 16)
  for (const { reason } of refused)
    assert.ok(
      reason instanceof RefusedError && reason.status === 503 && reason.refusal.code === 'scan-queue-full',
    )
  assert.equal(await decodesWhole(bytes), true)
})
