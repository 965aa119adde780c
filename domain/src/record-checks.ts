import { compareDates } from './dates.ts'
import {
  type Field,
  type FieldValue,
  type ListValue,
  listEntry,
  type RecordKindDeclaration,
  type RecordPayload,
} from './record-kinds.ts'
import type { Words } from './words.ts'

/** What is wrong with one field of a payload that has the declared form. */
export type RecordProblem =
  | { field: string; problem: 'after-today' }
  | { field: string; problem: 'before'; other: string }
  | { field: string; problem: 'unknown-code' }
  | { field: string; problem: 'asked-for'; other: string }

const isListValue = (value: FieldValue | undefined): value is ListValue =>
  typeof value === 'object' && value !== null

/** A date's text, null where the field is empty. */
const dateIn = (payload: RecordPayload, field: string): string | null => {
  const value = payload[field]
  return typeof value === 'string' && value !== '' ? value : null
}

function fieldProblem(
  name: string,
  field: Field,
  value: FieldValue | undefined,
  today: string,
): RecordProblem[] {
  if (field.type === 'date' && field.notAfterToday && typeof value === 'string')
    return compareDates(value, today) > 0 ? [{ field: name, problem: 'after-today' }] : []
  // The printed words stand whatever they are; only a code that the list does not have is a mistake (R4.13).
  if (field.type === 'list' && isListValue(value) && value.code !== null)
    return listEntry(field.list, value.code) ? [] : [{ field: name, problem: 'unknown-code' }]
  return []
}

/**
 * The rules of a payload beyond its form: dates not after today (YYYY-MM-DD) and in their natural order, codes of the
 * list (R4.13), what a ticked flag asks for (R4.7). Takes the kind's declaration; gives every problem, in the order
 * of the fields; none means that it may be saved.
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
  for (const [flag, field] of kind.asked)
    if (payload[flag] === true && !payload[field]) problems.push({ field, problem: 'asked-for', other: flag })
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
    case 'asked-for':
      return {
        zh: `已选择「${label(problem.other).zh}」，请填写${own.zh}。`,
        en: `«${label(problem.other).en}» is ticked, so ${own.en} is needed.`,
      }
  }
}
