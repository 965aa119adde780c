import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beginPhoneChange } from '@zhuji/contract/phone-changes.ts'
import { browserIn, codeOf } from '../../test/browser.ts'
import { withOwner } from '../../test/owner.ts'
import {
  askCode,
  atWindow,
  codeFor,
  complete,
  givenChangingWindow,
  see,
  withCard,
} from '../../test/phone-changes.ts'
import { newMobile } from '../../test/registering.ts'

test('R12.1 R12.2 who saw and changed it stands on the timeline by office, and no value in any entry', async (t) => {
  const { w, person, window } = await atWindow(t)
  const id = await withCard(w, window, person.facts)
  await see(window, id)
  const mobile = newMobile()
  await complete(window, id, mobile, await codeFor(w, window, id, mobile))
  const lines = await w.ctx.db
    .selectFrom('access_entry')
    .selectAll()
    .where('person_id', '=', person.personId)
    .where('reason', '=', 'phone-change')
    .orderBy('at')
    .execute()
  assert.deepEqual(
    lines.map(({ act, office }) => [act, office]),
    [
      ['phone-change.seen', window.reader.office.departmentName],
      ['phone.changed', window.reader.office.departmentName],
    ],
  )
  const entries = JSON.stringify(await w.ctx.db.selectFrom('audit_entry').selectAll().execute())
  for (const value of [mobile, person.mobile, person.facts.number]) assert.ok(!entries.includes(value))
})

test('R3.9 a change is there for its own clerk only, and for clerks alone', async (t) => {
  const { w, person, window } = await atWindow(t)
  const id = await withCard(w, window, person.facts)
  const other = await givenChangingWindow(w)
  const mobile = newMobile()
  for (const answer of [
    await see(other, id),
    await askCode(other, id, mobile),
    await complete(other, id, mobile, '1'),
  ])
    assert.equal(codeOf(answer), '404 not-found')
  assert.equal(codeOf(await person.browser.call(beginPhoneChange, {})), '403 not-allowed')
  assert.equal(codeOf(await browserIn(w).call(beginPhoneChange, {})), '401 sign-in-required')
  await withOwner(w, (client) => client.query(`update service_window set status = 'suspended'`))
  assert.equal(codeOf(await window.browser.call(beginPhoneChange, {})), '409 window-suspended')
})
