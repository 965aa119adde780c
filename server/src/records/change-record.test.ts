import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  edit,
  givenHolder,
  givenRecord,
  givenScannedRecord,
  givenUse,
  history,
  remove,
} from '../../test/records.ts'
import { cancel, givenClerk, givenVerifiedRecord, lookAt, verify } from '../../test/windows.ts'
import { press, world } from '../../test/world.ts'

const profile = async (
  w: Awaited<ReturnType<typeof world>>,
  holder: Awaited<ReturnType<typeof givenHolder>>,
) => (await press(w.app, holder.cookies, { url: `/api/persons/${holder.personId}/profile` })).json()

test('R6.1 G67 G78 the person mends a record at D by themselves', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const answer = await edit(w, holder, await givenRecord(w, holder), { specialty: '工程管理' })
  assert.equal(answer.statusCode, 200, answer.body)
  assert.deepEqual([answer.json().version, answer.json().level], [2, 'D'])
  const [shown] = (await profile(w, holder)).records
  assert.deepEqual(shown, answer.json())
})

test('R6.9 an edit keeps the former version, its pages and what it changed', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const record = await givenScannedRecord(w, holder)
  const edited = await edit(w, holder, record, { specialty: '工程管理', duration: null })
  assert.equal(edited.json().scans.length, 1)
  const { entries } = (await history(w, holder.cookies, holder, record.id)).json()
  assert.deepEqual(
    entries.map((entry: { event: string; version: number; pages: number }) => [
      entry.event,
      entry.version,
      entry.pages,
    ]),
    [
      ['created', 1, 0],
      ['scan-added', 2, 1],
      ['edited', 3, 1],
    ],
  )
  assert.deepEqual(entries[2].changes, [
    { field: 'duration', from: '4年制', to: null },
    { field: 'specialty', from: '土木工程', to: '工程管理' },
  ])
  assert.deepEqual(entries[2].by, { role: 'practitioner', officeName: null })
})

test('R6.9 an edit that changes nothing makes no version', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const answer = await edit(w, holder, await givenRecord(w, holder), {})
  assert.deepEqual([answer.statusCode, answer.json().version], [200, 1])
})

test('R6.1 an edit keeps the typed columns true', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  await edit(w, holder, await givenRecord(w, holder), {
    level: { text: '硕士研究生毕业', code: '14' },
    to: '2013-01-01',
  })
  const row = await w.ctx.db.selectFrom('record').select(['code', 'rank', 'to_date']).executeTakeFirst()
  assert.deepEqual(row, { code: '14', rank: 7, to_date: '2013-01-01' })
})

test('R6.1 G71 a record at D is deleted and shown no more, its history stays', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const record = await givenScannedRecord(w, holder)
  const answer = await remove(w, holder, record)
  assert.deepEqual([answer.statusCode, answer.body], [204, ''])
  assert.deepEqual((await profile(w, holder)).records, [])
  const { entries } = (await history(w, holder.cookies, holder, record.id)).json()
  assert.deepEqual(
    entries.map((entry: { event: string }) => entry.event),
    ['created', 'scan-added', 'deleted'],
  )
  assert.equal((await remove(w, holder, { ...record, version: 3 })).statusCode, 404)
  assert.equal((await edit(w, holder, { ...record, version: 3 }, {})).statusCode, 404)
})

test('R6.3 G72 G79 a verified record answers 编辑 and 删除 with its refusal', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const record = await givenVerifiedRecord(w, await givenClerk(w), holder)
  const deleted = await remove(w, holder, record)
  assert.deepEqual([deleted.statusCode, deleted.json().code], [409, 'record-verified'])
  assert.equal(deleted.json().details.change, 'delete')
  const edited = await edit(w, holder, record, { school: '测试建筑大学' })
  assert.deepEqual(
    [edited.statusCode, edited.json().code, edited.json().details.change],
    [409, 'record-verified', 'edit'],
  )
})

test('R6.7 a record that an application in progress uses cannot be changed', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const record = await givenRecord(w, holder)
  const application = await givenUse(w, holder, record)
  for (const answer of [await edit(w, holder, record, { number: '1' }), await remove(w, holder, record)]) {
    assert.deepEqual([answer.statusCode, answer.json().code], [409, 'record-in-use'])
    assert.equal(answer.json().details.application, application)
  }
})

test('R6.7 a use that has ended hinders nothing', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const record = await givenRecord(w, holder)
  await givenUse(w, holder, record, false)
  assert.equal((await remove(w, holder, record)).statusCode, 204)
})

test('R6.10 who had another version before the eyes is told so', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const record = await givenRecord(w, holder)
  await edit(w, holder, record, { number: '1' })
  for (const answer of [await edit(w, holder, record, { number: '2' }), await remove(w, holder, record)])
    assert.deepEqual(
      [answer.statusCode, answer.json().code, answer.json().details.version],
      [409, 'record-changed', 2],
    )
})

test('R6.5 G76 wrong at C: cancelled, mended by the person, verified again', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const record = await givenVerifiedRecord(w, clerk, holder)
  assert.equal((await cancel(w, clerk, holder, record)).statusCode, 201)
  const mended = (await edit(w, holder, record, { number: '99' })).json()
  assert.deepEqual([mended.level, mended.version], ['D', 3])
  await lookAt(w, clerk, holder, mended)
  assert.equal((await verify(w, clerk, holder, mended)).json().level, 'C')
})

test('R12.2 the record of another is not there', async (t) => {
  const w = await world(t)
  const [holder, other] = [await givenHolder(w), await givenHolder(w)]
  const record = await givenRecord(w, holder)
  assert.equal((await edit(w, other, record, { number: '1' })).statusCode, 404)
  assert.equal((await remove(w, { ...holder, cookies: other.cookies }, record)).statusCode, 404)
})

test('editing takes the session and six statements, begin and commit counted', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const record = await givenRecord(w, holder)
  w.statements()
  await edit(w, holder, record, { number: '1' })
  const statements = w.statements()
  assert.equal(statements.length, 7, statements.join('\n'))
})
