import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CardFacts } from './card-facts.ts'
import { asksOfNumber, equalsCard, isWellFormedNumber, type TypedFacts } from './registration-facts.ts'

const card: CardFacts = {
  kind: 'citizen',
  name: '测试甲',
  englishName: null,
  sex: 'male',
  ethnicCode: '01',
  birthDate: '1990-01-01',
  address: '测试省虚构市样例路1号',
  number: '11999919900101001X',
  issuer: '虚构市公安局样例分局',
  validFrom: '2020-01-01',
  validUntil: '2040-01-01',
  nationality: null,
  permitNumber: null,
}
const typed: TypedFacts = { ...card }

const different: Partial<TypedFacts>[] = [
  { name: '测试乙' },
  { number: '119999199001010011' },
  { address: '测试省虚构市样例路１号' },
  { address: null },
  { issuer: '虚构市公安局' },
  { validFrom: '2020-01-02' },
  { validUntil: 'long-term' },
]
for (const change of different)
  test(`R3.1 R3.2 a citizen’s ${Object.keys(change)[0]} must equal the card (${Object.values(change)[0]})`, () => {
    assert.equal(equalsCard({ ...typed, ...change }, card), false)
  })

test('R3.1 facts that equal the card in every field', () => {
  assert.equal(equalsCard(typed, card), true)
  assert.equal(
    equalsCard({ ...typed, permitNumber: 'H1', nationality: 'XXY' }, card),
    true,
    'not of this kind',
  )
  assert.equal(equalsCard(typed, { ...card, kind: 'unknown' }), false)
})

test('R2.8 a foreigner types either name, nationality and birth date; a permit counts where the card has one', () => {
  const foreigner: CardFacts = {
    ...card,
    kind: 'foreigner2023',
    englishName: 'SAMPLE, TEST',
    nationality: 'XXY',
    address: null,
    issuer: null,
  }
  const facts: TypedFacts = { ...foreigner }
  assert.equal(equalsCard(facts, foreigner), true)
  assert.equal(equalsCard({ ...facts, name: 'SAMPLE, TEST' }, foreigner), true)
  assert.equal(equalsCard({ ...facts, nationality: 'XXX' }, foreigner), false)
  assert.equal(equalsCard({ ...facts, birthDate: '1990-01-02' }, foreigner), false)
  const resident: CardFacts = { ...card, kind: 'hkmotw', permitNumber: 'H00000001' }
  assert.equal(equalsCard({ ...resident }, resident), true)
  assert.equal(equalsCard({ ...resident, permitNumber: null }, resident), false)
})

test('R2.8 R3.3 what is asked follows from the number’s shape', () => {
  assert.deepEqual(
    [
      '119999199001010011',
      '810000199001010027',
      '830000199001010027',
      '911990199001010022',
      'XXX110009001010',
    ].map(asksOfNumber),
    ['citizen', 'hkmotw', 'hkmotw', 'foreigner', 'foreigner'],
  )
})

test('R2.7 R3.3 a check digit that does not hold is no obstacle; a sign that no card has is one', () => {
  assert.equal(isWellFormedNumber('11999919900101001X'), true)
  assert.equal(isWellFormedNumber('119999199001010010'), true)
  for (const number of [
    '',
    '1199991990010100',
    '11999919900101001x',
    '１1999919900101001X',
    '119999199001010 01X',
  ])
    assert.equal(isWellFormedNumber(number), false, number)
})
