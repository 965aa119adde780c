import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askCaptcha, seeSession, signIn, voidPassword } from '@zhuji/contract/accounts.ts'
import { browserIn, codeOf, type TestBrowser } from '../../../test/browser.ts'
import { meeting } from '../../../test/meeting.ts'
import { withOwner } from '../../../test/owner.ts'
import { givenRegistered, lastCode, runJobs } from '../../../test/registering.ts'
import { another, ask, enter, withPassword } from '../../../test/signing-in.ts'
import { solveProof } from '../../../test/solve-proof.ts'
import { world } from '../../../test/world.ts'
import { digitsOf } from './digits.ts'

test('R3.4 G13 G23 the password works again within 24 hours; elsewhere with a captcha of its own and a notice', async (t) => {
  const known = await withPassword(t)
  const { w, facts, mobile, code } = known
  const own = browserIn(w)
  assert.equal((await enter(known, own)).statusCode, 201)
  assert.equal((await enter(known, own)).statusCode, 201)
  await runJobs(w)
  assert.ok(!w.sent.some(({ text }) => text.includes('另一台设备')))

  const elsewhere = browserIn(w)
  assert.equal(codeOf(await enter(known, elsewhere)), '422 captcha-needed-again')
  const captcha = await freshCaptcha(elsewhere)
  const answer = await elsewhere.call(signIn, { number: facts.number, mobile, code, captcha })
  assert.equal(answer.statusCode, 201)
  await runJobs(w)
  assert.ok(w.sent.some((message) => message.mobile === mobile && message.text.includes('另一台设备')))
  const inbox = await w.ctx.db.selectFrom('inbox_message').select(['person_id', 'template']).execute()
  assert.deepEqual(inbox, [{ person_id: known.personId, template: 'password-used-elsewhere' }])
})

async function freshCaptcha(browser: TestBrowser) {
  const asked = (await browser.call(askCaptcha, { face: 'proof' })).json()
  return { id: asked.id, answer: null, solution: await solveProof(asked.challenge) }
}

test('R3.4 a newer password replaces the older one', async (t) => {
  const known = await withPassword(t)
  const { w, facts, mobile } = known
  await ask(w, browserIn(w), facts.number, mobile)
  await runJobs(w)
  const newer = lastCode(w, mobile)
  assert.equal(codeOf(await enter(known, browserIn(w))), '422 sign-in-mismatch')
  assert.equal((await enter(known, browserIn(w), { code: newer })).statusCode, 201)
})

test('R3.4 the person voids the password: it opens nothing, and other sessions end', async (t) => {
  const known = await withPassword(t)
  const { w } = known
  const other = known.browser
  const browser = browserIn(w)
  await enter(known, browser)
  assert.equal((await browser.call(voidPassword)).statusCode, 204)
  assert.equal(codeOf(await enter(known, browserIn(w))), '422 sign-in-mismatch')
  assert.equal((await browser.call(seeSession)).json().actor.role, 'practitioner')
  assert.equal((await other.call(seeSession)).json().actor.role, 'anonymous')
  assert.equal(codeOf(await browserIn(w).call(voidPassword)), '401 sign-in-required')
})

test('R3.4 the password ends after 24 hours', async (t) => {
  const known = await withPassword(t)
  await withOwner(known.w, (client) =>
    client.query(`update sms_code set expires_at = clock_timestamp() - interval '1 second'`),
  )
  assert.equal(codeOf(await enter(known, browserIn(known.w))), '422 sign-in-mismatch')
})

test('R3.4 R6.10 six guesses at once count as six (lock: sms-code)', async (t) => {
  const known = await withPassword(t)
  const { w, personId, code } = known
  const guess = () => enter(known, browserIn(w), { code: another(code) })
  const answers = await meeting(
    w,
    [`select from sms_code where person_id = $1 and purpose = 'sign-in' for update`, [personId]],
    Array.from({ length: 6 }, () => guess),
  )
  assert.deepEqual(new Set(answers.map(codeOf)), new Set(['422 sign-in-mismatch']))
  const row = await w.ctx.db
    .selectFrom('sms_code')
    .select('wrong_tries')
    .where('person_id', '=', personId)
    .where('purpose', '=', 'sign-in')
    .executeTakeFirstOrThrow()
  assert.equal(row.wrong_tries, 6)
})

test('R3.4 after 15 wrong tries from wherever the password is void to strangers, not to a browser known before', async (t) => {
  const known = await withPassword(t)
  const { w, code } = known
  for (let tries = 0; tries < 15; tries += 1) await enter(known, browserIn(w), { code: another(code) })
  assert.equal(codeOf(await enter(known, browserIn(w))), '422 sign-in-mismatch')
  assert.equal((await enter(known, known.browser)).statusCode, 201)
})

test('R3.4 five wrong tries lock one origin for 15 minutes; a known browser there keeps its own allowance', async (t) => {
  const known = await withPassword(t)
  const { w, code } = known
  const address = known.browser.address
  const stranger = () => browserIn(w, address)
  for (let tries = 0; tries < 5; tries += 1)
    assert.equal(codeOf(await enter(known, stranger(), { code: another(code) })), '422 sign-in-mismatch')
  const locked = await enter(known, stranger())
  assert.equal(codeOf(locked), '429 too-many-tries')
  assert.ok(Date.parse(locked.json().details.retryAt) > Date.now() + 14 * 60_000)
  assert.equal((await enter(known, known.browser)).statusCode, 201)
})

test('R3.4 a known browser has five tries of its own', async (t) => {
  const known = await withPassword(t)
  for (let tries = 0; tries < 5; tries += 1) await enter(known, known.browser, { code: another(known.code) })
  assert.equal(codeOf(await enter(known, known.browser)), '429 too-many-tries')
})

test('R3.4 a code of registration is none of sign-in', async (t) => {
  const w = await world(t)
  const person = await givenRegistered(w)
  const code = lastCode(w, person.mobile)
  assert.equal(codeOf(await enter({ ...person, w, code }, browserIn(w))), '422 sign-in-mismatch')
})

test('R3.4 the digits of a code are six and follow from its id under the server’s key', async (t) => {
  const one = await world(t)
  const two = await world(t)
  const id = '01900000-0000-7000-8000-000000000000'
  assert.match(digitsOf(one.ctx.keys, id), /^\d{6}$/)
  assert.equal(digitsOf(one.ctx.keys, id), digitsOf(one.ctx.keys, id))
  assert.notEqual(digitsOf(one.ctx.keys, id), digitsOf(two.ctx.keys, id))
})
