import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decideOrder, newPage, orderWith, type PageShows } from './scan-pages.ts'

const pagesOf = (...shows: PageShows[]) => shows.map((one, index) => ({ page: index + 1, shows: one }))
const answer = (shows: PageShows[], order: number[]) => {
  const decision = decideOrder(pagesOf(...shows), order)
  return decision.granted ? decision.value : decision.refusal
}

test('R5.6 pages stand in any order that names each of them once', () => {
  assert.deepEqual(answer(['certificate', 'proof', 'certificate'], [3, 1, 2]), [3, 1, 2])
  assert.deepEqual(answer(['certificate'], [1]), [1])
})

for (const [why, order] of [
  ['one missing', [1, 2]],
  ['one twice', [1, 2, 2]],
  ['one more', [1, 2, 3, 4]],
  ['one that is not there', [1, 2, 4]],
  ['none', []],
] as const)
  test(`R5.6 no order: ${why}`, () =>
    assert.deepEqual(answer(['certificate', 'certificate', 'certificate'], [...order]), {
      code: 'scan-order-incomplete',
      pages: 3,
    }))

test('R4.3 the review form comes after the certificate, in any order of its own pages', () => {
  const shows: PageShows[] = ['certificate', 'proof', 'review-form', 'review-form']
  assert.deepEqual(answer(shows, [2, 1, 4, 3]), [2, 1, 4, 3])
  for (const order of [
    [1, 3, 2, 4],
    [3, 1, 2, 4],
    [3, 4, 1, 2],
  ])
    assert.deepEqual(answer(shows, order), { code: 'review-form-not-last' })
})

test('R4.3 a page that comes later still stands before the review form', () => {
  const pages = pagesOf('certificate', 'review-form', 'review-form')
  assert.deepEqual(orderWith(pages, 'certificate'), [1, newPage, 2, 3])
  assert.deepEqual(orderWith(pages, 'proof'), [1, newPage, 2, 3])
  assert.deepEqual(orderWith(pages, 'review-form'), [1, 2, 3, newPage])
  assert.deepEqual(orderWith(pagesOf('certificate', 'certificate'), 'certificate'), [1, 2, newPage])
  assert.deepEqual(orderWith([], 'review-form'), [newPage])
})
