import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CardFacts, CardFlag } from './card-facts.ts'
import { cardFlagsOf, mayRegisterWith } from './card-flags.ts'
import { parseTextBlock } from './card-text-block.ts'
import { type CardBlockName, cardBlock } from './fixtures/card-blocks.ts'

const today = '2024-06-15'
const card = (name: CardBlockName, change: Partial<CardFacts> = {}): CardFacts => {
  const decision = parseTextBlock(cardBlock(name))
  assert.ok(decision.granted)
  return { ...decision.value, ...change }
}
/** The block of 2017 says male where its number says female: here with a number that agrees. */
const foreigner = (change: Partial<CardFacts> = {}) =>
  card('foreigner2017', { number: 'XXX110090010113', ...change })

for (const name of ['citizen', 'citizenLongTerm', 'hkmotw', 'foreigner2023'] as const)
  test(`R2.7 R2.8 a card in order raises no flag: ${name}`, () =>
    assert.deepEqual(cardFlagsOf(card(name), today), []))

const flagged: [why: string, facts: CardFacts, flags: CardFlag[]][] = [
  ['check digit', card('citizen', { number: '119999199001010013' }), ['number-check']],
  ['length', card('citizen', { number: '11999919900101001' }), ['number-check']],
  ['check digit of a permit', card('hkmotw', { number: '810000199001010028' }), ['number-check']],
  ['check digit of a foreigner', foreigner({ number: 'XXX110090010114' }), ['number-check']],
  ['sex', card('citizen', { sex: 'female' }), ['sex-disagrees']],
  ['unknown sex', card('citizen', { sex: 'unknown' }), ['sex-disagrees']],
  ['sex of a foreigner', foreigner({ sex: 'female' }), ['sex-disagrees']],
  ['birth date', card('citizen', { birthDate: '1990-01-02' }), ['birth-date-disagrees']],
  ['no birth date', card('citizen', { birthDate: null }), ['birth-date-disagrees']],
  ['birth date of a foreigner', foreigner({ birthDate: '1990-01-02' }), ['birth-date-disagrees']],
  ['private use in the name', card('citizen', { name: '测\uE000' }), ['rare-characters']],
  ['private use of plane 15', card('citizen', { name: '测\u{F0000}' }), ['rare-characters']],
  ['U+FFFD in the address', card('citizen', { address: '路\uFFFD' }), ['rare-characters']],
  ['a lone surrogate', card('citizen', { name: '测\uD842' }), ['rare-characters']],
  ['private use in the issuer', card('citizen', { issuer: '\uF8FF公安局' }), ['rare-characters']],
  ['a name of 15', card('citizen', { name: '测'.repeat(15) }), ['long-name']],
  ['a name of 15 code units', card('citizen', { name: `${'测'.repeat(13)}𠮷` }), ['long-name']],
  ['an English name of 46', card('foreigner2023', { englishName: 'A'.repeat(46) }), ['long-name']],
  ['an English name of 60', foreigner({ englishName: 'A'.repeat(60) }), ['long-name']],
  ['unknown layout', card('citizen', { kind: 'unknown', number: '?', birthDate: null }), ['unknown-card']],
]
for (const [why, facts, flags] of flagged)
  test(`R2.7 flagged, registration not refused: ${why}`, () => {
    assert.deepEqual(cardFlagsOf(facts, today), flags)
    assert.equal(mayRegisterWith(facts, today).granted, true)
  })

test('R2.7 no flag: 14 characters, a surrogate pair, an English name alone of 45 or 59', () => {
  const unflagged = [
    card('citizen', { name: '测'.repeat(14) }),
    card('citizen', { name: '𠮷' }),
    card('foreigner2023', { name: 'A'.repeat(45), englishName: 'A'.repeat(45) }),
    foreigner({ name: 'A'.repeat(59), englishName: 'A'.repeat(59) }),
  ]
  for (const facts of unflagged) assert.deepEqual(cardFlagsOf(facts, today), [])
})

test('R2.7 under 16 until the day before the 16th birthday, and then still no refusal', () => {
  const facts = card('citizen', { validFrom: null })
  assert.deepEqual(cardFlagsOf(facts, '2005-12-31'), ['under-16'])
  assert.deepEqual(cardFlagsOf(facts, '2006-01-01'), [])
  assert.equal(mayRegisterWith(facts, '2005-12-31').granted, true)
  assert.deepEqual(cardFlagsOf({ ...facts, birthDate: null }, '2005-12-31'), [
    'birth-date-disagrees',
    'under-16',
  ])
})

test('R2.7 the last day is valid, the next one expired: flagged and refused', () => {
  const facts = card('citizen')
  assert.deepEqual(cardFlagsOf(facts, '2040-01-01'), [])
  assert.deepEqual(mayRegisterWith(facts, '2040-01-01'), { granted: true, value: true })
  assert.deepEqual(cardFlagsOf(facts, '2040-01-02'), ['expired'])
  assert.deepEqual(mayRegisterWith(facts, '2040-01-02'), {
    granted: false,
    refusal: { code: 'card-expired', validUntil: '2040-01-01' },
  })
})

test('R2.7 长期 and an unread end never expire', () => {
  for (const facts of [card('citizenLongTerm'), card('citizen', { validUntil: null })]) {
    assert.deepEqual(cardFlagsOf(facts, '9999-12-31'), [])
    assert.equal(mayRegisterWith(facts, '9999-12-31').granted, true)
  }
})

test('R2.7 not yet valid until the day before its first, flagged only', () => {
  assert.deepEqual(cardFlagsOf(card('citizen'), '2019-12-31'), ['not-yet-valid'])
  assert.deepEqual(cardFlagsOf(card('citizen'), '2020-01-01'), [])
  assert.equal(mayRegisterWith(card('citizen'), '2019-12-31').granted, true)
})
