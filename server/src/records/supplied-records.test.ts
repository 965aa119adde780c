import assert from 'node:assert/strict'
import { test } from 'node:test'
import { feed, numbered, registrationOf } from '../../test/feeds.ts'
import { edit, givenHolder, remove } from '../../test/records.ts'
import { cancel, givenClerk, refuse, verify } from '../../test/windows.ts'
import { press, world } from '../../test/world.ts'

test('R6.2 R11.4 G135 wrong data at A: no person and no window mends them, their source does', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const shown = async () => {
    const url = `/api/persons/${holder.personId}/profile`
    const { records } = (await press(w.app, holder.cookies, { url })).json()
    assert.equal(records.length, 1)
    return records[0]
  }
  await feed(w, 'registrations', numbered([registrationOf(holder)]))
  const wrong = await shown()
  const answers = [
    await edit(w, holder, wrong, {}),
    await remove(w, holder, wrong),
    await verify(w, clerk, holder, wrong),
    await refuse(w, clerk, holder, wrong),
    await cancel(w, clerk, holder, wrong),
  ]
  assert.deepEqual(
    answers.map((answer) => [answer.statusCode, answer.json().code]),
    [
      [409, 'record-supplied'],
      [409, 'record-supplied'],
      [409, 'level-fixed'],
      [409, 'level-fixed'],
      [409, 'not-verified'],
    ],
  )
  assert.deepEqual(await shown(), wrong)
  const status = { text: '注销', code: 'cancelled' }
  await feed(w, 'registrations', numbered([registrationOf(holder, { status })]))
  const mended = await shown()
  assert.deepEqual([mended.level, mended.version, mended.payload.status], ['A', 2, status])
})
