import { payloadSchema } from '@zhuji/contract/record-payload.ts'
import { recordProblems, recordProblemWords } from '@zhuji/domain/record-checks.ts'
import type { Field, FieldValue, RecordPayload } from '@zhuji/domain/record-declaration.ts'
import { kindOf, type RecordKind } from '@zhuji/domain/record-kinds.ts'
import type { Words } from '@zhuji/domain/words.ts'

/** What a form holds while it is typed in. */
export type TypedValues = Record<string, FieldValue | undefined>

const isEmpty = (value: FieldValue | undefined) =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

/** The payload of what was typed: every declared field, null where it is empty. */
export function payloadOf(kind: RecordKind, typed: TypedValues): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.entries(kindOf(kind).fields).map(([name, field]) => {
      const value = typed[name]
      if (field.type === 'flag') return [name, value === true]
      return [name, isEmpty(value) ? null : (value as FieldValue)]
    }),
  )
}

function formWords(field: Field, value: FieldValue): Words {
  const { label } = field
  const verb = field.type === 'text' ? '填写' : '选择'
  if (value === null) return { zh: `请${verb}${label.zh}`, en: `Please give: ${label.en}` }
  if ('maxLength' in field)
    return {
      zh: `${label.zh}不能超过${field.maxLength}个字，且不能含有换行等控制字符`,
      en: `${label.en}: at most ${field.maxLength} characters, without line breaks`,
    }
  return { zh: `${label.zh}的格式不对，请重新${verb}`, en: `${label.en} does not have the expected form` }
}

/**
 * What is wrong with one field of what was typed, or null: first its form by the contract's own schema, then the
 * domain's rules between fields.
 */
export function fieldProblem(
  kind: RecordKind,
  name: string,
  typed: TypedValues,
  today: string,
): Words | null {
  const declared = kindOf(kind)
  const field = declared.fields[name]
  if (!field) return null
  const payload: RecordPayload = payloadOf(kind, typed)
  const value = payload[name] ?? null
  const schema = payloadSchema(kind).shape[name]
  if (schema && !schema.safeParse(value).success) return formWords(field, value)
  const problem = recordProblems(declared, payload, today).find((found) => found.field === name)
  return problem ? recordProblemWords(declared, problem) : null
}

/** The fields whose change may make this one right or wrong. */
export function fieldsBearingOn(kind: RecordKind, name: string): string[] {
  const { ordered, conditions } = kindOf(kind)
  const dates = ordered.filter(([, later]) => later === name).map(([earlier]) => earlier)
  return [...dates, ...conditions.filter(({ field }) => field === name).map(({ when }) => when)]
}
