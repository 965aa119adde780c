import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CitizenNumberFault, citizenCheckCharacter } from './citizen-number.ts'
import {
  residenceCheckDigit,
  residenceNumberFaults,
  residenceNumberHasBirthDate,
  sexOfResidenceNumber,
} from './residence-number.ts'

const of2017 = (first14: string) => `${first14}${residenceCheckDigit(first14)}`
const of2023 = (first17: string) => `${first17}${citizenCheckCharacter(first17)}`

for (const number of [
  '911999199001010014',
  '911999199001010022',
  'XXX110090010100',
  of2017('XXX11000002291'),
])
  test(`R2.7 R2.8 holds: ${number}`, () => assert.deepEqual(residenceNumberFaults(number), []))

const faulty: [why: string, number: string, faults: CitizenNumberFault[]][] = [
  ['check digit of 2017', 'XXX110090010101', ['check-digit']],
  ['check character of 2023', '911999199001010015', ['check-digit']],
  ['14 characters', 'XXX11009001010', ['length']],
  ['16 characters', 'XXX1100900101000', ['length']],
  ['a letter among the digits', 'XXX11009001010A', ['characters']],
  ['four letters', 'XXXX10090010100', ['characters']],
  ['lower-case letters', 'xxx110090010100', ['length', 'characters']],
  ['15 digits', '110110090010100', ['length']],
  ['province 10 of 2017', of2017('XXX10009001010'), ['region']],
  ['province 66 of 2017', of2017('XXX66009001010'), ['region']],
  ['30 February of 2017', of2017('XXX11009002300'), ['date']],
  ['29 February in neither century', of2017('XXX11000102290'), ['date']],
  ['a citizen number', '310101199001010012', ['region']],
  ['no 9 before the province', of2023('31119919900101001'), ['region']],
  ['a permit number', '810000199001010019', ['region']],
  ['province 10 of 2023', of2023('91099919900101001'), ['region']],
  ['province 66 of 2023', of2023('96699919900101001'), ['region']],
  ['30 February of 2023', of2023('91199919900230001'), ['date']],
  ['no region at all', '009999199001010012', ['region', 'check-digit']],
]
for (const [why, number, faults] of faulty)
  test(`R2.7 R2.8 does not hold: ${why}`, () => assert.deepEqual(residenceNumberFaults(number), faults))

test('R2.7 R2.8 sex and birth date are read from both forms', () => {
  assert.equal(sexOfResidenceNumber('XXX110090010100'), 'female')
  assert.equal(sexOfResidenceNumber(of2017('XXX11009001011')), 'male')
  assert.equal(sexOfResidenceNumber('911999199001010014'), 'male')
  assert.equal(sexOfResidenceNumber('911999199001010022'), 'female')
  assert.equal(sexOfResidenceNumber('XXX'), null)
  assert.equal(residenceNumberHasBirthDate('XXX110090010100', '1990-01-01'), true)
  assert.equal(residenceNumberHasBirthDate('XXX110090010100', '1990-01-02'), false)
  assert.equal(residenceNumberHasBirthDate('911999199001010014', '1990-01-01'), true)
  assert.equal(residenceNumberHasBirthDate('911999199001010014', '1890-01-01'), false)
  assert.equal(residenceNumberHasBirthDate('XXX', '1990-01-01'), false)
})

test('R2.8 no check digit for what is not 3 letters and 11 digits', () =>
  assert.equal(residenceCheckDigit('XXX1100900101'), null))
