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

const keys = (records: RecordView[]) => nextTasks(records).map(({ key }) => key.split(':')[0])

test('R4.11 an empty profile is asked for each kind of certificate', () => {
  assert.deepEqual(
    nextTasks([]).map(({ key }) => key),
    ['add:education', 'add:degree'],
  )
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

test('R7.5 what a window refused comes first and opens that record', () => {
  const tasks = nextTasks([
    { ...education, scans: [] },
    { ...degree, refusal },
  ])
  assert.deepEqual(
    tasks.map(({ key, recordId, place }) => [key.split(':')[0], recordId, place]),
    [
      ['mend', degree.id, 'here'],
      ['scan', education.id, 'here'],
    ],
  )
})

test('R6.4 a cancelled verification comes before what was never checked and opens that record', () => {
  const cancellation = { reason: '填报有误', at: '2026-09-01T00:00:00Z', officeName: '测试区受理中心' }
  const tasks = nextTasks([
    { ...education, scans: [] },
    { ...degree, cancellation },
  ])
  assert.deepEqual(
    tasks.map(({ key, recordId, place }) => [key.split(':')[0], recordId, place]),
    [
      ['again', degree.id, 'here'],
      ['scan', education.id, 'here'],
    ],
  )
})
