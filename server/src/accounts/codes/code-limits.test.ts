import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askRegistrationCode, signIn } from '@zhuji/contract/accounts.ts'
import { codesToOneMobile } from '@zhuji/domain/dynamic-password.ts'
import { browserIn, codeOf, solvedCaptcha, type TestBrowser } from '../../../test/browser.ts'
import { givenPerson, syntheticFacts } from '../../../test/people.ts'
import { atPhoneStep, givenRegistered, newMobile, runJobs } from '../../../test/registering.ts'
import { ask, rest } from '../../../test/signing-in.ts'
import { type World, world } from '../../../test/world.ts'
import { limiter } from '../../platform/limits.ts'
import { originKey } from '../../platform/sessions.ts'
import { perOrigin } from './code-limits.ts'

const toStrangers = codesToOneMobile.aDay - codesToOneMobile.keptForKnownBrowsers

const aMinutePasses = (w: World) =>
  w.ctx.db.deleteFrom('allowance').where('key', 'like', 'code-minute%').execute()

/** A registered person after a long rest, and how many messages went to their phone since. */
async function registered(w: World) {
  const person = await givenRegistered(w)
  await rest(w)
  w.sent.splice(0)
  const sent = async () => {
    await runJobs(w)
    return w.sent.filter(({ mobile }) => mobile === person.mobile).length
  }
  const asks = (browser: TestBrowser) => ask(w, browser, person.facts.number, person.mobile)
  return { ...person, sent, asks }
}

for (const isKnown of [true, false])
  test(`R3.3 R3.4 a stranger’s requests for ${isKnown ? 'a known' : 'an unknown'} pair: one a minute, a share a day`, async (t) => {
    const w = await world(t)
    const { facts, mobile } = isKnown
      ? await givenRegistered(w)
      : { facts: syntheticFacts(), mobile: newMobile() }
    await rest(w)
    const asked = () => ask(w, browserIn(w), facts.number, mobile)
    const first = await asked()
    assert.equal(first.statusCode, 202)
    assert.ok(Date.parse(first.json().nextCodeAt) > Date.now() + 55_000)
    const counted = await w.ctx.db.selectFrom('allowance').select('points').execute()
    assert.deepEqual(
      counted.map(({ points }) => points),
      [1, 1, 1, 1, 1],
      'the same is counted whether a code goes out or not',
    )
    const second = await asked()
    assert.equal(codeOf(second), '429 too-many-codes')
    assert.ok(Date.parse(second.json().details.retryAt) < Date.now() + 62_000)
    for (let codes = 1; codes < toStrangers; codes += 1) {
      await aMinutePasses(w)
      assert.equal((await asked()).statusCode, 202)
    }
    await aMinutePasses(w)
    const late = await asked()
    assert.equal(codeOf(late), '429 too-many-codes')
    assert.ok(Date.parse(late.json().details.retryAt) > Date.now() + 23 * 3600_000)
  })

test('R3.4 who knows a mobile number alone cannot use up its codes', async (t) => {
  const w = await world(t)
  const owner = await registered(w)
  for (let tries = 0; tries <= codesToOneMobile.aDay; tries += 1)
    assert.equal((await ask(w, browserIn(w), syntheticFacts().number, owner.mobile)).statusCode, 202)
  const { facts } = await givenPerson(w)
  const registering = await atPhoneStep(w, facts)
  const asked = await registering.call(askRegistrationCode, { mobile: owner.mobile })
  assert.equal(asked.statusCode, 202)
  assert.equal(await owner.sent(), 0)
  assert.equal((await owner.asks(browserIn(w))).statusCode, 202)
  assert.equal(await owner.sent(), 1)
})

test('R3.4 who knows number and phone leaves a browser that has signed in before its share of the ten', async (t) => {
  const w = await world(t)
  const owner = await registered(w)
  for (let codes = 0; codes < codesToOneMobile.aDay; codes += 1) {
    await aMinutePasses(w)
    await owner.asks(browserIn(w))
    await runJobs(w)
  }
  assert.equal(await owner.sent(), toStrangers)
  for (let codes = 0; codes < codesToOneMobile.keptForKnownBrowsers; codes += 1) {
    await aMinutePasses(w)
    assert.equal((await owner.asks(owner.browser)).statusCode, 202)
    await runJobs(w)
  }
  await aMinutePasses(w)
  assert.equal(codeOf(await owner.asks(owner.browser)), '429 too-many-codes')
  assert.equal(await owner.sent(), codesToOneMobile.aDay)
})

test('R3.3 R3.4 within a minute of another code none goes out, and only a known browser hears why', async (t) => {
  const w = await world(t)
  const owner = await registered(w)
  await owner.asks(browserIn(w))
  assert.equal(await owner.sent(), 1)
  assert.equal(codeOf(await owner.asks(owner.browser)), '429 too-many-codes')
  await aMinutePasses(w)
  await owner.asks(owner.browser)
  assert.equal(await owner.sent(), 2)
  assert.equal((await owner.asks(browserIn(w))).statusCode, 202)
  assert.equal(await owner.sent(), 2)
})

test('R3.4 an origin has its own measure of code requests and sign-ins, a known browser there another', async (t) => {
  const w = await world(t)
  const owner = await registered(w)
  const { facts } = await givenPerson(w)
  const registering = await atPhoneStep(w, facts, browserIn(w, owner.browser.address))
  const origin = originKey(w.ctx, owner.browser.address)
  for (const name of ['code-request-origin', 'sign-in-origin']) {
    const count = limiter(w.ctx, name, perOrigin)
    for (let tries = 0; tries < perOrigin.points; tries += 1) await count.consume(origin)
  }
  const refused = '429 too-many-tries'
  const stranger = browserIn(w, owner.browser.address)
  assert.equal(codeOf(await owner.asks(stranger)), refused)
  const given = { number: owner.facts.number, mobile: owner.mobile, code: '000000' }
  const captcha = await solvedCaptcha(w, stranger)
  assert.equal(codeOf(await stranger.call(signIn, { ...given, captcha })), refused)
  assert.equal(codeOf(await registering.call(askRegistrationCode, { mobile: newMobile() })), refused)
  assert.equal((await owner.asks(owner.browser)).statusCode, 202)
  const own = { ...given, captcha: await solvedCaptcha(w, owner.browser) }
  assert.equal(codeOf(await owner.browser.call(signIn, own)), '422 sign-in-mismatch')
})
