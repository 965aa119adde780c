import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusalWords } from '../refusal-words.ts'
import { fullNamesRefusals } from './full-names.ts'

for (const code of Object.keys(fullNamesRefusals))
  test(`R4.6 ${code} is said in both languages with its facts and the next step`, () => {
    const { zh, en } = refusalWords(code, { received: 12, expected: 30 })
    assert.match(zh, /[\u4e00-\u9fff].*(请|无须)/)
    assert.match(en, /^[^\u4e00-\u9fff]+$/)
    assert.doesNotMatch(zh + en, /undefined|NaN/)
  })

test('R4.6 an incomplete import tells how many names arrived of how many', () => {
  assert.match(refusalWords('import-incomplete', { received: 12, expected: 30 }).zh, /30.*12/)
})
