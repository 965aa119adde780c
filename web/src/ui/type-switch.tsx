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
      onClick={() => enlarge(!large)}
      title={
        large
          ? say({ zh: '恢复标准文字大小', en: 'Back to the usual size of text' })
          : say({ zh: '放大全部文字，便于阅读', en: 'All text larger, easier to read' })
      }
    >
      {large ? say({ zh: '标准版', en: 'Usual type' }) : say({ zh: '大字版', en: 'Large type' })}
    </button>
  )
}
