import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { BridgeStatus } from '@zhuji/contract/bridge.ts'
import { callAs } from '../test/page.ts'
import { Changes } from './changes.ts'
import { buildLoopback } from './loopback.ts'
import { RefusedError } from './problem-answer.ts'
import type { Opening } from './sitting.ts'

const ORIGIN = 'https://zhuji.example'
const ticketExpiresAt = '2100-01-01T00:00:00.000Z'
const json = { origin: ORIGIN, 'content-type': 'application/json' }

async function loopback(t: TestContext, longPoll = 5000) {
  const changes = new Changes()
  const begun: Opening[] = []
  const did = { resend: 0, mayEnd: true }
  const status = (): BridgeStatus => ({
    reader: 'paused',
    samId: null,
    simulated: true,
    server: 'unknown',
    sittingId: null,
    tally: { read: 0, succeeded: 0, failed: 0 },
    unsent: 0,
    damaged: 0,
    storage: 'ok',
    reads: [],
    revision: changes.revision,
  })
  const app = buildLoopback({
    origins: [ORIGIN],
    changes,
    log: () => undefined,
    longPoll,
    status,
    begin: async (opening) => void begun.push(opening),
    end() {
      if (!did.mayEnd) throw new RefusedError(409, 'reads-not-saved')
      return { unsent: 2 }
    },
    resend: () => void did.resend++,
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  t.after(() => app.close())
  const { port, address } = app.server.address() as { port: number; address: string }
  return { port, address, changes, begun, did }
}

const strangers: [string, Record<string, string>][] = [
  ['another origin', { origin: 'https://evil.example' }],
  ['an origin that only begins alike', { origin: `${ORIGIN}.evil.example` }],
  ['the origin «null» of a sandboxed frame', { origin: 'null' }],
  ['no origin at all', {}],
  ['no origin, typed into the address line', { 'sec-fetch-site': 'none' }],
  ['no origin, from an image on another page', { 'sec-fetch-site': 'cross-site' }],
]
for (const [who, headers] of strangers)
  test(`R2.6 refuses ${who}, for reading and for acting`, async (t) => {
    const { port, begun, did } = await loopback(t)
    const body = JSON.stringify({ ticket: 't', ticketExpiresAt, presentedBy: 'person' })
    const posting = { headers: { 'content-type': 'application/json', ...headers }, body }
    const answers = [
      await callAs(port, 'GET', '/status', { headers }),
      await callAs(port, 'POST', '/sittings', posting),
      await callAs(port, 'POST', '/reads/resend', { ...posting, body: '{}' }),
      await callAs(port, 'OPTIONS', '/sittings', { headers }),
    ]
    assert.deepEqual(
      answers.map(({ status, body }) => [status, body.code]),
      answers.map(() => [403, 'origin-not-allowed']),
    )
    assert.ok(answers.every(({ headers }) => headers['access-control-allow-origin'] === undefined))
    assert.deepEqual([begun, did.resend], [[], 0])
  })

test('R2.6 refuses a foreign name that resolves to this PC', async (t) => {
  const { port } = await loopback(t)
  for (const host of [
    'evil.example',
    `evil.example:${port}`,
    '127.0.0.1:1',
    `localhost.evil.example:${port}`,
  ]) {
    const { status, body } = await callAs(port, 'GET', '/status', { headers: { origin: ORIGIN, host } })
    assert.deepEqual([status, body.code], [421, 'host-not-allowed'])
  }
})

test('R2.6 listens on the loopback address only', async (t) => {
  assert.equal((await loopback(t)).address, '127.0.0.1')
})

test('R2.3 the configured page reads the status; nothing of it may be stored', async (t) => {
  const { port } = await loopback(t)
  const { status, headers, body } = await callAs(port, 'GET', '/status', { headers: { origin: ORIGIN } })
  assert.equal(status, 200)
  assert.equal(headers['access-control-allow-origin'], ORIGIN)
  assert.equal(headers['cache-control'], 'no-store')
  BridgeStatus.parse(body)
})

test('R2.3 the browser may ask first, also about a network that is more private than the page', async (t) => {
  const { port } = await loopback(t)
  const asked = { 'access-control-request-method': 'POST', 'access-control-request-private-network': 'true' }
  const { status, headers } = await callAs(port, 'OPTIONS', '/sittings', {
    headers: { origin: ORIGIN, ...asked },
  })
  assert.equal(status, 204)
  assert.equal(headers['access-control-allow-origin'], ORIGIN)
  assert.equal(headers['access-control-allow-private-network'], 'true')
  assert.match(String(headers['access-control-allow-headers']), /content-type/)
  assert.equal(headers['access-control-allow-credentials'], undefined)
})

test('R2.3 a page that is up to date waits for the next change', async (t) => {
  const { port, changes } = await loopback(t)
  const after = changes.revision
  const headers = { origin: ORIGIN }
  const waiting = callAs<BridgeStatus>(port, 'GET', `/status?after=${after}`, { headers })
  await callAs(port, 'GET', '/status', { headers })
  changes.changed()
  assert.equal((await waiting).body.revision, after + 1)
  const behind = await callAs<BridgeStatus>(port, 'GET', `/status?after=${after}`, { headers })
  assert.equal(behind.body.revision, after + 1)
})

test('R2.3 a page that waited in vain hears the same state again', async (t) => {
  const { port, changes } = await loopback(t, 50)
  const path = `/status?after=${changes.revision}`
  const { status, body } = await callAs<BridgeStatus>(port, 'GET', path, { headers: { origin: ORIGIN } })
  assert.deepEqual([status, body.revision], [200, changes.revision])
})

test('R2.3 G80 the page starts a sitting; what is no such order is told apart', async (t) => {
  const { port, begun } = await loopback(t)
  const start = (body: string, headers = json) => callAs(port, 'POST', '/sittings', { headers, body })
  const order = (changes: object = {}) =>
    JSON.stringify({ ticket: 't', ticketExpiresAt, presentedBy: 'enterprise', ...changes })
  assert.equal((await start(order())).status, 201)
  assert.deepEqual(begun, [{ ticket: 't', ticketExpiresAt, presentedBy: 'enterprise', challenge: null }])
  const lacking = [{ presentedBy: undefined }, { presentedBy: 'nobody' }, { ticketExpiresAt: undefined }]
  const wrong = [...lacking.map(order), order({ ticketExpiresAt: 'tomorrow' }), '{', 'null']
  for (const body of wrong) {
    const answer = await start(body)
    assert.deepEqual([answer.status, answer.body.code], [400, 'invalid-request'])
    assert.match(String(answer.headers['content-type']), /^application\/problem\+json/)
  }
  const asText = await start(order(), {
    ...json,
    'content-type': 'text/plain',
  })
  assert.equal(asText.status, 415)
  assert.equal(begun.length, 1)
})

test('R2.3 G86 finishing says what is still to be sent, and is refused while a read is not saved', async (t) => {
  const { port, did } = await loopback(t)
  const end = () => callAs(port, 'POST', '/sittings/end', { headers: json, body: '{}' })
  assert.deepEqual((await end()).body, { unsent: 2 })
  did.mayEnd = false
  const { status, body } = await end()
  assert.deepEqual([status, body.code], [409, 'reads-not-saved'])
})

test('G84 the page orders to send again', async (t) => {
  const { port, did } = await loopback(t)
  assert.equal((await callAs(port, 'POST', '/reads/resend', { headers: json, body: '{}' })).status, 200)
  assert.equal(did.resend, 1)
})
