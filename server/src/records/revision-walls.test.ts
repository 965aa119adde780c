import assert from 'node:assert/strict'
import { test } from 'node:test'
import { edit, madeScan, remove, sendScan } from '../../test/records.ts'
import { asApp, everyLevel, refusalOf, refusalWithin } from '../../test/walls.ts'

const nextRevision = (payload: string, change = 'edited') => `
  insert into record_revision (person_id, record_id, version, payload, change, role, audit_id)
  select person_id, id, version + 1, ${payload}, '${change}', 'practitioner', gen_random_uuid()
    from record where person_id = $1 and id = $2`

test('R6.9 R7.7 no page joins a version that is already written, at no level', async (t) => {
  const { w, holder, records } = await everyLevel(t)
  const page = `insert into revision_scan (person_id, record_id, version, page, blob)
                select person_id, record_id, version, 19, blob from revision_scan
                 where person_id = $1 and record_id = $2 limit 1`
  await asApp(w, async (client) => {
    for (const level of ['B', 'C', 'D'] as const) {
      const { rows } = await client.query('select from revision_scan where record_id = $1', [
        records[level].id,
      ])
      assert.equal(rows.length, 1, level)
      const refusal = await refusalOf(client, page, [holder.personId, records[level].id])
      assert.equal(refusal, 'ZJ409', level)
    }
    // Nor does a revision say that it was written by another transaction than its own.
    const lied = nextRevision('payload').replace('audit_id)', 'audit_id, xid)')
    const sql = lied.replace('gen_random_uuid()', `gen_random_uuid(), '9'`)
    assert.equal(await refusalOf(client, sql, [holder.personId, records.D.id]), '42501')
  })
})

test('R6.9 a record at D changes only by its next version', async (t) => {
  const { w, holder, records } = await everyLevel(t)
  const changes = [
    `payload = '{"school":"forged"}'`,
    `sealed = '\\x00'`,
    `status = 'deleted'`,
    `code = '11'`,
    'rank = 8',
    `specialty = 'x'`,
    `employer_code = 'x'`,
    `from_date = '2000-01-01'`,
    `to_date = '2000-01-01'`,
    `valid_to = '2000-01-01'`,
    'version = version - 1',
    'version = version + 2',
  ]
  await asApp(w, async (client) => {
    for (const change of changes) {
      const sql = `update record set ${change} where person_id = $1 and id = $2`
      assert.equal(await refusalOf(client, sql, [holder.personId, records.D.id]), 'ZJ409', change)
      if (change.startsWith('version')) continue
      const unwritten = `update record set version = version + 1, ${change} where person_id = $1 and id = $2`
      assert.equal(await refusalOf(client, unwritten, [holder.personId, records.D.id]), '23503', change)
    }
  })
})

const forgeries: [what: string, revision: string, head: string][] = [
  ['another payload', nextRevision('payload'), `payload = '{"school":"forged"}'`],
  ['a payload of its revision alone', nextRevision(`'{"school":"forged"}'`), 'payload = payload'],
  ['sealed fields that its revision lacks', nextRevision('payload'), `sealed = '\\x00'`],
  ['an end that its revision lacks', nextRevision('payload'), `status = 'deleted'`],
  ['no end where its revision is one', nextRevision('payload', 'deleted'), 'payload = payload'],
]
for (const [what, revision, head] of forgeries)
  test(`R6.9 a record is what its revision says: not with ${what}`, async (t) => {
    const { w, holder, records } = await everyLevel(t)
    const values = [holder.personId, records.D.id]
    await asApp(w, async (client) => {
      await client.query('begin')
      await client.query(revision, values)
      const sql = `update record set version = version + 1, ${head} where person_id = $1 and id = $2`
      assert.equal(await refusalWithin(client, sql, values), 'ZJ409')
    })
  })

const ahead = (by: number) => nextRevision('payload').replace('version + 1', `version + ${by}`)
const move = `update record set version = version + 1, payload = payload where person_id = $1 and id = $2`
const outOfLine: [what: string, statements: string[], refusal: string][] = [
  ['ahead of its head', [ahead(1)], 'ZJ409'],
  ['far ahead of its head', [ahead(7)], 'ZJ409'],
  ['of a version before the first', [ahead(-2)], '23514'],
  ['beyond the one that its head moved to', [ahead(1), ahead(2), move], 'ZJ409'],
  ['that leaves one out', [move, move, ahead(0)], 'ZJ409'],
]
for (const [what, statements, refusal] of outOfLine)
  test(`R6.9 R6.10 no revision is written ${what}, at no level`, async (t) => {
    const { w, holder, records } = await everyLevel(t)
    await asApp(w, async (client) => {
      // What is not at D has no next version at all.
      const moves = statements.includes(move)
      for (const { id } of moves ? [records.D] : Object.values(records)) {
        const values = [holder.personId, id]
        await client.query('begin')
        for (const sql of statements.slice(0, -1)) await client.query(sql, values)
        assert.equal(await refusalWithin(client, statements.at(-1) ?? '', values), refusal)
      }
    })
  })

test('R6.9 a new record is what its revision says', async (t) => {
  const { w, holder } = await everyLevel(t)
  const created = (payload: string) => `
    with head as (
      insert into record (person_id, id, kind, payload) values ($1, gen_random_uuid(), 'degree', '{}') returning *)
    insert into record_revision (person_id, record_id, version, payload, change, role, audit_id)
    select person_id, id, version, '${payload}', 'created', 'practitioner', gen_random_uuid() from head`
  await asApp(w, async (client) => {
    assert.equal(await refusalOf(client, created('{}'), [holder.personId]), null)
    assert.equal(await refusalOf(client, created('{"school":"forged"}'), [holder.personId]), 'ZJ409')
  })
})

test('R6.1 R6.9 the ways of the product pass these walls', async (t) => {
  const { w, holder, records } = await everyLevel(t)
  const scanned = await sendScan(w, holder, records.D, await madeScan(120))
  assert.equal(scanned.statusCode, 201)
  const edited = await edit(w, holder, scanned.json().record, { number: '8' })
  assert.equal(edited.statusCode, 200)
  assert.equal((await remove(w, holder, edited.json())).statusCode, 204)
})
