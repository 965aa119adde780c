import { type DataLevel, levelWords } from '@zhuji/domain/data-level.ts'
import { Tooltip } from 'antd'
import { useWords } from '../app/language.tsx'

/** A record's level, with its meaning on hover and focus. */
export function LevelBadge({ level }: { level: DataLevel }) {
  const say = useWords()
  const meaning = say(levelWords[level])
  return (
    <Tooltip title={meaning} trigger={['hover', 'focus']}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the meaning must be reachable by keyboard */}
      <span className={`level level-${level}`} role="img" aria-label={`${level}：${meaning}`} tabIndex={0}>
        {level}
      </span>
    </Tooltip>
  )
}
