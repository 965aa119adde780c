import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RecordView } from '@zhuji/contract/records.ts'
import type { PageShows } from '@zhuji/domain/scan-pages.ts'
import {
  education,
  givenHolder,
  givenRecord,
  givenScannedRecord,
  givenUse,
  type Holder,
  history,
  lostEducation,
  madeScan,
  recordUrl,
  sendScan,
  titleByReviewForm,
} from '../../test/records.ts'
import { givenClerk, givenVerifiedRecord, lookAt, verify } from '../../test/windows.ts'
import { press, type World, world } from '../../test/world.ts'

const reorder = (w: World, holder: Holder, record: RecordView, pages: unknown) =>
  press(w.app, holder.cookies, {
    method: 'PUT',
    url: recordUrl(holder, record.id, `/versions/${record.version}/scans/order`),
    payload: { pages },
  })

const bytesOf = async (w: World, holder: Holder, record: RecordView) =>
  Promise.all(
    record.scans.map(async ({ page }) => {
      const url = recordUrl(holder, record.id, `/versions/${record.version}/scans/${page}`)
      return (await press(w.app, holder.cookies, { url })).rawPayload
    }),
  )

const askingFor = (shows: PageShows[]) => {
  if (shows.includes('review-form')) return titleByReviewForm
  return shows.includes('proof') ? lostEducation : education
}

async function paged(w: World, holder: Holder, ...shows: PageShows[]): Promise<RecordView> {
  let record = await givenRecord(w, holder, askingFor(shows))
  for (const [index, one] of shows.entries()) {
    const answer = await sendScan(w, holder, record, await madeScan(90 + index), `?shows=${one}`)
    assert.equal(answer.statusCode, 201, answer.body)
    record = answer.json().record
  }
  return record
}

test('R5.6 R6.9 another order is a next version; the one before keeps its own', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const before = await paged(w, holder, 'certificate', 'proof', 'certificate')
  const [one, two, three] = await bytesOf(w, holder, before)
  w.statements()
  const answer = await reorder(w, holder, before, [3, 1, 2])
  assert.equal(answer.statusCode, 200, answer.body)
  assert.equal(w.statements().length, 7)
  const after: RecordView = answer.json()
  assert.equal(after.version, before.version + 1)
  assert.deepEqual(
    after.scans.map(({ page, shows }) => [page, shows]),
    [
      [1, 'certificate'],
      [2, 'certificate'],
      [3, 'proof'],
    ],
  )
  assert.deepEqual(await bytesOf(w, holder, after), [three, one, two])
  assert.deepEqual(await bytesOf(w, holder, before), [one, two, three])
  const profile = await press(w.app, holder.cookies, { url: `/api/persons/${holder.personId}/profile` })
  assert.deepEqual(profile.json().records[0].scans, after.scans)
  const { entries } = (await history(w, holder.cookies, holder, after.id)).json()
  assert.deepEqual([entries.at(-1).event, entries.at(-1).pages], ['scan-reordered', 3])
})

test('R6.9 the order that stands makes no version', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const record = await paged(w, holder, 'certificate', 'certificate')
  assert.equal((await reorder(w, holder, record, [1, 2])).json().version, record.version)
})

for (const [why, pages, status, code] of [
  ['a page missing', [2], 422, 'scan-order-incomplete'],
  ['a page twice', [1, 1], 422, 'scan-order-incomplete'],
  ['a page that is not there', [1, 3], 422, 'scan-order-incomplete'],
  ['no page at all', [], 400, 'invalid-request'],
  ['no numbers', ['1', '2'], 400, 'invalid-request'],
] as const)
  test(`R5.6 no order: ${why}`, async (t) => {
    const w = await world(t)
    const holder = await givenHolder(w)
    const record = await paged(w, holder, 'certificate', 'certificate')
    const answer = await reorder(w, holder, record, pages)
    assert.deepEqual([answer.statusCode, answer.json().code], [status, code])
  })

test('R4.3 the review form stays after the certificate, whenever its pages come', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const record = await paged(w, holder, 'certificate', 'review-form', 'certificate')
  assert.deepEqual(
    record.scans.map(({ page, shows }) => [page, shows]),
    [
      [1, 'certificate'],
      [2, 'certificate'],
      [3, 'review-form'],
    ],
  )
  const answer = await reorder(w, holder, record, [1, 3, 2])
  assert.deepEqual([answer.statusCode, answer.json().code], [422, 'review-form-not-last'])
  assert.equal((await reorder(w, holder, record, [2, 1, 3])).statusCode, 200)
})

test('R6.3 R6.7 the order of a fixed record stays', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const verified = await givenVerifiedRecord(w, clerk, holder)
  assert.equal((await reorder(w, holder, verified, [1])).json().code, 'record-verified')
  const used = await givenScannedRecord(w, holder)
  await givenUse(w, holder, used)
  const answer = await reorder(w, holder, used, [1])
  assert.deepEqual([answer.statusCode, answer.json().code], [409, 'record-in-use'])
})

test('R7.7 what a clerk saw in another order must be looked at again', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const record = await paged(w, holder, 'certificate', 'certificate')
  await lookAt(w, clerk, holder, record)
  assert.equal((await reorder(w, holder, record, [2, 1])).statusCode, 200)
  const answer = await verify(w, clerk, holder, record)
  assert.deepEqual([answer.statusCode, answer.json().code], [409, 'record-changed'])
})

test('R6.10 of two orders at once one stands and the other hears of it', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const record = await paged(w, holder, 'certificate', 'certificate')
  const answers = await Promise.all([1, 2].map(() => reorder(w, holder, record, [2, 1])))
  const told = answers.map((answer) => [answer.statusCode, answer.json().code])
  assert.deepEqual(told.sort(), [
    [200, undefined],
    [409, 'record-changed'],
  ])
})
