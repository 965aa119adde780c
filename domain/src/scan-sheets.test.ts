import assert from 'node:assert/strict'
import { test } from 'node:test'
import { certificateScan } from './scan-rules.ts'
import { likelySheet, ownSize, sheetNames, sheetOfSize, sheetSize, sheets } from './scan-sheets.ts'

const shapes: [aspect: number, sheet: string][] = [
  [210 / 297, 'A4'],
  [297 / 210, 'A4'],
  [0.72, 'A4'],
  [1.46, 'A4'],
  [85.6 / 54, 'card'],
  [54 / 85.6, 'card'],
  [1.65, 'card'],
  [1, 'own'],
  [2, 'own'],
  [1.2, 'own'],
]
for (const [aspect, sheet] of shapes)
  test(`R5.4 a sheet ${aspect.toFixed(3)} as wide as high is taken for ${sheet}`, () =>
    assert.equal(likelySheet(aspect), sheet))

test('R5.4 a paper lies the way its picture does', () => {
  assert.deepEqual(sheetSize('A4', 1.4), { widthMm: 297, heightMm: 210 })
  assert.deepEqual(sheetSize('A4', 0.7), { widthMm: 210, heightMm: 297 })
  assert.deepEqual(sheetSize('card', 1.6), { widthMm: 85.6, heightMm: 54 })
})

test('R5.3 R5.4 every paper offered is within the sides that a scan may have', () => {
  for (const name of sheetNames)
    if (name !== 'own')
      for (const side of [sheets[name].short, sheets[name].long])
        assert.ok(side >= certificateScan.side.min && side <= certificateScan.side.max, name)
})

test('R5.3 R5.4 an own size is taken at its limits, refused beyond them or when it would distort', () => {
  const own = (widthMm: number, heightMm: number) =>
    ownSize({ widthMm, heightMm }, widthMm / heightMm, certificateScan)
  assert.ok(own(40, 600).granted)
  for (const size of [own(39.9, 100), own(100, 600.1), own(Number.NaN, 100)])
    assert.deepEqual(size, { granted: false, refusal: { code: 'side-out-of-range', min: 40, max: 600 } })
  assert.ok(ownSize({ widthMm: 124, heightMm: 100 }, 1, certificateScan).granted)
  assert.deepEqual(ownSize({ widthMm: 126, heightMm: 100 }, 1, certificateScan), {
    granted: false,
    refusal: { code: 'shape-differs', aspect: 1 },
  })
})

test('R5.4 a size known from the file is the nearest paper within 8 mm, else an own size', () => {
  const of = (widthMm: number, heightMm: number) => sheetOfSize({ widthMm, heightMm })
  assert.deepEqual([of(210, 297), of(297, 210), of(204, 300)], ['A4', 'A4', 'A4'])
  assert.deepEqual(
    [of(85.6, 54), of(125, 88), of(176, 125), of(420, 297)],
    ['card', 'booklet', 'booklet-open', 'A3'],
  )
  assert.deepEqual([of(201, 297), of(100, 100)], ['own', 'own'])
})
