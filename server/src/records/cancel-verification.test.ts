import assert from 'node:assert/strict'
import { test } from 'node:test'
import { edit, givenHolder, givenPhone, givenScannedRecord, givenUse } from '../../test/records.ts'
import { cancel, givenClerk, givenVerifiedRecord, lookAt, refuse, verify } from '../../test/windows.ts'
import { givenOffice, type Office, press, type World, world } from '../../test/world.ts'
import { withClient } from '../platform/postgres/cluster.ts'

/** A merger: the first department's acts pass to the second. */
const merge = (w: World, from: Office, into: Office) =>
  withClient(w.ownerUrl, (client) =>
    client.query('update department set successor_id = $2 where id = $1', [
      from.departmentId,
      into.departmentId,
    ]),
  )

test('R6.4 G76 the department that verified cancels, with a reason', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const record = await givenVerifiedRecord(w, clerk, holder)
  const colleague = await givenClerk(w, clerk.office)
  const answer = await cancel(w, colleague, holder, record)
  assert.deepEqual([answer.statusCode, answer.json()], [201, { level: 'D' }])
  const head = await w.ctx.db
    .selectFrom('record')
    .select(['level', 'verification_id', 'version'])
    .executeTakeFirst()
  assert.deepEqual(head, { level: 'D', verification_id: null, version: 2 })
})

test('R6.4 another department is told where to go', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const record = await givenVerifiedRecord(w, clerk, holder)
  const stranger = await givenClerk(w, await givenOffice(w, '测试二区受理中心'))
  const answer = await cancel(w, stranger, holder, record)
  assert.deepEqual([answer.statusCode, answer.json().code], [409, 'other-department'])
  assert.equal(answer.json().details.departmentName, clerk.office.departmentName)
})

test('R6.4 the right to cancel outlives mergers, one after another, and no detour leads to it', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const [heir, lastHeir, former] = [await givenOffice(w), await givenOffice(w), await givenOffice(w)]
  const record = await givenVerifiedRecord(w, clerk, holder)
  await merge(w, clerk.office, heir)
  await merge(w, heir, lastHeir)
  await merge(w, former, clerk.office)
  assert.equal((await cancel(w, await givenClerk(w, former), holder, record)).json().code, 'other-department')
  assert.equal((await cancel(w, await givenClerk(w, lastHeir), holder, record)).statusCode, 201)
})

test('R6.4 G77 not while an application in progress uses it', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const record = await givenVerifiedRecord(w, clerk, holder)
  const application = await givenUse(w, holder, record)
  const answer = await cancel(w, clerk, holder, record)
  assert.deepEqual([answer.statusCode, answer.json().code], [409, 'in-use'])
  assert.equal(answer.json().details.application, application)
})

test('R6.2 what is not verified has nothing to cancel, and nothing is cancelled twice', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const open = await givenScannedRecord(w, holder)
  assert.equal((await cancel(w, clerk, holder, open)).json().code, 'not-verified')
  const record = await givenVerifiedRecord(w, clerk, holder)
  await cancel(w, clerk, holder, record)
  assert.equal((await cancel(w, clerk, holder, record)).json().code, 'not-verified')
})

test('R7.7 a cancelled record is verified again without a change', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const record = await givenVerifiedRecord(w, clerk, holder)
  await cancel(w, clerk, holder, record)
  await lookAt(w, clerk, holder, record)
  assert.equal((await verify(w, clerk, holder, record)).json().level, 'C')
})

test('R6.4 R7.5 the person is told of a cancellation: by text message, and beside the record with its reason', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  await givenPhone(w, holder)
  const record = await givenVerifiedRecord(w, clerk, holder)
  const cancellation = async () => {
    const url = `/api/persons/${holder.personId}/profile`
    return (await press(w.app, holder.cookies, { method: 'GET', url })).json().records[0].cancellation
  }
  assert.equal(await cancellation(), null)
  await cancel(w, clerk, holder, record, '填报有误，需更正')
  const { at, ...told } = await cancellation()
  assert.deepEqual(told, { reason: '填报有误，需更正', officeName: clerk.office.departmentName })
  assert.ok(Date.parse(at) > 0)
  const messages = await w.ctx.db
    .selectFrom('sms_message')
    .select(['template', 'facts'])
    .orderBy('created_at')
    .execute()
  assert.deepEqual(messages, [{ template: 'verification-cancelled', facts: { kind: 'education' } }])
  const edited = (await edit(w, holder, record, { number: '7' })).json()
  assert.equal(edited.cancellation.reason, '填报有误，需更正')
  await lookAt(w, clerk, holder, edited)
  await verify(w, clerk, holder, edited)
  assert.equal(await cancellation(), null)
})

test('R7.5 R7.7 a window sees the last refusal also after the record was changed, the person does not', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const record = await givenScannedRecord(w, holder)
  const work = async () => {
    const url = `/api/window/persons/${holder.personId}/verification-work`
    return (await press(w.app, clerk.cookies, { method: 'GET', url })).json().records[0]
  }
  assert.equal((await work()).lastRefusal, null)
  await refuse(w, clerk, holder, record, ['data-differ'])
  const refused = await work()
  assert.deepEqual(refused.lastRefusal, refused.refusal)
  const edited = (await edit(w, holder, record, { number: '7' })).json()
  const { refusal, lastRefusal } = await work()
  assert.equal(refusal, null)
  assert.deepEqual(
    [lastRefusal.reasons, lastRefusal.officeName],
    [['data-differ'], clerk.office.departmentName],
  )
  await lookAt(w, clerk, holder, edited)
  await verify(w, clerk, holder, edited)
  assert.equal((await work()).lastRefusal, null)
})
