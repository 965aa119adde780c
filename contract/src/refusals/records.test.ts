import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusalWords } from '../refusal-words.ts'
import { recordsRefusals } from './records.ts'
import { scansRefusals } from './scans.ts'

const facts = {
  change: 'delete',
  application: 'W2026090100001',
  departmentName: '测试区受理中心',
  level: 'C',
  pages: 3,
  displayed: 1,
  most: 6,
}

test('R6.3 G72 a verified record answers 删除 to the letter', () => {
  const { zh } = refusalWords('record-verified', { change: 'delete' })
  assert.equal(zh, '该信息已经过原件核对，无法删除！')
})

test('R6.4 G77 a use in progress names its application', () => {
  assert.match(refusalWords('in-use', facts).zh, /W2026090100001.*结束后/)
})

for (const code of Object.keys({ ...recordsRefusals, ...scansRefusals }))
  test(`${code} is said in both languages with its facts`, () => {
    const { zh, en } = refusalWords(code, facts)
    assert.match(zh, /[\u4e00-\u9fff]/)
    assert.match(en, /^[^\u4e00-\u9fff]+$|测试区受理中心/)
    assert.doesNotMatch(zh + en, /undefined|null|NaN/)
  })
