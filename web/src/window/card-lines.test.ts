import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CardFactsView } from '@zhuji/contract/card-reads.ts'
import { cardLines } from './card-lines.ts'

const citizen: CardFactsView = {
  kind: 'citizen',
  name: '测试甲',
  englishName: null,
  sex: 'male',
  ethnicCode: '01',
  birthDate: '1990-01-01',
  address: '测试省虚构市样例路1号',
  number: '119999199001010012',
  issuer: '虚构市公安局样例分局',
  validFrom: '2016-03-01',
  validUntil: 'long-term',
  nationality: null,
  permitNumber: null,
}
const printed = (facts: CardFactsView) => {
  const { front, back } = cardLines(facts, 'zh')
  return [...front, ...back].map(({ label, value }) => `${label.zh} ${value}`)
}

test('R2.2 G85 a citizen’s card shows all its facts with the guide’s labels, in the card’s order', () => {
  assert.deepEqual(printed(citizen), [
    '姓名 测试甲',
    '性别 男',
    '民族 汉族',
    '出生 1990年1月1日',
    '住址 测试省虚构市样例路1号',
    '公民身份号码 119999199001010012',
    '签发机关 虚构市公安局样例分局',
    '有效期限 2016.03.01-长期',
  ])
})

test('R2.2 a fact that the card leaves blank is shown as blank, an unknown code as read', () => {
  const lines = printed({ ...citizen, birthDate: null, ethnicCode: '99' })
  assert.ok(lines.includes('出生 （空白）'))
  assert.ok(lines.includes('民族 99'))
})

test('R2.8 cards of residents from HK, Macau and Taiwan and of foreigners show the facts of their kind', () => {
  const permit = printed({ ...citizen, kind: 'hkmotw', ethnicCode: null, permitNumber: 'H12345678' })
  assert.ok(permit.includes('通行证号码 H12345678'))
  assert.ok(!permit.some((line) => line.startsWith('民族')))
  const foreign = { ...citizen, ethnicCode: null, address: null, issuer: null }
  const green = printed({ ...foreign, kind: 'foreigner2023', englishName: 'TEST, A', nationality: 'XXA' })
  assert.ok(green.includes('英文姓名 TEST, A'))
  assert.ok(green.includes('国籍 XXA'))
  assert.ok(green.includes('证件号码 119999199001010012'))
  assert.deepEqual(printed({ ...citizen, kind: 'unknown' }), ['姓名 测试甲', '证件号码 119999199001010012'])
})
