import assert from 'node:assert/strict'
import { test } from 'node:test'
import { edit, givenHolder, givenScannedRecord } from '../../test/records.ts'
import { asApp, refusalOf } from '../../test/walls.ts'
import { cancel, givenClerk, givenVerifiedRecord, refuse } from '../../test/windows.ts'
import { type World, world } from '../../test/world.ts'
import { newId } from '../platform/ids.ts'

test('R6.2 R7.7 a proof that is forged, of another person, record or version, proves nothing', async (t) => {
  const w = await world(t)
  const [holder, other, clerk] = [await givenHolder(w), await givenHolder(w), await givenClerk(w)]
  const record = await givenScannedRecord(w, holder)
  const othersRecord = await givenVerifiedRecord(w, clerk, other)
  const siblings = await givenVerifiedRecord(w, clerk, holder)
  const cancelled = await givenVerifiedRecord(w, clerk, holder)
  await cancel(w, clerk, holder, cancelled)
  const older = await givenVerifiedRecord(w, clerk, holder)
  await cancel(w, clerk, holder, older)
  const edited = (await edit(w, holder, older, { number: '7' })).json()
  const refused = await givenScannedRecord(w, holder)
  await refuse(w, clerk, holder, refused)

  const ofRecord = async (recordId: string) =>
    (
      await w.ctx.db
        .selectFrom('original_verification')
        .select('id')
        .where('record_id', '=', recordId)
        .executeTakeFirstOrThrow()
    ).id
  const tries: [string, { id: string; version: number }, string, string?][] = [
    ['a forged one', record, newId()],
    ['another person’s', record, await ofRecord(othersRecord.id)],
    ['another record’s', record, await ofRecord(siblings.id)],
    ['a refused one', refused, await ofRecord(refused.id)],
    ['a cancelled one', cancelled, await ofRecord(cancelled.id), 'ZJ422'],
    ['another version’s, cancelled', edited, await ofRecord(older.id), 'ZJ422'],
    ['another version’s', edited, await passedAgain(w, older.id)],
  ]
  await asApp(w, async (client) => {
    for (const [what, { id, version }, proof, refusal = '23503'] of tries) {
      const values = [holder.personId, id, version, proof]
      const verifying = await refusalOf(client, `select move_level($1, $2, $3, 'verify', $4)`, values)
      assert.equal(verifying, refusal, what)
    }
    const old = [holder.personId, siblings.id, 1]
    assert.equal(
      await refusalOf(client, `select move_level($1, $2, $3, 'cancel-verification', null)`, old),
      'ZJ409',
    )
    const cancellation = await client.query('select id from verification_cancellation limit 1')
    const foreign = [holder.personId, siblings.id, siblings.version, cancellation.rows[0].id]
    const undoing = await refusalOf(
      client,
      `select move_level($1, $2, $3, 'cancel-verification', $4)`,
      foreign,
    )
    assert.equal(undoing, 'ZJ422')
  })
})

/** The same verification under another id, which nobody cancelled. */
async function passedAgain(w: World, recordId: string): Promise<string> {
  const { rows } = await w.ctx.pool.query(
    `insert into original_verification (person_id, id, record_id, version, outcome, confirmed, presented_by,
                                        department_id, window_id, clerk_id)
     select person_id, gen_random_uuid(), record_id, version, outcome, confirmed, presented_by, department_id,
            window_id, clerk_id
       from original_verification where record_id = $1 returning id`,
    [recordId],
  )
  return rows[0].id
}
