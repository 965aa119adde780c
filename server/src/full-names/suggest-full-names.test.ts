import assert from 'node:assert/strict'
import { test } from 'node:test'
import { suggestFullNames } from '@zhuji/contract/full-names.ts'
import { ask, givenAdministrator, givenImport, suggested } from '../../test/full-names.ts'
import { givenHolder } from '../../test/records.ts'
import { givenOffice, givenStaff, world } from '../../test/world.ts'
import { withClient } from '../platform/postgres/cluster.ts'

const schools = [
  '测试大学',
  '测试工业大学',
  '测试大学建筑学院',
  '虚构测试大学',
  '虚构交通大学',
  'University of Testing',
]

test('R4.6 offers what begins with the text, then what contains it, the shortest first', async (t) => {
  const w = await world(t)
  const administrator = await givenAdministrator(w)
  await givenImport(w, administrator, schools)
  const { cookies } = await givenHolder(w)
  assert.deepEqual(await suggested(w, cookies, '测试'), [
    '测试大学',
    '测试工业大学',
    '测试大学建筑学院',
    '虚构测试大学',
  ])
  assert.deepEqual(await suggested(w, cookies, '交通'), ['虚构交通大学'])
  assert.deepEqual(await suggested(w, cookies, '虚'), ['虚构交通大学', '虚构测试大学'])
  assert.deepEqual(await suggested(w, cookies, 'testing'), ['University of Testing'])
  assert.deepEqual(await suggested(w, cookies, '业'), [])
  assert.deepEqual(await suggested(w, cookies, '%'), [])
  assert.deepEqual(await suggested(w, cookies, '测试', 'units'), [])
})

test('R4.6 offers at most ten', async (t) => {
  const w = await world(t)
  const administrator = await givenAdministrator(w)
  await givenImport(
    w,
    administrator,
    Array.from({ length: 30 }, (_, n) => `测试${n}大学`),
  )
  assert.equal((await suggested(w, administrator.cookies, '测试')).length, 10)
  assert.equal((await suggested(w, administrator.cookies, '大学')).length, 10)
})

test('R3.9 people who signed in are offered names, strangers are not', async (t) => {
  const w = await world(t)
  const office = await givenOffice(w)
  const query = { list: 'schools', q: '测试' }
  for (const role of ['clerk', 'enterprise', 'reviewer', 'administrator'] as const) {
    const { cookies } = await givenStaff(w, office, role)
    assert.equal((await ask(w, cookies, suggestFullNames, { query })).statusCode, 200, role)
  }
  assert.equal((await ask(w, {}, suggestFullNames, { query })).statusCode, 401)
})

test('offering names takes the session and one statement, which finds its indexes', async (t) => {
  const w = await world(t)
  const { cookies } = await givenHolder(w)
  w.statements()
  await suggested(w, cookies, '测试')
  const statements = w.statements()
  assert.equal(statements.length, 2, statements.join('\n'))
  const plan = await withClient(w.ownerUrl, async (owner) => {
    await owner.query(`insert into full_name (list, name, imports)
      select 'schools', md5(n::text) || '测试大学' || n, 1 from generate_series(1, 5000) n`)
    await owner.query('analyze full_name')
    await owner.query(`prepare found as ${statements[1]}`)
    await owner.query('set plan_cache_mode = force_generic_plan')
    const values = (statements[1]?.match(/\$\d+/g) ?? []).map(() => `'测试'`).join(', ')
    return JSON.stringify((await owner.query(`explain execute found(${values})`)).rows)
  })
  assert.match(plan, /full_name_prefix/)
  assert.match(plan, /full_name_within/)
})
