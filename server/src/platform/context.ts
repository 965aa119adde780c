import type pg from 'pg'
import type { AuditSigner } from './audit-signer.ts'
import type { Db } from './database.ts'
import type { Files } from './files.ts'
import type { KeyRing } from './keys.ts'
import type { Queue } from './queue.ts'
import type { SmsGateway } from './sms-gateway.ts'

/** What every use case may reach; built once, in main.ts or by a test. */
export interface Context {
  db: Db
  pool: pg.Pool
  keys: KeyRing
  queue: Queue
  files: Files
  /** The business day in Asia/Shanghai, YYYY-MM-DD. */
  today(): string
  /** Demo parts exist in this mode only. */
  mode: 'demo' | 'production'
  /** Scheme and host that browsers use; https makes cookies secure. */
  publicUrl: string
  /** Where the window's page reaches its bridge, and in demo the simulated reader's control. */
  bridgeUrl: string
  simulatorUrl: string | null
  /** The folder of the built web app, or null where it is not served (tests of the API). */
  webRoot: string | null
  sms: SmsGateway
  /** Signs the roots of the audit log with a key outside the database. */
  auditSigner: AuditSigner
}
