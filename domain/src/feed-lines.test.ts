import assert from 'node:assert/strict'
import { test } from 'node:test'
import { feedSources, isPlausibleNumber, isRecordSource, kindOfSource } from './feed-lines.ts'
import { kindOf } from './record-kinds.ts'

test('R11.1 G130 G133 each source of records feeds a kind that lets a feed write, and no two the same', () => {
  const kinds = feedSources.filter(isRecordSource).map((source) => kindOfSource[source])
  assert.deepEqual(kinds, ['registration', 'performance', 'credit'])
  for (const kind of kinds) assert.ok(kindOf(kind).writers.includes('feed'))
})

test('no kind that a feed supplies seals a field: what is fed is compared as it lies', () => {
  for (const kind of Object.values(kindOfSource))
    for (const [name, field] of Object.entries(kindOf(kind).fields))
      assert.ok(!field.sealed, `${kind}.${name}`)
})

test('R11.2 a number is believed by the check of its own kind', () => {
  const plausible: [Parameters<typeof isPlausibleNumber>[0], boolean][] = [
    [{ kind: 'citizen', number: '11010519491231002X' }, true],
    [{ kind: 'citizen', number: '110105194912310021' }, false],
    [{ kind: 'hkmotw', number: '11010519491231002X' }, true],
    [{ kind: 'foreigner2017', number: '11010519491231002X' }, false],
    [{ kind: 'foreigner2023', number: '11010519491231002X' }, false],
  ]
  for (const [document, expected] of plausible)
    assert.equal(isPlausibleNumber(document), expected, document.kind)
})
