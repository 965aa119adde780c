import assert from 'node:assert/strict'
import { test } from 'node:test'
import { meeting } from '../../test/meeting.ts'
import { agree, askInbox, inboxOf, withdraw } from '../../test/messages.ts'
import { givenPerson, givenReader, layCard } from '../../test/people.ts'
import { givenHolder, givenPhone, givenRecord, type Holder, recordUrl, remove } from '../../test/records.ts'
import { runJobs } from '../../test/registering.ts'
import { press, signedIn, type World, world } from '../../test/world.ts'
import { remindExpiry } from './remind-expiry.ts'

const post = (validTo: string | null) => ({
  kind: 'post',
  payload: {
    post: { text: '施工员', code: null },
    specialty: null,
    number: '测岗0001',
    issuer: '测试岗位考核中心',
    province: { text: '上海市', code: '310000' },
    issued: '2024-01-01',
    validTo,
  },
})

const remind = (w: World, limit?: number) => remindExpiry(w.ctx, {}, limit)

/** What the inbox says of approaching ends: days and the record, the newest first. */
async function reminders(w: World, holder: Holder) {
  const { messages } = await inboxOf(w, holder)
  return messages.map(({ template, facts, recordId }) => [template, facts.days, recordId])
}

test('R4.11 a record that ends is told of 90, 30 and 7 days before, once each', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const { id } = await givenRecord(w, holder, post('2026-12-01'))
  const days = [
    '2026-09-01',
    '2026-09-02',
    '2026-10-31',
    '2026-11-01',
    '2026-11-20',
    '2026-11-24',
    '2026-12-02',
  ]
  for (const day of days) {
    w.ctx.today = () => day
    await remind(w)
    await remind(w)
  }
  assert.deepEqual((await reminders(w, holder)).toSorted(), [
    ['record-ending', 30, id],
    ['record-ending', 7, id],
    ['record-ending', 90, id],
  ])
  assert.equal((await inboxOf(w, holder)).messages[0]?.facts.kind, 'post')
})

test('R4.11 two runs at once tell once of a record (lock: record-reminder)', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  await givenPhone(w, holder)
  await agree(w, holder)
  const { id } = await givenRecord(w, holder, post('2026-09-20'))
  await meeting(
    w,
    ['select from record where person_id = $1 and id = $2 for update', [holder.personId, id]],
    [() => remind(w), () => remind(w)],
  )
  assert.equal((await reminders(w, holder)).length, 1)
  await runJobs(w)
  assert.equal(w.sent.length, 1)
})

test('R4.11 what is deleted, has no end, or ended, is not told of', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  await givenRecord(w, holder, post(null))
  await givenRecord(w, holder, post('2026-08-31'))
  const deleted = await givenRecord(w, holder, post('2026-09-20'))
  assert.equal((await remove(w, holder, deleted)).statusCode, 204)
  await remind(w)
  assert.deepEqual(await reminders(w, holder), [])
})

test('R4.11 a record that was given another end is told of anew, and of the former end no more', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const { id } = await givenRecord(w, holder, post('2026-09-20'))
  await remind(w)
  const answer = await press(w.app, holder.cookies, {
    method: 'PUT',
    url: recordUrl(holder, id),
    payload: { version: 1, declared: true, record: post('2026-11-20') },
  })
  assert.equal(answer.statusCode, 200, answer.body)
  await remind(w)
  w.ctx.today = () => '2026-09-15'
  await remind(w)
  assert.deepEqual(await reminders(w, holder), [
    ['record-ending', 90, id],
    ['record-ending', 30, id],
  ])
})

test('R4.11 batches reach everybody, however small they are', async (t) => {
  const w = await world(t)
  const holders = [await givenHolder(w), await givenHolder(w), await givenHolder(w)]
  for (const holder of holders) {
    await givenPhone(w, holder, `199000012${holders.indexOf(holder)}0`)
    await givenRecord(w, holder, post('2026-09-20'))
    await givenRecord(w, holder, post('2026-09-21'))
  }
  await remind(w, 2)
  for (const holder of holders) assert.equal((await reminders(w, holder)).length, 2)
})

test('R12.5 by text message only with consent, one for all, and never after it was withdrawn', async (t) => {
  const w = await world(t)
  const [asked, silent] = [await givenHolder(w), await givenHolder(w)]
  await givenPhone(w, asked, '19900001230')
  await givenPhone(w, silent, '19900001231')
  await agree(w, asked)
  for (const holder of [asked, silent])
    for (const validTo of ['2026-10-01', '2026-09-30']) await givenRecord(w, holder, post(validTo))
  await remind(w)
  await runJobs(w)
  assert.deepEqual(
    w.sent.splice(0).map(({ mobile, text }) => [mobile, /有2条.*30天内届满/.test(text)]),
    [['19900001230', true]],
  )
  assert.equal((await reminders(w, silent)).length, 2)
  w.ctx.today = () => '2026-09-25'
  await remind(w)
  await withdraw(w, asked)
  await runJobs(w)
  w.ctx.today = () => '2026-09-26'
  await givenRecord(w, asked, post('2026-10-02'))
  await remind(w)
  await runJobs(w)
  assert.deepEqual(w.sent, [])
  assert.equal((await reminders(w, asked)).length, 5)
})

test('R2.5 R4.11 a card that ends is told of; the renewed card, read at a window, is not', async (t) => {
  const w = await world(t)
  const { personId, facts } = await givenPerson(w, { validUntil: '2026-09-20' })
  const holder = { personId, facts, cookies: await signedIn(w, personId) }
  await givenPhone(w, holder)
  await givenPhone(w, await givenPerson(w, { validUntil: 'long-term' }), '19900001232')
  await remind(w, 1)
  await remind(w, 1)
  assert.deepEqual(await reminders(w, holder), [['card-ending', 30, null]])
  const told = await w.ctx.db.selectFrom('card_reminder').selectAll().execute()
  assert.deepEqual(
    told.map(({ person_id, card_version, days }) => [person_id, card_version, days]),
    [[personId, 1, 30]],
  )
  await layCard(w, await givenReader(w), { ...facts, validFrom: '2026-09-10', validUntil: '2046-09-10' })
  w.ctx.today = () => '2026-09-15'
  await remind(w)
  assert.equal((await reminders(w, holder)).length, 1)
})

test('R4.11 a card that another run tells of meanwhile is told of once (lock: card-reminder)', async (t) => {
  const w = await world(t)
  const { personId, facts } = await givenPerson(w, { validUntil: '2026-09-20' })
  const holder = { personId, facts, cookies: await signedIn(w, personId) }
  await givenPhone(w, holder)
  await meeting(
    w,
    ['insert into card_reminder (person_id, card_version, days) values ($1, 1, 30)', [personId]],
    [() => remind(w), () => remind(w)],
  )
  assert.deepEqual(await reminders(w, holder), [])
})

test('R12.2 what is told of carries no date and no value, in inbox, text message or audit', async (t) => {
  const w = await world(t)
  const { personId, facts } = await givenPerson(w, { validUntil: '2026-09-20' })
  const holder = { personId, facts, cookies: await signedIn(w, personId) }
  await givenPhone(w, holder)
  await agree(w, holder)
  await remind(w)
  const rows = [
    await w.ctx.db.selectFrom('inbox_message').select('facts').execute(),
    await w.ctx.db.selectFrom('sms_message').select('facts').execute(),
    await w.ctx.db.selectFrom('audit_entry').select('details').where('act', '=', 'expiry.reminded').execute(),
  ]
  assert.deepEqual(rows, [
    [{ facts: { days: 30 } }],
    [{ facts: { count: 1, days: 30 } }],
    [{ details: { reminders: 1, persons: 1, texts: 1 } }],
  ])
  assert.equal((await askInbox(w, {}, personId)).statusCode, 401)
})

test('a batch takes the same statements for one person as for three', async (t) => {
  const w = await world(t)
  const cost = async () => {
    w.statements()
    await remind(w)
    return w.statements().length
  }
  const give = async (mobile: string) => {
    const holder = await givenHolder(w)
    await givenPhone(w, holder, mobile)
    await agree(w, holder)
    await givenRecord(w, holder, post('2026-09-20'))
  }
  await give('19900001241')
  const one = await cost()
  for (const mobile of ['19900001242', '19900001243', '19900001244']) await give(mobile)
  assert.deepEqual([one, await cost()], [one, one])
})
