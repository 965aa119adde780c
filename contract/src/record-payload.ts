import type { Field, RecordPayload, Writer } from '@zhuji/domain/record-declaration.ts'
import { kindOf, kindsOfWriter, type RecordKind } from '@zhuji/domain/record-kinds.ts'
import { z } from 'zod'
import { plainText } from './plain-text.ts'

/** The schema that a field's declaration calls for, of a writer who is asked for it or is not. */
function fieldSchema(field: Field, required: boolean): z.ZodType {
  switch (field.type) {
    case 'text': {
      const text = plainText(field.maxLength)
      return required ? text.min(1) : text.nullable().default(null)
    }
    case 'date':
      return required ? z.iso.date() : z.iso.date().nullable().default(null)
    case 'flag':
      return z.boolean().default(false)
    case 'list': {
      const value = z.strictObject({
        text: plainText(field.maxLength).min(1),
        code: z.string().max(20).nullable(),
      })
      return required ? value : value.nullable().default(null)
    }
  }
}

/**
 * The payload of one kind as this writer gives it, made from its declaration: nothing else is let in. A feed may leave
 * out what only a person is asked for.
 */
export function payloadSchema(kind: RecordKind, writer: Writer = 'practitioner') {
  const asks = (field: Field) => field.required && !(writer === 'feed' && field.onlyFromPerson)
  return z.strictObject(
    Object.fromEntries(
      Object.entries(kindOf(kind).fields).map(([name, field]) => [name, fieldSchema(field, asks(field))]),
    ),
  )
}

/** Any payload that a person may enter, told apart by `kind`. */
export const recordPayload = z.discriminatedUnion(
  'kind',
  kindsOfWriter('practitioner').map((kind) =>
    z.strictObject({ kind: z.literal(kind), payload: payloadSchema(kind) }),
  ) as never,
) as unknown as z.ZodType<{ kind: RecordKind; payload: RecordPayload }>
