import { listEntry } from './lists.ts'
import type { Field, FieldValue, RecordKindDeclaration, RecordPayload } from './record-declaration.ts'

type Fields = Readonly<Record<string, Field>>

const same = (a: FieldValue, b: FieldValue): boolean => {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  return a.text === b.text && a.code === b.code
}

/** The declared fields in which two payloads differ, with both values, in the order of the declaration (R6.9). */
export function fieldChanges(
  fields: Fields,
  before: RecordPayload,
  after: RecordPayload,
): readonly { field: string; from: FieldValue; to: FieldValue }[] {
  return Object.keys(fields)
    .map((field) => ({ field, from: before[field] ?? null, to: after[field] ?? null }))
    .filter(({ from, to }) => !same(from, to))
}

/** A payload's fields apart: those that stay plain and those that the declaration seals; `sealed` null when none. */
export function splitSealed(
  fields: Fields,
  payload: RecordPayload,
): { plain: RecordPayload; sealed: RecordPayload | null } {
  const isSealed = ([name]: [string, FieldValue]) => fields[name]?.sealed === true
  const entries = Object.entries(payload)
  const sealed = entries.filter(isSealed)
  return {
    plain: Object.fromEntries(entries.filter((entry) => !isSealed(entry))),
    sealed: sealed.length > 0 ? Object.fromEntries(sealed) : null,
  }
}

/** What evaluation and reports ask of a record without looking into its payload. */
export interface TypedValues {
  code: string | null
  rank: number | null
  specialty: string | null
  employerCode: string | null
  from: string | null
  to: string | null
  validTo: string | null
}

/** The typed columns that the kind's declaration fills from a payload; the rank comes with the list's entry (R4.13). */
export function typedValues(kind: RecordKindDeclaration, payload: RecordPayload): TypedValues {
  const { columns, fields } = kind
  const text = (name: string | undefined): string | null => {
    const value = name === undefined ? null : (payload[name] ?? null)
    if (typeof value === 'object' && value !== null) return value.code
    return typeof value === 'string' && value !== '' ? value : null
  }
  const code = text(columns.code)
  const field = columns.code === undefined ? undefined : fields[columns.code]
  const entry = field?.type === 'list' ? listEntry(field.list, code) : undefined
  return {
    code,
    rank: entry?.rank ?? null,
    specialty: text(columns.specialty),
    employerCode: text(columns.employerCode),
    from: text(columns.from),
    to: text(columns.to),
    validTo: text(columns.validTo),
  }
}
