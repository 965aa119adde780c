import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import { refusalTable } from '@zhuji/contract/refusal-words.ts'
import { meeting } from '../../test/meeting.ts'
import { givenOffice, type World, world } from '../../test/world.ts'
import { systemActor } from '../platform/actor.ts'
import { withClient } from '../platform/postgres/cluster.ts'
import { issueEnrolmentCode } from './issue-enrolment-code.ts'

const newKey = (type: 'ed25519' | 'x25519' = 'ed25519') =>
  (type === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('x25519')).publicKey
    .export({ type: 'spki', format: 'der' })
    .toString('base64')

const enrol = (w: World, code: string, publicKey = newKey()) =>
  w.app.inject({
    method: 'POST',
    url: '/api/readers',
    payload: { code, publicKey, samId: Buffer.alloc(16).toString('base64') },
  })

async function givenCode(w: World) {
  const office = await givenOffice(w)
  return { office, ...(await issueEnrolmentCode(w.ctx, systemActor(), office.windowId)) }
}

test('R2.6 a one-time code lets one reader in at its window, however it is typed', async (t) => {
  const w = await world(t)
  const { code, windowName, office } = await givenCode(w)
  const answer = await enrol(w, code.toLowerCase().replaceAll('-', ''))
  assert.equal(answer.statusCode, 201)
  assert.equal(answer.json().windowName, windowName)
  const [reader] = await w.ctx.db.selectFrom('reader').selectAll().execute()
  assert.deepEqual([reader?.id, reader?.window_id], [answer.json().readerId, office.windowId])
  const stored = await w.ctx.db.selectFrom('reader_enrolment').selectAll().executeTakeFirstOrThrow()
  assert.ok(!stored.code_hash.includes(Buffer.from(code)))
})

test('R2.6 many readers with one code at once: one gets in, and may ask again with its key (lock: enrolment-code)', async (t) => {
  const w = await world(t)
  const { code } = await givenCode(w)
  const keys = [1, 2, 3, 4].map(() => newKey())
  const answers = await meeting(
    w,
    ['select from reader_enrolment for update', []],
    keys.map((key) => async () => enrol(w, code, key)),
  )
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [201, 403, 403, 403])
  const won = answers.findIndex(({ statusCode }) => statusCode === 201)
  const again = await enrol(w, code, keys[won])
  assert.deepEqual(again.json(), answers[won]?.json())
  assert.equal((await w.ctx.db.selectFrom('reader').selectAll().execute()).length, 1)
})

test('R2.6 a wrong code and one of yesterday are refused alike', async (t) => {
  const w = await world(t)
  const { code } = await givenCode(w)
  await withClient(w.ownerUrl, (client) => client.query('update reader_enrolment set expires_at = now()'))
  for (const tried of [code, 'ABCD-EFGH-JKLM-NPQR-STUV']) {
    const answer = await enrol(w, tried)
    assert.deepEqual([answer.statusCode, answer.json().code], [403, 'enrolment-code-invalid'])
  }
  assert.deepEqual(await w.ctx.db.selectFrom('reader').selectAll().execute(), [])
  assert.ok('enrolment-code-invalid' in refusalTable)
})

test('R2.6 a key that cannot sign, one of another window and a revoked one are refused', async (t) => {
  const w = await world(t)
  const first = await givenCode(w)
  for (const unfit of [newKey('x25519'), Buffer.from('no key').toString('base64')]) {
    const answer = await enrol(w, first.code, unfit)
    assert.deepEqual([answer.statusCode, answer.json().code], [422, 'reader-key-unfit'])
  }
  const key = newKey()
  await enrol(w, first.code, key)
  const elsewhere = await enrol(w, (await givenCode(w)).code, key)
  assert.deepEqual([elsewhere.statusCode, elsewhere.json().code], [409, 'reader-enrolled-elsewhere'])
  await w.ctx.db.updateTable('reader').set({ status: 'revoked' }).execute()
  const { code } = await issueEnrolmentCode(w.ctx, systemActor(), first.office.windowId)
  assert.equal((await enrol(w, code, key)).json().code, 'reader-enrolled-elsewhere')
  for (const known of ['reader-key-unfit', 'reader-enrolled-elsewhere']) assert.ok(known in refusalTable)
})
