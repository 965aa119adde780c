import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { begun, givenAdministrator, importing } from '../../test/full-names.ts'
import { meeting } from '../../test/meeting.ts'
import { education, givenHolder, givenRecord, type Holder, madeScan, sendScan } from '../../test/records.ts'
import { type Clerk, cancel, givenClerk, givenVerifiedRecord, lookAt, verify } from '../../test/windows.ts'
import { type World, world } from '../../test/world.ts'
import { learnFullNames } from './learn-full-names.ts'

async function openImport(t: TestContext) {
  const w = await world(t)
  const steps = importing(w, await givenAdministrator(w))
  const body = begun()
  await steps.start(body)
  await steps.send(body.id, ['测试工业大学'])
  return { w, id: body.id, ...steps }
}

test('R4.6 completed twice at once, a list counts once (lock: full-name-import)', async (t) => {
  const { w, id, complete } = await openImport(t)
  const answers = await meeting(
    w,
    ['select from full_name_import where id = $1 for update', [id]],
    [() => complete(id, 1), () => complete(id, 1)],
  )
  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [201, 201],
  )
  const { imports } = await w.ctx.db.selectFrom('full_name').select('imports').executeTakeFirstOrThrow()
  assert.equal(imports, 1)
})

test('R4.6 names that come while the list is completed are refused, not lost (lock: full-name-import-names)', async (t) => {
  const { w, id, send } = await openImport(t)
  const completing = `update full_name_import set status = 'complete', names = 1 where id = $1`
  const [late] = await meeting(w, [completing, [id]], [() => send(id, ['测试建筑大学'])])
  assert.equal(late?.json().code, 'import-not-open')
  const entries = await w.ctx.db.selectFrom('full_name_entry').selectAll().execute()
  assert.equal(entries.length, 1)
})

test('R4.6 what is learnt while a verification is cancelled does not outlive it (lock: full-name-record)', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const record = await givenVerifiedRecord(w, clerk, holder)
  const [cancelled] = await meeting<{ statusCode?: number } | undefined>(
    w,
    ['select from record where person_id = $1 and id = $2 for update', [holder.personId, record.id]],
    [
      () => cancel(w, clerk, holder, record),
      async () => {
        await learnFullNames(w.ctx, holder)
        return undefined
      },
    ],
  )
  assert.equal(cancelled?.statusCode, 201)
  assert.deepEqual(await w.ctx.db.selectFrom('full_name_witness').selectAll().execute(), [])
})

const [first, second] = ['测试工业大学', '测试建筑大学'] as const
const holdFirst = [`select from full_name where list = 'schools' and name = $1 for update`, [first]] as const

/** A list of both names, sent so that the second lies before the first, and another that is completed meanwhile. */
async function twoImports(w: World) {
  const steps = importing(w, await givenAdministrator(w))
  const begin = async () => {
    const body = begun()
    await steps.start(body)
    for (const name of [second, first]) await steps.send(body.id, [name])
    return body.id
  }
  return { ...steps, one: await begin(), other: await begin() }
}

test('R4.6 one list completed while another is withdrawn: both end (lock: full-names-taken-back)', async (t) => {
  const w = await world(t)
  const { one, other, complete, withdraw } = await twoImports(w)
  await complete(one, 2)
  const answers = await meeting(w, holdFirst, [() => complete(other, 2), () => withdraw(one)])
  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [201, 201],
  )
  const counted = await w.ctx.db.selectFrom('full_name').select('imports').execute()
  assert.deepEqual(counted, [{ imports: 1 }, { imports: 1 }])
})

async function givenVerifiedSchool(w: World, clerk: Clerk, holder: Holder, school: string) {
  const bare = await givenRecord(w, holder, { kind: 'education', payload: { ...education.payload, school } })
  const { record } = (await sendScan(w, holder, bare, await madeScan())).json()
  await lookAt(w, clerk, holder, record)
  assert.equal((await verify(w, clerk, holder, record)).statusCode, 201)
  return record
}

test('R4.6 a list completed while a person brings one name and loses another: both end (lock: full-names-counted)', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const { one, complete } = await twoImports(w)
  const lost = await givenVerifiedSchool(w, clerk, holder, first)
  await learnFullNames(w.ctx, holder)
  await cancel(w, clerk, holder, lost)
  await givenVerifiedSchool(w, clerk, holder, second)
  const learn = async () => {
    await learnFullNames(w.ctx, holder)
    return undefined
  }
  await meeting<unknown>(w, holdFirst, [() => complete(one, 2), learn])
  const counted = await w.ctx.db
    .selectFrom('full_name')
    .select(['name', 'persons', 'imports'])
    .where('list', '=', 'schools')
    .orderBy('name')
    .execute()
  assert.deepEqual(counted, [
    { name: first, persons: 0, imports: 1 },
    { name: second, persons: 1, imports: 1 },
  ])
})

test('R4.6 a slow learning does not undo a later one (lock: full-name-learning)', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const { one, complete } = await twoImports(w)
  await complete(one, 2)
  const record = await givenVerifiedSchool(w, clerk, holder, first)
  await learnFullNames(w.ctx, holder)
  await cancel(w, clerk, holder, record)
  await givenVerifiedSchool(w, clerk, holder, second)
  await meeting(
    w,
    [`insert into full_name_witness values ($1, 'schools', $2)`, [holder.personId, second]],
    [
      () => learnFullNames(w.ctx, holder),
      async () => {
        await givenVerifiedSchool(w, clerk, holder, first)
        await learnFullNames(w.ctx, holder)
      },
    ],
  )
  const witnessed = await w.ctx.db
    .selectFrom('full_name_witness')
    .select('name')
    .where('list', '=', 'schools')
    .orderBy('name')
    .execute()
  assert.deepEqual(witnessed, [{ name: first }, { name: second }])
})
