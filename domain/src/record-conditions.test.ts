import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordProblems, recordProblemWords } from './record-checks.ts'
import type { RecordPayload } from './record-declaration.ts'
import { recordHints } from './record-hints.ts'
import { kindOf, type RecordKind } from './record-kinds.ts'

const entry = (code: string, text: string) => ({ code, text })
const problems = (kind: RecordKind, payload: RecordPayload) =>
  recordProblems(kindOf(kind), payload, '2026-09-01').map(({ field, problem }) => `${field}: ${problem}`)

const title: RecordPayload = {
  title: entry('083', '工程师'),
  specialtySource: entry('certificate', '职称证书'),
  specialty: '建筑施工',
  number: '1',
  approved: '2015-06-01',
  sealUnit: '测试市人力资源和社会保障局',
  byExamination: false,
  committee: '测试市工程系列中级职称评审委员会',
  issuer: '测试市人力资源和社会保障局',
}

test('R4.2 G47 a title by examination has no committee, one by review names it', () => {
  assert.deepEqual(problems('title', title), [])
  assert.deepEqual(problems('title', { ...title, committee: null }), ['committee: asked-for'])
  assert.deepEqual(problems('title', { ...title, byExamination: true }), ['committee: to-be-empty'])
  assert.deepEqual(problems('title', { ...title, byExamination: true, committee: null }), [])
})

test('R4.3 G109 a specialty is entered from the certificate or the review form, else the title has none', () => {
  const none = { ...title, specialtySource: entry('none', '证书未载明（无专业）') }
  assert.deepEqual(problems('title', { ...none, specialty: null }), [])
  assert.deepEqual(problems('title', none), ['specialty: to-be-empty'])
  const form = { ...title, specialtySource: entry('review-form', '职称评审表') }
  assert.deepEqual(problems('title', form), [])
  assert.deepEqual(problems('title', { ...form, specialty: null }), ['specialty: asked-for'])
  assert.equal(kindOf('title').fields.specialty?.emptyWords?.zh, '无专业')
})

const experience: RecordPayload = {
  employer: '测试建筑设计研究院有限公司',
  from: '2010-01-01',
  current: false,
  to: '2015-01-01',
  refereePhone: '19900001111',
  employerCode: null,
}

test('R4.4 G55 an employment ends on a day or lasts until now', () => {
  assert.deepEqual(problems('experience', experience), [])
  assert.deepEqual(problems('experience', { ...experience, to: null }), ['to: asked-for'])
  assert.deepEqual(problems('experience', { ...experience, current: true }), ['to: to-be-empty'])
  assert.deepEqual(problems('experience', { ...experience, current: true, to: null }), [])
  assert.deepEqual(problems('experience', { ...experience, to: '2009-12-31' }), ['to: before'])
})

test('R4.4 the referee’s phone is a mobile or a landline, the employer’s code checks', () => {
  for (const refereePhone of ['021-12345678', '02112345678', '0571-1234567-801'])
    assert.deepEqual(problems('experience', { ...experience, refereePhone }), [])
  for (const refereePhone of ['1234567', '２１', '199000011112'])
    assert.deepEqual(problems('experience', { ...experience, refereePhone }), ['refereePhone: wrong-format'])
  assert.deepEqual(problems('experience', { ...experience, employerCode: '91350100M000100Y43' }), [])
  assert.deepEqual(problems('experience', { ...experience, employerCode: '91350100M000100Y44' }), [
    'employerCode: wrong-format',
  ])
})

test('R4.5 G59 a role is one of the thirteen, in its own words', () => {
  const roles = { right: entry('DES-PL', '设计-项目负责人'), own: { text: '设计总负责', code: null } }
  assert.deepEqual(problems('performance', { role: roles.right }), [])
  assert.deepEqual(problems('performance', { role: roles.own }), ['role: not-in-list'])
  assert.deepEqual(problems('performance', { role: { ...roles.right, text: '其他' } }), ['role: not-in-list'])
})

test('R4.13 an open list takes the words as printed beside its code, or without one', () => {
  assert.deepEqual(problems('skill', { trade: { text: '瓦工', code: '010' } }), [])
  assert.deepEqual(problems('skill', { trade: { text: '雕花工', code: null } }), [])
  assert.deepEqual(problems('skill', { trade: { text: '雕花工', code: '9999' } }), ['trade: unknown-code'])
})

test('R4.10 every problem has words in both languages that name its field', () => {
  const found = recordProblems(
    kindOf('experience'),
    { ...experience, refereePhone: '1', to: null },
    '2026-09-01',
  )
  const words = found.map((problem) => recordProblemWords(kindOf('experience'), problem))
  assert.deepEqual(
    words.map(({ zh }) => zh.slice(0, 11)),
    ['请填写结束时间（与「至', '证明人电话请填写11位'],
  )
  assert.ok(words.every(({ en }) => /To|phone/.test(en)))
})

const hints = (kind: RecordKind, payload: RecordPayload, birthDate: string | null = null) =>
  recordHints(kind, payload, birthDate).map(({ field, hint }) => `${field}: ${hint}`)

test('R4.1 numbers of unusual shape and early issue are told, not refused', () => {
  assert.deepEqual(hints('education', { registrationNumber: '100001201205000001' }), [])
  assert.deepEqual(hints('education', { registrationNumber: '12', to: '2012-06-30', issued: '2012-06-29' }), [
    'issued: issued-before-end',
    'registrationNumber: registration-number-shape',
  ])
  assert.deepEqual(hints('degree', { number: 'Z1000042012000001' }), [])
  assert.deepEqual(hints('degree', { number: '42' }), ['number: degree-number-shape'])
})

test('R4.4 an employment before the age of 16 is told', () => {
  assert.deepEqual(hints('experience', { from: '2006-01-01' }, '1990-01-01'), [])
  assert.deepEqual(hints('experience', { from: '2005-12-31' }, '1990-01-01'), ['from: employed-before-16'])
  assert.deepEqual(hints('experience', { from: '2005-12-31' }, null), [])
})
