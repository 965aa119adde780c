import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { deleteRecord, type RecordView } from '@zhuji/contract/records.ts'
import { changeRefusalWords, decideChange, type RecordChange } from '@zhuji/domain/record-changes.ts'
import { App, Button } from 'antd'
import { call } from '../../app/call.ts'
import { useWords } from '../../app/language.tsx'
import { wordsOf } from '../../ui/problem-alert.tsx'
import { nameOfRecord } from '../overview/next-tasks.ts'
import { refreshProfile, usePersonId } from '../profile.ts'

/** 编辑 and 删除 stay on every record; on a fixed one they answer why not (G71, G72, R6.3). */
export function RecordActions({ record }: { record: RecordView }) {
  const say = useWords()
  const { modal } = App.useApp()
  const navigate = useNavigate()
  const personId = usePersonId()
  const { id: recordId, version } = record
  const remove = useMutation({
    mutationFn: () => call(deleteRecord, { params: { personId, recordId }, query: { version } }),
    onSettled: () => refreshProfile(personId),
    onError: (error) =>
      void modal.error({ title: say({ zh: '没有删除', en: 'Not deleted' }), content: say(wordsOf(error)) }),
  })
  const answered = (change: RecordChange) => {
    const decision = decideChange(record, { change, version })
    if (!decision.granted)
      modal.warning({
        title: say({ zh: '提示', en: 'Notice' }),
        content: say(changeRefusalWords(decision.refusal)),
        okText: say({ zh: '确定', en: 'OK' }),
      })
    return !decision.granted
  }
  const open = (search: { edit: string } | { view: string } | { history: string }) =>
    void navigate({ to: '/me/education', search })
  const edit = () => {
    if (!answered('edit')) open({ edit: recordId })
  }
  const askDelete = () => {
    if (answered('delete')) return
    modal.confirm({
      title: say({ zh: `删除${nameOfRecord(record).zh}？`, en: `Delete ${nameOfRecord(record).en}?` }),
      content: say({
        zh: '删除后不再显示，历史记录仍会保留。',
        en: 'It will no longer be shown; its history is kept.',
      }),
      okText: say({ zh: '删除', en: 'Delete' }),
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync().catch(() => {}),
    })
  }
  const named = (words: { zh: string; en: string }) => `${say(words)} ${say(nameOfRecord(record))}`
  return (
    <div className="actions">
      <Button
        size="small"
        onClick={() => open({ view: recordId })}
        aria-label={named({ zh: '查看', en: 'View' })}
      >
        {say({ zh: '查看', en: 'View' })}
      </Button>
      <Button size="small" onClick={edit} aria-label={named({ zh: '编辑', en: 'Edit' })}>
        {say({ zh: '编辑', en: 'Edit' })}
      </Button>
      <Button
        size="small"
        danger
        onClick={askDelete}
        loading={remove.isPending}
        aria-label={named({ zh: '删除', en: 'Delete' })}
      >
        {say({ zh: '删除', en: 'Delete' })}
      </Button>
      <Button
        size="small"
        onClick={() => open({ history: recordId })}
        aria-label={named({ zh: '历史', en: 'History' })}
      >
        {say({ zh: '历史', en: 'History' })}
      </Button>
    </div>
  )
}
