import { App } from 'antd'
import { useWords } from '../app/language.tsx'
import { CardText } from '../parts/card-text.tsx'

/** A value with a button that copies it. */
export function Copyable({ label, value }: { label: string; value: string }) {
  const say = useWords()
  const { message } = App.useApp()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value)
      message.success(say({ zh: '已复制', en: 'Copied' }))
    } catch {
      // No clipboard on plain http: the value can still be selected.
      message.info(
        say({ zh: '浏览器不允许复制，请手动选择', en: 'The browser forbids copying: select it by hand' }),
      )
    }
  }
  return (
    <span className="copyable">
      <span>
        <CardText text={value} />
      </span>
      <button
        type="button"
        onClick={() => void copy()}
        aria-label={say({ zh: `复制${label} ${value}`, en: `Copy ${label} ${value}` })}
      >
        {say({ zh: '复制', en: 'Copy' })}
      </button>
    </span>
  )
}
