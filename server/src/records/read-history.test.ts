import assert from 'node:assert/strict'
import { test } from 'node:test'
import { edit, givenHolder, givenScannedRecord, history } from '../../test/records.ts'
import { everyLevel } from '../../test/walls.ts'
import { cancel, givenClerk, lookAt, refuse, verify } from '../../test/windows.ts'
import { world } from '../../test/world.ts'

test('R6.9 the history tells who, when, why and from what, oldest first', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const record = await givenScannedRecord(w, holder)
  await refuse(w, clerk, holder, record, ['data-differ'])
  const mended = (await edit(w, holder, record, { number: '7' })).json()
  await lookAt(w, clerk, holder, mended)
  await verify(w, clerk, holder, mended)
  await cancel(w, clerk, holder, mended, '填报有误，需更正')
  const { entries } = (await history(w, holder.cookies, holder, record.id)).json()
  const told = entries.map((one: Record<string, unknown>) => [one.event, one.version, one.level, one.pages])
  assert.deepEqual(told, [
    ['created', 1, 'D', 0],
    ['scan-added', 2, 'D', 1],
    ['refused', 2, 'D', 1],
    ['edited', 3, 'D', 1],
    ['verified', 3, 'C', 1],
    ['verification-cancelled', 3, 'D', 1],
  ])
  assert.deepEqual(entries[2].reasons, ['data-differ'])
  assert.deepEqual(entries[3].changes, [{ field: 'number', from: '100001201205000001', to: '7' }])
  assert.equal(entries[5].note, '填报有误，需更正')
  assert.deepEqual(entries[4].by, { role: 'clerk', officeName: clerk.office.departmentName })
})

test('R6.9 the history of a record at B ends with the approval that froze it', async (t) => {
  const { w, holder, records } = await everyLevel(t)
  const { entries } = (await history(w, holder.cookies, holder, records.B.id)).json()
  const told = entries.map((one: Record<string, unknown>) => [one.event, one.version, one.level])
  assert.deepEqual(told.slice(-2), [
    ['verified', 2, 'C'],
    ['frozen', 2, 'B'],
  ])
  assert.deepEqual(entries.at(-1).by, { role: 'reviewer', officeName: null })
  assert.ok(Date.parse(entries.at(-1).at) >= Date.parse(entries.at(-2).at))
})

test('R12.1 a clerk’s look at a history is in the person’s timeline', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const record = await givenScannedRecord(w, holder)
  assert.equal((await history(w, clerk.cookies, holder, record.id)).statusCode, 200)
  const looks = await w.ctx.db
    .selectFrom('access_entry')
    .select(['office', 'role', 'reason'])
    .where('person_id', '=', holder.personId)
    .where('act', '=', 'read-record-history')
    .execute()
  assert.deepEqual(looks, [
    { office: clerk.office.departmentName, role: 'clerk', reason: 'original-verification' },
  ])
})

test('R12.2 the history of another’s record is not there', async (t) => {
  const w = await world(t)
  const [holder, other, clerk] = [await givenHolder(w), await givenHolder(w), await givenClerk(w)]
  const record = await givenScannedRecord(w, holder)
  assert.equal((await history(w, other.cookies, holder, record.id)).statusCode, 404)
  assert.equal((await history(w, other.cookies, other, record.id)).statusCode, 404)
  assert.equal((await history(w, clerk.cookies, other, record.id)).statusCode, 404)
})

test('a person’s own history takes one statement besides the session, a clerk’s six', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const record = await givenScannedRecord(w, holder)
  w.statements()
  await history(w, holder.cookies, holder, record.id)
  const own = w.statements()
  await history(w, clerk.cookies, holder, record.id)
  assert.deepEqual([own.length, w.statements().length], [2, 7])
})
