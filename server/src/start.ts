import { join, resolve } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { buildApp } from './app.ts'
import { issueDemoEnrolmentCode } from './demo/enrolment.ts'
import { seedDemo } from './demo/seed.ts'
import { appRolePassword, appRoleUrl } from './platform/app-role.ts'
import { openAuditSigner } from './platform/audit-signer.ts'
import { type Config, ConfigError } from './platform/config.ts'
import type { Context } from './platform/context.ts'
import { openDatabase } from './platform/database.ts'
import { localFiles } from './platform/files.ts'
import { openKeyRing, softwareKeyProvider } from './platform/keys.ts'
import { migrateDatabase } from './platform/migrate.ts'
import { startEmbeddedPostgres } from './platform/postgres/supervisor.ts'
import { requireUsablePostgres } from './platform/postgres-version.ts'
import { workerQueue } from './platform/queue.ts'
import { secretFile } from './platform/secret-file.ts'
import { demoGateway } from './platform/sms/demo-gateway.ts'
import { httpGateway } from './platform/sms/http-gateway.ts'
import { startWorker } from './worker.ts'

export interface Running {
  url: string
  /** Where the embedded cluster lies; null with a foreign PostgreSQL. */
  databaseLocation: string | null
  /** For the demo's own bridge. */
  enrolmentCode: string | null
  stop(): Promise<void>
}

const shanghaiDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

/** Brings the whole product up, each part after what it needs; what was begun is undone when a later part fails. */
export async function start(config: Config, say: (line: string) => void): Promise<Running> {
  const undo: (() => Promise<unknown>)[] = []
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    const dataDir = resolve(config.DATA_DIR)
    const masterKey = config.ZHUJI_MASTER_KEY
      ? Buffer.from(config.ZHUJI_MASTER_KEY, 'base64')
      : await secretFile(join(dataDir, 'keys', 'master.key'))
    const database = await openOwnDatabase(config, dataDir, say)
    undo.push(database.stop)
    say('bringing the database up to date')
    const password = appRolePassword(masterKey)
    await migrateDatabase(database.ownerUrl, password)

    const ctx = await openContext(config, dataDir, masterKey, appRoleUrl(database.ownerUrl, password), undo)
    if (config.ZHUJI_MODE === 'demo') await seedDemo(ctx)
    const app = await listen(config, ctx)
    undo.push(() => app.close())
    if (config.RUN_JOBS) {
      const worker = await startWorker(ctx, (error) => app.log.error({ name: error.name }, 'job failed'))
      undo.push(() => worker.stop())
    }
    const enrolmentCode = config.ZHUJI_MODE === 'demo' ? await issueDemoEnrolmentCode(ctx) : null
    return { url: config.publicUrl, databaseLocation: database.location, enrolmentCode, stop }
  } catch (error) {
    await stop()
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

async function openContext(
  config: Config,
  dataDir: string,
  masterKey: Buffer,
  url: string,
  undo: (() => Promise<unknown>)[],
): Promise<Context> {
  const { db, pool, close } = openDatabase(url, { max: 12 })
  undo.push(close)
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
    webRoot: resolve(import.meta.dirname, '../../web/dist'),
    auditSigner: await openAuditSigner(config.ZHUJI_AUDIT_KEY_FILE ?? join(dataDir, 'keys', 'audit.key')),
    sms:
      config.SMS_GATEWAY_URL && config.SMS_GATEWAY_TOKEN
        ? httpGateway({ url: config.SMS_GATEWAY_URL, token: config.SMS_GATEWAY_TOKEN })
        : demoGateway(db, keys),
  }
}

async function listen(config: Config, ctx: Context): Promise<FastifyInstance> {
  const app = await buildApp(ctx, {
    logger: { level: config.LOG_LEVEL, redact: ['req.headers', 'res.headers'] },
    bridgeOrigins: [config.BRIDGE_URL, ...(config.SIMULATOR_URL ? [config.SIMULATOR_URL] : [])],
    trustProxy: config.TRUST_PROXY ?? false,
  })
  try {
    await app.listen({ host: config.host, port: config.PORT })
  } catch (error) {
    await app.close()
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new ConfigError([portTaken(config.PORT)])
  }
  return app
}

export const portTaken = (port: number): string =>
  `port ${port} is taken by another program: stop it, or choose another port with PORT=${port + 1}`
