import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listWindows } from '@zhuji/contract/portal.ts'
import { world } from '../../test/world.ts'
import { systemActor } from '../platform/actor.ts'
import { withClient } from '../platform/postgres/cluster.ts'
import { seedOffices } from './seed-offices.ts'

test('R9.2 G89 the open windows of the city and its 16 districts, the hall first, unknown hours as null', async (t) => {
  const w = await world(t)
  await seedOffices(w.ctx, systemActor())
  await seedOffices(w.ctx, systemActor())
  await withClient(w.ownerUrl, (client) =>
    client.query(`update service_window set status = 'suspended' where code = 'W16'`),
  )
  w.statements()
  const { windows } = listWindows.response.parse((await w.app.inject('/api/portal/windows')).json())
  assert.equal(w.statements().length, 1)
  assert.equal(windows.length, 16)
  assert.deepEqual([windows[0]?.district, windows[0]?.address], ['全市', '小木桥路683号'])
  assert.ok(windows[0]?.hours?.includes('9:15'))
  assert.deepEqual([windows[1]?.district, windows[1]?.hours], ['黄浦区', null])
  assert.ok(!windows.some(({ code }) => code === 'W16'))
})
