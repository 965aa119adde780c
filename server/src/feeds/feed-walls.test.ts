import assert from 'node:assert/strict'
import { test } from 'node:test'
import { feedSources, isRecordSource, kindOfSource } from '@zhuji/domain/feed-lines.ts'
import { creditOf, feed, monthOf, numbered } from '../../test/feeds.ts'
import { withOwner } from '../../test/owner.ts'
import { givenHolder } from '../../test/records.ts'
import { asApp, claimedBatch, refusalOf, refusalWithin } from '../../test/walls.ts'
import { world } from '../../test/world.ts'
import { newId } from '../platform/ids.ts'

const denied = '42501'

async function scene(t: Parameters<typeof world>[0]) {
  const w = await world(t)
  const holder = await givenHolder(w)
  const { batchId } = await feed(w, 'credit', numbered([creditOf(holder)]))
  const { id } = await w.ctx.db.selectFrom('record').select('id').executeTakeFirstOrThrow()
  return { w, holder, batchId, id }
}

test('R6.2 R6.9 the app role writes neither level nor batch, and changes nothing that stands at A', async (t) => {
  const { w, holder, batchId, id } = await scene(t)
  const of = [holder.personId, id]
  await asApp(w, async (client) => {
    const refused = (sql: string, values: unknown[] = of) => refusalOf(client, sql, values)
    const where = 'where person_id = $1 and id = $2'
    assert.equal(await refused(`update record set level = 'D' ${where}`), denied)
    assert.equal(await refused(`update record set batch_id = $3 ${where}`, [...of, batchId]), denied)
    assert.equal(await refused(`update record set payload = '{}', version = version + 1 ${where}`), 'ZJ409')
    assert.equal(
      await refused(`update record set status = 'deleted', version = version + 1 ${where}`),
      'ZJ409',
    )
    assert.equal(
      await refused(
        `insert into record (person_id, id, kind, payload, origin, source_key) values ($1, $2, 'credit', '{}', 'feed', 'x')`,
        [holder.personId, newId()],
      ),
      '23514',
    )
    for (const table of ['feed_batch', 'feed_report', 'enterprise_former', 'social_security_former'])
      assert.equal(await refused(`delete from ${table}`, []), denied, table)
    assert.equal(await refused('delete from social_security', []), denied)
    assert.equal(await refused('delete from person_key', []), denied)
    assert.equal(await refused(`update feed_report set taken = 0`, []), denied)
  })
})

test('R11.1 records at A are kept only by the transaction that claimed their batch', async (t) => {
  const { w, holder, batchId } = await scene(t)
  const lines = JSON.stringify([
    { person_id: holder.personId, id: newId(), kind: 'credit', source_key: 'y', payload: {} },
  ])
  const keep = 'select keep_fed_records($1, $2, $3, $4::jsonb)'
  await asApp(w, async (client) => {
    assert.equal(await refusalOf(client, keep, [batchId, newId(), 'system', lines]), 'ZJ409')
    const batch = newId()
    await client.query('begin')
    await client.query(claimedBatch, [batch, 'credit', 'own'])
    assert.equal(await refusalWithin(client, keep, [batch, newId(), 'system', lines]), null)
  })
})

test('R11.1 R6.2 a source brings at A its own kind of record and no other, as the domain has it', async (t) => {
  const { w, holder } = await scene(t)
  const keep = `select keep_fed_records($1, gen_random_uuid(), 'system', $2::jsonb)`
  const known = await w.ctx.db.selectFrom('fed_kind').selectAll().execute()
  assert.deepEqual(Object.fromEntries(known.map(({ source, kind }) => [source, kind])), kindOfSource)
  await asApp(w, async (client) => {
    for (const source of feedSources)
      for (const kind of ['education', 'registration', 'performance', 'credit']) {
        const line = { person_id: holder.personId, id: newId(), kind, source_key: 'z', payload: {} }
        const batch = newId()
        await client.query('begin')
        await client.query(claimedBatch, [batch, source, 'own'])
        const refusal = await refusalWithin(client, keep, [batch, JSON.stringify([line])])
        const isOwn = isRecordSource(source) && kindOfSource[source] === kind
        assert.equal(refusal, isOwn ? null : 'ZJ422', `${source} ${kind}`)
      }
  })
})

test('R11.1 R12.3 no batch stands without its entry in the log', async (t) => {
  const w = await world(t)
  await asApp(w, async (client) => {
    const unlogged = `insert into feed_batch (id, source, batch_number) values ($1, 'credit', 'own')`
    assert.equal(await refusalOf(client, unlogged, [newId()]), 'ZJ409')
    assert.equal(await refusalOf(client, claimedBatch, [newId(), 'credit', 'own']), null)
  })
})

test('R11.2 what is younger than 24 months the app role cannot have swept', async (t) => {
  const w = await world(t)
  await asApp(w, async (client) => {
    const sweep = (months: number) =>
      refusalOf(
        client,
        `select sweep_uncollected((date_trunc('month', now() at time zone 'Asia/Shanghai')
           - make_interval(months => $1))::date)`,
        [months],
      )
    assert.deepEqual([await sweep(22), await sweep(23)], ['ZJ422', null])
  })
})

test('R11.4 even the owner changes a record at A only with another batch, and by its next version', async (t) => {
  const { w, holder, id } = await scene(t)
  const of = [holder.personId, id]
  const where = 'where person_id = $1 and id = $2'
  await withOwner(w, async (client) => {
    const next = `update record set payload = '{}', version = version + 1`
    assert.equal(await refusalOf(client, `${next} ${where}`, of), 'ZJ409')
    const batch = newId()
    await client.query(claimedBatch, [batch, 'credit', 'z'])
    const skipped = `update record set payload = '{}', version = version + 2, batch_id = '${batch}'`
    assert.equal(await refusalOf(client, `${skipped} ${where}`, of), 'ZJ409')
    // Without a revision that says the same no head stands.
    assert.equal(await refusalOf(client, `${next}, batch_id = '${batch}' ${where}`, of), '23503')
  })
})

test('a month is of a first day, and nothing is told of one without a batch', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  await feed(w, 'social-security', numbered([monthOf(holder, '2026-08')]))
  await asApp(w, async (client) => {
    assert.equal(await refusalOf(client, `update social_security set month = '2026-08-02'`), '23514')
    assert.equal(await refusalOf(client, `update social_security set batch_id = gen_random_uuid()`), '23503')
  })
})
