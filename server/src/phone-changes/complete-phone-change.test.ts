import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askSignInCode, seeSession, signIn } from '@zhuji/contract/accounts.ts'
import { maskMobileShort, maskNumber } from '@zhuji/domain/masking.ts'
import { browserIn, codeOf, solvedCaptcha, type TestBrowser } from '../../test/browser.ts'
import { layCard } from '../../test/people.ts'
import {
  atWindow,
  audited,
  begin,
  boundTo,
  codeFor,
  complete,
  see,
  withCard,
} from '../../test/phone-changes.ts'
import { givenRegistered, newMobile, runJobs } from '../../test/registering.ts'

test('R3.8 G25 G26 card, masked old number, code to the new one, save; from then on the new number signs in', async (t) => {
  const { w, person, window } = await atWindow(t)
  const { id, challenge } = await begin(window)
  assert.equal((await see(window, id)).json().state, 'waiting-for-card')
  await layCard(w, window.reader, person.facts, { challenge })
  const { expiresAt, ...view } = (await see(window, id)).json()
  assert.deepEqual(view, {
    state: 'card-read',
    name: person.facts.name,
    number: maskNumber(person.facts.number),
    oldMobile: maskMobileShort(person.mobile),
    bindingLost: false,
    flags: [],
    bindingToConfirm: false,
    refusal: null,
  })
  assert.match(view.oldMobile, /^199\*{4}\d$/)
  assert.ok(Date.parse(expiresAt) <= Date.now() + 600_000)

  const mobile = newMobile()
  w.sent.splice(0)
  const code = await codeFor(w, window, id, mobile)
  assert.deepEqual(
    w.sent.splice(0).map((message) => message.mobile),
    [mobile],
  )
  assert.equal((await complete(window, id, mobile, code)).statusCode, 201)
  assert.ok(await boundTo(w, person.personId, mobile, browserIn(w), person.facts.number))
  assert.ok(!(await boundTo(w, person.personId, person.mobile, browserIn(w), person.facts.number)))
})

test('R3.8 all sessions and passwords of the person end, and both numbers are told without a name', async (t) => {
  const { w, person, window } = await atWindow(t)
  assert.equal((await person.browser.call(seeSession)).json().actor.role, 'practitioner')
  const id = await withCard(w, window, person.facts)
  const mobile = newMobile()
  const code = await codeFor(w, window, id, mobile)
  w.sent.splice(0)
  await complete(window, id, mobile, code)
  await runJobs(w)
  assert.equal((await person.browser.call(seeSession)).json().actor.role, 'anonymous')
  const told = new Map(w.sent.map((message) => [message.mobile, message.text]))
  assert.deepEqual([...told.keys()].sort(), [person.mobile, mobile].sort())
  assert.ok(told.get(person.mobile)?.includes(maskMobileShort(mobile)))
  const texts = [...told.values()].join()
  for (const value of [mobile, person.mobile, person.facts.name, person.facts.number])
    assert.ok(!texts.includes(value))
  const inbox = await w.ctx.db
    .selectFrom('inbox_message')
    .select(['person_id', 'template', 'facts'])
    .execute()
  assert.deepEqual(inbox, [{ person_id: person.personId, template: 'phone-changed-here', facts: {} }])
})

test('R3.7 R3.6 a recycled number goes to who proves it; the former holder hears it in their own browser only', async (t) => {
  const { w, person, window } = await atWindow(t)
  const former = await givenRegistered(w)
  const id = await withCard(w, window, person.facts)
  const code = await codeFor(w, window, id, former.mobile)
  w.sent.splice(0)
  assert.equal((await complete(window, id, former.mobile, code)).statusCode, 201)
  await runJobs(w)
  assert.equal((await former.browser.call(seeSession)).json().actor.role, 'anonymous')
  const [lost] = await audited(w, 'phone.binding-lost')
  assert.equal(lost?.person_id, former.personId)

  const attempt = async (browser: TestBrowser, mobile: string) => {
    await w.ctx.db.deleteFrom('allowance').execute()
    const captcha = await solvedCaptcha(w, browser)
    const asked = { number: former.facts.number, mobile, captcha }
    w.statements()
    const answers = [
      await browser.call(askSignInCode, asked),
      await browser.call(signIn, { ...asked, code: '000000' }),
    ]
    const statements = w.statements()
    return { told: answers.map((answer) => `${answer.statusCode} ${answer.json().code ?? ''}`), statements }
  }
  w.sent.splice(0)
  const stranger = await attempt(browserIn(w), former.mobile)
  assert.deepEqual(stranger.told, ['202 ', '422 sign-in-mismatch'])
  assert.deepEqual(await attempt(former.browser, newMobile()), stranger)
  const own = await attempt(former.browser, former.mobile)
  assert.deepEqual(own, { ...stranger, told: ['409 binding-lost', '409 binding-lost'] })
  await runJobs(w)
  assert.deepEqual(w.sent, [])
})

test('R3.7 who lost the number binds another one at a window, and is told nothing more', async (t) => {
  const { w, person, window } = await atWindow(t)
  const former = await givenRegistered(w)
  const taken = await withCard(w, window, person.facts)
  await complete(window, taken, former.mobile, await codeFor(w, window, taken, former.mobile))

  const id = await withCard(w, window, former.facts)
  const view = (await see(window, id)).json()
  assert.deepEqual([view.oldMobile, view.bindingLost, view.refusal], [null, true, null])
  const mobile = newMobile()
  assert.equal((await complete(window, id, mobile, await codeFor(w, window, id, mobile))).statusCode, 201)
  assert.ok(await boundTo(w, former.personId, mobile, browserIn(w), former.facts.number))
  assert.deepEqual(await w.ctx.db.selectFrom('lost_binding').selectAll().execute(), [])
})

test('R3.4 a wrong code counts and stays on record, five lock, and a right one works once', async (t) => {
  const { w, person, window } = await atWindow(t)
  const id = await withCard(w, window, person.facts)
  const mobile = newMobile()
  const code = await codeFor(w, window, id, mobile)
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
  for (let tried = 0; tried < 5; tried += 1)
    assert.equal(codeOf(await complete(window, id, mobile, wrong)), '422 code-wrong')
  assert.equal(codeOf(await complete(window, id, mobile, code)), '429 too-many-tries')
  assert.equal((await audited(w, 'phone-change.refused')).length, 5)
  const [kept] = await w.ctx.db
    .selectFrom('sms_code')
    .select('wrong_tries')
    .where('purpose', '=', 'phone-change')
    .execute()
  assert.equal(kept?.wrong_tries, 5)

  await w.ctx.db.deleteFrom('allowance').execute()
  assert.equal(codeOf(await complete(window, id, newMobile(), code)), '422 code-wrong')
  assert.equal((await complete(window, id, mobile, code)).statusCode, 201)
  assert.equal(codeOf(await complete(window, id, mobile, code)), '409 phone-change-done')
  const again = await withCard(w, window, person.facts)
  const back = await codeFor(w, window, again, person.mobile)
  assert.equal((await complete(window, again, person.mobile, back)).statusCode, 201)
  const third = await withCard(w, window, person.facts)
  assert.equal(codeOf(await complete(window, third, mobile, code)), '422 code-wrong')
})

test('R3.8 seeing the card takes 7 statements with the session, a completion 27', async (t) => {
  const { w, person, window } = await atWindow(t)
  const id = await withCard(w, window, person.facts)
  w.statements()
  await see(window, id)
  const seeing = w.statements().length
  const mobile = newMobile()
  const code = await codeFor(w, window, id, mobile)
  w.statements()
  await complete(window, id, mobile, code)
  assert.deepEqual([seeing, w.statements().length], [7, 27])
})
