import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenOffice, world } from '../../test/world.ts'
import { ConfigError } from '../platform/config.ts'
import { claimForDemo, DemoRefusedError, refuseDemoDatabase } from './installation.ts'

test('production refuses a database that demo created, and takes an empty one', async (t) => {
  const { ctx } = await world(t)
  await refuseDemoDatabase(ctx)
  await claimForDemo(ctx)
  await assert.rejects(refuseDemoDatabase(ctx), ConfigError)
})

test('demo refuses a database that has rows of others', async (t) => {
  const w = await world(t)
  await givenOffice(w)
  await assert.rejects(claimForDemo(w.ctx), DemoRefusedError)
})
