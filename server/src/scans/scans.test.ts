import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import {
  edit,
  givenClerk,
  givenHolder,
  givenRecord,
  givenScannedRecord,
  givenUse,
  givenVerifiedRecord,
  history,
  lookAt,
  madeScan,
  recordUrl,
  sendScan,
} from '../../test/records.ts'
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

/** A comment and bytes after the end: compliant, and both are cut. */
const withExtras = (jpeg: Buffer) =>
  Buffer.concat([
    jpeg.subarray(0, 20),
    Buffer.from([0xff, 0xfe, 0, 8]),
    Buffer.from('secret'),
    jpeg.subarray(20),
    Buffer.from('tail'),
  ])

test('R5.1 R5.6 R7.7 a compliant page makes a new version, its image data untouched', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const bytes = await madeScan()
  const answer = await sendScan(w, holder, await givenRecord(w, holder), bytes, '?shows=proof')
  assert.equal(answer.statusCode, 201, answer.body)
  const { record, removed, warnings } = answer.json()
  assert.deepEqual([record.version, removed, warnings], [2, [], []])
  assert.deepEqual(record.scans, [
    { page: 1, bytes: bytes.length, width: 595, height: 842, dpi: 72, shows: 'proof' },
  ])
  const read = await pageOf(w, holder.cookies, holder, record.id, 2)
  assert.deepEqual(read.rawPayload, bytes)
})

test('R5.6 what need not be there is cut before hashing, and the person is told', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const bytes = await madeScan()
  const first = await sendScan(w, holder, await givenRecord(w, holder), withExtras(bytes))
  assert.deepEqual(first.json().removed, ['comment', 'trailing-bytes'])
  const { record } = first.json()
  assert.deepEqual((await pageOf(w, holder.cookies, holder, record.id, 2)).rawPayload, bytes)
  await sendScan(w, holder, record, bytes)
  const kept = await w.ctx.db.selectFrom('scan').select('blob').execute()
  assert.equal(kept.length, 1)
})

const scanRefusals: [string, (jpeg: Buffer) => Buffer, string[]][] = [
  ['no JPEG', () => Buffer.from('%PDF-1.7 no picture'), ['jpeg']],
  ['a file cut off', (jpeg) => jpeg.subarray(0, -400), ['jpeg']],
  ['too low a density', (jpeg) => withDpi(jpeg, 60), ['density-range']],
  ['too high a density', (jpeg) => withDpi(jpeg, 101), ['density-range']],
  ['no density', (jpeg) => withDpi(jpeg, 72, 0), ['density-stated']],
  ['over 300 KB', (jpeg) => Buffer.concat([jpeg, Buffer.alloc(307_201 - jpeg.length)]), ['size']],
  [
    'two mistakes',
    (jpeg) => Buffer.concat([withDpi(jpeg, 60), Buffer.alloc(307_200)]),
    ['size', 'density-range'],
  ],
]
function withDpi(jpeg: Buffer, dpi: number, unit = 1): Buffer {
  const changed = Buffer.from(jpeg)
  changed[13] = unit
  changed.writeUInt16BE(dpi, 14)
  changed.writeUInt16BE(dpi, 16)
  return changed
}
for (const [what, make, failed] of scanRefusals)
  test(`R5.1 R5.3 ${what} is refused, each rule on its own`, async (t) => {
    const w = await world(t)
    const holder = await givenHolder(w)
    const answer = await sendScan(w, holder, await givenRecord(w, holder), make(await madeScan()))
    assert.deepEqual([answer.statusCode, answer.json().code], [422, 'scan-refused'])
    const { checks } = answer.json().details
    assert.deepEqual(
      checks
        .filter((one: { outcome: string }) => one.outcome === 'failed')
        .map((one: { rule: string }) => one.rule),
      failed,
    )
  })

test('R5.3 scan data that make no picture are refused though every header is right', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const bytes = await madeScan()
  // After the start of scan: a marker-free gap that ends in a proper EOI.
  const sos = bytes.indexOf(Buffer.from([0xff, 0xda]))
  const hollow = Buffer.concat([
    bytes.subarray(0, sos + 14),
    bytes.subarray(sos + 14, sos + 60),
    Buffer.from([0xff, 0xd9]),
  ])
  const answer = await sendScan(w, holder, await givenRecord(w, holder), hollow)
  assert.deepEqual([answer.statusCode, answer.json().code], [422, 'scan-refused'])
  const jpeg = answer.json().details.checks.find((one: { rule: string }) => one.rule === 'jpeg')
  assert.deepEqual(jpeg, { rule: 'jpeg', outcome: 'failed', facts: { fault: 'jpeg-broken' } })
})

test('R5.1 exactly 300 KB is allowed', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const bytes = await madeScan()
  const whole = Buffer.concat([bytes, Buffer.alloc(307_200 - bytes.length)])
  assert.equal((await sendScan(w, holder, await givenRecord(w, holder), whole)).statusCode, 201)
})

test('R5.6 a body of another type, or far too large, is refused unread', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const record = await givenRecord(w, holder)
  const url = recordUrl(holder, record.id, '/versions/1/scans')
  const png = {
    method: 'POST',
    url,
    headers: { 'content-type': 'image/png' },
    payload: await madeScan(),
  } as const
  assert.equal((await press(w.app, holder.cookies, png)).json().code, 'unsupported-media-type')
  assert.equal((await sendScan(w, holder, record, Buffer.alloc(3_000_000))).statusCode, 413)
})

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

test('R6.3 R6.7 a page is neither added nor removed where the record is fixed', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const verified = await givenVerifiedRecord(w, clerk, holder)
  const added = await sendScan(w, holder, verified, await madeScan(90))
  assert.deepEqual([added.statusCode, added.json().code], [409, 'record-verified'])
  const url = (id: string) => recordUrl(holder, id, '/versions/2/scans/1')
  const removed = await press(w.app, holder.cookies, { method: 'DELETE', url: url(verified.id) })
  assert.deepEqual([removed.statusCode, removed.json().code], [409, 'record-verified'])
  const used = await givenScannedRecord(w, holder)
  await givenUse(w, holder, used)
  assert.equal((await sendScan(w, holder, used, await madeScan(80))).json().code, 'record-in-use')
  assert.equal(
    (await press(w.app, holder.cookies, { method: 'DELETE', url: url(used.id) })).json().code,
    'record-in-use',
  )
})

test('R5.6 six pages are the most', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  let record = await givenRecord(w, holder)
  const bytes = await madeScan()
  for (let page = 1; page <= 6; page++) record = (await sendScan(w, holder, record, bytes)).json().record
  assert.deepEqual(
    record.scans.map((one) => one.page),
    [1, 2, 3, 4, 5, 6],
  )
  const seventh = await sendScan(w, holder, record, bytes)
  assert.deepEqual(
    [seventh.statusCode, seventh.json().code, seventh.json().details.most],
    [409, 'scan-pages-full', 6],
  )
})

test('R6.9 a removed page leaves the new version and stays in the earlier ones', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const one = await givenScannedRecord(w, holder)
  const two = (await sendScan(w, holder, one, await madeScan(100))).json().record
  const url = (page: number) => recordUrl(holder, two.id, `/versions/${two.version}/scans/${page}`)
  const second = (await press(w.app, holder.cookies, { url: url(2) })).rawPayload
  assert.equal((await press(w.app, holder.cookies, { method: 'DELETE', url: url(3) })).statusCode, 404)
  const removed = await press(w.app, holder.cookies, { method: 'DELETE', url: url(1) })
  assert.equal(removed.statusCode, 200, removed.body)
  const { version, scans } = removed.json()
  assert.deepEqual([version, scans.map((each: { page: number }) => each.page)], [4, [1]])
  assert.deepEqual((await pageOf(w, holder.cookies, holder, two.id, 4)).rawPayload, second)
  assert.notDeepEqual((await pageOf(w, holder.cookies, holder, two.id, 3)).rawPayload, second)
  const { entries } = (await history(w, holder.cookies, holder, two.id)).json()
  assert.deepEqual(
    entries.map((entry: { event: string; pages: number }) => [entry.event, entry.pages]),
    [
      ['created', 0],
      ['scan-added', 1],
      ['scan-added', 2],
      ['scan-removed', 1],
    ],
  )
  const profile = (
    await press(w.app, holder.cookies, { url: `/api/persons/${holder.personId}/profile` })
  ).json()
  assert.deepEqual(profile.records[0].scans, scans)
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

test('R6.10 one page for two records at once is one file (lock: scan-file)', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const records = [await givenRecord(w, holder), await givenRecord(w, holder)]
  const bytes = await madeScan()
  const answers = await Promise.all(records.map((record) => sendScan(w, holder, record, bytes)))
  assert.deepEqual(
    answers.map((answer) => answer.statusCode),
    [201, 201],
  )
})

test('R7.7 an edit after the scan keeps the pages in the new version', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const record = await givenScannedRecord(w, holder)
  const edited = (await edit(w, holder, record, { number: '7' })).json()
  assert.equal((await pageOf(w, holder.cookies, holder, record.id, edited.version)).statusCode, 200)
})

test('a page costs eight statements and its reading one, besides the session', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const record = await givenRecord(w, holder)
  const bytes = await madeScan()
  w.statements()
  await sendScan(w, holder, record, bytes)
  const added = w.statements()
  await pageOf(w, holder.cookies, holder, record.id, 2)
  assert.deepEqual([added.length, w.statements().length], [9, 2], added.join('\n'))
})
