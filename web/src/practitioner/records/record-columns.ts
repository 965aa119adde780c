import type { RecordView } from '@zhuji/contract/records.ts'
import { kindOf, type RecordKind } from '@zhuji/domain/record-kinds.ts'
import type { Language, Words } from '@zhuji/domain/words.ts'
import { shownText } from '../../parts/field-text.ts'

/** 信息来源 of a performance, in the guide's words (G57, G60). */
export const performanceSources = {
  feed: { zh: '项目合同报送信息（本人无权修改）', en: 'Filed project contract (not yours to change)' },
  practitioner: { zh: '本人新增工程业绩', en: 'Your own entry' },
  enterprise: { zh: '企业代为填报', en: 'Entered by an enterprise' },
} as const satisfies Record<RecordView['origin'], Words>

export interface RecordColumn {
  name: string
  label: Words
  text(record: RecordView, language: Language): string
}

/** The columns of a kind's list, in the guide's order; 数据等级 and 操作 follow them on every list (G40–G60, G135). */
export function recordColumns(kind: RecordKind): readonly RecordColumn[] {
  const { fields, listed } = kindOf(kind)
  const declared = listed.map((name): RecordColumn => {
    const field = fields[name]
    if (!field) throw new Error(`${kind} lists ${name} without declaring it`)
    return {
      name,
      label: field.label,
      text: ({ payload }, language) => shownText(field, payload[name], language),
    }
  })
  if (kind !== 'performance') return declared
  const source: RecordColumn = {
    name: 'source',
    label: { zh: '信息来源', en: 'Source' },
    text: ({ origin }, language) => performanceSources[origin][language],
  }
  return [source, ...declared]
}
