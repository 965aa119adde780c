import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codePointOf, textRuns } from './text-runs.ts'

const shown = (text: string) =>
  textRuns(text)
    .map((run) => (run.isUndrawn ? `▯${codePointOf(run.text)}` : run.text))
    .join('')

test('R2.7 a private-use character is shown by its code point, wherever it stands and in any plane', () => {
  assert.equal(shown('测\uE863'), '测▯U+E863')
  assert.equal(shown('\uE000试\u{F0001}\u{100000}'), '▯U+E000试▯U+F0001▯U+100000')
  assert.equal(shown('\uFFFD甲\uD842'), '▯U+FFFD甲▯U+D842')
})

test('R2.7 what fonts draw is left as it is, rare characters of the second plane too', () => {
  assert.deepEqual(textRuns('测试𠮷'), [{ text: '测试𠮷', isUndrawn: false, at: 0 }])
  assert.deepEqual(textRuns(''), [])
})
