import type { RecordView } from '@zhuji/contract/records.ts'
import { dataLevels } from '@zhuji/domain/data-level.ts'
import { kindOf, type RecordKind } from '@zhuji/domain/record-kinds.ts'
import { useWords } from '../../app/language.tsx'
import { LevelBadge } from '../../ui/level-badge.tsx'

/** How far one kind of record is: how many, at which levels. */
export function SectionState({ kind, records }: { kind: RecordKind; records: readonly RecordView[] }) {
  const say = useWords()
  const own = records.filter((record) => record.kind === kind)
  const levels = dataLevels
    .map((level) => ({ level, count: own.filter((record) => record.level === level).length }))
    .filter(({ count }) => count > 0)
  return (
    <>
      <span>{say(kindOf(kind).title)}</span>
      {levels.length === 0 && <span className="hint">{say({ zh: '未填报', en: 'none yet' })}</span>}
      {levels.map(({ level, count }) => (
        <span key={level} className="state">
          <LevelBadge level={level} /> {say({ zh: `${count} 本`, en: `× ${count}` })}
        </span>
      ))}
    </>
  )
}
