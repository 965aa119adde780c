import type { Field } from '@zhuji/domain/record-declaration.ts'
import { kindOf } from '@zhuji/domain/record-kinds.ts'
import type { Language, Words } from '@zhuji/domain/words.ts'
import { fieldText } from '../parts/field-text.ts'
import type { WorkRecord } from './verification-queries.ts'

/** 学历证书 · 测试大学 · 土木工程: a certificate in one line, by its kind and its first two compared fields. */
export function certificateTitle({ kind, payload }: Pick<WorkRecord, 'kind' | 'payload'>): Words {
  const { title, compared, fields } = kindOf(kind)
  const line = (language: Language) =>
    [
      title[language],
      ...compared.slice(0, 2).map((name) => fieldText(fields[name] as Field, payload[name], language)),
    ]
      .filter((part) => part !== null)
      .join(' · ')
  return { zh: line('zh'), en: line('en') }
}
