import assert from 'node:assert/strict'
import { test } from 'node:test'
import { concat, jfif, segmentOf } from './fixtures/jpeg-parts.ts'
import { walkJpeg } from './jpeg-segments.ts'

const soi = [0xff, 0xd8]
const eoi = [0xff, 0xd9]
const sos = segmentOf(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0))
const dht = segmentOf(0xc4, new Uint8Array(3))

const walked = (...parts: (Uint8Array | readonly number[])[]) => {
  const walk = walkJpeg(concat(...parts))
  assert.ok(walk.granted)
  return {
    seen: walk.value.segments.map(({ marker, offset, end }) => [marker, offset, end]),
    complete: walk.value.complete,
    end: walk.value.end,
  }
}
const refusal = (...parts: (Uint8Array | readonly number[])[]) => {
  const walk = walkJpeg(concat(...parts))
  return walk.granted ? null : walk.refusal
}

test('R5.3 stuffed zeros, restarts and fill bytes belong to the scan, the next marker does not', () => {
  const data = [1, 0xff, 0x00, 2, 0xff, 0xd0, 3, 0xff, 0xd7, 4]
  assert.deepEqual(walked(soi, sos, data, [0xff], eoi, [9, 9]), {
    seen: [[0xda, 2, 23]],
    complete: true,
    end: 25,
  })
})

test('R5.3 several scans with tables between them are all walked', () => {
  assert.deepEqual(walked(soi, sos, [1, 2], dht, sos, [3], eoi), {
    seen: [
      [0xda, 2, 14],
      [0xc4, 14, 21],
      [0xda, 21, 32],
    ],
    complete: true,
    end: 34,
  })
})

test('R5.3 fill bytes before a segment belong to nothing', () =>
  assert.deepEqual(walked(soi, [0xff, 0xff], dht, sos, eoi).seen[0], [0xc4, 4, 11]))

test('R5.3 a scan that the file cuts off is walked, not complete', () => {
  for (const tail of [[], [1, 2], [1, 0xff], [0xff, 0xff], [0xff, 0x00], [0xff, 0xd0]])
    assert.equal(walked(soi, sos, tail).complete, false)
})

const refused: [why: string, bytes: Uint8Array, refusal: unknown][] = [
  ['nothing', concat(), { code: 'not-jpeg' }],
  ['SOI alone', concat(soi), { code: 'not-jpeg' }],
  ['PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), { code: 'not-jpeg' }],
  ['a JPEG not at the start', concat([0], soi, dht), { code: 'not-jpeg' }],
  ['no marker', concat(soi, dht, [1, 2, 3]), { code: 'jpeg-broken', at: 9 }],
  ['a length of 1', concat(soi, [0xff, 0xc4, 0, 1, 0]), { code: 'jpeg-broken', at: 2 }],
  ['a length beyond the end', concat(soi, [0xff, 0xc4, 0, 9, 0]), { code: 'jpeg-broken', at: 2 }],
  ['no length', concat(soi, [0xff, 0xc4]), { code: 'jpeg-broken', at: 2 }],
  ['SOI twice', concat(soi, soi, dht), { code: 'jpeg-broken', at: 2 }],
  ['a restart outside scans', concat(soi, [0xff, 0xd3], dht), { code: 'jpeg-broken', at: 2 }],
  ['stuffing outside scans', concat(soi, [0xff, 0x00], dht), { code: 'jpeg-broken', at: 2 }],
  ['the end without a scan', concat(soi, jfif(1, 72)), { code: 'jpeg-broken', at: 20 }],
  ['fill bytes to the end', concat(soi, [0xff, 0xff, 0xff]), { code: 'jpeg-broken', at: 2 }],
]
for (const [why, bytes, expected] of refused)
  test(`R5.3 refused: ${why}`, () => assert.deepEqual(refusal(bytes), expected))
