import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Grey, withoutPrint, withoutSpecks } from './grey.ts'
import { mapped, type Quad } from './quad.ts'
import { fitToEdges } from './sheet-edges.ts'

const truth: Quad = [
  { x: 60, y: 50 },
  { x: 250, y: 62 },
  { x: 240, y: 200 },
  { x: 50, y: 190 },
]
const isInside = (x: number, y: number) =>
  truth.every((from, index) => {
    const to = truth[(index + 1) % 4] ?? from
    return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x) > 0
  })
/** A bright sheet on a dark ground; `print` darkens it where it says so. */
function sheet(print: (x: number, y: number) => boolean = () => false): Grey {
  const [width, height] = [300, 250]
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data[y * width + x] = isInside(x, y) && !print(x, y) ? 220 : 60
  return { width, height, data }
}
const aside = [
  { x: 4, y: -3 },
  { x: -5, y: 4 },
  { x: 3, y: 5 },
  { x: -4, y: -5 },
]
const rough = mapped(truth, ({ x, y }, index) => ({
  x: x + (aside[index]?.x ?? 0),
  y: y + (aside[index]?.y ?? 0),
}))
const worst = (quad: Quad) =>
  Math.max(
    ...truth.map(({ x, y }, index) => Math.hypot(x - (quad[index]?.x ?? 0), y - (quad[index]?.y ?? 0))),
  )

test('R5.4 sides are moved onto the edges, to less than a pixel', () => {
  assert.ok(worst(rough) > 5)
  const { quad, support } = fitToEdges(sheet(), rough, 10)
  assert.ok(worst(quad) < 1, `${worst(quad)} pixels off`)
  assert.ok(support > 0.9)
})

test('R5.4 a finger over a part of one side does not move it', () => {
  const { quad, support } = fitToEdges(
    sheet((x, y) => x > 120 && x < 160 && y < 75),
    rough,
    10,
  )
  assert.ok(worst(quad) < 1, `${worst(quad)} pixels off`)
  assert.ok(support < 0.9)
})

test('R5.4 without edges the corners stay and nothing is claimed', () => {
  const empty = { width: 300, height: 250, data: new Uint8Array(75_000).fill(128) }
  const { quad, support } = fitToEdges(empty, rough, 10)
  assert.equal(support, 0)
  assert.ok(
    quad.every(
      ({ x, y }, index) => Math.hypot(x - (rough[index]?.x ?? 0), y - (rough[index]?.y ?? 0)) < 1e-6,
    ),
  )
})

test('R5.4 print and frame vanish, and the sheet’s edges stay where they are', () => {
  const printed = sheet((x, y) => x > 75 && x < 225 && y > 80 && y < 170 && (x % 9 < 3 || y % 11 < 4))
  assert.deepEqual(withoutPrint(printed, 4), withoutPrint(sheet(), 4))
  const plain = sheet()
  plain.data[5 * 300 + 5] = 255
  assert.equal(withoutSpecks(plain, 2).data[5 * 300 + 5], 60)
})
