import { formatDateZh } from '@zhuji/domain/dates.ts'
import type { Field, FieldValue } from '@zhuji/domain/record-declaration.ts'
import type { Language } from '@zhuji/domain/words.ts'

const yesNo = { zh: ['是', '否'], en: ['yes', 'no'] } as const

/** A field's value as a screen shows it; what the declaration says of an empty one, or a dash. */
export function valueText(field: Field, value: FieldValue | undefined, language: Language): string {
  if (value === null || value === undefined || value === '') return field.emptyWords?.[language] ?? '—'
  if (typeof value === 'boolean') return yesNo[language][value ? 0 : 1]
  if (typeof value === 'object') return value.text
  return field.type === 'date' && language === 'zh' ? formatDateZh(value) : value
}
