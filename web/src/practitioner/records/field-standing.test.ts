import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fieldStanding } from './field-values.ts'

const asked = { shown: true, asked: true }
const leftToThem = { shown: true, asked: false }

test('R4.1 a required field is asked for, another one is left to the person', () => {
  assert.deepEqual(fieldStanding('education', 'school', {}), asked)
  assert.deepEqual(fieldStanding('education', 'president', {}), leftToThem)
  assert.deepEqual(fieldStanding('education', 'unknown', {}), { shown: false, because: null })
})

test('R4.7 the certifying unit is asked for only with a written proof, and is shown as long as it is filled', () => {
  assert.deepEqual(fieldStanding('education', 'proofUnit', {}), { shown: false, because: null })
  assert.deepEqual(fieldStanding('education', 'proofUnit', { lost: true }), asked)
  assert.deepEqual(fieldStanding('education', 'proofUnit', { proofUnit: '测试大学' }), leftToThem)
})

test('R4.3 a specialty is asked for where a document states it, and stands as 无专业 where none does', () => {
  const from = (code: string) => ({ specialtySource: { text: code, code }, specialty: '建筑工程' })
  assert.deepEqual(fieldStanding('title', 'specialty', from('certificate')), asked)
  assert.deepEqual(fieldStanding('title', 'specialty', from('review-form')), asked)
  assert.deepEqual(fieldStanding('title', 'specialty', {}), leftToThem)
  const none = fieldStanding('title', 'specialty', from('none'))
  assert.equal(none.shown, false)
  assert.equal(none.shown ? '' : none.because?.zh, '按「专业载于」的选择，专业无需填写，记为「无专业」。')
})

test('R4.2 R4.4 the committee falls away with an examination, the end with 至今', () => {
  assert.deepEqual(fieldStanding('title', 'committee', {}), asked)
  assert.equal(fieldStanding('title', 'committee', { byExamination: true }).shown, false)
  assert.deepEqual(fieldStanding('experience', 'to', { current: false }), asked)
  assert.equal(fieldStanding('experience', 'to', { current: true, to: '2020-01-01' }).shown, false)
})
