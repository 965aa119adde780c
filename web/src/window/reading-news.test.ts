import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BridgeRead, BridgeStatus, ReaderState } from '@zhuji/contract/bridge.ts'
import { hasJustRead, hasSecondPerson, newsBetween } from './reading-news.ts'

const read = (state: BridgeRead['state'], failure: string | null = null) => ({ state, failure }) as BridgeRead
const status = (reads: BridgeRead[], reader: ReaderState = 'waiting', sittingId: string | null = 's') =>
  ({ reads, reader, sittingId }) as BridgeStatus

test('R2.3 a new read is heard, once, also as the first of a sitting that has just begun', () => {
  const one = status([read('saved')], 'hold')
  assert.equal(newsBetween(status([]), one), 'read')
  assert.equal(newsBetween(one, status([read('sent')], 'hold')), null)
  assert.equal(newsBetween(status([], 'paused', null), one), 'read')
  assert.equal(newsBetween(status([read('sent'), read('sent')], 'hold', 'former'), one), 'read')
})

test('R2.3 a page that is opened upon a sitting stays silent about what was read before', () => {
  assert.equal(newsBetween(null, status([read('saved')])), null)
})

test('R2.3 a reader that newly fails is heard once', () => {
  assert.equal(newsBetween(status([], 'reading'), status([], 'moved')), 'trouble')
  assert.equal(newsBetween(status([], 'moved'), status([], 'moved')), null)
  assert.equal(newsBetween(status([], 'moved'), status([], 'waiting')), null)
})

test('R2.6 a ticket that has run out is heard once, in the sitting that it ends', () => {
  assert.equal(newsBetween(status([], 'waiting'), status([], 'ticket-expired')), 'trouble')
  assert.equal(newsBetween(status([], 'ticket-expired'), status([], 'ticket-expired')), null)
})

test('R2.4 a refused read is heard, a server that cannot be reached is not', () => {
  assert.equal(
    newsBetween(status([read('sending')]), status([read('failed', 'window-suspended')])),
    'trouble',
  )
  assert.equal(newsBetween(status([read('sending')]), status([read('failed', 'unreachable')])), null)
})

test('R2.3 a card counts as just read for some seconds after the newest read', () => {
  const at = (readAt: string) => status([{ readAt } as BridgeRead])
  const now = Date.parse('2026-09-01T08:00:04Z')
  assert.equal(hasJustRead(at('2026-09-01T08:00:00Z'), now), true)
  assert.equal(hasJustRead(at('2026-09-01T07:59:59Z'), now), false)
  assert.equal(hasJustRead(status([]), now), false)
})

test('R2.9 a second person in a sitting of 本人 is noticed, the same card twice or a batch is not', () => {
  const of = (number: string, presentedBy: BridgeRead['presentedBy']) =>
    ({ presentedBy, facts: { number, name: '测试甲' } }) as BridgeRead
  assert.equal(hasSecondPerson([of('1', 'person'), of('1', 'person')]), false)
  assert.equal(hasSecondPerson([of('1', 'person'), of('2', 'person')]), true)
  assert.equal(hasSecondPerson([of('1', 'enterprise'), of('2', 'enterprise')]), false)
})
