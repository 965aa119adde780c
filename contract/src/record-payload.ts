import { type Field, type RecordKind, recordKindNames, recordKinds } from '@zhuji/domain/record-kinds.ts'
import { z } from 'zod'
import { plainText } from './plain-text.ts'

/** The schema that a field's declaration calls for. */
function fieldSchema(field: Field): z.ZodType {
  switch (field.type) {
    case 'text': {
      const text = plainText(field.maxLength)
      return field.required ? text.min(1) : text.nullable().default(null)
    }
    case 'date':
      return field.required ? z.iso.date() : z.iso.date().nullable().default(null)
    case 'flag':
      return z.boolean().default(false)
    case 'list': {
      const value = z.strictObject({
        text: plainText(field.maxLength).min(1),
        code: z.string().max(20).nullable(),
      })
      return field.required ? value : value.nullable().default(null)
    }
  }
}

/** The payload of one kind, made from its declaration: nothing else is let in. */
export function payloadSchema(kind: RecordKind) {
  const fields: Record<string, Field> = recordKinds[kind].fields
  return z.strictObject(
    Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldSchema(field)])),
  )
}

/** Any kind's payload, told apart by `kind`. */
export const recordPayload = z.discriminatedUnion(
  'kind',
  recordKindNames.map((kind) =>
    z.strictObject({ kind: z.literal(kind), payload: payloadSchema(kind) }),
  ) as never,
) as unknown as z.ZodType<{
  kind: RecordKind
  payload: Record<string, string | boolean | null | { text: string; code: string | null }>
}>
