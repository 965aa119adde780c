import { ProblemError } from '@zhuji/contract/client.ts'
import type { RecordView } from '@zhuji/contract/records.ts'
import { type RecordProblem, recordProblemWords } from '@zhuji/domain/record-checks.ts'
import type { RecordPayload } from '@zhuji/domain/record-declaration.ts'
import { recordHints } from '@zhuji/domain/record-hints.ts'
import { kindOf, type RecordKind } from '@zhuji/domain/record-kinds.ts'
import { Button, Form } from 'antd'
import { useState } from 'react'
import { useWords } from '../../app/language.tsx'
import { newId } from '../../app/new-id.ts'
import { useOnline } from '../../app/use-online.ts'
import { refreshProfile, showRecord, useBirthDate, usePersonId } from '../profile.ts'
import { Declaration } from './declaration.tsx'
import { FieldItem } from './field-item.tsx'
import { payloadOf, type TypedValues } from './field-values.ts'
import { LeaveQuestion } from './leave-question.tsx'
import { MergeQuestion } from './merge-question.tsx'
import { hasMovedOn } from './record-draft.ts'
import { MovedOnNote, RestoredNote, SaveOutcome } from './record-form-notes.tsx'
import { useDraftedForm, useTyped } from './use-drafted-form.ts'
import { codeOf, MergeNeeded, useRecordSave } from './use-record-save.ts'

interface Props {
  kind: RecordKind
  record: RecordView | null
  added: boolean
  close: () => void
  saved: (id: string) => void
}

/** The form that the kind's declaration makes (R4.1–R4.5, R4.10, R4.12). */
export function RecordForm({ kind, record, added, close, saved }: Props) {
  const say = useWords()
  const online = useOnline()
  const personId = usePersonId()
  const { form, base, isKept, isTouched, begin, take, keep } = useDraftedForm(kind, record)
  const typed = useTyped(form, base)
  const [isAdded, setAdded] = useState(added)
  const hints = recordHints(kind, payloadOf(kind, typed), useBirthDate())

  const save = useRecordSave(kind, record, {
    saved: (answer) => {
      begin(answer)
      showRecord(personId, answer)
      saved(answer.id)
    },
    failed: (error) => {
      markFields(error)
      if (codeOf(error) === 'record-id-taken')
        take({ ...base, id: newId(), typed: form.getFieldsValue(true) })
      else if (codeOf(error) !== null) void refreshProfile(personId)
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
    begin(record)
    save.reset()
  }
  const takeMerged = async (latest: RecordView, payload: RecordPayload) => {
    const merged = { id: latest.id, version: latest.version, seen: latest.payload, typed: payload }
    take(merged)
    save.reset()
    const isRight = await form.validateFields().then(
      () => true,
      () => false,
    )
    if (isRight) save.mutate({ draft: merged, typed: payload })
  }
  const asked = save.error instanceof MergeNeeded ? save.error.asked : null
  return (
    <Form<TypedValues>
      form={form}
      name={`record-${kind}`}
      layout="vertical"
      validateTrigger="onBlur"
      initialValues={base.typed}
      onValuesChange={() => {
        keep()
        setAdded(false)
        if (save.isSuccess) save.reset()
      }}
      onFinish={() => save.mutate({ draft: base, typed: form.getFieldsValue(true) })}
    >
      {isKept && <RestoredNote discard={takeLatest} />}
      {save.isIdle && hasMovedOn(record, base) && <MovedOnNote takeLatest={takeLatest} />}
      <div className="field-grid">
        {Object.keys(kindOf(kind).fields).map((name) => (
          <FieldItem key={name} kind={kind} name={name} typed={typed} hints={hints} />
        ))}
      </div>
      <Declaration kind={kind} />
      <SaveOutcome error={save.error} isSaved={save.isSuccess || (isAdded && save.isIdle)} online={online} />
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={save.isPending} disabled={!online}>
          {say({ zh: '保存', en: 'Save' })}
        </Button>
        <Button onClick={close}>{say({ zh: '关闭', en: 'Close' })}</Button>
      </div>
      <LeaveQuestion isTouched={isTouched} discard={() => begin(record)} />
      {asked && (
        <MergeQuestion
          kind={kind}
          asked={asked}
          take={(payload) => void takeMerged(asked.latest, payload)}
          goOn={() => save.reset()}
        />
      )}
    </Form>
  )
}

/** The server's own findings per field, where it sent any. */
function problemsOf(error: unknown): RecordProblem[] {
  if (!(error instanceof ProblemError)) return []
  const details = error.problem.details as { problems?: RecordProblem[] } | undefined
  return details?.problems ?? []
}
