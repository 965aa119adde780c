import assert from 'node:assert/strict'
import { test } from 'node:test'
import { creditOf, feed, numbered } from '../../test/feeds.ts'
import { meeting } from '../../test/meeting.ts'
import {
  answerTo,
  creditScene,
  listedObjections,
  lookAtObjection,
  objectTo,
  ownObjections,
  reasons,
  told,
} from '../../test/objections.ts'
import { givenHolder } from '../../test/records.ts'
import { asApp, refusalOf } from '../../test/walls.ts'
import { givenStaff } from '../../test/world.ts'

test('R12.1 an administrator’s look at an objection is in the log and in the person’s timeline', async (t) => {
  const { w, holder, recordId, administrator, office } = await creditScene(t)
  const { id } = (await objectTo(w, holder, recordId)).json()
  await feed(w, 'credit', numbered([creditOf(holder, { matter: '更正后的事项' })]))
  const before = await w.ctx.db.selectFrom('access_entry').select('id').execute()
  const seen = (await lookAtObjection(w, administrator, holder, id)).json()
  assert.deepEqual([seen.objection.text, seen.name, seen.corrected], [reasons, '测**', true])
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

test('R12.2 objections are the person’s and the administrator’s only', async (t) => {
  const { w, holder, recordId, office } = await creditScene(t)
  const { id } = (await objectTo(w, holder, recordId)).json()
  const clerk = (await givenStaff(w, office)).cookies
  const stranger = await givenHolder(w)
  assert.deepEqual(
    [
      (await objectTo(w, { ...holder, cookies: stranger.cookies }, recordId)).statusCode,
      (await listedObjections(w, clerk)).statusCode,
      (await lookAtObjection(w, clerk, holder, id)).statusCode,
      (await lookAtObjection(w, holder.cookies, holder, id)).statusCode,
      (await answerTo(w, clerk, holder, id)).statusCode,
      (await listedObjections(w, {})).statusCode,
    ],
    [404, 403, 403, 403, 403, 401],
  )
})

test('R6.10 two administrators answer at once: one answer stands (lock: objection)', async (t) => {
  const { w, holder, recordId, administrator, other } = await creditScene(t)
  const { id } = (await objectTo(w, holder, recordId)).json()
  const hold = [
    'select from credit_objection where person_id = $1 and id = $2 for update',
    [holder.personId, id],
  ] as const
  const answers = await meeting(w, hold, [
    () => answerTo(w, administrator, holder, id),
    () => answerTo(w, other, holder, id, { outcome: 'rejected', reason: '理由' }),
  ])
  assert.deepEqual(told(answers), [
    [201, null],
    [409, 'objection-answered'],
  ])
  assert.equal((await ownObjections(w, holder))[0]?.state, 'upheld')
})

test('R12.4 the database itself keeps an answer', async (t) => {
  const { w, holder, recordId, administrator } = await creditScene(t)
  const { id } = (await objectTo(w, holder, recordId)).json()
  await answerTo(w, administrator, holder, id)
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
  const { w, holder, administrator } = await creditScene(t)
  await feed(
    w,
    'credit',
    numbered(Array.from({ length: 52 }, (_, at) => ({ ...creditOf(holder), sourceKey: `N${at}` }))),
  )
  const records = await w.ctx.db.selectFrom('record').select('id').where('source_key', 'like', 'N%').execute()
  for (const { id } of records) await objectTo(w, holder, id)
  w.statements()
  const first = (await listedObjections(w, administrator)).json()
  assert.equal(w.statements().length, 2)
  assert.deepEqual([first.objections.length, first.more], [50, true])
  const rest = (await listedObjections(w, administrator, `?after=${first.objections.at(-1).id}`)).json()
  assert.deepEqual([rest.objections.length, rest.more], [2, false])
  const ids = new Set([...first.objections, ...rest.objections].map(({ id }: { id: string }) => id))
  assert.equal(ids.size, 52)
})
