import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dataLevels, levelMoves, moveTable } from '@zhuji/domain/data-level.ts'
import { kindOf, recordKindNames } from '@zhuji/domain/record-kinds.ts'
import type { Client } from 'pg'
import {
  cancel,
  edit,
  givenClerk,
  givenHolder,
  givenRecord,
  givenScannedRecord,
  givenVerifiedRecord,
  lookAt,
  refuse,
  verify,
} from '../../test/records.ts'
import { type World, world } from '../../test/world.ts'
import { newId } from '../platform/ids.ts'
import { withClient } from '../platform/postgres/cluster.ts'

/** Why the database refused, or null when it let the statement pass. */
async function refusalOf(client: Client, sql: string, values: unknown[] = []): Promise<string | null> {
  await client.query('begin')
  try {
    await client.query(sql, values)
    // Deferred constraints speak at the end.
    await client.query('set constraints all immediate')
    return null
  } catch (error) {
    return (error as { code?: string }).code ?? 'unknown'
  } finally {
    await client.query('rollback')
  }
}

const asApp = <T>(w: World, work: (client: Client) => Promise<T>) => withClient(w.appUrl, work)

/** Records at every level; B and A come by the owner's hand, as no use case of today leads there. */
async function everyLevel(t: Parameters<typeof world>[0]) {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const d = await givenScannedRecord(w, holder)
  const c = await givenVerifiedRecord(w, clerk, holder)
  const b = await givenVerifiedRecord(w, clerk, holder)
  const a = await givenRecord(w, holder)
  const [approval, batch] = [newId(), newId()]
  await withClient(w.ownerUrl, async (owner) => {
    await owner.query('insert into approval_freeze values ($1, $2, $3, $4)', [
      holder.personId,
      approval,
      b.id,
      b.version,
    ])
    await owner.query(`select move_level($1, $2, $3, 'freeze', $4)`, [
      holder.personId,
      b.id,
      b.version,
      approval,
    ])
    await owner.query(`insert into feed_batch values ($1, 'test', '1')`, [batch])
    await owner.query(`update record set level = 'A', batch_id = $3 where person_id = $1 and id = $2`, [
      holder.personId,
      a.id,
      batch,
    ])
  })
  return { w, holder, clerk, records: { A: a, B: b, C: c, D: d }, approval, batch }
}

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
    assert.equal(
      await refusalOf(client, `insert into feed_batch values (gen_random_uuid(), 'x', '1')`),
      '42501',
    )
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
          assert.notEqual(refusal, null, `${from} ${move} ${proof}`)
        }
  })
})

test('R6.2 R7.7 a proof that is forged, of another person, record or version, proves nothing', async (t) => {
  const w = await world(t)
  const [holder, other, clerk] = [await givenHolder(w), await givenHolder(w), await givenClerk(w)]
  const record = await givenScannedRecord(w, holder)
  const othersRecord = await givenVerifiedRecord(w, clerk, other)
  const siblings = await givenVerifiedRecord(w, clerk, holder)
  const cancelled = await givenVerifiedRecord(w, clerk, holder)
  await cancel(w, clerk, holder, cancelled)
  const older = await givenVerifiedRecord(w, clerk, holder)
  await cancel(w, clerk, holder, older)
  const edited = (await edit(w, holder, older, { number: '7' })).json()
  const refused = await givenScannedRecord(w, holder)
  await refuse(w, clerk, holder, refused)

  const ofRecord = async (recordId: string) =>
    (
      await w.ctx.db
        .selectFrom('original_verification')
        .select('id')
        .where('record_id', '=', recordId)
        .executeTakeFirstOrThrow()
    ).id
  const tries: [string, { id: string; version: number }, string][] = [
    ['a forged one', record, newId()],
    ['another person’s', record, await ofRecord(othersRecord.id)],
    ['another record’s', record, await ofRecord(siblings.id)],
    ['a refused one', refused, await ofRecord(refused.id)],
    ['a cancelled one', cancelled, await ofRecord(cancelled.id)],
    ['another version’s', edited, await ofRecord(older.id)],
  ]
  await asApp(w, async (client) => {
    for (const [what, { id, version }, proof] of tries) {
      const values = [holder.personId, id, version, proof]
      const verifying = await refusalOf(client, `select move_level($1, $2, $3, 'verify', $4)`, values)
      assert.ok(verifying === '23503' || verifying === 'ZJ422', `${what}: ${verifying}`)
    }
    const old = [holder.personId, siblings.id, 1]
    assert.equal(
      await refusalOf(client, `select move_level($1, $2, $3, 'cancel-verification', null)`, old),
      'ZJ409',
    )
    const cancellation = await client.query('select id from verification_cancellation limit 1')
    const foreign = [holder.personId, siblings.id, siblings.version, cancellation.rows[0].id]
    const undoing = await refusalOf(
      client,
      `select move_level($1, $2, $3, 'cancel-verification', $4)`,
      foreign,
    )
    assert.equal(undoing, 'ZJ422')
  })
})

test('R6.1 R6.3 what is not at D keeps content, version and typed columns, whoever writes', async (t) => {
  const { w, holder, records } = await everyLevel(t)
  const changes = [
    `payload = '{}'`,
    `sealed = '\\x00'`,
    'version = version - 1',
    `status = 'deleted'`,
    `code = '11'`,
    'rank = 8',
    `specialty = 'x'`,
    `employer_code = 'x'`,
    `from_date = '2000-01-01'`,
    `to_date = '2000-01-01'`,
    `valid_to = '2000-01-01'`,
  ]
  await asApp(w, async (client) => {
    for (const level of ['A', 'B', 'C'] as const)
      for (const change of changes) {
        const sql = `update record set ${change} where person_id = $1 and id = $2`
        assert.equal(
          await refusalOf(client, sql, [holder.personId, records[level].id]),
          'ZJ409',
          `${level} ${change}`,
        )
      }
  })
})

test('R6.9 R12.3 history and audit are written once: no UPDATE, no DELETE, no TRUNCATE', async (t) => {
  const { w } = await everyLevel(t)
  const tables = [
    'record_revision',
    'revision_scan',
    'scan',
    'scan_display',
    'original_verification',
    'verification_cancellation',
    'approval_freeze',
    'audit_entry',
    'audit_root',
    'access_entry',
    'card_version',
    'card_read',
    'level_move',
    'record_kind',
  ]
  await asApp(w, async (client) => {
    for (const table of tables) {
      const { rows } = await client.query(
        `select attname from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
        [table],
      )
      for (const { attname } of rows)
        assert.equal(
          await refusalOf(client, `update ${table} set ${attname} = ${attname}`),
          '42501',
          `${table}.${attname}`,
        )
      assert.equal(await refusalOf(client, `delete from ${table}`), '42501', table)
      assert.equal(await refusalOf(client, `truncate ${table} cascade`), '42501', table)
    }
    for (const table of ['record', 'person', 'record_use'])
      assert.equal(await refusalOf(client, `delete from ${table}`), '42501', table)
    const { rows } = await client.query(
      `select to_regclass(relid::text)::text as name from pg_partition_tree('audit_entry') where level > 0`,
    )
    assert.ok(rows.length >= 13)
    for (const { name } of rows) {
      assert.equal(await refusalOf(client, `update ${name} set act = act`), '42501', name)
      assert.equal(await refusalOf(client, `delete from ${name}`), '42501', name)
    }
  })
})

test('R6.2 R12.3 the application role owns nothing, is no superuser, and takes no wall down', async (t) => {
  const { w } = await everyLevel(t)
  await asApp(w, async (client) => {
    const { rows } = await client.query(`
      select rolname, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication,
             (select count(*)::int from pg_class where relowner = r.oid) as relations,
             (select count(*)::int from pg_proc where proowner = r.oid) as functions,
             (select count(*)::int from pg_namespace where nspowner = r.oid) as schemas,
             (select count(*)::int from pg_auth_members where member = r.oid) as memberships
        from pg_roles r where rolname = current_user`)
    assert.deepEqual(rows, [
      {
        rolname: 'zhuji_app',
        rolsuper: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolbypassrls: false,
        rolreplication: false,
        relations: 0,
        functions: 0,
        schemas: 0,
        memberships: 0,
      },
    ])
    const walls = [
      'drop trigger keep_fixed_record on record',
      'alter table record disable trigger keep_fixed_record',
      'alter table record drop constraint level_c_needs_verification',
      'alter table record drop constraint verified_as_seen',
      'create trigger t before update on record for each row execute function keep_fixed_record()',
      'create table public.mine (id int)',
      `create function public.mine() returns int language sql as 'select 1'`,
      'drop function move_level(uuid, uuid, int, text, uuid)',
      'alter table audit_entry rename to nothing',
      // A grant without the right to grant is a warning only: it must have given nothing.
      'grant update (level) on record to zhuji_app; update record set level = level',
      'set role zhuji_owner',
      `insert into level_move values ('D', 'raise', 'A', 'original')`,
      `insert into approval_freeze values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 1)`,
    ]
    for (const wall of walls) assert.equal(await refusalOf(client, wall), '42501', wall)
    const silenced = await refusalOf(client, `set session_replication_role = 'replica'`)
    assert.equal(silenced, '42501')
  })
})

test('R6.2 a search path of one’s own does not deceive move_level', async (t) => {
  const { w, holder, records } = await everyLevel(t)
  await asApp(w, async (client) => {
    await client.query(
      `create temporary table level_move as select 'D' as from_level, 'verify' as move, 'B' as to_level, 'original' as evidence`,
    )
    await client.query('set search_path = pg_temp, public')
    const values = [holder.personId, records.D.id, records.D.version, newId()]
    assert.notEqual(
      await refusalOf(client, `select public.move_level($1, $2, $3, 'verify', $4)`, values),
      null,
    )
  })
})

test('R6.1 a C without a verification, a B without an approval, an A without a batch cannot be, even for the owner', async (t) => {
  const { w, holder, records } = await everyLevel(t)
  await withClient(w.ownerUrl, async (owner) => {
    const tries: [string, string][] = [
      [`level = 'C'`, records.D.id],
      [`level = 'B'`, records.D.id],
      [`level = 'A'`, records.D.id],
      [`level = 'D'`, records.C.id],
      [`level = 'C', verification_id = null`, records.B.id],
      [`level = 'C', verification_id = gen_random_uuid()`, records.D.id],
      [`level = 'B', approval_id = gen_random_uuid()`, records.D.id],
      [`version = 1`, records.C.id],
    ]
    for (const [change, id] of tries) {
      const sql = `update record set ${change} where person_id = $1 and id = $2`
      assert.notEqual(await refusalOf(owner, sql, [holder.personId, id]), null, change)
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
