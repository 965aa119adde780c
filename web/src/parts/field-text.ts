import { formatDateZh } from '@zhuji/domain/dates.ts'
import { listEntry } from '@zhuji/domain/lists.ts'
import type { Field, FieldValue } from '@zhuji/domain/record-declaration.ts'
import type { Language, Words } from '@zhuji/domain/words.ts'

const yes: Words = { zh: '是', en: 'Yes' }
const no: Words = { zh: '否', en: 'No' }

/**
 * A record's value as people read it: dates as 2016年07月01日, lists by the words as printed, of an empty one what its
 * declaration says of that (无专业, 至今). Null where it is empty and nothing is said.
 */
export function fieldText(field: Field, value: FieldValue | undefined, language: Language): string | null {
  if (value === undefined || value === null || value === '') return field.emptyWords?.[language] ?? null
  if (typeof value === 'boolean') return (value ? yes : no)[language]
  if (typeof value === 'object') return value.text
  return field.type === 'date' && language === 'zh' ? formatDateZh(value) : value
}

/** As `fieldText`, with a dash for what is empty. */
export const shownText = (field: Field, value: FieldValue | undefined, language: Language): string =>
  fieldText(field, value, language) ?? '—'

/** The entry of the list that a value was matched with, where it says it in other words than the certificate. */
export function listedAs(field: Field, value: FieldValue | undefined): string | null {
  if (field.type !== 'list' || typeof value !== 'object' || value === null) return null
  const name = listEntry(field.list, value.code)?.name
  return name === undefined || name === value.text ? null : name
}
