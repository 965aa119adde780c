import assert from 'node:assert/strict'
import { mkdtemp, readdir, rename, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { givenHolder, givenScannedRecord, madeScan, recordUrl, sendScan } from '../../test/records.ts'
import { press, world } from '../../test/world.ts'
import { type Files, localFiles } from '../platform/files.ts'
import { withClient } from '../platform/postgres/cluster.ts'
import { blobColumns } from './repository.ts'
import { sweepBlobs } from './sweep-blobs.ts'

const orphan = 'ab'.repeat(32)
const day = 24 * 60 * 60 * 1000

async function scene(t: TestContext, changed: (files: Files) => Files = (files) => files) {
  const folder = await mkdtemp(join(tmpdir(), 'zhuji-blobs-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  const files = localFiles(folder)
  const w = await world(t, { files: changed(files) })
  const pathOf = (key: string) => join(folder, key.slice(0, 2), key)
  /** As if it had been put so long ago. */
  const aged = (key: string, ms: number) =>
    utimes(pathOf(key), new Date(Date.now() - ms), new Date(Date.now() - ms))
  /** Rows that bear these names. */
  const nameRows = async (keys: readonly string[]) => {
    const { personId: person_id } = await givenHolder(w)
    const about = { bytes: 5, width: 1, height: 1, dpi: 72, content_hash: Buffer.of(0) }
    const rows = keys.map((blob) => ({ person_id, blob, ...about }))
    if (rows.length > 0) await w.ctx.db.insertInto('scan').values(rows).execute()
  }
  return {
    w,
    files,
    pathOf,
    aged,
    nameRows,
    /** Old files with their rows, all on one shelf. */
    async givenNamed(count: number): Promise<string[]> {
      const keys = Array.from({ length: count }, (_, index) => `ab${String(index).padStart(62, '0')}`)
      for (const key of keys) {
        await files.put(key, Buffer.from('named'))
        await aged(key, 400 * day)
      }
      await nameRows(keys)
      return keys
    },
    names: async () =>
      (await readdir(folder, { recursive: true, withFileTypes: true }))
        .filter((one) => one.isFile())
        .map(({ name }) => name),
  }
}

test('R5.6 a file that no row names goes after a day, one that a row names never', async (t) => {
  const { w, files, aged, givenNamed, names } = await scene(t)
  const holder = await givenHolder(w)
  const record = await givenScannedRecord(w, holder)
  const [kept = ''] = await names()
  const more = await givenNamed(9)
  await files.put(orphan, Buffer.from('left behind'))
  for (const key of [kept, orphan]) await aged(key, 400 * day)
  assert.equal(await sweepBlobs(w.ctx), 1)
  assert.deepEqual((await names()).sort(), [kept, ...more].sort())
  const page = await press(w.app, holder.cookies, {
    url: recordUrl(holder, record.id, '/versions/2/scans/1'),
  })
  assert.equal(page.statusCode, 200)
})

test('R5.6 a file younger than a day waits for its row', async (t) => {
  const { w, files, aged, givenNamed, names } = await scene(t)
  await givenNamed(10)
  await files.put(orphan, Buffer.from('on its way'))
  await aged(orphan, day - 60_000)
  assert.equal(await sweepBlobs(w.ctx), 0)
  assert.ok((await names()).includes(orphan))
  await aged(orphan, day + 60_000)
  assert.equal(await sweepBlobs(w.ctx), 1)
})

test('R5.6 R6.10 a page sent again while its old file is swept is not lost', async (t) => {
  // The page comes after the sweep has asked the tables and before it removes: as unluckily as can be.
  let send: (() => Promise<void>) | undefined
  const { w, aged, givenNamed, names } = await scene(t, (files) => ({
    ...files,
    async remove(key, before) {
      await send?.()
      return files.remove(key, before)
    },
  }))
  const holder = await givenHolder(w)
  const bytes = await madeScan()
  const record = await givenScannedRecord(w, holder)
  const [key = ''] = await names()
  // Its transaction failed, as far as the tables know.
  await withClient(w.ownerUrl, async (owner) => {
    for (const table of ['revision_scan', 'scan']) await owner.query(`delete from ${table}`)
  })
  await givenNamed(10)
  await aged(key, 400 * day)
  send = async () => {
    assert.equal((await sendScan(w, holder, record, bytes)).statusCode, 201)
  }
  assert.equal(await sweepBlobs(w.ctx), 0)
  const page = await press(w.app, holder.cookies, {
    url: recordUrl(holder, record.id, '/versions/3/scans/1'),
  })
  assert.deepEqual(page.rawPayload, bytes)
})

test('R5.6 what a crash left of a write goes, of a removal comes back', async (t) => {
  const { w, files, pathOf, aged, givenNamed, names } = await scene(t)
  const named = await givenNamed(10)
  await files.put(orphan, Buffer.from('x'))
  const half = `${orphan}.00000000-0000-4000-8000-000000000000`
  const other = 'abcd'.repeat(16)
  const aside = `${other}.00000000-0000-4000-8000-000000000001.aside`
  for (const name of [half, aside]) {
    await files.put(other, Buffer.from(name))
    await rename(pathOf(other), pathOf(name))
    await aged(name, 3 * day)
  }
  // Whether a removal was broken off is told by when it began, which nobody can set: two days from now it is old.
  assert.equal(await sweepBlobs(w.ctx, new Date(Date.now() + 2 * day)), 1)
  assert.deepEqual((await names()).sort(), [other, ...named].sort())
  assert.equal((await files.get(other)).toString(), aside)
})

for (const [named, unnamed, removed] of [
  [10, 1, 1],
  [9, 1, 0],
  [0, 100, 0],
  [1000, 100, 100],
  [1009, 101, 'told'],
  [0, 101, 'told'],
] as const)
  test(`R5.6 of ${unnamed} files without a row beside ${named} with one: ${removed} go`, async (t) => {
    const keys = Array.from({ length: named + unnamed }, (_, index) => String(index).padStart(64, '0'))
    const { w, nameRows } = await scene(t, (store) => ({
      ...store,
      list: async function* () {
        yield keys
      },
      remove: async (key) => keys.indexOf(key) >= named,
    }))
    await nameRows(keys.slice(0, named))
    if (removed === 'told') await assert.rejects(sweepBlobs(w.ctx), /not the database/)
    else assert.equal(await sweepBlobs(w.ctx), removed)
  })

test('R5.6 every column that names a file is asked', async (t) => {
  const { w } = await scene(t)
  const columns = await withClient(w.ownerUrl, async (owner) => {
    const { rows } = await owner.query(
      `select table_name, column_name from information_schema.columns
        where table_schema = 'public' and data_type = 'text' and column_name ~ 'blob'
          -- Its pages point to rows of scan.
          and table_name <> 'revision_scan' order by 1, 2 desc`,
    )
    return rows.map((row) => [row.table_name, row.column_name])
  })
  assert.deepEqual(columns, blobColumns)
})

test('a shelf of files is asked in one statement', async (t) => {
  const { w, files, aged, givenNamed } = await scene(t)
  await givenNamed(30)
  const keys = ['77', '88', '99'].map((end) => `ab${end.repeat(31)}`)
  for (const key of keys) await files.put(key, Buffer.from('x'))
  for (const key of keys) await aged(key, 2 * day)
  w.statements()
  assert.equal(await sweepBlobs(w.ctx), 3)
  assert.equal(w.statements().length, 1)
})
