import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askSignInCode, seeSession, signIn, signOut } from '@zhuji/contract/accounts.ts'
import { browserIn, codeOf, solvedCaptcha } from '../../../test/browser.ts'
import { givenPerson, syntheticFacts } from '../../../test/people.ts'
import { givenRegistered, lastCode, newMobile, runJobs } from '../../../test/registering.ts'
import { another, enter, rest, withPassword } from '../../../test/signing-in.ts'
import { givenOffice, givenStaff, world } from '../../../test/world.ts'

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
