import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ChangeRefusal } from '@zhuji/domain/record-changes.ts'
import { fixedRecordWords } from './record-mending.ts'

const said = (refusal: ChangeRefusal) =>
  fixedRecordWords(refusal, { verifiedBy: '测试区受理中心' })
    .map(({ zh }) => zh)
    .join('')

test('R6.3 R11.4 G135 of wrong data at A is said that its source corrects them', () => {
  assert.match(
    said({ code: 'record-supplied', change: 'edit' }),
    /^该信息来自第三方系统，无法修改！.*申请更正.*来源更正后，这里随之更新/,
  )
})

test('R6.5 G75 of wrong data at B, that a new record is added and the old one stays', () => {
  assert.match(
    said({ code: 'record-frozen', change: 'delete' }),
    /无法删除！.*重新添加新的记录，原证书和原信息无需处理/,
  )
})

test('R6.5 G79 of wrong data at C, which office cancels; a better certificate is added', () => {
  const words = said({ code: 'record-verified', change: 'edit' })
  assert.match(words, /无法修改！.*测试区受理中心取消原件核对，更正后重新核对/)
  assert.match(words, /可直接新增/)
})

test('R6.7 what is in use waits for the end of its application', () => {
  const words = said({ code: 'record-in-use', change: 'edit', application: 'W2026090100001' })
  assert.match(words, /W2026090100001.*办结后再处理/)
})
