import { useQuery } from '@tanstack/react-query'
import { type HistoryEntry, type RecordView, readHistory } from '@zhuji/contract/records.ts'
import { type RefusalReason, refusalReasonWords } from '@zhuji/domain/original-verification.ts'
import { kindOf, type RecordKind } from '@zhuji/domain/record-kinds.ts'
import { Drawer, Timeline } from 'antd'
import { call } from '../../app/call.ts'
import { useInstant } from '../../app/instant.ts'
import { useLanguage, useWords } from '../../app/language.tsx'
import { useNarrow } from '../../app/use-narrow.ts'
import { shownText } from '../../parts/field-text.ts'
import { LevelBadge } from '../../ui/level-badge.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { nameOfRecord } from '../overview/next-tasks.ts'
import { usePersonId } from '../profile.ts'
import { doerWords, eventWords } from './history-words.ts'

/** The record's history, newest first: who, when, why, from what (R6.9). */
export function HistoryDrawer({ record, close }: { record: RecordView; close: () => void }) {
  const say = useWords()
  const narrow = useNarrow()
  const personId = usePersonId()
  const history = useQuery({
    queryKey: ['history', record.id, record.version, record.level],
    queryFn: () => call(readHistory, { params: { personId, recordId: record.id } }),
  })
  const name = nameOfRecord(record)
  return (
    <Drawer
      open
      title={<h2 className="drawer-title">{say({ zh: `历史：${name.zh}`, en: `History: ${name.en}` })}</h2>}
      size={narrow ? '100%' : 560}
      onClose={close}
      closable={{ 'aria-label': say({ zh: '关闭', en: 'Close' }) }}
    >
      {history.isPending && <Loading />}
      <ProblemAlert error={history.error} again={() => void history.refetch()} />
      {history.data && (
        <Timeline
          items={history.data.entries.toReversed().map((entry) => ({
            key: `${entry.at}${entry.event}`,
            content: <Entry entry={entry} kind={record.kind} />,
          }))}
        />
      )}
    </Drawer>
  )
}

function Entry({ entry, kind }: { entry: HistoryEntry; kind: RecordKind }) {
  const say = useWords()
  const { language } = useLanguage()
  const { fields } = kindOf(kind)
  const at = useInstant()(entry.at)
  return (
    <div className="entry">
      <div>
        <strong>{say(eventWords[entry.event])}</strong> <LevelBadge level={entry.level} />
      </div>
      <div className="hint">
        <time dateTime={entry.at}>{at}</time> · {say(doerWords(entry.by))} ·{' '}
        {say({ zh: `第 ${entry.version} 版`, en: `version ${entry.version}` })}
      </div>
      {entry.reasons.map((reason) => (
        <div key={reason}>
          {say(refusalReasonWords[reason as RefusalReason] ?? { zh: reason, en: reason })}
        </div>
      ))}
      {entry.note && <div>{entry.note}</div>}
      {entry.changes.length > 0 && (
        <ul>
          {entry.changes.map(({ field, from, to }) => {
            const declared = fields[field]
            return (
              declared && (
                <li key={field}>
                  {say(declared.label)}：{shownText(declared, from, language)} →{' '}
                  {shownText(declared, to, language)}
                </li>
              )
            )
          })}
        </ul>
      )}
    </div>
  )
}
