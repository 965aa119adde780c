import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asApp, everyLevel, refusalOf } from '../../test/walls.ts'

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
    'processing_notice',
    'notice_acknowledgement',
    'consent_event',
    'record_reminder',
    'card_reminder',
    'card_read',
    'level_move',
    'record_kind',
    'fed_kind',
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
      'drop trigger keep_true_head on record',
      'drop trigger keep_pages on revision_scan',
      'alter table revision_scan disable trigger user',
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
