import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type CreditCodeFault,
  creditCodeCheckCharacter,
  creditCodeFaults,
  organisationCheckCharacter,
  organisationCodeAgrees,
} from './unified-credit-code.ts'

const valid = [
  '91119999000000000R',
  '91119999MA0000007J',
  '51119999MJ000000XB',
  '121199991234567886',
  '91350100M000100Y43',
]
for (const code of valid)
  test(`R8.1 holds: ${code}`, () => {
    assert.deepEqual(creditCodeFaults(code), [])
    assert.equal(creditCodeCheckCharacter(code.slice(0, 17)), code[17])
    assert.equal(organisationCodeAgrees(code), true)
  })

const faulty: [code: string, faults: CreditCodeFault[]][] = [
  ['91119999000000000S', ['characters']],
  ['91119999MA0000007K', ['check-character']],
  ['91119999MA0000007', ['length']],
  ['91119999MA0000007JJ', ['length']],
  ['91119999ma0000007J', ['characters']],
  ['91119999MA000000７J', ['characters']],
  ['9111999AMA0000007J', ['characters']],
  ['91119999MA0000O07J', ['characters']],
  ['91119999 MA0000007J', ['length', 'characters']],
  ['', ['length']],
]
for (const [code, faults] of faulty)
  test(`R8.1 does not hold: «${code}»`, () => assert.deepEqual(creditCodeFaults(code), faults))

for (const [first8, check] of [
  ['00000000', '0'],
  ['MA000000', '7'],
  ['MJ000000', 'X'],
  ['12345678', '8'],
] as const)
  test(`R8.1 organisation code ${first8}-${check}`, () =>
    assert.equal(organisationCheckCharacter(first8), check))

test('R8.1 a wrong organisation code leaves the credit code whole', () => {
  const code = `91119999MA0000008${creditCodeCheckCharacter('91119999MA0000008')}`
  assert.deepEqual(creditCodeFaults(code), [])
  assert.equal(organisationCodeAgrees(code), false)
})

test('R8.1 no check character for what has another shape', () => {
  for (const text of ['9111999900000000', '9111999900000000I', '911199990000000001'])
    assert.equal(creditCodeCheckCharacter(text), null)
  for (const text of ['1234567', '123456789', '1234567a'])
    assert.equal(organisationCheckCharacter(text), null)
  assert.equal(organisationCodeAgrees('12345678'), false)
})
