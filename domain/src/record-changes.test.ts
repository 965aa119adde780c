import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ChangeRefusal, changeRefusalWords, decideChange } from './record-changes.ts'

const record = { level: 'D', version: 3, openUse: null } as const
const refusalOf = (has: object, change: 'edit' | 'delete' = 'edit', version = 3): ChangeRefusal | null => {
  const decision = decideChange({ ...record, ...has }, { change, version })
  return decision.granted ? null : decision.refusal
}

test('R6.1 at D the person edits and deletes', () => {
  assert.equal(refusalOf({}), null)
  assert.equal(refusalOf({}, 'delete'), null)
})

for (const [level, code] of [
  ['C', 'record-verified'],
  ['B', 'record-frozen'],
  ['A', 'record-supplied'],
] as const)
  test(`R6.3 at ${level} both are refused`, () => {
    assert.deepEqual(refusalOf({ level }), { code, change: 'edit' })
    assert.deepEqual(refusalOf({ level }, 'delete'), { code, change: 'delete' })
  })

test('R6.7 not while an application in progress uses it', () => {
  const refusal = { code: 'record-in-use', change: 'delete', application: 'W2026090100001' }
  assert.deepEqual(refusalOf({ openUse: 'W2026090100001' }, 'delete'), refusal)
})

test('R6.10 not on another version than the one that was seen', () => {
  assert.deepEqual(refusalOf({}, 'edit', 2), { code: 'record-changed', version: 3 })
})

test('R6.3 what is fixed for good is told before what is passing', () => {
  assert.equal(refusalOf({ level: 'C', openUse: 'W2026090100001' }, 'edit', 1)?.code, 'record-verified')
})

test('R6.3 G72 the words, to the letter', () => {
  const zh = (refusal: ChangeRefusal) => changeRefusalWords(refusal).zh
  assert.equal(zh({ code: 'record-verified', change: 'delete' }), '该信息已经过原件核对，无法删除！')
  assert.equal(zh({ code: 'record-verified', change: 'edit' }), '该信息已经过原件核对，无法修改！')
  assert.equal(zh({ code: 'record-frozen', change: 'delete' }), '该信息已经过资质审批，无法删除！')
  assert.equal(zh({ code: 'record-supplied', change: 'edit' }), '该信息来自第三方系统，无法修改！')
  assert.equal(
    zh({ code: 'record-in-use', change: 'delete', application: 'W2026090100001' }),
    '该信息正用于申请 W2026090100001，无法删除！',
  )
  assert.match(zh({ code: 'record-changed', version: 4 }), /查看最新内容/)
})
