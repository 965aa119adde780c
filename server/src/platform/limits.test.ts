import assert from 'node:assert/strict'
import { test } from 'node:test'
import { world } from '../../test/world.ts'
import { limiter } from './limits.ts'
import { RefusedError } from './refused-error.ts'

const refused = (error: unknown) => error instanceof RefusedError && error.status === 429

test('R3.4 tries in parallel on two servers get no more than the points, and a reset gives them back', async (t) => {
  const w = await world(t)
  const here = limiter(w.ctx, 'test', { points: 5, seconds: 60, blockSeconds: 900 })
  const there = limiter(w.ctx, 'test', { points: 5, seconds: 60, blockSeconds: 900 })
  const tries = Array.from({ length: 12 }, (_, n) => (n % 2 ? here : there).consume('one'))
  const outcomes = await Promise.allSettled(tries)
  assert.equal(outcomes.filter((outcome) => outcome.status === 'fulfilled').length, 5)
  await assert.rejects(here.consume('one'), refused)
  assert.ok((await here.consumed('one')) >= 5)
  await here.consume('another')
  await here.reset('one')
  assert.equal(await here.consumed('one'), 0)
  await here.consume('one')
})

test('R2.9 of counts in parallel each has another number, and none is refused', async (t) => {
  const w = await world(t)
  const limits = limiter(w.ctx, 'test', { points: 3, seconds: 60 })
  const counts = await Promise.all(Array.from({ length: 9 }, () => limits.count('one')))
  assert.deepEqual(
    counts.sort((one, other) => one - other),
    [1, 2, 3, 4, 5, 6, 7, 8, 9],
  )
})

test('R3.4 the last point locks for the whole block, counted from it', async (t) => {
  const w = await world(t)
  const limits = limiter(w.ctx, 'test', { points: 2, seconds: 60, blockSeconds: 900 })
  await limits.consume('one')
  await limits.consume('one')
  const error = await limits.consume('one').then(
    () => assert.fail('went through'),
    (rejection: unknown) => rejection,
  )
  assert.ok(error instanceof RefusedError)
  const retryAt = new Date((error.refusal as unknown as { retryAt: string }).retryAt).getTime()
  assert.ok(retryAt - Date.now() > 800_000)
})

test('R12.2 the table of allowances holds keyed hashes, not what was tried', async (t) => {
  const w = await world(t)
  await limiter(w.ctx, 'test', { points: 2, seconds: 60 }).consume('19900000001')
  const rows = await w.ctx.db.selectFrom('allowance').selectAll().execute()
  assert.equal(rows.length, 1)
  assert.doesNotMatch(JSON.stringify(rows), /1990000/)
})
