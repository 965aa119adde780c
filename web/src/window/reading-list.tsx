import type { BridgeRead } from '@zhuji/contract/bridge.ts'
import { maskedValue } from '@zhuji/domain/masking-table.ts'
import { memo } from 'react'
import { useWords } from '../app/language.tsx'
import { CardText } from '../parts/card-text.tsx'
import { failureWords, outcomeWords, readStateWords } from './read-words.ts'

const time = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

const signs: Record<BridgeRead['state'], string> = { saved: '●', sending: '↑', sent: '✓', failed: '×' }

interface RowProps {
  read: BridgeRead
  /** 1 for the first card of the sitting. */
  place: number
  isShown: boolean
  show(readId: string): void
}

/** What a row shows of a read: a poll brings fresh objects, but hundreds of rows are drawn anew only where this differs. */
const shownOf = ({ read, isShown, place }: RowProps) =>
  [read.readId, read.state, read.failure, read.outcome, read.flags.length, isShown, place].join('|')

const ReadRow = memo(
  function ReadRow({ read, place, isShown, show }: RowProps) {
    const say = useWords()
    const { facts, state, failure, outcome, flags } = read
    return (
      <li className={`read read-${state}`}>
        <button type="button" aria-pressed={isShown} onClick={() => show(read.readId)}>
          <span className="read-place">{place}</span>
          <span className="read-name">
            <CardText text={facts.name} />
          </span>
          <span className="read-number">{maskedValue('clerk', 'number', 'list', facts.number)}</span>
          <time dateTime={read.readAt}>{time.format(new Date(read.readAt))}</time>
          <span className="read-state">
            <span aria-hidden="true">{signs[state]} </span>
            {say(readStateWords[state])}
          </span>
        </button>
        {failure !== null && state !== 'sent' && <p className="read-why">{say(failureWords(failure))}</p>}
        {(outcome !== null || flags.length > 0) && (
          <p className="read-note">
            {outcome !== null && say(outcomeWords[outcome])}
            {flags.length > 0 && (
              <span className="read-flagged">
                ! {say({ zh: `${flags.length} 项需核对`, en: `${flags.length} to look at` })}
              </span>
            )}
          </p>
        )}
      </li>
    )
  },
  (before, after) => shownOf(before) === shownOf(after) && before.show === after.show,
)

interface Props {
  reads: readonly BridgeRead[]
  /** Leaves out what did not fail; the numbers stay those of the whole list. */
  onlyFailed: boolean
  shownId: string | undefined
  show(readId: string): void
}

/** The numbered list of the sitting, the newest on top (G83). */
export function ReadingList({ reads, onlyFailed, shownId, show }: Props) {
  const say = useWords()
  if (reads.length === 0)
    return (
      <p className="empty">
        {say({
          zh: '还没有读到证件。读到后会按顺序列在这里。',
          en: 'No card read yet. Each one is listed here as it comes.',
        })}
      </p>
    )
  return (
    <ol className="reads">
      {reads
        .map((read, at) => ({ read, place: at + 1 }))
        .filter(({ read }) => !onlyFailed || read.state === 'failed')
        .map(({ read, place }) => (
          <ReadRow
            key={read.readId}
            read={read}
            place={place}
            isShown={read.readId === shownId}
            show={show}
          />
        ))
        .reverse()}
    </ol>
  )
}
