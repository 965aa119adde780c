import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isIsoDate } from '@zhuji/domain/dates.ts'
import { lists } from '@zhuji/domain/lists.ts'
import { recordProblems, recordProblemWords } from '@zhuji/domain/record-checks.ts'
import { fieldChanges, splitSealed, typedValues } from '@zhuji/domain/record-content.ts'
import type {
  Field,
  FieldValue,
  RecordKindDeclaration,
  RecordPayload,
  Writer,
} from '@zhuji/domain/record-declaration.ts'
import { kindOf, recordKindNames } from '@zhuji/domain/record-kinds.ts'
import fc from 'fast-check'
import { type Draft, dates, filled, isAsked, payloads, printed, today } from '../test/declared-payloads.ts'
import { payloadSchema } from './record-payload.ts'

/** Values that do not have the declared form, each beyond one limit. */
function beyond(field: Field): unknown[] {
  switch (field.type) {
    case 'text':
      return ['长'.repeat(field.maxLength + 1), '两\n行', 'a\u0000b', '半\ud83d字', 7, true, {}, ['字']]
    case 'date':
      return ['2026-02-30', '2026-9-1', '二〇一二年', '2012-06-30T00:00:00Z', '', 20120630, {}]
    case 'flag':
      return ['true', 1, null, '是']
    case 'list':
      return [
        { text: '长'.repeat(field.maxLength + 1), code: null },
        { text: '', code: null },
        { text: '字', code: '1'.repeat(21) },
        { text: '字', code: 7 },
        { text: '字' },
        { text: '字', code: null, more: true },
        '字',
      ]
  }
}

const pathsOf = (kind: (typeof recordKindNames)[number], writer: Writer, payload: unknown) => {
  const { success, error } = payloadSchema(kind, writer).safeParse(payload)
  return success ? [] : [...new Set(error.issues.map(({ path }) => path[0]))]
}

/** What the declaration forbids of a payload, rule by rule as it stands there. */
function brokenRules(kind: RecordKindDeclaration, payload: Draft): string[] {
  const broken = Object.entries(kind.fields).flatMap(([name, field]) => {
    const value = payload[name]
    if (field.type === 'date' && field.notAfterToday && typeof value === 'string' && value > today)
      return [`${name} after-today`]
    if (field.type !== 'list' || typeof value !== 'object' || !value) return []
    const entry = lists[field.list].find(({ code }) => code === value.code)
    if (field.closed) return entry && entry.name === value.text ? [] : [`${name} not-in-list`]
    return entry || value.code === null ? [] : [`${name} unknown-code`]
  })
  for (const [first, second] of kind.ordered)
    if (payload[first] && payload[second] && payload[first] > payload[second])
      broken.push(`${second} before ${first}`)
  for (const { when, is, field, must } of kind.conditions) {
    const value = payload[when] ?? false
    const code = typeof value === 'object' ? value.code : null
    const holds = typeof is === 'boolean' ? value === is : code !== null && is.includes(code)
    if (!holds) continue
    if (must === 'be-filled' && !payload[field]) broken.push(`${field} asked-for ${when}`)
    if (must === 'be-empty' && payload[field]) broken.push(`${field} to-be-empty ${when}`)
  }
  return broken.sort()
}

for (const name of recordKindNames) {
  const kind = kindOf(name)
  for (const writer of kind.writers)
    test(`R4.13 R6.9 ${name} by ${writer}: what the declaration wants passes every way, and comes back`, () => {
      const two = fc.tuple(payloads(kind, writer), payloads(kind, writer))
      fc.assert(
        fc.property(two, ([payload, other]) => {
          assert.deepEqual(payloadSchema(name, writer).parse(payload), payload)
          assert.deepEqual(recordProblems(kind, payload, today), [])
          const { plain, sealed } = splitSealed(kind.fields, payload)
          assert.deepEqual({ ...plain, ...sealed }, payload)
          for (const key of Object.keys(plain)) assert.ok(!kind.fields[key]?.sealed, key)
          for (const key of Object.keys(sealed ?? {})) assert.ok(kind.fields[key]?.sealed, key)
          assert.deepEqual(fieldChanges(kind.fields, payload, payload), [])
          const changes = fieldChanges(kind.fields, payload, other)
          const done = Object.fromEntries(changes.map(({ field, to }) => [field, to]))
          const undone = Object.fromEntries(changes.map(({ field, from }) => [field, from]))
          assert.deepEqual({ ...payload, ...done }, other)
          assert.deepEqual({ ...other, ...undone }, payload)
        }),
      )
    })

  test(`R4.13 ${name}: typed columns say what the payload says`, () => {
    fc.assert(
      fc.property(payloads(kind, kind.writers[0] ?? 'feed'), (payload) => {
        const { rank, ...typed } = typedValues(kind, payload)
        for (const [column, value] of Object.entries(typed)) {
          const from = kind.columns[column as keyof typeof kind.columns]
          const source = from === undefined ? null : (payload[from] ?? null)
          assert.equal(value, typeof source === 'object' ? (source?.code ?? null) : source, column)
          if (['from', 'to', 'validTo'].includes(column) && value !== null) assert.ok(isIsoDate(value))
        }
        const field = kind.fields[kind.columns.code ?? '']
        const entries = field?.type === 'list' ? lists[field.list] : []
        assert.equal(rank, entries.find(({ code }) => code === typed.code)?.rank ?? null)
      }),
    )
  })

  for (const writer of kind.writers)
    test(`R4.1 R4.13 ${name} by ${writer}: one step beyond any limit is refused at that field`, () => {
      fc.assert(
        fc.property(payloads(kind, writer), (payload: RecordPayload) => {
          for (const [field, declared] of Object.entries(kind.fields)) {
            for (const value of beyond(declared))
              assert.deepEqual(pathsOf(name, writer, { ...payload, [field]: value }), [field])
            const asked = isAsked(declared, writer) ? [field] : []
            const nothing = declared.type === 'flag' ? undefined : null
            assert.deepEqual(pathsOf(name, writer, { ...payload, [field]: nothing }), asked)
            const { [field]: _, ...without } = payload
            assert.deepEqual(pathsOf(name, writer, without), asked)
          }
          assert.equal(
            payloadSchema(name, writer).safeParse({ ...payload, level: 'A', more: 1 }).success,
            false,
          )
        }),
        { numRuns: 10 },
      )
    })

  test(`R4.1 R4.10 ${name}: a rule speaks exactly when it is broken, in both languages`, () => {
    const fields = Object.entries(kind.fields)
    const odd = (field: Field): fc.Arbitrary<FieldValue> => {
      if (field.type === 'date') return fc.option(dates('2026-08-01', '2026-09-30'))
      if (field.type !== 'list') return field.type === 'flag' ? fc.boolean() : fc.option(filled(field))
      const codes = fc.constantFrom(null, 'no such code', ...lists[field.list].map(({ code }) => code))
      return fc.option(fc.oneof(filled(field), fc.record({ text: printed(20), code: codes })))
    }
    const any = fc.record(Object.fromEntries(fields.map(([key, field]) => [key, odd(field)])))
    fc.assert(
      fc.property(any, (payload) => {
        const problems = recordProblems(kind, payload, today)
        const told = problems.map((one) =>
          [one.field, one.problem, 'other' in one ? one.other : ''].join(' ').trim(),
        )
        assert.deepEqual(told.sort(), brokenRules(kind, payload))
        for (const problem of problems) {
          const { zh, en } = recordProblemWords(kind, problem)
          const label = kind.fields[problem.field]?.label
          assert.ok(label && zh.includes(label.zh) && en.includes(label.en), zh)
        }
      }),
    )
  })
}

test('R7.6 G136 that a title is of the rural series nobody types, and a skill certificate has its own fields', () => {
  fc.assert(
    fc.property(payloads(kindOf('title'), 'practitioner'), (payload) => {
      const isTaken = (more: object) => payloadSchema('title').safeParse({ ...payload, ...more }).success
      assert.deepEqual(
        [isTaken({}), isTaken({ rural: true }), isTaken({ rural: false })],
        [true, false, false],
      )
    }),
    { numRuns: 5 },
  )
  const { compared, fields } = kindOf('skill')
  assert.deepEqual(compared, ['name', 'trade', 'level'])
  for (const field of compared) assert.equal(fields[field]?.required, true)
})
