import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysBetween, dueReminder } from './expiry.ts'

const today = '2026-09-01'
const cases: [validTo: string, told: number[], due: number | null][] = [
  ['2026-12-01', [], null],
  ['2026-11-30', [], 90],
  ['2026-11-30', [90], null],
  ['2026-10-02', [90], null],
  ['2026-10-01', [90], 30],
  ['2026-10-01', [], 30],
  ['2026-10-01', [30], null],
  ['2026-09-09', [30], null],
  ['2026-09-08', [90, 30], 7],
  ['2026-09-08', [], 7],
  ['2026-09-01', [90, 30], 7],
  ['2026-09-01', [7], null],
  ['2026-08-31', [], null],
]
for (const [validTo, told, due] of cases)
  test(`R4.11 valid until ${validTo}, told at ${told.join() || 'none'}: ${due ?? 'nothing'} is due`, () => {
    assert.equal(dueReminder(validTo, today, told), due)
  })

test('R4.11 days are counted over the ends of months and leap years', () => {
  assert.equal(daysBetween('2028-02-28', '2028-03-01'), 2)
  assert.equal(daysBetween('2026-12-31', '2027-01-01'), 1)
  assert.equal(daysBetween('2026-09-02', '2026-09-01'), -1)
})
