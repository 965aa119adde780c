import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { askRegistrationCode, bindPhone, giveCardFacts } from '@zhuji/contract/accounts.ts'
import type { Client } from 'pg'
import { browserIn, codeOf } from '../../../test/browser.ts'

import { givenPerson } from '../../../test/people.ts'
import {
  atPhoneStep,
  begin,
  factsToType,
  givenRegistered,
  lastCode,
  newMobile,
  runJobs,
} from '../../../test/registering.ts'
import { type World, world } from '../../../test/world.ts'
import { withClient } from '../../platform/postgres/cluster.ts'

/** A browser that has a code for this phone. */
async function withCode(w: World, mobile: string) {
  const person = await givenPerson(w)
  const browser = await atPhoneStep(w, person.facts)
  await w.ctx.db.deleteFrom('allowance').execute()
  await browser.call(askRegistrationCode, { mobile })
  await runJobs(w)
  return { ...person, browser, code: lastCode(w, mobile) }
}

test('R3.6 two people bind one phone at once: one has it, the other hears that it is taken', async (t) => {
  const w = await world(t)
  const mobile = newMobile()
  const all = [await withCode(w, mobile), await withCode(w, mobile), await withCode(w, mobile)]
  const answers = await Promise.all(all.map(({ browser, code }) => browser.call(bindPhone, { mobile, code })))
  assert.deepEqual(answers.map((answer) => answer.statusCode).sort(), [201, 409, 409])
  const refused = answers.find((answer) => answer.statusCode === 409)
  assert.deepEqual(refused?.json().details, { code: 'mobile-bound-elsewhere' })
})

test('R3.4 R3.6 of a person in two browsers the one with the newer code binds the phone', async (t) => {
  const w = await world(t)
  const { facts } = await givenPerson(w)
  const tries = []
  for (const mobile of [newMobile(), newMobile()]) {
    const browser = await atPhoneStep(w, facts)
    await browser.call(askRegistrationCode, { mobile })
    await runJobs(w)
    tries.push({ browser, mobile, code: lastCode(w, mobile) })
  }
  // A newer code replaces the older one, whatever phone it went to.
  const answers = []
  for (const { browser, mobile, code } of tries) answers.push(await browser.call(bindPhone, { mobile, code }))
  assert.deepEqual(
    answers.map((answer) => answer.statusCode),
    [422, 201],
  )
})

test('R3.1 a person who became registered meanwhile is told to sign in', async (t) => {
  const w = await world(t)
  const person = await withCode(w, newMobile())
  const mobile = newMobile()
  const browser = person.browser
  await browser.call(askRegistrationCode, { mobile })
  await runJobs(w)
  await w.ctx.db
    .insertInto('phone_binding')
    .values({ key_id: 1, blind_index: randomBytes(32), person_id: person.personId, mobile: Buffer.of(0) })
    .execute()
  assert.equal(
    codeOf(await browser.call(bindPhone, { mobile, code: lastCode(w, mobile) })),
    '409 already-registered',
  )
})

test('R3.3 R3.6 to a phone of somebody else no code goes, and the answer is the same', async (t) => {
  const w = await world(t)
  const holder = await givenRegistered(w)
  const { facts } = await givenPerson(w)
  const browser = await atPhoneStep(w, facts)
  await w.ctx.db.deleteFrom('allowance').execute()
  const shape = async (mobile: string) => {
    w.statements()
    const answer = await browser.call(askRegistrationCode, { mobile })
    return { status: answer.statusCode, keys: Object.keys(answer.json()), statements: w.statements() }
  }
  const sent = w.sent.length
  const taken = await shape(holder.mobile)
  await runJobs(w)
  assert.equal(w.sent.length, sent)
  const free = newMobile()
  assert.deepEqual(await shape(free), taken)
  await runJobs(w)
  assert.equal(w.sent.at(-1)?.mobile, free)
})

test('R12.3 R3.3 a code asked for is in the audit log, whether it goes out or not', async (t) => {
  const w = await world(t)
  const holder = await givenRegistered(w)
  const { facts, personId } = await givenPerson(w)
  const browser = await atPhoneStep(w, facts)
  await w.ctx.db.deleteFrom('allowance').execute()
  for (const mobile of [holder.mobile, newMobile()]) await browser.call(askRegistrationCode, { mobile })
  const entries = await w.ctx.db
    .selectFrom('audit_entry')
    .select(['role', 'details'])
    .where('act', '=', 'registration.code-asked')
    .where('person_id', '=', personId)
    .execute()
  assert.deepEqual(entries, Array(2).fill({ role: 'anonymous', details: {} }))
})

test('R3.4 G23 the code is for this phone and purpose, works once and is stored nowhere', async (t) => {
  const w = await world(t)
  const mobile = newMobile()
  const { browser, code, personId } = await withCode(w, mobile)
  assert.match(w.sent.at(-1)?.text ?? '', /24小时内有效/)
  assert.equal(codeOf(await browser.call(bindPhone, { mobile: newMobile(), code })), '422 code-wrong')
  const wrong = code === '000000' ? '000001' : '000000'
  assert.equal(codeOf(await browser.call(bindPhone, { mobile, code: wrong })), '422 code-wrong')
  const row = await w.ctx.db
    .selectFrom('sms_code')
    .selectAll()
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  assert.equal(row.wrong_tries, 1)
  assert.ok(!JSON.stringify(row).includes(code))
  assert.ok(Math.abs(row.expires_at.getTime() - Date.now() - 24 * 3600_000) < 60_000)
  assert.equal((await browser.call(bindPhone, { mobile, code })).statusCode, 201)
})

test('R3.4 five wrong codes lock the registration for 15 minutes', async (t) => {
  const w = await world(t)
  const mobile = newMobile()
  const { browser, code } = await withCode(w, mobile)
  const wrong = code === '000000' ? '000001' : '000000'
  for (let tries = 0; tries < 5; tries += 1)
    assert.equal(codeOf(await browser.call(bindPhone, { mobile, code: wrong })), '422 code-wrong')
  assert.equal(codeOf(await browser.call(bindPhone, { mobile, code })), '429 too-many-tries')
})

test('R3.6 a number that is none is said to be none', async (t) => {
  const w = await world(t)
  const { facts } = await givenPerson(w)
  const browser = await atPhoneStep(w, facts)
  for (const mobile of ['1990000000', '１９９００００００００', '29900000000'])
    assert.equal(codeOf(await browser.call(askRegistrationCode, { mobile })), '422 mobile-malformed')
})

test('R3.1 R6.10 of the same step taken twice at once one counts (lock: registration-attempt)', async (t) => {
  const w = await world(t)
  const { facts } = await givenPerson(w)
  const browser = browserIn(w)
  await begin(w, browser, facts)
  const give = () => browser.call(giveCardFacts, factsToType(facts))
  const answers = await withClient(w.appUrl, async (client) => {
    await client.query('begin')
    await client.query('select from registration_attempt for update')
    const given = Promise.all([give(), give(), give()])
    // All three have come as far as they can before the row is let go.
    while ((await waitingIn(client)) < 3);
    await client.query('commit')
    return given
  })
  assert.deepEqual(answers.map((answer) => answer.statusCode).sort(), [200, 409, 409])
})

async function waitingIn(client: Client): Promise<number> {
  await client.query('select pg_stat_clear_snapshot()')
  const { rows } = await client.query(
    `select count(*)::int as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows[0].n
}
