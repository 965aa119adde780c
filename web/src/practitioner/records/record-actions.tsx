import { useMutation } from '@tanstack/react-query'
import { deleteRecord, type RecordView } from '@zhuji/contract/records.ts'
import { decideChange, type RecordChange } from '@zhuji/domain/record-changes.ts'
import { kindOf } from '@zhuji/domain/record-kinds.ts'
import type { Words } from '@zhuji/domain/words.ts'
import { App, Button } from 'antd'
import type { ReactNode } from 'react'
import { call } from '../../app/call.ts'
import { forgetDraft } from '../../app/drafts.ts'
import { useWords } from '../../app/language.tsx'
import { wordsOf } from '../../ui/problem-alert.tsx'
import { nameOfRecord } from '../overview/next-tasks.ts'
import { refreshProfile, usePersonId } from '../profile.ts'
import { draftNameOf } from './record-draft.ts'
import { fixedRecordWords } from './record-mending.ts'
import type { RecordSearch } from './record-search.ts'
import { useOpenRecord } from './use-record-search.ts'

interface Props {
  record: RecordView
  /** What else may be done with it. */
  more?: ReactNode
}

/** 编辑 and 删除 stay on every record that a person may enter; on a fixed one they answer why not (G71, G72, R6.3). */
export function RecordActions({ record, more }: Props) {
  const say = useWords()
  const open = useOpenRecord(record.kind)
  const { edit, askDelete, deleting } = useChanges(record, open)
  const isFedOnly = kindOf(record.kind).evidence === 'supplied'
  const button = (words: Words, press: () => void, how: { danger?: boolean; loading?: boolean } = {}) => (
    <Button size="small" onClick={press} aria-label={`${say(words)} ${say(nameOfRecord(record))}`} {...how}>
      {say(words)}
    </Button>
  )
  return (
    <div className="actions">
      {button({ zh: '查看', en: 'View' }, () => open({ view: record.id }))}
      {!isFedOnly && button({ zh: '编辑', en: 'Edit' }, edit)}
      {!isFedOnly && button({ zh: '删除', en: 'Delete' }, askDelete, { danger: true, loading: deleting })}
      {button({ zh: '历史', en: 'History' }, () => open({ history: record.id }))}
      {more}
    </div>
  )
}

function useChanges(record: RecordView, open: (search: RecordSearch) => void) {
  const say = useWords()
  const { message, modal } = App.useApp()
  const personId = usePersonId()
  const { id: recordId, version } = record
  const remove = useMutation({
    mutationFn: () => call(deleteRecord, { params: { personId, recordId }, query: { version } }),
    onSuccess: () => {
      forgetDraft(draftNameOf(personId, recordId))
      void message.success(say({ zh: '已删除，历史记录仍保留。', en: 'Deleted; its history is kept.' }))
    },
    onSettled: () => refreshProfile(personId),
    onError: (error) =>
      void modal.error({ title: say({ zh: '没有删除', en: 'Not deleted' }), content: say(wordsOf(error)) }),
  })
  const answered = (change: RecordChange) => {
    const decision = decideChange(record, { change, version })
    if (decision.granted) return false
    modal.warning({
      title: say({ zh: '提示', en: 'Notice' }),
      content: fixedRecordWords(decision.refusal, record).map((words) => <p key={words.zh}>{say(words)}</p>),
      okText: say({ zh: '确定', en: 'OK' }),
    })
    return true
  }
  const edit = () => {
    if (!answered('edit')) open({ edit: recordId })
  }
  const askDelete = () => {
    if (answered('delete')) return
    const name = nameOfRecord(record)
    modal.confirm({
      title: say({ zh: `删除${name.zh}？`, en: `Delete ${name.en}?` }),
      content: say({
        zh: '删除后不再显示，历史记录仍会保留。',
        en: 'It will no longer be shown; its history is kept.',
      }),
      okText: say({ zh: '删除', en: 'Delete' }),
      cancelText: say({ zh: '取消', en: 'Cancel' }),
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync().catch(() => {}),
    })
  }
  return { edit, askDelete, deleting: remove.isPending }
}
