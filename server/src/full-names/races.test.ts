import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Client } from 'pg'
import { begun, givenAdministrator, importing } from '../../test/full-names.ts'
import { givenHolder } from '../../test/records.ts'
import { cancel, givenClerk, givenVerifiedRecord } from '../../test/windows.ts'
import { type World, world } from '../../test/world.ts'
import { withClient } from '../platform/postgres/cluster.ts'
import { learnFullNames } from './learn-full-names.ts'

/** Until so many wait for a lock, or all of `work` has ended without waiting. */
async function untilWaiting(client: Client, waiters: number, ended: () => boolean): Promise<void> {
  const waiting = `select count(*)::int as n from pg_stat_activity
                    where datname = current_database() and wait_event_type = 'Lock'`
  for (;;) {
    const { rows } = await client.query(waiting)
    await client.query('select pg_stat_clear_snapshot()')
    if (rows[0].n >= waiters || ended()) return
  }
}

/** Does `first` within an open transaction, lets `work` come as far as it can, then commits. */
async function meeting<T>(w: World, first: (client: Client) => Promise<unknown>, work: () => Promise<T>[]) {
  return withClient(w.appUrl, async (client) => {
    await client.query('begin')
    await first(client)
    let ended = 0
    const promises = work().map((promise) => promise.finally(() => ended++))
    await untilWaiting(client, promises.length, () => ended === promises.length)
    await client.query('commit')
    return Promise.all(promises)
  })
}

async function openImport(t: Parameters<typeof world>[0]) {
  const w = await world(t)
  const steps = importing(w, await givenAdministrator(w))
  const body = begun()
  await steps.start(body)
  await steps.send(body.id, ['测试工业大学'])
  return { w, id: body.id, ...steps }
}

test('R4.6 completed twice at once, a list counts once (lock: full-name-import)', async (t) => {
  const { w, id, complete } = await openImport(t)
  const hold = (client: Client) => client.query('select from full_name_import where id = $1 for update', [id])
  const answers = await meeting(w, hold, () => [complete(id, 1), complete(id, 1)])
  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [201, 201],
  )
  const { imports } = await w.ctx.db.selectFrom('full_name').select('imports').executeTakeFirstOrThrow()
  assert.equal(imports, 1)
})

test('R4.6 names that come while the list is completed are refused, not lost (lock: full-name-import-names)', async (t) => {
  const { w, id, send } = await openImport(t)
  const completing = (client: Client) =>
    client.query(
      `update full_name_import set status = 'complete', names = 1, completed_at = clock_timestamp() where id = $1`,
      [id],
    )
  const [late] = await meeting(w, completing, () => [send(id, ['测试建筑大学'])])
  assert.equal(late?.json().code, 'import-not-open')
  const entries = await w.ctx.db.selectFrom('full_name_entry').selectAll().execute()
  assert.equal(entries.length, 1)
})

test('R4.6 a cancellation at once with the learning leaves no name behind (lock: full-name-record)', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const record = await givenVerifiedRecord(w, clerk, holder)
  const witnesses = () => w.ctx.db.selectFrom('full_name_witness').selectAll().execute()
  await learnFullNames(w.ctx, holder)
  assert.equal((await witnesses()).length, 2)
  assert.equal((await cancel(w, clerk, holder, record)).statusCode, 201)
  await learnFullNames(w.ctx, holder)
  assert.equal((await witnesses()).length, 0)

  const again = await givenVerifiedRecord(w, clerk, holder)
  const cancelling = (client: Client) =>
    client
      .query(
        `with cancelled as (
         insert into verification_cancellation (person_id, id, verification_id, reason, department_id, clerk_id)
         select v.person_id, gen_random_uuid(), v.id, 'wrong', v.department_id, v.clerk_id
           from record r join original_verification v on v.person_id = r.person_id and v.id = r.verification_id
          where r.person_id = $1 and r.id = $2 returning id)
       select id from cancelled`,
        [holder.personId, again.id],
      )
      .then(({ rows }) =>
        client.query(`select move_level($1, $2, $3, 'cancel-verification', $4)`, [
          holder.personId,
          again.id,
          again.version,
          rows[0].id,
        ]),
      )
  await meeting(w, cancelling, () => [learnFullNames(w.ctx, holder)])
  assert.equal((await witnesses()).length, 0)
})
