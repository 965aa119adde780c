import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  birthDateOfNumber,
  type CitizenNumberFault,
  citizenCheckCharacter,
  citizenNumberFaults,
  sexOfNumber,
} from './citizen-number.ts'

const valid = [
  '11010519491231002X',
  '310101199001010012',
  '310230197506150027',
  '119999199001010012',
  '119999199001010020',
  '11999919900101008X',
  '810000199001010019',
  '830000199001010020',
  '911999199001010014',
]
for (const number of valid)
  test(`R2.7 holds: ${number}`, () => {
    assert.deepEqual(citizenNumberFaults(number), [])
    assert.equal(citizenCheckCharacter(number.slice(0, 17)), number[17])
  })

/** A whole number from 17 digits, so that only the fault in question shows. */
const withCheck = (first17: string) => `${first17}${citizenCheckCharacter(first17)}`

const faulty: [why: string, number: string, faults: CitizenNumberFault[]][] = [
  ['check digit 3 for 2', '119999199001010013', ['check-digit']],
  ['check digit 0 for 2', '119999199001010010', ['check-digit']],
  ['a digit for X', '110105194912310020', ['check-digit']],
  ['16 digits', '1199991990010100', ['length']],
  ['the 15 digits of old', '310101900101001', ['length']],
  ['19 digits', '3101011990010100122', ['length']],
  ['nothing', '', ['length']],
  ['lower-case x', '11010519491231002x', ['characters']],
  ['full-width digit', '31010119900101001２', ['characters']],
  ['X inside', '3101011990010100X2', ['characters']],
  ['a blank inside', '310101 199001010012', ['length', 'characters']],
  ['30 February', withCheck('31010119900230001'), ['date']],
  ['29 February of a common year', withCheck('31010119000229001'), ['date']],
  ['region 10', withCheck('10010119900101001'), ['region']],
  ['region 66', withCheck('66010119900101001'), ['region']],
  ['region 70', withCheck('70010119900101001'), ['region']],
  ['region 72', withCheck('72010119900101001'), ['region']],
  ['region 80', withCheck('80010119900101001'), ['region']],
  ['region 84', withCheck('84010119900101001'), ['region']],
  ['region 89', withCheck('89010119900101001'), ['region']],
  ['everything', '000000000000000000', ['region', 'date', 'check-digit']],
]
for (const [why, number, faults] of faulty)
  test(`R2.7 does not hold: ${why}`, () => assert.deepEqual(citizenNumberFaults(number), faults))

for (const region of ['11', '65', '71', '81', '83', '90', '99'])
  test(`R2.7 region prefix ${region} exists`, () =>
    assert.deepEqual(citizenNumberFaults(withCheck(`${region}010120000229001`)), []))

test('R2.7 birth date and sex are read from the number', () => {
  assert.equal(birthDateOfNumber('11010519491231002X'), '1949-12-31')
  assert.equal(sexOfNumber('11010519491231002X'), 'female')
  assert.equal(sexOfNumber('310101199001010012'), 'male')
  assert.equal(birthDateOfNumber('310101199002300012'), null)
  assert.equal(birthDateOfNumber('310101900101001'), null)
  assert.equal(sexOfNumber('11010519491231002x'), null)
})

test('R2.7 no check character for what is not 17 digits', () => {
  for (const digits of ['1101051949123100', '110105194912310022', '1101051949123100X', ''])
    assert.equal(citizenCheckCharacter(digits), null)
})
