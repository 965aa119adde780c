import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seeSession } from '@zhuji/contract/accounts.ts'
import { codeOf } from '../../test/browser.ts'
import { atWindow, audited, codeFor, complete, confirm, see, withCard } from '../../test/phone-changes.ts'
import { newMobile } from '../../test/registering.ts'

test('R2.9 a personal live read and the new number leave nothing to confirm', async (t) => {
  const { w, person, window } = await atWindow(t)
  await w.ctx.db.updateTable('person').set({ binding_to_confirm: true }).execute()
  const id = await withCard(w, window, person.facts)
  const mobile = newMobile()
  await complete(window, id, mobile, await codeFor(w, window, id, mobile))
  const marks = await w.ctx.db
    .selectFrom('person')
    .select('binding_to_confirm')
    .where('person_id', '=', person.personId)
    .executeTakeFirstOrThrow()
  assert.equal(marks.binding_to_confirm, false)
})

test('R2.9 on a personal live read the bound number is confirmed as it is, once', async (t) => {
  const { w, person, window } = await atWindow(t)
  const confirmed = async () =>
    (await w.ctx.db.selectFrom('person').select('binding_to_confirm').executeTakeFirstOrThrow())
      .binding_to_confirm === false
  await w.ctx.db.updateTable('person').set({ binding_to_confirm: true }).execute()
  const batch = await withCard(w, window, person.facts, { presentedBy: 'enterprise' })
  assert.equal(codeOf(await confirm(window, batch)), '409 phone-change-not-in-person')
  const id = await withCard(w, window, person.facts)
  assert.equal((await see(window, id)).json().bindingToConfirm, true)
  assert.equal(await confirmed(), false)
  assert.equal((await confirm(window, id)).statusCode, 201)
  assert.equal(await confirmed(), true)
  assert.equal(codeOf(await confirm(window, id)), '409 phone-change-done')
  const again = await withCard(w, window, person.facts)
  assert.equal(codeOf(await confirm(window, again)), '409 nothing-to-confirm')
  assert.equal((await audited(w, 'phone.binding-confirmed')).length, 1)
  assert.equal((await person.browser.call(seeSession)).json().actor.bindingToConfirm, false)
})
