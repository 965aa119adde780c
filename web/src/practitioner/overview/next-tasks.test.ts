import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RecordView } from '@zhuji/contract/records.ts'
import { nextTasks } from './next-tasks.ts'

const page = { page: 1, bytes: 1, width: 827, height: 1169, dpi: 100, shows: 'certificate' as const }

const education: RecordView = {
  id: '0197a000-0000-7000-8000-000000000001',
  kind: 'education',
  level: 'D',
  version: 2,
  origin: 'practitioner',
  payload: { school: '测试大学' },
  scans: [page],
  refusal: null,
  cancellation: null,
  verifiedAt: null,
  verifiedBy: null,
  openUse: null,
  updatedAt: '2026-09-01T00:00:00Z',
}
const degree: RecordView = { ...education, id: '0197a000-0000-7000-8000-000000000002', kind: 'degree' }
const refusal = {
  reasons: ['scan-unclear' as const],
  note: null,
  at: '2026-09-01T00:00:00Z',
  officeName: '测试区受理中心',
}

const done = {
  signature: 'filed' as const,
  none: ['title', 'skill', 'post', 'experience', 'performance'] as const,
}
const tasksOf = (records: RecordView[]) => nextTasks({ records, ...done, none: [...done.none] })
const keys = (records: RecordView[]) => tasksOf(records).map(({ key }) => key.split(':')[0])
const opened = (records: RecordView[]) =>
  tasksOf(records).map(({ key, search, place }) => [key.split(':')[0], search, place])

test('R4.11 a new profile is asked for each section that a person fills', () => {
  assert.deepEqual(
    nextTasks({ records: [], signature: 'none', none: [] }).map(({ key }) => key),
    ['education', 'title', 'skill', 'post', 'experience', 'performance', 'signature'].map(
      (one) => `add:${one}`,
    ),
  )
})

test('R4.11 what a person has none of is asked for no more, nor what others supply', () => {
  const credit: RecordView = { ...education, kind: 'credit', level: 'A', origin: 'feed', scans: [] }
  assert.deepEqual(keys([{ ...education, level: 'C' }, credit]), [])
})

test('R4.11 a record without scan needs one, with scan a window, checked nothing', () => {
  assert.deepEqual(keys([{ ...education, scans: [] }, degree]), ['scan', 'verify'])
  assert.deepEqual(
    keys([
      { ...education, level: 'C' },
      { ...degree, level: 'B' },
    ]),
    [],
  )
})

test('R4.3 R4.11 a title by its review form is asked for that form', () => {
  const payload = {
    title: { text: '工程师', code: '083' },
    specialtySource: { text: '职称评审表', code: 'review-form' },
  }
  const [task] = tasksOf([
    { ...education, level: 'C' },
    { ...education, kind: 'title', payload },
  ])
  assert.equal(task?.words.zh, '上传职称证书（工程师）职称评审表扫描件')
})

test('G56 work experience needs neither scan nor window', () => {
  const experience: RecordView = { ...education, kind: 'experience', scans: [] }
  assert.deepEqual(keys([{ ...education, level: 'C' }, experience]), [])
})

test('R10.1 a signature read from its form waits for the person’s word', () => {
  const [task] = nextTasks({
    records: [{ ...education, level: 'C' }],
    ...done,
    none: [...done.none],
    signature: 'to-confirm',
  })
  assert.deepEqual([task?.key, task?.section], ['mend:signature', 'signature'])
})

test('R7.5 what a window refused comes first and opens that record', () => {
  assert.deepEqual(
    opened([
      { ...education, scans: [] },
      { ...degree, refusal },
    ]),
    [
      ['mend', { edit: degree.id }, 'here'],
      ['scan', { edit: education.id }, 'here'],
    ],
  )
})

test('R6.4 a cancelled verification comes before what was never checked and opens that record', () => {
  const cancellation = { reason: '填报有误', at: '2026-09-01T00:00:00Z', officeName: '测试区受理中心' }
  assert.deepEqual(
    opened([
      { ...education, scans: [] },
      { ...degree, cancellation },
    ]),
    [
      ['again', { edit: degree.id }, 'here'],
      ['scan', { edit: education.id }, 'here'],
    ],
  )
})
