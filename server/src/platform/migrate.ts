import { readdir, readFile } from 'node:fs/promises'
import { runMigrations as migrateQueue } from 'graphile-worker'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import pg from 'pg'

const folder = new URL('../../migrations/', import.meta.url)

/**
 * Brings a database up to date as its owner. Two servers that start at once are safe: the second finds nothing to do.
 */
export function migrateDatabase(ownerUrl: string): Promise<void> {
  return asOwner(ownerUrl, async (pool) => {
    const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
    const { error } = await new Migrator({
      db,
      provider: { getMigrations: readMigrations },
    }).migrateToLatest()
    if (error) throw error
    await migrateQueue({ pgPool: pool })
  })
}

async function asOwner(ownerUrl: string, work: (pool: pg.Pool) => Promise<void>): Promise<void> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 })
  // A connection that dies while idle is replaced; one in use throws where it is used.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  try {
    await work(pool)
  } finally {
    await pool.end()
  }
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql'))
  const entries = names.map(async (name) => {
    const text = await readFile(new URL(name, folder), 'utf8')
    return [name, { up: async (db: Kysely<unknown>) => void (await sql.raw(text).execute(db)) }] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}

// The queue's tables belong to the owner and hide their rows from everybody else: the app role gets a policy on each.
const openQueue = `
  grant usage on schema graphile_worker to zhuji_app;
  grant select, insert, update, delete on all tables in schema graphile_worker to zhuji_app;
  grant usage on all sequences in schema graphile_worker to zhuji_app;
  do $$
  declare t record;
  begin
    for t in select c.relname from pg_class c where c.relnamespace = 'graphile_worker'::regnamespace
              and c.relkind = 'r' and c.relrowsecurity
              and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'zhuji_app') loop
      execute format('create policy zhuji_app on graphile_worker.%I to zhuji_app using (true) with check (true)', t.relname);
    end loop;
  end $$;`

/** Lets the app role in with this password, and into the queue; makes the audit log's next months. */
export function admitAppRole(ownerUrl: string, password: string): Promise<void> {
  return asOwner(ownerUrl, (pool) => admit(pool, password))
}

async function admit(pool: pg.Pool, password: string): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query("select pg_advisory_xact_lock(hashtext('zhuji_app'))")
    await client.query(`alter role zhuji_app password ${client.escapeLiteral(password)}`)
    await client.query(openQueue)
    await client.query(
      'do $$ begin perform ensure_audit_partition(((current_date + make_interval(months => n))::date)) from generate_series(0, 12) n; end $$',
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
