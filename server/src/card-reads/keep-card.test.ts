import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import type { CardReadMessage } from '@zhuji/contract/card-reads.ts'
import {
  givenReader,
  hoursFromNow,
  layCard,
  personOf,
  readOf,
  sendRead,
  signRead,
  syntheticFacts,
  type TestReader,
} from '../../test/people.ts'
import { type World, world } from '../../test/world.ts'
import { unsealBytes } from '../platform/sealing.ts'
import { identityOf } from './identity.ts'
import { openCard, openCardVersion } from './sealed-card.ts'

const rows = (w: World) => w.ctx.db.selectFrom('person').selectAll().execute()
const audited = (w: World, act: string) =>
  w.ctx.db.selectFrom('audit_entry').selectAll().where('act', '=', act).execute()

async function atWindow(t: TestContext) {
  const w = await world(t)
  const reader = await givenReader(w)
  const send = (message: CardReadMessage, by: TestReader = reader) => sendRead(w, signRead(by, message))
  return { w, reader, send }
}

test('R2.1 R2.2 G85 a card read creates the person and keeps all as read', async (t) => {
  const { w, reader } = await atWindow(t)
  const facts = syntheticFacts({ validUntil: 'long-term' })
  const message = readOf(reader, facts)
  const receipt = (await sendRead(w, signRead(reader, message))).json()
  assert.deepEqual(
    { ...receipt, receiptId: null, receivedAt: null },
    {
      readId: message.readId,
      receiptId: null,
      receivedAt: null,
      repeated: false,
      outcome: 'first',
      flags: [],
    },
  )

  const [person] = await rows(w)
  assert.ok(person)
  assert.deepEqual(openCard(w.ctx.keys, person.person_id, person.card), facts)
  const read = await w.ctx.db.selectFrom('card_read').selectAll().executeTakeFirstOrThrow()
  const place = { table: 'card_read', column: 'text_block', owner: person.person_id }
  assert.equal(unsealBytes(w.ctx.keys, place, read.text_block).toString('base64'), message.textBlock)
  assert.equal(read.window_id, reader.office.windowId)
  assert.equal(read.clerk_id, reader.clerk.staffId)
})

test('R2.5 a newer read refreshes the facts and keeps the earlier ones', async (t) => {
  const { w, reader } = await atWindow(t)
  const facts = syntheticFacts()
  const moved = { ...facts, name: '测试改', address: '测试省虚构市样例路99号', validUntil: '2050-01-01' }
  await layCard(w, reader, facts)
  const [before] = await rows(w)
  assert.equal((await layCard(w, reader, facts)).outcome, 'same')
  assert.equal((await layCard(w, reader, moved)).outcome, 'refreshed')

  const [person, ...others] = await rows(w)
  assert.deepEqual(others, [])
  assert.equal(person?.name, '测试改')
  assert.deepEqual(openCard(w.ctx.keys, person.person_id, person.card), moved)
  assert.equal(Number(person.profile_version), Number(before?.profile_version) + 1)
  const versions = await w.ctx.db.selectFrom('card_version').selectAll().orderBy('version').execute()
  assert.deepEqual(
    versions.map(({ card }) => openCardVersion(w.ctx.keys, person.person_id, card)),
    [facts, moved],
  )
  const reads = await w.ctx.db.selectFrom('card_read').select('card_version').orderBy('counter').execute()
  assert.deepEqual(
    reads.map(({ card_version }) => card_version),
    [1, 1, 2],
  )
})

test('R2.5 R2.4 an older read that arrives late is kept and overwrites nothing', async (t) => {
  const { w, reader } = await atWindow(t)
  const facts = syntheticFacts()
  const earlier = { ...facts, address: '测试省虚构市旧路1号' }
  const late = readOf(reader, earlier, { readAt: hoursFromNow(-3).toISOString() })
  await layCard(w, reader, facts)
  const answer = await sendRead(w, signRead(reader, late))
  assert.equal(answer.json().outcome, 'same')

  const [person] = await rows(w)
  assert.ok(person)
  assert.deepEqual(openCard(w.ctx.keys, person.person_id, person.card), facts)
  assert.equal(person.card_version, 1)
  const history = await w.ctx.db.selectFrom('card_version').selectAll().where('version', '=', 2).execute()
  assert.deepEqual(
    history.map(({ card }) => openCardVersion(w.ctx.keys, person.person_id, card)),
    [earlier],
  )
  assert.equal((await layCard(w, reader, { ...facts, name: '测试新' })).outcome, 'refreshed')
  assert.equal((await rows(w))[0]?.card_version, 3)
})

test('R2.1 R6.10 one new card at many windows at once makes one person (lock: document)', async (t) => {
  const w = await world(t)
  const readers = await Promise.all([1, 2, 3, 4].map(() => givenReader(w)))
  const facts = syntheticFacts()
  const outcomes = await Promise.all(readers.map((reader) => layCard(w, reader, facts)))
  assert.deepEqual(outcomes.map(({ outcome }) => outcome).sort(), ['first', 'same', 'same', 'same'])
  assert.equal((await rows(w)).length, 1)
})

test('R2.1 R6.10 a number that a feed already knew gets its person from the card, once', async (t) => {
  const w = await world(t)
  const facts = syntheticFacts()
  const personId = randomUUID()
  await addKey(w, facts.number, personId)
  const readers = await Promise.all([1, 2, 3, 4, 5, 6].map(() => givenReader(w)))
  await Promise.all(readers.map((reader) => layCard(w, reader, facts)))
  assert.deepEqual(
    (await rows(w)).map((person) => person.person_id),
    [personId],
  )
})

test('R2.5 R6.10 two documents of one person, read at many windows at once, make versions one after another (lock: person-card)', async (t) => {
  const w = await world(t)
  const readers = await Promise.all([1, 2, 3, 4, 5, 6].map(() => givenReader(w)))
  const cards = readers.map((_, n) => syntheticFacts({ name: `测试${n}` }))
  const [first, ...linked] = cards
  const [reader] = readers
  assert.ok(first && reader)
  await layCard(w, reader, first)
  const personId = await personOf(w, first.number)
  for (const { number } of linked) await addKey(w, number, personId)
  await Promise.all(linked.map((card, n) => layCard(w, readers[n + 1] ?? reader, card)))
  const versions = await w.ctx.db.selectFrom('card_version').select('version').orderBy('version').execute()
  assert.deepEqual(
    versions.map(({ version }) => version),
    [1, 2, 3, 4, 5, 6],
  )
})

/** As a feed or a clerk who links two documents adds it. */
async function addKey(w: World, number: string, personId: string): Promise<void> {
  const key = identityOf(w.ctx.keys, number)
  await w.ctx.db
    .insertInto('person_key')
    .values({ kind: key.kind, key_id: key.keyId, blind_index: key.index, person_id: personId })
    .execute()
}

test('R12.1 R12.2 a read leaves an audit entry without values and a line that names the office, not the clerk', async (t) => {
  const { w, reader } = await atWindow(t)
  const facts = syntheticFacts()
  await layCard(w, reader, facts, { presentedBy: 'agent' })
  const [entry] = await audited(w, 'upload-card-read')
  assert.deepEqual([entry?.role, entry?.actor_id], ['clerk', reader.clerk.staffId])
  assert.doesNotMatch(JSON.stringify(entry), new RegExp(`${facts.number}|${facts.name}`))
  const [line, ...more] = await w.ctx.db.selectFrom('access_entry').selectAll().execute()
  assert.deepEqual(more, [])
  assert.deepEqual(
    [line?.person_id, line?.office],
    [await personOf(w, facts.number), reader.office.departmentName],
  )
  assert.doesNotMatch(JSON.stringify(line), new RegExp(reader.clerk.staffId))
})
