import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { tablesFile, writeTables } from '../../../tools/tables.ts'
import { testDatabase } from '../../test/cluster.ts'

test('the committed table types are those of the migrated database', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'zhuji-tables-'))
  t.after(() => rm(folder, { recursive: true }))
  const fresh = join(folder, 'tables.ts')
  await writeTables((await testDatabase(t)).ownerUrl, fresh)
  assert.equal(
    await readFile(tablesFile, 'utf8'),
    await readFile(fresh, 'utf8'),
    'run node tools/run.mjs tools/tables.ts',
  )
})
