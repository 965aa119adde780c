import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BasicInformation } from '@zhuji/contract/basic-information.ts'
import { cardLines } from './card-lines.ts'

const citizen: BasicInformation['card'] = {
  kind: 'citizen',
  name: '测试甲',
  englishName: null,
  sex: 'male',
  ethnicGroup: { code: '01', name: '汉', roman: 'Han' },
  nationality: null,
  number: '119999199001010010',
  permitNumber: null,
  birthDate: '1990-01-01',
  issuer: '虚构市公安局样例分局',
  validFrom: '2020-01-01',
  validUntil: 'long-term',
  address: '测试省虚构市样例路1号',
  readAt: '2026-01-01T00:00:00.000Z',
}

test('R2.2 G34 a citizen sees what the card says, under the guide’s names and in its order', () => {
  assert.deepEqual(
    cardLines(citizen, 'zh').map(({ label }) => label.zh),
    ['姓名', '民族', '证件类型', '公民证件号码', '性别', '出生日期', '签发机关', '有效期限', '家庭住址'],
  )
  assert.equal(cardLines(citizen, 'zh').at(7)?.value, '2020年01月01日 — 长期')
})

test('R2.8 what another kind of card carries is named, what it lacks is left out', () => {
  const foreigner = {
    ...citizen,
    kind: 'foreigner2023' as const,
    ethnicGroup: null,
    address: null,
    issuer: null,
    nationality: 'XXX',
    englishName: 'SAMPLE, TEST',
  }
  const shown = cardLines(foreigner, 'en').map(({ label }) => label.en)
  assert.ok(shown.includes('Nationality') && shown.includes('English name'))
  assert.ok(!shown.includes('Ethnic group') && !shown.includes('Home address'))
})
