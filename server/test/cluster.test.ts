import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withClient } from '../src/platform/postgres/cluster.ts'
import { testDatabase } from './cluster.ts'

test('test databases: each is migrated, and none sees what another wrote', async (t) => {
  const [one, two] = await Promise.all([testDatabase(t), testDatabase(t)])
  await withClient(one.ownerUrl, (client) => client.query('create table mark ()'))
  const seen = await withClient(two.ownerUrl, async (client) => {
    const { rows } = await client.query(
      `select to_regclass('mark') as mark, to_regclass('kysely_migration') is not null as migrated`,
    )
    return rows[0]
  })
  assert.deepEqual(seen, { mark: null, migrated: true })
})

test('test databases: the app role is neither superuser nor owner', async (t) => {
  const { appUrl } = await testDatabase(t)
  const { rows } = await withClient(appUrl, (client) =>
    client.query(
      `select rolname, rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user`,
    ),
  )
  assert.deepEqual(rows, [
    { rolname: 'zhuji_app', rolsuper: false, rolbypassrls: false, rolcreaterole: false },
  ])
})
