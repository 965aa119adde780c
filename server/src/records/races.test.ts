import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Client } from 'pg'
import {
  edit,
  givenHolder,
  givenRecord,
  givenScannedRecord,
  type Holder,
  madeScan,
  remove,
  sendScan,
} from '../../test/records.ts'
import { cancel, givenClerk, givenVerifiedRecord, lookAt, refuse, verify } from '../../test/windows.ts'
import { type World, world } from '../../test/world.ts'
import { withClient } from '../platform/postgres/cluster.ts'

type Answer = Awaited<ReturnType<typeof verify>>

/**
 * Holds the record's row, lets each request come as far as it can before the next begins, then lets go: they meet
 * in this order, as unluckily as two windows ever could.
 */
function meeting(
  w: World,
  holder: Holder,
  recordId: string,
  requests: readonly (() => Promise<Answer>)[],
): Promise<Answer[]> {
  return withClient(w.appUrl, async (client) => {
    await client.query('begin')
    await client.query('select from record where person_id = $1 and id = $2 for update', [
      holder.personId,
      recordId,
    ])
    const answers: Promise<Answer>[] = []
    let answered = 0
    for (const request of requests) {
      answers.push(request().finally(() => answered++))
      await untilWaiting(client, () => answers.length - answered)
    }
    await client.query('commit')
    return Promise.all(answers)
  })
}

async function untilWaiting(client: Client, requests: () => number): Promise<void> {
  const waiting = `select count(*)::int as n from pg_stat_activity
                    where datname = current_database() and wait_event_type = 'Lock'`
  for (;;) {
    const { rows } = await client.query(waiting)
    // Kept within a transaction, the picture of activity would stay the first one.
    await client.query('select pg_stat_clear_snapshot()')
    if (rows[0].n >= requests()) return
  }
}

const told = (answers: Answer[]) =>
  answers.map((answer) => [answer.statusCode, answer.statusCode < 300 ? null : answer.json().code])

async function scene(t: Parameters<typeof world>[0]) {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  return { w, holder, clerk, other: await givenClerk(w, clerk.office) }
}

async function seenByBoth(t: Parameters<typeof world>[0]) {
  const { w, holder, clerk, other } = await scene(t)
  const record = await givenScannedRecord(w, holder)
  await lookAt(w, clerk, holder, record)
  await lookAt(w, other, holder, record)
  return { w, holder, clerk, other, record }
}

test('R6.10 R7.7 two clerks verify at once: one does, the other hears that it is fixed (lock: record)', async (t) => {
  const { w, holder, clerk, other, record } = await seenByBoth(t)
  const answers = await meeting(w, holder, record.id, [
    () => verify(w, clerk, holder, record),
    () => verify(w, other, holder, record),
  ])
  assert.deepEqual(told(answers), [
    [201, null],
    [409, 'level-fixed'],
  ])
  const passed = await w.ctx.db.selectFrom('original_verification').select('id').execute()
  assert.equal(passed.length, 1)
})

test('R7.7 an edit comes before a verification: nobody vouches for what they did not see (lock: record)', async (t) => {
  const { w, holder, clerk, record } = await seenByBoth(t)
  const answers = await meeting(w, holder, record.id, [
    () => edit(w, holder, record, { school: '测试建筑大学' }),
    () => verify(w, clerk, holder, record),
  ])
  assert.deepEqual(told(answers), [
    [200, null],
    [409, 'record-changed'],
  ])
})

test('R6.10 R6.3 a verification comes before an edit: the record stays as it was seen (lock: record)', async (t) => {
  const { w, holder, clerk, record } = await seenByBoth(t)
  const answers = await meeting(w, holder, record.id, [
    () => verify(w, clerk, holder, record),
    () => edit(w, holder, record, { school: '测试建筑大学' }),
  ])
  assert.deepEqual(told(answers), [
    [201, null],
    [409, 'record-verified'],
  ])
  const head = await w.ctx.db.selectFrom('record').select(['level', 'version']).executeTakeFirst()
  assert.deepEqual(head, { level: 'C', version: record.version })
})

test('R6.10 G72 a verification comes before a deletion (lock: record)', async (t) => {
  const { w, holder, clerk, record } = await seenByBoth(t)
  const answers = await meeting(w, holder, record.id, [
    () => verify(w, clerk, holder, record),
    () => remove(w, holder, record),
  ])
  assert.deepEqual(told(answers), [
    [201, null],
    [409, 'record-verified'],
  ])
})

test('R6.10 a deletion comes before a verification (lock: record)', async (t) => {
  const { w, holder, clerk, record } = await seenByBoth(t)
  const answers = await meeting(w, holder, record.id, [
    () => remove(w, holder, record),
    () => verify(w, clerk, holder, record),
  ])
  assert.deepEqual(told(answers), [
    [204, null],
    [404, 'not-found'],
  ])
})

test('R6.10 two edits of one version: one wins, the other is told (lock: record)', async (t) => {
  const { w, holder } = await scene(t)
  const record = await givenRecord(w, holder)
  const answers = await meeting(w, holder, record.id, [
    () => edit(w, holder, record, { number: '1' }),
    () => edit(w, holder, record, { number: '2' }),
  ])
  assert.deepEqual(told(answers), [
    [200, null],
    [409, 'record-changed'],
  ])
})

test('R6.10 a page comes before an edit of the same version (lock: record)', async (t) => {
  const { w, holder } = await scene(t)
  const record = await givenRecord(w, holder)
  const bytes = await madeScan()
  const answers = await meeting(w, holder, record.id, [
    () => sendScan(w, holder, record, bytes),
    () => edit(w, holder, record, { number: '2' }),
  ])
  assert.deepEqual(told(answers), [
    [201, null],
    [409, 'record-changed'],
  ])
})

test('R6.4 R6.10 two cancellations at once: the second finds nothing to cancel (lock: record)', async (t) => {
  const { w, holder, clerk, other } = await scene(t)
  const record = await givenVerifiedRecord(w, clerk, holder)
  const answers = await meeting(w, holder, record.id, [
    () => cancel(w, clerk, holder, record),
    () => cancel(w, other, holder, record),
  ])
  assert.deepEqual(told(answers), [
    [201, null],
    [409, 'not-verified'],
  ])
})

test('R6.10 a verification comes before a cancellation of what it verified (lock: record)', async (t) => {
  const { w, holder, clerk, other, record } = await seenByBoth(t)
  const answers = await meeting(w, holder, record.id, [
    () => verify(w, clerk, holder, record),
    () => cancel(w, other, holder, record),
  ])
  assert.deepEqual(told(answers), [
    [201, null],
    [201, null],
  ])
})

test('R7.5 R7.7 a refusal speaks of the version that was seen, not of a later one (lock: record)', async (t) => {
  const { w, holder, clerk, record } = await seenByBoth(t)
  const answers = await meeting(w, holder, record.id, [
    () => edit(w, holder, record, { number: '1' }),
    () => refuse(w, clerk, holder, record),
  ])
  assert.deepEqual(told(answers), [
    [200, null],
    [409, 'record-changed'],
  ])
})
