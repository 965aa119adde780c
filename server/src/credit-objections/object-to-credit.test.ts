import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusalTable } from '@zhuji/contract/refusal-words.ts'
import {
  answerTo,
  creditScene,
  listedObjections,
  objectTo,
  ownObjections,
  reasons,
  told,
} from '../../test/objections.ts'
import { givenPhone, givenRecord } from '../../test/records.ts'
import { newId } from '../platform/ids.ts'

test('R12.4 G61 G135 the person objects to a credit entry, an administrator answers, the person is told', async (t) => {
  const { w, holder, recordId, administrator } = await creditScene(t)
  await givenPhone(w, holder)
  const made = await objectTo(w, holder, recordId)
  assert.equal(made.statusCode, 201, made.body)
  const { id } = made.json()
  assert.deepEqual(await ownObjections(w, holder), [
    { id, recordId, version: 1, text: reasons, state: 'open', at: made.json().at, answer: null },
  ])
  assert.deepEqual((await listedObjections(w, administrator)).json(), {
    objections: [{ personId: holder.personId, id, at: made.json().at }],
    more: false,
  })
  const reason = '经核实，与您无关，已请报送部门更正。'
  assert.equal((await answerTo(w, administrator, holder, id, { outcome: 'upheld', reason })).statusCode, 201)
  const [answered] = await ownObjections(w, holder)
  assert.deepEqual([answered?.state, answered?.answer?.reason], ['upheld', reason])
  assert.deepEqual((await listedObjections(w, administrator)).json().objections, [])
  const messages = await w.ctx.db.selectFrom('sms_message').select('template').execute()
  assert.deepEqual(messages, [{ template: 'objection-answered' }])
  // The entry itself stands until its feed corrects it; then there may be a new objection.
  assert.equal((await objectTo(w, holder, recordId)).statusCode, 201)
})

test('R12.4 objection and answer lie sealed', async (t) => {
  const { w, holder, recordId, administrator } = await creditScene(t)
  const { id } = (await objectTo(w, holder, recordId)).json()
  await answerTo(w, administrator, holder, id)
  const row = await w.ctx.db.selectFrom('credit_objection').selectAll().executeTakeFirstOrThrow()
  assert.ok(!row.text.includes(Buffer.from('与本人无关')))
  assert.ok(!(row.answer as Buffer).includes(Buffer.from('经核实')))
})

test('R12.4 each refusal of an objection is said', async (t) => {
  const { w, holder, recordId, administrator, other } = await creditScene(t)
  const education = await givenRecord(w, holder)
  const { id } = (await objectTo(w, holder, recordId)).json()
  const answers = [
    await objectTo(w, holder, education.id),
    await objectTo(w, holder, newId()),
    await objectTo(w, holder, recordId, { id, text: '另有说明' }),
    await objectTo(w, holder, recordId, { id }),
    await objectTo(w, holder, recordId),
    await objectTo(w, holder, recordId, { text: '  ' }),
    await answerTo(w, administrator, holder, id),
    await answerTo(w, other, holder, id, { outcome: 'rejected', reason: '理由' }),
    await objectTo(w, holder, recordId, { version: 2 }),
    await answerTo(w, administrator, holder, newId()),
  ]
  assert.deepEqual(told(answers), [
    [409, 'objection-record-kind'],
    [404, 'not-found'],
    [409, 'objection-id-taken'],
    [201, null],
    [409, 'objection-open'],
    [400, 'invalid-request'],
    [201, null],
    [409, 'objection-answered'],
    [409, 'record-changed'],
    [404, 'not-found'],
  ])
  for (const [, code] of told(answers)) assert.ok(code === null || String(code) in refusalTable)
})

test('R6.10 two objections to one entry at once: one is open (lock: open-objection)', async (t) => {
  const { w, holder, recordId } = await creditScene(t)
  const answers = await Promise.all([objectTo(w, holder, recordId), objectTo(w, holder, recordId)])
  assert.deepEqual(told(answers).sort(), [
    [201, null],
    [409, 'objection-open'],
  ])
  assert.equal((await ownObjections(w, holder)).length, 1)
})
