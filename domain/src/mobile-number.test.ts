import assert from 'node:assert/strict'
import { test } from 'node:test'
import { normaliseMobile } from './mobile-number.ts'

const fine = [
  '13512345670',
  '19912345670',
  ' 135 1234 5670 ',
  '135-1234-5670',
  '+8613512345670',
  '8613512345670',
  '+86 135-1234-5670',
  '+86-13512345670',
]
for (const typed of fine)
  test(`R3.6 accepted as its 11 digits: «${typed}»`, () =>
    assert.deepEqual(normaliseMobile(typed), {
      granted: true,
      value: `1${typed.includes('199') ? '99' : '35'}12345670`,
    }))

const wrong = [
  '',
  '1351234567',
  '135123456701',
  '12512345670',
  '03512345670',
  '86861351234567',
  '868613512345670',
  '+13512345670',
  '008613512345670',
  '135 1234 567O',
  '13512345670\n',
  '135\u00A012345670',
]
for (const typed of wrong)
  test(`R3.6 refused: ${JSON.stringify(typed)}`, () =>
    assert.deepEqual(normaliseMobile(typed), { granted: false, refusal: { code: 'mobile-number' } }))

for (const typed of [
  '１３５１２３４５６７０',
  '1351234567０',
  '135－12345670',
  '135　12345670',
  '＋8613512345670',
])
  test(`R3.6 G19 full-width signs are refused: ${typed}`, () =>
    assert.equal(normaliseMobile(typed).granted, false))
