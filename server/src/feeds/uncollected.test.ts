import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CardFacts } from '@zhuji/domain/card-facts.ts'
import { creditOf, feed, monthOf, numbered, stranger } from '../../test/feeds.ts'
import { withOwner } from '../../test/owner.ts'
import { givenPerson, givenReader, layCard, personOf, syntheticFacts } from '../../test/people.ts'
import { asApp } from '../../test/walls.ts'
import { signedIn, type World, world } from '../../test/world.ts'
import { readBasicInformation } from '../basic-information/read-basic-information.ts'
import { identityOf } from '../card-reads/identity.ts'
import { systemActor } from '../platform/actor.ts'
import { newId } from '../platform/ids.ts'
import { applyFeedLines } from './apply-feed-lines.ts'
import { sweepUncollected } from './sweep-uncollected.ts'

const basics = (w: World, personId: string) =>
  readBasicInformation(w.ctx, { ...systemActor(), role: 'practitioner', id: personId }, personId)

test('R11.2 months come before the person and attach when the card is read', async (t) => {
  const w = await world(t)
  const before = stranger()
  const report = await feed(
    w,
    'social-security',
    numbered([monthOf(before, '2026-08'), monthOf(before, '2026-07')]),
  )
  assert.deepEqual([report.taken, report.rejected], [2, []])
  assert.equal((await w.ctx.db.selectFrom('person').selectAll().execute()).length, 0)
  const { personId } = await givenPerson(w, before.facts)
  const { socialSecurity } = await basics(w, personId)
  assert.deepEqual(
    socialSecurity.map(({ month, state }) => [month, state]),
    [
      ['2026-09', 'not-yet-reported'],
      ['2026-08', 'paid'],
      ['2026-07', 'paid'],
    ],
  )
})

test('R11.2 of a person never collected nothing but key, month and unit is kept', async (t) => {
  const w = await world(t)
  const unknown = stranger()
  const report = await feed(w, 'credit', numbered([creditOf(unknown)]))
  assert.deepEqual(report.rejected, [{ number: 1, reason: 'not-collected', fields: [] }])
  assert.equal((await w.ctx.db.selectFrom('person_key').selectAll().execute()).length, 0)
  await feed(w, 'social-security', numbered([monthOf(unknown, '2026-08')]))
  const kept = await w.ctx.db.selectFrom('social_security').selectAll().execute()
  assert.deepEqual(Object.keys(kept[0] ?? {}).sort(), [
    'batch_id',
    'month',
    'paid',
    'person_id',
    'source_key',
    'unit',
    'unit_code',
  ])
  // Sent again after the card was read, it is taken.
  await givenPerson(w, unknown.facts)
  assert.equal((await feed(w, 'credit', numbered([creditOf(unknown)]))).taken, 1)
})

test('R11.2 after 24 months what is not collected is swept, month and key; the collected keep theirs', async (t) => {
  const w = await world(t)
  const [old, young, collected] = [stranger(), stranger(), await givenPerson(w)]
  await feed(
    w,
    'social-security',
    numbered([
      monthOf(old, '2024-09', { sourceKey: 'a' }),
      monthOf(young, '2024-09', { sourceKey: 'b' }),
      monthOf(young, '2024-10', { sourceKey: 'c' }),
      monthOf(collected, '2024-09', { sourceKey: 'd' }),
    ]),
  )
  await sweepUncollected(w.ctx)
  const months = await w.ctx.db
    .selectFrom('social_security')
    .select(['source_key'])
    .orderBy('source_key')
    .execute()
  assert.deepEqual(
    months.map(({ source_key }) => source_key),
    ['c', 'd'],
  )
  await assert.rejects(personOf(w, old.facts.number))
  assert.ok(await personOf(w, young.facts.number))
  assert.equal(await personOf(w, collected.facts.number), collected.personId)
})

test('R11.2 a key stays as long as a corrected month hangs on it, and both go in the end', async (t) => {
  const w = await world(t)
  const unknown = stranger()
  await feed(w, 'social-security', numbered([monthOf(unknown, '2026-08', { sourceKey: 'a' })]))
  await feed(w, 'social-security', numbered([monthOf(unknown, '2024-08', { sourceKey: 'a' })]))
  await sweepUncollected(w.ctx)
  assert.ok(await personOf(w, unknown.facts.number))
  await withOwner(w, (client) => client.query(`update social_security_former set month = '2024-08-01'`))
  await sweepUncollected(w.ctx)
  await assert.rejects(personOf(w, unknown.facts.number))
  assert.deepEqual(await w.ctx.db.selectFrom('social_security_former').selectAll().execute(), [])
})

test('R11.2 the sweep leaves the key of a card that is just being read', async (t) => {
  const w = await world(t)
  const reading = stranger()
  await feed(w, 'social-security', numbered([monthOf(reading, '2024-08')]))
  const { index } = identityOf(w.ctx.keys, reading.facts.number)
  await withOwner(w, async (client) => {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1::bigint)', [index.readBigInt64BE().toString()])
    await sweepUncollected(w.ctx)
    await client.query('commit')
  })
  const kept = await personOf(w, reading.facts.number)
  await sweepUncollected(w.ctx)
  await assert.rejects(personOf(w, reading.facts.number))
  assert.ok(kept)
})

test('R11.2 R6.10 a card and a feed bring one number at once: one person, with the month (lock: identity)', async (t) => {
  const w = await world(t)
  const facts: CardFacts = syntheticFacts()
  const reader = await givenReader(w)
  const { kind, keyId, index } = identityOf(w.ctx.keys, facts.number)
  const fedPerson = newId()
  await asApp(w, async (client) => {
    await client.query('begin')
    await client.query(
      'insert into person_key (kind, key_id, blind_index, person_id) values ($1, $2, $3, $4)',
      [kind, keyId, index, fedPerson],
    )
    const read = layCard(w, reader, facts)
    for (;;) {
      const { rows } = await client.query(
        `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      await client.query('select pg_stat_clear_snapshot()')
      if (rows[0].n > 0) break
    }
    await client.query('commit')
    assert.equal((await read).outcome, 'first')
  })
  assert.equal(await personOf(w, facts.number), fedPerson)
  assert.equal((await basics(w, fedPerson)).card.number, facts.number)
})

test('R11.2 a lower-case check character names the same person', async (t) => {
  const w = await world(t)
  const first17 = '11999919900101003'
  const facts = syntheticFacts({ number: `${first17}X` })
  const person = await givenPerson(w, facts)
  const line = {
    ...monthOf(person, '2026-08'),
    document: { kind: 'citizen', number: facts.number.toLowerCase() },
  }
  const report = await applyFeedLines(w.ctx, systemActor(), {
    source: 'social-security',
    batchNumber: 'lower',
    lines: numbered([line]),
  })
  assert.deepEqual(report.rejected, [])
  await signedIn(w, person.personId)
  assert.equal((await basics(w, person.personId)).socialSecurity[1]?.state, 'paid')
})
