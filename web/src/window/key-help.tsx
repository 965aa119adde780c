import type { Words } from '@zhuji/domain/words.ts'
import { Fragment } from 'react'
import { useWords } from '../app/language.tsx'

export interface KeyHint {
  keys: readonly string[]
  does: Words
}

/** The line that shows which key does what; it is read out where it stands, not announced. */
export function KeyHelp({ hints }: { hints: readonly KeyHint[] }) {
  const say = useWords()
  return (
    <aside className="key-help" aria-label={say({ zh: '快捷键', en: 'Keys' })}>
      {hints.map(({ keys, does }) => (
        <span key={does.en}>
          {keys.map((key, at) => (
            <Fragment key={key}>
              {at > 0 && <span className="key-or">/</span>}
              <kbd>{key}</kbd>
            </Fragment>
          ))}
          {say(does)}
        </span>
      ))}
    </aside>
  )
}
