import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as accesses from '@zhuji/contract/accesses.ts'
import * as accounts from '@zhuji/contract/accounts.ts'
import * as cardReads from '@zhuji/contract/card-reads.ts'
import * as exported from '@zhuji/contract/exports.ts'
import * as freshCodes from '@zhuji/contract/fresh-codes.ts'
import * as messages from '@zhuji/contract/messages.ts'
import * as notices from '@zhuji/contract/notices.ts'
import * as phoneChanges from '@zhuji/contract/phone-changes.ts'
import * as portal from '@zhuji/contract/portal.ts'
import * as records from '@zhuji/contract/records.ts'
import type { RouteDeclaration } from '@zhuji/contract/route.ts'
import * as signatures from '@zhuji/contract/signatures.ts'
import * as verification from '@zhuji/contract/verification.ts'
import { world } from '../../../test/world.ts'

const declared = [
  accesses,
  accounts,
  cardReads,
  exported,
  freshCodes,
  messages,
  notices,
  phoneChanges,
  portal,
  records,
  signatures,
  verification,
]
  .flatMap((file) => Object.values(file) as unknown[])
  .filter(
    (one): one is RouteDeclaration =>
      typeof one === 'object' && one !== null && 'act' in one && 'path' in one,
  )

test('the OpenAPI document has every declared route, its success and its problem documents', async (t) => {
  const { app } = await world(t, { mode: 'production' })
  const document = (await app.inject({ method: 'GET', url: '/api/openapi.json' })).json()
  assert.equal(document.openapi, '3.1.0')
  assert.ok(declared.length > 25)
  for (const route of declared) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    const operation = document.paths[path]?.[route.method.toLowerCase()]
    assert.ok(operation, `${route.method} ${path}`)
    const responses = Object.keys(operation.responses)
    assert.ok(responses.includes(String(route.status ?? 200)), `${path} answers ${responses}`)
    assert.ok(operation.responses['4XX'].content['application/problem+json'].schema, path)
  }
})
