import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, afterEach, before, type TestContext, test } from 'node:test'
import { BridgeStatus } from '@zhuji/contract/bridge.ts'
import { cardBlock } from '@zhuji/domain/fixtures/card-blocks.ts'
import { callAs } from '../test/page.ts'
import { ServerInTest } from '../test/server-in-test.ts'
import { type SimulatedReaderInTest, simulatedReader } from '../test/simulated-reader.ts'
import { temporaryDirectory } from '../test/temporary-directory.ts'
import { quick } from '../test/timings.ts'
import { tracesOf } from '../test/traces.ts'
import { Watched } from '../test/until.ts'
import { startBridge } from './bridge.ts'
import { jsonLog } from './json-log.ts'

const ORIGIN = 'https://zhuji.example'
const NEXT_CENTURY = '2100-01-01T00:00:00.000Z'
const NAME = '测试甲'
const NUMBER = '119999199001010012'
let reader: SimulatedReaderInTest

before(async () => {
  reader = await simulatedReader()
})
afterEach(() => reader.lift())
after(() => reader.end())

async function bridgeIn(t: TestContext, directory: string, server: ServerInTest, lines: string[] = []) {
  const config = {
    server: server.url,
    directory,
    reader: reader.address,
    origins: [ORIGIN],
    enrolmentCode: 'one-time',
    simulated: true,
  }
  const timings = { ...quick, reader: { ...quick.reader, sameCard: 0 } }
  const bridge = await startBridge(
    config,
    jsonLog((line) => lines.push(line), true),
    timings,
  )
  await bridge.loopback.listen({ host: '127.0.0.1', port: 0 })
  const { port } = bridge.loopback.server.address() as { port: number }
  const headers = { origin: ORIGIN, 'content-type': 'application/json' }
  const watched = new Watched<BridgeStatus>()
  const stopped = new AbortController()
  const watch = async () => {
    for (watched.push(bridge.status()); !stopped.signal.aborted; watched.push(bridge.status()))
      await bridge.changes.next(60_000, stopped.signal)
  }
  const watching = watch()
  let open = true
  const close = async () => {
    if (open) await bridge.close()
    open = false
    stopped.abort()
    await watching
  }
  t.after(close)
  const until = (expected: (status: BridgeStatus) => boolean) => watched.until(expected)
  const post = (path: string, body: object) =>
    callAs<BridgeStatus & { code?: string }>(port, 'POST', path, { headers, body: JSON.stringify(body) })
  const start = async (challenge: string | null = null, ticketExpiresAt = NEXT_CENTURY) => {
    await until(({ samId }) => samId !== null)
    return post('/sittings', { ticket: 'clerk-ticket', ticketExpiresAt, presentedBy: 'agent', challenge })
  }
  return { bridge, until, post, start, close, watched }
}

async function world(t: TestContext) {
  const server = new ServerInTest()
  await server.up()
  t.after(() => server.down())
  return { server, directory: await temporaryDirectory(t) }
}

test('R2.3 R2.6 G82 a sitting: cards are read, signed and sent, and people are counted', async (t) => {
  const { server, directory } = await world(t)
  const { until, post, start, bridge } = await bridgeIn(t, directory, server)
  assert.equal((await start('a-challenge')).status, 201)
  await reader.lay('citizen')
  await until(({ tally }) => tally.succeeded === 1)
  await reader.lay('citizen')
  await until(({ reads }) => reads.length === 2 && reads.every(({ state }) => state === 'sent'))
  await reader.lay('hkmotw')
  await until(({ reads }) => reads.length === 3 && reads.every(({ state }) => state === 'sent'))

  const status = bridge.status()
  BridgeStatus.parse(status)
  assert.deepEqual(status.tally, { read: 2, succeeded: 2, failed: 0 })
  assert.equal(status.samId, '05.01-20200901-0001234567-3456789012')
  assert.equal(status.simulated, true)
  assert.equal(status.reads[0]?.facts.name, NAME)
  assert.deepEqual(status.reads[0]?.portrait, { format: 'wlt', jpeg: null })
  const [first] = server.arrived.seen
  assert.ok(first)
  assert.deepEqual(
    [first.counter, first.readerId, first.ticket, first.presentedBy, first.challenge, first.assurance],
    [1, server.readerId, 'clerk-ticket', 'agent', 'a-challenge', 'chip'],
  )
  assert.equal(first.textBlock, Buffer.from(cardBlock('citizen')).toString('base64'))
  assert.equal(Buffer.from(first.portrait.bytes, 'base64').length, 1024)
  assert.equal(Buffer.from(first.samId, 'base64').toString('hex'), '05000100c53d340187d61200146a0ace')
  assert.deepEqual((await post('/sittings/end', {})).body, { unsent: 0 })
  assert.deepEqual([bridge.status().sittingId, bridge.status().reads], [null, []])
})

test('R2.4 G86 the server away and the power lost: reads stay sealed on this PC and are sent at the next start', async (t) => {
  const { server, directory } = await world(t)
  const lines: string[] = []
  const first = await bridgeIn(t, directory, server, lines)
  await first.start()
  await server.down()
  await reader.lay('citizen')
  const { tally, reads } = await first.until(({ reads }) => reads[0]?.failure === 'unreachable')
  assert.deepEqual([tally, reads[0]?.state], [{ read: 1, succeeded: 0, failed: 1 }, 'failed'])
  assert.deepEqual((await first.post('/sittings/end', {})).body, { unsent: 1 })
  await first.close()

  const sent = Buffer.from(sampleOf(cardBlock('citizen')))
  const files = await allFiles(directory)
  assert.ok(files.some(({ path }) => path.endsWith('.read')))
  const traces = tracesOf(NAME, NUMBER)
  assert.ok(
    traces.some((trace) => sent.includes(trace)),
    'the search finds what is not sealed',
  )
  for (const trace of traces) {
    for (const { path, bytes } of files) assert.equal(bytes.includes(trace), false, path)
    assert.equal(Buffer.from(lines.join('\n')).includes(trace), false, 'the log')
  }

  await server.up()
  const second = await bridgeIn(t, directory, server, lines)
  await second.until(({ unsent, server }) => unsent === 0 && server === 'reachable')
  assert.equal(server.arrived.seen[0]?.readId, reads[0]?.readId)
  assert.equal(
    (await allFiles(directory)).some(({ path }) => path.endsWith('.read')),
    false,
  )
})

test('R2.3 G84 what the server refuses counts as failed until it is sent again and taken', async (t) => {
  const { server, directory } = await world(t)
  const { until, post, start } = await bridgeIn(t, directory, server)
  server.answer = () => ({ status: 403, code: 'window-suspended' })
  await start()
  await reader.lay('citizen')
  const refused = await until(({ tally }) => tally.failed === 1)
  assert.deepEqual([refused.reads[0]?.failure, refused.unsent], ['window-suspended', 1])
  server.answer = () => undefined
  await post('/reads/resend', {})
  await until(({ tally }) => tally.succeeded === 1 && tally.failed === 0)
})

test('R2.4 R2.6 a sitting whose ticket is over says so and reads nothing; the next one reads the card', async (t) => {
  const { server, directory } = await world(t)
  const { until, start } = await bridgeIn(t, directory, server)
  await reader.lay('citizen')
  assert.equal((await start(null, '2020-01-01T00:00:00.000Z')).status, 201)
  const expired = await until(({ reader }) => reader === 'ticket-expired')
  assert.deepEqual([expired.reads, expired.unsent], [[], 0])
  await start()
  await until(({ tally }) => tally.succeeded === 1)
  assert.equal(server.arrived.seen.length, 1)
})

test('R2.6 a bridge that the server does not know starts no sitting', async (t) => {
  const { server, directory } = await world(t)
  await server.down()
  const { until, post } = await bridgeIn(t, directory, server)
  await until(({ samId }) => samId !== null)
  const { status, body } = await post('/sittings', {
    ticket: 't',
    ticketExpiresAt: NEXT_CENTURY,
    presentedBy: 'person',
  })
  assert.deepEqual([status, body.code], [409, 'reader-not-enrolled'])
})

/** A block as a message carries it: base64 in JSON in base64url. */
const sampleOf = (block: Uint8Array) =>
  Buffer.from(JSON.stringify({ block: Buffer.from(block).toString('base64') })).toString('base64url')

async function allFiles(directory: string): Promise<{ path: string; bytes: Buffer }[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Promise.all(files.map(async (path) => ({ path, bytes: await readFile(path) })))
}
