import assert from 'node:assert/strict'
import { test } from 'node:test'
import { edit, givenHolder, givenPhone, givenScannedRecord } from '../../test/records.ts'
import { givenClerk, givenVerifiedRecord, refuse } from '../../test/windows.ts'
import { world } from '../../test/world.ts'

test('R7.5 G100 G104 a refusal keeps its reasons in the guide’s order and leaves the record at D', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const record = await givenScannedRecord(w, holder)
  const all = ['scan-differs', 'data-incomplete', 'data-differ', 'scan-not-of-original', 'scan-unclear']
  const answer = await refuse(w, clerk, holder, record, all)
  assert.deepEqual([answer.statusCode, answer.json().level], [201, 'D'])
  const row = await w.ctx.db.selectFrom('original_verification').selectAll().executeTakeFirstOrThrow()
  assert.deepEqual([row.outcome, row.reasons], ['refused', all.toReversed()])
  assert.equal((await edit(w, holder, record, { number: '7' })).statusCode, 200)
})

test('R7.5 a refusal without a reason, or of a version that changed, is none', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const record = await givenScannedRecord(w, holder)
  const without = await refuse(w, clerk, holder, record, [])
  assert.deepEqual([without.statusCode, without.json().code], [422, 'reason-missing'])
  const old = await refuse(w, clerk, holder, { ...record, version: 1 })
  assert.deepEqual([old.statusCode, old.json().code], [409, 'record-changed'])
})

test('R7.5 R12.1 both answers are in the person’s timeline with the office, not the clerk', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const record = await givenScannedRecord(w, holder)
  await refuse(w, clerk, holder, record)
  await givenVerifiedRecord(w, clerk, holder)
  const rows = await w.ctx.db
    .selectFrom('access_entry')
    .select(['act', 'office', 'role'])
    .where('person_id', '=', holder.personId)
    .where('act', 'like', '%-original')
    .orderBy('at')
    .execute()
  const office = clerk.office.departmentName
  assert.deepEqual(rows, [
    { act: 'refuse-original', office, role: 'clerk' },
    { act: 'verify-original', office, role: 'clerk' },
  ])
})

test('R7.5 a refusal reaches the person by text message, with codes only; a verification waits in the inbox', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  await givenPhone(w, holder)
  await refuse(w, clerk, holder, await givenScannedRecord(w, holder), ['data-differ', 'scan-unclear'])
  await givenVerifiedRecord(w, clerk, holder)
  const messages = await w.ctx.db
    .selectFrom('sms_message')
    .select(['person_id', 'template', 'facts'])
    .orderBy('created_at')
    .execute()
  const person_id = holder.personId
  const facts = { kind: 'education', reasons: 'scan-unclear,data-differ' }
  assert.deepEqual(messages, [{ person_id, template: 'verification-refused', facts }])
})
