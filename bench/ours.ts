import { join } from 'node:path'
import { appRolePassword, appRoleUrl } from '../server/src/platform/app-role.ts'
import { type Db, openDatabase } from '../server/src/platform/database.ts'
import { type KeyRing, openKeyRing, softwareKeyProvider } from '../server/src/platform/keys.ts'
import { freePort } from '../tools/free-port.ts'

/** What our server is started with: production as it is, on this database, with folders and keys of the run's own. */
export async function ourEnvironment(
  folder: string,
  ownerUrl: string,
  masterKey: Buffer,
): Promise<Record<string, string>> {
  const port = await freePort()
  return {
    ZHUJI_MODE: 'production',
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: join(folder, 'data'),
    DATABASE_URL: ownerUrl,
    ZHUJI_MASTER_KEY: masterKey.toString('base64'),
    ZHUJI_AUDIT_KEY_FILE: join(folder, 'keys', 'audit.key'),
    SMS_GATEWAY_URL: 'http://127.0.0.1:9/',
    SMS_GATEWAY_TOKEN: 'bench',
    PUBLIC_URL: `https://127.0.0.1:${port}`,
    LOG_LEVEL: 'warn',
  }
}

/** The database as our server sees it, with its keys: for seeding with the product's own functions. */
export async function openSeeding(ownerUrl: string, masterKey: Buffer): Promise<{ db: Db; keys: KeyRing }> {
  const { db } = openDatabase(appRoleUrl(ownerUrl, appRolePassword(masterKey)), { max: 2 })
  return { db, keys: await openKeyRing(db, softwareKeyProvider(masterKey)) }
}
