import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { world } from '../../../test/world.ts'
import { buildApp } from '../../app.ts'
import { openDatabase } from '../database.ts'

test('R12.2 a request forged by another site is refused by Sec-Fetch-Site, and by Origin where browsers send only that', async (t) => {
  const { app } = await world(t)
  const ask = (headers: Record<string, string>) =>
    app.inject({ method: 'DELETE', url: '/api/session', headers: { host: 'localhost', ...headers } })
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'http://evil.example' },
    { 'sec-fetch-site': 'same-origin', origin: 'http://evil.example' },
    { origin: 'null' },
  ]) {
    const answer = await ask(headers)
    assert.equal(answer.statusCode, 403, JSON.stringify(headers))
    assert.equal(answer.json().code, 'forged-request')
  }
  assert.notEqual(
    (await ask({ 'sec-fetch-site': 'same-origin', origin: 'http://localhost' })).statusCode,
    403,
  )
})

test('every answer carries the security headers, a request id, and is kept by no cache', async (t) => {
  const { app } = await world(t)
  const { headers } = await app.inject({ method: 'GET', url: '/api/session' })
  const csp = String(headers['content-security-policy'])
  assert.match(csp, /default-src 'none'/)
  assert.match(csp, /frame-ancestors 'none'/)
  assert.doesNotMatch(csp, /unsafe-inline|unsafe-eval|https:/)
  assert.equal(headers['x-content-type-options'], 'nosniff')
  assert.equal(headers['cache-control'], 'no-store')
  assert.match(String(headers['x-request-id']), /^[0-9a-f-]{36}$/)
})

test('an unknown path and a malformed body are problem documents that repeat nothing of what was sent', async (t) => {
  const { app } = await world(t)
  const missing = await app.inject({ method: 'GET', url: '/api/nothing' })
  assert.equal(missing.statusCode, 404)
  assert.match(String(missing.headers['content-type']), /application\/problem\+json/)
  const malformed = await app.inject({
    method: 'POST',
    url: '/api/staff/sign-in',
    headers: { 'sec-fetch-site': 'same-origin' },
    payload: { account: '310101199001010012', password: 7 },
  })
  assert.equal(malformed.statusCode, 400)
  assert.equal(malformed.json().code, 'invalid-request')
  assert.equal(malformed.body.includes('310101199001010012'), false)
})

test('readiness needs the database, liveness does not, and metrics speak Prometheus', async (t) => {
  const { app } = await world(t)
  const away = await world(t, { db: openDatabase('postgres://nobody@127.0.0.1:1/nowhere').db })
  const status = async (of: FastifyInstance, url: string) =>
    (await of.inject({ method: 'GET', url })).statusCode
  assert.equal(await status(app, '/readyz'), 200)
  assert.equal(await status(away.app, '/readyz'), 503)
  assert.equal(await status(away.app, '/healthz'), 200)
  assert.match((await app.inject({ method: 'GET', url: '/metrics' })).body, /http_request_duration_seconds/)
})

test('R12.2 the log tells the declared route and the outcome, never the URL nor where a request came from', async (t) => {
  const { ctx } = await world(t)
  const lines: string[] = []
  const app = await buildApp(ctx, {
    logger: { level: 'debug', stream: { write: (line) => void lines.push(line) } },
  })
  t.after(() => app.close())
  const remoteAddress = '203.0.113.77'
  for (const url of ['/api/session?number=310101199001010012', '/wrong/310101199001010012'])
    await app.inject({ method: 'GET', url, remoteAddress })
  const log = lines.join('')
  assert.match(log, /"route":"\/api\/session","status":200/)
  assert.doesNotMatch(log, /310101199001010012|203\.0\.113\.77/)
})

test('R7.4 a HEAD of a page is no look at it: there is no such route', async (t) => {
  const { app } = await world(t)
  const { statusCode } = await app.inject({ method: 'HEAD', url: '/api/session' })
  assert.equal(statusCode, 404)
})
