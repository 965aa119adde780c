import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenHolder, givenRecord, madeScan, recordUrl, sendScan } from '../../test/records.ts'
import { press, world } from '../../test/world.ts'

const scanRefusals: [string, (jpeg: Buffer) => Buffer, string[]][] = [
  ['no JPEG', () => Buffer.from('%PDF-1.7 no picture'), ['jpeg']],
  ['a file cut off', (jpeg) => jpeg.subarray(0, -400), ['jpeg']],
  ['too low a density', (jpeg) => withDpi(jpeg, 60), ['density-range']],
  ['too high a density', (jpeg) => withDpi(jpeg, 101), ['density-range']],
  ['no density', (jpeg) => withDpi(jpeg, 72, 0), ['density-stated']],
  ['over 300 KB', (jpeg) => Buffer.concat([jpeg, Buffer.alloc(307_201 - jpeg.length)]), ['size']],
  [
    'two mistakes',
    (jpeg) => Buffer.concat([withDpi(jpeg, 60), Buffer.alloc(307_200)]),
    ['size', 'density-range'],
  ],
]
function withDpi(jpeg: Buffer, dpi: number, unit = 1): Buffer {
  const changed = Buffer.from(jpeg)
  changed[13] = unit
  changed.writeUInt16BE(dpi, 14)
  changed.writeUInt16BE(dpi, 16)
  return changed
}
for (const [what, make, failed] of scanRefusals)
  test(`R5.1 R5.3 ${what} is refused, each rule on its own`, async (t) => {
    const w = await world(t)
    const holder = await givenHolder(w)
    const answer = await sendScan(w, holder, await givenRecord(w, holder), make(await madeScan()))
    assert.deepEqual([answer.statusCode, answer.json().code], [422, 'scan-refused'])
    const { checks } = answer.json().details
    assert.deepEqual(
      checks
        .filter((one: { outcome: string }) => one.outcome === 'failed')
        .map((one: { rule: string }) => one.rule),
      failed,
    )
  })

test('R5.3 scan data that make no picture are refused though every header is right', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const bytes = await madeScan()
  // After the start of scan: a marker-free gap that ends in a proper EOI.
  const sos = bytes.indexOf(Buffer.from([0xff, 0xda]))
  const hollow = Buffer.concat([
    bytes.subarray(0, sos + 14),
    bytes.subarray(sos + 14, sos + 60),
    Buffer.from([0xff, 0xd9]),
  ])
  const answer = await sendScan(w, holder, await givenRecord(w, holder), hollow)
  assert.deepEqual([answer.statusCode, answer.json().code], [422, 'scan-refused'])
  const jpeg = answer.json().details.checks.find((one: { rule: string }) => one.rule === 'jpeg')
  assert.deepEqual(jpeg, { rule: 'jpeg', outcome: 'failed', facts: { fault: 'jpeg-broken' } })
})

test('R5.1 exactly 300 KB is allowed', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const bytes = await madeScan()
  const whole = Buffer.concat([bytes, Buffer.alloc(307_200 - bytes.length)])
  assert.equal((await sendScan(w, holder, await givenRecord(w, holder), whole)).statusCode, 201)
})

test('R5.6 a body of another type, or far too large, is refused unread', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const record = await givenRecord(w, holder)
  const url = recordUrl(holder, record.id, '/versions/1/scans')
  const png = {
    method: 'POST',
    url,
    headers: { 'content-type': 'image/png' },
    payload: await madeScan(),
  } as const
  assert.equal((await press(w.app, holder.cookies, png)).json().code, 'unsupported-media-type')
  assert.equal((await sendScan(w, holder, record, Buffer.alloc(3_000_000))).statusCode, 413)
})
