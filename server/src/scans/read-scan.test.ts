import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import {
  edit,
  givenHolder,
  givenRecord,
  givenScannedRecord,
  madeScan,
  recordUrl,
  sendScan,
} from '../../test/records.ts'
import { givenClerk, lookAt } from '../../test/windows.ts'
import { press, type World, world } from '../../test/world.ts'
import { localFiles } from '../platform/files.ts'

const pageOf = (
  w: World,
  cookies: Record<string, string>,
  holder: { personId: string },
  id: string,
  version: number,
  page = 1,
) => press(w.app, cookies, { url: recordUrl(holder as never, id, `/versions/${version}/scans/${page}`) })

test('R5.6 the file lies encrypted under a name that tells nothing; two people share none', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'zhuji-scans-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  const w = await world(t, { files: localFiles(folder) })
  const bytes = await madeScan()
  for (const holder of [await givenHolder(w), await givenHolder(w)])
    await sendScan(w, holder, await givenRecord(w, holder), bytes)
  const rows = await w.ctx.db.selectFrom('scan').select(['blob', 'content_hash']).execute()
  const [first, second] = rows
  assert.ok(first && second && first.blob !== second.blob)
  assert.deepEqual(first.content_hash, second.content_hash)
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) =>
    one.isFile(),
  )
  assert.deepEqual(names.map((one) => one.name).sort(), [first.blob, second.blob].sort())
  for (const { parentPath, name } of names) {
    const kept = await readFile(join(parentPath, name))
    assert.equal(kept.indexOf(bytes.subarray(30, 60)), -1)
    assert.equal(kept.indexOf(Buffer.from('JFIF')), -1)
  }
})

test('R5.6 a page is served as a picture and nothing else, never cached', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const record = await givenScannedRecord(w, holder)
  const { headers } = await pageOf(w, holder.cookies, holder, record.id, 2)
  assert.equal(headers['content-type'], 'image/jpeg')
  assert.equal(headers['x-content-type-options'], 'nosniff')
  assert.equal(headers['content-disposition'], 'inline')
  assert.equal(headers['cache-control'], 'private, no-store')
  assert.equal(headers['content-security-policy'], "sandbox; default-src 'none'")
})

test('R5.6 R12.2 a page is there for its person and clerks only', async (t) => {
  const w = await world(t)
  const [holder, other] = [await givenHolder(w), await givenHolder(w)]
  const record = await givenScannedRecord(w, holder)
  assert.equal((await pageOf(w, other.cookies, holder, record.id, 2)).statusCode, 404)
  assert.equal((await pageOf(w, other.cookies, other, record.id, 2)).statusCode, 404)
  assert.equal((await pageOf(w, {}, holder, record.id, 2)).statusCode, 401)
  assert.equal((await pageOf(w, holder.cookies, holder, record.id, 1)).statusCode, 404)
})

test('R7.4 R12.1 a clerk’s look counts as displayed and is in the timeline; the person’s own does neither', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const record = await givenScannedRecord(w, holder)
  await pageOf(w, holder.cookies, holder, record.id, 2)
  const displayed = () =>
    w.ctx.db.selectFrom('scan_display').select(['version', 'page', 'clerk_id']).execute()
  const looks = () =>
    w.ctx.db.selectFrom('access_entry').select('office').where('act', '=', 'read-scan').execute()
  assert.deepEqual([await displayed(), await looks()], [[], []])
  await lookAt(w, clerk, holder, record)
  assert.deepEqual(await displayed(), [{ version: 2, page: 1, clerk_id: clerk.staffId }])
  assert.deepEqual(await looks(), [{ office: clerk.office.departmentName }])
})

test('R7.4 a page that cannot be opened counts as displayed to nobody', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const record = await givenScannedRecord(w, holder)
  const { blob } = await w.ctx.db.selectFrom('scan').select('blob').executeTakeFirstOrThrow()
  await w.ctx.files.put(blob, Buffer.from('altered on the disk'))
  assert.equal((await pageOf(w, clerk.cookies, holder, record.id, 2)).statusCode, 500)
  assert.deepEqual(await w.ctx.db.selectFrom('scan_display').selectAll().execute(), [])
})

test('R7.7 an edit after the scan keeps the pages in the new version', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const record = await givenScannedRecord(w, holder)
  const edited = (await edit(w, holder, record, { number: '7' })).json()
  assert.equal((await pageOf(w, holder.cookies, holder, record.id, edited.version)).statusCode, 200)
})
