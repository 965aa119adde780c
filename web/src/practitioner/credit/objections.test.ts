import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CreditObjection } from '@zhuji/contract/credit-objections.ts'
import { objectionsTo } from './objections.ts'

const objection = (recordId: string, state: CreditObjection['state']): CreditObjection => ({
  id: recordId,
  recordId,
  version: 1,
  text: '与事实不符',
  state,
  at: '2026-01-01T00:00:00.000Z',
  answer: null,
})

test('G61 another objection may be raised once the former is answered, and for other entries at any time', () => {
  const all = [objection('a', 'open'), objection('b', 'rejected')]
  assert.equal(objectionsTo(all, 'a').mayObject, false)
  assert.equal(objectionsTo(all, 'b').mayObject, true)
  assert.deepEqual(objectionsTo(all, 'c'), { own: [], mayObject: true })
})
