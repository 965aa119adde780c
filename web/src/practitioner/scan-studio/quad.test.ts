import assert from 'node:assert/strict'
import { test } from 'node:test'
import { backTo } from '../../../../e2e/studio-photos.ts'
import { isConvex, isWhole, type Quad, scaled, sheetAspect, turnedAlong, wholePicture } from './quad.ts'

const [a, b, c, d] = wholePicture

test('R5.4 a quad turns with its picture: right and left undo each other, four quarters too', () => {
  const quad: Quad = [
    { x: 0.1, y: 0.2 },
    { x: 0.8, y: 0.1 },
    { x: 0.9, y: 0.9 },
    { x: 0.2, y: 0.7 },
  ]
  const near = (one: Quad) => one.map(({ x, y }) => [x, y].map((share) => Math.round(share * 1e9) / 1e9))
  assert.deepEqual(near(turnedAlong(quad, 1)), [
    [0.3, 0.2],
    [0.8, 0.1],
    [0.9, 0.8],
    [0.1, 0.9],
  ])
  assert.deepEqual(near(turnedAlong(turnedAlong(quad, 1), 3)), near(quad))
  assert.deepEqual([isWhole(turnedAlong(wholePicture, 1)), isWhole(quad)], [true, false])
  assert.deepEqual(
    [1, 2, 3, 4].reduce<Quad>((turned) => turnedAlong(turned, 1), wholePicture),
    wholePicture,
  )
})

test('R5.4 only a shape that can be straightened counts: no crossing, no dent, no mirror', () => {
  assert.equal(isConvex(wholePicture), true)
  assert.equal(isConvex([b, a, c, d]), false)
  assert.equal(isConvex([a, b, { x: 0.2, y: 0.2 }, d]), false)
  assert.equal(isConvex([a, d, c, b]), false)
})

test('R5.4 the shape of a sheet seen straight on is that of its picture', () => {
  const quad: Quad = [
    { x: 0.25, y: 0.25 },
    { x: 0.75, y: 0.25 },
    { x: 0.75, y: 0.75 },
    { x: 0.25, y: 0.75 },
  ]
  assert.ok(Math.abs(sheetAspect(quad, 3000, 4000) - 0.75) < 1e-9)
})

test('R5.4 a sheet tilted away keeps its shape, though its picture is shorter', () => {
  // A square of half a unit, 1.4 away from a lens of 0.74, its far edge tilted back by 30 degrees.
  const [cos, sin, away] = [Math.cos(Math.PI / 6) / 2, Math.sin(Math.PI / 6) / 2, 1.4]
  const seen = (x: number, y: number) => {
    const depth = away - y * sin
    return { x: 0.5 + (0.74 * x * 0.5) / depth, y: 0.5 + (0.74 * y * cos) / depth }
  }
  const quad: Quad = [seen(-1, -1), seen(1, -1), seen(1, 1), seen(-1, 1)]
  const { x: left } = quad[3]
  const { x: right } = quad[2]
  assert.ok((quad[3].y - quad[0].y) / (right - left) < 0.85, 'its picture is shorter')
  assert.ok(Math.abs(sheetAspect(quad, 1000, 1000) - 1) < 0.01)
})

test('R5.4 the test photos’ camera leads each corner back to the page’s', () => {
  const quad = scaled(
    [
      { x: 0.1, y: 0.2 },
      { x: 0.8, y: 0.1 },
      { x: 0.9, y: 0.9 },
      { x: 0.2, y: 0.8 },
    ],
    1000,
    1000,
  )
  const m = backTo(210, 297, [...quad])
  const [, , { x, y }] = quad
  const under = (m[6] ?? 0) * x + (m[7] ?? 0) * y + (m[8] ?? 0)
  assert.ok(Math.abs(((m[0] ?? 0) * x + (m[1] ?? 0) * y + (m[2] ?? 0)) / under - 210) < 1e-6)
  assert.ok(Math.abs(((m[3] ?? 0) * x + (m[4] ?? 0) * y + (m[5] ?? 0)) / under - 297) < 1e-6)
})
