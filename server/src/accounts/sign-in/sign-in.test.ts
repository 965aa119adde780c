import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { askSignInCode, seeSession, signIn, signOut, voidPassword } from '@zhuji/contract/accounts.ts'
import { browserIn, codeOf, solvedCaptcha, type TestBrowser } from '../../../test/browser.ts'
import { withOwner } from '../../../test/owner.ts'
import { givenPerson, syntheticFacts } from '../../../test/people.ts'
import { givenRegistered, lastCode, newMobile, type Registered, runJobs } from '../../../test/registering.ts'
import { givenOffice, givenStaff, type World, world } from '../../../test/world.ts'
import { digitsOf } from '../codes/digits.ts'

interface Known extends Registered {
  w: World
  code: string
}

/** A registered person with a fresh sign-in password, and limits as after a long rest. */
async function withPassword(t: TestContext): Promise<Known> {
  const w = await world(t)
  const person = await givenRegistered(w)
  await rest(w)
  await ask(w, browserIn(w), person.facts.number, person.mobile)
  await runJobs(w)
  await rest(w)
  return { ...person, w, code: lastCode(w, person.mobile) }
}

const rest = (w: World) => w.ctx.db.deleteFrom('allowance').execute()

async function ask(w: World, browser: TestBrowser, number: string, mobile: string) {
  return browser.call(askSignInCode, { number, mobile, captcha: await solvedCaptcha(w, browser) })
}

async function enter(
  { w, facts, mobile, code }: Known,
  browser: TestBrowser,
  changes: Partial<{ number: string; mobile: string; code: string }> = {},
) {
  const captcha = await solvedCaptcha(w, browser)
  return browser.call(signIn, { number: facts.number, mobile, code, captcha, ...changes })
}

const another = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

test('R3.5 G11 G14 number, captcha, phone and password together sign in; 安全退出 ends it', async (t) => {
  const known = await withPassword(t)
  const browser = browserIn(known.w)
  assert.deepEqual((await browser.call(seeSession)).json().actor, { role: 'anonymous' })
  const answer = await enter(known, browser)
  assert.deepEqual([answer.statusCode, answer.json()], [201, { personId: known.personId }])
  const view = (await browser.call(seeSession)).json()
  assert.equal(view.actor.name, known.facts.name)
  assert.deepEqual([view.mode, view.today], ['demo', '2026-09-01'])
  const cookies = { ...browser.cookies }
  assert.equal((await browser.call(signOut)).statusCode, 204)
  browser.cookies = cookies
  assert.equal((await browser.call(seeSession)).json().actor.role, 'anonymous')
  const acts = await known.w.ctx.db.selectFrom('audit_entry').select('act').execute()
  assert.ok(acts.some(({ act }) => act === 'signed-in') && acts.some(({ act }) => act === 'signed-out'))
})

test('R3.5 the captcha serves code request and sign-in, and is spent by the sign-in', async (t) => {
  const known = await withPassword(t)
  const { w, facts, mobile } = known
  const browser = browserIn(w)
  const captcha = await solvedCaptcha(w, browser)
  const given = { number: facts.number, mobile, captcha }
  assert.equal((await browser.call(askSignInCode, given)).statusCode, 202)
  await runJobs(w)
  const code = lastCode(w, mobile)
  assert.equal(codeOf(await browser.call(signIn, { ...given, code: another(code) })), '422 sign-in-mismatch')
  assert.equal((await browser.call(signIn, { ...given, code })).statusCode, 201)
  assert.equal(codeOf(await browser.call(signIn, { ...given, code })), '422 captcha-wrong')
  const stranger = browserIn(w)
  assert.equal(codeOf(await stranger.call(askSignInCode, given)), '422 captcha-wrong')
})

test('R3.3 R3.5 a code request is answered alike, and goes out only when number and phone belong together', async (t) => {
  const w = await world(t)
  const one = await givenRegistered(w)
  const two = await givenRegistered(w)
  const unregistered = await givenPerson(w)
  await rest(w)
  const shape = async (number: string, mobile: string) => {
    await rest(w)
    const browser = browserIn(w)
    const captcha = await solvedCaptcha(w, browser)
    w.statements()
    const answer = await browser.call(askSignInCode, { number, mobile, captcha })
    return { status: answer.statusCode, keys: Object.keys(answer.json()), statements: w.statements() }
  }
  w.sent.splice(0)
  const right = await shape(one.facts.number, one.mobile)
  await runJobs(w)
  assert.deepEqual(
    w.sent.splice(0).map((message) => message.mobile),
    [one.mobile],
  )
  assert.deepEqual(await shape(one.facts.number, two.mobile), right)
  assert.deepEqual(await shape(syntheticFacts().number, newMobile()), right)
  assert.deepEqual(await shape(unregistered.facts.number, newMobile()), right)
  await runJobs(w)
  assert.deepEqual(w.sent, [])
})

test('R3.3 what was wrong at sign-in is not told, and costs the same statements', async (t) => {
  const known = await withPassword(t)
  const { w, code } = known
  const other = await givenRegistered(w)
  const shape = async (changes: Parameters<typeof enter>[2]) => {
    const browser = browserIn(w)
    const captcha = await solvedCaptcha(w, browser)
    const { facts, mobile } = known
    w.statements()
    const answer = await browser.call(signIn, { number: facts.number, mobile, code, captcha, ...changes })
    const { requestId: _, ...told } = answer.json()
    return { told, statements: w.statements() }
  }
  const wrongCode = await shape({ code: another(code) })
  assert.equal(wrongCode.told.code, 'sign-in-mismatch')
  assert.deepEqual(await shape({ mobile: other.mobile }), wrongCode)
  assert.deepEqual(await shape({ number: syntheticFacts().number }), wrongCode)
  assert.deepEqual(await shape({ mobile: newMobile() }), wrongCode)
})

test('R3.2 a number typed with suspicious signs is shown where', async (t) => {
  const known = await withPassword(t)
  const answer = await enter(known, browserIn(known.w), { number: ` ${known.facts.number}` })
  assert.deepEqual(answer.json().details.suspicions.number, [{ code: 'blank-at-end', position: 0 }])
})

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
})

async function freshCaptcha(browser: TestBrowser) {
  const { askCaptcha } = await import('@zhuji/contract/accounts.ts')
  const { solveProof } = await import('../../../test/solve-proof.ts')
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

test('R3.4 R6.10 twenty guesses at once count as twenty', async (t) => {
  const known = await withPassword(t)
  const { w, personId, code } = known
  const guesses = Array.from({ length: 20 }, () => enter(known, browserIn(w), { code: another(code) }))
  const answers = await Promise.all(guesses)
  assert.deepEqual(new Set(answers.map(codeOf)), new Set(['422 sign-in-mismatch']))
  const row = await w.ctx.db
    .selectFrom('sms_code')
    .select('wrong_tries')
    .where('person_id', '=', personId)
    .where('purpose', '=', 'sign-in')
    .executeTakeFirstOrThrow()
  assert.equal(row.wrong_tries, 20)
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

for (const isKnown of [true, false])
  test(`R3.3 R3.4 one code a minute and ten a day to ${isKnown ? 'a known' : 'an unknown'} mobile number`, async (t) => {
    const w = await world(t)
    const { facts, mobile } = isKnown
      ? await givenRegistered(w)
      : { facts: syntheticFacts(), mobile: newMobile() }
    await rest(w)
    const asked = () => ask(w, browserIn(w), facts.number, mobile)
    const first = await asked()
    assert.equal(first.statusCode, 202)
    assert.ok(Date.parse(first.json().nextCodeAt) > Date.now() + 55_000)
    const second = await asked()
    assert.equal(codeOf(second), '429 too-many-codes')
    assert.ok(Date.parse(second.json().details.retryAt) < Date.now() + 61_000)
    const aMinutePasses = () =>
      w.ctx.db.deleteFrom('allowance').where('key', 'like', 'code-minute%').execute()
    for (let codes = 1; codes < 10; codes += 1) {
      await aMinutePasses()
      assert.equal((await asked()).statusCode, 202)
    }
    await aMinutePasses()
    const eleventh = await asked()
    assert.equal(codeOf(eleventh), '429 too-many-codes')
    assert.ok(Date.parse(eleventh.json().details.retryAt) > Date.now() + 23 * 3600_000)
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

test('R3.9 staff see their office in the session', async (t) => {
  const w = await world(t)
  const office = await givenOffice(w)
  const { cookies } = await givenStaff(w, office)
  const browser = browserIn(w)
  browser.cookies = cookies
  assert.deepEqual((await browser.call(seeSession)).json().actor, {
    role: 'clerk',
    displayName: '测试窗口人员',
    departmentName: office.departmentName,
    windowName: `${office.departmentName}1号窗口`,
  })
})
