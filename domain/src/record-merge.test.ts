import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fieldChanges } from './record-content.ts'
import type { FieldValue, RecordPayload } from './record-declaration.ts'
import { recordKinds } from './record-kinds.ts'
import { chosenMerge, mergeRecords } from './record-merge.ts'

const { fields } = recordKinds.education
const base = { school: '测试大学', specialty: '土木工程', level: { text: '本科', code: '21' }, lost: false }
const merge = (mine: object, theirs: object) =>
  mergeRecords(fields, base, { ...base, ...mine }, { ...base, ...theirs })

test('R6.10 changes of different fields are both kept, with nothing to choose', () => {
  const found = merge({ specialty: '结构工程' }, { school: '测试工业大学' })
  assert.deepEqual(found.conflicts, [])
  assert.deepEqual([found.mine, found.theirs], [['specialty'], ['school']])
  assert.equal(found.merged.specialty, '结构工程')
  assert.equal(found.merged.school, '测试工业大学')
  assert.deepEqual(chosenMerge(found, {}), found.merged)
})

test('R6.10 a field that both changed is asked for, and stands as chosen', () => {
  const found = merge({ school: '甲' }, { school: '乙', specialty: '结构工程' })
  assert.deepEqual(found.conflicts, [{ field: 'school', base: '测试大学', mine: '甲', theirs: '乙' }])
  assert.equal(chosenMerge(found, {}), null)
  assert.equal(chosenMerge(found, { school: 'mine' })?.school, '甲')
  assert.equal(chosenMerge(found, { school: 'theirs' })?.school, '乙')
  assert.equal(chosenMerge(found, { school: 'mine' })?.specialty, '结构工程')
})

test('R6.10 R4.13 the same change on both sides is none to ask about, code and printed words alike', () => {
  const level = { text: '大学本科毕业', code: '21' }
  assert.deepEqual(merge({ level }, { level: { ...level } }).conflicts, [])
  assert.equal(merge({ level }, { level: { ...level, code: null } }).conflicts.length, 1)
})

test('R6.10 emptying a field is a change like any other', () => {
  assert.equal(merge({ specialty: null }, {}).merged.specialty, null)
  assert.equal(merge({ specialty: null }, { specialty: '结构工程' }).conflicts[0]?.mine, null)
})

const value: fc.Arbitrary<FieldValue> = fc.oneof(
  fc.constantFrom('甲', '乙', '', null, true, false),
  fc.record({ text: fc.constantFrom('本科', '专科'), code: fc.constantFrom('21', '31', null) }),
)
const payload: fc.Arbitrary<RecordPayload> = fc.record(
  Object.fromEntries(Object.keys(fields).map((name) => [name, value])),
)
const changed = (from: RecordPayload, to: RecordPayload) => fieldChanges(fields, from, to)

test('R6.10 no change of either side is silently lost, whatever both wrote', () => {
  fc.assert(
    fc.property(payload, payload, payload, (before, mine, theirs) => {
      const { merged, conflicts } = mergeRecords(fields, before, mine, theirs)
      const open = conflicts.map(({ field }) => field)
      for (const side of [mine, theirs])
        for (const { field, to } of changed(before, side))
          assert.ok(
            open.includes(field) || changed({ [field]: to }, { [field]: merged[field] ?? null }).length === 0,
          )
      for (const { field } of changed(before, merged))
        assert.ok(
          [mine, theirs].some((side) => changed(before, side).some((change) => change.field === field)),
        )
    }),
  )
})
