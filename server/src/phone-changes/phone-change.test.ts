import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { askSignInCode, seeSession, signIn } from '@zhuji/contract/accounts.ts'
import { beginPhoneChange } from '@zhuji/contract/phone-changes.ts'
import { maskMobileShort, maskNumber } from '@zhuji/domain/masking.ts'
import { browserIn, codeOf, solvedCaptcha, type TestBrowser } from '../../test/browser.ts'
import { withOwner } from '../../test/owner.ts'
import { givenReader, layCard, readOf, sendRead, signRead } from '../../test/people.ts'
import {
  askCode,
  begin,
  codeFor,
  complete,
  givenChangingWindow,
  see,
  withCard,
} from '../../test/phone-changes.ts'
import { givenRegistered, lastCode, newMobile, runJobs } from '../../test/registering.ts'
import { type World, world } from '../../test/world.ts'

async function atWindow(t: TestContext) {
  const w = await world(t)
  return { w, person: await givenRegistered(w), window: await givenChangingWindow(w) }
}

async function boundTo(w: World, personId: string, mobile: string, browser: TestBrowser, number: string) {
  await w.ctx.db.deleteFrom('allowance').execute()
  const captcha = await solvedCaptcha(w, browser)
  await browser.call(askSignInCode, { number, mobile, captcha })
  await runJobs(w)
  const code = lastCode(w, mobile)
  const answer = await browser.call(signIn, { number, mobile, code, captcha })
  return answer.statusCode === 201 && answer.json().personId === personId
}

const audited = (w: World, act: string) =>
  w.ctx.db.selectFrom('audit_entry').selectAll().where('act', '=', act).execute()

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
    flags: [],
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
  assert.deepEqual([view.oldMobile, view.refusal], [null, null])
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

test('R3.8 R2.6 only the first read with the challenge, at this window, is the live one', async (t) => {
  const { w, person, window } = await atWindow(t)
  const elsewhere = await givenChangingWindow(w)
  const other = await givenRegistered(w)
  const { id, challenge } = await begin(window)
  await layCard(w, elsewhere.reader, person.facts, { challenge })
  await layCard(w, window.reader, person.facts)
  await layCard(w, window.reader, person.facts, { challenge: `${challenge.slice(1)}A` })
  assert.equal((await see(window, id)).json().state, 'waiting-for-card')
  const signed = signRead(window.reader, readOf(window.reader, person.facts, { challenge }))
  await sendRead(w, signed)
  await sendRead(w, signed)
  await layCard(w, window.reader, other.facts, { challenge })
  assert.equal((await see(window, id)).json().number, maskNumber(person.facts.number))
  const live = await w.ctx.db.selectFrom('card_read').selectAll().where('live', '=', true).execute()
  assert.deepEqual(
    live.map((read) => read.person_id),
    [person.personId],
  )
})

test('R6.10 R3.8 of two reads with one challenge at once one is live (lock: phone-change-read)', async (t) => {
  const { w, person, window } = await atWindow(t)
  const other = await givenRegistered(w)
  const { id, challenge } = await begin(window)
  const second = await givenReader(w, window.reader.office)
  await Promise.all([
    layCard(w, window.reader, person.facts, { challenge }),
    layCard(w, second, other.facts, { challenge }),
  ])
  const live = await w.ctx.db.selectFrom('card_read').selectAll().where('live', '=', true).execute()
  assert.equal(live.length, 1)
  const whose = live[0]?.person_id === person.personId ? person : other
  assert.equal((await see(window, id)).json().number, maskNumber(whose.facts.number))
})

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

test('R3.8 seeing the card takes 7 statements with the session, a completion 26', async (t) => {
  const { w, person, window } = await atWindow(t)
  const id = await withCard(w, window, person.facts)
  w.statements()
  await see(window, id)
  const seeing = w.statements().length
  const mobile = newMobile()
  const code = await codeFor(w, window, id, mobile)
  w.statements()
  await complete(window, id, mobile, code)
  assert.deepEqual([seeing, w.statements().length], [7, 26])
})
