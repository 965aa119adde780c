import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dataLevels, levelMoves, moveTable } from '@zhuji/domain/data-level.ts'
import { kindOf, recordKindNames } from '@zhuji/domain/record-kinds.ts'
import { givenHolder, givenScannedRecord } from '../../test/records.ts'
import { asApp, claimedBatch, everyLevel, refusalOf, refusalWithin } from '../../test/walls.ts'
import { givenClerk, lookAt, verify } from '../../test/windows.ts'
import { world } from '../../test/world.ts'
import { newId } from '../platform/ids.ts'
import { withClient } from '../platform/postgres/cluster.ts'

test('R6.2 the moves of the database are those of the domain', async (t) => {
  const w = await world(t)
  const rows = await w.ctx.db.selectFrom('level_move').selectAll().execute()
  const text = (row: { from: string; move: string; to: string; evidence: string }) =>
    `${row.from} ${row.move} ${row.to} ${row.evidence}`
  assert.deepEqual(
    rows
      .map(({ from_level, move, to_level, evidence }) =>
        text({ from: from_level, move, to: to_level, evidence }),
      )
      .sort(),
    moveTable.map(text).sort(),
  )
})

test('R6.2 the kinds of the database are the declared ones, with their evidence', async (t) => {
  const w = await world(t)
  const rows = await w.ctx.db.selectFrom('record_kind').selectAll().execute()
  assert.deepEqual(
    new Map(rows.map(({ kind, evidence }) => [kind, evidence])),
    new Map(recordKindNames.map((kind) => [kind as string, kindOf(kind).evidence as string])),
  )
})

test('R6.2 no UPDATE of the application role moves a level: all sixteen pairs', async (t) => {
  const { w, holder, records, approval, batch } = await everyLevel(t)
  await asApp(w, async (client) => {
    for (const from of dataLevels)
      for (const to of dataLevels) {
        const where = [holder.personId, records[from].id]
        const bare = `update record set level = '${to}' where person_id = $1 and id = $2`
        assert.equal(await refusalOf(client, bare, where), '42501', `${from} to ${to}`)
        const proved = `update record set level = '${to}', verification_id = null, approval_id = '${approval}', batch_id = '${batch}' where person_id = $1 and id = $2`
        assert.equal(await refusalOf(client, proved, where), '42501', `${from} to ${to} with proofs`)
      }
    for (const proof of [
      'verification_id',
      'approval_id',
      'batch_id',
      'recheck',
      'kind',
      'origin',
      'person_id',
      'id',
    ])
      assert.equal(await refusalOf(client, `update record set ${proof} = ${proof}`), '42501', proof)
  })
})

test('R6.2 no INSERT of the application role begins at a level of its choice', async (t) => {
  const { w, holder, approval, batch } = await everyLevel(t)
  await asApp(w, async (client) => {
    for (const level of dataLevels)
      assert.equal(
        await refusalOf(
          client,
          `insert into record (person_id, id, kind, payload, level, approval_id, batch_id)
           values ($1, gen_random_uuid(), 'degree', '{}', $2, $3, $4)`,
          [holder.personId, level, level === 'B' ? approval : null, level === 'A' ? batch : null],
        ),
        '42501',
        level,
      )
    const upsert = `insert into record (person_id, id, kind, payload) values ($1, $2, 'degree', '{}')
                    on conflict (person_id, id) do update set level = 'C'`
    assert.equal(await refusalOf(client, upsert, [holder.personId, newId()]), '42501')
  })
})

test('R6.2 R11.1 the application role writes at A only through the batch that its own transaction claims', async (t) => {
  const { w, holder, batch } = await everyLevel(t)
  const line = { person_id: holder.personId, id: newId(), kind: 'credit', source_key: '1', payload: {} }
  const kept = `select keep_fed_records($1, gen_random_uuid(), 'system', $2)`
  const claimed = newId()
  await asApp(w, async (client) => {
    assert.equal(await refusalOf(client, kept, [batch, JSON.stringify([line])]), 'ZJ409')
    await client.query('begin')
    await client.query(claimedBatch, [claimed, 'credit', '2'])
    assert.equal(await refusalWithin(client, kept, [claimed, JSON.stringify([line])]), null)
  })
})

test('R6.2 move_level makes the moves of the table with their proof and no other', async (t) => {
  const { w, holder, records, approval } = await everyLevel(t)
  const passed = await w.ctx.db
    .selectFrom('original_verification')
    .select('id')
    .where('record_id', '=', records.C.id)
    .executeTakeFirstOrThrow()
  await asApp(w, async (client) => {
    for (const from of dataLevels)
      for (const move of [...levelMoves, 'raise', ''])
        for (const proof of [newId(), passed.id, approval, null]) {
          const { id } = records[from]
          const { version } = (await client.query('select version from record where id = $1', [id])).rows[0]
          const values = [holder.personId, id, version, move, proof]
          const refusal = await refusalOf(client, 'select move_level($1, $2, $3, $4, $5)', values)
          assert.equal(refusal, refusalWithout(from, move, proof), `${from} ${move} ${proof}`)
        }
  })
})

/** A move of the table founders on what it lacks, any other on the table. */
function refusalWithout(from: string, move: string, proof: string | null): string {
  const known = moveTable.some((row) => row.from === from && row.move === move && row.evidence === 'original')
  if (!known || move === 'cancel-verification') return 'ZJ422'
  return proof === null ? '23514' : '23503'
}

test('R6.2 a search path of one’s own does not deceive move_level', async (t) => {
  const { w, holder, records } = await everyLevel(t)
  await asApp(w, async (client) => {
    await client.query(
      `create temporary table level_move as select 'D' as from_level, 'verify' as move, 'B' as to_level, 'original' as evidence`,
    )
    await client.query('set search_path = pg_temp, public')
    const values = [holder.personId, records.D.id, records.D.version, newId()]
    // By the true table it reaches C, where a verification is missing; by the false one it reached B.
    assert.equal(
      await refusalOf(client, `select public.move_level($1, $2, $3, 'verify', $4)`, values),
      '23503',
    )
  })
})

test('R6.1 a C without a verification, a B without an approval, an A without a batch cannot be, even for the owner', async (t) => {
  const { w, holder, records } = await everyLevel(t)
  await withClient(w.ownerUrl, async (owner) => {
    const tries: [string, string, string][] = [
      [`level = 'C'`, records.D.id, '23514'],
      [`level = 'B'`, records.D.id, '23514'],
      [`level = 'A'`, records.D.id, '23514'],
      [`level = 'D'`, records.C.id, '23514'],
      [`level = 'C', verification_id = null`, records.B.id, '23514'],
      [`level = 'C', verification_id = gen_random_uuid()`, records.D.id, '23503'],
      [`level = 'B', approval_id = gen_random_uuid()`, records.D.id, '23503'],
      [`version = 1`, records.C.id, 'ZJ409'],
    ]
    for (const [change, id, refusal] of tries) {
      const sql = `update record set ${change} where person_id = $1 and id = $2`
      assert.equal(await refusalOf(owner, sql, [holder.personId, id]), refusal, change)
    }
  })
})

test('R6.2 D to C by move_level with a passed verification of this version is the one that passes', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const record = await givenScannedRecord(w, holder)
  await lookAt(w, clerk, holder, record)
  await verify(w, clerk, holder, record)
  const row = await w.ctx.db.selectFrom('record').select(['level', 'verification_outcome']).executeTakeFirst()
  assert.deepEqual(row, { level: 'C', verification_outcome: 'passed' })
})
