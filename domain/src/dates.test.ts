import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  addYears,
  ageOn,
  compareDates,
  digitsOfIsoDate,
  formatDateZh,
  formatMonthZh,
  isIsoDate,
  isoDateOfDigits,
} from './dates.ts'

const real = ['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '2025-04-30', '2025-12-31']
const unreal = [
  '2023-02-29',
  '1900-02-29',
  '2025-04-31',
  '2025-00-10',
  '2025-13-01',
  '2025-01-00',
  '2025-01-32',
  '0000-01-01',
  '2025-1-1',
  '20250101',
  ' 2025-01-01',
  '2025-01-01\n',
  '２０２５-01-01',
  '',
]
for (const text of real) test(`R2.7 a real date: ${text}`, () => assert.equal(isIsoDate(text), true))
for (const text of unreal)
  test(`R2.7 no real date: ${JSON.stringify(text)}`, () => assert.equal(isIsoDate(text), false))

test('R2.7 eight digits become a date only when it is real', () => {
  assert.equal(isoDateOfDigits('19900101'), '1990-01-01')
  for (const digits of ['00000000', '        ', '19900230', '1990011', '199001011'])
    assert.equal(isoDateOfDigits(digits), null)
  assert.equal(digitsOfIsoDate('1990-01-01'), '19900101')
})

test('years are added by the calendar, 29 February falling back to 28', () => {
  assert.equal(addYears('2016-03-05', 20), '2036-03-05')
  assert.equal(addYears('2024-02-29', 1), '2025-02-28')
  assert.equal(addYears('2024-02-29', 4), '2028-02-29')
  assert.equal(addYears('2024-02-29', -124), '1900-02-28')
  assert.equal(addYears('0009-01-31', -1), '0008-01-31')
})

test('R2.7 age turns on the birthday, neither a day before nor after', () => {
  assert.equal(ageOn('2010-06-15', '2026-06-14'), 15)
  assert.equal(ageOn('2010-06-15', '2026-06-15'), 16)
  assert.equal(ageOn('2008-02-29', '2026-02-28'), 17)
  assert.equal(ageOn('2008-02-29', '2026-03-01'), 18)
  assert.equal(ageOn('2008-02-29', '2028-02-29'), 20)
  assert.equal(ageOn('2026-01-02', '2026-01-01'), -1)
})

test('R2.7 dates compare by day', () => {
  assert.deepEqual(['2020-01-10', '2019-12-31', '2020-01-02'].sort(compareDates), [
    '2019-12-31',
    '2020-01-02',
    '2020-01-10',
  ])
  assert.equal(compareDates('2020-01-01', '2020-01-01'), 0)
})

test('dates in Chinese keep their zeros', () => {
  assert.equal(formatDateZh('2016-03-05'), '2016年03月05日')
  assert.equal(formatMonthZh('2016-03-05'), '2016年03月')
  assert.equal(formatMonthZh('2016-03'), '2016年03月')
})
