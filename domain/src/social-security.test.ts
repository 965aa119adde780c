import assert from 'node:assert/strict'
import { test } from 'node:test'
import { monthState, monthsUpTo } from './social-security.ts'

test('R8.4 the three months are the day’s own and the two before, over the turn of the year too', () => {
  assert.deepEqual(monthsUpTo('2026-05-05'), ['2026-05', '2026-04', '2026-03'])
  assert.deepEqual(monthsUpTo('2026-01-31'), ['2026-01', '2025-12', '2025-11'])
  assert.deepEqual(monthsUpTo('2026-02-01', 1), ['2026-02'])
})

test('R8.4 a month is paid, not yet reported after the last fed month, else not paid', () => {
  assert.equal(monthState('2026-05', true, '2026-04'), 'paid')
  assert.equal(monthState('2026-05', false, '2026-04'), 'not-yet-reported')
  assert.equal(monthState('2026-04', false, '2026-04'), 'not-paid')
  assert.equal(monthState('2026-03', false, '2026-04'), 'not-paid')
  assert.equal(monthState('2026-03', false, null), 'not-yet-reported')
})
