import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { throwawayFolder } from '../../tools/throwaway-folder.ts'
import { openInstallation } from './installation.ts'
import { appRolePassword, appRoleUrl } from './platform/app-role.ts'
import { ConfigError, readConfig } from './platform/config.ts'
import { openDatabase } from './platform/database.ts'
import { newId } from './platform/ids.ts'
import { startEmbeddedPostgres } from './platform/postgres/supervisor.ts'

test('a wrong master key, or a lost audit key, is refused before anything is harmed', async (t) => {
  const folder = await throwawayFolder('installation')
  // A cluster of its own: the app role's password belongs to the whole cluster.
  const postgres = await startEmbeddedPostgres({
    dataDir: join(folder.path, 'postgres'),
    say: () => {},
    throwaway: true,
  })
  t.after(async () => {
    await postgres.stop()
    await folder.remove()
  })
  const open = (key: Buffer) =>
    openInstallation(
      readConfig({
        DATABASE_URL: postgres.ownerUrl,
        ZHUJI_MASTER_KEY: key.toString('base64'),
        DATA_DIR: folder.path,
      }),
      () => {},
    )
  const right = randomBytes(32)
  const running = await open(right)
  await assert.rejects(open(randomBytes(32)), ConfigError)
  const app = openDatabase(appRoleUrl(postgres.ownerUrl, appRolePassword(right)))
  await sql`select 1`.execute(app.db)
  await app.close()
  const again = await open(right)
  await sql`select 1 from person`.execute(again.ctx.db)
  await again.close()

  await sql`insert into audit_root (number, from_xid, below_xid, entries, root, previous, signature, leaves)
            values (1, '1', '2', 0, ''::bytea, ''::bytea, ${Buffer.from(newId())}, ''::bytea)`.execute(
    running.ctx.db,
  )
  await running.close()
  await rm(join(folder.path, 'keys/audit.key'))
  await assert.rejects(open(right), /key of the audit log is missing/)
})
