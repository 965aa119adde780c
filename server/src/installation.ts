import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sql } from 'kysely'
import { appRolePassword, appRoleUrl } from './platform/app-role.ts'
import { openAuditSigner } from './platform/audit-signer.ts'
import { type Config, ConfigError } from './platform/config.ts'
import type { Context } from './platform/context.ts'
import { openDatabase } from './platform/database.ts'
import { localFiles } from './platform/files.ts'
import { openKeyRing, softwareKeyProvider } from './platform/keys.ts'
import { admitAppRole, migrateDatabase } from './platform/migrate.ts'
import { startEmbeddedPostgres } from './platform/postgres/supervisor.ts'
import { requireUsablePostgres } from './platform/postgres-version.ts'
import { workerQueue } from './platform/queue.ts'
import { secretFile } from './platform/secret-file.ts'
import { demoGateway } from './platform/sms/demo-gateway.ts'
import { httpGateway } from './platform/sms/http-gateway.ts'

export interface Installation {
  ctx: Context
  /** Where the embedded cluster lies; null with a foreign PostgreSQL. */
  databaseLocation: string | null
  close(): Promise<void>
}

/** Where the built pages lie. */
export const webRoot = resolve(import.meta.dirname, '../../web/dist')

const shanghaiDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

/** Opens database, keys and files, each after what it needs; what was begun is undone when a later part fails. */
export async function openInstallation(config: Config, say: (line: string) => void): Promise<Installation> {
  const undo: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    const dataDir = resolve(config.DATA_DIR)
    const database = await openOwnDatabase(config, dataDir, say)
    undo.push(database.stop)
    say('bringing the database up to date')
    const masterKey = await masterKeyOf(config, dataDir)
    await requireOwnMasterKey(database.ownerUrl, masterKey)
    await migrateDatabase(database.ownerUrl)
    const password = appRolePassword(masterKey)
    await admitAppRole(database.ownerUrl, password)
    const ctx = await openContext(config, dataDir, masterKey, appRoleUrl(database.ownerUrl, password), undo)
    return { ctx, databaseLocation: database.location, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function openOwnDatabase(config: Config, dataDir: string, say: (line: string) => void) {
  if (config.DATABASE_URL) {
    await requireUsablePostgres(config.DATABASE_URL)
    return { ownerUrl: config.DATABASE_URL, location: null, stop: async () => {} }
  }
  say('starting the embedded PostgreSQL')
  return startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres'), say })
}

async function masterKeyOf(config: Config, dataDir: string): Promise<Buffer> {
  if (config.ZHUJI_MASTER_KEY) return Buffer.from(config.ZHUJI_MASTER_KEY, 'base64')
  return secretFile(join(dataDir, 'keys', 'master.key'))
}

// Before anything changes for servers that run on this database with the right key.
async function requireOwnMasterKey(ownerUrl: string, masterKey: Buffer): Promise<void> {
  const { db, close } = openDatabase(ownerUrl, { max: 1 })
  try {
    const { rows } = await sql<{ isNew: boolean }>`select to_regclass('data_key') is null as "isNew"`.execute(
      db,
    )
    if (rows[0]?.isNew) return
    await openKeyRing(db, softwareKeyProvider(masterKey)).catch(() => {
      throw new ConfigError([
        'ZHUJI_MASTER_KEY is not the key of this database: give the one it was set up with, or restore that database',
      ])
    })
  } finally {
    await close()
  }
}

async function openContext(
  config: Config,
  dataDir: string,
  masterKey: Buffer,
  url: string,
  undo: (() => Promise<unknown>)[],
): Promise<Context> {
  const { db, pool, close } = openDatabase(url, { max: 12 })
  undo.push(close)
  const auditKey = config.ZHUJI_AUDIT_KEY_FILE ?? join(dataDir, 'keys', 'audit.key')
  await requireAuditKey(db, auditKey)
  const keys = await openKeyRing(db, softwareKeyProvider(masterKey))
  return {
    db,
    pool,
    keys,
    queue: workerQueue,
    files: localFiles(join(dataDir, 'files')),
    today: () => shanghaiDay.format(new Date()),
    mode: config.ZHUJI_MODE,
    publicUrl: config.publicUrl,
    bridgeUrl: config.BRIDGE_URL,
    simulatorUrl: config.SIMULATOR_URL ?? null,
    webRoot,
    auditSigner: await openAuditSigner(auditKey),
    sms:
      config.SMS_GATEWAY_URL && config.SMS_GATEWAY_TOKEN
        ? httpGateway({ url: config.SMS_GATEWAY_URL, token: config.SMS_GATEWAY_TOKEN })
        : demoGateway(db, keys),
  }
}

// A new key beside an old log would make every earlier root look forged.
async function requireAuditKey(db: Context['db'], path: string): Promise<void> {
  if (existsSync(path)) return
  const root = await db.selectFrom('audit_root').select('number').limit(1).executeTakeFirst()
  if (root)
    throw new ConfigError([
      `the key of the audit log is missing at ${path}: restore it; a new one would not fit`,
    ])
}
