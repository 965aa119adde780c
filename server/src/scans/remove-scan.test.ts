import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  givenHolder,
  givenScannedRecord,
  givenUse,
  history,
  madeScan,
  recordUrl,
  sendScan,
} from '../../test/records.ts'
import { givenClerk, givenVerifiedRecord } from '../../test/windows.ts'
import { press, type World, world } from '../../test/world.ts'

const pageOf = (
  w: World,
  cookies: Record<string, string>,
  holder: { personId: string },
  id: string,
  version: number,
  page = 1,
) => press(w.app, cookies, { url: recordUrl(holder as never, id, `/versions/${version}/scans/${page}`) })

test('R6.3 R6.7 a page is neither added nor removed where the record is fixed', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const verified = await givenVerifiedRecord(w, clerk, holder)
  const added = await sendScan(w, holder, verified, await madeScan(90))
  assert.deepEqual([added.statusCode, added.json().code], [409, 'record-verified'])
  const url = (id: string) => recordUrl(holder, id, '/versions/2/scans/1')
  const removed = await press(w.app, holder.cookies, { method: 'DELETE', url: url(verified.id) })
  assert.deepEqual([removed.statusCode, removed.json().code], [409, 'record-verified'])
  const used = await givenScannedRecord(w, holder)
  await givenUse(w, holder, used)
  assert.equal((await sendScan(w, holder, used, await madeScan(80))).json().code, 'record-in-use')
  assert.equal(
    (await press(w.app, holder.cookies, { method: 'DELETE', url: url(used.id) })).json().code,
    'record-in-use',
  )
})

test('R6.9 a removed page leaves the new version and stays in the earlier ones', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const one = await givenScannedRecord(w, holder)
  const two = (await sendScan(w, holder, one, await madeScan(100))).json().record
  const url = (page: number) => recordUrl(holder, two.id, `/versions/${two.version}/scans/${page}`)
  const second = (await press(w.app, holder.cookies, { url: url(2) })).rawPayload
  assert.equal((await press(w.app, holder.cookies, { method: 'DELETE', url: url(3) })).statusCode, 404)
  const removed = await press(w.app, holder.cookies, { method: 'DELETE', url: url(1) })
  assert.equal(removed.statusCode, 200, removed.body)
  const { version, scans } = removed.json()
  assert.deepEqual([version, scans.map((each: { page: number }) => each.page)], [4, [1]])
  assert.deepEqual((await pageOf(w, holder.cookies, holder, two.id, 4)).rawPayload, second)
  assert.notDeepEqual((await pageOf(w, holder.cookies, holder, two.id, 3)).rawPayload, second)
  const { entries } = (await history(w, holder.cookies, holder, two.id)).json()
  assert.deepEqual(
    entries.map((entry: { event: string; pages: number }) => [entry.event, entry.pages]),
    [
      ['created', 0],
      ['scan-added', 1],
      ['scan-added', 2],
      ['scan-removed', 1],
    ],
  )
  const profile = (
    await press(w.app, holder.cookies, { url: `/api/persons/${holder.personId}/profile` })
  ).json()
  assert.deepEqual(profile.records[0].scans, scans)
})
