import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RecordView } from '@zhuji/contract/records.ts'
import type { PageShows } from '@zhuji/domain/scan-pages.ts'
import { pageChoices, scanLacks } from './scan-missing.ts'

type Scanned = Parameters<typeof pageChoices>[0]

const scanned = (kind: RecordView['kind'], payload: object, ...shows: PageShows[]) =>
  ({ kind, payload, scans: shows.map((one) => ({ shows: one })) }) as Scanned
const lacks = (record: Scanned) => scanLacks(record).map(({ zh }) => zh)

const reviewed = { specialtySource: { text: '职称评审表', code: 'review-form' } }

test('R5.1 a certificate without a scan lacks it, once; with one it lacks nothing', () => {
  assert.deepEqual(lacks(scanned('education', {})), ['还没有证书扫描件，请上传。'])
  assert.deepEqual(lacks(scanned('education', {}, 'certificate')), [])
  assert.deepEqual(lacks(scanned('experience', {})), [])
  assert.deepEqual(pageChoices(scanned('education', {}, 'certificate')), ['certificate'])
})

test('R4.7 a lost diploma asks for the written proof in place of the certificate', () => {
  const lost = scanned('education', { lost: true }, 'certificate')
  assert.deepEqual(pageChoices(lost), ['proof'])
  assert.equal(lacks(lost).length, 1)
  assert.match(lacks(lost)[0] ?? '', /书面证明/)
  assert.deepEqual(lacks(scanned('education', { lost: true }, 'proof')), [])
})

test('R4.3 a review form comes after the certificate, never in its place', () => {
  assert.deepEqual(pageChoices(scanned('title', reviewed)), ['certificate', 'review-form'])
  assert.deepEqual(pageChoices(scanned('title', reviewed, 'certificate')), ['review-form', 'certificate'])
  assert.equal(lacks(scanned('title', reviewed)).length, 2)
  assert.match(lacks(scanned('title', reviewed, 'certificate'))[0] ?? '', /评审表/)
  assert.match(lacks(scanned('title', reviewed, 'review-form'))[0] ?? '', /证书扫描件/)
  assert.deepEqual(lacks(scanned('title', reviewed, 'certificate', 'review-form')), [])
})
