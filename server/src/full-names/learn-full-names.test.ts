import assert from 'node:assert/strict'
import { test } from 'node:test'
import { suggested } from '../../test/full-names.ts'
import { education, givenHolder, givenRecord, madeScan, sendScan } from '../../test/records.ts'
import { type Clerk, cancel, givenClerk, givenVerifiedRecord, lookAt, verify } from '../../test/windows.ts'
import { type World, world } from '../../test/world.ts'
import { learnFullNames } from './learn-full-names.ts'

/** Another person whose certificate of this school was verified, and learnt from. */
async function givenWitness(w: World, clerk: Clerk, changes: object = {}) {
  const holder = await givenHolder(w)
  const payload = { ...education.payload, ...changes }
  const bare = await givenRecord(w, holder, { kind: 'education', payload })
  const { record } = (await sendScan(w, holder, bare, await madeScan())).json()
  await lookAt(w, clerk, holder, record)
  const answer = await verify(w, clerk, holder, record)
  assert.equal(answer.statusCode, 201, answer.body)
  await learnFullNames(w.ctx, holder)
  return { ...holder, record }
}

test('R4.6 a verified name is offered from the third person on, not before', async (t) => {
  const w = await world(t)
  const clerk = await givenClerk(w)
  const heard = []
  for (const _person of [1, 2, 3]) {
    const { cookies } = await givenWitness(w, clerk)
    heard.push([await suggested(w, cookies, '测试工业'), await suggested(w, cookies, '土木', 'specialties')])
  }
  assert.deepEqual(heard, [
    [[], []],
    [[], []],
    [['测试工业大学'], ['土木工程']],
  ])
})

test('R4.6 one person with many certificates, learnt from again and again, counts once', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  for (const _certificate of [1, 2, 3]) {
    await givenVerifiedRecord(w, clerk, holder)
    await learnFullNames(w.ctx, holder)
  }
  await learnFullNames(w.ctx, holder)
  const counted = await w.ctx.db.selectFrom('full_name').select('persons').execute()
  assert.deepEqual(
    counted.map(({ persons }) => persons),
    [1, 1],
  )
})

test('R4.6 a cancelled verification vouches no longer', async (t) => {
  const w = await world(t)
  const clerk = await givenClerk(w)
  const witnesses = [await givenWitness(w, clerk), await givenWitness(w, clerk), await givenWitness(w, clerk)]
  const [first] = witnesses
  assert.ok(first)
  assert.deepEqual(await suggested(w, first.cookies, '测试'), ['测试工业大学'])
  assert.equal((await cancel(w, clerk, first, first.record)).statusCode, 201)
  await learnFullNames(w.ctx, first)
  assert.deepEqual(await suggested(w, first.cookies, '测试'), [])
})

test('R4.6 only what a window compared is learnt, and no name with a suspicious sign', async (t) => {
  const w = await world(t)
  const clerk = await givenClerk(w)
  await givenWitness(w, clerk, { school: '测试第２大学', lost: false, proofUnit: '测试证明单位' })
  const names = await w.ctx.db.selectFrom('full_name').select(['list', 'name']).execute()
  assert.deepEqual(names, [{ list: 'specialties', name: '土木工程' }])
})

test('R4.6 verifying and cancelling ask to learn from the person, by id alone', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const jobs = async () => {
    const { rows } = await w.ctx.pool.query(
      `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where t.identifier = 'learn-full-names'`,
    )
    await w.ctx.pool.query('delete from graphile_worker._private_jobs')
    return rows.map(({ payload }) => payload)
  }
  const record = await givenVerifiedRecord(w, clerk, holder)
  assert.deepEqual(await jobs(), [{ personId: holder.personId }])
  await cancel(w, clerk, holder, record)
  assert.deepEqual(await jobs(), [{ personId: holder.personId }])
})
