import type { RecordView } from '@zhuji/contract/records.ts'
import { kindOf } from '@zhuji/domain/record-kinds.ts'
import { useLanguage, useWords } from '../../app/language.tsx'
import { shownText } from '../../parts/field-text.ts'
import { LevelBadge } from '../../ui/level-badge.tsx'
import { performanceSources } from './record-columns.ts'

/** All that a record says, to be read only. */
export function RecordFacts({ record }: { record: RecordView }) {
  const say = useWords()
  const { language } = useLanguage()
  return (
    <dl className="record-facts">
      <div>
        <dt>{say({ zh: '数据等级', en: 'Level' })}</dt>
        <dd>
          <LevelBadge level={record.level} />
        </dd>
      </div>
      {record.kind === 'performance' && (
        <div>
          <dt>{say({ zh: '信息来源', en: 'Source' })}</dt>
          <dd>{say(performanceSources[record.origin])}</dd>
        </div>
      )}
      {Object.entries(kindOf(record.kind).fields).map(([name, field]) => (
        <div key={name}>
          <dt>{say(field.label)}</dt>
          <dd>{shownText(field, record.payload[name], language)}</dd>
        </div>
      ))}
    </dl>
  )
}
