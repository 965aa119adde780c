import assert from 'node:assert/strict'
import { test } from 'node:test'
import { world } from '../../test/world.ts'
import { newId } from '../platform/ids.ts'
import { keptContent, openFields } from './sealed-fields.ts'

const text = { type: 'text', required: false, maxLength: 20, label: { zh: '', en: '' } } as const
const kind = { fields: { employer: text, phone: { ...text, sealed: true as const } } }

test('R12.2 a field that the declaration seals lies nowhere in clear and opens in its own place only', async (t) => {
  const { ctx } = await world(t)
  const personId = newId()
  const kept = keptContent(ctx.keys, personId, kind, { employer: '测试公司', phone: '19900001234' })
  assert.deepEqual(kept.plain, { employer: '测试公司' })
  assert.ok(kept.ofHead && kept.ofRevision)
  assert.equal(Buffer.concat([kept.ofHead, kept.ofRevision]).indexOf('19900001234'), -1)
  assert.deepEqual(openFields(ctx.keys, 'record', personId, kept.ofHead), { phone: '19900001234' })
  assert.deepEqual(openFields(ctx.keys, 'record_revision', personId, kept.ofRevision), {
    phone: '19900001234',
  })
  assert.throws(() => openFields(ctx.keys, 'record_revision', personId, kept.ofHead as Buffer))
  assert.throws(() => openFields(ctx.keys, 'record', newId(), kept.ofHead as Buffer))
})
