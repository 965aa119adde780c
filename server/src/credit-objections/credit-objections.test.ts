import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CreditObjection } from '@zhuji/contract/credit-objections.ts'
import { refusalTable } from '@zhuji/contract/refusal-words.ts'
import { creditOf, feed, numbered } from '../../test/feeds.ts'
import { meeting } from '../../test/meeting.ts'
import { givenHolder, givenPhone, givenRecord, type Holder, recordUrl } from '../../test/records.ts'
import { asApp, refusalOf } from '../../test/walls.ts'
import { givenOffice, givenStaff, press, type World, world } from '../../test/world.ts'
import { newId } from '../platform/ids.ts'

const text = '该事项与本人无关。\n请核实。'

async function scene(t: Parameters<typeof world>[0]) {
  const w = await world(t)
  const holder = await givenHolder(w)
  await feed(w, 'credit', numbered([creditOf(holder)]))
  const { id: recordId } = await w.ctx.db.selectFrom('record').select('id').executeTakeFirstOrThrow()
  const office = await givenOffice(w)
  const [one, other] = [
    await givenStaff(w, office, 'administrator'),
    await givenStaff(w, office, 'administrator'),
  ]
  return { w, holder, recordId, office, administrator: one.cookies, other: other.cookies }
}

const object = (w: World, holder: Holder, recordId: string, body: object = {}) =>
  press(w.app, holder.cookies, {
    method: 'POST',
    url: recordUrl(holder, recordId, '/objections'),
    payload: { id: newId(), version: 1, text, ...body },
  })

const own = async (w: World, holder: Holder): Promise<CreditObjection[]> =>
  (
    await press(w.app, holder.cookies, { method: 'GET', url: `/api/persons/${holder.personId}/objections` })
  ).json().objections

const listed = (w: World, cookies: Record<string, string>, query = '') =>
  press(w.app, cookies, { method: 'GET', url: `/api/admin/credit-objections${query}` })

const look = (w: World, cookies: Record<string, string>, holder: Holder, id: string) =>
  press(w.app, cookies, { method: 'GET', url: `/api/admin/persons/${holder.personId}/objections/${id}` })

const answer = (
  w: World,
  cookies: Record<string, string>,
  holder: Holder,
  id: string,
  payload: object = { outcome: 'upheld', reason: '经核实，已请报送部门更正。' },
) =>
  press(w.app, cookies, {
    method: 'POST',
    url: `/api/admin/persons/${holder.personId}/objections/${id}/answer`,
    payload,
  })

const told = (answers: Awaited<ReturnType<typeof object>>[]) =>
  answers.map((one) => [one.statusCode, one.statusCode < 300 ? null : one.json().code])

test('R12.4 G61 G135 the person objects to a credit entry, an administrator answers, the person is told', async (t) => {
  const { w, holder, recordId, administrator } = await scene(t)
  await givenPhone(w, holder)
  const made = await object(w, holder, recordId)
  assert.equal(made.statusCode, 201, made.body)
  const { id } = made.json()
  assert.deepEqual(await own(w, holder), [
    { id, recordId, version: 1, text, state: 'open', at: made.json().at, answer: null },
  ])
  assert.deepEqual((await listed(w, administrator)).json(), {
    objections: [{ personId: holder.personId, id, at: made.json().at }],
    more: false,
  })
  const reason = '经核实，与您无关，已请报送部门更正。'
  assert.equal((await answer(w, administrator, holder, id, { outcome: 'upheld', reason })).statusCode, 201)
  const [answered] = await own(w, holder)
  assert.deepEqual([answered?.state, answered?.answer?.reason], ['upheld', reason])
  assert.deepEqual((await listed(w, administrator)).json().objections, [])
  const messages = await w.ctx.db.selectFrom('sms_message').select('template').execute()
  assert.deepEqual(messages, [{ template: 'objection-answered' }])
  // The entry itself stands until its feed corrects it; then there may be a new objection.
  assert.equal((await object(w, holder, recordId)).statusCode, 201)
})

test('R12.1 an administrator’s look at an objection is in the log and in the person’s timeline', async (t) => {
  const { w, holder, recordId, administrator, office } = await scene(t)
  const { id } = (await object(w, holder, recordId)).json()
  await feed(w, 'credit', numbered([creditOf(holder, { matter: '更正后的事项' })]))
  const before = await w.ctx.db.selectFrom('access_entry').select('id').execute()
  const seen = (await look(w, administrator, holder, id)).json()
  assert.deepEqual([seen.objection.text, seen.name, seen.corrected], [text, '测**', true])
  assert.equal(seen.payload.matter, '测试事项')
  const lines = await w.ctx.db
    .selectFrom('access_entry')
    .select(['person_id', 'act', 'reason', 'role', 'office'])
    .where(
      'id',
      'not in',
      before.map(({ id: one }) => one),
    )
    .execute()
  assert.deepEqual(lines, [
    {
      person_id: holder.personId,
      act: 'read-objection',
      reason: 'credit-objection',
      role: 'administrator',
      office: office.departmentName,
    },
  ])
  const audited = await w.ctx.db
    .selectFrom('audit_entry')
    .select('object_id')
    .where('act', '=', 'read-objection')
    .execute()
  assert.deepEqual(audited, [{ object_id: recordId }])
})

test('R12.4 objection and answer lie sealed', async (t) => {
  const { w, holder, recordId, administrator } = await scene(t)
  const { id } = (await object(w, holder, recordId)).json()
  await answer(w, administrator, holder, id)
  const row = await w.ctx.db.selectFrom('credit_objection').selectAll().executeTakeFirstOrThrow()
  assert.ok(!row.text.includes(Buffer.from('与本人无关')))
  assert.ok(!(row.answer as Buffer).includes(Buffer.from('经核实')))
})

test('R12.4 each refusal of an objection is said', async (t) => {
  const { w, holder, recordId, administrator, other } = await scene(t)
  const education = await givenRecord(w, holder)
  const { id } = (await object(w, holder, recordId)).json()
  const answers = [
    await object(w, holder, education.id),
    await object(w, holder, newId()),
    await object(w, holder, recordId, { id, text: '另有说明' }),
    await object(w, holder, recordId, { id }),
    await object(w, holder, recordId),
    await object(w, holder, recordId, { text: '  ' }),
    await answer(w, administrator, holder, id),
    await answer(w, other, holder, id, { outcome: 'rejected', reason: '理由' }),
    await object(w, holder, recordId, { version: 2 }),
    await answer(w, administrator, holder, newId()),
  ]
  assert.deepEqual(told(answers), [
    [409, 'objection-record-kind'],
    [404, 'not-found'],
    [409, 'objection-id-taken'],
    [201, null],
    [409, 'objection-open'],
    [400, 'invalid-request'],
    [201, null],
    [409, 'objection-answered'],
    [409, 'record-changed'],
    [404, 'not-found'],
  ])
  for (const [, code] of told(answers)) assert.ok(code === null || String(code) in refusalTable)
})

test('R12.2 objections are the person’s and the administrator’s only', async (t) => {
  const { w, holder, recordId, office } = await scene(t)
  const { id } = (await object(w, holder, recordId)).json()
  const clerk = (await givenStaff(w, office)).cookies
  const stranger = await givenHolder(w)
  assert.deepEqual(
    [
      (await object(w, { ...holder, cookies: stranger.cookies }, recordId)).statusCode,
      (await listed(w, clerk)).statusCode,
      (await look(w, clerk, holder, id)).statusCode,
      (await look(w, holder.cookies, holder, id)).statusCode,
      (await answer(w, clerk, holder, id)).statusCode,
      (await listed(w, {})).statusCode,
    ],
    [404, 403, 403, 403, 403, 401],
  )
})

test('R6.10 two objections to one entry at once: one is open (lock: open-objection)', async (t) => {
  const { w, holder, recordId } = await scene(t)
  const answers = await Promise.all([object(w, holder, recordId), object(w, holder, recordId)])
  assert.deepEqual(told(answers).sort(), [
    [201, null],
    [409, 'objection-open'],
  ])
  assert.equal((await own(w, holder)).length, 1)
})

test('R6.10 two administrators answer at once: one answer stands (lock: objection)', async (t) => {
  const { w, holder, recordId, administrator, other } = await scene(t)
  const { id } = (await object(w, holder, recordId)).json()
  const hold = [
    'select from credit_objection where person_id = $1 and id = $2 for update',
    [holder.personId, id],
  ] as const
  const answers = await meeting(w, hold, [
    () => answer(w, administrator, holder, id),
    () => answer(w, other, holder, id, { outcome: 'rejected', reason: '理由' }),
  ])
  assert.deepEqual(told(answers), [
    [201, null],
    [409, 'objection-answered'],
  ])
  assert.equal((await own(w, holder))[0]?.state, 'upheld')
})

test('R12.4 the database itself keeps an answer', async (t) => {
  const { w, holder, recordId, administrator } = await scene(t)
  const { id } = (await object(w, holder, recordId)).json()
  await answer(w, administrator, holder, id)
  await asApp(w, async (client) => {
    const again = `update credit_objection set status = 'rejected' where id = $1`
    assert.equal(await refusalOf(client, again, [id]), 'ZJ409')
    assert.equal(
      await refusalOf(client, 'update credit_objection set text = text where id = $1', [id]),
      '42501',
    )
    assert.equal(await refusalOf(client, 'delete from credit_objection where id = $1', [id]), '42501')
  })
})

test('the list of open objections goes on after its last one', async (t) => {
  const { w, holder, administrator } = await scene(t)
  await feed(
    w,
    'credit',
    numbered(Array.from({ length: 52 }, (_, at) => ({ ...creditOf(holder), sourceKey: `N${at}` }))),
  )
  const records = await w.ctx.db.selectFrom('record').select('id').where('source_key', 'like', 'N%').execute()
  for (const { id } of records) await object(w, holder, id)
  w.statements()
  const first = (await listed(w, administrator)).json()
  assert.equal(w.statements().length, 2)
  assert.deepEqual([first.objections.length, first.more], [50, true])
  const rest = (await listed(w, administrator, `?after=${first.objections.at(-1).id}`)).json()
  assert.deepEqual([rest.objections.length, rest.more], [2, false])
  const ids = new Set([...first.objections, ...rest.objections].map(({ id }: { id: string }) => id))
  assert.equal(ids.size, 52)
})
