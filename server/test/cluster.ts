import { createHash, randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import type { Client } from 'pg'
import { withClient } from '../src/platform/postgres/cluster.ts'
import { startEmbeddedPostgres } from '../src/platform/postgres/supervisor.ts'

const template = 'zhuji_template'
const templateLock = 7_281_651

let ready: Promise<string> | undefined

/** A freshly migrated database of one's own. It is not dropped: the whole cluster goes when the run ends. */
export function testDatabase(_t: TestContext): Promise<{ ownerUrl: string; appUrl: string }> {
  return migratedDatabase()
}

export async function migratedDatabase(): Promise<{ ownerUrl: string; appUrl: string }> {
  ready ??= prepare()
  const admin = await ready
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await withClient(admin, (client) =>
    client.query(`create database ${name} template ${template} owner zhuji_owner strategy file_copy`),
  )
  return { ownerUrl: urlFor(admin, 'zhuji_owner', name), appUrl: urlFor(admin, 'zhuji_app', name) }
}

async function prepare(): Promise<string> {
  const admin = process.env.ZHUJI_TEST_CLUSTER ?? (await startOwnCluster())
  await withClient(admin, async (client) => {
    // Test files run in processes of their own: one migrates, the others wait here.
    await client.query('select pg_advisory_lock($1)', [templateLock])
    await makeTemplate(client, admin)
  })
  return admin
}

/** For a test file that is run alone. */
async function startOwnCluster(): Promise<string> {
  const cluster = await startTestCluster()
  process.once('exit', () => {
    try {
      process.kill(cluster.pid, 'SIGQUIT')
    } catch {
      // It may have ended before us; its folder has to go all the same.
    }
    // Nothing asynchronous runs any more, and its processes need a moment to let go of the folder.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
    rmSync(cluster.folder, { recursive: true, force: true, maxRetries: 5 })
  })
  return cluster.adminUrl
}

export async function startTestCluster() {
  const folder = await mkdtemp(join(tmpdir(), 'zhuji-test-'))
  // The server is another user when we are root, and has to enter.
  await chmod(folder, 0o711)
  const say = (line: string) => void process.stderr.write(`${line}\n`)
  const cluster = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), say, throwaway: true })
  return {
    folder,
    adminUrl: cluster.adminUrl,
    pid: cluster.pid,
    async stop() {
      await cluster.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function makeTemplate(client: Client, admin: string): Promise<void> {
  const { rows } = await client.query('select datallowconn from pg_database where datname = $1', [template])
  if (rows[0]?.datallowconn === false) return

  // Open for connections means that its making was cut off.
  await client.query(`drop database if exists ${template}`)
  const owner = await client.query(`select from pg_roles where rolname = 'zhuji_owner'`)
  if (owner.rowCount === 0) await client.query('create role zhuji_owner login createrole createdb')
  const password = client.escapeLiteral(passwordOf(admin, 'zhuji_owner'))
  await client.query(`alter role zhuji_owner password ${password}`)
  await client.query(`create database ${template} owner zhuji_owner template template0 encoding 'UTF8'`)
  await withClient(urlOn(admin, template), (inside) => inside.query('create extension if not exists pg_trgm'))

  const { admitAppRole, migrateDatabase } = await import('../src/platform/migrate.ts')
  await migrateDatabase(urlFor(admin, 'zhuji_owner', template))
  await admitAppRole(urlFor(admin, 'zhuji_owner', template), passwordOf(admin, 'zhuji_app'))
  await client.query(`alter database ${template} allow_connections false`)
}

/** Every test process knows the passwords once it knows the cluster. */
function passwordOf(admin: string, role: string): string {
  return createHash('sha256')
    .update(`${new URL(admin).password} ${role}`)
    .digest('base64url')
}

function urlOn(admin: string, database: string): string {
  return Object.assign(new URL(admin), { pathname: database }).href
}

function urlFor(admin: string, role: string, database: string): string {
  return Object.assign(new URL(urlOn(admin, database)), { username: role, password: passwordOf(admin, role) })
    .href
}
