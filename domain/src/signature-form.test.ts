import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Box,
  clearBand,
  frame,
  frameMarks,
  grown,
  moduleSize,
  personCode,
  sheet,
} from './signature-form.ts'

const within = (inner: Box, outer: Box) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height
const apart = (one: Box, other: Box) =>
  one.x + one.width <= other.x ||
  other.x + other.width <= one.x ||
  one.y + one.height <= other.y ||
  other.y + other.height <= one.y

/** A code needs four modules of white around it. */
const codes = [personCode, ...frameMarks].map((code) => grown(code, 4 * moduleSize))

test('G63 R10.2 codes, frame and their white margins lie on the sheet, where every printer prints, and apart', () => {
  const printable = grown({ x: 0, y: 0, ...sheet }, -8)
  const boxes = [grown(frame, clearBand), ...codes]
  for (const box of boxes) assert.ok(within(box, printable), JSON.stringify(box))
  for (const [at, box] of boxes.entries())
    for (const other of boxes.slice(at + 1)) assert.ok(apart(box, other), JSON.stringify([box, other]))
})

test('R10.2 the frame lies between its marks, so that nothing is guessed beyond them', () => {
  const [left, right] = [Math.min(...frameMarks.map(({ x }) => x)), Math.max(...frameMarks.map(({ x }) => x))]
  assert.ok(left < frame.x && right > frame.x + frame.width)
  const rows = frameMarks.flatMap(({ y, height }) => [y, y + height])
  assert.ok(Math.min(...rows) < frame.y && Math.max(...rows) > frame.y + frame.height)
})

test('R5.2 a module is three pixels and more at 100 dpi', () => {
  assert.ok((moduleSize / 25.4) * 100 >= 3)
})
