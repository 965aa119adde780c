import assert from 'node:assert/strict'
import { test } from 'node:test'
import { add, degree, edit, education, givenHolder, givenRecord, remove } from '../../test/records.ts'
import { signedIn, world } from '../../test/world.ts'
import { newId } from '../platform/ids.ts'

test('R4.1 R6.1 an education certificate is added at level D with every field of the guide', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const answer = await add(w, holder)
  assert.equal(answer.statusCode, 201, answer.body)
  const { level, version, payload, scans } = answer.json()
  assert.deepEqual(
    { level, version, payload, scans },
    { level: 'D', version: 1, payload: education.payload, scans: [] },
  )
})
test('R4.13 words and code are kept side by side and fill the typed columns', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  await givenRecord(w, holder, {
    ...education,
    payload: { ...education.payload, level: { text: '大学本科（四年制）', code: '21' } },
  })
  await givenRecord(w, holder, degree)
  const rows = await w.ctx.db
    .selectFrom('record')
    .select(['kind', 'code', 'rank', 'specialty', 'from_date', 'to_date'])
    .orderBy('kind')
    .execute()
  assert.deepEqual(rows, [
    { kind: 'degree', code: '408', rank: 1, specialty: '土木工程', from_date: null, to_date: '2012-06-30' },
    {
      kind: 'education',
      code: '21',
      rank: 5,
      specialty: '土木工程',
      from_date: '2008-09-01',
      to_date: '2012-06-30',
    },
  ])
  const view = await w.ctx.db.selectFrom('education_record').select('level_as_printed').executeTakeFirst()
  assert.equal(view?.level_as_printed, '大学本科（四年制）')
})

test('R4.13 words that no entry fits are kept without a code', async (t) => {
  const w = await world(t)
  const record = await givenRecord(w, await givenHolder(w), {
    ...education,
    payload: { ...education.payload, level: { text: '七年一贯制', code: null } },
  })
  assert.deepEqual(record.payload.level, { text: '七年一贯制', code: null })
})

test('R4.10 every problem is told at once, each with its field', async (t) => {
  const w = await world(t)
  const changes = { issued: '2030-01-01', to: '2001-01-01', lost: true, level: { text: '本科', code: '99' } }
  const answer = await add(w, await givenHolder(w), {
    record: { kind: 'education', payload: { ...education.payload, ...changes } },
  })
  assert.equal(answer.statusCode, 422)
  assert.equal(answer.json().code, 'record-not-valid')
  assert.deepEqual(answer.json().details.problems, [
    { field: 'level', problem: 'unknown-code' },
    { field: 'issued', problem: 'after-today' },
    { field: 'to', problem: 'before', other: 'from' },
    { field: 'proofUnit', problem: 'asked-for', other: 'lost' },
  ])
})

const malformed: [string, Record<string, unknown>][] = [
  ['an undeclared one', { declared: false }],
  ['an unknown field', { record: { ...education, payload: { ...education.payload, grade: '优' } } }],
  ['an empty school', { record: { ...education, payload: { ...education.payload, school: '  ' } } }],
  [
    'a control character',
    { record: { ...education, payload: { ...education.payload, school: '测试\u0000大学' } } },
  ],
  [
    'half a character',
    { record: { ...education, payload: { ...education.payload, school: '测试\ud840大学' } } },
  ],
  [
    'a day that is none',
    { record: { ...education, payload: { ...education.payload, issued: '2012-02-30' } } },
  ],
  ['an unknown kind', { record: { ...education, kind: 'title' } }],
]
for (const [what, body] of malformed)
  test(`R4.10 ${what} is refused at the edge`, async (t) => {
    const w = await world(t)
    const answer = await add(w, await givenHolder(w), body)
    assert.deepEqual([answer.statusCode, answer.json().code], [400, 'invalid-request'])
  })

test('R6.10 sent twice it is one record, another content under its id is refused (lock: record-id)', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const id = newId()
  const answers = await Promise.all([1, 2, 3].map(() => add(w, holder, { id })))
  assert.deepEqual(
    answers.map((answer) => answer.statusCode),
    [201, 201, 201],
  )
  const other = await add(w, holder, {
    id,
    record: { ...education, payload: { ...education.payload, number: '2' } },
  })
  assert.deepEqual([other.statusCode, other.json().code], [409, 'record-id-taken'])
  const revisions = await w.ctx.db.selectFrom('record_revision').select('version').execute()
  const audits = await w.ctx.db
    .selectFrom('audit_entry')
    .select('id')
    .where('act', '=', 'add-record')
    .execute()
  assert.deepEqual([revisions.length, audits.length], [1, 1])
})

test('R6.10 a repetition answers with what the record has become', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const record = await givenRecord(w, holder)
  await edit(w, holder, record, { school: '测试建筑大学' })
  const again = await add(w, holder, { id: record.id })
  assert.equal(again.json().version, 2)
  await remove(w, holder, again.json())
  assert.equal((await add(w, holder, { id: record.id })).statusCode, 404)
})

test('R6.9 the first version names its audit entry, which keeps no value', async (t) => {
  const w = await world(t)
  const record = await givenRecord(w, await givenHolder(w))
  const revision = await w.ctx.db.selectFrom('record_revision').selectAll().executeTakeFirstOrThrow()
  const entry = await w.ctx.db
    .selectFrom('audit_entry')
    .selectAll()
    .where('id', '=', revision.audit_id)
    .executeTakeFirstOrThrow()
  assert.deepEqual([entry.act, entry.object_id, revision.role], ['add-record', record.id, 'practitioner'])
  assert.doesNotMatch(JSON.stringify(entry), /测试|1000012012/)
})

test('R12.2 nobody writes into the profile of another, or without signing in', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const other = await givenHolder(w)
  assert.equal((await add(w, { ...holder, cookies: other.cookies })).statusCode, 404)
  assert.equal((await add(w, { ...holder, cookies: {} })).statusCode, 401)
})

test('adding a record takes the session and one statement', async (t) => {
  const w = await world(t)
  const person = await givenHolder(w)
  const holder = { ...person, cookies: await signedIn(w, person.personId) }
  w.statements()
  await add(w, holder)
  const statements = w.statements()
  assert.equal(statements.length, 2, statements.join('\n'))
})
