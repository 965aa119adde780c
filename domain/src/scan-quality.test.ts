import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type MeasuredQuality, qualityFaults, qualityFaultsOf, qualityFaultWords } from './scan-quality.ts'

const good: MeasuredQuality = { steepness: 0.7, ground: 220, blown: 0, dotsPerPixel: 2 }

test('R5.5 a sharp, bright, even scan has no fault, and a sheet without print is not called blurred', () => {
  assert.deepEqual(qualityFaultsOf(good), [])
  assert.deepEqual(qualityFaultsOf({ ...good, steepness: null }), [])
})

const limits: [fault: string, sound: Partial<MeasuredQuality>, faulty: Partial<MeasuredQuality>][] = [
  ['blurred', { steepness: 0.42 }, { steepness: 0.41 }],
  ['coarse', { dotsPerPixel: 0.95 }, { dotsPerPixel: 0.94 }],
  ['dark', { ground: 110 }, { ground: 109 }],
  ['glare', { blown: 0.012 }, { blown: 0.013 }],
]
for (const [fault, sound, faulty] of limits)
  test(`R5.5 ${fault} is told from its limit on`, () => {
    assert.deepEqual(qualityFaultsOf({ ...good, ...sound }), [])
    assert.deepEqual(qualityFaultsOf({ ...good, ...faulty }), [fault])
  })

test('R5.5 every fault at once is told, each with a way to mend it in both languages', () => {
  const worst = { steepness: 0.1, ground: 40, blown: 0.3, dotsPerPixel: 0.3 }
  assert.deepEqual(qualityFaultsOf(worst), qualityFaults)
  for (const fault of qualityFaults) {
    assert.match(qualityFaultWords[fault].zh, /重拍/)
    assert.match(qualityFaultWords[fault].en, /take it again/i)
  }
})
