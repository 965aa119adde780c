import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenHolder, type Holder } from '../../test/records.ts'
import { press, type World, world } from '../../test/world.ts'

const declare = (w: World, holder: Holder, section: string, none: boolean, cookies = holder.cookies) =>
  press(w.app, cookies, {
    method: 'PUT',
    url: `/api/persons/${holder.personId}/sections/${section}/absence`,
    payload: { none },
  })
const profile = async (w: World, holder: Holder) =>
  press(w.app, holder.cookies, { url: `/api/persons/${holder.personId}/profile` })

test('R4.11 what a person has nothing of is told by the profile, and taken back', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const before = await profile(w, holder)
  assert.deepEqual(before.json().none, [])
  assert.equal((await declare(w, holder, 'title', true)).statusCode, 204)
  assert.equal((await declare(w, holder, 'title', true)).statusCode, 204)
  await declare(w, holder, 'skill', true)
  const after = await profile(w, holder)
  assert.deepEqual(after.json().none, ['skill', 'title'])
  assert.notEqual(after.headers.etag, before.headers.etag)
  await declare(w, holder, 'title', false)
  assert.deepEqual((await profile(w, holder)).json().none, ['skill'])
  const acts = await w.ctx.db
    .selectFrom('audit_entry')
    .select(['act', 'details'])
    .where('act', 'like', '%-absence')
    .orderBy('at')
    .execute()
  assert.deepEqual(acts, [
    { act: 'declare-absence', details: { section: 'title' } },
    { act: 'declare-absence', details: { section: 'skill' } },
    { act: 'withdraw-absence', details: { section: 'title' } },
  ])
})

test('R4.11 nobody declares it for another, nor of what others supply', async (t) => {
  const w = await world(t)
  const [holder, other] = [await givenHolder(w), await givenHolder(w)]
  assert.equal((await declare(w, holder, 'title', true, other.cookies)).statusCode, 404)
  assert.equal((await declare(w, holder, 'registration', true)).statusCode, 400)
  assert.deepEqual((await profile(w, holder)).json().none, [])
})
