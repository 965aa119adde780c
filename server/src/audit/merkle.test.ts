import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leafOf, merkleRoot } from './merkle.ts'

test('R12.3 a root holds its leaves in their order, and an entry cannot pass for a node', () => {
  const [a, b, c] = ['a', 'b', 'c'].map(leafOf) as [Buffer, Buffer, Buffer]
  assert.notDeepEqual(merkleRoot([a, b, c]), merkleRoot([b, a, c]))
  assert.notDeepEqual(merkleRoot([a, b, c]), merkleRoot([a, b]))
  assert.notDeepEqual(merkleRoot([a, b]), leafOf(Buffer.concat([a, b]).toString('latin1')))
  assert.deepEqual(merkleRoot([]), Buffer.alloc(32))
})
