import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { begun, givenAdministrator, importing } from '../../test/full-names.ts'
import { meeting } from '../../test/meeting.ts'
import { givenHolder } from '../../test/records.ts'
import { cancel, givenClerk, givenVerifiedRecord } from '../../test/windows.ts'
import { world } from '../../test/world.ts'
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
