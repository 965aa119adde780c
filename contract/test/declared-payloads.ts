import { lists } from '@zhuji/domain/lists.ts'
import type {
  Field,
  FieldValue,
  ListValue,
  RecordKindDeclaration,
  Writer,
} from '@zhuji/domain/record-declaration.ts'
import fc from 'fast-check'

/** The day on which the payloads are entered. */
export const today = '2026-09-01'
export type Draft = Record<string, FieldValue>

const signs = [...'测试工业大学土木程职称证书编号㐀〇（）·、ABCxyz0189-—"<&;'] as const
export const printed = (most: number) =>
  fc.string({ unit: fc.constantFrom(...signs), minLength: 1, maxLength: Math.min(most, 24) })
const filler = (most: number) =>
  fc.oneof({ weight: 6, arbitrary: printed(most) }, fc.constant('满'.repeat(most)))
export const dates = (from: string, to: string) =>
  fc
    .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))

function textOf(field: Field & { type: 'text' }): fc.Arbitrary<string> {
  if (field.format === 'credit-code') return fc.constantFrom('91350100M000100Y43')
  if (field.format === 'telephone') return fc.constantFrom('19900001234', '021-12345678', '05121234567')
  return filler(field.maxLength)
}

function listedOf({ list, maxLength, closed }: Field & { type: 'list' }): fc.Arbitrary<ListValue> {
  const entries = fc.constantFrom(...lists[list])
  const own = entries.map(({ code, name }) => ({ code, text: name }))
  if (closed) return own
  const retold = fc.tuple(entries, printed(maxLength)).map(([{ code }, text]) => ({ code, text }))
  return fc.oneof(
    own,
    retold,
    printed(maxLength).map((text) => ({ code: null, text })),
  )
}

/** A value of the field that is there. */
export function filled(field: Field): fc.Arbitrary<FieldValue> {
  switch (field.type) {
    case 'text':
      return textOf(field)
    case 'list':
      return listedOf(field)
    case 'date':
      return dates('1950-01-01', field.notAfterToday ? today : '2060-12-31')
    case 'flag':
      return fc.boolean()
  }
}

/** Has this writer to fill the field? */
export const isAsked = (field: Field, writer: Writer) =>
  field.required && !(writer === 'feed' && field.onlyFromPerson)

/** Puts dates into their order and does what conditions ask. */
function mended(kind: RecordKindDeclaration, given: Draft, values: Draft): Draft {
  const payload = { ...given }
  for (let round = 0; round < 3; round++)
    for (const [first, second] of kind.ordered) {
      const [earlier, later] = [payload[first], payload[second]]
      if (earlier && later && earlier > later) Object.assign(payload, { [first]: later, [second]: earlier })
    }
  for (const { when, is, field, must } of kind.conditions) {
    const value = payload[when] ?? false
    const code = typeof value === 'object' ? (value?.code ?? '') : ''
    const holds = typeof is === 'boolean' ? value === is : is.includes(code)
    if (holds) payload[field] = must === 'be-empty' ? null : (payload[field] ?? values[field] ?? null)
  }
  return payload
}

/** Payloads as the declaration wants them. */
export function payloads(kind: RecordKindDeclaration, writer: Writer): fc.Arbitrary<Draft> {
  const fields = Object.entries(kind.fields)
  const values = fc.record(Object.fromEntries(fields.map(([name, field]) => [name, filled(field)])))
  const left = fc.subarray(fields.filter(([, field]) => !isAsked(field, writer) && field.type !== 'flag'))
  return fc.tuple(values, left).map(([all, empty]) => {
    const given = { ...all, ...Object.fromEntries(empty.map(([name]) => [name, null])) }
    // Ordering again after filling: what a condition filled may break it.
    return mended(kind, mended(kind, given, all), all)
  })
}
