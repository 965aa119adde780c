import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cornersOf, frame, frameMarks } from './signature-form.ts'
import { mapped, mappingOf, worstMiss } from './signature-plane.ts'

const camera = [4.1, 0.3, 60, -0.2, 3.9, 35, 0.0007, -0.0004]

test('R10.2 the frame is found where the marks say, however the sheet lies', () => {
  const pairs = frameMarks.flatMap((mark) =>
    cornersOf(mark).map((sheet) => ({ sheet, picture: mapped(camera, sheet) })),
  )
  const found = mappingOf(pairs)
  assert.ok(found)
  for (const corner of cornersOf(frame)) {
    const [is, must] = [mapped(found, corner), mapped(camera, corner)]
    assert.ok(Math.hypot(is.x - must.x, is.y - must.y) < 0.001)
  }
  assert.ok(worstMiss(found, pairs) < 0.001)
})

test('R10.2 marks that lie on no one plane are told by how far they miss', () => {
  const pairs = frameMarks.flatMap((mark) =>
    cornersOf(mark).map((sheet, at) => {
      const { x, y } = mapped(camera, sheet)
      return { sheet, picture: mark === frameMarks[3] && at < 2 ? { x: x + 60, y } : { x, y } }
    }),
  )
  const found = mappingOf(pairs)
  assert.ok(found && worstMiss(found, pairs) > 2.5)
})

test('R10.2 too few points, and points on one line, determine no plane', () => {
  const points = [0, 10, 20, 30, 40].map((x) => ({ sheet: { x, y: 2 * x }, picture: { x, y: 2 * x } }))
  assert.equal(mappingOf(points.slice(0, 3)), null)
  assert.equal(mappingOf(points), null)
})
