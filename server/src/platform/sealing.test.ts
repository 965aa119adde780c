import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { KeyRing } from './keys.ts'
import { blindIndex, type Place, sealText, unsealText } from './sealing.ts'

const ring = (seal = [{ id: 1, key: randomBytes(32) }]) =>
  new KeyRing(
    new Map([
      ['seal', seal],
      ['index', [{ id: 1, key: randomBytes(32) }]],
      ['mac', [{ id: 1, key: randomBytes(32) }]],
    ]),
  )
const place: Place = { table: 'person', column: 'card', owner: 'a' }
const secret = '310101199001010012'

test('R12.2 a sealed value shows nothing of what it holds and opens at its place', () => {
  const keys = ring()
  const sealed = sealText(keys, place, secret)
  for (const encoding of ['utf8', 'utf16le'] as const)
    assert.equal(sealed.includes(Buffer.from(secret, encoding)), false)
  assert.equal(unsealText(keys, place, sealed), secret)
  assert.notDeepEqual(sealText(keys, place, secret), sealed, 'equal values seal unequally')
})

test('R12.2 a sealed value opens neither at another row, column or table, nor altered', () => {
  const keys = ring()
  const sealed = sealText(keys, place, secret)
  for (const other of [{ owner: 'b' }, { column: 'portrait' }, { table: 'person_document' }])
    assert.throws(() => unsealText(keys, { ...place, ...other }, sealed))
  for (const at of [0, 1, 5, 20, sealed.length - 1]) {
    const altered = Buffer.from(sealed)
    altered[at] = (altered[at] ?? 0) ^ 1
    assert.throws(() => unsealText(keys, place, altered), `byte ${at}`)
  }
})

test('R12.2 after a new key what the former one sealed still opens, and new values take the new one', () => {
  const former = { id: 1, key: randomBytes(32) }
  const sealed = sealText(ring([former]), place, secret)
  const rotated = ring([former, { id: 258, key: randomBytes(32) }])
  assert.equal(unsealText(rotated, place, sealed), secret)
  const renewed = sealText(rotated, place, secret)
  assert.equal(renewed.readUInt16BE(1), 258)
  assert.equal(unsealText(rotated, place, renewed), secret)
})

test('R12.2 a blind index is equal for equal values of one kind only', () => {
  const keys = ring()
  const index = (kind: string, value: string) => blindIndex(keys, kind, value).index.toString('hex')
  assert.equal(index('number', secret), index('number', secret))
  assert.notEqual(index('number', secret), index('mobile', secret))
  assert.notEqual(index('number', secret), index('number', `${secret}0`))
  assert.notEqual(index('number', secret), blindIndex(ring(), 'number', secret).index.toString('hex'))
})
