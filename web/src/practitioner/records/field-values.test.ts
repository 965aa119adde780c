import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordPayload } from '@zhuji/contract/record-payload.ts'
import { fieldProblem, fieldsBearingOn, payloadOf } from './field-values.ts'

const typed = {
  school: '测试大学',
  level: { text: '本科', code: '21' },
  specialty: '土木工程',
  issued: '2015-07-01',
  from: '2011-09-01',
  to: '2015-07-01',
  number: '1',
  duration: '',
  president: undefined,
}
const today = '2026-09-01'
const problem = (name: string, changed: object = {}) =>
  fieldProblem('education', name, { ...typed, ...changed }, today)?.zh ?? null

test('R4.1 R4.13 what the form gives is what the contract takes', () => {
  const record = { kind: 'education' as const, payload: payloadOf('education', typed) }
  const parsed = recordPayload.parse(record)
  assert.deepEqual(parsed.payload.level, { text: '本科', code: '21' })
  assert.equal(parsed.payload.duration, null)
  assert.equal(parsed.payload.lost, false)
})

test('R4.1 a required field left empty is named by its label', () => {
  assert.equal(problem('school', { school: '  ' }), '请填写学校名称')
  assert.equal(problem('level', { level: null }), '请选择学历')
  assert.equal(problem('duration'), null)
})

test('R4.1 too long, after today, out of order, asked for', () => {
  assert.match(problem('school', { school: '学'.repeat(101) }) ?? '', /不能超过100个字/)
  assert.match(problem('issued', { issued: '2026-09-02' }) ?? '', /不能晚于今天/)
  assert.match(problem('to', { to: '2010-01-01' }) ?? '', /不能早于开始时间/)
  assert.match(problem('proofUnit', { lost: true }) ?? '', /请填写学历证明单位/)
  assert.deepEqual(fieldsBearingOn('education', 'proofUnit'), ['lost'])
})
