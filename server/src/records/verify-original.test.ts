import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  comparedOfEducation,
  edit,
  givenHolder,
  givenRecord,
  givenScannedRecord,
  givenUse,
  madeScan,
  sendScan,
} from '../../test/records.ts'
import { givenClerk, givenVerifiedRecord, lookAt, verify } from '../../test/windows.ts'
import { givenStaff, world } from '../../test/world.ts'

test('R7.4 R6.2 G73 every field confirmed and every page displayed raises D to C', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const record = await givenScannedRecord(w, holder)
  await lookAt(w, clerk, holder, record)
  const answer = await verify(w, clerk, holder, record)
  assert.equal(answer.statusCode, 201, answer.body)
  const head = await w.ctx.db.selectFrom('record').select(['level', 'verification_id']).executeTakeFirst()
  assert.deepEqual(head, { level: 'C', verification_id: answer.json().verificationId })
  const row = await w.ctx.db.selectFrom('original_verification').selectAll().executeTakeFirstOrThrow()
  assert.deepEqual(
    [row.version, row.outcome, row.confirmed, row.clerk_id, row.department_id, row.window_id],
    [2, 'passed', comparedOfEducation, clerk.staffId, clerk.office.departmentId, clerk.office.windowId],
  )
})

test('R7.4 G94 a compared field left out is named', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const record = await givenScannedRecord(w, holder)
  await lookAt(w, clerk, holder, record)
  const answer = await verify(w, clerk, holder, record, { confirmed: ['school', 'level'] })
  assert.deepEqual([answer.statusCode, answer.json().code], [409, 'fields-unconfirmed'])
  assert.deepEqual(answer.json().details.fields, ['specialty', 'issued'])
})

test('R7.4 a page that was not displayed to this clerk hinders', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const one = await givenScannedRecord(w, holder)
  const two = (await sendScan(w, holder, one, await madeScan(100))).json().record
  await lookAt(w, clerk, holder, { ...two, scans: two.scans.slice(0, 1) })
  await lookAt(w, clerk, holder, { ...two, scans: two.scans.slice(0, 1) })
  await lookAt(w, await givenClerk(w, clerk.office), holder, two)
  const answer = await verify(w, clerk, holder, two)
  assert.deepEqual([answer.statusCode, answer.json().code], [409, 'scan-not-displayed'])
  assert.deepEqual([answer.json().details.pages, answer.json().details.displayed], [2, 1])
})

test('R7.4 without a scan there is nothing to verify', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const answer = await verify(w, clerk, holder, await givenRecord(w, holder))
  assert.deepEqual([answer.statusCode, answer.json().code], [409, 'scan-missing'])
})

test('R7.7 a record that changed after the look has to be looked at again', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const record = await givenScannedRecord(w, holder)
  await lookAt(w, clerk, holder, record)
  const edited = (await edit(w, holder, record, { number: '7' })).json()
  const answer = await verify(w, clerk, holder, record)
  assert.deepEqual([answer.statusCode, answer.json().code], [409, 'record-changed'])
  // The same scan in a new version was not displayed with these data.
  assert.equal((await verify(w, clerk, holder, edited)).json().code, 'scan-not-displayed')
})

test('R6.2 a record at C is not verified again', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const record = await givenVerifiedRecord(w, clerk, holder)
  const answer = await verify(w, clerk, holder, record)
  assert.deepEqual(
    [answer.statusCode, answer.json().code, answer.json().details.level],
    [409, 'level-fixed', 'C'],
  )
})

test('R6.7 a record in use can still be verified', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const record = await givenScannedRecord(w, holder)
  await givenUse(w, holder, record)
  await lookAt(w, clerk, holder, record)
  assert.equal((await verify(w, clerk, holder, record)).statusCode, 201)
})

test('R12.2 only clerks verify', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const record = await givenScannedRecord(w, holder)
  const reviewer = { ...clerk, ...(await givenStaff(w, clerk.office, 'reviewer')) }
  assert.equal((await verify(w, reviewer, holder, record)).statusCode, 403)
  assert.equal((await verify(w, { ...clerk, cookies: holder.cookies }, holder, record)).statusCode, 403)
})

test('verifying takes the session and thirteen statements without a phone, begin and commit counted', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const record = await givenScannedRecord(w, holder)
  await lookAt(w, clerk, holder, record)
  w.statements()
  await verify(w, clerk, holder, record)
  const statements = w.statements()
  assert.equal(statements.length, 14, statements.join('\n'))
})
