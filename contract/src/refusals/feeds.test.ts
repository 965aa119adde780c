import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusalWords } from '../refusal-words.ts'
import { creditObjectionsRefusals } from './credit-objections.ts'
import { employmentsRefusals } from './employments.ts'
import { feedsRefusals } from './feeds.ts'

test('R4.9 a use in progress names its application', () => {
  const { zh, en } = refusalWords('employment-in-use', { application: 'W2026090100001' })
  assert.match(zh, /W2026090100001.*无法删除/)
  assert.match(en, /W2026090100001/)
})

for (const code of Object.keys({ ...employmentsRefusals, ...feedsRefusals, ...creditObjectionsRefusals }))
  test(`${code} is said in both languages with its facts`, () => {
    const { zh, en } = refusalWords(code, { application: 'W2026090100001' })
    assert.match(zh, /[\u4e00-\u9fff]/)
    assert.match(en, /^[^\u4e00-\u9fff]+$/)
    assert.doesNotMatch(zh + en, /undefined|null|NaN/)
  })
