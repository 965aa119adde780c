import { useWords } from '../app/language.tsx'
import { useTypeSize } from '../app/type-size.tsx'

/** 大字版 on and off. */
export function TypeSwitch() {
  const say = useWords()
  const { large, enlarge } = useTypeSize()
  return (
    <button
      type="button"
      className="language-switch"
      aria-pressed={large}
      onClick={() => enlarge(!large)}
      title={say({ zh: '放大全部文字，便于阅读', en: 'All text larger, easier to read' })}
    >
      {say({ zh: '大字版', en: 'Large type' })}
    </button>
  )
}
