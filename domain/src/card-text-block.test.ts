import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CardFacts } from './card-facts.ts'
import { type CardBlockExtras, composeTextBlock, parseTextBlock } from './card-text-block.ts'
import { type CardBlockName, cardBlock } from './fixtures/card-blocks.ts'

type Known = CardFacts & { kind: Exclude<CardFacts['kind'], 'unknown'> }
const absent = {
  englishName: null,
  ethnicCode: null,
  address: null,
  issuer: null,
  nationality: null,
  permitNumber: null,
}

const said: Record<CardBlockName, [facts: Known, extras: CardBlockExtras]> = {
  citizen: [
    {
      ...absent,
      kind: 'citizen',
      name: '测试甲',
      sex: 'male',
      ethnicCode: '01',
      birthDate: '1990-01-01',
      address: '测试省样例市虚构区零号路1号',
      number: '119999199001010012',
      issuer: '样例市公安局虚构分局',
      validFrom: '2020-01-01',
      validUntil: '2040-01-01',
    },
    {},
  ],
  citizenLongTerm: [
    {
      ...absent,
      kind: 'citizen',
      name: '阿不都·测试',
      sex: 'female',
      ethnicCode: '05',
      birthDate: '1950-03-03',
      address: '测试省样例市虚构区零号路2号',
      number: '119999195003030027',
      issuer: '样例市公安局虚构分局',
      validFrom: '2005-03-03',
      validUntil: 'long-term',
    },
    {},
  ],
  hkmotw: [
    {
      ...absent,
      kind: 'hkmotw',
      name: '测试乙',
      sex: 'female',
      birthDate: '1990-01-01',
      address: '测试省样例市虚构区零号路3号',
      number: '810000199001010027',
      issuer: '样例市公安局虚构分局',
      validFrom: '2020-01-01',
      validUntil: '2025-01-01',
      permitNumber: 'H00000000',
    },
    { timesIssued: '01' },
  ],
  foreigner2017: [
    {
      ...absent,
      kind: 'foreigner2017',
      name: '测试丙',
      englishName: 'SAMPLE, TEST',
      sex: 'male',
      birthDate: '1990-01-01',
      number: 'XXX110090010100',
      validFrom: '2018-01-01',
      validUntil: '2028-01-01',
      nationality: 'XXX',
    },
    { cardVersion: '01', acceptingAuthority: '1500' },
  ],
  foreigner2023: [
    {
      ...absent,
      kind: 'foreigner2023',
      name: '测试丁',
      englishName: 'SAMPLE, TEST ONE TWO THREE FOUR FIVE SIX SEVE',
      sex: 'female',
      birthDate: '1990-01-01',
      number: '911999199001010022',
      validFrom: '2024-01-01',
      validUntil: '2034-01-01',
      nationality: 'XXX',
    },
    { timesIssued: '00', earlierNumberLink: '000' },
  ],
}

const parsed = (block: Uint8Array): CardFacts => {
  const decision = parseTextBlock(block)
  assert.ok(decision.granted)
  return decision.value
}
/** A block with a text written at an offset, in UTF-16LE. */
const withText = (name: CardBlockName, offset: number, text: string) => {
  const block = cardBlock(name)
  for (let i = 0; i < text.length; i++)
    new DataView(block.buffer).setUint16(offset + 2 * i, text.charCodeAt(i), true)
  return block
}

for (const [name, [facts, extras]] of Object.entries(said) as [CardBlockName, [Known, CardBlockExtras]][]) {
  test(`R2.2 R2.8 every field is read: ${name}`, () => assert.deepEqual(parsed(cardBlock(name)), facts))
  test(`R2.8 the block is composed byte for byte: ${name}`, () =>
    assert.deepEqual(composeTextBlock({ ...facts, ...extras }), cardBlock(name)))
}

test('R2.2 only a block of 256 bytes is read', () => {
  for (const length of [0, 255, 257, 512])
    assert.deepEqual(parseTextBlock(new Uint8Array(length)), {
      granted: false,
      refusal: { code: 'text-block-length', length },
    })
})

test('R2.8 U+0000 as discriminator is a citizen, any other sign an unknown card with name and number', () => {
  assert.equal(parsed(withText('citizen', 248, '\0')).kind, 'citizen')
  for (const sign of ['j', 'K', '\u4A00', '　'])
    assert.deepEqual(parsed(withText('citizen', 248, sign)), {
      ...absent,
      kind: 'unknown',
      name: '测试甲',
      sex: 'unknown',
      birthDate: null,
      number: '119999199001010012',
      validFrom: null,
      validUntil: null,
    })
})

test('R2.2 only trailing U+0020, U+3000 and U+0000 are cut; inner and leading blanks stay', () => {
  assert.equal(parsed(withText('citizen', 0, ' 测 试　甲\u3000\0 ')).name, ' 测 试　甲')
  assert.equal(parsed(withText('citizen', 0, '测试\u00A0')).name, '测试\u00A0')
  assert.equal(parsed(withText('citizen', 0, '\uFEFF测')).name, '\uFEFF测甲')
})

test('R2.2 a blank at the joint of an English name stays', () => {
  const [facts] = said.foreigner2023
  const englishName = `${'A'.repeat(34)} ${'B'.repeat(3)}`
  const block = composeTextBlock({ ...facts, englishName })
  assert.equal(block[52 + 68], 0x20)
  assert.equal(parsed(block).englishName, englishName)
})

test('R2.8 a foreigner without a Chinese name goes by the English one', () => {
  for (const name of ['foreigner2017', 'foreigner2023'] as const) {
    const [facts] = said[name]
    const english = { ...facts, name: 'SAMPLE, TEST', englishName: 'SAMPLE, TEST' }
    assert.deepEqual(parsed(composeTextBlock(english)), english)
  }
})

test('R2.7 sex codes other than 1 and 2 are unknown, never female', () => {
  for (const code of ['0', '9', ' ', '女']) assert.equal(parsed(withText('citizen', 30, code)).sex, 'unknown')
})

test('R2.7 a field that is no date is null, 长期 is long-term', () => {
  const facts = parsed(withText('citizen', 36, '19900230'))
  assert.equal(facts.birthDate, null)
  assert.equal(parsed(withText('citizen', 188, '00000000')).validFrom, null)
  assert.equal(parsed(withText('citizen', 204, '        ')).validUntil, null)
  assert.equal(parsed(withText('citizen', 204, '长期　　　　　　')).validUntil, 'long-term')
})

test('R2.2 rare characters: surrogate pairs and private use are kept, a lone surrogate shows as U+FFFD', () => {
  assert.equal(parsed(withText('citizen', 0, '𠮷\uE000')).name, '𠮷\uE000')
  assert.equal(parsed(withText('citizen', 0, '测\uD842试')).name, '测\uFFFD试')
})

test('R2.2 composing cuts a name at 15 code units, an address at 35', () => {
  const [facts] = said.citizen
  const cut = parsed(composeTextBlock({ ...facts, name: '测'.repeat(20), address: '路'.repeat(40) }))
  assert.equal(cut.name, '测'.repeat(15))
  assert.equal(cut.address, '路'.repeat(35))
  assert.equal(cut.number, facts.number)
})
