import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { createClient } from '@zhuji/contract/client.ts'
import { sampleRead } from '../test/sample-read.ts'
import { ServerInTest } from '../test/server-in-test.ts'
import { quick } from '../test/timings.ts'
import { Watched } from '../test/until.ts'
import type { Upload } from './upload.ts'
import { Uploading } from './uploading.ts'

async function uploadingTo(t: TestContext, again = quick.again) {
  const server = new ServerInTest()
  await server.up()
  const purged: number[] = []
  const seen = new Watched<string>()
  const uploads: Upload[] = []
  const uploading = new Uploading({
    store: { receipted: async ({ counter }) => void purged.push(counter) },
    call: createClient(server.url, (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(2000) })),
    log: () => undefined,
    changed: () => seen.push(uploads.map(({ state, failure }) => failure ?? state).join(' ')),
    again,
  })
  const add = (counter: number) => {
    const upload = uploading.add(sampleRead(counter))
    uploads.push(upload)
    return upload
  }
  t.after(async () => {
    await uploading.stop()
    await server.down()
  })
  return { server, uploading, add, purged, shows: (text: string) => seen.until((now) => now === text) }
}

const arrivals = ({ arrived }: ServerInTest) => arrived.seen.map(({ counter }) => counter)

test('R2.3 R2.4 reads go by themselves, oldest first, and are purged with their receipts', async (t) => {
  const { server, uploading, add, purged, shows } = await uploadingTo(t)
  for (const counter of [3, 1, 2]) add(counter)
  uploading.start()
  await shows('sent sent sent')
  assert.deepEqual(arrivals(server), [1, 2, 3])
  assert.deepEqual(purged, [1, 2, 3])
  assert.deepEqual([uploading.unsent, uploading.server], [0, 'reachable'])
})

test('R2.4 an unreachable server is asked again until it is back; nothing is purged before', async (t) => {
  const { server, uploading, add, purged, shows } = await uploadingTo(t)
  await server.down()
  const upload = add(1)
  add(2)
  uploading.start()
  await shows('unreachable unreachable')
  assert.deepEqual([purged, uploading.unsent, uploading.server], [[], 2, 'unreachable'])
  await server.up()
  await shows('sent sent')
  assert.ok(upload.attempts > 1)
  assert.deepEqual(arrivals(server), [1, 2])
})

test('R2.3 G84 a refused read keeps its code and holds up no other; «重传失败记录» sends it again', async (t) => {
  const { server, uploading, add, purged, shows } = await uploadingTo(t)
  server.answer = ({ counter }) => (counter === 1 ? { status: 409, code: 'ticket-expired' } : undefined)
  add(1)
  add(2)
  uploading.start()
  await shows('ticket-expired sent')
  add(3)
  await shows('ticket-expired sent sent')
  assert.deepEqual(arrivals(server), [1, 2, 3])
  assert.deepEqual(purged, [2, 3])
  server.answer = () => undefined
  uploading.resend()
  await shows('sent sent sent')
  assert.equal(uploading.unsent, 0)
})

test('R2.4 one read that breaks the server does not hold up the others, and is tried again', async (t) => {
  const { server, uploading, add, shows } = await uploadingTo(t)
  server.answer = ({ counter }) => (counter === 1 ? { status: 500, code: 'internal-error' } : undefined)
  add(1)
  add(2)
  uploading.start()
  await shows('internal-error sent')
  server.answer = () => undefined
  await shows('sent sent')
})

test('G84 resending and a new read wake the sender at once, however long it would have waited', async (t) => {
  const { server, uploading, add, shows } = await uploadingTo(t, { first: 600_000, longest: 600_000 })
  await server.down()
  add(1)
  uploading.start()
  await shows('unreachable')
  await server.up()
  add(2)
  await shows('sent sent')
  assert.deepEqual(arrivals(server), [1, 2])
})

test('R2.4 sent twice, a read gets the same receipt and is purged', async (t) => {
  const { server, uploading, add, purged, shows } = await uploadingTo(t)
  const upload = add(1)
  const first = {
    readId: upload.read.readId,
    receiptId: '0b5f4b8e-2f0e-4a8e-9d0e-2f5d6e7f8a9b',
    receivedAt: new Date().toISOString(),
    repeated: false,
    outcome: 'first' as const,
    flags: [],
  }
  server.receipts.set(upload.read.readId, first)
  uploading.start()
  await shows('sent')
  assert.deepEqual(upload.receipt, { ...first, repeated: true })
  assert.deepEqual(purged, [1])
})

test('R2.4 a receipt for another read purges nothing', async (t) => {
  const { server, uploading, add, purged, shows } = await uploadingTo(t)
  const upload = add(1)
  const other = sampleRead(9)
  const stray = { receiptId: other.readId, receivedAt: new Date().toISOString(), repeated: false }
  server.receipts.set(upload.read.readId, { ...stray, readId: other.readId, outcome: 'first', flags: [] })
  uploading.start()
  await shows('wrong-receipt')
  assert.deepEqual(purged, [])
  server.receipts.clear()
  await shows('sent')
})
