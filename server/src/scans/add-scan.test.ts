import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  education,
  givenHolder,
  givenRecord,
  lostEducation,
  madeScan,
  recordUrl,
  sendScan,
  titleByReviewForm,
} from '../../test/records.ts'
import { press, type World, world } from '../../test/world.ts'

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
  const answer = await sendScan(w, holder, await givenRecord(w, holder, lostEducation), bytes, '?shows=proof')
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

const experience = {
  kind: 'experience',
  payload: {
    employer: '测试建设有限公司',
    from: '2015-01-01',
    current: true,
    to: null,
    title: { text: '无', code: null },
    duty: '施工员',
    specialty: '土木工程',
    referee: '测试甲',
    refereePhone: '19900001111',
    employerCode: null,
    field: null,
  },
}

for (const [why, given, shows, code] of [
  ['a proof while no diploma is lost', education, 'proof', 'page-not-asked'],
  ['a review form of a diploma', lostEducation, 'review-form', 'page-not-asked'],
  ['a proof of a title', titleByReviewForm, 'proof', 'page-not-asked'],
  ['any page of work experience', experience, 'certificate', 'scan-not-asked'],
] as const)
  test(`R4.3 R4.7 R5.6 no page that nothing asks for: ${why}`, async (t) => {
    const w = await world(t)
    const holder = await givenHolder(w)
    const record = await givenRecord(w, holder, given)
    const answer = await sendScan(w, holder, record, await madeScan(), `?shows=${shows}`)
    assert.deepEqual([answer.statusCode, answer.json().code], [422, code])
    assert.equal((await w.ctx.db.selectFrom('scan').selectAll().execute()).length, 0)
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

test('a page costs seven statements and its reading one, besides the session', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const record = await givenRecord(w, holder)
  const bytes = await madeScan()
  w.statements()
  await sendScan(w, holder, record, bytes)
  const added = w.statements()
  await pageOf(w, holder.cookies, holder, record.id, 2)
  assert.deepEqual([added.length, w.statements().length], [8, 2], added.join('\n'))
})
