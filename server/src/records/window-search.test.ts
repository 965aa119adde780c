import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenHolder, givenScannedRecord } from '../../test/records.ts'
import { givenClerk, givenVerifiedRecord } from '../../test/windows.ts'
import { press, world } from '../../test/world.ts'

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
  assert.equal(w.statements().length, 2)
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
