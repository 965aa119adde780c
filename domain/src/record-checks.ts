import { compareDates } from './dates.ts'
import { listEntry } from './lists.ts'
import type {
  Condition,
  Field,
  FieldValue,
  ListValue,
  RecordKindDeclaration,
  RecordPayload,
} from './record-declaration.ts'
import { keepsFormat } from './text-formats.ts'
import type { Words } from './words.ts'

/** What is wrong with one field of a payload that has the declared form. */
export type RecordProblem =
  | { field: string; problem: 'after-today' }
  | { field: string; problem: 'before'; other: string }
  | { field: string; problem: 'unknown-code' }
  | { field: string; problem: 'not-in-list' }
  | { field: string; problem: 'wrong-format' }
  | { field: string; problem: 'asked-for'; other: string }
  | { field: string; problem: 'to-be-empty'; other: string }

const isListValue = (value: FieldValue | undefined): value is ListValue =>
  typeof value === 'object' && value !== null

/** A date's text, null where the field is empty. */
const dateIn = (payload: RecordPayload, field: string): string | null => {
  const value = payload[field]
  return typeof value === 'string' && value !== '' ? value : null
}

// The printed words stand whatever they are; only a code that the list does not have is a mistake (R4.13). Of a
// closed list nothing but an entry's own words will do.
function listProblem(name: string, field: Field & { type: 'list' }, value: ListValue): RecordProblem[] {
  const entry = listEntry(field.list, value.code)
  if (field.closed) return entry?.name === value.text ? [] : [{ field: name, problem: 'not-in-list' }]
  return value.code === null || entry ? [] : [{ field: name, problem: 'unknown-code' }]
}

function fieldProblem(
  name: string,
  field: Field,
  value: FieldValue | undefined,
  today: string,
): RecordProblem[] {
  if (field.type === 'date' && field.notAfterToday && typeof value === 'string')
    return compareDates(value, today) > 0 ? [{ field: name, problem: 'after-today' }] : []
  if (field.type === 'list' && isListValue(value)) return listProblem(name, field, value)
  if (field.type === 'text' && field.format && typeof value === 'string' && value !== '')
    return keepsFormat(field.format, value) ? [] : [{ field: name, problem: 'wrong-format' }]
  return []
}

/** Does what is said of `when` hold: the flag as asked, or one of these codes? */
export function conditionHolds(
  { when, is }: Pick<Condition, 'when' | 'is'>,
  payload: RecordPayload,
): boolean {
  const value = payload[when] ?? false
  if (typeof is === 'boolean') return (value === true) === is
  return isListValue(value) && value.code !== null && is.includes(value.code)
}

function conditionProblem(condition: Condition, payload: RecordPayload): RecordProblem[] {
  if (!conditionHolds(condition, payload)) return []
  const { field, when: other, must } = condition
  const isFilled = Boolean(payload[field])
  if (must === 'be-filled') return isFilled ? [] : [{ field, problem: 'asked-for', other }]
  return isFilled ? [{ field, problem: 'to-be-empty', other }] : []
}

/**
 * The rules of a payload beyond its form: dates not after today (YYYY-MM-DD) and in their natural order, codes of the
 * list (R4.13), formats, what one field's value asks of another (R4.2, R4.3, R4.7). Takes the kind's declaration;
 * gives every problem, in the order of the fields; none means that it may be saved.
 */
export function recordProblems(
  kind: RecordKindDeclaration,
  payload: RecordPayload,
  today: string,
): readonly RecordProblem[] {
  const problems = Object.entries(kind.fields).flatMap(([name, field]) =>
    fieldProblem(name, field, payload[name], today),
  )
  for (const [first, second] of kind.ordered) {
    const [earlier, later] = [dateIn(payload, first), dateIn(payload, second)]
    if (earlier && later && compareDates(earlier, later) > 0)
      problems.push({ field: second, problem: 'before', other: first })
  }
  for (const condition of kind.conditions) problems.push(...conditionProblem(condition, payload))
  const order = Object.keys(kind.fields)
  return problems.sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field))
}

/** What is said beside the field (R4.10). */
export function recordProblemWords(kind: RecordKindDeclaration, problem: RecordProblem): Words {
  const label = (name: string): Words => kind.fields[name]?.label ?? { zh: name, en: name }
  const own = label(problem.field)
  switch (problem.problem) {
    case 'after-today':
      return {
        zh: `${own.zh}不能晚于今天，请按证书载明的日期填写。`,
        en: `${own.en} cannot be later than today: enter the date as printed.`,
      }
    case 'before': {
      const other = label(problem.other)
      return {
        zh: `${own.zh}不能早于${other.zh}，请核对两个日期。`,
        en: `${own.en} cannot be before ${other.en}: check both dates.`,
      }
    }
    case 'unknown-code':
      return {
        zh: `${own.zh}的选项已不在列表中，请重新选择；列表中没有的，按证书原文填写。`,
        en: `The choice for ${own.en} is not in the list: choose again, or type it as printed.`,
      }
    case 'not-in-list':
      return { zh: `${own.zh}只能从列表中选择。`, en: `${own.en} has to be chosen from the list.` }
    case 'wrong-format':
      return formatWords(kind.fields[problem.field], own)
    case 'asked-for':
      return askedWords(own, label(problem.other), kind.fields[problem.other]?.type === 'flag')
    case 'to-be-empty':
      return {
        zh: `按「${label(problem.other).zh}」的选择，${own.zh}应为空，请清除。`,
        en: `By the choice of «${label(problem.other).en}», ${own.en} stays empty: clear it.`,
      }
  }
}

function formatWords(field: Field | undefined, { zh, en }: Words): Words {
  return field?.type === 'text' && field.format === 'credit-code'
    ? {
        zh: `${zh}须为18位统一社会信用代码，且校验位正确，请对照营业执照填写。`,
        en: `${en} has 18 characters with a right check character: see the business licence.`,
      }
    : {
        zh: `${zh}请填写11位手机号，或带区号的固定电话，如 021-12345678。`,
        en: `${en}: a mobile number of 11 digits, or a landline with its area code such as 021-12345678.`,
      }
}

const askedWords = (own: Words, other: Words, isFlag: boolean): Words => ({
  zh: isFlag
    ? `请填写${own.zh}（与「${other.zh}」的选择有关）。`
    : `请填写${own.zh}（「${other.zh}」的选择要求填写）。`,
  en: `Please give: ${own.en} (asked for by «${other.en}»).`,
})
