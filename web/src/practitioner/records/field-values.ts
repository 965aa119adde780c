import { payloadSchema } from '@zhuji/contract/record-payload.ts'
import { conditionHolds, recordProblems, recordProblemWords } from '@zhuji/domain/record-checks.ts'
import type { Field, FieldValue, RecordPayload } from '@zhuji/domain/record-declaration.ts'
import { kindOf, type RecordKind } from '@zhuji/domain/record-kinds.ts'
import type { Words } from '@zhuji/domain/words.ts'

/** What a form holds while it is typed in. */
export type TypedValues = Record<string, FieldValue | undefined>

const isEmpty = (value: FieldValue | undefined) =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

function typedValue(field: Field, typed: FieldValue | undefined): FieldValue {
  if (field.type === 'flag') return typed === true
  if (typed === undefined || isEmpty(typed)) return null
  return typeof typed === 'string' ? typed.trim() : typed
}

/**
 * The payload of what was typed: every declared field, null where it is empty or where another field's choice asks
 * it to be, though the form still holds what was typed there.
 */
export function payloadOf(kind: RecordKind, typed: TypedValues): Record<string, FieldValue> {
  const { fields, conditions } = kindOf(kind)
  const payload = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, typedValue(field, typed[name])]),
  )
  const cleared = conditions.filter((one) => one.must === 'be-empty' && conditionHolds(one, payload))
  return { ...payload, ...Object.fromEntries(cleared.map(({ field }) => [field, null])) }
}

/** How a field stands in the form by what was typed in the others. */
export type FieldStanding =
  | { shown: true; asked: boolean }
  /** Left out, with the reason where there is one to tell. */
  | { shown: false; because: Words | null }

function emptiedWords(field: Field, other: Field | undefined): Words {
  const { label, emptyWords } = field
  const choice = other?.label ?? label
  return {
    zh: `按「${choice.zh}」的选择，${label.zh}无需填写${emptyWords ? `，记为「${emptyWords.zh}」` : ''}。`,
    en: `By the choice of «${choice.en}» nothing is asked here for «${label.en}»${emptyWords ? `: it stands as «${emptyWords.en}»` : ''}.`,
  }
}

/** Is the field asked for, left to the person, or left out by another field's choice (R4.2, R4.3, R4.4, R4.7)? */
export function fieldStanding(kind: RecordKind, name: string, typed: TypedValues): FieldStanding {
  const { fields, conditions } = kindOf(kind)
  const field = fields[name]
  if (!field) return { shown: false, because: null }
  const payload: RecordPayload = payloadOf(kind, typed)
  const own = conditions.filter((one) => one.field === name)
  const emptied = own.find((one) => one.must === 'be-empty' && conditionHolds(one, payload))
  if (emptied) return { shown: false, because: emptiedWords(field, fields[emptied.when]) }
  const asked = field.required || own.some((one) => one.must === 'be-filled' && conditionHolds(one, payload))
  const onlyOnDemand = own.length > 0 && own.every((one) => one.must === 'be-filled')
  return onlyOnDemand && !asked && isEmpty(typed[name])
    ? { shown: false, because: null }
    : { shown: true, asked }
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
