import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenUse } from '../../test/records.ts'
import { asApp, everyLevel, refusalWithin } from '../../test/walls.ts'
import { givenOffice } from '../../test/world.ts'
import { newId } from '../platform/ids.ts'
import { withClient } from '../platform/postgres/cluster.ts'

type Levels = Awaited<ReturnType<typeof everyLevel>>

/** What move_level says of a cancellation that a department wrote without asking the use case's rules. */
const cancelledBy = ({ w, holder, clerk, records }: Levels, departmentId: string): Promise<string | null> =>
  asApp(w, async (client) => {
    const { id, version } = records.C
    const cancellation = newId()
    await client.query('begin')
    await client.query(
      `insert into verification_cancellation (person_id, id, verification_id, reason, department_id, clerk_id)
       select person_id, $2, verification_id, 'x', $3, $4 from record where id = $1`,
      [id, cancellation, departmentId, clerk.staffId],
    )
    const values = [holder.personId, id, version, cancellation]
    return refusalWithin(client, `select move_level($1, $2, $3, 'cancel-verification', $4)`, values)
  })

test('R6.4 move_level cancels for the department that verified or its heirs, and for no other', async (t) => {
  const levels = await everyLevel(t)
  const { w, clerk } = levels
  const [other, heir, heirOfHeir] = [await givenOffice(w), await givenOffice(w), await givenOffice(w)]
  const inherits = 'update department set successor_id = $1 where id = $2'
  await withClient(w.ownerUrl, async (owner) => {
    await owner.query(inherits, [heir.departmentId, clerk.office.departmentId])
    await owner.query(inherits, [heirOfHeir.departmentId, heir.departmentId])
  })
  assert.equal(await cancelledBy(levels, other.departmentId), 'ZJ422')
  for (const { departmentId } of [clerk.office, heir, heirOfHeir])
    assert.equal(await cancelledBy(levels, departmentId), null)
})

test('R6.4 move_level cancels nothing that an application in progress uses', async (t) => {
  const levels = await everyLevel(t)
  const { w, holder, clerk, records } = levels
  await givenUse(w, holder, records.C)
  assert.equal(await cancelledBy(levels, clerk.office.departmentId), 'ZJ422')
  await w.ctx.pool.query('update record_use set open = false')
  assert.equal(await cancelledBy(levels, clerk.office.departmentId), null)
})
