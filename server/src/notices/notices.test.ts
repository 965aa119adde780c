import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seeSession } from '@zhuji/contract/accounts.ts'
import { acknowledgeNotice as acknowledging, readConsents, readNotice } from '@zhuji/contract/notices.ts'
import { browserIn, codeOf } from '../../test/browser.ts'
import { meeting } from '../../test/meeting.ts'
import { agree, withdraw } from '../../test/messages.ts'
import { givenHolder, type Holder } from '../../test/records.ts'
import { press, type World, world } from '../../test/world.ts'
import { systemActor } from '../platform/actor.ts'
import { publishNotice } from './publish-notice.ts'

const words = { zh: '测试', en: 'test' }
const notice = (version: number, inForceFrom = '2026-08-01') => ({
  version,
  inForceFrom,
  sections: [{ key: 'controller', heading: words, paragraphs: [words], items: [] }],
})

const publish = (w: World, version: number, inForceFrom?: string) =>
  publishNotice(w.ctx, systemActor(), notice(version, inForceFrom))

const acknowledge = (w: World, holder: Holder, version: number) =>
  press(w.app, holder.cookies, {
    method: 'POST',
    url: acknowledging.path.replace(':personId', holder.personId),
    payload: { version },
  })

async function toAcknowledge(w: World, holder: Holder): Promise<number | null> {
  const browser = browserIn(w)
  browser.cookies = { ...holder.cookies }
  return (await browser.call(seeSession)).json().actor.noticeToAcknowledge
}

const agreements = async (w: World, holder: Holder) => {
  const url = readConsents.path.replace(':personId', holder.personId)
  return (await press(w.app, holder.cookies, { method: 'GET', url })).json()
}

test('R12.5 everybody may read the notice in force, in both languages, with all that it must say', async (t) => {
  const w = await world(t)
  const { version, sections } = (await browserIn(w).call(readNotice)).json()
  assert.equal(version, 1)
  assert.deepEqual(
    sections.map(({ key }: { key: string }) => key),
    ['controller', 'purpose', 'kinds', 'sensitive', 'manner', 'retention', 'rights', 'optional', 'contact'],
  )
  for (const { heading, paragraphs, items } of sections)
    for (const { zh, en } of [heading, ...paragraphs, ...items]) {
      assert.match(zh, /[\u4e00-\u9fff]/)
      assert.match(en, /^[^\u4e00-\u9fff]+$/)
    }
})

test('R12.5 the notice asks once: acknowledged with version and time, and the first time counts', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  assert.equal(await toAcknowledge(w, holder), 1)
  const first = await acknowledge(w, holder, 1)
  assert.equal(first.statusCode, 201, first.body)
  assert.equal(await toAcknowledge(w, holder), null)
  const again = await acknowledge(w, holder, 1)
  assert.deepEqual([again.statusCode, again.json()], [201, first.json()])
  assert.deepEqual((await agreements(w, holder)).acknowledged, [first.json()])
  const entries = await w.ctx.db
    .selectFrom('audit_entry')
    .select(['person_id', 'details'])
    .where('act', '=', 'notice.acknowledged')
    .execute()
  assert.deepEqual(entries, [{ person_id: holder.personId, details: { version: 1 } }])
})

test('R12.5 a new version asks again from its day on, and the old acknowledgement stays', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  await acknowledge(w, holder, 1)
  await publish(w, 2, '2026-09-02')
  assert.equal(await toAcknowledge(w, holder), null)
  w.ctx.today = () => '2026-09-02'
  assert.equal(await toAcknowledge(w, holder), 2)
  assert.equal((await browserIn(w).call(readNotice)).json().version, 2)
  await acknowledge(w, holder, 2)
  assert.deepEqual(
    (await agreements(w, holder)).acknowledged.map(({ version }: { version: number }) => version),
    [2, 1],
  )
})

test('R12.5 another version than the one in force is not acknowledged', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  await publish(w, 2)
  for (const version of [1, 3])
    assert.equal(codeOf(await acknowledge(w, holder, version)), '409 notice-changed')
  assert.equal(await toAcknowledge(w, holder), 2)
})

test('R12.5 what was published stays: its version is taken', async (t) => {
  const w = await world(t)
  await assert.rejects(publish(w, 1), /notice-version-taken/)
  assert.ok((await browserIn(w).call(readNotice)).json().sections.length > 1)
})

test('R12.5 acknowledging is no consent; an optional use is asked for by itself', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  await acknowledge(w, holder, 1)
  const use = 'expiry-reminders-by-sms'
  assert.deepEqual((await agreements(w, holder)).consents, [{ use, stands: false, decidedAt: null }])
  const given = (await agree(w, holder)).json()
  assert.deepEqual([given.use, given.stands], [use, true])
  assert.deepEqual((await agreements(w, holder)).consents, [given])
  const withdrawn = (await withdraw(w, holder)).json()
  assert.equal(withdrawn.stands, false)
  assert.deepEqual((await agreements(w, holder)).consents, [withdrawn])
  assert.equal((await agree(w, holder)).json().stands, true)
})

test('R12.5 consent is kept as events, each with its wording; the same said twice is one', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  await withdraw(w, holder)
  for (const say of [agree, agree, withdraw, withdraw]) await say(w, holder)
  const events = await w.ctx.db
    .selectFrom('consent_event')
    .select(['use', 'wording', 'given'])
    .orderBy('at')
    .execute()
  const use = 'expiry-reminders-by-sms'
  assert.deepEqual(events, [
    { use, wording: 1, given: true },
    { use, wording: 1, given: false },
  ])
  const acts = await w.ctx.db
    .selectFrom('audit_entry')
    .select('act')
    .where('act', 'like', 'consent.%')
    .orderBy('at')
    .execute()
  assert.deepEqual(
    acts.map(({ act }) => act),
    ['consent.given', 'consent.withdrawn'],
  )
})

test('R12.5 consent to another wording than the one of today is none', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  assert.equal(codeOf(await agree(w, holder, 2)), '409 consent-wording-changed')
  assert.equal((await agreements(w, holder)).consents[0].stands, false)
})

test('R12.2 R12.5 nobody acknowledges or agrees for another', async (t) => {
  const w = await world(t)
  const [holder, other] = [await givenHolder(w), await givenHolder(w)]
  const asOther = { ...holder, cookies: other.cookies }
  assert.equal((await acknowledge(w, asOther, 1)).statusCode, 404)
  assert.equal((await agree(w, asOther)).statusCode, 404)
  assert.equal((await withdraw(w, asOther)).statusCode, 404)
  assert.equal(await toAcknowledge(w, holder), 1)
})

test('R6.10 R12.5 two presses at once acknowledge once (lock: acknowledgement)', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const press = () => acknowledge(w, holder, 1)
  const answers = await meeting(
    w,
    ['select from person where person_id = $1 for update', [holder.personId]],
    [press, press],
  )
  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [201, 201],
  )
  const entries = await w.ctx.db
    .selectFrom('audit_entry')
    .select('id')
    .where('act', '=', 'notice.acknowledged')
    .execute()
  assert.equal(entries.length, 1)
})

test('the agreements take one statement beside the session', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  w.statements()
  await agreements(w, holder)
  assert.equal(w.statements().length, 2)
})
