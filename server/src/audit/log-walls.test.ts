import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asApp, refusalOf } from '../../test/walls.ts'
import { world } from '../../test/world.ts'

const written: [table: string, columns: readonly string[]][] = [
  ['audit_entry', ['at', 'xid']],
  ['access_entry', ['at']],
  ['audit_root', ['signed_at']],
  ['record_revision', ['at', 'xid']],
  ['original_verification', ['at']],
  ['verification_cancellation', ['at']],
  ['scan_display', ['at']],
]

test('R12.3 when something was and in which transaction, the database says', async (t) => {
  const w = await world(t)
  await asApp(w, async (client) => {
    for (const [table, columns] of written)
      for (const column of columns) {
        const sql = `insert into ${table} (${column}) select ${column} from ${table}`
        assert.equal(await refusalOf(client, sql), '42501', `${table}.${column}`)
      }
  })
})

test('R12.3 an entry goes through the log as a whole, never into a month by itself', async (t) => {
  const w = await world(t)
  const entry = `(id, role, act, salt, commitment) values (gen_random_uuid(), 'system', 'x', '', '')`
  await asApp(w, async (client) => {
    assert.equal(await refusalOf(client, `insert into audit_entry ${entry}`), null)
    await client.query(`select ensure_audit_partition((current_date + interval '20 months')::date)`)
    const { rows } = await client.query(
      `select relid::regclass::text as name from pg_partition_tree('audit_entry') where level > 0`,
    )
    assert.ok(rows.length >= 15)
    for (const { name } of rows)
      assert.equal(await refusalOf(client, `insert into ${name} ${entry}`), '42501', name)
  })
})
