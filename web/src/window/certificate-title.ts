import { kindOf } from '@zhuji/domain/record-kinds.ts'
import type { Words } from '@zhuji/domain/words.ts'
import { fieldText } from '../parts/field-text.ts'
import type { WorkRecord } from './verification-queries.ts'

/** 学历证书 · 测试大学: a certificate in one line, by its kind and its first compared field. */
export function certificateTitle({ kind, payload }: Pick<WorkRecord, 'kind' | 'payload'>): Words {
  const { title, compared } = kindOf(kind)
  const first = payload[compared[0] ?? '']
  const line = (language: 'zh' | 'en') =>
    [title[language], fieldText(first, language)].filter((part) => part !== null).join(' · ')
  return { zh: line('zh'), en: line('en') }
}
