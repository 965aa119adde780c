import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CardReadMessage } from '@zhuji/contract/card-reads.ts'
import { refusalTable } from '@zhuji/contract/refusal-words.ts'
import { browserIn, codeOf } from '../../test/browser.ts'
import { withOwner } from '../../test/owner.ts'
import { givenPerson, hoursFromNow } from '../../test/people.ts'
import {
  askCode,
  begin,
  type ChangingWindow,
  codeFor,
  complete,
  givenChangingWindow,
  see,
  withCard,
} from '../../test/phone-changes.ts'
import { givenRegistered, newMobile, type Registered, runJobs } from '../../test/registering.ts'
import { type World, world } from '../../test/world.ts'

type Read = Partial<CardReadMessage>
const reads: [why: string, code: string, read: Read][] = [
  ['G25 a read of an enterprise’s batch', 'phone-change-not-in-person', { presentedBy: 'enterprise' }],
  ['G25 a read for an agent', 'phone-change-not-in-person', { presentedBy: 'agent' }],
  [
    'a read that is ten minutes old',
    'phone-change-read-old',
    { readAt: hoursFromNow(-10.1 / 60).toISOString() },
  ],
]
for (const [why, code, read] of reads)
  test(`R3.8 no phone is changed, and no code sent, on ${why}`, async (t) => {
    const w = await world(t)
    const person = await givenRegistered(w)
    const window = await givenChangingWindow(w)
    const id = await withCard(w, window, person.facts, read)
    await refusedThroughout(w, window, id, code)
  })

test('R2.7 R3.8 an expired card changes no phone', async (t) => {
  const w = await world(t)
  const person = await givenRegistered(w)
  const window = await givenChangingWindow(w)
  const id = await withCard(w, window, { ...person.facts, validUntil: '2026-08-31' })
  await refusedThroughout(w, window, id, 'phone-change-card-expired')
  assert.equal((await see(window, id)).json().refusal.validUntil, '2026-08-31')
  const today = await withCard(w, window, { ...person.facts, validUntil: '2026-09-01' })
  assert.equal((await see(window, today)).json().refusal, null)
})

test('R3.8 who has no phone bound is told to register by text message', async (t) => {
  const w = await world(t)
  const person = await givenPerson(w)
  const window = await givenChangingWindow(w)
  const id = await withCard(w, window, person.facts)
  await refusedThroughout(w, window, id, 'phone-change-none-bound')
  assert.match(JSON.stringify(refusalTable['phone-change-none-bound']), /短信用户注册/)
})

test('R3.8 G26 before the card is read, without a number, and to the same number no code goes out', async (t) => {
  const { w, person, window } = await ready(t)
  const { id } = await begin(window)
  assert.equal(codeOf(await askCode(window, id, newMobile())), '409 phone-change-no-card')
  assert.equal(codeOf(await complete(window, id, newMobile(), '000000')), '409 phone-change-no-card')
  const read = await withCard(w, window, person.facts)
  assert.equal(codeOf(await askCode(window, read, '1２345')), '422 mobile-malformed')
  assert.equal(codeOf(await askCode(window, read, person.mobile)), '409 phone-change-same-number')
  assert.equal(codeOf(await askCode(window, read, `+86 ${person.mobile}`)), '409 phone-change-same-number')
  await runJobs(w)
  assert.deepEqual(w.sent, [])
})

test('R3.8 after ten minutes nothing is shown or changed any more', async (t) => {
  const { w, person, window } = await ready(t)
  const id = await withCard(w, window, person.facts)
  const mobile = newMobile()
  const code = await codeFor(w, window, id, mobile)
  await withOwner(w, (client) =>
    client.query(`update phone_change set expires_at = expires_at - interval '10 minutes'`),
  )
  assert.equal(codeOf(await see(window, id)), '409 phone-change-over')
  assert.equal(codeOf(await askCode(window, id, newMobile())), '409 phone-change-over')
  assert.equal(codeOf(await complete(window, id, mobile, code)), '409 phone-change-over')
})

test('R3.4 R3.8 one code a minute to the new number', async (t) => {
  const { w, person, window } = await ready(t)
  const id = await withCard(w, window, person.facts)
  const mobile = newMobile()
  await codeFor(w, window, id, mobile)
  assert.equal(codeOf(await askCode(window, id, mobile)), '429 too-many-codes')
  assert.equal(codeOf(await askCode(window, id, person.mobile)), '409 phone-change-same-number')
})

test('R3.7 a code that was asked for before somebody else proved the number changes nothing', async (t) => {
  const { w, person, window } = await ready(t)
  const other = await givenRegistered(w)
  const mobile = newMobile()
  const [first, second] = [await withCard(w, window, person.facts), await withCard(w, window, other.facts)]
  const earlier = await codeFor(w, window, first, mobile)
  await complete(window, second, mobile, await codeFor(w, window, second, mobile))
  assert.equal(codeOf(await complete(window, first, mobile, earlier)), '409 phone-change-overtaken')
  const later = await codeFor(w, window, first, mobile)
  assert.equal((await complete(window, first, mobile, later)).statusCode, 201)
})

test('R6.10 R3.6 two change to one number at once: one has it, the other is refused on record (lock: phone-change)', async (t) => {
  const w = await world(t)
  const mobile = newMobile()
  const all = [await changing(w, mobile), await changing(w, mobile), await changing(w, mobile)]
  const answers = await Promise.all(all.map(({ window, id, code }) => complete(window, id, mobile, code)))
  assert.deepEqual(answers.map((answer) => (answer.statusCode === 201 ? 'changed' : codeOf(answer))).sort(), [
    '409 phone-change-overtaken',
    '409 phone-change-overtaken',
    'changed',
  ])
  const refused = await w.ctx.db
    .selectFrom('audit_entry')
    .select('person_id')
    .where('act', '=', 'phone-change.refused')
    .execute()
  const losers = all.filter((_, at) => answers[at]?.statusCode !== 201).map(({ personId }) => personId)
  assert.deepEqual(refused.map((entry) => entry.person_id).sort(), losers.sort())
  assert.equal((await w.ctx.db.selectFrom('phone_binding').selectAll().execute()).length, all.length)
})

test('R6.10 one change saved twice at once is done once, and no try is counted (lock: phone-change)', async (t) => {
  const w = await world(t)
  const mobile = newMobile()
  const { window, id, code } = await changing(w, mobile)
  const answers = await Promise.all([1, 2].map(() => complete(window, id, mobile, code)))
  assert.deepEqual(answers.map((answer) => (answer.statusCode === 201 ? 'changed' : codeOf(answer))).sort(), [
    '409 phone-change-done',
    'changed',
  ])
  const { wrong_tries } = await w.ctx.db
    .selectFrom('sms_code')
    .select('wrong_tries')
    .where('purpose', '=', 'phone-change')
    .executeTakeFirstOrThrow()
  assert.equal(wrong_tries, 0)
})

test('R6.10 R3.6 two people exchange their numbers at once, and neither waits for the other for ever', async (t) => {
  const w = await world(t)
  const [one, two] = [await givenRegistered(w), await givenRegistered(w)]
  const wants = [await changing(w, two.mobile, one), await changing(w, one.mobile, two)]
  const answers = await Promise.all(
    wants.map(({ window, id, code, mobile }) => complete(window, id, mobile, code)),
  )
  assert.deepEqual(answers.map((answer) => answer.statusCode).sort(), [201, 409])
  const winner = wants[answers.findIndex((answer) => answer.statusCode === 201)]
  const [binding, ...more] = await w.ctx.db.selectFrom('phone_binding').select('person_id').execute()
  assert.deepEqual([binding?.person_id, more], [winner?.personId, []])
})

async function ready(t: Parameters<typeof world>[0]) {
  const w = await world(t)
  const person = await givenRegistered(w)
  const window = await givenChangingWindow(w)
  w.sent.splice(0)
  return { w, person, window }
}

/** Somebody with the right code for this number in hand. */
async function changing(w: World, mobile: string, registered?: Registered) {
  const person = registered ?? (await givenRegistered(w))
  const window = await givenChangingWindow(w)
  const id = await withCard(w, window, person.facts)
  return { window, id, mobile, code: await codeFor(w, window, id, mobile), personId: person.personId }
}

async function refusedThroughout(w: World, window: ChangingWindow, id: string, code: string) {
  w.sent.splice(0)
  const mobile = newMobile()
  assert.equal((await see(window, id)).json().refusal.code, code)
  assert.equal(codeOf(await askCode(window, id, mobile)), `409 ${code}`)
  assert.equal(codeOf(await complete(window, id, mobile, '000000')), `409 ${code}`)
  assert.ok(code in refusalTable)
  await runJobs(w)
  assert.deepEqual(w.sent, [])
  const [own] = await w.ctx.db.selectFrom('phone_change').select('completed_at').execute()
  assert.equal(own?.completed_at, null)
  assert.equal((await see({ ...window, browser: browserIn(w) }, id)).statusCode, 401)
}
