import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type VisitRecord, windowVisit } from './window-visit.ts'

const certificate: VisitRecord = {
  kind: 'education',
  level: 'D',
  payload: { lost: false },
  scans: [{ shows: 'certificate' }],
  refusal: null,
}

test('R4.11 G105 certificates at D with their scans are ready for a window, the others are not', () => {
  const records = [
    certificate,
    { ...certificate, scans: [] },
    { ...certificate, refusal: {} },
    { ...certificate, level: 'C' as const },
    { ...certificate, kind: 'experience' as const },
  ]
  const { ready, notReady } = windowVisit(records)
  assert.deepEqual(ready, [records[0]])
  assert.deepEqual(notReady, [records[1], records[2]])
})

test('R7.2 G106 twenty certificates need no appointment, twenty-one do', () => {
  const many = (count: number) => windowVisit(Array.from({ length: count }, () => certificate))
  assert.deepEqual([many(20).needsAppointment, many(21).needsAppointment], [false, true])
})
