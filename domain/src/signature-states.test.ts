import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decideFiling, uploadState } from './signature-states.ts'

const at = '2026-09-01T00:00:00.000Z'
const replaced = { number: 1, filedAt: null }
const superseded = { number: 2, filedAt: at }
const filed = { number: 3, filedAt: at }
const waiting = { number: 4, filedAt: null }

test('R10.3 of all uploads the newest filed one is the reference, whatever waits after it', () => {
  const all = [waiting, filed, superseded, replaced]
  assert.deepEqual(
    all.map((one) => uploadState(one, all)),
    ['to-confirm', 'filed', 'superseded', 'replaced'],
  )
  assert.equal(uploadState(superseded, [superseded, replaced]), 'filed')
})

test('R10.3 only the newest upload can be confirmed, and once', () => {
  const all = [waiting, filed, superseded, replaced]
  assert.deepEqual(decideFiling(waiting, all), { granted: true, value: true })
  const refusals = [replaced, superseded, filed].map((one) => decideFiling(one, all))
  assert.deepEqual(
    refusals.map((one) => one.granted || one.refusal.code),
    ['signature-replaced', 'signature-filed', 'signature-filed'],
  )
})
