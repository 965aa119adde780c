import { useWords } from '../app/language.tsx'
import {
  bridgeConnectingWords,
  bridgeDownWords,
  type LampWords,
  readerLampWords,
  storageFailsWords,
} from './reader-lamp-words.ts'
import { hasJustRead } from './reading-news.ts'
import type { BridgeView } from './watch-bridge.ts'
import './reader-lamp.css'

/** What the lamp says just now: a bridge that is away comes first, then a disk that takes nothing, then the reader. */
export function lampOf({ connection, status }: BridgeView): LampWords {
  if (connection === 'down') return bridgeDownWords
  if (status === null) return bridgeConnectingWords
  if (status.storage === 'failing') return storageFailsWords
  // Many readers no longer find a card that they have read: they wait although it still lies there.
  return readerLampWords[
    status.reader === 'waiting' && hasJustRead(status, Date.now()) ? 'hold' : status.reader
  ]
}

/** The reader's state as a large lamp: colour, shape and words say the same. */
export function ReaderLamp({ view }: { view: BridgeView }) {
  const say = useWords()
  const { tone, title, advice } = lampOf(view)
  return (
    <section className={`lamp lamp-${tone}`} aria-label={say({ zh: '读卡器状态', en: 'Reader' })}>
      <span className="lamp-light" aria-hidden="true">
        {symbols[tone]}
      </span>
      <div role="status">
        <strong>{say(title)}</strong>
        <p>{say(advice)}</p>
      </div>
      {view.status?.simulated && (
        <span className="lamp-simulated">{say({ zh: '模拟读卡器', en: 'Simulated reader' })}</span>
      )}
    </section>
  )
}

const symbols: Record<LampWords['tone'], string> = {
  ready: '▼',
  busy: '…',
  done: '✓',
  attention: '!',
  fault: '×',
  rest: '–',
}
