import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusalTable } from '@zhuji/contract/refusal-words.ts'
import { endEmployment, givenEmployment, givenEmploymentUse } from '../../test/employments.ts'
import { employmentOf, enterpriseOf, feed, numbered } from '../../test/feeds.ts'
import { meeting } from '../../test/meeting.ts'
import { givenHolder, type Holder } from '../../test/records.ts'
import { asApp, refusalOf } from '../../test/walls.ts'
import { type World, world } from '../../test/world.ts'

const links = (w: World) =>
  w.ctx.db.selectFrom('employment').select(['duty', 'from_date', 'ended_by']).orderBy('created_at').execute()

const tellAgain = (w: World, holder: Holder, changes: object = {}) =>
  feed(w, 'enterprises', numbered([enterpriseOf(), employmentOf(holder, changes)]))

test('R4.9 G36 G138 the person ends an employment: it is shown no more, its history stays', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const id = await givenEmployment(w, holder)
  const answer = await endEmployment(w, holder, id)
  assert.equal(answer.statusCode, 201, answer.body)
  assert.ok(Date.parse(answer.json().endedAt) > 0)
  assert.deepEqual(await links(w), [
    { duty: '技术负责人', from_date: '2024-03-01', ended_by: 'practitioner' },
  ])
  const again = await endEmployment(w, holder, id)
  assert.deepEqual([again.statusCode, again.json().code], [409, 'employment-ended'])
  const entries = await w.ctx.db
    .selectFrom('audit_entry')
    .select(['person_id', 'object_id'])
    .where('act', '=', 'end-employment')
    .execute()
  assert.deepEqual(entries, [{ person_id: holder.personId, object_id: id }])
})

test('R4.9 an application in progress needs it: refused with its number, until that has ended', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const id = await givenEmployment(w, holder)
  const application = await givenEmploymentUse(w, holder, id)
  const refused = await endEmployment(w, holder, id)
  const { code, details } = refused.json()
  assert.deepEqual([refused.statusCode, code, details.application], [409, 'employment-in-use', application])
  for (const one of ['employment-in-use', 'employment-ended']) assert.ok(one in refusalTable)
  await w.ctx.db.updateTable('employment_use').set({ open: false }).execute()
  assert.equal((await endEmployment(w, holder, id)).statusCode, 201)
})

test('R4.9 another’s employment is not there, and no clerk ends one', async (t) => {
  const w = await world(t)
  const [holder, other] = [await givenHolder(w), await givenHolder(w)]
  const id = await givenEmployment(w, holder)
  assert.equal((await endEmployment(w, other, id)).statusCode, 404)
  assert.equal((await endEmployment(w, { ...holder, cookies: other.cookies }, id)).statusCode, 404)
  assert.equal((await endEmployment(w, { ...holder, cookies: {} }, id)).statusCode, 401)
  assert.deepEqual((await links(w))[0]?.ended_by, null)
})

test('R4.9 the same line again does not bring it back; another start does', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  await endEmployment(w, holder, await givenEmployment(w, holder))
  await tellAgain(w, holder)
  await tellAgain(w, holder, { duty: '项目负责人' })
  assert.equal((await links(w)).length, 1)
  await tellAgain(w, holder, { from: '2026-07-01' })
  assert.deepEqual(await links(w), [
    { duty: '技术负责人', from_date: '2024-03-01', ended_by: 'practitioner' },
    { duty: '技术负责人', from_date: '2026-07-01', ended_by: null },
  ])
})

const holdEmployment = (holder: Holder, id: string) =>
  ['select from employment where person_id = $1 and id = $2 for update', [holder.personId, id]] as const

test('R4.9 R6.10 ended twice at once: the second hears that it has ended (lock: employment)', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const id = await givenEmployment(w, holder)
  const end = () => endEmployment(w, holder, id)
  const answers = await meeting(w, holdEmployment(holder, id), [end, end])
  assert.deepEqual(
    answers.map((answer) => [answer.statusCode, answer.json().code]),
    [
      [201, undefined],
      [409, 'employment-ended'],
    ],
  )
})

test('R4.9 R6.10 R11.4 a correction that meets the person’s ending does not undo it (lock: fed-employments)', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const id = await givenEmployment(w, holder)
  await meeting<unknown>(w, holdEmployment(holder, id), [
    () => endEmployment(w, holder, id),
    () => tellAgain(w, holder, { duty: '项目负责人' }),
  ])
  assert.deepEqual(await links(w), [
    { duty: '技术负责人', from_date: '2024-03-01', ended_by: 'practitioner' },
  ])
})

test('R4.9 the database itself keeps an ending and what an application needs', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const [ended, needed] = [
    await givenEmployment(w, holder),
    await givenEmployment(w, holder, { sourceKey: 'E2' }),
  ]
  await endEmployment(w, holder, ended)
  await givenEmploymentUse(w, holder, needed)
  const endings = 'update employment set ended_by = $2 where id = $1'
  await asApp(w, async (client) => {
    assert.equal(await refusalOf(client, endings, [ended, 'practitioner']), 'ZJ409')
    assert.equal(await refusalOf(client, endings, [needed, 'practitioner']), 'ZJ409')
    assert.equal(
      await refusalOf(client, 'update employment set duty = duty where id = $1', [needed]),
      '42501',
    )
    assert.equal(await refusalOf(client, 'delete from employment where id = $1', [ended]), '42501')
  })
})
