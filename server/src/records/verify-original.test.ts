import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  comparedOfEducation,
  edit,
  givenClerk,
  givenHolder,
  givenPhone,
  givenRecord,
  givenScannedRecord,
  givenUse,
  givenVerifiedRecord,
  lookAt,
  madeScan,
  refuse,
  sendScan,
  verify,
} from '../../test/records.ts'
import { givenStaff, press, world } from '../../test/world.ts'

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

test('R12.2 only clerks verify', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const record = await givenScannedRecord(w, holder)
  const reviewer = { ...clerk, ...(await givenStaff(w, clerk.office, 'reviewer')) }
  assert.equal((await verify(w, reviewer, holder, record)).statusCode, 403)
  assert.equal((await verify(w, { ...clerk, cookies: holder.cookies }, holder, record)).statusCode, 403)
})

test('R12.1 R12.2 a person is found by the exact number, in the body, with a reason on record', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const search = (number: string) =>
    press(w.app, clerk.cookies, {
      method: 'POST',
      url: '/api/window/persons/search',
      payload: { number, reason: 'original-verification' },
    })
  w.statements()
  const found = await search(` ${holder.facts.number.toLowerCase()}`)
  assert.equal(w.statements().filter((one) => /from "?person_key/.test(one)).length, 1)
  const { number } = holder.facts
  assert.deepEqual(found.json().person, {
    personId: holder.personId,
    name: '测试甲',
    number: `${number.slice(0, 6)}********${number.slice(-4)}`,
  })
  assert.equal((await search('11900019900101001X')).json().person, null)
  const audits = await w.ctx.db
    .selectFrom('audit_entry')
    .selectAll()
    .where('act', '=', 'find-person')
    .execute()
  assert.deepEqual(
    audits.map((one) => one.person_id),
    [holder.personId, null],
  )
  assert.doesNotMatch(JSON.stringify(audits), new RegExp(number))
  const timeline = await w.ctx.db
    .selectFrom('access_entry')
    .select('reason')
    .where('person_id', '=', holder.personId)
    .where('act', '=', 'find-person')
    .execute()
  assert.deepEqual(timeline, [{ reason: 'original-verification' }])
})

test('R7.4 the work lists the person’s certificates, those at D first', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const verified = await givenVerifiedRecord(w, clerk, holder)
  const open = await givenScannedRecord(w, holder)
  const url = `/api/window/persons/${holder.personId}/verification-work`
  w.statements()
  const { person, records } = (await press(w.app, clerk.cookies, { url })).json()
  assert.equal(w.statements().length, 7)
  assert.deepEqual([person.name, person.flags], ['测试甲', []])
  assert.match(person.number, /^\d{6}\*{8}\d{3}[\dX]$/)
  assert.deepEqual(
    records.map((one: { id: string; level: string; mayCancel: boolean }) => [
      one.id,
      one.level,
      one.mayCancel,
    ]),
    [
      [open.id, 'D', false],
      [verified.id, 'C', true],
    ],
  )
  const elsewhere = (await press(w.app, (await givenClerk(w)).cookies, { url })).json()
  assert.equal(elsewhere.records[1].mayCancel, false)
})

test('verifying takes the session and twelve statements without a phone, begin and commit counted', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const record = await givenScannedRecord(w, holder)
  await lookAt(w, clerk, holder, record)
  w.statements()
  await verify(w, clerk, holder, record)
  const statements = w.statements()
  assert.equal(statements.length, 13, statements.join('\n'))
})

test('R7.5 both answers reach the person by text message, with codes only', async (t) => {
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
  assert.deepEqual(messages, [
    { person_id, template: 'verification-refused', facts: { reasons: 'scan-unclear,data-differ' } },
    { person_id, template: 'verified', facts: {} },
  ])
})
