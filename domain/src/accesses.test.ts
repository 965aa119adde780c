import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Access, dayOfInstant, groupAccesses } from './accesses.ts'

const one: Access = {
  id: '1',
  at: '2026-09-01T02:00:00.000000Z',
  office: '测试区受理中心',
  role: 'clerk',
  reason: 'original-verification',
  matter: null,
  source: null,
  act: 'read-scan',
}

test('R12.1 a day is Shanghai’s', () => {
  assert.equal(dayOfInstant('2026-09-01T15:59:59.999999Z'), '2026-09-01')
  assert.equal(dayOfInstant('2026-09-01T16:00:00.000000Z'), '2026-09-02')
})

test('R12.1 what one office did for one reason on one day is one matter, each act told once', () => {
  const days = groupAccesses([
    { ...one, id: '5', at: '2026-09-02T02:00:00Z' },
    { ...one, id: '4', at: '2026-09-01T04:00:00Z', act: 'verify-original' },
    { ...one, id: '3', at: '2026-09-01T03:00:00Z', office: '另一受理中心' },
    { ...one, id: '2', at: '2026-09-01T02:30:00Z' },
    one,
  ])
  assert.deepEqual(
    days.map(({ day, groups }) => [day, groups.map(({ first, acts }) => [first.office, acts])]),
    [
      [
        '2026-09-02',
        [
          [
            '测试区受理中心',
            [
              {
                act: 'read-scan',
                times: 1,
                latest: '2026-09-02T02:00:00Z',
                earliest: '2026-09-02T02:00:00Z',
              },
            ],
          ],
        ],
      ],
      [
        '2026-09-01',
        [
          [
            '测试区受理中心',
            [
              {
                act: 'verify-original',
                times: 1,
                latest: '2026-09-01T04:00:00Z',
                earliest: '2026-09-01T04:00:00Z',
              },
              { act: 'read-scan', times: 2, latest: '2026-09-01T02:30:00Z', earliest: one.at },
            ],
          ],
          [
            '另一受理中心',
            [
              {
                act: 'read-scan',
                times: 1,
                latest: '2026-09-01T03:00:00Z',
                earliest: '2026-09-01T03:00:00Z',
              },
            ],
          ],
        ],
      ],
    ],
  )
})

test('R12.1 a numbered matter is a group of its own', () => {
  const days = groupAccesses([
    { ...one, matter: 'W2026090100001' },
    { ...one, matter: 'W2026090100002' },
    one,
  ])
  assert.equal(days[0]?.groups.length, 3)
})

test('R12.1 what two systems supplied on one day is told of each, not of the latest alone', () => {
  const fed: Access = { ...one, office: null, role: 'system', reason: 'feed', act: 'feed-records' }
  const [day] = groupAccesses([
    { ...fed, id: '3', source: 'credit' },
    { ...fed, id: '2', source: 'contracts' },
    { ...fed, id: '1', source: 'credit' },
  ])
  assert.deepEqual(
    day?.groups.map(({ first, acts }) => [first.source, acts[0]?.times]),
    [
      ['credit', 2],
      ['contracts', 1],
    ],
  )
})
