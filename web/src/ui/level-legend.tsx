import { dataLevels, levelWords } from '@zhuji/domain/data-level.ts'
import { useWords } from '../app/language.tsx'

/** 数据等级说明, as every section shows it (G31). */
export function LevelLegend() {
  const say = useWords()
  return (
    <div className="legend">
      <h2>{say({ zh: '数据等级说明', en: 'Data levels' })}</h2>
      <ul>
        {dataLevels.map((level) => (
          <li key={level}>
            <span className={`level level-${level}`} aria-hidden="true">
              {level}
            </span>
            <span>
              {level}
              {say({ zh: '级：', en: ': ' })}
              {say(levelWords[level])}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
