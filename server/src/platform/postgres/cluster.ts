import { spawn } from 'node:child_process'
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import type { Binaries } from './binaries.ts'
import type { Location } from './location.ts'
import { giveToServer, runAs, serverEnvironment } from './run-as.ts'

const adminRole = 'postgres'
const ownerRole = 'zhuji_owner'
const database = 'zhuji'

export function adminUrl(location: Location, port: number, name = 'postgres'): string {
  return `postgres://${adminRole}:${location.secrets.adminPassword}@127.0.0.1:${port}/${name}`
}

export function ownerUrl(location: Location, port: number): string {
  return `postgres://${ownerRole}:${location.secrets.ownerPassword}@127.0.0.1:${port}/${database}`
}

/** Makes the cluster unless it is there; an interrupted attempt leaves nothing that looks like one. */
export async function ensureCluster(
  binaries: Binaries,
  location: Location,
  throwaway: boolean,
): Promise<'made' | 'found'> {
  if (await exists(join(location.pgdata, 'PG_VERSION'))) return 'found'

  const draft = `${location.pgdata}.${process.pid}`
  const passwordFile = `${draft}.password`
  try {
    await rm(draft, { recursive: true, force: true })
    await mkdir(draft, { mode: 0o700 })
    await giveToServer(draft)
    await writeFile(passwordFile, location.secrets.adminPassword, { mode: 0o600 })
    await giveToServer(passwordFile)
    const shared = [
      '-D',
      draft,
      '-U',
      adminRole,
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
    ]
    await initdb(binaries, draft, throwaway ? [...shared, '--no-sync'] : shared)
    await rename(draft, location.pgdata)
    return 'made'
  } catch (error) {
    if (await exists(join(location.pgdata, 'PG_VERSION'))) return 'found'
    throw error
  } finally {
    await rm(passwordFile, { force: true })
    await rm(draft, { recursive: true, force: true })
  }
}

async function initdb(binaries: Binaries, draft: string, shared: string[]): Promise<void> {
  // With LC_CTYPE "C" pg_trgm would see no Chinese at all, so the C library has to know a UTF-8 one.
  const collation = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  let failure = ''
  for (const ctype of ['C.UTF-8', 'en_US.UTF-8']) {
    const { code, output } = await run(binaries.initdb, [...shared, ...collation, `--lc-ctype=${ctype}`])
    if (code === 0) return
    failure = output
    if (!output.includes('invalid locale')) break
    await rm(draft, { recursive: true, force: true })
    await mkdir(draft, { mode: 0o700 })
    await giveToServer(draft)
  }
  throw new Error(`initdb failed:\n${failure}`)
}

async function run(program: string, args: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(program, args, {
    cwd: '/',
    env: serverEnvironment,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...runAs,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output }))
  })
}

/** Roles and database; every step looks first, since the start before may have been cut off anywhere. */
export async function ensureDatabase(location: Location, port: number): Promise<void> {
  await withClient(adminUrl(location, port), async (client) => {
    const { rows } = await client.query(
      `select exists (select from pg_roles where rolname = $1) as role,
              exists (select from pg_database where datname = $2) as database`,
      [ownerRole, database],
    )
    const password = client.escapeLiteral(location.secrets.ownerPassword)
    if (!rows[0].role)
      await client.query(`create role ${ownerRole} login createrole createdb password ${password}`)
    if (!rows[0].database) {
      await client.query(`create database ${database} owner ${ownerRole} template template0 encoding 'UTF8'`)
    }
  })
  await withClient(adminUrl(location, port, database), (client) =>
    client.query('create extension if not exists pg_trgm'),
  )
}

export async function withClient<T>(
  connectionString: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 5_000 })
  // Without a listener a connection that dies takes the whole process with it.
  client.on('error', () => {})
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
