import { useMutation } from '@tanstack/react-query'
import { ProblemError } from '@zhuji/contract/client.ts'
import { addRecord, editRecord, type RecordView } from '@zhuji/contract/records.ts'
import { type RecordProblem, recordProblemWords } from '@zhuji/domain/record-checks.ts'
import { fieldChanges } from '@zhuji/domain/record-content.ts'
import type { RecordPayload } from '@zhuji/domain/record-declaration.ts'
import { kindOf, type RecordKind } from '@zhuji/domain/record-kinds.ts'
import { Alert, Button, Checkbox, Form } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { draftOf, forgetDraft, keepDraft } from '../../app/drafts.ts'
import { useWords } from '../../app/language.tsx'
import { newId } from '../../app/new-id.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { refreshProfile, showRecord, usePersonId } from '../profile.ts'
import { FieldItem } from './field-item.tsx'
import { payloadOf, type TypedValues } from './field-values.ts'

interface Props {
  kind: RecordKind
  record: RecordView | null
  close: () => void
  saved: (id: string) => void
}

interface Draft {
  /** Chosen once, so that sending twice makes one record. */
  id: string
  /** The version and the content that the person had before the eyes when typing began. */
  version: number
  seen: TypedValues
  typed: TypedValues
}

const begun = (record: RecordView | null): Draft => {
  const seen = record?.payload ?? {}
  return { id: record?.id ?? newId(), version: record?.version ?? 0, seen, typed: seen }
}

/** A page added or removed makes a version too, but changes nothing of what was seen of the fields. */
function versionSeen(record: RecordView, draft: Draft): number {
  const { fields } = kindOf(record.kind)
  const changes = fieldChanges(fields, draft.seen as RecordPayload, record.payload)
  return changes.length === 0 ? record.version : draft.version
}

const codeOf = (error: unknown) => (error instanceof ProblemError ? error.problem.code : null)

/** The form that the kind's declaration makes (R4.1, R4.10). */
export function RecordForm({ kind, record, close, saved }: Props) {
  const say = useWords()
  const personId = usePersonId()
  const [form] = Form.useForm<TypedValues>()
  const draftName = `record:${record?.id ?? kind}`
  const [kept] = useState(() => draftOf<Draft>(draftName))
  const [base, setBase] = useState<Draft>(() => kept ?? begun(record))
  const [restored, setRestored] = useState(kept !== undefined)

  const save = useMutation({
    mutationFn: (typed: TypedValues) => {
      const body = { record: { kind, payload: payloadOf(kind, typed) }, declared: true as const }
      return record
        ? call(editRecord, {
            params: { personId, recordId: record.id },
            body: { ...body, version: versionSeen(record, base) },
          })
        : call(addRecord, { params: { personId }, body: { ...body, id: base.id } })
    },
    onSuccess: (answer) => {
      forgetDraft(draftName)
      setRestored(false)
      setBase(begun(answer))
      form.setFieldValue('declared', false)
      showRecord(personId, answer)
      saved(answer.id)
    },
    onError: (error) => {
      markFields(error)
      if (codeOf(error) === 'record-changed') void refreshProfile(personId)
    },
  })

  const markFields = (error: unknown) => {
    const problems = problemsOf(error)
    if (problems.length === 0) return
    form.setFields(
      problems.map((problem) => ({
        name: problem.field,
        errors: [say(recordProblemWords(kindOf(kind), problem))],
      })),
    )
    form.scrollToField(problems[0]?.field, { focus: true })
  }
  const takeLatest = () => {
    forgetDraft(draftName)
    setRestored(false)
    setBase(begun(record))
    form.resetFields()
    form.setFieldsValue(record?.payload ?? {})
    save.reset()
  }
  const mustDeclare = async (_: unknown, declared: boolean) => {
    if (declared) return
    throw new Error(
      say({
        zh: '请确认所填信息如实、准确、审慎',
        en: 'Please declare that this is truthful, exact and prudent',
      }),
    )
  }
  return (
    <Form<TypedValues>
      form={form}
      name={`record-${kind}`}
      layout="vertical"
      validateTrigger="onBlur"
      initialValues={base.typed}
      onValuesChange={(_, { declared, ...typed }) => {
        keepDraft(draftName, { ...base, typed } satisfies Draft)
        if (save.isSuccess) save.reset()
      }}
      onFinish={({ declared, ...typed }) => save.mutate(typed)}
    >
      {restored && (
        <Alert
          type="info"
          showIcon
          className="problem"
          title={say({ zh: '已恢复您上次未保存的内容。', en: 'What you typed before was brought back.' })}
          action={
            <Button size="small" onClick={takeLatest}>
              {say({ zh: '放弃并重新开始', en: 'Discard it' })}
            </Button>
          }
        />
      )}
      <div className="field-grid">
        {Object.keys(kindOf(kind).fields).map((name) => (
          <FieldItem key={name} kind={kind} name={name} />
        ))}
      </div>
      <p className="careful">
        {say({
          zh: '请如实、准确、审慎填报：经原件核对后，信息和扫描件均不得修改；用于资质申报并获批准后即冻结。',
          en: 'Be truthful, exact and prudent: once checked, neither data nor scan may change; once used in an approved application, it freezes.',
        })}
      </p>
      <Form.Item name="declared" valuePropName="checked" rules={[{ validator: mustDeclare }]}>
        <Checkbox>
          {say({
            zh: '我确认以上信息与证书一致，如实、准确、审慎。',
            en: 'I declare that this equals the certificate: truthful, exact and prudent.',
          })}
        </Checkbox>
      </Form.Item>
      <ProblemAlert error={save.error} />
      <div role="status">
        {save.isSuccess && (
          <Alert type="success" showIcon role="none" title={say({ zh: '信息已保存', en: 'Saved' })} />
        )}
      </div>
      {codeOf(save.error) === 'record-changed' && (
        <Button onClick={takeLatest}>{say({ zh: '载入最新内容', en: 'Load the latest' })}</Button>
      )}
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {say({ zh: '保存', en: 'Save' })}
        </Button>
        <Button onClick={close}>{say({ zh: '关闭', en: 'Close' })}</Button>
      </div>
    </Form>
  )
}

/** The server's own findings per field, where it sent any. */
function problemsOf(error: unknown): RecordProblem[] {
  if (!(error instanceof ProblemError)) return []
  const details = error.problem.details as { problems?: RecordProblem[] } | undefined
  return details?.problems ?? []
}
