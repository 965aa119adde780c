import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordProblems, recordProblemWords } from './record-checks.ts'
import { fieldChanges, splitSealed, typedValues } from './record-content.ts'
import type { RecordPayload } from './record-declaration.ts'
import { kindOf } from './record-kinds.ts'
import { decidePage, mostPages } from './scan-pages.ts'

const education = kindOf('education')
const payload: RecordPayload = {
  school: '测试工业大学',
  duration: null,
  level: { text: '大学本科毕业', code: '21' },
  specialty: '土木工程',
  issued: '2012-06-30',
  from: '2008-09-01',
  to: '2012-06-30',
  number: '1',
  lost: false,
  proofUnit: null,
}
const problems = (changes: RecordPayload, today = '2026-09-01') =>
  recordProblems(education, { ...payload, ...changes }, today)

test('R4.1 a sound certificate has no problem, on the day of its issue neither', () => {
  assert.deepEqual(problems({}), [])
  assert.deepEqual(problems({}, '2012-06-30'), [])
  assert.deepEqual(problems({ from: '2012-06-30' }), [])
})

const cases: [string, RecordPayload, object[]][] = [
  ['R4.1 a date after today', { issued: '2026-09-02' }, [{ field: 'issued', problem: 'after-today' }]],
  [
    'R4.1 an end before the beginning',
    { to: '2008-08-31' },
    [{ field: 'to', problem: 'before', other: 'from' }],
  ],
  [
    'R4.1 an issue before the beginning',
    { issued: '2008-08-31' },
    [{ field: 'issued', problem: 'before', other: 'from' }],
  ],
  [
    'R4.13 a code that the list does not have',
    { level: { text: '本科', code: '20' } },
    [{ field: 'level', problem: 'unknown-code' }],
  ],
  [
    'R4.7 a lost certificate without the certifying unit',
    { lost: true },
    [{ field: 'proofUnit', problem: 'asked-for', other: 'lost' }],
  ],
]
for (const [title, changes, expected] of cases)
  test(title, () => assert.deepEqual(problems(changes), expected))

test('R4.13 words without a code, and words unlike the code’s own, are kept as printed', () => {
  assert.deepEqual(problems({ level: { text: '七年一贯制', code: null } }), [])
  assert.deepEqual(problems({ level: { text: '本科（工科）', code: '21' } }), [])
})

test('R4.7 with the certifying unit a lost certificate is complete', () => {
  assert.deepEqual(problems({ lost: true, proofUnit: '测试工业大学档案馆' }), [])
})

test('every problem names its field in both languages', () => {
  for (const [, changes] of cases)
    for (const problem of problems(changes)) {
      const { zh, en } = recordProblemWords(education, problem)
      const label = education.fields[problem.field]?.label
      assert.ok(label && zh.includes(label.zh) && en.includes(label.en), zh)
    }
})

test('R6.9 changes are named with both values; equal words and codes are no change', () => {
  const after = { ...payload, level: { text: '大学本科毕业', code: '21' }, duration: '4年制', number: '2' }
  assert.deepEqual(fieldChanges(education.fields, payload, after), [
    { field: 'duration', from: null, to: '4年制' },
    { field: 'number', from: '1', to: '2' },
  ])
  const coded = { ...payload, level: { text: '大学本科毕业', code: null } }
  assert.deepEqual(
    fieldChanges(education.fields, payload, coded).map((one) => one.field),
    ['level'],
  )
})

test('R4.13 the typed columns follow the declaration', () => {
  assert.deepEqual(typedValues(education, payload), {
    code: '21',
    rank: 5,
    specialty: '土木工程',
    employerCode: null,
    from: '2008-09-01',
    to: '2012-06-30',
    validTo: null,
  })
  const uncoded = typedValues(education, { ...payload, level: { text: '其他', code: null } })
  assert.deepEqual([uncoded.code, uncoded.rank], [null, null])
})

test('R12.2 what a declaration seals leaves the plain payload', () => {
  const text = { type: 'text', required: false, maxLength: 20, label: { zh: '', en: '' } } as const
  const fields = { employer: text, phone: { ...text, sealed: true as const } }
  assert.deepEqual(splitSealed(fields, { employer: '测试公司', phone: '19900001234' }), {
    plain: { employer: '测试公司' },
    sealed: { phone: '19900001234' },
  })
  assert.equal(splitSealed(education.fields, payload).sealed, null)
})

test('R5.6 the last page that a scan may have is the sixth', () => {
  assert.equal(decidePage(mostPages - 1).granted, true)
  assert.deepEqual(decidePage(mostPages), { granted: false, refusal: { code: 'scan-pages-full', most: 6 } })
})
